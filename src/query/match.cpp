#include "query/match.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "oms/base/text.h"
#include "query/operators.h"
#include "query/text_match.h"

namespace oms {
namespace {

using Byte = std::uint8_t;

// ---- Tests: one a kind of column, with hits() and missing() as the matcher
// promises them.

struct NoColumn {
  void hits(Row begin, Row end, Byte* out) const { std::fill(out, out + (end - begin), Byte{0}); }
  void missing(Row begin, Row end, Byte* out) const {
    std::fill(out, out + (end - begin), Byte{1});
  }
};

struct Interval {
  std::int64_t low = 0;
  std::int64_t high = 0;  // inclusive; below `low` for an empty one
};

template <typename T>
struct Numbers {
  std::span<const T> values = {};
  std::vector<Interval> intervals = {};

  void hits(Row begin, Row end, Byte* out) const {
    const T* from = values.data() + begin;
    const std::size_t count = end - begin;
    std::fill(out, out + count, Byte{0});
    for (const auto [low, high] : intervals) {
      for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<std::int64_t>(from[i]);
        out[i] = static_cast<Byte>(out[i] | ((value >= low) & (value <= high)));
      }
    }
  }
  void missing(Row begin, Row end, Byte* out) const {
    const T* from = values.data() + begin;
    for (std::size_t i = 0; i < end - begin; ++i)
      out[i] = static_cast<Byte>(from[i] == std::numeric_limits<T>::min());
  }
};
static_assert(kNoInteger == std::numeric_limits<std::int64_t>::min());
static_assert(kNoDay == std::numeric_limits<std::int32_t>::min());

// Codes or dictionary words that pass, as runs: comparing with a few runs takes
// many rows at a time, a look into a table by code takes one.
template <typename T>
struct Run {
  T first = 0;
  T length_less_one = 0;
};
constexpr std::size_t kMostRuns = 6;

template <typename T>
std::vector<Run<T>> runs_of(std::span<const Byte> table) {
  std::vector<Run<T>> runs;
  for (std::size_t code = 0; code < table.size(); ++code) {
    if (table[code] == 0) continue;
    if (code > 0 && table[code - 1] != 0) {
      ++runs.back().length_less_one;
    } else {
      runs.push_back({static_cast<T>(code), 0});
    }
  }
  return runs;
}

template <typename T>
void mark(std::span<const T> codes, std::span<const Run<T>> runs, Byte* out) {
  std::fill(out, out + codes.size(), Byte{0});
  for (const auto [first, length_less_one] : runs) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const auto place = static_cast<T>(codes[i] - first);  // wraps around below `first`
      out[i] = static_cast<Byte>(out[i] | static_cast<Byte>(place <= length_less_one));
    }
  }
}

struct Codes {
  CodeColumn codes = {};
  std::array<Byte, 256> table = {};
  std::vector<Run<Byte>> runs = runs_of<Byte>(table);

  void hits(Row begin, Row end, Byte* out) const {
    if (runs.size() <= kMostRuns) {
      mark<Byte>(codes.subspan(begin, end - begin), runs, out);
      return;
    }
    for (Row row = begin; row < end; ++row) out[row - begin] = table[codes[row]];
  }
  void missing(Row begin, Row end, Byte* out) const {
    const Byte* from = codes.data() + begin;
    for (std::size_t i = 0; i < end - begin; ++i) out[i] = static_cast<Byte>(from[i] == 0);
  }
};

struct Texts {
  StringColumn strings = {};
  TextMatch match = {};

  void hits(Row begin, Row end, Byte* out) const { match.run(strings, begin, end, out); }
  void missing(Row begin, Row end, Byte* out) const {
    const std::uint32_t* from = strings.offsets.data() + begin;
    for (std::size_t i = 0; i < end - begin; ++i)
      out[i] = static_cast<Byte>(from[i] == from[i + 1]);
  }
};

// Strings in folded order: those with one beginning stand together.
struct Beginnings {
  std::size_t first = 0;
  std::size_t last = 0;  // past the end

