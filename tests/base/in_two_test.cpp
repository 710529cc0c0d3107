#include "oms/base/in_two.h"

#include <stdexcept>

#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("both parts of work cut in two are done", "[base]") {
  const bool worth = GENERATE(false, true);
  int first = 0;
  int second = 0;
  in_two(
      worth, [&] { first = 1; }, [&] { second = 2; });
  CHECK(first == 1);
  CHECK(second == 2);
}

TEST_CASE("what the second part throws comes out", "[base]") {
  const bool worth = GENERATE(false, true);
  CHECK_THROWS_AS(in_two(
                      worth, [] {}, [] { throw std::runtime_error("second"); }),
                  std::runtime_error);
}

TEST_CASE("of two failures that of the first part comes out", "[base]") {
  CHECK_THROWS_AS(in_two(
                      true, [] { throw std::logic_error("first"); },
                      [] { throw std::runtime_error("second"); }),
                  std::logic_error);
}

}  // namespace
}  // namespace oms
