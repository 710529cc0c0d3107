#include "cli/selection.h"

#include <CLI/App.hpp>

#include <algorithm>
#include <array>

#include "cli/own_scores.h"
#include "cli/reference.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

Error in_flag(std::string_view flag, const Error& error) {
  return {error.code, std::string(flag) + ": " + error.what, error.hint};
}

// "a,b,!c" given once or several times: what is wanted (or) and what is excluded (and not).
struct Alternatives {
  std::vector<std::string> wanted = {};
  std::vector<std::string> excluded = {};
};

Alternatives alternatives(const std::vector<std::string>& values) {
  Alternatives result;
  for (const std::string& value : values) {
    for (std::string_view word : split_words(value, ',')) {
      const bool excluded = word.starts_with('!');
      if (excluded) word.remove_prefix(1);
      (excluded ? result.excluded : result.wanted).emplace_back(trim(word));
    }
  }
  return result;
}

// One word of a flag's value → its condition.
template <typename Maker>
Result<Expr> combine(const Alternatives& words, Maker make) {
  std::vector<Expr> parts;
  std::vector<Expr> any;
  for (const std::string& word : words.wanted) {
    auto expr = make(word);
    if (!expr) return std::move(expr).error();
    any.push_back(*std::move(expr));
  }
  if (!any.empty()) parts.push_back(any_of(std::move(any)));
  for (const std::string& word : words.excluded) {
    auto expr = make(word);
    if (!expr) return std::move(expr).error();
    parts.push_back(negation(*std::move(expr)));
  }
  return all_of(std::move(parts));
}

Result<Expr> word_condition(std::string_view field, std::string_view word) {
  return make_condition(field_id(field), Op::equal, word);
}

// The words of a field that the catalog uses.
using KnownWords = std::vector<std::string_view>;
KnownWords known_words(const Table& table, std::string_view field) {
  const Column& column = table.columns[field_id(field)];
  const StringColumn* dictionary = nullptr;
  if (const auto* words = std::get_if<WordColumn>(&column)) dictionary = &words->dictionary;
  if (const auto* lists = std::get_if<ListColumn>(&column)) dictionary = &lists->dictionary;
  KnownWords known;
  for (std::size_t code = 0; dictionary != nullptr && code < dictionary->size(); ++code) {
    if (!(*dictionary)[code].empty()) known.push_back((*dictionary)[code]);
  }
  return known;
}

bool is_known(const KnownWords& known, std::string_view word) {
  return std::any_of(known.begin(), known.end(),
                     [&](std::string_view candidate) { return equal_folded(candidate, word); });
}

constexpr std::string_view kOsiClasses = "osi-permissive,osi-copyleft";
constexpr std::string_view kOpenClasses = "osi-permissive,osi-copyleft,open-other";

Result<Expr> both(Result<Expr> first, Result<Expr> second) {
  if (!first) return first;
  if (!second) return second;
  return all_of({*std::move(first), *std::move(second)});
}

// "mit" also stands in "apache-2.0 AND mit", as one of several that hold together.
bool is_part(std::string_view id, std::string_view declared) {
  constexpr std::string_view kAnd = " AND ";
  for (std::size_t begin = 0;;) {
    const std::size_t end = declared.find(kAnd, begin);
    if (equal_folded(trim(declared.substr(begin, end - begin)), id)) return true;
    if (end == std::string_view::npos) return false;
    begin = end + kAnd.size();
  }
}

// All declared texts of which the license is a part, as alternatives of one condition.
Result<Expr> id_condition(std::string_view id, const Table& table) {
  auto condition = word_condition("license", id);
  if (!condition) return condition;
  for (const std::string_view declared : known_words(table, "license")) {
    if (equal_folded(declared, id) || !is_part(id, declared)) continue;
    condition->leaf.operands.push_back(Operand{.text = fold(declared)});
  }
  return condition;
}

// What the license allows, unless a base model's terms take commercial use away.
Result<Expr> commercial_condition(std::string_view allowed) {
  auto barred = word_condition("license_effective", "proprietary,research-only,non-commercial");
  if (!barred) return barred;
  return both(word_condition("commercial_use", allowed), negation(*std::move(barred)));
}

