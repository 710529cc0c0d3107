// What a query sees of a catalog: columns by field, and side tables of offers, scores and facts.
// Everything here is a view; the memory belongs to a mapped index or to the program image, and must
// outlive the view.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "oms/base/bits.h"
#include "oms/model/model.h"
#include "oms/model/records.h"

namespace oms {

// Stands before the bytes of an index, which are verified where they are first read. Without an
// index there is nothing to verify. Several threads may ask at once.
struct Guard {
  const void* index = nullptr;
  // Throws where `bytes` are not as they were written, or none.
  void (*verify)(const void* index, std::span<const std::byte> bytes) = nullptr;

  // Of `values`, `count` from `first` on. Throws, too, where there are not so many.
  template <typename T>
  void check(std::span<const T> values, std::size_t first, std::size_t count) const {
    if (index == nullptr || count == 0) return;
    const bool there = first <= values.size() && count <= values.size() - first;
    verify(index,
           there ? std::as_bytes(values.subspan(first, count)) : std::span<const std::byte>());
  }
};

using Row = std::uint32_t;  // row number; rows stand in the order of their folded ids
inline constexpr Row kNoRow = std::numeric_limits<Row>::max();
inline constexpr std::int64_t kNoInteger = std::numeric_limits<std::int64_t>::min();  // = unknown
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();      // = unknown

// Strings one after the other: string i is pool[offsets[i], offsets[i + 1]).
struct StringColumn {
  std::span<const std::uint32_t> offsets = {};  // rows + 1
  const char* pool = nullptr;

  std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  std::string_view operator[](std::size_t i) const {
    return {pool + offsets[i], offsets[i + 1] - offsets[i]};
  }
};

// Position of a word in a dictionary, whose words are distinct and sorted by bytes; nothing when it
// does not occur.
std::optional<std::uint32_t> code_of(const StringColumn& dictionary, std::string_view word);

// Kind::word. Code 0 is unknown; word c of the dictionary is dictionary[c] (dictionary[0] is "").
struct WordColumn {
  std::span<const std::uint32_t> codes = {};
  StringColumn dictionary = {};

  std::string_view operator[](Row row) const { return dictionary[codes[row]]; }
};

// Kind::list. Row r has codes[starts[r], starts[r + 1]). Postings: dictionary word c stands in
// rows postings[posting_starts[c], posting_starts[c + 1]), ascending.
struct ListColumn {
  std::span<const std::uint32_t> starts = {};  // rows + 1
  std::span<const std::uint32_t> codes = {};
  StringColumn dictionary = {};
  std::span<const std::uint32_t> posting_starts = {};  // dictionary size + 1
  std::span<const std::uint32_t> postings = {};

  std::span<const std::uint32_t> of(Row row) const {
    return codes.subspan(starts[row], starts[row + 1] - starts[row]);
  }
  std::span<const std::uint32_t> rows_with(std::uint32_t code) const {
    return postings.subspan(posting_starts[code], posting_starts[code + 1] - posting_starts[code]);
  }
};

using IntegerColumn = std::span<const std::int64_t>;  // Kind::integer; kNoInteger = unknown
struct DecimalColumn {
  std::span<const std::int64_t> billionths = {};  // kNoInteger = unknown
};
using DateColumn = std::span<const std::int32_t>;  // days; kNoDay = unknown
using CodeColumn = std::span<const std::uint8_t>;  // Kind::choice: code; Kind::flag: 1 no, 2 yes

struct SparseColumn;
// monostate: the field is not in this table (computed ones before they are computed).
using Column = std::variant<std::monostate, StringColumn, WordColumn, ListColumn, IntegerColumn,
                            DecimalColumn, DateColumn, CodeColumn, SparseColumn>;

// What few rows have, computed for one query: the value of rows[i] is that of row i in `values`, a
// column of another kind. All other rows are unknown.
struct SparseColumn {
  std::span<const Row> rows = {};  // ascending
  const Column* values = nullptr;  // as many as `rows`

