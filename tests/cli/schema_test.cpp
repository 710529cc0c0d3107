// What the program prints as JSON is what data/schema/ says, and the schemas are tight.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "check/format_test.h"
#include "support/cache_sample.h"
#include "support/catch.h"
#include "support/program.h"

using namespace oms;  // NOLINT: tests

namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

class Schema {
 public:
  explicit Schema(const std::string& name) {
    std::ifstream file(OMS_SOURCE_DIR "/data/schema/" + name + ".schema.json");
    const json document = json::parse(file, nullptr, /*allow_exceptions=*/false);
    REQUIRE(document.is_object());
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema_);
  }

  // What is wrong with the document; "" when nothing is.
  std::string problems(const json& document) const {
    valijson::ValidationResults results;
    valijson::Validator(valijson::Validator::kStrongTypes)
        .validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results);
    std::string text;
    for (const auto& error : results) {
      for (const std::string& step : error.context) text += step;
      text += ": " + error.description + "\n";
    }
    return text;
  }

  bool accepts(const json& document) const { return problems(document).empty(); }

 private:
  valijson::Schema schema_ = {};
};

json printed(const Words& arguments, const Surroundings& around = {}, int code = 0) {
  const Ran ran = run_program(arguments, around);
  REQUIRE(ran.code == code);
  const json document = json::parse(ran.out, nullptr, /*allow_exceptions=*/false);
  REQUIRE_FALSE(document.is_discarded());
  return document;
}

json error_of(const Words& arguments, const Surroundings& around = {}) {
  const json document = json::parse(run_program(arguments, around).err, nullptr, false);
  REQUIRE(document.is_object());
  return document;
}

void check_all(const std::string& schema_name, const std::vector<Words>& calls) {
  const Schema schema(schema_name);
  for (const Words& call : calls) {
    INFO("oms " << Catch::Detail::stringify(call));
    CHECK(schema.problems(printed(call)) == "");
  }
}

// The schema of each document, and a call that prints one with something in every part.
struct Sample {
  std::string schema = {};
  Words call = {};
};

const std::vector<Sample> kSamples = {
    {"list", {"list", "--json", "id=openai/gpt-oss-120b"}},
    {"envelope", {"list", "--json", "--envelope", "price_input<=1"}},
    {"show", {"show", "--json", "openai/gpt-oss-120b"}},
    {"count", {"list", "--count-by", "license_class", "--json"}},
    {"rank", {"rank", "--json", "--task", "chat", "-n", "1"}},
    {"rank", {"rank", "--json", "--task", "chat", "-l", "osi", "--why", "google/gemma-3-27b-it"}},
    {"pick", {"pick", "--json", "--task", "chat", "-l", "osi"}},
    {"use", {"show", "--json", "--use", "openai/gpt-oss-120b"}},
    {"compare", {"compare", "--json", "openai/gpt-oss-120b", "meta-llama/Llama-3.3-70B-Instruct"}},
    {"tree", {"tree", "--json", "BioMistral/BioMistral-7B", "--delta"}},
    {"tasks", {"tasks", "--json"}},
    {"licenses", {"licenses", "--json"}},
    {"licenses", {"licenses", "--json", "llama2"}},
    {"licenses", {"licenses", "--json", "--classes"}},
    {"fields", {"fields", "--json"}},
    {"sources", {"sources", "--json"}},
    {"sources", {"sources", "--json", "lmarena"}},
    {"doctor", {"doctor", "--json"}},
    {"config", {"config", "--json"}},
    {"scan", {"scan", "--json", "/code"}},
    {"plot", {"plot", "--json", "--closed"}},
    {"plot", {"plot", "--json", "--bars", "price_blended"}},
};

// The object itself, or the first of an array.
json& first_object(json& document) { return document.is_array() ? document.at(0) : document; }

std::vector<std::string> keys_of(json& document) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : first_object(document).items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("list --json is what its schema says", "[schema]") {
  check_all("list", {{"list", "--json"},
                     {"list", "--json", "--task", "chat", "--license", "commercial", "-n", "100"},
                     {"list", "--json", "--task", "asr", "--sort", "quality"},
                     {"list", "--json", "--closed", "--sort", "price_output"},
                     {"list", "--json", "--unknown", "--max-price", "1", "-n", "100"},
                     {"list", "--json", "--fields", "id,scores,price_input"},
                     {"list", "--format", "json", "id=nobody/nothing"}});
}

TEST_CASE("every model of the catalog is as the schema of list says", "[schema]") {
  check_all("list", {{"list", "--json", "--all", "--closed", "--gone", "-n", "0"}});
}

