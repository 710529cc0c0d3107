#include "source/csv.h"

#include "support/catch.h"

namespace oms {
namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

TEST_CASE("cells are separated by commas, rows by either kind of line end", "[csv]") {
  CHECK(read_csv("a,b\n1,2\r\n3,4\r5,6") == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}});
}

TEST_CASE("a quoted cell may hold commas, line ends and doubled quotes", "[csv]") {
  CHECK(read_csv("\"a,b\",\"c\nd\",\"say \"\"e\"\"\"\n") == Rows{{"a,b", "c\nd", "say \"e\""}});
}

TEST_CASE("an empty first name and empty cells are kept", "[csv]") {
  CHECK(read_csv(",b\n,\n") == Rows{{"", "b"}, {"", ""}});
  CHECK(read_csv("a,") == Rows{{"a", ""}});
}

TEST_CASE("empty lines and a byte order mark are no cells", "[csv]") {
  CHECK(read_csv("\xef\xbb\xbf"
                 "a,b\n\n\n1,2\n\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read_csv("").empty());
  CHECK(read_csv("\n").empty());
}

TEST_CASE("a quote that is never closed takes the rest", "[csv]") {
  CHECK(read_csv("a,\"b\n1,2") == Rows{{"a", "b\n1,2"}});
}

TEST_CASE("what stands behind a closing quote is dropped", "[csv]") {
  CHECK(read_csv("\"a\"x,b") == Rows{{"a", "b"}});
}

TEST_CASE("a table cut anywhere is read to its end", "[csv]") {
  const std::string whole = "a,\"b \"\"c\"\"\"\r\n1,\"2\n3\"\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    CHECK(read_csv(std::string_view(whole).substr(0, length)).size() <= 2);
  }
}

}  // namespace
}  // namespace oms
