#include "cli/counts.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>
#include <variant>

#include "cli/selection.h"
#include "oms/base/text.h"
#include "oms/query/query.h"
#include "oms/render/render.h"

namespace oms {
namespace {

// Counts by code or number first: a text is made once for each value that is kept, not for each
// model.
class Counter {
 public:
  Counter(const RowSet& rows, const Field& field, std::size_t most)
      : rows_(rows), field_(field), most_(most) {}

  void operator()(std::monostate) { counts_.unknown = rows_.size(); }
  void operator()(const WordColumn& column) {
    std::vector<std::uint32_t> by_code(column.dictionary.size());
    each([&](Row row) { ++by_code[column.codes[row]]; });
    if (!by_code.empty()) counts_.unknown = std::exchange(by_code[0], 0);
    add_words(by_code, column.dictionary);
  }
  void operator()(const ListColumn& column) {
    std::vector<std::uint32_t> by_code(column.dictionary.size());
    each([&](Row row) {
      const auto codes = column.of(row);
      for (const std::uint32_t code : codes) ++by_code[code];
      if (codes.empty()) ++counts_.unknown;
    });
    add_words(by_code, column.dictionary);
  }
  void operator()(const CodeColumn& column) {
    std::vector<std::size_t> by_code(std::numeric_limits<std::uint8_t>::max() + 1);
    each([&](Row row) { ++by_code[column[row]]; });
    counts_.unknown = by_code[0];
    for (std::size_t code = 1; code < by_code.size(); ++code) {
      if (by_code[code] == 0) continue;
      const Choice choice{static_cast<std::uint8_t>(code)};
      const bool flag = field_.kind == Kind::flag;
      add(std::string(flag ? (code == 2 ? "yes" : "no") : word_of(field_.words, choice)),
          by_code[code]);
    }
  }
  void operator()(const IntegerColumn& column) {
    count_numbers(column, [](std::int64_t number) { return Value(number); });
  }
  void operator()(const DecimalColumn& column) {
    count_numbers(column.billionths, [](std::int64_t number) { return Value(Decimal{number}); });
  }
  void operator()(const DateColumn& column) {
    count_numbers(column, [](std::int32_t days) { return Value(Date{days}); });
  }
  void operator()(const StringColumn& column) {
    std::unordered_map<std::string_view, std::size_t> by_text;
    each([&](Row row) { ++by_text[column[row]]; });
    for (const auto& [text, models] : by_text) {
      if (text.empty()) {
        counts_.unknown = models;
      } else {
        add(machine_text(field_, text), models);
      }
    }
  }
  void operator()(const SparseColumn& column) {
    RowSet places(column.rows.size());
    for (std::size_t i = 0; i < column.rows.size(); ++i) {
      if (rows_.has(column.rows[i])) places.insert(static_cast<Row>(i));
    }
    Counter few(places, field_, most_);
    std::visit(few, *column.values);
    counts_ = std::move(few.counts_);
    counts_.unknown += rows_.size() - places.size();
  }

  ValueCounts take() && {
    std::vector<ValueCount>& values = counts_.values;
    std::sort(values.begin(), values.end(), [](const ValueCount& a, const ValueCount& b) {
      return a.models != b.models ? a.models > b.models : a.value < b.value;
    });
    if (most_ != 0 && values.size() > most_) values.resize(most_);
    return std::move(counts_);
  }

 private:
  template <typename Use>
  void each(Use use) {
    rows_.for_each([&](Row row) {
      use(row);
      return true;
    });
  }

  // By the number, since most fields have few different ones; equal texts are joined at the end.
  template <typename T, typename ToValue>
  void count_numbers(std::span<const T> column, ToValue to_value) {
    std::unordered_map<T, std::size_t> by_number;
    each([&](Row row) { ++by_number[column[row]]; });
    std::unordered_map<std::string, std::size_t> by_text;
    for (const auto& [number, models] : by_number) {
      if (number == std::numeric_limits<T>::min()) {
        counts_.unknown = models;
      } else {
        by_text[machine_text(field_, to_value(number))] += models;
      }
    }
    for (const auto& [text, models] : by_text) add(text, models);
  }

  // Of a long dictionary, such as that of tags, most words are not kept. They stand in their order.
  void add_words(const std::vector<std::uint32_t>& by_code, const StringColumn& dictionary) {
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 0; code < by_code.size(); ++code) {
      if (by_code[code] > 0) codes.push_back(code);
    }
    const std::size_t kept = most_ == 0 ? codes.size() : std::min(most_, codes.size());
    std::partial_sort(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(kept), codes.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        return by_code[a] != by_code[b] ? by_code[a] > by_code[b] : a < b;
                      });
    for (std::size_t i = 0; i < kept; ++i)
      add(std::string(dictionary[codes[i]]), by_code[codes[i]]);
    counts_.of = codes.size();
  }

  void add(std::string text, std::size_t models) {
    counts_.values.push_back({std::move(text), models});
    ++counts_.of;
  }

  const RowSet& rows_;
  const Field& field_;
  std::size_t most_;
  ValueCounts counts_ = {};
};

// Rows with an entry in a side table.
std::size_t count_entries(std::span<const Row> entries, const RowSet& rows) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool again = i > 0 && entries[i - 1] == entries[i];
    if (!again && rows.has(entries[i])) ++count;
  }
  return count;
}

}  // namespace

Result<RowSet> listed_rows(const Catalog& catalog, const MetricTable& metrics) {
  const auto everything = select(SelectionOptions{}, catalog, metrics, Date{});
  if (!everything) return everything.error();
  return matching_set(everything->where, catalog.table());
}

ValueCounts count_values(const Table& table, FieldId field, const RowSet& rows, std::size_t most) {
  Counter counter(rows, kFields[field], most);
  std::visit(counter, table.column(field));
  return std::move(counter).take();
}

WordCounts count_words(const Table& table, FieldId field, const RowSet& rows) {
  const ValueCounts counted = count_values(table, field, rows, 0);
  WordCounts counts;
  for (const ValueCount& count : counted.values) counts[fold(count.value)] += count.models;
  if (counted.unknown > 0) counts[""] = counted.unknown;
  return counts;
}

std::size_t count_of(const WordCounts& counts, std::string_view word) {
  const auto found = counts.find(fold(word));
  return found == counts.end() ? 0 : found->second;
}

std::size_t count_known(const Table& table, FieldId field, const RowSet& rows) {
  if (kFields[field].kind == Kind::scores) return count_entries(table.scores.rows, rows);
  const Operand unknown{.unknown = true, .text = {}};
  const Expr missing{Expr::Type::leaf, {field, Op::equal, {unknown}}, {}};
  return rows.size() - matching_set(missing, table).size_with(rows);
}

}  // namespace oms