Result<Expr> license_condition(const LicenseWord& word, const Table& table) {
  switch (word.kind) {
    case LicenseWord::Kind::license_class:
      return word_condition("license_effective", word.word);
    case LicenseWord::Kind::osi:
      return both(word_condition("osi_approved", "true"),
                  word_condition("license_effective", kOsiClasses));
    case LicenseWord::Kind::open:
      return word_condition("license_effective", kOpenClasses);
    case LicenseWord::Kind::commercial:
      return commercial_condition("yes");
    case LicenseWord::Kind::conditional:
      return commercial_condition("conditional");
    case LicenseWord::Kind::id:
      break;
  }
  if (word.word.starts_with("other:")) {
    return Error{Errc::usage,
                 "'" + word.word + "' has no id of its own: publishers declare 'other' and a name",
                 "use 'license_name~TEXT'"};
  }
  return id_condition(word.word, table);
}

Result<Expr> license_conditions(const std::vector<std::string>& values, const Catalog& catalog) {
  const LicenseTable table = catalog.licenses();
  std::vector<Expr> wanted;
  std::vector<Expr> parts;
  for (const std::string& value : values) {
    const auto words = parse_license_words(value, table);
    if (!words) return words.error();
    for (const LicenseWord& word : *words) {
      auto expr = license_condition(word, catalog.table());
      if (!expr) return expr;
      if (word.excluded) {
        parts.push_back(negation(*std::move(expr)));
      } else {
        wanted.push_back(*std::move(expr));
      }
    }
  }
  if (!wanted.empty()) parts.push_back(any_of(std::move(wanted)));
  return all_of(std::move(parts));
}

Result<Expr> open_condition(std::string_view word) {
  constexpr std::array<std::string_view, 5> kComponents = {"data", "weights", "evaluation",
                                                           "finetuning", "metrics"};
  if (std::find(kComponents.begin(), kComponents.end(), fold(word)) == kComponents.end()) {
    return Error{Errc::usage,
                 "unknown component '" + printable(word) + "'" + did_you_mean(word, kComponents),
                 "components are data, weights, evaluation, finetuning, metrics"};
  }
  return word_condition("open_" + fold(word), "open");
}

// The name is a part of the id.
Result<Expr> search_condition(std::string_view text) {
  return make_condition(field_id("id"), Op::contains, text);
}

// Collects the conditions of all flags, and the first error.
class Conditions {
 public:
  void add(std::string_view flag, Result<Expr> expr) {
    if (error_) return;
    if (expr) {
      all_.push_back(*std::move(expr));
    } else {
      error_ = in_flag(flag, expr.error());
    }
  }
  void add(Result<Expr> expr) {
    if (error_) return;
    if (expr) {
      all_.push_back(*std::move(expr));
    } else {
      error_ = expr.error();
    }
  }
  void bound(std::string_view flag, std::string_view field, Op op, const std::string& value) {
    if (!value.empty()) add(flag, make_condition(field_id(field), op, value));
  }
  Result<Expr> result() && {
    if (error_) return *error_;
    return all_of(std::move(all_));
  }

 private:
  std::vector<Expr> all_ = {};
  std::optional<Error> error_ = {};
};

// A word that the catalog does not use is a mistake where the vocabulary is closed. Anyone may be
// an author: there the answer is empty, and a note says why.
Error unknown_among(const KnownWords& known, std::string_view noun, std::string_view word,
                    std::string hint) {
  std::string nearest = did_you_mean(word, known);
  if (!nearest.empty()) hint.clear();
  return {Errc::usage,
          "unknown " + std::string(noun) + " '" + printable(word) + "'" + std::move(nearest),
          std::move(hint)};
}

Error unknown_family(const KnownWords& known, std::string_view word, const Catalog&) {
  return unknown_among(known, "family", word, "'oms list --fields id,family' shows them");
}

Error unknown_domain(const KnownWords& known, std::string_view word, const Catalog&) {
  KnownWords sorted = known;
  std::sort(sorted.begin(), sorted.end());
  return unknown_among(known, "domain", word, "domains are " + join(sorted, ", "));
}

