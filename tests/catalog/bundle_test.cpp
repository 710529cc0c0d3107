// Rules that the bundled data itself must keep.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "oms/base/text.h"
#include "oms/base/tsv.h"
#include "oms/catalog/build.h"
#include "oms/catalog/bundle.h"
#include "oms/catalog/catalog.h"
#include "oms/catalog/services.h"
#include "oms/store/mapped_file.h"
#include "support/catch.h"

namespace oms {
namespace {

const Catalog& catalog() {
  static const auto opened = Catalog::open(bundled_image());
  REQUIRE(opened);
  return *opened;
}

Value value(std::string_view id, std::string_view field) {
  const Row row = catalog().find_exact(id);
  if (row == kNoRow) FAIL("no row for " << id);
  return catalog().table().value(field_id(field), row);
}
std::string text(std::string_view id, std::string_view field) {
  const Value found = value(id, field);
  const auto* word = std::get_if<std::string_view>(&found);
  return word == nullptr ? std::string() : std::string(*word);
}

DataFiles data_files() {
  DataFiles files;
  for (const std::string_view name : data_file_names()) {
    std::ifstream in(std::string(OMS_SOURCE_DIR "/data/") + std::string(name), std::ios::binary);
    files.emplace(name, std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return files;
}

constexpr std::string_view kLesson[] = {
    "allenai/OLMo-7B",
    "allenai/OLMo-2-1124-7B",
    "meta-llama/Llama-2-7b-hf",
    "meta-llama/Llama-2-13b-hf",
    "meta-llama/Llama-2-70b-hf",
    "elyza/ELYZA-japanese-Llama-2-7b",
    "TencentARC/LLaMA-Pro-8B",
    "mistralai/Mistral-7B-v0.1",
    "mistralai/Mixtral-8x7B-v0.1",
    "BioMistral/BioMistral-7B",
    "nvidia/OpenMath-Mistral-7B-v0.1-hf",
    "tiiuae/falcon-7b",
    "tiiuae/falcon-40b",
    "tiiuae/falcon-180B",
    "OpenAssistant/falcon-40b-sft-top1-560",
    "nomic-ai/gpt4all-falcon",
};

TEST_CASE("every lesson model has a row with a declared license", "[bundle]") {
  for (const std::string_view id : kLesson) {
    INFO(id);
    CHECK_FALSE(text(id, "license").empty());
  }
}

TEST_CASE("every lesson model has a license class", "[bundle]") {
  for (const std::string_view id : kLesson) {
    INFO(id);
    CHECK_FALSE(text(id, "license_class").empty());
  }
}

TEST_CASE("every lesson model has a task but the two whose Hub records show none", "[bundle]") {
  for (const std::string_view id : kLesson) {
    INFO(id);
    const bool none = id == "mistralai/Mixtral-8x7B-v0.1" || id == "allenai/OLMo-2-1124-7B";
    CHECK(text(id, "task").empty() == none);
  }
}

TEST_CASE("every priced model has a collected license but those without one, by name", "[bundle]") {
  const std::set<std::string> none = {
      "AlfredPros/CodeLlama-7b-Instruct-Solidity",
      "FuseAI/FuseO1-DeepSeekR1-QwQ-SkyT1-32B-Preview",
      "Qwen/Qwen3.8-2.4T-A95B",
      "TheDrummer/UnslopNemo-12B-v4.1",
      "baidu/ERNIE-4.5-300B-A47B-Base-PT",
      "baidu/ERNIE-4.5-300B-A47B-Paddle",
      "baidu/ERNIE-4.5-VL-28B-A3B-PT",
      "deepcogito/cogito-671b-v2.1-FP8",
      "meituan-longcat/LongCat-2.0",
      "nex-agi/DeepSeek-V3.1-Nex-N1",
      "rAIfle/SorcererLM-8x22b-bf16",
      "thedrummer/cydonia-24b-v4.1",
  };
  std::set<std::string> found;
  const Table& table = catalog().table();
  for (const Row row : std::set<Row>(table.offers.rows.begin(), table.offers.rows.end())) {
    if (table.id(row).starts_with("openrouter:")) continue;
    const bool declared = !table.unknown(field_id("license"), row);
    const Value reason = table.value(field_id("license_reason"), row);
    const bool not_declared = reason == Value(std::string_view("not-declared"));
    if (!declared && !not_declared) found.insert(std::string(table.id(row)));
  }
  CHECK(found == none);
}

TEST_CASE("OLMo-7B is open source in the traditional sense", "[bundle]") {
  CHECK(value("allenai/OLMo-7B", "traditional_open_source") == Value(true));
  CHECK(value("allenai/OLMo-7B", "openness") == Value(std::int64_t{5}));
}

TEST_CASE("Llama 2 is not open source in the traditional sense", "[bundle]") {
  CHECK(value("meta-llama/Llama-2-7b-hf", "traditional_open_source") == Value(false));
  CHECK(text("meta-llama/Llama-2-7b-hf", "open_data") == "closed");
  CHECK(text("meta-llama/Llama-2-7b-hf", "open_weights") == "partial");
}

TEST_CASE("a model whose record says unknown takes the class of its own known text", "[bundle]") {
  CHECK(text("tiiuae/falcon-180B", "license") == "unknown");
  CHECK(text("tiiuae/falcon-180B", "license_class") == "community");
}

TEST_CASE("the variants of the lesson belong to the family of their base", "[bundle]") {
  CHECK(text("BioMistral/BioMistral-7B", "family") == "mistral");
  CHECK(text("nvidia/OpenMath-Mistral-7B-v0.1-hf", "family") == "mistral");
  CHECK(text("elyza/ELYZA-japanese-Llama-2-7b", "family") == "llama-2");
  CHECK(text("TencentARC/LLaMA-Pro-8B", "family") == "llama-2");
  CHECK(text("nomic-ai/gpt4all-falcon", "family") == "falcon");
  CHECK(text("OpenAssistant/falcon-40b-sft-top1-560", "family") == "falcon");
}

TEST_CASE("no score of Artificial Analysis or LiveBench ships", "[bundle]") {
  const StringColumn& metrics = catalog().table().scores.metric.dictionary;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    INFO(metrics[i]);
    CHECK_FALSE(metrics[i].starts_with("aa"));
    CHECK_FALSE(contains_folded(metrics[i], "livebench"));
  }
  const StringColumn& sources = catalog().table().scores.source.dictionary;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    INFO(sources[i]);
    CHECK_FALSE(contains_folded(sources[i], "artificial"));
    CHECK_FALSE(contains_folded(sources[i], "livebench"));
  }
}

TEST_CASE("one metric holds scores of one scale: Arena ratings have one date", "[bundle]") {
  std::set<std::int32_t> dates;
  const ScoreTable& scores = catalog().table().scores;
  for (Row i = 0; i < scores.rows.size(); ++i) {
    if (scores.metric[i] == "arena") dates.insert(scores.as_of[i]);
  }
  CHECK(dates.size() == 1);
}

TEST_CASE("every name of a source leads to a model of the bundle and to a source that is fetched",
          "[bundle]") {
  const auto names = Tsv::parse(catalog().data("source-names.tsv"));
  REQUIRE(names);
  CHECK(names->rows() > 300);
  for (std::size_t row = 0; row < names->rows(); ++row) {
    CAPTURE(names->at(row, names->column("name")));
    CHECK(catalog().find_exact(names->at(row, names->column("id"))) != kNoRow);
    CHECK(find_service(names->at(row, names->column("source"))) != nullptr);
  }
}

TEST_CASE("every rating of the Arena that is bundled has a name to fetch it anew by", "[bundle]") {
  const auto names = Tsv::parse(catalog().data("source-names.tsv"));
  REQUIRE(names);
  std::set<std::string> known;
  for (std::size_t row = 0; row < names->rows(); ++row) {
    if (names->at(row, names->column("source")) == "arena") {
      known.insert(fold(names->at(row, names->column("id"))));
    }
  }
  const ScoreTable& scores = catalog().table().scores;
  for (std::size_t i = 0; i < scores.rows.size(); ++i) {
    const bool borrowed = word_of(words::kGrade, Choice{scores.grade[i]}) == "borrowed";
    if (!scores.metric[static_cast<Row>(i)].starts_with("arena") || borrowed) continue;
    CAPTURE(catalog().table().id(scores.rows[i]));
    CHECK(known.contains(fold(catalog().table().id(scores.rows[i]))));
  }
}

TEST_CASE("every price has a host, a source, a date and at least one figure", "[bundle]") {
  const OfferTable& offers = catalog().table().offers;
  REQUIRE_FALSE(offers.rows.empty());
  for (Row i = 0; i < offers.rows.size(); ++i) {
    CHECK_FALSE(offers.host[i].empty());
    CHECK_FALSE(offers.source[i].empty());
    CHECK(offers.as_of[i] != kNoDay);
    CHECK((offers.input.billionths[i] != kNoInteger || offers.output.billionths[i] != kNoInteger));
  }
}

TEST_CASE("input, output and blended price of a model come from one offer", "[bundle]") {
  const Table& table = catalog().table();
  std::size_t checked = 0;
  for (const Row row : std::set<Row>(table.offers.rows.begin(), table.offers.rows.end())) {
    const Value input = table.value(field_id("price_input"), row);
    const Value output = table.value(field_id("price_output"), row);
    if (is_unknown(input) || is_unknown(output)) continue;
    const auto offers = table.offers_of(row);
    ++checked;
    CHECK(std::any_of(offers.begin(), offers.end(), [&](const Offer& offer) {
      return offer.input && offer.output && Value(*offer.input) == input &&
             Value(*offer.output) == output;
    }));
  }
  CHECK(checked > 300);
}

TEST_CASE("closed reference rows are marked closed and carry no license", "[bundle]") {
  const Table& table = catalog().table();
  std::size_t rows = 0;
  for (Row row = 0; row < table.rows; ++row) {
    if (!table.id(row).starts_with("openrouter:")) continue;
    ++rows;
    CHECK(table.value(field_id("open_weights"), row) == Value(std::string_view("closed")));
    CHECK(table.unknown(field_id("license"), row));
  }
  CHECK(rows > 90);
}

TEST_CASE("the same data gives the same image", "[bundle]") {
  const DataFiles files = data_files();
  const auto first = build_catalog(files);
  const auto second = build_catalog(files);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first == *second);
  const auto bundled = bundled_image();
  CHECK(*first == std::string_view(reinterpret_cast<const char*>(bundled.data()), bundled.size()));
}

TEST_CASE("the index of a cache has the tables that commands ask for, the bundled one all",
          "[bundle]") {
  FetchedData fetched;
  fetched.asked = {{.name = "hub", .fetched_at = "2026-11-20T20:00:00Z"}};
  const auto image = build_catalog(data_files(), fetched);
  REQUIRE(image);
  const auto cached = Catalog::open(MappedFile::copy_of(*image).value());
  REQUIRE(cached);
  std::vector<std::string_view> carried;
  for (const std::string_view name : data_file_names()) {
    CHECK_FALSE(catalog().data(name).empty());
    if (cached->data(name) == catalog().data(name)) carried.push_back(name);
  }
  std::sort(carried.begin(), carried.end());
  CHECK(carried == std::vector<std::string_view>{"aliases.tsv", "domains.tsv", "families.tsv",
                                                 "languages.tsv", "licenses.tsv", "metrics.tsv",
                                                 "sources.tsv", "tasks.tsv"});
}

TEST_CASE("a price of a model that the snapshot lacks stops the build", "[bundle]") {
  DataFiles files = data_files();
  files["prices.tsv"] += "zz-nobody/none\tgroq\tgroq\t1\t1\t2026-01-01\tnowhere\n";
  const auto image = build_catalog(files);
  REQUIRE_FALSE(image);
  CHECK(image.error().what.find("no model 'zz-nobody/none'") != std::string::npos);
}

TEST_CASE("a price that is no number stops the build", "[bundle]") {
  DataFiles files = data_files();
  files["prices.tsv"] += "allenai/OLMo-7B\tgroq\tgroq\tcheap\t1\t2026-01-01\tnowhere\n";
  const auto image = build_catalog(files);
  REQUIRE_FALSE(image);
  CHECK(image.error().what.find("input is 'cheap'") != std::string::npos);
}

TEST_CASE("a former or bare id leads to the model's present row", "[catalog]") {
  const Row row = catalog().find_exact("bert-base-uncased");
  REQUIRE(row != kNoRow);
  CHECK(catalog().table().id(row) == "google-bert/bert-base-uncased");
  CHECK(catalog().find_exact("GPT2") == catalog().find_exact("openai-community/gpt2"));
}

TEST_CASE("the ladder takes a whole name without its owner", "[catalog]") {
  const auto row = catalog().find("olmo-7b");
  REQUIRE(row);
  CHECK(catalog().table().id(*row) == "allenai/OLMo-7B");
}

TEST_CASE("the ladder lists the candidates of an ambiguous text and does not choose", "[catalog]") {
  const auto row = catalog().find("llama");
  REQUIRE_FALSE(row);
  CHECK(row.error().code == Errc::no);
  CHECK(row.error().what.starts_with("'llama' fits "));
}

TEST_CASE("an unknown id is answered with the nearest one", "[catalog]") {
  const auto row = catalog().find("allenai/OLMo-7C");
  REQUIRE_FALSE(row);
  CHECK(row.error().code == Errc::no);
  CHECK(row.error().what ==
        "no model 'allenai/OLMo-7C' in the catalog; did you mean 'allenai/OLMo-7B'?");
}

}  // namespace
}  // namespace oms
