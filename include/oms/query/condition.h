// Conditions: text such as `price_output<=0.6` to a checked tree, ready to run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/model.h"

namespace oms {

enum class Op : std::uint8_t {
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  contains,
  contains_not,
  begins  // ids alone, which stand in their order: a range of rows; has no spelling
};

// One end of a range, or one alternative of a list "a,b". Which member counts follows from the
// field's kind: number for integer (whole units), decimal, date (days); code for choice and flag;
// text (folded) for text, word, list.
struct Operand {
  bool unknown = false;  // the literal word "unknown": asks for missing values
  std::string text = {};
  std::int64_t number = 0;  // integer: units; decimal: billionths; date: first day of the period
  std::int64_t number_last = 0;  // date: last day ("2025" is a whole year); otherwise = number
  std::uint8_t code = 0;

  bool operator==(const Operand&) const = default;
};

// field op operands; several operands are alternatives (OR). A range lo..hi is two conditions.
struct Condition {
  FieldId field = kNoField;
  Op op = Op::equal;
  std::vector<Operand> operands = {};

  bool operator==(const Condition&) const = default;
};

// A tree of conditions. Empty `all` node = true, empty `any` node = false.
struct Expr {
  enum class Type : std::uint8_t { leaf, all, any, negation };
  Type type = Type::all;
  Condition leaf = {};              // Type::leaf
  std::vector<Expr> children = {};  // all, any: any number; negation: one
};

Expr all_of(std::vector<Expr> children);
Expr any_of(std::vector<Expr> children);
Expr negation(Expr child);

// One condition as typed on the command line: FIELD OP VALUE[,VALUE…], OP one of
// = != < <= > >= ~ !~ ; VALUE may be LO..HI (either end may be missing) with =. Human units:
// 7B, 1.5M, 128k for counts (k = 1000 for every field: a context shown as 128k, be it 128000 or
// 131072, is >= 128k), ISO dates or "2025-06" or "2025".
// Spaces around OP are allowed. Errc::usage, one line, names the condition and says what is wrong:
// unknown field (with a suggestion), a bare field name ("quote it: the shell takes > as
// redirection"), a value of the wrong kind, an unknown word of a closed set (lists the words).
Result<Expr> parse_condition(std::string_view text);
// A whole expression: conditions with and, or, not, ( ); values with blanks or parentheses in
// single or double quotes. At most 200 levels deep and 64 KiB long.
Result<Expr> parse_expression(std::string_view text);
// For flags: the condition `field op value`, the value parsed as parse_condition does.
Result<Expr> make_condition(FieldId field, Op op, std::string_view value);

// Models whose id begins with `prefix`, letter case aside.
Expr id_begins(std::string_view prefix);

// Fields that the tree mentions, each once, in table order.
std::vector<FieldId> fields_of(const Expr& expr);

}  // namespace oms
