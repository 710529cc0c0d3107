#include "oms/source/hub_page.h"

#include <random>

#include "oms/source/hub_record.h"
#include "support/catch.h"

namespace oms {
namespace {

HubPage reduce(std::string_view body, Siblings keep = Siblings::drop) {
  auto page = reduce_hub_page(body, keep);
  REQUIRE(page);
  return *std::move(page);
}

// The line of one record, without its line break.
std::string line_of(std::string_view record, Siblings keep = Siblings::drop) {
  auto page = reduce_hub_detail(record, keep);
  REQUIRE(page);
  REQUIRE(page->lines.ends_with('\n'));
  page->lines.pop_back();
  return page->lines;
}

// Whether the fetch takes the body at once, without another try.
bool sound(std::string_view body) {
  const auto page = reduce_hub_page(body, Siblings::drop);
  return page && page->sound();
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST_CASE("a page becomes one line a record, in the order of the server", "[hub]") {
  const HubPage page = reduce(R"([{"_id":"1","id":"a/x","likes":1},{"_id":"2","id":"b/y"}])");
  CHECK(page.lines ==
        "{\"_id\":\"1\",\"id\":\"a/x\",\"likes\":1}\n{\"_id\":\"2\",\"id\":\"b/y\"}\n");
  CHECK(page.ids == std::vector<std::string>{"a/x", "b/y"});
  CHECK(page.records == 2);
  CHECK(page.rejected.empty());
}

TEST_CASE("an empty list is a page without records", "[hub]") {
  const HubPage page = reduce(" [ ] ");
  CHECK(page.lines.empty());
  CHECK(page.records == 0);
}

TEST_CASE("keys that nobody knows are kept as they stand", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","new":{"deep":[1,null,"é\u00e9\n"]},"e":-1.50E+3})") ==
        R"({"id":"a/x","new":{"deep":[1,null,"é\u00e9\n"]},"e":-1.50E+3})");
}

TEST_CASE("widget data, spaces and transformersInfo leave no trace", "[hub]") {
  CHECK(line_of(R"({"widgetData":[{"text":"]}"}],"id":"a/x","spaces":["b/c"],)"
                R"("transformersInfo":{"auto_model":"M"}})") == R"({"id":"a/x"})");
}

TEST_CASE("the card loses its long texts and keeps the rest", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","cardData":{"extra_gated_prompt":"long","license":"mit",)"
                R"("extra_gated_fields":{"a":1},"widget":[1],"model-index":[{"name":"x"}],)"
                R"("thumbnail":"t.png","language":["en"],"extra":1}})") ==
        R"({"id":"a/x","cardData":{"license":"mit","language":["en"],"extra":1}})");
}

TEST_CASE("names of files are kept when they are asked for, else not", "[hub]") {
  constexpr std::string_view record = R"({"id":"a/x","siblings":[{"rfilename":"a.gguf"}]})";
  CHECK(line_of(record) == R"({"id":"a/x"})");
  CHECK(line_of(record, Siblings::keep) == record);
}

TEST_CASE("a chat template becomes two booleans, wherever it stands", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","config":{"model_type":"llama","tokenizer_config":)"
                R"({"bos_token":"<s>","chat_template":"{% if tools %}x{% endif %}"}}})") ==
        R"({"id":"a/x","config":{"model_type":"llama","tokenizer_config":)"
        R"({"bos_token":"<s>","chat_template":{"chat_template":true,"tools":true}}}})");
  CHECK(line_of(R"({"id":"a/x","config":{"processor_config":{"chat_template":"y"}}})") ==
        R"({"id":"a/x","config":{"processor_config":{"chat_template":)"
        R"({"chat_template":true,"tools":false}}}})");
  CHECK(line_of(R"({"id":"a/x","config":{"chat_template_jinja":"tools"}})") ==
        R"({"id":"a/x","config":{"chat_template_jinja":{"chat_template":true,"tools":true}}})");
  CHECK(line_of(R"({"id":"a/x","gguf":{"total":7,"chat_template":"z"}})") ==
        R"({"id":"a/x","gguf":{"total":7,"chat_template":{"chat_template":true,"tools":false}}})");
}

TEST_CASE("a list of named chat templates becomes the same two booleans", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","gguf":{"chat_template":[{"name":"default","template":"a"},)"
                R"({"name":"rag","template":"uses tools"}]}})") ==
        R"({"id":"a/x","gguf":{"chat_template":{"chat_template":true,"tools":true}}})");
}

TEST_CASE("an empty chat template or one of a wrong type stays", "[hub]") {
  for (const std::string_view value : {R"("")", "[]", "null", "7", "{}"}) {
    const std::string record =
        R"({"id":"a/x","gguf":{"chat_template":)" + std::string(value) + "}}";
    CHECK(line_of(record) == record);
  }
}

