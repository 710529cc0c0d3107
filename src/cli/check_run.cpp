#include "cli/check_run.h"

#include <algorithm>

#include "cli/check_alternatives.h"
#include "cli/check_policy.h"
#include "cli/fetch_request.h"
#include "cli/fetch_run.h"
#include "cli/freshness.h"
#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/catalog/check_facts.h"
#include "oms/check/lock.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

Error cannot_read(std::string_view kind, const std::string& path, const Error& why, Errc code) {
  return {code, std::string(kind) + " '" + printable(path) + "': " + why.what, why.hint};
}

std::vector<std::string> names_of(const std::vector<CheckedId>& models) {
  std::vector<std::string> names;
  for (const CheckedId& model : models) names.push_back(model.written);
  return names;
}

// Only what the check is about, and only from the Hub. A fetch that fails ends the check.
Result<Done> refresh_models(const std::vector<CheckedId>& models, const Catalog& bundled,
                            Context& context) {
  FetchCommandOptions fetch;
  fetch.with_bases = true;
  fetch.only = {"hub"};
  for (const std::string& name : names_of(models)) {
    if (is_hub_id(name)) fetch.ids.push_back(name);
  }
  if (fetch.ids.empty()) return Done{};
  const auto wanted = make_refresh_options(fetch, context.world, bundled.tasks(), context);
  if (!wanted) return wanted.error();
  const auto directory = writable_cache_directory(context.world);
  if (!directory) return directory.error();
  const auto report = run_refresh(*wanted, *directory, bundled, context);
  if (!report) return report.error();
  for (const SourceOutcome& source : report->sources) {
    if (!source.failed()) continue;
    return Error{Errc::network, "check --refresh: " + source.failure.what, source.failure.hint};
  }
  if (report->interrupted) return Error{Errc::network, "check --refresh: interrupted", ""};
  return Done{};
}

Error missed_error(std::vector<std::string> missed) {
  constexpr std::size_t kMostNamed = 3;
  const std::size_t all = missed.size();
  missed.resize(std::min(all, kMostNamed));
  std::string named = join(missed, ", ");
  if (all > kMostNamed) named += " and " + std::to_string(all - kMostNamed) + " more";
  return {Errc::data, "check --scan: not every reference could be read: " + named,
          "--strict wants all of them"};
}

class CheckRun {
 public:
  CheckRun(const CheckOptions& options, Context& context) : options_(options), context_(context) {}

  Result<Checked> run() {
    const auto bundled = Catalog::open(context_.world.bundle);
    if (!bundled) return bundled.error();
    const LicenseTable licenses = bundled->licenses();
    auto policy = load_policy(options_.policy, licenses, context_);
    if (!policy) return policy.error();
    result_.policy = *std::move(policy);
    request_.strict = options_.strict;
    const auto based = read_baseline();
    if (!based) return based.error();
    const auto judged = options_.locked.empty() ? from_catalog(*bundled) : from_lock(*bundled);
    if (!judged) return judged.error();
    if (!result_.policy.has_rules()) say_no_rules();
    return std::move(result_);
  }

 private:
  // Said under -q, too: a gate that lets everything pass is not to be silent about it.
  void say_no_rules() const {
    const std::string& path = result_.policy.path;
    const std::string what =
        path.empty() ? "no policy" : "'" + printable(path) + "' states no rule";
    const std::string hint = path.empty() ? "; 'oms check --init' writes one" : "";
    context_.world.err.write("oms: warning: " + what +
                             ": findings are reported and none fails but missing data" + hint +
                             "\n");
  }

  Date today() const { return context_.world.clock.today(); }

  Result<Done> read_baseline() {
    if (options_.baseline.empty()) return Done{};
    const auto text = context_.world.read_input(options_.baseline);
    if (!text) return cannot_read("baseline", options_.baseline, text.error(), Errc::usage);
    auto baseline = parse_baseline(*text, options_.baseline);
    if (!baseline) return baseline.error();
    baseline_ = *std::move(baseline);
    request_.baseline = &baseline_;
    return Done{};
  }

  Result<Done> read_models(const Catalog& catalog) {
    auto list = read_list(options_.sources, catalog, context_);
    if (!list) return list.error();
    if (options_.strict && !list->missed.empty()) return missed_error(list->missed);
    request_.models = std::move(list->models);
    return Done{};
  }

  Result<Done> refuse_empty() const {
    if (!request_.models.empty() || options_.allow_empty) return Done{};
    const bool asked = !options_.sources.files.empty() || !options_.sources.scan.empty() ||
                       !options_.sources.ids.empty();
    return Error{Errc::usage,
                 asked ? "check: the list of models is empty" : "check: no model to check",
                 asked ? "--allow-empty lets an empty list pass"
                       : "name models, -f FILE or --scan PATH; 'oms check --help'"};
  }

