#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/pick_view.h"
#include "cli/rank_notes.h"

namespace oms {
namespace {

struct PickOptions {
  SelectionOptions selection = {};
  RankingOptions ranking = {};
  std::string margin = "5%";
  bool fail_empty = false;
};

Outcome run_pick(const PickOptions& options, Context& context) {
  const auto asked = ask(options.selection, context);
  if (!asked) return asked.error();
  const auto picked = pick(options.ranking, options.margin, **asked);
  if (!picked) return picked.error();
  const Format* format = context.format;
  if (format == nullptr && context.common.quiet) format = find_format("ids");
  if (context.json()) {
    context.out.write(pick_json(*picked, **asked));
  } else if (format != nullptr && format->name != "table") {
    print_picked(*picked, **asked, *format, context);
  } else {
    context.out.write(pick_text(*picked, **asked, context.style));
  }
  print_pick_notes(picked->ranking, **asked, context);
  return !picked->best && options.fail_empty ? 1 : 0;
}

}  // namespace

Run setup_pick(CLI::App& app) {
  auto options = std::make_shared<PickOptions>();
  add_selection(app, options->selection);
  add_ranking(app, options->ranking);
  app.add_option("--margin", options->margin,
                 "what the cheapest may lose to the best: % of the range of scores, or a number")
      ->type_name("N")
      ->group("Ranking");
  app.add_flag("--fail-empty", options->fail_empty, "exit 1 when nothing can be picked")
      ->group("Ranking");
  return [options](Context& context) { return run_pick(*options, context); };
}

}  // namespace oms