TEST_CASE("a model index keeps its metric rows", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","model-index":[{"name":"m","results":[{"task":{"type":"t",)"
                R"("name":"T"},"dataset":{"type":"d","name":"D","config":"c","split":"s",)"
                R"("revision":"r","args":{"n":5}},"metrics":[{"type":"acc","value":"20.0 ± 1.2",)"
                R"("name":"A","verified":true,"verifyToken":"ey"}],)"
                R"("source":{"name":"S","url":"u","x":1}}]}]})") ==
        R"({"id":"a/x","model-index":[{"results":[{"task":{"type":"t"},)"
        R"("dataset":{"type":"d","name":"D","config":"c","split":"s","args":{"n":5}},)"
        R"("metrics":[{"type":"acc","value":"20.0 ± 1.2","name":"A","verified":true}],)"
        R"("source":{"name":"S","url":"u"}}]}]})");
}

TEST_CASE("a model index may be null or an object", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","model-index":null})") == R"({"id":"a/x","model-index":null})");
  CHECK(line_of(R"({"id":"a/x","model-index":{"name":"m","results":[]}})") ==
        R"({"id":"a/x","model-index":{"results":[]}})");
}

TEST_CASE("verification tokens go, however deep they stand", "[hub]") {
  CHECK(line_of(R"({"id":"a/x","evalResults":[{"verified":true,"verifyToken":"1","data":)"
                R"({"verifyToken":"2","value":3,"source":{"verifyToken":"4","name":"n"}}}]})") ==
        R"({"id":"a/x","evalResults":[{"verified":true,"data":)"
        R"({"value":3,"source":{"name":"n"}}}]})");
  CHECK(line_of(R"({"id":"a/x","model-index":[{"results":[{"metrics":[{"value":)"
                R"({"verifyToken":"1","mean":2}}]}]}]})") ==
        R"({"id":"a/x","model-index":[{"results":[{"metrics":[{"value":{"mean":2}}]}]}]})");
}

TEST_CASE("an indented body gives the same lines as a dense one", "[hub]") {
  CHECK(reduce("[\r\n  {\n\t\"id\" : \"a/x\" ,\n \"tags\": [ \"a b\",\n \"c\" ],\n"
               "  \"cardData\": {\n \"widget\": 1,\n \"license\": \"mit\"\n } }\n]\n")
            .lines ==
        "{\"id\":\"a/x\",\"tags\":[\"a b\",\"c\"],\"cardData\":{\"license\":\"mit\"}}\n");
}

TEST_CASE("reducing a line again changes nothing", "[hub]") {
  const std::string once =
      line_of(R"({"id":"a/x","gguf":{"chat_template":"tools"},"widgetData":[],"cardData":)"
              R"({"widget":1},"model-index":[{"name":"x","results":[{"metrics":[]}]}]})");
  CHECK(line_of(once) == once);
}

TEST_CASE("values that strict readers refuse do not cost the record", "[hub]") {
  // JavaScript writes 1e20 with all its digits, and a cut emoji as half of it.
  constexpr std::string_view record =
      R"({"id":"a/x","loss":100000000000000000000,"summary":"cut \ud83d","x":1e999})";
  CHECK(line_of(record) == record);
  CHECK(sound(std::string("[") + std::string(record) + "]"));
}

TEST_CASE("a record with a value of a kind that the Hub never sends stays, and is named", "[hub]") {
  const HubPage page = reduce(
      R"([{"id":"a/x","downloads":"many","tags":{"t":1}},{"id":"b/y","gated":false,"likes":null,)"
      R"("model-index":{},"inferenceProviderMapping":{}},{"id":"c/z","gated":"auto","sha":7}])");
  CHECK(page.ids == std::vector<std::string>{"a/x", "b/y", "c/z"});
  CHECK(page.rejected.empty());
  CHECK(page.odd == std::vector<std::string>{"record 1 'a/x': downloads is a text",
                                             "record 1 'a/x': tags is an object",
                                             "record 3 'c/z': sha is a number"});
  CHECK_FALSE(page.sound());
}

TEST_CASE("a record that cannot be read is named, the others stay", "[hub]") {
  const HubPage page =
      reduce(R"([{"id":"a/x"},{"likes":3},{"id":"b/y","likes":NaN},7,{"id":"../etc"},)"
             R"({"id":12},{"id":"c/z","tags":["a" "b"]},{"id":"d/w","x":"\q","deep":{"]":[1]}},)"
             R"({"id":"e/v"}])");
  CHECK(page.ids == std::vector<std::string>{"a/x", "e/v"});
  CHECK(page.lines == "{\"id\":\"a/x\"}\n{\"id\":\"e/v\"}\n");
  CHECK(page.records == 2);
  CHECK(page.rejected == std::vector<std::string>{
                             "record 2: no valid model id", "record 3 'b/y': not valid JSON",
                             "record 4: not a JSON object", "record 5 '../etc': no valid model id",
                             "record 6: no valid model id", "record 7 'c/z': not valid JSON",
                             "record 8 'd/w': not valid JSON"});
}

