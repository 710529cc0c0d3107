#include "query/evaluate.h"

#include <algorithm>
#include <string>

#include "oms/base/first_not.h"
#include "oms/base/text.h"
#include "query/operators.h"
#include "query/text_match.h"

namespace oms {
namespace {

void all_of(BlockTruth& truth, const BlockTruth& other, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t yes = truth.yes[i] & other.yes[i];
    truth.unknown[i] = (truth.yes[i] | truth.unknown[i]) & (other.yes[i] | other.unknown[i]) & ~yes;
    truth.yes[i] = yes;
  }
}

void any_of(BlockTruth& truth, const BlockTruth& other, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) {
    truth.yes[i] |= other.yes[i];
    truth.unknown[i] = (truth.unknown[i] | other.unknown[i]) & ~truth.yes[i];
  }
}

void negate(BlockTruth& truth, std::size_t rows) {
  for (std::size_t i = 0; i < words_for(rows); ++i)
    truth.yes[i] = ~(truth.yes[i] | truth.unknown[i]);
  cut(truth.yes, rows);
}

bool asks_unknown(const Condition& condition) {
  return std::any_of(condition.operands.begin(), condition.operands.end(),
                     [](const Operand& operand) { return operand.unknown; });
}

// First row whose id does not begin before `prefix`, or, for `past`, before
// what comes behind all that begin with it. Ids stand in their order: few are
// looked at.
std::size_t first_row(const Table& table, std::string_view prefix, bool past) {
  return first_not(0, table.rows, [&](std::size_t row) {
    const std::string_view id = table.id(static_cast<Row>(row));
    const int order = compare_folded(id.substr(0, prefix.size()), prefix);
    return order < 0 || (past && order == 0);
  });
}

// The words of a list column that a condition names or that contain what it names. False: so many
// that their rows are found faster by looking at each row.
bool find_words(const Condition& condition, const Table& table, std::vector<std::uint32_t>& codes) {
  constexpr std::size_t kMostWords = 4096;
  if (!is_containing(condition.op)) {
    for (const Operand& operand : condition.operands) {
      const auto of_operand = table.word_codes(condition.field, operand.text);
      codes.insert(codes.end(), of_operand.begin(), of_operand.end());
    }
    return true;
  }
  const std::vector<std::uint8_t> passing =
      passing_words(table.dictionary(condition.field), condition);
  for (std::uint32_t code = 0; code < passing.size(); ++code) {
    if (passing[code] != 0) codes.push_back(code);
  }
  return codes.size() <= kMostWords;
}

Matcher list_matcher(const Condition& condition, const Table& table) {
  std::vector<std::uint32_t> codes;
  if (!find_words(condition, table, codes))
    return Matcher(condition, {table.column(condition.field)}, table.rows);
  const WordRows found = table.word_rows(condition.field, codes);
  RowSet rows(table.rows);
  for (const std::span<const Row> of_word : found.rows) {
    for (const Row row : of_word) rows.insert(row);
  }
  return Matcher(std::move(rows), found.known);
}

Matcher matcher_of(const Condition& condition, const Table& table) {
  if (condition.op != Op::begins) {
    const CodePlanes planes = table.planes(condition.field);
    if (!planes.empty()) return Matcher(condition, planes);
    const FewValues few = table.few(condition.field);
    if (!few.rows.empty()) return Matcher(condition, few);
    if (table.has_word_rows(condition.field)) return list_matcher(condition, table);
    return Matcher(condition, table.guarded(condition.field), table.rows);
  }
  const std::string& prefix = condition.operands.front().text;
  return Matcher(first_row(table, prefix, false), first_row(table, prefix, true));
}

}  // namespace

// ---- The tree.

Program::Program(const Expr& expr, const Table& table, const Expr* also) {
  std::vector<Condition> conditions;
  root_ = compile(expr, table, 0, conditions);
  own_leaves_ = leaves_.size();
  if (also != nullptr) also_ = compile(*also, table, 0, conditions);
}

Program::Node Program::compile(const Expr& expr, const Table& table, std::size_t level,
                               std::vector<Condition>& conditions) {
  levels_ = std::max(levels_, level + 1);
  Node node{expr.type, false, 0, {}};
  if (expr.type == Expr::Type::leaf) {
    const Condition& condition = expr.leaf;
    const auto same = std::find(conditions.begin(), conditions.end(), condition);
    node.leaf = static_cast<std::size_t>(same - conditions.begin());
    if (same != conditions.end()) {
      ++leaves_[node.leaf].places;
    } else {
      conditions.push_back(condition);
      leaves_.push_back({condition.field, matcher_of(condition, table), is_negated(condition.op),
                         asks_unknown(condition)});
    }
    node.slow = leaves_[node.leaf].matcher.is_slow();
    return node;
  }
  for (const Expr& child : expr.children) {
    node.children.push_back(compile(child, table, level + 1, conditions));
    node.slow = node.slow || node.children.back().slow;
  }
  std::stable_partition(node.children.begin(), node.children.end(),
                        [](const Node& child) { return !child.slow; });
  return node;
}

