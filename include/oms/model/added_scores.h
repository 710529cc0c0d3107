// Scores that join those of a table: its own stay as they are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "oms/model/table.h"

namespace oms {

// Owns what table() views.
class AddedScores {
 public:
  // Of a row and metric those of `known` come first. `known` must outlive the constructor.
  AddedScores(const ScoreTable& known, std::vector<std::pair<Row, Observation>> added);
  ScoreTable table() const;

 private:
  struct Words {
    std::vector<std::uint32_t> codes = {};
    std::vector<std::uint32_t> offsets = {0};
    std::vector<char> pool = {};

    WordColumn column() const { return {codes, {offsets, pool.data()}}; }
  };
  // An entry of one of both: its position there.
  struct Place {
    bool added = false;
    std::size_t position = 0;
  };
  static Words join(const WordColumn& known, std::span<const std::string_view> added,
                    std::span<const Place> places);

  std::vector<std::uint32_t> rows_ = {};
  std::vector<std::int64_t> values_ = {};
  std::vector<std::int32_t> as_of_ = {};
  std::vector<std::uint8_t> grades_ = {};
  Words metrics_ = {};
  Words variants_ = {};
  Words sources_ = {};
};

}  // namespace oms