TEST_CASE("every line of NDJSON is a row as the schema of list says", "[schema]") {
  const Schema schema("list");
  const Ran ran = run_program({"list", "--format", "ndjson", "--sort", "price_input"});
  std::istringstream lines(ran.out);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CHECK(schema.problems(json::array({json::parse(line)})) == "");
  }
  CHECK(count == 20);
}

TEST_CASE("rank --json is what its schema says, ranked or not, with or without --why", "[schema]") {
  check_all("rank", {{"rank", "--json", "--task", "chat", "-n", "0", "--pareto"},
                     {"rank", "--json", "--task", "asr"},
                     {"rank", "--json", "--task", "chat", "--unknown", "-l", "osi", "-n", "0"},
                     {"rank", "--json", "--task", "chat", "--why", "openai/gpt-oss-120b"},
                     {"rank", "--json", "id=nobody/nothing"}});
}

TEST_CASE("pick --json is what its schema says, also where nothing can be picked", "[schema]") {
  check_all("pick", {{"pick", "--json", "--task", "chat", "--license", "osi"},
                     {"pick", "--json", "--task", "asr"},
                     {"pick", "--json", "--task", "chat", "--in", "20k", "--out", "1k"},
                     {"pick", "--json", "id=nobody/nothing"}});
}

TEST_CASE("list --json --envelope is what its schema says", "[schema]") {
  check_all("envelope", {{"list", "--json", "--envelope"},
                         {"list", "--json", "--envelope", "--task", "asr", "--sort", "quality"},
                         {"list", "--json", "--envelope", "--max-price", "0.5", "-n", "1"},
                         {"list", "--json", "--envelope", "--task", "translation"},
                         {"list", "--json", "--envelope", "--in", "1k", "--cache-hit", "0.5"},
                         {"list", "--json", "--envelope", "id=nobody/nothing"}});
}

TEST_CASE("show --json is what its schema says, for one id and for several", "[schema]") {
  check_all("show", {{"show", "--json", "allenai/OLMo-7B"},
                     {"show", "--json", "meta-llama/Llama-2-7b-hf"},
                     {"show", "--json", "tiiuae/falcon-180B"},
                     {"show", "--json", "TencentARC/LLaMA-Pro-8B"},
                     {"show", "--json", "openrouter:openai/gpt-5"},
                     {"show", "--json", "allenai/OLMo-7B", "openai/gpt-oss-120b"},
                     {"show", "--json", "--fields", "id,license", "allenai/OLMo-7B"}});
}

TEST_CASE("tree --json is what its schema says", "[schema]") {
  check_all("tree", {{"tree", "--json", "meta-llama/Llama-2-7b-hf"},
                     {"tree", "--json", "mistralai/Mistral-7B-v0.1", "--delta", "--all"},
                     {"tree", "--json", "TheBloke/Yarn-Llama-2-13B-128K-GGUF"},
                     {"tree", "--json", "allenai/OLMo-7B", "--domain", "medical"}});
}

TEST_CASE("tasks --json is what its schema says", "[schema]") {
  check_all("tasks", {{"tasks", "--json"}, {"tasks", "--json", "zzz"}});
}

TEST_CASE("licenses --json is what its schema says, also for each single license", "[schema]") {
  const json all = printed({"licenses", "--json"});
  std::vector<Words> calls = {{"licenses", "--json"}, {"licenses", "--json", "--classes"}};
  for (const json& license : all) {
    calls.push_back({"licenses", "--json", license["license"].get<std::string>()});
  }
  check_all("licenses", calls);
}

TEST_CASE("fields --json is what its schema says", "[schema]") {
  check_all("fields", {{"fields", "--json"}, {"fields", "--json", "id", "quality"}});
}

TEST_CASE("sources --json is what its schema says, also for each single source", "[schema]") {
  const json all = printed({"sources", "--json"});
  std::vector<Words> calls = {{"sources", "--json"}};
  for (const json& source : all) {
    calls.push_back({"sources", "--json", source["source"].get<std::string>()});
  }
  check_all("sources", calls);
}

TEST_CASE("scan --json is what its schema says, also for what is put together at run time",
          "[schema]") {
  check_all("scan", {{"scan", "--json", "/code"}, {"scan", "--json", "--strong", "/code/app.py"}});
  CHECK(printed({"scan", "--json", "/code"}).size() == 3);
}

TEST_CASE("plot --json is what its schema says, for points and for bars", "[schema]") {
  check_all("plot", {{"plot", "--json"},
                     {"plot", "--json", "--closed", "--unknown", "--min-context", "100k"},
                     {"plot", "--json", "--task", "asr"},
                     {"plot", "--json", "--in", "20k", "--out", "1k", "--calls", "2M"},
                     {"plot", "--json", "id=nobody/nothing"},
                     {"plot", "--json", "--bars", "params", "-n", "0"},
                     {"plot", "--json", "--bars", "quality", "--closed"},
                     {"plot", "--json", "--bars", "bill", "--in", "20k", "--out", "1k"},
                     {"plot", "--json", "--bars", "quality", "id=nobody/nothing"}});
}

