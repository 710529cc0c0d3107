#include "fuzz/sample.h"

#include <utility>

#include "fuzz/targets.h"
#include "oms/catalog/build.h"
#include "support/tables.h"

namespace oms::fuzz {
namespace {

DataFiles make_files() {
  Tables tables;
  tables.row("aliases.tsv", {{"alias", "former/m3"}, {"id", "o3/m3"}});
  tables.row("closed-models.tsv", {{"id", "openrouter:acme/closed"},
                                   {"name", "Closed"},
                                   {"author", "Acme"},
                                   {"price_input", "3"},
                                   {"price_output", "4"},
                                   {"price_as_of", "2026-08-01"},
                                   {"price_source", "OpenRouter"}});
  return tables.files();
}

// Every key that conditions ask for, in some of the models.
std::string line(int number) {
  const std::string name = std::to_string(number);
  std::string text = R"({"id":"o)" + name + "/m" + name + R"(","_id":"h)" + name + '"';
  text += R"(,"likes":)" + std::to_string(number * 7 % 50);
  text += R"(,"downloads":)" + std::to_string(number * 977 % 1000);
  text += R"(,"createdAt":"2025-0)" + std::to_string(1 + number % 9) + R"(-03T00:00:00.000Z")";
  if (number % 2 == 0) text += R"(,"pipeline_tag":"text-generation","library_name":"transformers")";
  if (number % 3 == 0) text += R"(,"cardData":{"license":"mit","language":["en","fr"]})";
  if (number % 5 == 0) text += R"(,"gated":"auto","sha":"c0ffee")";
  text += R"(,"tags":["t)" + std::to_string(number % 4) + '"';
  if (number % 4 == 1) text += R"(,"license:cc-by-nc-4.0","fr","protein")";
  if (number > 20) {
    const std::string base = 'o' + std::to_string(number - 20) + "/m" + std::to_string(number - 20);
    text += R"(,"base_model:)" + base + R"(","base_model:quantized:)" + base + R"(","gguf")";
  }
  return text + "]}\n";
}

FetchedData make_cache() {
  FetchedData cache;
  for (int page = 0; page < 4; ++page) {
    FetchedPage made;
    for (int i = 0; i < 10; ++i) made.lines += line(page * 10 + i);
    made.keys = {"*"};
    made.as_of = Date{20'600 + page};
    made.file = "page " + std::to_string(page);
    cache.pages.push_back(std::move(made));
  }
  Harvest said;
  for (int i = 0; i < 5; ++i) {
    const std::string id = 'o' + std::to_string(i * 3) + "/m" + std::to_string(i * 3);
    said.offers.emplace_back(
        id, Offer{"groq", "openrouter", "s", decimal(i), decimal(i * 2), Date{20'600}});
    said.scores.emplace_back(id, Observation{"mmlu", decimal(50 + i), Date{20'600},
                                             parse_choice(words::kGrade, "independent"), "", "s"});
  }
  cache.sources.push_back({"openrouter", std::move(said)});
  return cache;
}

std::string make_image() {
  auto image = build_catalog(sample_files(), sample_cache());
  expect(image.has_value(), image ? "" : "the sample can be built: " + image.error().what);
  return *std::move(image);
}

LicenseTable make_licenses() {
  static const std::string text = shipped_file("licenses.tsv");
  auto table = LicenseTable::parse(text);
  expect(table.has_value(), "the shipped licenses can be read");
  return *std::move(table);
}

}  // namespace

const DataFiles& sample_files() {
  static const DataFiles files = make_files();
  return files;
}
const FetchedData& sample_cache() {
  static const FetchedData cache = make_cache();
  return cache;
}
const std::string& sample_image() {
  static const std::string image = make_image();
  return image;
}
const LicenseTable& sample_licenses() {
  static const LicenseTable table = make_licenses();
  return table;
}

}  // namespace oms::fuzz
