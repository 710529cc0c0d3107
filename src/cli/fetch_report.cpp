#include "cli/fetch_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "oms/base/text.h"

namespace oms {
namespace {

using Json = nlohmann::ordered_json;

// Requests that the Hub grants in five minutes (hub-docs, rate limits, 2026-08), less the tenth
// that is left unused.
constexpr std::size_t kAnonymousQuota = 500;
constexpr std::size_t kAccountQuota = 1000;
constexpr std::size_t kWindowMinutes = 5;

struct Planned {
  std::string source = {};
  std::string scope = {};
  RequestCount requests = {};
};

std::vector<Planned> plan(const RefreshOptions& options, const Manifest& manifest,
                          std::int64_t now_ms) {
  std::vector<Planned> rows;
  for (const std::string& source : options.sources) {
    if (source != "hub") {
      rows.push_back({source, "", {1, true}});
      continue;
    }
    for (const HubScope& scope : planned_scopes(options.scopes, manifest, now_ms)) {
      RequestCount requests = request_count(scope);
      if (scope.kind == HubScope::Kind::ids && options.with_bases) requests.exact = false;
      rows.push_back({source, scope_key(scope), requests});
    }
  }
  return rows;
}

std::string counted(const RequestCount& requests) {
  return fmt::format("{}{} request{}", requests.exact ? "" : "at least ", requests.count,
                     requests.count == 1 ? "" : "s");
}

std::string time_needed(std::size_t requests, bool has_token) {
  const std::size_t quota = has_token ? kAccountQuota : kAnonymousQuota;
  const std::size_t usable = quota - quota / 10;
  const std::string_view who = has_token ? "with a free account" : "without a token";
  if (requests <= usable) {
    return fmt::format("fits into one window of {} requests in {} minutes, {}", quota,
                       kWindowMinutes, who);
  }
  const std::size_t windows = (requests - 1) / usable;
  return fmt::format("about {} minutes at {} requests in {} minutes, {}", windows * kWindowMinutes,
                     quota, kWindowMinutes, who);
}

std::string plural(std::size_t number, std::string_view one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

Json to_json(const RefreshReport& report) {
  Json sources = Json::array();
  for (const SourceOutcome& source : report.sources) {
    sources.push_back({{"source", source.source},
                       {"records", source.records},
                       {"rejected", source.rejected},
                       {"odd", source.odd},
                       {"error", source.error.empty() ? Json() : Json(source.error)}});
  }
  Json missing = Json::array();
  for (const std::string& id : report.missing_ids) missing.push_back(id);
  return {{"snapshot", report.snapshot.empty() ? Json() : Json(report.snapshot)},
          {"requests", report.requests},
          {"retries", report.retries},
          {"interrupted", report.interrupted},
          {"sources", std::move(sources)},
          {"missing", std::move(missing)}};
}

void print_json(const Json& json, Context& context) {
  context.out.write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string closing_line(const RefreshReport& report) {
  std::vector<std::string> parts;
  std::size_t rejected = 0;
  std::size_t odd = 0;
  for (const SourceOutcome& source : report.sources) {
    const bool hub = source.source == "hub";
    if (source.error.empty() || hub) {
      parts.push_back(hub ? plural(source.records, "model")
                          : fmt::format("{} of {}", source.records, source.source));
    }
    rejected += source.rejected.size();
    odd += source.odd.size();
  }
  parts.push_back(plural(static_cast<std::size_t>(report.requests), "request"));
  if (report.retries > 0) parts.push_back(std::to_string(report.retries) + " of them retries");
  if (rejected > 0) parts.push_back(plural(rejected, "record") + " that could not be read");
  if (odd > 0) parts.push_back(plural(odd, "record") + " with a value that could not be read");
  std::string line = join(parts, ", ");
  if (report.snapshot.empty()) {
    line += report.saved ? "; the former catalog stays, run 'oms fetch' to go on from here"
                         : "; nothing changed";
  }
  return line;
}

}  // namespace

void report_dry_run(const RefreshOptions& options, const Manifest& manifest, Context& context) {
  const std::vector<Planned> rows = plan(options, manifest, context.world.clock.now_ms());
  RequestCount all{0, true};
  std::size_t hub = 0;
  for (const Planned& row : rows) {
    all.count += row.requests.count;
    all.exact = all.exact && row.requests.exact;
    if (row.source == "hub") hub += row.requests.count;
  }
  if (context.json()) {
    Json json = Json::array();
    for (const Planned& row : rows) {
      json.push_back({{"source", row.source},
                      {"scope", row.scope.empty() ? Json() : Json(row.scope)},
                      {"requests", row.requests.count},
                      {"exact", row.requests.exact}});
    }
    return print_json(json, context);
  }
  for (const Planned& row : rows) {
    const std::string name = row.scope.empty() ? row.source : row.source + ": " + row.scope;
    context.out.write(printable(name) + ": " + counted(row.requests) + "\n");
  }
  context.out.write("in all " + counted(all) +
                    (hub == 0 ? "" : "; " + time_needed(hub, !options.token.empty())) + "\n");
}

Outcome report_fetch(const RefreshReport& report, const FetchCommandOptions& options,
                     Context& context) {
  const SourceOutcome* failed_hub = nullptr;
  bool failed = false;
  for (const SourceOutcome& source : report.sources) {
    for (const std::string& record : source.rejected) {
      context.note("oms: warning: " + source.source + ": " + record);
    }
    for (const std::string& record : source.odd) {
      context.note("oms: warning: " + source.source + ": " + record + "; taken as unknown");
    }
    if (source.error.empty()) continue;
    failed = true;
    if (source.source == "hub") {
      failed_hub = &source;
    } else {
      context.note("oms: warning: " + source.source + ": " + source.error +
                   "; what it gave before is kept");
    }
  }
  if (context.json()) print_json(to_json(report), context);
  if (failed_hub != nullptr) {
    return Error{failed_hub->code, "fetch: " + failed_hub->error,
                 report.saved ? "what came is saved, run 'oms fetch' to go on from there" : ""};
  }
  for (const Error& missing : report.missing) {
    context.world.err.write("oms: error: " + printable(missing.what) + "\n");
  }
  context.note(closing_line(report));
  if (report.interrupted) return 130;
  if (failed && options.strict) return static_cast<int>(Errc::network);
  return report.missing.empty() ? 0 : 1;
}

}  // namespace oms