  void hits(Row begin, Row end, Byte* out) const {
    const auto place = [&](std::size_t row) {
      return out + (std::clamp<std::size_t>(row, begin, end) - begin);
    };
    std::fill(out, place(first), Byte{0});
    std::fill(place(first), place(last), Byte{1});
    std::fill(place(last), out + (end - begin), Byte{0});
  }
  void missing(Row begin, Row end, Byte* out) const {
    std::fill(out, out + (end - begin), Byte{0});
  }
};

struct Words {
  std::span<const std::uint32_t> codes = {};
  std::vector<Byte> table = {};  // by dictionary code
  std::vector<Run<std::uint32_t>> runs = runs_of<std::uint32_t>(table);

  void hits(Row begin, Row end, Byte* out) const {
    if (runs.size() <= kMostRuns) {
      mark<std::uint32_t>(codes.subspan(begin, end - begin), runs, out);
      return;
    }
    const std::uint32_t* from = codes.data() + begin;
    for (std::size_t i = 0; i < end - begin; ++i) out[i] = table[from[i]];
  }
  void missing(Row begin, Row end, Byte* out) const {
    const std::uint32_t* from = codes.data() + begin;
    for (std::size_t i = 0; i < end - begin; ++i) out[i] = static_cast<Byte>(from[i] == 0);
  }
};

struct Lists {
  ListColumn lists = {};
  std::vector<std::uint32_t> codes = {};  // the words that pass, for the way over the postings
  std::vector<Byte> table = {};           // by dictionary code, for the way over the rows; or empty

  void hits(Row begin, Row end, Byte* out) const {
    std::fill(out, out + (end - begin), Byte{0});
    if (!table.empty()) {
      for (Row row = begin; row < end; ++row) {
        for (const std::uint32_t code : lists.of(row)) out[row - begin] |= table[code];
      }
      return;
    }
    for (const std::uint32_t code : codes) {
      const auto rows = lists.rows_with(code);
      for (auto row = std::lower_bound(rows.begin(), rows.end(), begin);
           row != rows.end() && *row < end; ++row)
        out[*row - begin] = 1;
    }
  }
  void missing(Row begin, Row end, Byte* out) const {
    const std::uint32_t* from = lists.starts.data() + begin;
    for (std::size_t i = 0; i < end - begin; ++i)
      out[i] = static_cast<Byte>(from[i] == from[i + 1]);
  }
};

// A test of the few values there are.
struct Few {
  std::span<const Row> rows = {};
  std::unique_ptr<const Matcher> values = {};

  void hits(Row begin, Row end, Byte* out) const {
    std::fill(out, out + (end - begin), Byte{0});
    spread(begin, end, out, &Matcher::hits);
  }
  void missing(Row begin, Row end, Byte* out) const {
    std::fill(out, out + (end - begin), Byte{1});
    spread(begin, end, out, &Matcher::missing);
  }

 private:
  using Ask = void (Matcher::*)(Row, Row, Byte*) const;
  void spread(Row begin, Row end, Byte* out, Ask ask) const {
    const auto first = std::lower_bound(rows.begin(), rows.end(), begin);
    const auto last = std::lower_bound(first, rows.end(), end);
    std::array<Byte, kBlockRows> answers;
    const auto place = static_cast<Row>(first - rows.begin());
    const auto count = static_cast<Row>(last - first);
    ((*values).*ask)(place, place + count, answers.data());
    for (Row i = 0; i < count; ++i) out[rows[place + i] - begin] = answers[i];
  }
};

// ---- From a condition to a test.

Interval interval(Op op, const Operand& operand) {
  constexpr auto kLowest = std::numeric_limits<std::int64_t>::min() + 1;  // the lowest one is kNo…
  constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();
  constexpr auto kEmpty = Interval{1, 0};
  switch (op) {
    case Op::less:
      return operand.number <= kLowest ? kEmpty : Interval{kLowest, operand.number - 1};
    case Op::less_equal:
      return {kLowest, operand.number_last};
    case Op::greater:
      return operand.number_last == kHighest ? kEmpty : Interval{operand.number_last + 1, kHighest};
    case Op::greater_equal:
      return {operand.number, kHighest};
    default:
      return {operand.number, operand.number_last};
  }
}

