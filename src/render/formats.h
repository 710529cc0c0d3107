// What the formats share: their functions, and cells as a reader sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/render/render.h"

namespace oms {

void write_table(Sink&, const Rows&, std::span<const FieldId>, const Style&);
void write_json(Sink&, const Rows&, std::span<const FieldId>, const Style&);
void write_ndjson(Sink&, const Rows&, std::span<const FieldId>, const Style&);
void write_csv(Sink&, const Rows&, std::span<const FieldId>, const Style&);
void write_tsv(Sink&, const Rows&, std::span<const FieldId>, const Style&);
void write_markdown(Sink&, const Rows&, std::span<const FieldId>, const Style&);
void write_ids(Sink&, const Rows&, std::span<const FieldId>, const Style&);

// Collects small pieces and hands them on in large ones, the rest when it goes out of scope.
class Buffer {
 public:
  explicit Buffer(Sink& sink) : sink_(sink) {}
  ~Buffer() { flush(); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  void add(std::string_view text) {
    bytes_ += text;
    if (bytes_.size() >= kChunk) flush();
  }

 private:
  static constexpr std::size_t kChunk = 64 * 1024;  // a pipe's capacity on Linux

  void flush() {
    if (!bytes_.empty()) sink_.write(bytes_);
    bytes_.clear();
  }

  Sink& sink_;
  std::string bytes_ = {};
};

// Unknown, or empty, which is the same.
bool is_nothing(const Value& value);
// Whether the kind is printed right-aligned.
bool is_number(Kind kind);

// Why a cell stands out. Colors follow from it, meaning never depends on them.
enum class Tone : std::uint8_t { plain, unknown, doubtful, free };

// A cell for people; `text` is safe to print.
struct Cell {
  std::string text = {};
  Tone tone = Tone::plain;
  std::string url = {};  // "" = no link
};

// A column for people: a field and the one that marks its cells, if any.
struct DisplayColumn {
  FieldId field = kNoField;
  FieldId marked_by = kNoField;
};
std::vector<DisplayColumn> display_columns(std::span<const FieldId> fields);
// As display_text, with the field's mark where the marking field calls for it and " ?" behind the
// id of a row that is only a possible match.
Cell display_cell(const Rows& rows, std::size_t row, DisplayColumn column, bool unicode);

}  // namespace oms
