// Evaluates a condition tree block by block over the columns of a table, in three-valued logic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "oms/model/table.h"
#include "oms/query/condition.h"
#include "query/bits.h"
#include "query/match.h"

namespace oms {

// Truth of a condition on one row. In this order AND is min, OR is max, NOT is 2 - x.
inline constexpr std::uint8_t kFalse = 0;
inline constexpr std::uint8_t kUnknown = 1;
inline constexpr std::uint8_t kTrue = 2;

// The truth of each row of a block: false where it is in neither set; no row is in both.
struct BlockTruth {
  BlockBits yes;
  BlockBits unknown;
};

// A tree compiled against the columns of `table`, whose memory must outlive it, and maybe another
// one that shares leaves with it. It does not change after that: several threads may evaluate it,
// each with an Evaluator of its own.
class Program {
 public:
  Program(const Expr& expr, const Table& table, const Expr* also = nullptr);

 private:
  friend class Evaluator;

  struct Leaf {
    FieldId field = kNoField;
    Matcher matcher;
    bool negated = false;
    bool asks_unknown = false;  // a literal `unknown` among the operands: never unknown itself
    std::size_t places = 1;     // in the trees

    void run(Row begin, Row end, const BlockBits& asked, BlockTruth& truth) const;
  };
  struct Node {
    Expr::Type type = Expr::Type::all;
    bool slow = false;
    std::size_t leaf = 0;
    std::vector<Node> children = {};  // the fast ones first: they may spare the others
  };

  // `conditions`: of the leaves.
  Node compile(const Expr& expr, const Table& table, std::size_t level,
               std::vector<Condition>& conditions);

  std::vector<Leaf> leaves_ = {};  // in the order of the trees as they were asked
  std::size_t levels_ = 0;
  Node root_ = {};
  std::size_t own_leaves_ = 0;  // of the first tree
  Node also_ = {};
};

// One run of a program, with the memory that it needs.
class Evaluator {
 public:
  Evaluator(const Expr& expr, const Table& table);
  explicit Evaluator(const Program& program);  // which must outlive it

  // The truth of rows [begin, end), at most kBlockRows of them; `begin` is a multiple of 64.
  void run(Row begin, Row end, BlockTruth& truth);
  // The same of the other tree.
  void run_also(Row begin, Row end, BlockTruth& truth);
  // The same of the first one with a byte a row: kFalse, kUnknown or kTrue.
  void run(Row begin, Row end, std::uint8_t* truth);

  // Counts the rows of a block on which the tree is unknown under the first leaf that is unknown
  // there; `truth` is what run() found for the same rows.
  void count_unknown(Row begin, Row end, const BlockTruth& truth);
  // Takes over what another run of the program has counted.
  void add_counts(const Evaluator& other);
  // What was counted, by field, in the order of the tree; fields without a row are left out.
  std::vector<std::pair<FieldId, std::size_t>> unknown_counts() const;

 private:
  struct Place {
    Row begin = 0;
    Row end = 0;
    std::size_t level = 0;  // of the tree
  };
  void run(const Program::Node& node, Place place, const BlockBits& asked, BlockTruth& truth);
  void run_children(const Program::Node& node, Place place, const BlockBits& asked,
                    BlockTruth& truth);
  void run_leaf(std::size_t leaf, Place place, const BlockBits& asked, BlockTruth& truth);

  std::unique_ptr<const Program> own_ = {};
  const Program& program_;
  std::vector<BlockTruth> blocks_;         // one a level of the tree
  std::vector<std::size_t> unknown_rows_;  // by leaf
  struct Kept {
    Row begin = kNoRow;
    Row end = kNoRow;
    BlockTruth truth = {};
  };
  std::vector<Kept> kept_;  // by leaf: of the last block, where it has several places
};

}  // namespace oms
