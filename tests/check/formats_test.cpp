#include "oms/check/formats.h"

#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a format of a report is found by its name", "[check_format]") {
  for (const CheckFormat& format : check_formats()) {
    INFO(format.name);
    CHECK(find_check_format(format.name) == &format);
    CHECK_FALSE(format.help.empty());
  }
  CHECK(check_formats().front().name == "text");
  CHECK(find_check_format("xml") == nullptr);
}

TEST_CASE("an unknown format of a report is answered with the list", "[check_format]") {
  const auto format = parse_check_format("sarf");
  REQUIRE_FALSE(format);
  CHECK(format.error().code == Errc::usage);
  CHECK(format.error().what ==
        "unknown format 'sarf'; did you mean 'sarif'? (text, json, sarif, junit, github, gitlab, "
        "md, inventory, cyclonedx, ids)");
}

}  // namespace
}  // namespace oms
