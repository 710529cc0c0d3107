// The flags that choose models, shared by every command that prints them.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/pricing_flags.h"
#include "cli/quality_in_force.h"
#include "oms/base/result.h"
#include "oms/catalog/catalog.h"
#include "oms/query/query.h"

namespace oms {

struct SelectionOptions {
  std::vector<std::string> conditions = {};  // positional: 'params>=7B'
  std::vector<std::string> where = {};
  std::vector<std::string> task = {};
  std::vector<std::string> license = {};
  std::string min_license_class = {};
  std::vector<std::string> author = {};
  std::vector<std::string> family = {};
  std::vector<std::string> domain = {};
  std::vector<std::string> language = {};
  std::vector<std::string> library = {};
  std::vector<std::string> available_on = {};
  std::vector<std::string> open = {};
  std::vector<std::string> search = {};
  std::string min_params = {};
  std::string max_params = {};
  std::string min_context = {};
  std::string max_price = {};
  std::string budget = {};
  std::string min_quality = {};
  std::string quality = "auto";
  std::string scores = {};  // file of add_own_scores()
  bool no_gated = false;
  bool unknown = false;
  bool closed = false;
  bool gone = false;
  PricingOptions pricing = {};
};

void add_selection(CLI::App& app, SelectionOptions& options);

// What `--task WORD` asks for. Errc::usage with a suggestion when it is no task.
Result<Expr> task_condition(const TaskTable& tasks, std::string_view word);

// What a condition is about. wanted: which models are meant at all, by task or name; scope: what is
// left out unless it is asked for; other: what they have to meet.
enum class Subject : std::uint8_t { wanted, license, scope, other };
struct NamedCondition {
  Subject subject = Subject::other;
  std::string text = {};  // as it was asked for: "--license osi", "params>=7B"; "" for the scope
  Expr expr = {};
};

struct Selection {
  Expr where = {};                              // all conditions
  std::vector<NamedCondition> conditions = {};  // one by one
  bool admit_unknown = false;
  QualityInForce quality = {};
  Pricing pricing = {};
  // Words that nothing in the catalog has, a line each with what may have been meant.
  std::vector<std::string> notes = {};
};

// A bill was asked for: says so in the notes when there are no tokens to pay for.
void note_missing_workload(Selection& selection);

// Errc::usage with the flag's name and a suggestion for whatever cannot be read.
// `metrics` must outlive the selection. Ages of quotes count from `today`.
Result<Selection> select(const SelectionOptions& options, const Catalog& catalog,
                         const MetricTable& metrics, Date today);

}  // namespace oms
