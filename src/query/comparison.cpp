#include "query/comparison.h"

#include <optional>
#include <string_view>
#include <utility>

#include "oms/base/text.h"
#include "query/condition_errors.h"
#include "query/operand.h"
#include "query/operators.h"

namespace oms {
namespace {

Expr leaf(Condition condition) { return {Expr::Type::leaf, std::move(condition), {}}; }

// LO..HI, inclusive; one end may be missing.
Result<Expr> build_range(FieldId id, std::string_view text) {
  const Field& field = kFields[id];
  const std::size_t dots = text.find("..");
  const std::string_view low_text = trim(text.substr(0, dots));
  const std::string_view high_text = trim(text.substr(dots + 2));
  if (low_text.empty() && high_text.empty())
    return usage("the range '..' has no end; write LO.., ..HI or LO..HI");
  std::vector<Expr> ends;
  std::optional<Operand> low;
  if (!low_text.empty()) {
    auto parsed = parse_operand(field, low_text);
    if (!parsed) return std::move(parsed).error();
    low = *parsed;
    ends.push_back(leaf({id, Op::greater_equal, {*std::move(parsed)}}));
  }
  if (!high_text.empty()) {
    auto high = parse_operand(field, high_text);
    if (!high) return std::move(high).error();
    if (low && (low->number > high->number_last || low->code > high->code))
      return usage("the range " + quoted(text) + " runs backwards");
    ends.push_back(leaf({id, Op::less_equal, {*std::move(high)}}));
  }
  return all_of(std::move(ends));
}

bool is_range(const Field& field, std::string_view value) {
  return is_ordered(field.kind) && value.find("..") != std::string_view::npos;
}

Result<Operand> parse_alternative(const Field& field, Op op, std::string_view value) {
  if (value.empty())
    return usage("a value is missing; missing values are asked for by " + std::string(field.name) +
                 "=unknown");
  if (equal_folded(value, "unknown") && !is_containing(op)) {
    if (is_ordering(op)) return usage("'unknown' goes with = and != only");
    return Operand{true, is_text(field.kind) ? "unknown" : ""};
  }
  if (is_range(field, value)) return usage("the range " + quoted(value) + " goes with = only");
  return parse_operand(field, value);
}

}  // namespace

Result<Expr> build_comparison(FieldId id, Op op, const std::vector<std::string>& values) {
  const Field& field = kFields[id];
  if (auto error = refusal(id, op)) return *std::move(error);
  if (is_ordering(op) && values.size() > 1)
    return usage("'" + std::string(text_of(op)) + "' takes one value, not " +
                 quoted(join(values, ",")));
  Condition plain{id, op, {}};
  std::vector<Expr> alternatives;
  for (const std::string& value : values) {
    if (op == Op::equal && is_range(field, value)) {
      auto range = build_range(id, value);
      if (!range) return range;
      alternatives.push_back(*std::move(range));
      continue;
    }
    auto operand = parse_alternative(field, op, value);
    if (!operand) return std::move(operand).error();
    plain.operands.push_back(*std::move(operand));
  }
  if (!plain.operands.empty()) alternatives.insert(alternatives.begin(), leaf(std::move(plain)));
  return any_of(std::move(alternatives));
}

}  // namespace oms