  Result<Done> from_catalog(const Catalog& bundled) {
    auto catalog = open_catalog(context_);
    if (!catalog) return catalog.error();
    const auto read = read_models(*catalog);
    if (!read) return read;
    const auto some = refuse_empty();
    if (!some) return some;
    if (options_.refresh) {
      const auto fetched = refresh_models(request_.models, bundled, context_);
      if (!fetched) return fetched;
      catalog = open_catalog(context_);
      if (!catalog) return catalog.error();
    }
    const CheckFacts facts =
        gather_facts(*catalog, names_of(request_.models), result_.policy.clarifications);
    if (!options_.lock.empty()) return judge_with_lock(facts);
    const auto judged = judge(facts);
    if (!judged || options_.explain.empty()) return judged;
    const CheckedModel& explained = result_.report.models.front();
    if (explained.outcome != "fail") return Done{};
    auto relatives = passing_relatives(*catalog, result_.policy, explained, today());
    if (!relatives) return relatives.error();
    result_.relatives = *std::move(relatives);
    return Done{};
  }

  Result<Done> judge(const CheckFacts& facts) {
    result_.report = check(result_.policy, facts, request_, today());
    if (options_.write_baseline.empty()) return Done{};
    baseline_ = baseline_of(result_.report);
    const auto written =
        context_.world.write_file(options_.write_baseline, baseline_text(baseline_));
    if (!written) return written.error();
    context_.note("wrote " + counted(baseline_.entries.size(), "finding") + " to " +
                  options_.write_baseline);
    request_.baseline = &baseline_;
    result_.report = check(result_.policy, facts, request_, today());
    return Done{};
  }

  Result<Done> judge_with_lock(const CheckFacts& facts) {
    std::optional<Lock> before;
    const bool there = context_.world.files->kind(options_.lock).has_value();
    if (there && !options_.update_lock) {
      auto read = read_lock(options_.lock);
      if (!read) return read.error();
      before = *std::move(read);
      request_.before = &before->facts;
    }
    const auto judged = judge(facts);
    request_.before = nullptr;
    if (!judged || before) return judged;
    return write_lock(facts);
  }

  Result<Done> write_lock(const CheckFacts& facts) {
    const auto& models = result_.report.models;
    if (std::any_of(models.begin(), models.end(), [](const auto& model) { return !model.known; })) {
      context_.note("oms: warning: " + options_.lock +
                    " is not written: a model is not in the catalog");
      return Done{};
    }
    Lock lock;
    lock.policy_hash = result_.policy.hash;
    lock.date = to_text(today());
    lock.facts = facts;
    for (const CheckedModel& model : models) lock.models.push_back(model.id);
    const auto written = context_.world.write_file(options_.lock, lock_text(lock));
    if (!written) return written;
    context_.note("wrote " + options_.lock);
    return Done{};
  }

  Result<Lock> read_lock(const std::string& path) const {
    const auto text = context_.world.read_input(path);
    if (!text) {
      return cannot_read("lock", path,
                         {Errc::data, text.error().what, "'oms check --lock FILE' writes one"},
                         Errc::data);
    }
    return parse_lock(*text, path);
  }

  Result<Done> from_lock(const Catalog& bundled) {
    const auto lock = read_lock(options_.locked);
    if (!lock) return lock.error();
    const auto read = read_models(bundled);
    if (!read) return read;
    const CheckSources& sources = options_.sources;
    if (sources.ids.empty() && sources.files.empty() && sources.scan.empty()) {
      for (const std::string& id : lock->models) request_.models.push_back({id});
    }
    const auto some = refuse_empty();
    if (!some) return some;
    const auto fresh = check_lock_age(*lock);
    if (!fresh) return fresh;
    request_.locked_policy = &lock->policy_hash;
    return judge(lock->facts);
  }

  Result<Done> check_lock_age(const Lock& lock) const {
    const std::string& limit = context_.common.max_age;
    if (limit.empty()) return Done{};
    const auto limit_ms = parse_duration_ms(limit);
    if (!limit_ms) return Error{Errc::usage, "--max-age: " + limit_ms.error().what, ""};
    const auto age = age_ms(lock.date, context_.world.clock.now_ms());
    if (age && *age <= *limit_ms) return Done{};
    return Error{Errc::data,
                 "the lock is too old: it was written on " + printable(lock.date) +
                     ", --max-age is " + printable(limit),
                 "write it anew with --lock FILE --update-lock"};
  }

  const CheckOptions& options_;
  Context& context_;
  CheckRequest request_ = {};
  Baseline baseline_ = {};
  Checked result_ = {};
};

}  // namespace

Result<Checked> run_checks(const CheckOptions& options, Context& context) {
  return CheckRun(options, context).run();
}

}  // namespace oms