std::vector<Interval> intervals(const Condition& condition) {
  std::vector<Interval> result;
  for (const Operand& operand : condition.operands) {
    if (!operand.unknown) result.push_back(interval(condition.op, operand));
  }
  return result;
}

std::array<Byte, 256> code_table(const Condition& condition) {
  std::array<Byte, 256> table = {};
  for (const Operand& operand : condition.operands) {
    if (operand.unknown) continue;
    const Operand code{.text = {}, .number = operand.code, .number_last = operand.code};
    const Interval range = interval(condition.op, code);
    for (std::size_t i = 1; i < table.size(); ++i) {
      const auto value = static_cast<std::int64_t>(i);
      if (value >= range.low && value <= range.high) table[i] = 1;
    }
  }
  return table;
}

TextMatch text_match(const Condition& condition) {
  TextMatch match{is_containing(condition.op), {}};
  for (const Operand& operand : condition.operands) match.needles.push_back(operand.text);
  return match;
}

std::vector<Byte> passing_words(const StringColumn& dictionary, const Condition& condition) {
  std::vector<Byte> table(dictionary.size());
  text_match(condition).run(dictionary, 0, dictionary.size(), table.data());
  return table;
}

Lists list_test(const ListColumn& lists, const Condition& condition, std::size_t rows) {
  Lists test{lists, {}, passing_words(lists.dictionary, condition)};
  for (std::uint32_t code = 0; code < test.table.size(); ++code) {
    if (test.table[code] != 0) test.codes.push_back(code);
  }
  // Each passing word costs a binary search per block; a look at every word
  // costs one step.
  constexpr std::size_t kSearchSteps = 16;
  const std::size_t blocks = rows / kBlockRows + 1;
  if (test.codes.size() * blocks * kSearchSteps <= lists.codes.size() + kSearchSteps)
    test.table.clear();
  return test;
}

using AnyTest = std::variant<NoColumn, Numbers<std::int64_t>, Numbers<std::int32_t>, Codes, Texts,
                             Beginnings, Words, Lists, Few>;

AnyTest test_for(const Condition& condition, const Column& column, std::size_t rows) {
  const auto* texts = std::get_if<StringColumn>(&column);
  if (texts != nullptr) return Texts{*texts, text_match(condition)};
  if (const auto* words = std::get_if<WordColumn>(&column))
    return Words{words->codes, passing_words(words->dictionary, condition)};
  if (const auto* lists = std::get_if<ListColumn>(&column))
    return list_test(*lists, condition, rows);
  if (const auto* integers = std::get_if<IntegerColumn>(&column))
    return Numbers<std::int64_t>{*integers, intervals(condition)};
  if (const auto* decimals = std::get_if<DecimalColumn>(&column))
    return Numbers<std::int64_t>{decimals->billionths, intervals(condition)};
  if (const auto* dates = std::get_if<DateColumn>(&column))
    return Numbers<std::int32_t>{*dates, intervals(condition)};
  if (const auto* codes = std::get_if<CodeColumn>(&column))
    return Codes{*codes, code_table(condition)};
  if (const auto* few = std::get_if<SparseColumn>(&column))
    return Few{few->rows,
               std::make_unique<const Matcher>(condition, *few->values, few->rows.size())};
  return NoColumn{};
}

}  // namespace

struct Matcher::Test {
  AnyTest any = {};
};

Matcher::Matcher(const Condition& condition, const Column& column, std::size_t rows)
    : test_(std::make_unique<Test>(Test{test_for(condition, column, rows)})) {}
Matcher::Matcher(std::size_t first, std::size_t last)
    : test_(std::make_unique<Test>(Test{Beginnings{first, last}})) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

bool Matcher::is_slow() const {
  const auto* lists = std::get_if<Lists>(&test_->any);
  return std::holds_alternative<Texts>(test_->any) || (lists != nullptr && !lists->table.empty());
}

void Matcher::hits(Row begin, Row end, std::uint8_t* out) const {
  std::visit([&](const auto& test) { test.hits(begin, end, out); }, test_->any);
}

void Matcher::missing(Row begin, Row end, std::uint8_t* out) const {
  std::visit([&](const auto& test) { test.missing(begin, end, out); }, test_->any);
}

}  // namespace oms
