// The metric of a query: the one that was asked for, or the one that measures its task.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/query/condition.h"
#include "oms/query/quality.h"
#include "oms/query/row_set.h"

namespace oms {

// The metric in force and how it covers the models of the task.
struct QualityInForce {
  const Metric* metric = nullptr;  // into the metric table; null: the task has no source
  MetricCoverage coverage = {};
  // The models of the task, whatever else is asked: metric, frontier and scales rest on them.
  RowSet measured = {};

  Better better() const { return metric == nullptr ? Better::higher : metric->better; }
};

// Which of the models that are not usually shown are asked for.
struct Scope {
  bool closed = false;
  bool gone = false;
};
// Closed reference rows and models that left the Hub are not shown unless asked for.
Result<Expr> scope_condition(Scope scope);

// `asked` is a metric or "auto"; `tasks` the condition of --task, true for none: then the models
// are those that the metric measures, and `auto` means chat.
// Errc::usage when there is no such metric.
Result<QualityInForce> quality_in_force(std::string_view asked, const Expr& tasks, Scope scope,
                                        const Catalog& catalog, const MetricTable& metrics);

// The tasks that all of these models have.
std::vector<std::string_view> shared_tasks(const Table& table, std::span<const Row> rows);

// What --min-quality asks for. Errc::usage when the bound is outside of what was seen.
Result<Expr> quality_condition(const std::string& bound, const QualityInForce& quality);

}  // namespace oms
