#include "cli/count_by.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "cli/record_columns.h"

namespace oms {
namespace {

struct Count {
  std::string value = {};
  std::size_t models = 0;
};

// Counts by code first: a text is made once for each value, not for each model.
class Counter {
 public:
  Counter(std::span<const Row> rows, const Field& field) : rows_(rows), field_(field) {}

  void operator()(std::monostate) { unknown_ = rows_.size(); }
  void operator()(const WordColumn& column) {
    std::vector<std::size_t> counts(column.dictionary.size());
    for (const Row row : rows_) ++counts[column.codes[row]];
    add_dictionary(counts, column.dictionary);
  }
  void operator()(const ListColumn& column) {
    std::vector<std::size_t> counts(column.dictionary.size());
    for (const Row row : rows_) {
      const auto codes = column.of(row);
      for (const std::uint32_t code : codes) ++counts[code];
      if (codes.empty()) ++unknown_;
    }
    for (std::size_t code = 0; code < counts.size(); ++code) {
      if (counts[code] > 0) found_.push_back({std::string(column.dictionary[code]), counts[code]});
    }
  }
  void operator()(const CodeColumn& column) {
    std::vector<std::size_t> counts(256);
    for (const Row row : rows_) ++counts[column[row]];
    unknown_ = counts[0];
    for (std::size_t code = 1; code < counts.size(); ++code) {
      if (counts[code] == 0) continue;
      const std::string_view word =
          field_.kind == Kind::flag
              ? std::string_view(code == 2 ? "yes" : "no")
              : word_of(field_.words, Choice{static_cast<std::uint8_t>(code)});
      found_.push_back({std::string(word), counts[code]});
    }
  }
  // Numbers, days and ids have their own text.
  template <typename Column>
  void operator()(const Column&) {
    by_text_ = true;
  }

  void count_texts(const Table& table, FieldId field) {
    std::map<std::string, std::size_t> counts;
    for (const Row row : rows_) {
      if (table.unknown(field, row)) {
        ++unknown_;
      } else {
        ++counts[machine_text(field_, table.value(field, row))];
      }
    }
    for (auto& [value, models] : counts) found_.push_back({value, models});
  }

  bool by_text() const { return by_text_; }
  std::size_t unknown() const { return unknown_; }
  std::vector<Count>& found() { return found_; }

 private:
  void add_dictionary(const std::vector<std::size_t>& counts, const StringColumn& dictionary) {
    unknown_ = counts.empty() ? rows_.size() : counts[0];
    for (std::size_t code = 1; code < counts.size(); ++code) {
      if (counts[code] > 0) found_.push_back({std::string(dictionary[code]), counts[code]});
    }
  }

  std::span<const Row> rows_;
  const Field& field_;
  std::vector<Count> found_ = {};
  std::size_t unknown_ = 0;
  bool by_text_ = false;
};

// As the field has it in JSON.
RecordCell typed(const Field& field, const std::string& text) {
  if (field.kind == Kind::flag) return text == "yes";
  if (field.kind == Kind::integer || field.kind == Kind::decimal) {
    const auto number = parse_decimal(text);
    if (number) return *number;
  }
  return text;
}

}  // namespace

Records count_by(FieldId field, std::span<const Row> rows, const Table& table) {
  Counter counter(rows, kFields[field]);
  std::visit(counter, table.column(field));
  if (counter.by_text()) counter.count_texts(table, field);
  std::vector<Count>& found = counter.found();
  std::sort(found.begin(), found.end(), [](const Count& a, const Count& b) {
    return a.models != b.models ? a.models > b.models : a.value < b.value;
  });
  Records records{.columns = count_columns()};
  for (const Count& count : found) {
    records.rows.push_back({typed(kFields[field], count.value), count_cell(count.models)});
  }
  if (counter.unknown() > 0) {
    const bool word = kFields[field].says_unknown;
    records.rows.push_back(
        {word ? RecordCell(std::string("unknown")) : RecordCell(), count_cell(counter.unknown())});
  }
  return records;
}

}  // namespace oms
