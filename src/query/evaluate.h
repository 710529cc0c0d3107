// Evaluates a condition tree block by block over the columns of a table, in three-valued logic.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "oms/model/table.h"
#include "oms/query/condition.h"
#include "query/match.h"

namespace oms {

// Truth of a condition on one row. In this order AND is min, OR is max, NOT is 2 - x.
inline constexpr std::uint8_t kFalse = 0;
inline constexpr std::uint8_t kUnknown = 1;
inline constexpr std::uint8_t kTrue = 2;

// A tree compiled against the columns of `table`, whose memory must outlive it. It does not change
// after that: several threads may evaluate it, each with an Evaluator of its own.
class Program {
 public:
  Program(const Expr& expr, const Table& table);

 private:
  friend class Evaluator;

  struct Leaf {
    FieldId field = kNoField;
    Matcher matcher;
    bool negated = false;
    bool asks_unknown = false;  // a literal `unknown` among the operands: never unknown itself

    void run(Row begin, Row end, std::uint8_t* out, std::uint8_t* scratch) const;
  };
  struct Node {
    Expr::Type type = Expr::Type::all;
    bool slow = false;
    std::size_t leaf = 0;
    std::vector<Node> children = {};  // the fast ones first: they may spare the others
  };

  Node compile(const Expr& expr, const Table& table, std::size_t level);

  std::vector<Leaf> leaves_ = {};  // in the order of the tree as it was asked
  std::size_t levels_ = 0;
  Node root_;
};

// One run of a program, with the memory that it needs.
class Evaluator {
 public:
  Evaluator(const Expr& expr, const Table& table);
  explicit Evaluator(const Program& program);  // which must outlive it

  // Writes the truth of rows [begin, end), at most kBlockRows of them, to `truth`.
  void run(Row begin, Row end, std::uint8_t* truth);

  // Counts the rows of a block on which the tree is unknown under the first leaf that is unknown
  // there; `truth` is what run() wrote for the same rows.
  void count_unknown(Row begin, Row end, const std::uint8_t* truth);
  // Takes over what another run of the program has counted.
  void add_counts(const Evaluator& other);
  // What was counted, by field, in the order of the tree; fields without a row are left out.
  std::vector<std::pair<FieldId, std::size_t>> unknown_counts() const;

 private:
  using Block = std::array<std::uint8_t, kBlockRows>;

  void run(const Program::Node& node, Row begin, Row end, std::uint8_t* truth, std::size_t level);
  void run_children(const Program::Node& node, Row begin, Row end, std::uint8_t* truth,
                    std::size_t level, std::uint8_t neutral);

  std::unique_ptr<const Program> own_ = {};
  const Program& program_;
  std::vector<Block> blocks_;  // one a level of the tree
  Block scratch_ = {};
  std::vector<std::size_t> unknown_rows_;  // by leaf
};

}  // namespace oms