// Codes have two or three letters, and all are near to each other: names tell more.
Error unknown_language(const KnownWords&, std::string_view word, const Catalog& catalog) {
  constexpr std::size_t kLongestCode = 3;
  std::string what = "unknown language '" + printable(word) + "'";
  const std::string hint = "languages are ISO 639 codes, e.g. ja";
  const auto languages = Tsv::parse(catalog.data("languages.tsv"));
  if (!languages || word.size() <= kLongestCode) return {Errc::usage, what, hint};
  const std::size_t code = languages->column("code");
  const std::size_t name = languages->column("name");
  const std::size_t columns = languages->columns().size();
  if (code == columns || name == columns) return {Errc::usage, what, hint};
  KnownWords names;
  for (std::size_t row = 0; row < languages->rows(); ++row) {
    names.push_back(languages->at(row, name));
  }
  const KnownWords nearest = suggestions(word, names, 1);
  if (nearest.empty()) return {Errc::usage, what, hint};
  const auto row = static_cast<std::size_t>(std::find(names.begin(), names.end(), nearest.front()) -
                                            names.begin());
  what += "; did you mean '" + std::string(languages->at(row, code)) + "'?";
  return {Errc::usage, what, ""};
}

Error unknown_host(const KnownWords& known, std::string_view word, const Catalog&) {
  return unknown_among(known, "host", word, "'oms list --fields id,available_on' shows them");
}

struct WordFlag {
  std::string_view flag;
  std::string_view field;
  std::string_view noun;
  std::vector<std::string> SelectionOptions::*values;
  // What to say of a word that the catalog does not use; null: any word may be asked for.
  Error (*unknown)(const KnownWords& known, std::string_view word, const Catalog& catalog);
};
constexpr std::array kWordFlags = {
    WordFlag{"--author", "author", "author", &SelectionOptions::author, nullptr},
    WordFlag{"--family", "family", "family", &SelectionOptions::family, unknown_family},
    WordFlag{"--domain", "domain", "domain", &SelectionOptions::domain, unknown_domain},
    WordFlag{"--language", "languages", "language", &SelectionOptions::language, unknown_language},
    WordFlag{"--library", "library", "library", &SelectionOptions::library, nullptr},
    WordFlag{"--available-on", "available_on", "host", &SelectionOptions::available_on,
             unknown_host},
};

// `notes` takes a line for each word that nothing in the catalog has.
void add_word_flags(const SelectionOptions& options, const Catalog& catalog, Conditions& conditions,
                    std::vector<std::string>& notes) {
  for (const WordFlag& row : kWordFlags) {
    const std::vector<std::string>& values = options.*row.values;
    if (values.empty()) continue;
    const KnownWords known = known_words(catalog.table(), row.field);
    const auto make = [&](std::string_view word) -> Result<Expr> {
      if (is_known(known, word)) return word_condition(row.field, word);
      if (row.unknown != nullptr) return row.unknown(known, word, catalog);
      notes.push_back("no " + std::string(row.noun) + " '" + printable(word) + "' in the catalog" +
                      did_you_mean(word, known));
      return word_condition(row.field, word);
    };
    conditions.add(row.flag, combine(alternatives(values), make));
  }
}

// Closed reference rows and models that left the Hub are not shown unless asked for.
void add_scope(const SelectionOptions& options, Conditions& conditions) {
  if (!options.closed) conditions.add(negation(id_begins(kReferencePrefix)));
  if (!options.gone) {
    conditions.add(word_condition("status", "active,unlisted,disabled,unknown"));
  }
}

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

