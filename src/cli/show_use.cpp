#include "cli/show_use.h"

#include "cli/use_script.h"
#include "cli/use_text.h"

namespace oms {
namespace {

Result<Done> print_script(std::span<const UseFacts> models, Context& context) {
  const TryScript script = try_script(models);
  if (script.asked.empty()) {
    return Error{Errc::no, "none of these models can be asked in a chat",
                 "'oms show ID --use' tells how to start one"};
  }
  context.out.write(script_text(script, OMS_VERSION));
  for (const UntriedModel& left : script.left_out) {
    context.note("left out: " + left.id + ", " + left.why);
  }
  for (const TriedModel& asked : script.asked) {
    if (!asked.router_model.empty()) continue;
    context.note(asked.id + ": no provider of the router is known; asked only at OMS_TRY_BASE_URL");
  }
  return Done{};
}

}  // namespace

Result<Done> print_use(std::span<const Shown> models, UseOf what, Context& context) {
  std::vector<UseFacts> facts;
  for (const Shown& shown : models) facts.push_back(use_facts(shown));
  if (context.format != nullptr) {
    write_records(context.out, use_records(facts), *context.format, context.style);
    return Done{};
  }
  if (facts.empty()) return Done{};
  if (what == UseOf::several_models) return print_script(facts, context);
  context.out.write(use_page(facts.front(), context.style));
  return Done{};
}

}  // namespace oms
