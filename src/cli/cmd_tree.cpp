#include <CLI/App.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "cli/command.h"
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
  std::string quality = "auto";
  std::string domain = {};
  std::string language = {};
};

// A word that no model of the catalog has is a mistake, not an empty answer.
Result<std::string> known_word(const Table& table, std::string_view field, std::string_view flag,
                               const std::string& text) {
  const auto& list = std::get<ListColumn>(table.column(field_id(field)));
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

// Of the metrics that the model itself has a score in, else of all, the one in which most of the
// tree can be compared.
const Metric* shared_metric(const LineageTree& tree, const MetricTable& metrics,
                            const Table& table) {
  std::map<std::string, std::size_t> models;
  const std::vector<Observation> own = table.scores_of(tree.derivatives.front().row);
  for (const TreeNode& node : tree.derivatives) {
    std::set<std::string> scored;
    for (Observation& score : table.scores_of(node.row)) scored.insert(std::move(score.metric));
    for (const std::string& metric : scored) ++models[metric];
  }
  const Metric* best = nullptr;
  for (const Metric& metric : metrics.rows()) {
    const auto is_own = [&](const Observation& score) { return score.metric == metric.word; };
    if (!own.empty() && std::none_of(own.begin(), own.end(), is_own)) continue;
    const std::size_t count = models[std::string(metric.word)];
    if (count > 0 && (best == nullptr || count > models[std::string(best->word)])) best = &metric;
  }
  return best;
}

// Null when there is nothing to compare.
Result<const Metric*> metric_for(const std::string& wanted, const LineageTree& tree,
                                 const MetricTable& metrics, const Table& table) {
  if (wanted == "auto") return shared_metric(tree, metrics, table);
  const auto found = metrics.look_up(wanted);
  if (!found) return found.error();
  return *found;
}

void print(const LineageTree& tree, const Catalog& catalog, const std::optional<TreeScores>& scores,
           Context& context) {
  if (context.format != nullptr && context.format->name != "table") {
    write_records(context.out, tree_records(tree, catalog, scores), *context.format, context.style);
  } else if (context.common.quiet) {
    write_first_column(context.out, tree_records(tree, catalog, scores));
  } else {
    context.out.write(tree_page(tree, catalog, scores, context.style));
  }
}

Outcome run_tree(const TreeCommandOptions& given, Context& context) {
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const auto row = catalog->find(given.id);
  if (!row) return row.error();
  const auto options = tree_options(given, catalog->table());
  if (!options) return options.error();
  const LineageTree tree = lineage_tree(*catalog, *row, *options);

  if (!given.delta) {
    print(tree, *catalog, std::nullopt, context);
    return 0;
  }
  const MetricTable metrics = catalog->metrics();
  const auto metric = metric_for(given.quality, tree, metrics, catalog->table());
  if (!metric) return metric.error();
  if (*metric == nullptr) {
    print(tree, *catalog, std::nullopt, context);
    context.note("none of these models has a score, so there is nothing to compare");
    return 0;
  }
  const QualityColumns columns(**metric, catalog->table());
  std::optional<TreeScores> scores = TreeScores{catalog->table()};
  columns.add_to(scores->table);
  print(tree, *catalog, scores, context);
  context.note(
      fmt::format("quality: {}; delta against the model that it was made from", (*metric)->title));
  return 0;
}

}  // namespace

Run setup_tree(CLI::App& app) {
  auto options = std::make_shared<TreeCommandOptions>();
  app.add_option("id", options->id, "owner/name, a former or bare name, or an unmistakable part")
      ->type_name("ID")
      ->required();
  const char* what = "What is shown";
  app.add_option("--depth", options->depth, "levels of derivatives; 0 = all")
      ->type_name("N")
      ->group(what);
  app.add_option("-n,--limit", options->number, "derivatives of one model; 0 = all")
      ->type_name("N")
      ->group(what);
  app.add_flag("--all", options->all, "every derivative, also quantizations")->group(what);
  app.add_option("--domain", options->domain, "only derivatives for a domain, and the way to them")
      ->type_name("DOMAIN")
      ->group(what);
  app.add_option("--language", options->language, "likewise for a language code")
      ->type_name("CODE")
      ->group(what);
  app.add_flag("--delta", options->delta, "score of each, and its distance from the base")
      ->group(what);
  app.add_option("--quality", options->quality,
                 "metric of --delta; auto: one that most of these models share")
      ->type_name("METRIC")
      ->group(what);
  return [options](Context& context) { return run_tree(*options, context); };
}

}  // namespace oms
