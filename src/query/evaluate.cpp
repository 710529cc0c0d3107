#include "query/evaluate.h"

#include <algorithm>
#include <string>

#include "oms/base/text.h"
#include "query/operators.h"

namespace oms {
namespace {

using Byte = std::uint8_t;

bool all_are(const Byte* truth, std::size_t count, Byte value) {
  Byte differing = 0;
  for (std::size_t i = 0; i < count; ++i)
    differing = static_cast<Byte>(differing | (truth[i] ^ value));
  return differing == 0;
}

bool asks_unknown(const Condition& condition) {
  return std::any_of(condition.operands.begin(), condition.operands.end(),
                     [](const Operand& operand) { return operand.unknown; });
}

// First row whose id does not begin before `prefix`, or, for `past`, before
// what comes behind all that begin with it. Ids stand in their order: few are
// looked at.
std::size_t first_row(const Table& table, std::string_view prefix, bool past) {
  std::size_t low = 0;
  std::size_t high = table.rows;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view id = table.id(static_cast<Row>(middle));
    const int order = compare_folded(id.substr(0, prefix.size()), prefix);
    if (order < 0 || (past && order == 0)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Matcher matcher_of(const Condition& condition, const Table& table) {
  if (condition.op != Op::begins)
    return Matcher(condition, table.column(condition.field), table.rows);
  const std::string& prefix = condition.operands.front().text;
  return Matcher(first_row(table, prefix, false), first_row(table, prefix, true));
}

}  // namespace

// ---- The tree.

Program::Program(const Expr& expr, const Table& table) : root_(compile(expr, table, 0)) {}

Program::Node Program::compile(const Expr& expr, const Table& table, std::size_t level) {
  levels_ = std::max(levels_, level + 1);
  Node node{expr.type, false, leaves_.size(), {}};
  if (expr.type == Expr::Type::leaf) {
    const Condition& condition = expr.leaf;
    leaves_.push_back({condition.field, matcher_of(condition, table), is_negated(condition.op),
                       asks_unknown(condition)});
    node.slow = leaves_.back().matcher.is_slow();
    return node;
  }
  for (const Expr& child : expr.children) {
    node.children.push_back(compile(child, table, level + 1));
    node.slow = node.slow || node.children.back().slow;
  }
  std::stable_partition(node.children.begin(), node.children.end(),
                        [](const Node& child) { return !child.slow; });
  return node;
}

void Program::Leaf::run(Row begin, Row end, Byte* out, Byte* scratch) const {
  matcher.hits(begin, end, out);
  matcher.missing(begin, end, scratch);
  const Byte flip = negated ? 1 : 0;
  const Byte where_missing = asks_unknown ? (negated ? kFalse : kTrue) : kUnknown;
  for (std::size_t i = 0; i < end - begin; ++i) {
    const auto known = static_cast<Byte>((out[i] ^ flip) * kTrue);
    out[i] = scratch[i] != 0 ? where_missing : known;
  }
}

// ---- A run of it.

Evaluator::Evaluator(const Program& program)
    : program_(program), blocks_(program.levels_), unknown_rows_(program.leaves_.size()) {}
Evaluator::Evaluator(const Expr& expr, const Table& table)
    : own_(std::make_unique<const Program>(expr, table)),
      program_(*own_),
      blocks_(own_->levels_),
      unknown_rows_(own_->leaves_.size()) {}

void Evaluator::run(Row begin, Row end, Byte* truth) { run(program_.root_, begin, end, truth, 0); }

void Evaluator::run(const Program::Node& node, Row begin, Row end, Byte* truth, std::size_t level) {
  const std::size_t count = end - begin;
  switch (node.type) {
    case Expr::Type::leaf:
      program_.leaves_[node.leaf].run(begin, end, truth, scratch_.data());
      return;
    case Expr::Type::negation:
      run(node.children.front(), begin, end, truth, level + 1);
      for (std::size_t i = 0; i < count; ++i) truth[i] = static_cast<Byte>(kTrue - truth[i]);
      return;
    case Expr::Type::all:
      run_children(node, begin, end, truth, level, kTrue);
      return;
    case Expr::Type::any:
      run_children(node, begin, end, truth, level, kFalse);
      return;
  }
}

// `neutral` is the truth of a node without children; once the block is its
// opposite throughout, no further child can change it.
void Evaluator::run_children(const Program::Node& node, Row begin, Row end, Byte* truth,
                             std::size_t level, Byte neutral) {
  const std::size_t count = end - begin;
  if (node.children.empty()) {
    std::fill(truth, truth + count, neutral);
    return;
  }
  run(node.children.front(), begin, end, truth, level + 1);
  Byte* other = blocks_[level].data();
  for (std::size_t child = 1; child < node.children.size(); ++child) {
    if (all_are(truth, count, static_cast<Byte>(kTrue - neutral))) return;
    run(node.children[child], begin, end, other, level + 1);
    if (neutral == kTrue) {
      for (std::size_t i = 0; i < count; ++i) truth[i] = std::min(truth[i], other[i]);
    } else {
      for (std::size_t i = 0; i < count; ++i) truth[i] = std::max(truth[i], other[i]);
    }
  }
}

void Evaluator::count_unknown(Row begin, Row end, const Byte* truth) {
  const std::size_t count = end - begin;
  Block pending;
  std::size_t left = 0;
  for (std::size_t i = 0; i < count; ++i) {
    pending[i] = static_cast<Byte>(truth[i] == kUnknown);
    left += pending[i];
  }
  Byte* missing = scratch_.data();
  for (std::size_t leaf = 0; leaf < program_.leaves_.size(); ++leaf) {
    if (left == 0) return;
    if (program_.leaves_[leaf].asks_unknown) continue;
    program_.leaves_[leaf].matcher.missing(begin, end, missing);
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
      found += static_cast<std::size_t>(pending[i] & missing[i]);
      pending[i] = static_cast<Byte>(pending[i] & (missing[i] ^ 1));
    }
    unknown_rows_[leaf] += found;
    left -= found;
  }
}

void Evaluator::add_counts(const Evaluator& other) {
  for (std::size_t leaf = 0; leaf < unknown_rows_.size(); ++leaf)
    unknown_rows_[leaf] += other.unknown_rows_[leaf];
}

std::vector<std::pair<FieldId, std::size_t>> Evaluator::unknown_counts() const {
  std::vector<std::pair<FieldId, std::size_t>> counts;
  for (std::size_t leaf = 0; leaf < unknown_rows_.size(); ++leaf) {
    const FieldId field = program_.leaves_[leaf].field;
    if (unknown_rows_[leaf] == 0) continue;
    const auto same = std::find_if(counts.begin(), counts.end(),
                                   [&](const auto& entry) { return entry.first == field; });
    if (same == counts.end())
      counts.emplace_back(field, unknown_rows_[leaf]);
    else
      same->second += unknown_rows_[leaf];
  }
  return counts;
}

}  // namespace oms
