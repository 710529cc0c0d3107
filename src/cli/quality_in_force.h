// The metric of a query: the one that was asked for, or the one that measures its task.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/catalog/catalog.h"
#include "oms/query/condition.h"
#include "oms/query/quality.h"
#include "oms/query/row_set.h"

namespace oms {

// The metric in force and how it covers the models of the task.
class QualityInForce {
 public:
  QualityInForce() = default;
  // `models`: the condition of the models of the task. The table must outlive it.
  QualityInForce(const Metric* in_force, Expr models, const Table& table)
      : metric(in_force), models_(std::move(models)), table_(&table) {}

  const Metric* metric = nullptr;  // into the metric table; null: the task has no source

  Better better() const { return metric == nullptr ? Better::higher : metric->better; }
  // The models of the task, whatever else is asked: metric, frontier and scales rest on them. They
  // are looked for when they are first asked for, unless a query has found them beside its own rows
  // and keep() has taken them.
  const RowSet& measured() const;
  const MetricCoverage& coverage() const;
  const Expr& models() const { return models_; }
  bool is_measured() const { return measured_.has_value(); }
  void keep(RowSet measured) const { measured_ = std::move(measured); }

 private:
  Expr models_ = {};
  const Table* table_ = nullptr;
  mutable std::optional<RowSet> measured_ = {};
  mutable std::optional<MetricCoverage> coverage_ = {};
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