void Program::Leaf::run(Row begin, Row end, const BlockBits& asked, BlockTruth& truth) const {
  matcher.hits(begin, end, asked, truth.yes);
  matcher.missing(begin, end, truth.unknown);
  const std::size_t words = words_for(end - begin);
  const std::uint64_t flip = negated ? ~std::uint64_t{0} : 0;
  for (std::size_t i = 0; i < words; ++i) truth.yes[i] = (truth.yes[i] ^ flip) & ~truth.unknown[i];
  cut(truth.yes, end - begin);
  if (!asks_unknown) return;
  for (std::size_t i = 0; i < words; ++i) {
    if (!negated) truth.yes[i] |= truth.unknown[i];
    truth.unknown[i] = 0;
  }
}

// ---- A run of it.

Evaluator::Evaluator(const Program& program)
    : program_(program),
      blocks_(program.levels_),
      unknown_rows_(program.leaves_.size()),
      kept_(program.leaves_.size()) {}
Evaluator::Evaluator(const Expr& expr, const Table& table)
    : own_(std::make_unique<const Program>(expr, table)),
      program_(*own_),
      blocks_(own_->levels_),
      unknown_rows_(own_->leaves_.size()),
      kept_(own_->leaves_.size()) {}

void Evaluator::run(Row begin, Row end, BlockTruth& truth) {
  run(program_.root_, {begin, end, 0}, kAllRows, truth);
}

void Evaluator::run_also(Row begin, Row end, BlockTruth& truth) {
  run(program_.also_, {begin, end, 0}, kAllRows, truth);
}

void Evaluator::run(Row begin, Row end, std::uint8_t* truth) {
  BlockTruth bits;
  run(begin, end, bits);
  for (std::size_t i = 0; i < end - begin; ++i) {
    const auto bit = [i](const BlockBits& of) { return ((of[i / 64] >> (i % 64)) & 1) != 0; };
    truth[i] = bit(bits.yes) ? kTrue : bit(bits.unknown) ? kUnknown : kFalse;
  }
}

// What becomes of rows that are not asked for does not count.
void Evaluator::run(const Program::Node& node, Place place, const BlockBits& asked,
                    BlockTruth& truth) {
  switch (node.type) {
    case Expr::Type::leaf:
      run_leaf(node.leaf, place, asked, truth);
      return;
    case Expr::Type::negation:
      run(node.children.front(), {place.begin, place.end, place.level + 1}, asked, truth);
      negate(truth, place.end - place.begin);
      return;
    case Expr::Type::all:
    case Expr::Type::any:
      run_children(node, place, asked, truth);
      return;
  }
}

// What stands in several places is found once, for all rows; not what is slow.
void Evaluator::run_leaf(std::size_t number, Place place, const BlockBits& asked,
                         BlockTruth& truth) {
  const Program::Leaf& leaf = program_.leaves_[number];
  if (leaf.places == 1 || leaf.matcher.is_slow()) {
    leaf.run(place.begin, place.end, asked, truth);
    return;
  }
  Kept& kept = kept_[number];
  if (kept.begin != place.begin || kept.end != place.end)
    leaf.run(place.begin, place.end, kAllRows, kept.truth);
  kept.begin = place.begin;
  kept.end = place.end;
  const std::size_t words = words_for(place.end - place.begin);
  std::copy_n(kept.truth.yes.begin(), words, truth.yes.begin());
  std::copy_n(kept.truth.unknown.begin(), words, truth.unknown.begin());
}

// A child is asked only for the rows that it can change: not for those that are false already, or
// true under `any`.
void Evaluator::run_children(const Program::Node& node, Place place, const BlockBits& asked,
                             BlockTruth& truth) {
  const std::size_t rows = place.end - place.begin;
  const std::size_t words = words_for(rows);
  const bool all = node.type == Expr::Type::all;
  if (node.children.empty()) {
    std::fill_n(truth.yes.begin(), words, all ? ~std::uint64_t{0} : 0);
    std::fill_n(truth.unknown.begin(), words, 0);
    cut(truth.yes, rows);
    return;
  }
  const Place below{place.begin, place.end, place.level + 1};
  run(node.children.front(), below, asked, truth);
  BlockTruth& other = blocks_[place.level];
  BlockBits open;
  for (std::size_t child = 1; child < node.children.size(); ++child) {
    std::uint64_t any_open = 0;
    for (std::size_t i = 0; i < words; ++i) {
      open[i] = asked[i] & (all ? truth.yes[i] | truth.unknown[i] : ~truth.yes[i]);
      any_open |= open[i];
    }
    if (any_open == 0) return;
    run(node.children[child], below, open, other);
    if (all) {
      all_of(truth, other, words);
    } else {
      any_of(truth, other, words);
    }
  }
}

void Evaluator::count_unknown(Row begin, Row end, const BlockTruth& truth) {
  const std::size_t words = words_for(end - begin);
  BlockBits pending;
  std::copy_n(truth.unknown.begin(), words, pending.begin());
  std::size_t left = count_bits({pending.data(), words});
  BlockBits found;
  for (std::size_t leaf = 0; leaf < program_.own_leaves_; ++leaf) {
    if (left == 0) return;
    if (program_.leaves_[leaf].asks_unknown) continue;
    program_.leaves_[leaf].matcher.missing(begin, end, found);
    for (std::size_t i = 0; i < words; ++i) {
      found[i] &= pending[i];
      pending[i] ^= found[i];
    }
    const std::size_t count = count_bits({found.data(), words});
    unknown_rows_[leaf] += count;
    left -= count;
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
