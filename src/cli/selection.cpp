#include "cli/selection.h"

#include <CLI/App.hpp>

#include <algorithm>

#include "cli/alternatives.h"
#include "cli/license_flags.h"
#include "cli/own_scores.h"
#include "cli/word_flags.h"
#include "oms/base/text.h"
#include "oms/query/prices.h"

namespace oms {
namespace {

Error in_flag(std::string_view flag, const Error& error) {
  return {error.code, std::string(flag) + ": " + error.what, error.hint};
}

// The name is a part of the id.
Result<Expr> search_condition(std::string_view text) {
  return make_condition(field_id("id"), Op::contains, text);
}

std::string flag_text(std::string_view flag, const std::string& value) {
  return std::string(flag) + " " + value;
}

// Collects the conditions of all flags, and the first error.
class Conditions {
 public:
  // The error of a flag is told with its name.
  void add(std::string_view flag, std::string text, Result<Expr> expr,
           Subject subject = Subject::other) {
    if (error_) return;
    if (expr) {
      all_.push_back({subject, std::move(text), *std::move(expr)});
    } else {
      error_ = flag.empty() ? expr.error() : in_flag(flag, expr.error());
    }
  }
  void add(std::string_view flag, const std::vector<std::string>& values, Result<Expr> expr,
           Subject subject = Subject::other) {
    add(flag, flag_text(flag, join(values, ",")), std::move(expr), subject);
  }
  void bound(std::string_view flag, std::string_view field, Op op, const std::string& value,
             Subject subject = Subject::other) {
    if (value.empty()) return;
    add(flag, flag_text(flag, value), make_condition(field_id(field), op, value), subject);
  }
  const std::optional<Error>& error() const { return error_; }
  std::vector<NamedCondition> take() { return std::move(all_); }

