#include "query/operators.h"

#include <algorithm>
#include <iterator>

namespace oms {
namespace {

struct Operator {
  std::string_view text = {};
  Op op = Op::equal;
};
constexpr Operator kOperators[] = {  // longer ones before their beginnings
    {"!=", Op::not_equal},     {"!~", Op::contains_not}, {"<=", Op::less_equal},
    {">=", Op::greater_equal}, {"=", Op::equal},         {"<", Op::less},
    {">", Op::greater},        {"~", Op::contains}};

}  // namespace

std::string_view text_of(Op op) {
  return std::find_if(std::begin(kOperators), std::end(kOperators),
                      [op](const Operator& candidate) { return candidate.op == op; })
      ->text;
}

std::optional<Op> leading_operator(std::string_view text) {
  for (const Operator& candidate : kOperators) {
    if (text.starts_with(candidate.text)) return candidate.op;
  }
  return std::nullopt;
}

}  // namespace oms
