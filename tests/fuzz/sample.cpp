#include "fuzz/sample.h"

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "fuzz/targets.h"
#include "oms/base/text.h"
#include "oms/catalog/build.h"

namespace oms::fuzz {
namespace {

using Cells = std::initializer_list<std::pair<std::string_view, std::string_view>>;

std::string shipped(std::string_view name) {
  std::ifstream file(OMS_SOURCE_DIR "/data/" + std::string(name), std::ios::binary);
  expect(file.good(), "the shipped tables are there");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void add_row(DataFiles& files, std::string_view file, Cells cells) {
  std::string& text = files.find(file)->second;
  std::vector<std::string> line;
  const std::string header = text.substr(0, text.find('\n'));
  for (const std::string_view column : split(header, '\t')) {
    line.emplace_back();
    for (const auto& [name, value] : cells) {
      if (name == column) line.back() = value;
    }
  }
  text += join(line, "\t") + '\n';
}

void add_license(DataFiles& files, std::string_view key, std::string_view approved,
                 std::string_view license_class, std::string_view rule) {
  const std::string_view allowed = license_class == "unknown" ? "unknown" : "yes";
  add_row(files, "licenses.tsv",
          {{"key", key},
           {"osi_approved", approved},
           {"class", license_class},
           {"commercial_use", allowed},
           {"derivatives", allowed},
           {"redistribution", allowed},
           {"derived_rule", rule},
           {"kind", "hub"}});
}

DataFiles make_files() {
  DataFiles files;
  for (const std::string_view name : data_file_names()) {
    const std::string text = shipped(name);
    files[std::string(name)] = name.ends_with(".tsv") ? text.substr(0, text.find('\n') + 1) : "";
  }
  add_license(files, "mit", "true", "osi-permissive", "notice");
  add_license(files, "cc-by-nc-4.0", "false", "non-commercial", "non-commercial");
  add_license(files, "other", "unknown", "unknown", "unknown");
  for (const std::string_view task : {"text-generation", "translation", "feature-extraction"})
    add_row(files, "tasks.tsv", {{"task", task}, {"kind", "pipeline"}});
  add_row(files, "tasks.tsv", {{"task", "chat"}, {"kind", "computed"}});
  add_row(files, "metrics.tsv", {{"metric", "mmlu"}, {"better", "higher"}});
  add_row(files, "families.tsv", {{"family", "llama"}, {"pattern", "llama"}});
  add_row(files, "domains.tsv", {{"domain", "biology"}, {"tags", "protein"}, {"pattern", "bio"}});
  add_row(files, "languages.tsv", {{"code", "en"}, {"name", "English"}});
  add_row(files, "languages.tsv", {{"code", "fr"}, {"name", "French"}});
  add_row(files, "aliases.tsv", {{"alias", "former/m3"}, {"id", "o3/m3"}});
  add_row(files, "closed-models.tsv",
          {{"id", "openrouter:acme/closed"},
           {"name", "Closed"},
           {"author", "Acme"},
           {"price_input", "3"},
           {"price_output", "4"},
           {"price_as_of", "2026-08-01"},
           {"price_source", "OpenRouter"}});
  return files;
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
  static const std::string text = shipped("licenses.tsv");
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
