#include "query/evaluate.h"

#include <algorithm>
#include <array>

#include "query/operators.h"

namespace oms {
namespace {

using Byte = std::uint8_t;
using Block = std::array<Byte, kBlockRows>;

struct Leaf {
  FieldId field = kNoField;
  Matcher matcher;
  bool negated = false;
  bool asks_unknown = false;  // a literal `unknown` among the operands: never unknown itself
  std::size_t unknown_rows = 0;

  void run(Row begin, Row end, Byte* out, Byte* scratch) const {
    matcher.hits(begin, end, out);
    matcher.missing(begin, end, scratch);
    const Byte flip = negated ? 1 : 0;
    const Byte where_missing = asks_unknown ? (negated ? kFalse : kTrue) : kUnknown;
    for (std::size_t i = 0; i < end - begin; ++i) {
      const auto known = static_cast<Byte>((out[i] ^ flip) * kTrue);
      out[i] = scratch[i] != 0 ? where_missing : known;
    }
  }
};

struct Node {
  Expr::Type type = Expr::Type::all;
  std::size_t leaf = 0;
  std::vector<Node> children = {};
};

bool all_are(const Byte* truth, std::size_t count, Byte value) {
  Byte differing = 0;
  for (std::size_t i = 0; i < count; ++i)
    differing = static_cast<Byte>(differing | (truth[i] ^ value));
  return differing == 0;
}

}  // namespace

// ---- The tree.

struct Evaluator::Program {
  Node root = {};
  std::vector<Leaf> leaves = {};
  std::vector<std::unique_ptr<Block>> blocks = {};  // scratch, one a level of the tree
  Block scratch = {};

  Node compile_node(const Expr& expr, const Table& table, std::size_t level) {
    if (blocks.size() <= level) blocks.push_back(std::make_unique<Block>());
    Node node{expr.type, leaves.size(), {}};
    if (expr.type == Expr::Type::leaf) {
      const Condition& condition = expr.leaf;
      const bool asks_unknown = std::any_of(condition.operands.begin(), condition.operands.end(),
                                            [](const Operand& operand) { return operand.unknown; });
      leaves.push_back({condition.field,
                        Matcher(condition, table.column(condition.field), table.rows),
                        is_negated(condition.op), asks_unknown});
      return node;
    }
    for (const Expr& child : expr.children)
      node.children.push_back(compile_node(child, table, level + 1));
    return node;
  }

  void run(const Node& node, Row begin, Row end, Byte* truth, std::size_t level) {
    const std::size_t count = end - begin;
    switch (node.type) {
      case Expr::Type::leaf:
        leaves[node.leaf].run(begin, end, truth, scratch.data());
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

  // `neutral` is the truth of a node without children; once the block is its opposite throughout,
  // no further child can change it.
  void run_children(const Node& node, Row begin, Row end, Byte* truth, std::size_t level,
                    Byte neutral) {
    const std::size_t count = end - begin;
    if (node.children.empty()) {
      std::fill(truth, truth + count, neutral);
      return;
    }
    run(node.children.front(), begin, end, truth, level + 1);
    Byte* other = blocks[level]->data();
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
};

Evaluator::Evaluator(const Expr& expr, const Table& table) : program_(std::make_unique<Program>()) {
  program_->root = program_->compile_node(expr, table, 0);
}
Evaluator::~Evaluator() = default;

void Evaluator::run(Row begin, Row end, std::uint8_t* truth) {
  program_->run(program_->root, begin, end, truth, 0);
}

void Evaluator::count_unknown(Row begin, Row end, const std::uint8_t* truth) {
  const std::size_t count = end - begin;
  Block pending;
  std::size_t left = 0;
  for (std::size_t i = 0; i < count; ++i) {
    pending[i] = static_cast<Byte>(truth[i] == kUnknown);
    left += pending[i];
  }
  Byte* missing = program_->scratch.data();
  for (Leaf& leaf : program_->leaves) {
    if (left == 0) return;
    if (leaf.asks_unknown) continue;
    leaf.matcher.missing(begin, end, missing);
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
      found += static_cast<std::size_t>(pending[i] & missing[i]);
      pending[i] = static_cast<Byte>(pending[i] & (missing[i] ^ 1));
    }
    leaf.unknown_rows += found;
    left -= found;
  }
}

std::vector<std::pair<FieldId, std::size_t>> Evaluator::unknown_counts() const {
  std::vector<std::pair<FieldId, std::size_t>> counts;
  for (const Leaf& leaf : program_->leaves) {
    if (leaf.unknown_rows == 0) continue;
    const auto same = std::find_if(counts.begin(), counts.end(),
                                   [&](const auto& entry) { return entry.first == leaf.field; });
    if (same == counts.end())
      counts.emplace_back(leaf.field, leaf.unknown_rows);
    else
      same->second += leaf.unknown_rows;
  }
  return counts;
}

}  // namespace oms
