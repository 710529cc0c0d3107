#include "source/exchange.h"

#include "support/catch.h"

namespace oms {
namespace {

TEST_CASE("a recorded exchange gives request, status, headers and body", "[exchange]") {
  const auto exchange = read_exchange(
      R"({"request":"https://hub.example/api/models?limit=2","status":404,)"
      R"("headers":{"ETag":"x","Age":7},"body":[{"id":"a/x"}],"recorded":"2026-10-02"})");
  REQUIRE(exchange);
  CHECK(exchange->request == "/api/models?limit=2");
  CHECK(exchange->response.status == 404);
  CHECK(exchange->response.header("etag") == "x");
  CHECK(exchange->response.header("age").empty());
  CHECK(exchange->response.body == R"([{"id":"a/x"}])");
  CHECK(exchange->recorded_at == "2026-10-02T00:00:00Z");
}

TEST_CASE("a recorded body with lists in lists without end is no exchange", "[exchange]") {
  constexpr std::size_t kLevels = 300'000;
  const std::string deep = std::string(kLevels, '[') + std::string(kLevels, ']');
  CHECK_FALSE(read_exchange(R"({"body":)" + deep + R"(,"status":200})"));
  CHECK_FALSE(read_exchange(R"({"body":1,"status":200,"body":)" + deep + "}"));
}

TEST_CASE("a body, a list of records and one record become a body of the service", "[exchange]") {
  CHECK(body_under("data", R"( [{"id":"a"}] )") == R"({"data":[{"id":"a"}]})");
  CHECK(body_under("data", R"({"id":"a"})") == R"({"data":[{"id":"a"}]})");
  CHECK(body_under("data", R"({"object":"list","data":[1]})") == R"({"object":"list","data":[1]})");
  CHECK(body_under("data", "{}") == "{}");
}

TEST_CASE("records, one a line, become a body of the service", "[exchange]") {
  CHECK(lines_under("data", "{\"id\":\"a\"}\n\n {\"id\":\"b\"} \n") ==
        R"({"data":[{"id":"a"},{"id":"b"}]})");
  CHECK(lines_under("data", "\n") == R"({"data":[]})");
}

}  // namespace
}  // namespace oms