  // Position of `row` in `rows`; kNoRow when it is not there.
  Row place_of(Row row) const {
    const auto at = std::lower_bound(rows.begin(), rows.end(), row);
    return at == rows.end() || *at != row ? kNoRow : static_cast<Row>(at - rows.begin());
  }
};

// A column of texts, numbers, days or codes, of which `guard` has to check what is read.
struct GuardedColumn {
  Column column = {};
  Guard guard = {};
};

// Side tables: several entries a row, sorted by row.
struct OfferTable {
  std::span<const std::uint32_t> rows = {};
  WordColumn host = {};
  WordColumn route = {};
  WordColumn source = {};
  DecimalColumn input = {};
  DecimalColumn output = {};
  DateColumn as_of = {};
  DecimalColumn cached = {};
};
struct ScoreTable {  // sorted by row, then metric
  std::span<const std::uint32_t> rows = {};
  WordColumn metric = {};
  DecimalColumn value = {};
  DateColumn as_of = {};
  CodeColumn grade = {};
  WordColumn variant = {};
  WordColumn source = {};
};
// Rows share combinations of facts: combination p is members[starts[p], starts[p + 1]), positions
// in the columns behind. Row r has those of profiles[r], and those of inherited[r], whose sources
// are base models.
struct FactTable {
  std::span<const std::uint32_t> profiles = {};
  std::span<const std::uint32_t> inherited = {};
  std::span<const std::uint32_t> starts = {};  // number of profiles + 1
  std::span<const std::uint32_t> members = {};
  WordColumn field = {};
  WordColumn source = {};
  DateColumn as_of = {};
  CodeColumn evidence = {};

  std::size_t profile_count() const { return starts.empty() ? 0 : starts.size() - 1; }
  std::span<const std::uint32_t> of_profile(std::uint32_t profile) const {
    return members.subspan(starts[profile], starts[profile + 1] - starts[profile]);
  }
};

// The codes of a choice, flag or word column once more, bit by bit: row r has bit k of its code in
// plane(k), at word r / 64, bit r % 64. A fraction of the memory of the codes. Where nearly all
// rows have one code there are no planes, but that code and the other rows.
struct CodePlanes {
  std::span<const std::uint64_t> words = {};  // plane after plane; behind the guard
  std::size_t stride = 0;                     // words a plane
  std::span<const std::uint8_t> common = {};  // the code of nearly all rows, if there is one
  std::span<const Row> other_rows = {};       // ascending
  std::span<const std::uint8_t> other_codes = {};
  StringColumn dictionary = {};  // of a word column
  Guard guard = {};

  bool empty() const { return words.empty() && common.empty(); }
  std::size_t count() const { return stride == 0 ? 0 : words.size() / stride; }
  std::span<const std::uint64_t> plane(std::size_t k) const {
    return words.subspan(k * stride, stride);
  }
};

// Of a column of numbers or days that few rows have, the rows and their values.
struct FewValues {
  std::span<const Row> rows = {};  // ascending
  Column values = {};              // as many
};

// Of a list column, where some words stand, without the rest of it.
struct WordRows {
  std::vector<std::span<const Row>> rows = {};  // of each of the words, ascending
  CodePlanes known = {};                        // one plane: the rows whose list is not empty
};

// The quantized copies, and the row that each was made from.
struct Folds {
  static constexpr std::size_t kStretch = 8;  // words; a line of the cache

  std::span<const std::uint64_t> copies = {};  // bit r % 64 of word r / 64: row r is one
  std::span<const std::uint32_t> before = {};  // how many stand before a stretch
  std::span<const Row> bases = {};             // of each copy; behind the guard
  Guard guard = {};

  bool has(Row row) const {
    return row / 64 < copies.size() && ((copies[row / 64] >> (row % 64)) & 1) != 0;
  }
  // take(copy, base), ascending.
  template <typename Take>
  void for_each(const Take& take) const {
    std::size_t place = 0;
    for (std::size_t word = 0; word < copies.size(); ++word) {
      guard.check(bases, place, count_bits(copies[word]));
      for (std::uint64_t left = copies[word]; left != 0; left &= left - 1)
        take(static_cast<Row>(word * 64 + static_cast<unsigned>(std::countr_zero(left))),
             bases[place++]);
    }
  }
  // kNoRow for what is no copy.
  Row base_of(Row row) const {
    if (!has(row)) return kNoRow;
    const std::size_t place = before_word(row / 64) + before_in_word(row);
    guard.check(bases, place, 1);
    return bases[place];
  }
  std::uint32_t before_in_word(Row row) const {
    const std::uint64_t lower = (std::uint64_t{1} << (row % 64)) - 1;
    return static_cast<std::uint32_t>(count_bits(copies[row / 64] & lower));
  }
  // Whether the parts belong together, for so many rows, as far as their ends tell.
  bool fit(std::size_t rows) const {
    const std::size_t words = (rows + 63) / 64;
    if (copies.size() != words || before.size() != (words + kStretch - 1) / kStretch) return false;
    const std::size_t all = words == 0 ? 0 : before_word(words - 1) + count_bits(copies.back());
    return all == bases.size();
  }
  // How many copies stand before the rows of a word.
  std::size_t before_word(std::size_t word) const {
    const std::size_t first = word / kStretch * kStretch;
    return before[word / kStretch] + count_bits(copies.subspan(first, word - first));
  }
};

// Gives the parts of a table when they are first asked for: a query touches only what it names.
struct TableParts {
  std::function<Column(FieldId)> column = {};
  // The column, of which only `row` may be read: for a look at few rows of many. May be missing.
  std::function<Column(FieldId, Row)> cell = {};
  std::function<FactTable()> facts = {};
  // The facts, of which only those of `row` may be read. May be missing.
  std::function<FactTable(Row)> row_facts = {};
  std::function<Folds()> folds = {};
  std::function<std::size_t(Row)> copies = {};
  // May be missing, and give nothing for any field.
  std::function<GuardedColumn(FieldId)> guarded = {};
  std::function<CodePlanes(FieldId)> planes = {};
  std::function<std::span<const Row>(FieldId)> highest = {};
  std::function<FewValues(FieldId)> few = {};
  std::function<std::span<const std::int32_t>(FieldId)> range = {};
  // For list columns; may be missing, all three.
  std::function<StringColumn(FieldId)> dictionary = {};
  std::function<std::vector<std::uint32_t>(FieldId, std::string_view folded)> word_codes = {};
  std::function<WordRows(FieldId, std::span<const std::uint32_t> codes)> word_rows = {};
};

// Not for several threads at once: parts come when they are first asked for.
class Table {
 public:
  Table() = default;
  Table(std::size_t row_count, TableParts parts) : rows(row_count), parts_(std::move(parts)) {}

