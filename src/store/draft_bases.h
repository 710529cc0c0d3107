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
  DraftBases(const TextTable& ids, Scratch& scratch)
      : ids_(ids), scratch_(scratch), others_(LetterCase::matters, &scratch) {}

  void push(std::span<const std::string> bases);
  // See TableDraft. A name that is the id of a model stays.
  void resolve(const std::function<std::string(std::string_view)>& resolve);
  std::vector<std::string> names(Position of) const;
  std::vector<Position> positions(Position of) const;

  // The column base_models.
  void write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const;
  // The column derivatives: how many name it as a base; unknown for what is no repository.
  void write_derivatives(ImageWriter& image, const std::string& prefix,
                         const RowOrder& order) const;

 private:
  std::span<const std::uint32_t> codes(Position of) const {
    return std::span(codes_).subspan(starts_[of], starts_[of + 1] - starts_[of]);
  }

  // The position of a model whose id it is, letter by letter; of other names kOther and their
  // number.
  using Code = std::uint32_t;
  static constexpr Code kOther = Code{1} << 31;

  Code code_of(std::string_view name);
  std::string_view name(Code code) const {
    return code < kOther ? ids_[code] : others_[code - kOther];
  }
  Position position(Code code) const { return code < kOther ? code : positions_[code - kOther]; }
  bool is_same_model(Code a, Code b) const;

  const TextTable& ids_;
  Scratch& scratch_;
  TextTable others_;
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<Code> codes_ = {};
  // Of the others, once resolved: the model with that id, and a number for names that differ in
  // letter case only.
  std::vector<Position> positions_ = {};
  std::vector<std::uint32_t> folded_ = {};
};

}  // namespace oms