TEST_CASE("doctor --json is what its schema says", "[schema]") {
  check_all("doctor", {{"doctor", "--json"}});
}

TEST_CASE("an error under --json is what its schema says, for every exit code", "[schema]") {
  const Schema schema("error");
  Surroundings full;
  full.disk_full = true;
  CHECK(schema.problems(error_of({"show", "--json", "nobody/nothing"})) == "");
  CHECK(schema.problems(error_of({"list", "--json", "--task", "chatt"})) == "");
  CHECK(schema.problems(error_of({"list", "--json", "--nope"})) == "");
  CHECK(schema.problems(error_of({"lsit", "--json"})) == "");
  CHECK(schema.problems(error_of({"doctor", "--json", "-o", "x.json"}, full)) == "");
}

TEST_CASE("the exit code in an error object is the exit code of the call", "[schema]") {
  Surroundings full;
  full.disk_full = true;
  CHECK(error_of({"show", "--json", "nobody/nothing"})["exit_code"] == 1);
  CHECK(error_of({"list", "--json", "--nope"})["exit_code"] == 2);
  CHECK(error_of({"doctor", "--json", "-o", "x.json"}, full)["exit_code"] == 3);
}

// What is true of every document: no other key, no value of another type, no key missing.
void check_tight(const std::string& name, const json& document) {
  const Schema schema(name);
  REQUIRE(schema.problems(document) == "");
  json copy = document;
  first_object(copy)["surprise"] = 1;
  CHECK_FALSE(schema.accepts(copy));
  copy = document;
  for (const std::string& key : keys_of(copy)) {
    INFO(name << ", key " << key);
    json wrong = document;
    first_object(wrong)[key] = {{"wrong", "type"}};
    CHECK_FALSE(schema.accepts(wrong));
    json incomplete = document;
    first_object(incomplete).erase(key);
    CHECK_FALSE(schema.accepts(incomplete));
  }
}

TEST_CASE("cache --json is what its schema says, for every action", "[schema]") {
  const CacheSample cache;
  const Surroundings around = cache.surroundings();
  TempDir place;
  const std::string copy = place.path("copy");
  const json info = printed({"cache", "info", "--json"}, around);
  CHECK(info["scopes"].size() == 2);
  CHECK(info["sources"].size() == 2);
  check_tight("cache", info);
  CHECK(printed({"cache", "verify", "--json"}, around) == json::array());
  for (const Words& call : std::vector<Words>{{"cache", "path", "--json"},
                                              {"cache", "export", copy, "--json"},
                                              {"cache", "import", copy, "--json"},
                                              {"cache", "clear", "--json"},
                                              {"cache", "info", "--json"}}) {
    check_tight("cache", printed(call, around));
  }
  put_file(cache.directory() + "/CURRENT", "?");
  check_tight("cache", printed({"cache", "verify", "--json"}, around, 3));
}

TEST_CASE("diff --json is what its schema says, for texts and for figures", "[schema]") {
  const CacheSample cache;
  DigestLine line = samples::digest_line("acme/fetched", "apache-2.0");
  line.price = "0.05/-";
  line.score = "arena=1391.4";
  const auto writer = samples::open_writer(cache.directory());
  const Manifest manifest = *Cache(cache.directory()).current();
  REQUIRE(writer->publish(manifest, {line, samples::digest_line("acme/new", "mit")}));
  const json rows = printed({"diff", "--json"}, cache.surroundings());
  CHECK(rows.size() == 4);
  check_tight("diff", rows);
  check_tight("diff",
              printed({"diff", "--json", "--only", "price,score,new"}, cache.surroundings()));
}

TEST_CASE("fetch --json is what its schema says, with and without --dry-run", "[schema]") {
  TempDir place;
  Surroundings around;
  around.variables["OMS_CACHE_DIR"] = place.path("oms");
  std::filesystem::create_directories(place.path("bodies/hub"));
  put_file(place.path("bodies/hub/1.json"),
           R"([{"id":"acme/one","likes":"many"},{"id":"../two"},{"id":"acme/three"}])");
  const json fetched = printed({"fetch", "--from", place.path("bodies"), "--json"}, around);
  CHECK(fetched["sources"][0]["records"] == 2);
  CHECK(fetched["sources"][0]["rejected"].size() == 1);
  CHECK(fetched["sources"][0]["odd"].size() == 1);
  check_tight("fetch", fetched);
  check_tight("fetch", printed({"fetch", "--dry-run", "--json"}, around));
}

