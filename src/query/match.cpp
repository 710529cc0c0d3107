#include "query/match.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "oms/base/text.h"
#include "query/operators.h"
#include "query/text_match.h"

namespace oms {
namespace {

using Byte = std::uint8_t;

void fill(BlockBits& out, std::size_t rows, bool value) {
  std::fill_n(out.begin(), words_for(rows), value ? ~std::uint64_t{0} : 0);
  cut(out, rows);
}

// ---- Tests: one a kind of column, with hits() and missing() as the matcher
// promises them, in bits, or with a byte a row, 0 or 1, for Packed.

struct NoColumn {
  void check(const Guard&, Row, Row) const {}  // it is verified already
  void hits(Row begin, Row end, const BlockBits&, BlockBits& out) const {
    fill(out, end - begin, false);
  }
  void missing(Row begin, Row end, BlockBits& out) const { fill(out, end - begin, true); }
};

template <typename Bytes>
struct Packed : Bytes {
  void hits(Row begin, Row end, const BlockBits& asked, BlockBits& out) const {
    std::array<Byte, kBlockRows> bytes;
    if constexpr (requires { Bytes::hits_of(begin, end, asked, out); }) {
      if (Bytes::hits_of(begin, end, asked, out)) return;
    }
    Bytes::hits(begin, end, bytes.data());
    pack(bytes.data(), end - begin, out);
  }
  void missing(Row begin, Row end, BlockBits& out) const {
    std::array<Byte, kBlockRows> bytes;
    Bytes::missing(begin, end, bytes.data());
    pack(bytes.data(), end - begin, out);
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

  void check(const Guard& guard, Row begin, Row end) const {
    guard.check(values, begin, end - begin);
  }
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

  void check(const Guard& guard, Row begin, Row end) const {
    guard.check(codes, begin, end - begin);
  }
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

  void check(const Guard& guard, Row begin, Row end) const {
    guard.check(strings.offsets, begin, end - begin + std::size_t{1});
    const std::uint32_t first = strings.offsets[begin];
    const std::uint32_t past = strings.offsets[end];
    guard.check(std::span(strings.pool, past), first, past - first);
  }
  void hits(Row begin, Row end, Byte* out) const { match.run(strings, begin, end, out); }
  // One by one where few are asked for: false where they are too many for that.
  bool hits_of(Row begin, Row end, const BlockBits& asked, BlockBits& out) const {
    constexpr std::size_t kOneIn = 16;
    const std::size_t words = words_for(end - begin);
    if (count_bits({asked.data(), words}) * kOneIn > end - begin) return false;
    std::fill_n(out.begin(), words, 0);
    each_bit(asked, end - begin, [&](std::size_t i) {
      out[i / 64] |= std::uint64_t{match.passes(strings[begin + i])} << (i % 64);
    });
    return true;
  }
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

  void check(const Guard&, Row, Row) const {}  // it is verified already
  void hits(Row begin, Row end, const BlockBits&, BlockBits& out) const {
    const std::size_t from = std::clamp<std::size_t>(first, begin, end) - begin;
    const std::size_t to = std::clamp<std::size_t>(last, begin, end) - begin;
    for (std::size_t i = 0; i < words_for(end - begin); ++i)
      out[i] = first_bits(to, i) & ~first_bits(from, i);
  }
  void missing(Row begin, Row end, BlockBits& out) const { fill(out, end - begin, false); }

 private:
  // Word i of the set of the first `count` rows.
  static std::uint64_t first_bits(std::size_t count, std::size_t i) {
    if (count >= i * 64 + 64) return ~std::uint64_t{0};
    return count <= i * 64 ? 0 : last_word(count);
  }
};

// Codes bit by bit: 64 rows at a time go through a tree of choices, one a plane.
struct Planes {
  CodePlanes planes = {};
  std::vector<Byte> table = {};  // by code, one for each that the planes can hold

