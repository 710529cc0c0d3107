#include <CLI/App.hpp>

#include <fmt/format.h>

#include <optional>

#include "cli/command.h"
#include "cli/show_facts.h"
#include "cli/tree_view.h"
#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/query/quality.h"

namespace oms {
namespace {

struct TreeCommandOptions {
  std::string id = {};
  std::string depth = "3";
  std::string number = "10";
  bool all = false;
  bool delta = false;
  std::string domain = {};
  std::string language = {};
};

// A word that no model of the catalog has is a mistake, not an empty answer.
Result<std::string> known_word(const Table& table, std::string_view field, std::string_view flag,
                               const std::string& text) {
  const auto& list = std::get<ListColumn>(table.columns[field_id(field)]);
  std::vector<std::string_view> words;
  for (std::size_t code = 1; code < list.dictionary.size(); ++code) {
    if (equal_folded(list.dictionary[code], text)) return std::string(list.dictionary[code]);
    words.push_back(list.dictionary[code]);
  }
  return Error{
      Errc::usage,
      fmt::format("{} '{}': no model has it{}", flag, printable(text), did_you_mean(text, words)),
      ""};
}

Result<TreeOptions> tree_options(const TreeCommandOptions& given, const Table& table) {
  TreeOptions options;
  const auto depth = parse_count("--depth", "levels", given.depth);
  if (!depth) return depth.error();
  const auto number = parse_count("-n", "derivatives", given.number);
  if (!number) return number.error();
  options.depth = *depth;
  options.children = given.all ? 0 : *number;
  options.quantizations = given.all;
  if (!given.domain.empty()) {
    auto word = known_word(table, "domain", "--domain", given.domain);
    if (!word) return std::move(word).error();
    options.domain = *std::move(word);
  }
  if (!given.language.empty()) {
    auto word = known_word(table, "languages", "--language", given.language);
    if (!word) return std::move(word).error();
    options.language = *std::move(word);
  }
  return options;
}

// In the metric that a query for the tasks of the model would use.
std::optional<TreeScores> scores_for(const ShowTables& tables, Row row) {
  const Shown shown = gather(tables, row);
  const Metric* metric = shown.quality == nullptr ? nullptr : shown.quality->metric;
  if (metric == nullptr) return std::nullopt;
  return TreeScores{metric, tables.catalog.table()};
}

Outcome run_tree(const TreeCommandOptions& given, Context& context) {
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto row = catalog->find(given.id);
  if (!row) return row.error();
  const auto options = tree_options(given, catalog->table());
  if (!options) return options.error();
  const LineageTree tree = lineage_tree(*catalog, *row, *options);

  const ShowTables tables(*catalog);
  std::optional<TreeScores> scores;
  if (given.delta) scores = scores_for(tables, *row);
  std::optional<QualityColumns> columns;
  if (scores) {
    columns.emplace(*scores->metric, catalog->table());
    columns->add_to(scores->table);
  }
  if (context.format != nullptr && context.format->name != "table") {
    write_records(context.out, tree_records(tree, *catalog, scores), *context.format,
                  context.style);
  } else if (context.common.quiet) {
    write_first_column(context.out, tree_records(tree, *catalog, scores));
  } else {
    context.out.write(tree_page(tree, *catalog, scores, context.style));
  }
  if (given.delta && !scores) {
    context.note("no score of " + std::string(catalog->table().id(*row)) +
                 " is known, so there is nothing to compare with");
  } else if (scores) {
    context.note("quality: " + std::string(scores->metric->title) +
                 "; delta against the model that it was made from");
  }
  return 0;
}

}  // namespace

Run setup_tree(CLI::App& app) {
  auto options = std::make_shared<TreeCommandOptions>();
  app.add_option("id", options->id, "owner/name, a former or bare name, or an unmistakable part")
      ->type_name("ID")
      ->required();
  const char* what = "What is shown";
  app.add_option("--depth", options->depth, "levels of derivatives; 0 = all (3)")
      ->type_name("N")
      ->group(what);
  app.add_option("-n,--limit", options->number, "derivatives of one model; 0 = all (10)")
      ->type_name("N")
      ->group(what);
  app.add_flag("--all", options->all, "every derivative, also quantizations")->group(what);
  app.add_option("--domain", options->domain, "only derivatives for a domain, and the way to them")
      ->type_name("WORD")
      ->group(what);
  app.add_option("--language", options->language, "likewise for a language code")
      ->type_name("CODE")
      ->group(what);
  app.add_flag("--delta", options->delta, "score of each, and its distance from the base")
      ->group(what);
  return [options](Context& context) { return run_tree(*options, context); };
}

}  // namespace oms
