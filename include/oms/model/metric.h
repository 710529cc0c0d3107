// Quality metrics (data/metrics.tsv): one named scale each, never mixed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "oms/base/decimal.h"
#include "oms/base/result.h"
#include "oms/model/field.h"

namespace oms {

struct Metric {
  std::string_view word = {};   // "arena", "wer"
  std::string_view title = {};  // "Arena text"
  std::string_view unit = {};
  Better better = Better::higher;
  std::vector<std::string_view> tasks = {};  // tasks it measures
  int automatic = 0;  // order of preference of `auto` within its tasks, 1 first; 0 = never
  std::optional<Decimal> min = {};
  std::optional<Decimal> max = {};
  std::string_view source = {};
  std::string_view url = {};
  std::string_view credit = {};
  std::string_view version = {};
  std::string_view note = {};
  bool own = false;  // of the user's file, not of the table: `auto` prefers it
};

class MetricTable {
 public:
  static Result<MetricTable> parse(std::string_view tsv);  // `tsv` must outlive the table
  void add(const Metric& metric) { rows_.push_back(metric); }
  const std::vector<Metric>& rows() const { return rows_; }
  const Metric* find(std::string_view word) const;             // nullptr when there is none
  Result<const Metric*> look_up(std::string_view word) const;  // usage error with suggestion

 private:
  std::vector<Metric> rows_ = {};
};

}  // namespace oms
