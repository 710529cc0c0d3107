// JSON, YAML and TOML as a tree of keys and texts. What is not understood is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "scan/piece.h"

namespace oms {

inline constexpr std::uint32_t kNoNode = std::numeric_limits<std::uint32_t>::max();

// How a text stands there: line ends of a folded one are blanks, "\n" of an escaped one a line end.
enum class TextForm : std::uint8_t { plain, folded, escaped };

struct DataNode {
  std::uint32_t parent = kNoNode;
  std::string_view key = {};  // "" of an element of a list
  bool is_text = false;       // else a map or a list
  bool block = false;         // text of several lines
  TextForm form = TextForm::plain;
  std::string_view text = {};  // escapes as they stand
  std::size_t index = 0;       // of the text in the piece
};

using DataTree = std::vector<DataNode>;  // a parent stands before its children

DataTree read_json(std::string_view text);
DataTree read_yaml(std::string_view text);
DataTree read_toml(std::string_view text);

// Values between brackets, of all three.
enum class Dialect : std::uint8_t { json, yaml, toml };
class FlowReader {
 public:
  FlowReader(std::string_view text, Dialect dialect, DataTree& tree)
      : text_(text), dialect_(dialect), tree_(tree) {}
  // Reads the value at `at` and returns the index behind it.
  std::size_t read(std::size_t at, std::uint32_t parent, std::string_view key);

 private:
  std::size_t read_container(std::size_t at, std::uint32_t parent, std::string_view key);
  std::size_t read_member(std::size_t at, std::uint32_t container);
  std::size_t read_quoted(std::size_t at, std::string_view& content, std::size_t& start) const;
  std::size_t plain_end(std::size_t at) const;
  std::size_t skip_blank(std::size_t at) const;
  void add_text(std::uint32_t parent, std::string_view key, std::string_view content,
                std::size_t start, TextForm form);

  std::string_view text_;
  Dialect dialect_;
  DataTree& tree_;
  std::size_t depth_ = 0;
};

}  // namespace oms