  void check(const Guard& guard, Row begin, Row end) const {
    for (std::size_t plane = 0; plane < planes.count(); ++plane)
      guard.check(planes.plane(plane), begin / 64, words_for(end - begin));
  }
  void hits(Row begin, Row end, const BlockBits&, BlockBits& out) const {
    ask_ahead(end);
    if (const auto same = same_of(table)) return fill(out, end - begin, *same != 0);
    choose(table, begin / 64, words_for(end - begin), out);
    cut(out, end - begin);
  }
  void missing(Row begin, Row end, BlockBits& out) const {
    const std::size_t words = words_for(end - begin);
    std::fill_n(out.begin(), words, 0);
    for (std::size_t plane = 0; plane < planes.count(); ++plane) {
      const std::uint64_t* bits = planes.plane(plane).data() + begin / 64;
      for (std::size_t i = 0; i < words; ++i) out[i] |= bits[i];
    }
    for (std::size_t i = 0; i < words; ++i) out[i] = ~out[i];
    cut(out, end - begin);
  }

 private:
  // The next block lies in as many stretches as there are planes, each too short for the processor
  // to see it coming.
  void ask_ahead(Row begin) const {
    constexpr std::size_t kLine = 64 / sizeof(std::uint64_t);  // of the cache
    for (std::size_t plane = 0; plane < planes.count(); ++plane) {
      const auto bits = planes.plane(plane);
      const std::size_t past = std::min(begin / 64 + kBlockWords, bits.size());
      for (std::size_t at = begin / 64; at < past; at += kLine) __builtin_prefetch(&bits[at]);
    }
  }

  // What all codes are, where they are alike.
  static std::optional<Byte> same_of(std::span<const Byte> codes) {
    const bool same =
        std::all_of(codes.begin(), codes.end(), [&](Byte code) { return code == codes.front(); });
    return same ? std::optional(codes.front()) : std::nullopt;
  }

  // Which of the rows have a code that passes in `codes`, which are not all alike. The half with
  // the upper bit of the codes set stands behind the other one.
  void choose(std::span<const Byte> codes, std::size_t at, std::size_t words,
              BlockBits& out) const {
    const std::size_t half = codes.size() / 2;
    const auto lower = codes.first(half);
    const auto upper = codes.subspan(half);
    if (std::equal(lower.begin(), lower.end(), upper.begin())) return choose(lower, at, words, out);
    const auto level = static_cast<std::size_t>(std::countr_zero(half));
    const std::uint64_t* bits = planes.plane(level).data() + at;
    const auto combine = [&](auto how) {
      for (std::size_t i = 0; i < words; ++i) out[i] = how(bits[i], out[i]);
    };
    using Word = std::uint64_t;
    const auto below = same_of(lower);
    const auto above = same_of(upper);
    if (below && above) {
      const Word flip = *below != 0 ? ~Word{0} : 0;
      for (std::size_t i = 0; i < words; ++i) out[i] = bits[i] ^ flip;
    } else if (below) {
      choose(upper, at, words, out);
      if (*below != 0)
        combine([](Word bit, Word there) { return ~bit | there; });
      else
        combine([](Word bit, Word there) { return bit & there; });
    } else if (above) {
      choose(lower, at, words, out);
      if (*above != 0)
        combine([](Word bit, Word there) { return bit | there; });
      else
        combine([](Word bit, Word there) { return ~bit & there; });
    } else {
      BlockBits other;
      choose(lower, at, words, out);
      choose(upper, at, words, other);
      for (std::size_t i = 0; i < words; ++i) out[i] ^= bits[i] & (out[i] ^ other[i]);
    }
  }
};

// One code for nearly all rows, and the others one by one.
struct Common {
  CodePlanes codes = {};
  std::vector<Byte> table = {};  // by code

  void check(const Guard&, Row, Row) const {}  // it is verified already
  void hits(Row begin, Row end, const BlockBits&, BlockBits& out) const {
    mark(begin, end, out, [&](Byte code) { return table[code] != 0; });
  }
  void missing(Row begin, Row end, BlockBits& out) const {
    mark(begin, end, out, [](Byte code) { return code == 0; });
  }