TEST_CASE("the name of a rejected record is safe to print", "[hub]") {
  const HubPage page = reduce("[{\"id\":\"a\xe2\x80\xae" + repeated("b", 300) + "\"}]");
  REQUIRE(page.rejected.size() == 1);
  CHECK(page.rejected[0].find("\xe2\x80\xae") == std::string::npos);
  CHECK(page.rejected[0].size() < 120);
}

TEST_CASE("what is no list of records is an error that says what came", "[hub]") {
  const auto what = [](std::string_view body) {
    const auto page = reduce_hub_page(body, Siblings::drop);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == Errc::data);
    return page.error().what;
  };
  CHECK(what("") == "the answer is empty");
  CHECK(what(" \n") == "the answer is empty");
  CHECK(what("<!DOCTYPE html><p>504") ==
        "the answer is no JSON list but begins with '<!DOCTYPE html><p>504'");
  CHECK(what(R"({"error":"Invalid username or password."})") ==
        "the answer is an error: 'Invalid username or password.'");
  CHECK(what(R"({"id":"a/x"})") == R"(the answer is no JSON list but begins with '{"id":"a/x"}')");
  CHECK(what(R"([{"id":"a/x"},{"id":"b)") == "the answer ends early, after 22 bytes");
  CHECK(what(R"([{"id":"a/x"})") == "the answer ends early, after 13 bytes");
  CHECK(what("[NaN]") == "the answer is not valid JSON near byte 1");
  CHECK(what(R"([{"id":"a/x"} {"id":"b/y"}])") == "the answer is not valid JSON near byte 14");
  CHECK(what(R"([{"id":"a/x"}]x)") == "the answer is not valid JSON near byte 14");
  CHECK(what(R"([{"id":"a/x"},])") == "the answer is not valid JSON near byte 14");
  CHECK(what(R"([{"id":"a/x","t":[1}]])") == "the answer is not valid JSON near byte 19");
}

TEST_CASE("a record that is no UTF-8 is named, the others stay", "[hub]") {
  const HubPage page = reduce(
      "[{\"id\":\"a/x\"},{\"id\":\"b/y\",\"sha\":\"\xff\"},{\"id\":\"c/\xff\"},{\"id\":\"d/z\"}]");
  CHECK(page.lines == "{\"id\":\"a/x\"}\n{\"id\":\"d/z\"}\n");
  CHECK(page.rejected == std::vector<std::string>{"record 2 'b/y': not valid UTF-8",
                                                  "record 3 'c/\xef\xbf\xbd': not valid UTF-8"});
}

TEST_CASE("the body of one record that is no UTF-8 is an error", "[hub]") {
  CHECK(reduce_hub_detail("{\"id\":\"a/x\",\"sha\":\"\xff\"}", Siblings::drop).error().what ==
        "the answer is not valid UTF-8");
}

TEST_CASE("a record nested too deep is named, the others stay", "[hub]") {
  const std::string deep = repeated("[", 100'000) + repeated("]", 100'000);
  const HubPage page = reduce("[{\"id\":\"a/x\"},{\"id\":\"b/y\",\"cardData\":{\"x\":" + deep +
                              "}},{\"id\":\"c/z\",\"x\":" + repeated("{\"a\":", 70) + "1" +
                              repeated("}", 70) + "},{\"id\":\"d/w\"}]");
  CHECK(page.lines == "{\"id\":\"a/x\"}\n{\"id\":\"d/w\"}\n");
  CHECK(page.rejected == std::vector<std::string>{"record 2 'b/y': not valid JSON",
                                                  "record 3 'c/z': not valid JSON"});
}

TEST_CASE("a body nested too deep is an error, not a crash", "[hub]") {
  for (const std::string& body : {repeated("[", 1'000'000), "[" + repeated("{\"a\":", 1'000'000)}) {
    CHECK_FALSE(reduce_hub_page(body, Siblings::drop));
    CHECK_FALSE(sound(body));
  }
}

TEST_CASE("a body with a zero byte is an error", "[hub]") {
  CHECK_FALSE(reduce_hub_page(std::string_view("[\0]", 3), Siblings::drop));
  CHECK_FALSE(reduce_hub_page(std::string_view("[]\0", 3), Siblings::drop));
}

