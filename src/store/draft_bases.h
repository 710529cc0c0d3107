// The base models of a table that is being made, and what follows from them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/store/table_draft.h"
#include "oms/store/text_table.h"
#include "store/draft_columns.h"

namespace oms {

class DraftBases {
 public:
  explicit DraftBases(const TextTable& ids) : ids_(ids) {}

  void push(std::span<const std::string> bases);
  // See TableDraft.
  void resolve(const std::function<std::string(std::string_view)>& resolve);
  std::vector<std::string> names(Position of) const;
  std::vector<Position> positions(Position of) const;

  // The column base_models.
  void write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const;
  // The column derivatives: how many name it as a base; unknown for what is no repository.
  void write_derivatives(ImageWriter& image, const std::string& prefix,
                         const RowOrder& order) const;

 private:
  std::span<const std::uint32_t> of(Position at) const {
    return std::span(codes_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
  }

  const TextTable& ids_;
  TextTable words_{LetterCase::matters};
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<std::uint32_t> codes_ = {};
  std::vector<Position> positions_ = {};  // by code, once resolved
};

}  // namespace oms