 private:
  std::vector<NamedCondition> all_ = {};
  std::optional<Error> error_ = {};
};

void add_license(const SelectionOptions& options, const Catalog& catalog, Conditions& conditions) {
  if (!options.license.empty()) {
    // Its errors name the word, as those of --task do.
    conditions.add("", flag_text("--license", join(options.license, ",")),
                   license_conditions(options.license, catalog), Subject::license);
  }
  conditions.bound("--min-license-class", "license_effective", Op::greater_equal,
                   options.min_license_class, Subject::license);
}

void add_prices(const SelectionOptions& options, const Pricing& pricing, Conditions& conditions) {
  conditions.bound("--max-price", "price_blended", Op::less_equal, options.max_price);
  if (!options.budget.empty()) {
    const Error error{Errc::usage, "there is no workload", "give --in, --out and --calls"};
    const FieldId bill = field_id("bill");
    conditions.add("--budget", flag_text("--budget", options.budget),
                   pricing.workload ? make_condition(bill, Op::less_equal, options.budget)
                                    : Result<Expr>(error));
  }
  if (pricing.not_before) {
    conditions.add(
        "--price-age", flag_text("--price-age", options.pricing.price_age),
        make_condition(field_id("price_as_of"), Op::greater_equal, to_text(*pricing.not_before)));
  }
}

// Why a price that is known in the catalog may count as unknown here.
void add_price_notes(Selection& selection, const Table& table) {
  const Pricing& pricing = selection.pricing;
  const bool cached = pricing.workload && pricing.workload->cached.value_or(Decimal{}) > Decimal{};
  const auto& prices = table.offers.cached.billionths;
  const auto stated = [](std::int64_t price) { return price != kNoInteger; };
  if (cached && std::none_of(prices.begin(), prices.end(), stated)) {
    selection.notes.emplace_back(
        "--cache-hit: no host in the catalog states a price of cached tokens, so no bill is known; "
        "'oms fetch' brings such prices");
  }
  const Day newest = newest_price(table);
  if (pricing.not_before && newest && *newest < *pricing.not_before) {
    selection.notes.push_back("--price-age: the newest quote in the catalog is of " +
                              to_text(*newest) + ", none is that young");
  }
}

void add_typed(const SelectionOptions& options, Conditions& conditions) {
  for (const std::string& text : options.conditions) {
    conditions.add("", text, parse_condition(text));
  }
  for (const std::string& text : options.where) {
    conditions.add("--where", flag_text("--where", text), parse_expression(text));
  }
}

void add_flags(const SelectionOptions& options, const Catalog& catalog, Conditions& conditions,
               std::vector<std::string>& notes) {
  each_word_flag(
      options, catalog,
      [&](std::string_view flag, const std::vector<std::string>& values, Result<Expr> expr) {
        const bool wanted = flag != "--available-on";
        conditions.add(flag, values, std::move(expr), wanted ? Subject::wanted : Subject::other);
      },
      notes);
  for (const std::string& value : options.open) {
    for (const std::string_view word : split_words(value, ',')) {
      conditions.add("--open", flag_text("--open", std::string(word)), open_condition(word));
    }
  }
  for (const std::string& value : options.search) {
    conditions.add("--search", flag_text("--search", value), search_condition(value),
                   Subject::wanted);
  }
  conditions.bound("--min-params", "params", Op::greater_equal, options.min_params);
  conditions.bound("--max-params", "params", Op::less_equal, options.max_params);
  conditions.bound("--min-context", "context", Op::greater_equal, options.min_context);
  if (options.no_gated) {
    conditions.add("--no-gated", std::string("--no-gated"), word_condition("gated", "no"));
  }
}

}  // namespace

void note_missing_workload(Selection& selection) {
  if (selection.pricing.workload) return;
  selection.notes.emplace_back(
      "a bill is that of a workload, and there is none: give --in, --out and --calls");
}

Result<Expr> task_condition(const TaskTable& tasks, std::string_view word) {
  const auto task = tasks.look_up(word);
  if (!task) return task.error();
  switch ((*task)->kind) {
    case Task::Kind::pipeline:
      return word_condition("task", (*task)->word);
    case Task::Kind::computed:
      return word_condition((*task)->word, "yes");  // a computed task is a flag of that name
    case Task::Kind::alias:
      break;
  }
  return parse_expression((*task)->where);
}

void add_selection(CLI::App& app, SelectionOptions& options) {
  const auto words = [&](const char* flag, std::vector<std::string>& values, const char* help,
                         const char* value) {
    app.add_option(flag, values, help)
        ->type_name(value)
        ->allow_extra_args(false)
        ->group("Which models");
  };
  const auto text = [&](const char* flag, std::string& value, const char* help, const char* name) {
    app.add_option(flag, value, help)->type_name(name)->group("Which models");
  };
  app.add_option("condition", options.conditions,
                 "e.g. 'price_output<=0.6' params=7B..13B tags~medical")
      ->type_name("COND");
  words("-t,--task", options.task, "task or alias: chat, code, asr, ... ('oms tasks')", "TASK");
  words("-l,--license", options.license, "id, class, or osi, open, commercial", "LICENSE");
  text("--min-license-class", options.min_license_class, "at least this open ('oms licenses')",
       "CLASS");
  words("--open", options.open, "components that must all be open: data,weights,...", "WHAT");
  text("--max-price", options.max_price, "blended, USD per 1M tokens", "USD");
  text("--budget", options.budget, "the bill of --in, --out, --calls at most, USD", "USD");
  text("--min-quality", options.min_quality, "in the unit of the metric in force", "N");
  text("--quality", options.quality, "metric in force", "METRIC");
  text("--scores", options.scores, kOwnScoresHelp, "FILE");
  text("--min-params", options.min_params, "e.g. 7B", "N");
  text("--max-params", options.max_params, "e.g. 13B", "N");
  text("--min-context", options.min_context, "tokens, e.g. 128k", "N");
  words("--family", options.family, "e.g. llama-2, mistral, falcon", "FAMILY");
  words("--domain", options.domain, "e.g. medical, code, mathematics", "DOMAIN");
  words("--language", options.language, "ISO 639 code, e.g. ja", "CODE");
  words("--author", options.author, "owner on the Hub", "OWNER");
  words("--library", options.library, "e.g. transformers", "LIBRARY");
  words("--available-on", options.available_on, "host or catalog, e.g. azure, groq", "HOST");
  words("--search", options.search, "part of the id", "TEXT");
  words("--where", options.where, "expression with and, or, not, ( )", "EXPR");
  const auto flag = [&](const char* name, bool& value, const char* help) {
    app.add_flag(name, value, help)->group("Which models");
  };
  flag("--no-gated", options.no_gated, "only models that need no request");
  flag("--unknown", options.unknown, "also models on which a condition is unknown");
  flag("--closed", options.closed, "also closed models from price lists");
  flag("--gone", options.gone, "also models that left the Hub");
  add_pricing(app, options.pricing);
}

Result<Selection> select(const SelectionOptions& options, const Catalog& catalog,
                         const MetricTable& metrics, Date today) {
  Selection selection;
  selection.admit_unknown = options.unknown;
  auto pricing = read_pricing(options.pricing, today);
  if (!pricing) return std::move(pricing).error();
  selection.pricing = *pricing;
  Expr tasks = all_of({});
  Conditions conditions;
  if (!options.task.empty()) {
    const TaskTable task_table = catalog.tasks();
    auto expr = combine(alternatives(options.task),
                        [&](std::string_view word) { return task_condition(task_table, word); });
    if (expr) tasks = *expr;
    conditions.add("", flag_text("--task", join(options.task, ",")), std::move(expr),
                   Subject::wanted);
  }
  add_license(options, catalog, conditions);
  add_flags(options, catalog, conditions, selection.notes);
  add_prices(options, selection.pricing, conditions);
  add_typed(options, conditions);
  const Scope scope{options.closed, options.gone};
  conditions.add("", std::string(), scope_condition(scope), Subject::scope);
  if (conditions.error()) return *conditions.error();

  auto quality = quality_in_force(options.quality, tasks, scope, catalog, metrics);
  if (!quality) return std::move(quality).error();
  selection.quality = *std::move(quality);
  if (!options.min_quality.empty()) {
    conditions.add("--min-quality", flag_text("--min-quality", options.min_quality),
                   quality_condition(options.min_quality, selection.quality));
    if (conditions.error()) return *conditions.error();
  }
  selection.conditions = conditions.take();
  std::vector<Expr> all;
  for (const NamedCondition& condition : selection.conditions) all.push_back(condition.expr);
  selection.where = all_of(std::move(all));
  const std::vector<FieldId> named = fields_of(selection.where);
  if (std::find(named.begin(), named.end(), field_id("bill")) != named.end()) {
    note_missing_workload(selection);
  }
  add_price_notes(selection, catalog.table());
  return selection;
}

}  // namespace oms