  std::size_t rows = 0;
  OfferTable offers = {};
  ScoreTable scores = {};

  const Column& column(FieldId field) const;
  // The column, of which only `some` rows, a few, may be read.
  Column column(FieldId field, std::span<const Row> some) const;
  // The column, checked by the block where that is possible: for a look at all of it once.
  GuardedColumn guarded(FieldId field) const;
  const FactTable& facts() const;
  const Folds& folds() const;
  // How many quantized copies were made from a row, without a look at the others.
  std::size_t copies(Row base) const { return parts_.copies ? parts_.copies(base) : 0; }
  // Of a stored column: its codes bit by bit, or nothing.
  CodePlanes planes(FieldId field) const;
  // Of a stored column: the rows with the highest values, equal ones in the order of the rows.
  // All others come behind them. May be few, or none.
  std::span<const Row> highest(FieldId field) const;

  // Of a stored column of days: the first and the last one, kNoDay where no row has one.
  std::span<const std::int32_t> range(FieldId field) const { return parts_.range(field); }
  // Of a stored column that few rows have a value in; else nothing.
  FewValues few(FieldId field) const;
  // Of a stored list column; false for any other one.
  bool has_word_rows(FieldId field) const;
  StringColumn dictionary(FieldId field) const { return parts_.dictionary(field); }
  // Of the words that are `folded`, letter case aside, the codes in the dictionary.
  std::vector<std::uint32_t> word_codes(FieldId field, std::string_view folded) const {
    return parts_.word_codes(field, folded);
  }
  WordRows word_rows(FieldId field, std::span<const std::uint32_t> codes) const {
    return parts_.word_rows(field, codes);
  }

  // In place of what the table has.
  void set_column(FieldId field, Column column) {
    columns_[field] = std::move(column);
    replaced_[field] = true;
  }
  // The same, made when it is first asked for; `make` may ask for other columns.
  void set_column(FieldId field, std::function<Column()> make);

  Value value(FieldId field, Row row) const;
  bool unknown(FieldId field, Row row) const;
  std::string_view id(Row row) const;
  // Row of an id, letter case aside; kNoRow when there is none.
  Row find(std::string_view id) const;

  std::vector<Offer> offers_of(Row row) const;
  std::vector<Observation> scores_of(Row row) const;
  std::vector<Fact> facts_of(Row row) const;

 private:
  template <typename Read>
  auto read(FieldId field, Row row, Read read) const;

  TableParts parts_ = {};
  std::vector<std::pair<FieldId, std::function<Column()>>> computed_ = {};
  mutable std::vector<std::uint32_t> cells_read_ = std::vector<std::uint32_t>(kFieldCount);
  mutable std::vector<std::optional<Column>> columns_ =
      std::vector<std::optional<Column>>(kFieldCount);  // by FieldId
  mutable std::optional<FactTable> facts_ = {};
  mutable std::optional<Folds> folds_ = {};
  std::vector<bool> replaced_ = std::vector<bool>(kFieldCount);  // by set_column()
};

// First and past-the-last entry of `row` in the rows of a side table.
std::pair<std::size_t, std::size_t> entries_of(std::span<const std::uint32_t> rows, Row row);

}  // namespace oms
