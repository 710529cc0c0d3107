#include "catalog/curated.h"

#include <algorithm>
#include <array>
#include <memory>

#include "oms/model/name_hints.h"

namespace oms {
namespace {

std::string_view file(const DataFiles& files, std::string_view name) {
  const auto found = files.find(name);
  return found == files.end() ? std::string_view{} : std::string_view(found->second);
}

Error in_file(std::string_view name, const Error& error) {
  return {Errc::data, std::string(name) + ": " + error.what, ""};
}

// A table, the columns the build reads from it, and those that must be numbers or dates.
struct Shape {
  std::string_view name;
  std::vector<std::string_view> columns;
  std::vector<std::string_view> numbers;
  std::vector<std::string_view> dates;
};

Result<DataTable> load_table(const DataFiles& files, const Shape& shape) {
  auto table = DataTable::parse(shape.name, file(files, shape.name), shape.columns);
  if (!table) return std::move(table).error();
  for (const std::string_view column : shape.numbers) {
    const auto checked = table->check_numbers(column);
    if (!checked) return checked.error();
  }
  for (const std::string_view column : shape.dates) {
    const auto checked = table->check_dates(column);
    if (!checked) return checked.error();
  }
  return table;
}

const std::array<Shape, 9> kShapes = {{
    {"known-licenses.tsv", {"id", "key", "source"}, {}, {"as_of"}},
    {"openness.tsv",
     {"id", "data", "weights", "evaluation", "finetuning", "metrics", "mof_class", "source"},
     {"osai_score"},
     {"as_of"}},
    {"lineage.tsv", {"id", "base", "relation", "source"}, {}, {}},
    {"architecture.tsv",
     {"id", "attention", "architecture", "source"},
     {"params", "active_params", "context"},
     {}},
    {"prices.tsv", {"id", "host", "route", "source"}, {"input", "output"}, {"as_of"}},
    {"scores.tsv", {"id", "metric", "grade", "variant", "source"}, {"value"}, {"as_of"}},
    {"closed-models.tsv",
     {"id", "name", "author", "price_source", "rating_metric", "rating_source"},
     {"price_input", "price_output", "context", "rating"},
     {"price_as_of", "rating_as_of"}},
    {"aliases.tsv", {"alias", "id"}, {}, {}},
    {"source-names.tsv", {"name", "source", "id"}, {}, {"checked_on"}},
}};

}  // namespace

Result<std::unique_ptr<Curated>> Curated::load(const DataFiles& files) {
  auto licenses = LicenseTable::parse(file(files, "licenses.tsv"));
  if (!licenses) return in_file("licenses.tsv", licenses.error());
  auto tasks = TaskTable::parse(file(files, "tasks.tsv"));
  if (!tasks) return in_file("tasks.tsv", tasks.error());
  auto metrics = MetricTable::parse(file(files, "metrics.tsv"));
  if (!metrics) return in_file("metrics.tsv", metrics.error());
  auto taxonomy = Taxonomy::parse(file(files, "families.tsv"), file(files, "domains.tsv"),
                                  file(files, "languages.tsv"));
  if (!taxonomy) return in_file("families.tsv, domains.tsv or languages.tsv", taxonomy.error());
  std::vector<DataTable> tables;
  for (const Shape& shape : kShapes) {
    auto table = load_table(files, shape);
    if (!table) return std::move(table).error();
    tables.push_back(*std::move(table));
  }
  auto curated = std::unique_ptr<Curated>(new Curated{
      *std::move(licenses), nullptr, *std::move(tasks), *std::move(metrics), *std::move(taxonomy),
      std::move(tables[0]), std::move(tables[1]), std::move(tables[2]), std::move(tables[3]),
      std::move(tables[4]), std::move(tables[5]), std::move(tables[6]), std::move(tables[7]),
      std::move(tables[8])});
  auto facts = parse_fact_overrides(file(files, kOverridesFile));
  if (!facts) return std::move(facts).error();
  curated->user = UserFacts(*std::move(facts));
  curated->license_matcher = std::make_unique<LicenseMatcher>(curated->licenses);
  TextTable& telling = curated->telling_tags;
  for (const std::string& tag : curated->taxonomy.telling_tags()) telling.add(tag);
  for (const std::string& tag : precision_tags()) telling.add(tag);
  for (const Task& task : curated->tasks.rows()) telling.add(task.word);
  telling.add(kConversational);
  for (TextTable::Code code = 0; code < telling.size(); ++code)
    curated->longest_telling = std::max(curated->longest_telling, telling[code].size());
  return curated;
}

std::vector<std::string> Curated::telling(const std::vector<std::string>& tags) const {
  std::vector<std::string> found;
  for (const std::string& tag : tags) {
    if (is_telling(tag)) found.push_back(tag);
  }
  return found;
}

bool Curated::is_telling(std::string_view tag) const {
  return tag.size() <= longest_telling && telling_tags.find(tag) != TextTable::kNone;
}

void Curated::rename(std::string_view former, std::string_view present) {
  for (DataTable* table : {&known_licenses, &openness, &lineage, &architecture, &prices, &scores}) {
    table->rename(former, present);
  }
}

}  // namespace oms