TEST_CASE("what a cache adds to other documents is what their schemas say", "[schema]") {
  const CacheSample cache;
  const Surroundings around = cache.surroundings();
  const json doctor = printed({"doctor", "--json"}, around);
  CHECK(doctor["fetched"].size() == 2);
  check_tight("doctor", doctor);
  check_tight("sources", printed({"sources", "hub", "--json"}, around));
  check_tight("envelope", printed({"list", "id=acme/fetched", "--json", "--envelope"}, around));
}

TEST_CASE("check --format json is what its schema says, every object in it", "[schema]") {
  const Schema schema("check");
  for (const CheckReport& report :
       {samples::small_report(), samples::rich_report(), samples::hostile_report("\n\xff")}) {
    CHECK(schema.problems(json::parse(oms::printed("json", report))) == "");
  }
  const json document = json::parse(oms::printed("json", samples::small_report()));
  check_tight("check", document);
  for (const char* part : {"/counts", "/models/0", "/models/0/places/0", "/models/0/chain/0",
                           "/findings/0", "/findings/0/places/0"}) {
    for (const auto& [key, value] : document.at(json::json_pointer(part)).items()) {
      INFO(part << "/" << key);
      json incomplete = document;
      incomplete[json::json_pointer(part)].erase(key);
      CHECK_FALSE(schema.accepts(incomplete));
      json wrong = document;
      wrong[json::json_pointer(part)][key] = {{"wrong", "type"}};
      CHECK_FALSE(schema.accepts(wrong));
    }
  }
}

TEST_CASE("no schema takes a key that it does not name", "[schema]") {
  for (const Sample& sample : kSamples) {
    INFO("oms " << Catch::Detail::stringify(sample.call));
    json document = printed(sample.call);
    const Schema schema(sample.schema);
    REQUIRE(schema.accepts(document));
    first_object(document)["surprise"] = 1;
    CHECK_FALSE(schema.accepts(document));
  }
}

TEST_CASE("no schema takes a value of another type under any key", "[schema]") {
  for (const Sample& sample : kSamples) {
    json document = printed(sample.call);
    const Schema schema(sample.schema);
    for (const std::string& key : keys_of(document)) {
      INFO("oms " << Catch::Detail::stringify(sample.call) << ", key " << key);
      json wrong = document;
      first_object(wrong)[key] = {{"wrong", "type"}};
      CHECK_FALSE(schema.accepts(wrong));
    }
  }
}

TEST_CASE("every key of a document is required, but those that --fields can leave out",
          "[schema]") {
  for (const Sample& sample : kSamples) {
    if (sample.schema == "list" || sample.schema == "show") continue;
    json document = printed(sample.call);
    const Schema schema(sample.schema);
    for (const std::string& key : keys_of(document)) {
      INFO("oms " << Catch::Detail::stringify(sample.call) << ", key " << key);
      json incomplete = document;
      first_object(incomplete).erase(key);
      CHECK_FALSE(schema.accepts(incomplete));
    }
  }
}

TEST_CASE("the schema of show wants every key of a fact, an offer, an observation and a base",
          "[schema]") {
  const Schema schema("show");
  const json model = printed({"show", "--json", "mistralai/Mixtral-8x7B-Instruct-v0.1"});
  for (const char* part : {"facts", "offers", "observations", "lineage"}) {
    REQUIRE_FALSE(model[part].empty());
    for (const auto& [key, value] : model[part][0].items()) {
      INFO(part << "." << key);
      json incomplete = model;
      incomplete[part][0].erase(key);
      CHECK_FALSE(schema.accepts(incomplete));
    }
  }
}

TEST_CASE("the schema of an error wants every key and no other", "[schema]") {
  const Schema schema("error");
  const json error = error_of({"list", "--json", "--nope"});
  for (const char* key : {"code", "exit_code", "message", "hint"}) {
    INFO(key);
    json incomplete = error;
    incomplete.erase(key);
    CHECK_FALSE(schema.accepts(incomplete));
  }
  json larger = error;
  larger["surprise"] = 1;
  CHECK_FALSE(schema.accepts(larger));
}

TEST_CASE("a price is no text, a date no number, a class no word of our own", "[schema]") {
  const Schema schema("list");
  const json row = printed({"list", "--json", "id=openai/gpt-oss-120b"});
  const std::vector<std::pair<std::string, json>> wrong = {
      {"price_input", "0.03"},
      {"price_as_of", 20260814},
      {"price_as_of", "14.8.2026"},
      {"license_class", "very-open"},
      {"license_class", nullptr},
      {"osi_approved", "yes"},
      {"tasks", "chat"},
      {"params", 1.5},
      {"open_data", nullptr},
      {"id", nullptr},
  };
  for (const auto& [key, value] : wrong) {
    INFO(key << " = " << value.dump());
    json document = row;
    document[0][key] = value;
    CHECK_FALSE(schema.accepts(document));
  }
}
