// One condition over one column, block by block: which values pass and which are missing.
#pragma once

#include <cstddef>
#include <memory>

#include "oms/model/table.h"
#include "oms/query/condition.h"
#include "query/bits.h"

namespace oms {

// A condition compiled against its column, whose memory must outlive it. Negation is left to the
// caller: for != and !~ the matcher tells what = and ~ would. Where the column has a guard, looking
// at it may throw what that throws.
class Matcher {
 public:
  Matcher(const Condition& condition, const GuardedColumn& column, std::size_t rows);
  Matcher(const Condition& condition, const CodePlanes& planes);
  Matcher(const Condition& condition, const FewValues& few);
  // Passes the rows of a set; `known` has those that have a value.
  Matcher(RowSet rows, const CodePlanes& known);
  // Passes the rows [first, last), all of which have a value.
  Matcher(std::size_t first, std::size_t last);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  // Whether it reads texts, and so takes many times longer than a look at codes or numbers.
  bool is_slow() const;

  // Writes, for rows [begin, end) of one block, which begins at a multiple of 64, the rows whose
  // value passes; for a row that has no value, or that is not `asked` for, what it writes does not
  // count.
  void hits(Row begin, Row end, const BlockBits& asked, BlockBits& out) const;
  // Writes the rows that have no value.
  void missing(Row begin, Row end, BlockBits& out) const;

 private:
  struct Test;

  void check(Row begin, Row end) const;

  std::unique_ptr<Test> test_;
};

}  // namespace oms