TEST_CASE("the body of one record gives one line, anything else is an error", "[hub]") {
  CHECK(line_of(R"({"id":"a/x"})") == R"({"id":"a/x"})");
  for (const std::string_view body : {"", "[]", R"([{"id":"a/x"}])", R"({"error":"x"})",
                                      R"({"id":"a/x"}{})", R"({"id":"a/x")", "{}", "null"}) {
    INFO(body);
    const auto page = reduce_hub_detail(body, Siblings::drop);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == Errc::data);
  }
  CHECK(reduce_hub_detail(R"({"error":"Repository not found"})", Siblings::drop).error().what ==
        "the answer is an error: 'Repository not found'");
}

TEST_CASE("only a complete and valid list looks like a page", "[hub]") {
  CHECK(sound("[]"));
  CHECK(sound(" [{\"id\":\"a/x\",\"n\":[1,-0.5e-3,true,false,null,\"\\u00e9\"]}]\n"));
  for (const std::string_view body :
       {"",         "{}",         "null",       "[",         "[{]",
        "[}",       "[1,]",       "[,1]",       "[01]",      "[1.]",
        "[.5]",     "[+1]",       "[1e]",       "[-]",       "[tru]",
        "[nul]",    "['a']",      "[\"a]",      "[\"\\x\"]", "[\"\\u12g4\"]",
        "[\"\t\"]", "[{\"a\"}]",  "[{\"a\":}]", "[{a:1}]",   "[{\"a\":1,}]",
        "[NaN]",    "[Infinity]", "[]]",        "[] x",      "[\"\xff\"]",
        "<html>"}) {
    INFO(body);
    CHECK_FALSE(sound(body));
  }
}

constexpr std::string_view kSample =
    R"([{"_id":"64","id":"a/x","tags":["t","license:mit"],"cardData":{"license":["mit"],)"
    R"("extra_gated_prompt":"p \"q\" \\","widget":[{"text":"é"}]},"gguf":{"total":7,)"
    R"("chat_template":"{{ tools }}"},"evalResults":[{"verified":false,"data":{"dataset":)"
    R"({"id":"cais/hle","task_id":"hle"},"value":20.9,"verifyToken":"x"}}],"siblings":[]},)"
    R"( {"id":"b/y","model-index":[{"results":[{"metrics":[{"value":1e-3}]}]}],"private":false}])";

// Whatever page comes out can be read line by line.
void check_page(const Result<HubPage>& page) {
  if (!page) return;
  HubRecordReader reader;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < page->lines.size(); ++lines) {
    const std::size_t end = page->lines.find('\n', at);
    REQUIRE(end != std::string::npos);
    const std::string_view line = std::string_view(page->lines).substr(at, end - at);
    const auto again = reduce_hub_page("[" + std::string(line) + "]", Siblings::keep);
    REQUIRE(again);
    REQUIRE(again->rejected.empty());
    (void)reader.read(line);
    at = end + 1;
  }
  REQUIRE(lines == page->records);
  REQUIRE(page->ids.size() == page->records);
}

TEST_CASE("a body cut anywhere is an error", "[hub]") {
  for (std::size_t size = 0; size < kSample.size(); ++size) {
    INFO(size);
    REQUIRE_FALSE(reduce_hub_page(std::string(kSample.substr(0, size)), Siblings::keep));
    REQUIRE_FALSE(sound(std::string(kSample.substr(0, size))));
  }
}

TEST_CASE("a body with any byte changed gives valid lines or an error", "[hub]") {
  for (std::size_t at = 0; at < kSample.size(); ++at) {
    for (const char c : {'"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\0', '0', 'x', '\x80'}) {
      std::string body(kSample);
      body[at] = c;
      INFO(at << " " << c);
      check_page(reduce_hub_page(body, Siblings::drop));
      (void)sound(body);
    }
  }
}

TEST_CASE("garbled bodies give valid lines or an error", "[hub]") {
  const unsigned seed = 20261123;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 20'000; ++round) {
    std::string body(kSample);
    for (unsigned changes = random() % 4; changes > 0; --changes) {
      body[random() % body.size()] = static_cast<char>(random() % 256);
    }
    if (random() % 2 == 0) body.resize(random() % body.size());
    check_page(reduce_hub_page(body, Siblings::keep));
    check_page(reduce_hub_detail(body, Siblings::drop));
  }
}

}  // namespace
TEST_CASE("the newest change of a page is the greatest lastModified", "[hub]") {
  CHECK(newest_change("{\"id\":\"a/x\",\"lastModified\":\"2026-01-02T00:00:00.000Z\"}\n"
                      "{\"id\":\"a/y\",\"lastModified\":\"2026-03-01T00:00:00.000Z\"}\n"
                      "{\"id\":\"a/z\",\"cardData\":{\"lastModified\":\"2027\"}}\n") ==
        "2026-03-01T00:00:00.000Z");
  CHECK(newest_change("{\"id\":\"a/x\",\"lastModified\":null}\n").empty());
}

}  // namespace oms
