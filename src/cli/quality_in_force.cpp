#include "cli/quality_in_force.h"

#include <algorithm>

#include "cli/alternatives.h"
#include "cli/reference.h"
#include "oms/base/text.h"
#include "oms/query/query.h"

namespace oms {
namespace {

// Task words that a condition tree names: what `auto` looks for in the metric table.
void collect_tasks(const Expr& expr, std::vector<std::string>& words) {
  const bool names_task =
      expr.leaf.field == field_id("task") || expr.leaf.field == field_id("tasks");
  if (expr.type == Expr::Type::leaf && names_task) {
    for (const Operand& operand : expr.leaf.operands) words.push_back(operand.text);
  }
  if (expr.type == Expr::Type::leaf && expr.leaf.field == field_id("chat")) {
    words.emplace_back("chat");
  }
  if (expr.type == Expr::Type::negation) return;
  for (const Expr& child : expr.children) collect_tasks(child, words);
}

// The models of the tasks that a metric measures; of chat, where it says none or there is none.
Result<Expr> models_of(const Metric* metric) {
  std::vector<Expr> any;
  if (metric != nullptr) {
    for (const std::string_view task : metric->tasks) {
      auto condition =
          task == "chat" ? word_condition("chat", "yes") : word_condition("tasks", task);
      if (!condition) return condition;
      any.push_back(*std::move(condition));
    }
  }
  if (any.empty()) return word_condition("chat", "yes");
  return any_of(std::move(any));
}

}  // namespace

const RowSet& QualityInForce::measured() const {
  if (!measured_) measured_ = table_ == nullptr ? RowSet() : matching_set(models_, *table_);
  return *measured_;
}

const MetricCoverage& QualityInForce::coverage() const {
  if (coverage_) return *coverage_;
  if (metric == nullptr) return coverage_.emplace();
  // Few models have scores; the others just add to the number of those that might.
  std::vector<Row> scored;
  for (const Row row : table_->scores.rows) {
    const bool again = !scored.empty() && scored.back() == row;
    if (!again && measured().has(row)) scored.push_back(row);
  }
  coverage_ = oms::coverage(*metric, *table_, scored);
  coverage_->of = measured().size();
  return *coverage_;
}

Result<Expr> scope_condition(Scope scope) {
  std::vector<Expr> parts;
  if (!scope.closed) parts.push_back(negation(id_begins(kReferencePrefix)));
  if (!scope.gone) {
    auto there = word_condition("status", "active,unlisted,disabled,unknown");
    if (!there) return there;
    parts.push_back(*std::move(there));
  }
  return all_of(std::move(parts));
}

Result<QualityInForce> quality_in_force(std::string_view asked, const Expr& tasks, Scope scope,
                                        const Catalog& catalog, const MetricTable& metrics) {
  std::vector<std::string> words;
  collect_tasks(tasks, words);
  const bool no_task = words.empty();
  if (no_task) words = {"chat"};
  const Metric* in_force = nullptr;
  if (asked == "auto") {
    const std::vector<std::string_view> views(words.begin(), words.end());
    in_force = automatic_metric(metrics, catalog.table(), views);
  } else {
    const auto metric = metrics.look_up(asked);
    if (!metric) {
      return Error{metric.error().code, "--quality: " + metric.error().what, metric.error().hint};
    }
    in_force = *metric;
  }
  auto measured = no_task ? models_of(asked == "auto" ? nullptr : in_force) : Result<Expr>(tasks);
  if (!measured) return std::move(measured).error();
  auto shown = scope_condition(scope);
  if (!shown) return std::move(shown).error();
  return QualityInForce(in_force, all_of({*std::move(measured), *std::move(shown)}),
                        catalog.table());
}

Result<Expr> quality_condition(const std::string& value, const QualityInForce& quality) {
  if (quality.metric == nullptr) {
    return Error{Errc::usage, "no source measures the quality of this task",
                 "'oms sources' lists what there is"};
  }
  const auto bound = parse_decimal(value);
  const Metric& metric = *quality.metric;
  const MetricCoverage& seen = quality.coverage();
  if (!bound) {
    return Error{Errc::usage, "'" + printable(value) + "' is not a number", ""};
  }
  if (!seen.lowest || !seen.highest || *bound < *seen.lowest || *bound > *seen.highest) {
    const std::string range =
        seen.lowest ? "runs from " + to_text(*seen.lowest) + " to " + to_text(*seen.highest)
                    : std::string("has no score in the catalog");
    return Error{Errc::usage,
                 to_text(*bound) + " is outside of what was seen: " + std::string(metric.title) +
                     " " + range,
                 ""};
  }
  const Op op = metric.better == Better::lower ? Op::less_equal : Op::greater_equal;
  return make_condition(field_id("quality"), op, value);
}

std::vector<std::string_view> shared_tasks(const Table& table, std::span<const Row> rows) {
  std::vector<std::string_view> shared;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Value value = table.value(field_id("tasks"), rows[i]);
    const auto* list = std::get_if<TextList>(&value);
    const TextList tasks = list == nullptr ? TextList() : *list;
    if (i == 0) {
      shared = tasks;
      continue;
    }
    std::erase_if(shared, [&](std::string_view task) {
      return std::find(tasks.begin(), tasks.end(), task) == tasks.end();
    });
  }
  return shared;
}

}  // namespace oms
