// The kinds of values a model field can have, and how one row of the field table looks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "oms/base/date.h"
#include "oms/base/decimal.h"

namespace oms {

struct Model;

// How a field is stored, compared and printed.
enum class Kind : std::uint8_t {
  text,     // free text, different in most rows (id)
  word,     // text that repeats (author, license): stored through a dictionary
  list,     // several words, order kept (tags); empty = unknown
  integer,  // whole number
  decimal,  // exact decimal
  date,     // calendar date
  choice,   // one of a closed, ordered set of words; 0 = unknown
  flag,     // yes or no
  scores,   // metric → value; can be printed, not compared
};

enum class Better : std::uint8_t { none, higher, lower };

// How a number is shown in tables; machine formats always carry the plain value.
enum class Show : std::uint8_t { plain, si, bytes, tokens, usd };

// One cell. monostate = unknown. Views point into the table they came from and must not outlive it.
using TextList = std::vector<std::string_view>;
using ScoreList = std::vector<std::pair<std::string_view, Decimal>>;  // metric → value, by metric
using Value = std::variant<std::monostate, bool, std::int64_t, Decimal, Date, std::string_view,
                           TextList, ScoreList>;
inline bool is_unknown(const Value& value) { return std::holds_alternative<std::monostate>(value); }

// Members of Model.
using Text = std::string;                // "" = unknown
using Words = std::vector<std::string>;  // {} = unknown
using Integer = std::optional<std::int64_t>;
using Number = std::optional<Decimal>;
using Day = std::optional<Date>;
using Flag = std::optional<bool>;
struct Choice {
  std::uint8_t code = 0;  // position in the field's words + 1; 0 = unknown
  friend constexpr auto operator<=>(Choice, Choice) = default;
};

// Where the index finds a value while it is built. monostate: computed by the query.
using Member = std::variant<std::monostate, Text Model::*, Words Model::*, Integer Model::*,
                            Number Model::*, Day Model::*, Choice Model::*, Flag Model::*>;

struct Field {
  std::string_view name = {};
  Kind kind = Kind::text;
  std::string_view unit = {};    // "" for texts; "count", "USD per 1M tokens", "date", …
  Better better = Better::none;  // what a bare --sort puts first
  Show show = Show::plain;
  std::string_view header = {};                  // column title in tables
  std::string_view help = {};                    // one line, no final period
  std::span<const std::string_view> words = {};  // Kind::choice: worst first
  Member member = {};
  bool says_unknown = false;  // JSON prints "unknown" instead of null: the word is an answer here
  // Name of a field that marks the cell in tables ("~", "*"): a flag that is true, or one with the
  // word `marked_when`; "" for none.
  std::string_view marked_by = {};
  std::string_view marked_when = {};
  std::string_view mark = {};
};

}  // namespace oms