 private:
  template <typename Passes>
  void mark(Row begin, Row end, BlockBits& out, Passes passes) const {
    const bool usual = passes(codes.common.front());
    fill(out, end - begin, usual);
    const auto rows = codes.other_rows;
    const auto first = std::lower_bound(rows.begin(), rows.end(), begin);
    for (auto row = first; row != rows.end() && *row < end; ++row) {
      const bool passing = passes(codes.other_codes[static_cast<std::size_t>(row - rows.begin())]);
      out[(*row - begin) / 64] ^= std::uint64_t{passing != usual} << ((*row - begin) % 64);
    }
  }
};

struct Words {
  std::span<const std::uint32_t> codes = {};
  std::vector<Byte> table = {};  // by dictionary code
  std::vector<Run<std::uint32_t>> runs = runs_of<std::uint32_t>(table);

  void check(const Guard&, Row, Row) const {}  // it is verified already
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

  void check(const Guard&, Row, Row) const {}  // it is verified already
  // Over the rows, if that is the way.
  bool hits_of(Row begin, Row end, const BlockBits& asked, BlockBits& out) const {
    if (table.empty()) return false;
    std::fill_n(out.begin(), words_for(end - begin), 0);
    each_bit(asked, end - begin, [&](std::size_t i) {
      Byte any = 0;
      for (const std::uint32_t code : lists.of(begin + static_cast<Row>(i))) any |= table[code];
      out[i / 64] |= std::uint64_t{any} << (i % 64);
    });
    return true;
  }
  void hits(Row begin, Row end, Byte* out) const {
    std::fill(out, out + (end - begin), Byte{0});
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

// The rows are known already.
struct Marked {
  RowSet rows = {};
  std::span<const std::uint64_t> known = {};

  void check(const Guard&, Row, Row) const {}  // it is verified already
  void hits(Row begin, Row end, const BlockBits&, BlockBits& out) const {
    std::copy_n(rows.words().begin() + begin / 64, words_for(end - begin), out.begin());
    cut(out, end - begin);
  }
  void missing(Row begin, Row end, BlockBits& out) const {
    for (std::size_t i = 0; i < words_for(end - begin); ++i) out[i] = ~known[begin / 64 + i];
    cut(out, end - begin);
  }
};

// A test of the few values there are.
struct Few {
  std::span<const Row> rows = {};
  std::unique_ptr<const Matcher> values = {};

  void check(const Guard&, Row, Row) const {}  // it is verified already
  void hits(Row begin, Row end, const BlockBits&, BlockBits& out) const {
    fill(out, end - begin, false);
    spread(begin, end, out, [&](Row from, Row to, BlockBits& answers) {
      values->hits(from, to, kAllRows, answers);
    });
  }
  void missing(Row begin, Row end, BlockBits& out) const {
    fill(out, end - begin, true);
    spread(begin, end, out,
           [&](Row from, Row to, BlockBits& answers) { values->missing(from, to, answers); });
  }

 private:
  // The values are asked in their own blocks.
  template <typename Ask>
  void spread(Row begin, Row end, BlockBits& out, Ask ask) const {
    const auto first =
        static_cast<Row>(std::lower_bound(rows.begin(), rows.end(), begin) - rows.begin());
    const auto last =
        static_cast<Row>(std::lower_bound(rows.begin() + first, rows.end(), end) - rows.begin());
    BlockBits answers;
    for (Row block = first / 64 * 64; block < last; block += kBlockRows) {
      const Row past = std::min<Row>(last, block + kBlockRows);
      ask(block, past, answers);
      for (Row at = std::max(first, block); at < past; ++at) {
        const std::uint64_t bit = std::uint64_t{1} << ((rows[at] - begin) % 64);
        std::uint64_t& word = out[(rows[at] - begin) / 64];
        const bool answer = ((answers[(at - block) / 64] >> ((at - block) % 64)) & 1) != 0;
        word = answer ? word | bit : word & ~bit;
      }
    }
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

using AnyTest = std::variant<NoColumn, Packed<Numbers<std::int64_t>>, Packed<Numbers<std::int32_t>>,
                             Packed<Codes>, Packed<Texts>, Beginnings, Planes, Common, Marked,
                             Packed<Words>, Packed<Lists>, Few>;

AnyTest planes_test(const Condition& condition, const CodePlanes& planes) {
  std::vector<Byte> table;
  if (planes.dictionary.size() > 0) {
    table = passing_words(planes.dictionary, condition);
  } else {
    const std::array<Byte, 256> codes = code_table(condition);
    table.assign(codes.begin(), codes.end());
  }
  if (!planes.common.empty()) {
    table.resize(256);
    return Common{planes, std::move(table)};
  }
  table.resize(std::size_t{1} << planes.count());
  return Planes{planes, std::move(table)};
}

AnyTest test_for(const Condition& condition, const Column& column, std::size_t rows) {
  const auto* texts = std::get_if<StringColumn>(&column);
  if (texts != nullptr) return Packed<Texts>{{*texts, text_match(condition)}};
  if (const auto* words = std::get_if<WordColumn>(&column))
    return Packed<Words>{{words->codes, passing_words(words->dictionary, condition)}};
  if (const auto* lists = std::get_if<ListColumn>(&column))
    return Packed<Lists>{list_test(*lists, condition, rows)};
  if (const auto* integers = std::get_if<IntegerColumn>(&column))
    return Packed<Numbers<std::int64_t>>{{*integers, intervals(condition)}};
  if (const auto* decimals = std::get_if<DecimalColumn>(&column))
    return Packed<Numbers<std::int64_t>>{{decimals->billionths, intervals(condition)}};
  if (const auto* dates = std::get_if<DateColumn>(&column))
    return Packed<Numbers<std::int32_t>>{{*dates, intervals(condition)}};
  if (const auto* codes = std::get_if<CodeColumn>(&column))
    return Packed<Codes>{{*codes, code_table(condition)}};
  if (const auto* few = std::get_if<SparseColumn>(&column))
    return Few{few->rows, std::make_unique<const Matcher>(condition, GuardedColumn{*few->values},
                                                          few->rows.size())};
  return NoColumn{};
}

}  // namespace

struct Matcher::Test {
  AnyTest any = {};
  Guard guard = {};
};

Matcher::Matcher(const Condition& condition, const GuardedColumn& column, std::size_t rows)
    : test_(std::make_unique<Test>(Test{test_for(condition, column.column, rows), column.guard})) {}
Matcher::Matcher(const Condition& condition, const CodePlanes& planes)
    : test_(std::make_unique<Test>(Test{planes_test(condition, planes), planes.guard})) {}
Matcher::Matcher(const Condition& condition, const FewValues& few)
    : test_(std::make_unique<Test>(
          Test{Few{few.rows, std::make_unique<const Matcher>(condition, GuardedColumn{few.values},
                                                             few.rows.size())}})) {}
Matcher::Matcher(RowSet rows, const CodePlanes& known)
    : test_(std::make_unique<Test>(Test{Marked{std::move(rows), known.plane(0)}})) {}
Matcher::Matcher(std::size_t first, std::size_t last)
    : test_(std::make_unique<Test>(Test{Beginnings{first, last}})) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

bool Matcher::is_slow() const {
  const auto* lists = std::get_if<Packed<Lists>>(&test_->any);
  return std::holds_alternative<Packed<Texts>>(test_->any) ||
         (lists != nullptr && !lists->table.empty());
}

// Before the rows are read.
void Matcher::check(Row begin, Row end) const {
  if (test_->guard.index == nullptr) return;
  std::visit([&](const auto& test) { test.check(test_->guard, begin, end); }, test_->any);
}

void Matcher::hits(Row begin, Row end, const BlockBits& asked, BlockBits& out) const {
  check(begin, end);
  std::visit([&](const auto& test) { test.hits(begin, end, asked, out); }, test_->any);
}

void Matcher::missing(Row begin, Row end, BlockBits& out) const {
  check(begin, end);
  std::visit([&](const auto& test) { test.missing(begin, end, out); }, test_->any);
}

}  // namespace oms