Result<QualityInForce> quality_in_force(const SelectionOptions& options, const Expr& tasks,
                                        const Catalog& catalog, const MetricTable& metrics) {
  std::vector<std::string> words;
  collect_tasks(tasks, words);
  Expr measured = tasks;
  if (words.empty()) {
    words = {"chat"};
    auto chat = word_condition("chat", "yes");
    if (!chat) return std::move(chat).error();
    measured = *std::move(chat);
  }
  QualityInForce result;
  if (options.quality == "auto") {
    const std::vector<std::string_view> views(words.begin(), words.end());
    result.metric = automatic_metric(metrics, catalog.table(), views);
  } else {
    const auto metric = metrics.look_up(options.quality);
    if (!metric) return in_flag("--quality", metric.error());
    result.metric = *metric;
  }
  if (result.metric == nullptr) return result;
  Conditions scope;
  scope.add(measured);
  add_scope(options, scope);
  auto expr = std::move(scope).result();
  if (!expr) return std::move(expr).error();
  result.coverage =
      coverage(*result.metric, catalog.table(), matching_rows(*expr, catalog.table()));
  return result;
}

Result<Expr> quality_condition(const std::string& value, const QualityInForce& quality) {
  if (quality.metric == nullptr) {
    return Error{Errc::usage, "no source measures the quality of this task",
                 "'oms sources' lists what there is"};
  }
  const auto bound = parse_decimal(value);
  const Metric& metric = *quality.metric;
  const MetricCoverage& seen = quality.coverage;
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

}  // namespace

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
  text("--max-price", options.max_price, "blended 3:1, USD per 1M tokens", "USD");
  text("--min-quality", options.min_quality, "in the unit of the metric in force", "N");
  text("--quality", options.quality, "metric in force (default: auto)", "METRIC");
  text("--scores", options.scores, kOwnScoresHelp, "FILE");
  text("--min-params", options.min_params, "e.g. 7B", "N");
  text("--max-params", options.max_params, "e.g. 13B", "N");
  text("--min-context", options.min_context, "tokens, e.g. 128k", "N");
  words("--family", options.family, "e.g. llama-2, mistral, falcon", "FAMILY");
  words("--domain", options.domain, "e.g. medical, code, mathematics", "DOMAIN");
  words("--language", options.language, "ISO 639 code, e.g. ja", "CODE");
  words("--author", options.author, "owner on the Hub", "NAME");
  words("--library", options.library, "e.g. transformers", "NAME");
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
}

Result<Selection> select(const SelectionOptions& options, const Catalog& catalog,
                         const MetricTable& metrics) {
  Selection selection;
  selection.admit_unknown = options.unknown;
  Expr tasks = all_of({});
  Conditions conditions;
  if (!options.task.empty()) {
    const TaskTable task_table = catalog.tasks();
    auto expr = combine(alternatives(options.task),
                        [&](std::string_view word) { return task_condition(task_table, word); });
    if (expr) tasks = *expr;
    conditions.add(std::move(expr));
  }
  if (!options.license.empty()) {
    conditions.add(license_conditions(options.license, catalog));
  }
  conditions.bound("--min-license-class", "license_effective", Op::greater_equal,
                   options.min_license_class);
  add_word_flags(options, catalog, conditions, selection.notes);
  for (const std::string& value : options.open) {
    for (const std::string_view word : split_words(value, ',')) {
      conditions.add("--open", open_condition(word));
    }
  }
  for (const std::string& value : options.search) {
    conditions.add("--search", search_condition(value));
  }
  conditions.bound("--min-params", "params", Op::greater_equal, options.min_params);
  conditions.bound("--max-params", "params", Op::less_equal, options.max_params);
  conditions.bound("--min-context", "context", Op::greater_equal, options.min_context);
  conditions.bound("--max-price", "price_blended", Op::less_equal, options.max_price);
  if (options.no_gated) conditions.add("--no-gated", word_condition("gated", "no"));
  for (const std::string& text : options.conditions) conditions.add(parse_condition(text));
  for (const std::string& text : options.where) conditions.add("--where", parse_expression(text));
  add_scope(options, conditions);

  auto quality = quality_in_force(options, tasks, catalog, metrics);
  if (!quality) return std::move(quality).error();
  selection.quality = *quality;
  if (!options.min_quality.empty()) {
    conditions.add("--min-quality", quality_condition(options.min_quality, selection.quality));
  }
  auto where = std::move(conditions).result();
  if (!where) return std::move(where).error();
  selection.where = *std::move(where);
  return selection;
}

}  // namespace oms
