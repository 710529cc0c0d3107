// One condition over one column, block by block: which values pass and which are missing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "oms/model/table.h"
#include "oms/query/condition.h"

namespace oms {

inline constexpr std::size_t kBlockRows = 4096;  // a leaf's 64-bit values fill one 32 KiB L1 cache

// A condition compiled against its column, whose memory must outlive it. Negation is left to the
// caller: for != and !~ the matcher tells what = and ~ would.
class Matcher {
 public:
  Matcher(const Condition& condition, const Column& column, std::size_t rows);
  // Passes the rows [first, last), all of which have a value.
  Matcher(std::size_t first, std::size_t last);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  // Whether it reads texts, and so takes many times longer than a look at codes or numbers.
  bool is_slow() const;

  // Writes, for rows [begin, end), 1 where the value passes, else 0; where there is no value, what
  // it writes does not count.
  void hits(Row begin, Row end, std::uint8_t* out) const;
  // Writes 1 where there is no value, else 0.
  void missing(Row begin, Row end, std::uint8_t* out) const;

 private:
  struct Test;
  std::unique_ptr<Test> test_;
};

}  // namespace oms
