#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/rank_notes.h"
#include "cli/rank_view.h"
#include "cli/rank_why.h"
#include "cli/ranking.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct RankOptions {
  SelectionOptions selection = {};
  RankingOptions ranking = {};
  RankShow show = {};
  std::string limit = "20";
  std::string why = {};
  bool fail_empty = false;
};

Outcome run_why(const RankOptions& options, const Ranking& ranking, const Asked& asked,
                Context& context) {
  const auto row = asked.catalog.find(options.why);
  if (!row) return row.error();
  const RankPlace place = place_of(*row, ranking, asked);
  if (context.format == nullptr && context.common.quiet) {
    if (place.model.place > 0) context.out.write(std::string(asked.table.id(*row)) + "\n");
    return 0;
  }
  if (context.format != nullptr && !context.json()) {
    return Error{Errc::usage, "--why is for one model: as text or --json", ""};
  }
  context.out.write(context.json() ? why_json(place, ranking, asked)
                                   : why_text(place, ranking, asked, context.style));
  return 0;
}

Outcome run_rank(const RankOptions& options, Context& context) {
  const auto limit = parse_count("-n", "rows", options.limit);
  if (!limit) return limit.error();
  const auto asked = ask(options.selection, context);
  if (!asked) return asked.error();
  RankShow show = options.show;
  show.pareto = show.pareto || !options.ranking.tolerance.empty();  // which is about the front
  const auto ranking = rank_models(options.ranking, show.pareto, **asked);
  if (!ranking) return ranking.error();
  if (!options.why.empty()) return run_why(options, *ranking, **asked, context);

  const std::size_t all = ranking->size();
  const std::size_t printed = *limit == 0 ? all : std::min(*limit, all);
  print_ranking(*ranking, **asked, printed, show, context);
  print_rank_notes(*ranking, **asked, printed, context);
  return ranking->ranked() == 0 && options.fail_empty ? 1 : 0;
}

}  // namespace

Run setup_rank(CLI::App& app) {
  auto options = std::make_shared<RankOptions>();
  add_selection(app, options->selection);
  add_ranking(app, options->ranking);
  const char* group = "Ranking";
  app.add_option("--tolerance", options->ranking.tolerance,
                 "with the front: quality, in the unit of its metric, that makes no difference")
      ->type_name("N")
      ->group(group);
  app.add_flag("--pareto", options->show.pareto, "first those that no other beats in everything")
      ->group(group);
  app.add_flag("--explain", options->show.explain, "the points of each criterion")->group(group);
  app.add_option("--why", options->why, "the place of one model, or what keeps it out")
      ->type_name("ID")
      ->group(group);
  app.add_option("-n,--limit", options->limit, "rows, 0 = all")->type_name("N")->group(group);
  app.add_flag("--fail-empty", options->fail_empty, "exit 1 when nothing is ranked")->group(group);
  return [options](Context& context) { return run_rank(*options, context); };
}

}  // namespace oms
