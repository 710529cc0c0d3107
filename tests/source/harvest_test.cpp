#include "source/harvest.h"

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include "oms/catalog/services.h"
#include "support/catch.h"

namespace oms {
namespace {

// A list of so many models, each with all that is read of one.
std::string listing(std::string_view service, std::size_t models) {
  std::string text = "{\"data\":[";
  for (std::size_t i = 0; i < models; ++i) {
    const std::string id = "\"a/b" + std::to_string(100'000 + i) + '"';
    if (i > 0) text += ',';
    if (service == "router") {
      text += R"({"id":)" + id +
              R"(,"providers":[{"provider":"groq","status":"live","context_length":9,)"
              R"("pricing":{"input":1,"output":1}}]})";
    } else {
      text += R"({"id":)" + id + R"(,"hugging_face_id":)" + id +
              R"(,"context_length":9,"architecture":{"output_modalities":["text"]},)"
              R"("pricing":{"prompt":"1e-6","completion":"1e-6"},)"
              R"("benchmarks":{"artificial_analysis":{"intelligence_index":1}}})";
    }
  }
  return text + "]}";
}

// Processor time of the fastest of three runs.
double seconds(const Service& service, std::size_t models) {
  const std::string body = listing(service.name, models);
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    const auto found = service.parse(body, Date{20'780});
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    REQUIRE(found);
    REQUIRE(found->offers.size() == models);
    REQUIRE(found->contexts.size() == models);
    REQUIRE(found->text_models.size() == models);
  }
  return least;
}

TEST_CASE("a list of models takes time in proportion to its length", "[sources]") {
  for (const std::string_view name : {"router", "openrouter"}) {
    CAPTURE(name);
    const Service& service = *find_service(name);
    const double few = seconds(service, 1'500);
    CHECK(seconds(service, 12'000) < 24 * few);  // 64 times where each model looks at all others
  }
}

TEST_CASE("of a model that is named several times the longest context stays", "[sources]") {
  Harvest harvest;
  add_context(harvest, "a/x", 5);
  add_context(harvest, "b/y", 1);
  add_context(harvest, "A/X", 7);
  add_context(harvest, "a/x", 6);
  once_each(harvest);
  REQUIRE(harvest.contexts.size() == 2);
  CHECK(harvest.contexts[0].id == "a/x");
  CHECK(harvest.contexts[0].tokens == 7);
  CHECK(harvest.contexts[1].id == "b/y");
}

TEST_CASE("a model that is named several times is one text model", "[sources]") {
  Harvest harvest;
  for (const std::string_view id : {"a/x", "b/y", "A/x"}) add_text_model(harvest, id);
  once_each(harvest);
  CHECK(harvest.text_models == std::vector<std::string>{"a/x", "b/y"});
}

}  // namespace
}  // namespace oms
