// Putting condition trees together and asking what they mention.
#include <algorithm>
#include <utility>

#include "oms/base/text.h"
#include "oms/query/condition.h"

namespace oms {
namespace {

Expr node(Expr::Type type, std::vector<Expr> children) {
  if (children.size() == 1) return std::move(children.front());
  return {type, {}, std::move(children)};
}

void collect_fields(const Expr& expr, std::vector<FieldId>& fields) {
  if (expr.type == Expr::Type::leaf) fields.push_back(expr.leaf.field);
  for (const Expr& child : expr.children) collect_fields(child, fields);
}

}  // namespace

Expr all_of(std::vector<Expr> children) { return node(Expr::Type::all, std::move(children)); }

Expr any_of(std::vector<Expr> children) { return node(Expr::Type::any, std::move(children)); }

Expr negation(Expr child) {
  std::vector<Expr> children;
  children.push_back(std::move(child));
  return {Expr::Type::negation, {}, std::move(children)};
}

Expr id_begins(std::string_view prefix) {
  Expr expr;
  expr.type = Expr::Type::leaf;
  expr.leaf = {field_id("id"), Op::begins, {Operand{.text = fold(prefix)}}};
  return expr;
}

std::vector<FieldId> fields_of(const Expr& expr) {
  std::vector<FieldId> fields;
  collect_fields(expr, fields);
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  return fields;
}

}  // namespace oms
