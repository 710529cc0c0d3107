#include "cli/fetch_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/record_columns.h"
#include "cli/records.h"
#include "oms/base/text.h"
#include "oms/catalog/services.h"

namespace oms {
namespace {

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

RequestCount pages_of(std::string_view source) {
  const Service* service = find_service(source);
  if (service == nullptr) return {1, true};
  return {service->first_pages, service->most_pages == service->first_pages};
}

std::vector<Planned> plan(const RefreshOptions& options, const Beginning& beginning,
                          std::int64_t now_ms) {
  std::vector<Planned> rows;
  for (const std::string& source : options.sources) {
    if (source != "hub") {
      rows.push_back({source, "", pages_of(source)});
      continue;
    }
    for (const HubScope& scope : planned_scopes(options.scopes, beginning, now_ms)) {
      RequestCount requests = planned_requests(scope, options, beginning.manifest);
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
  const std::size_t full = (requests - 1) / usable;  // windows before the last one
  return fmt::format("{} windows of {} requests, about {} minutes, {}", full + 1, quota,
                     full * kWindowMinutes, who);
}

std::string plural(std::size_t number, std::string_view one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

Records source_records(const RefreshReport& report) {
  Records records{.columns = fetch_source_columns()};
  for (const SourceOutcome& source : report.sources) {
    records.rows.push_back({text_cell(source.source), count_cell(source.records), source.rejected,
                            source.odd, text_cell(source.failure.what)});
  }
  return records;
}

void print_records(const RefreshReport& report, Context& context) {
  const Records sources = source_records(report);
  if (!context.json()) return write_records(context.out, sources, *context.format, context.style);
  Records whole{.columns = fetch_columns()};
  whole.rows.push_back({text_cell(report.snapshot), report.interrupted,
                        std::int64_t{report.requests}, std::int64_t{report.retries},
                        report.missing_ids, report.warnings});
  JsonMembers members = members_of(whole, 0);
  members.emplace_back("sources", json_array_block(json_rows(sources)));
  context.out.write(json_block(members) + "\n");
}

Records plan_records(const std::vector<Planned>& rows) {
  Records records{.columns = fetch_plan_columns()};
  for (const Planned& row : rows) {
    records.rows.push_back({text_cell(row.source), text_cell(row.scope),
                            count_cell(row.requests.count), row.requests.exact});
  }
  return records;
}

std::string closing_line(const RefreshReport& report) {
  std::vector<std::string> parts;
  std::size_t rejected = 0;
  std::size_t odd = 0;
  for (const SourceOutcome& source : report.sources) {
    const bool hub = source.source == "hub";
    if (!source.failed() || hub) {
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

Error missing_error(const RefreshReport& report, bool has_token) {
  std::vector<std::string> names;
  for (const std::string& id : report.missing_ids) names.push_back("'" + printable(id) + "'");
  const bool one = names.size() == 1;
  return {Errc::no,
          "the Hub has " + std::string(one ? "no model " : "none of the models ") +
              join(names, ", ") + (one ? ", or it is private" : ", or they are private"),
          has_token ? "" : "set HF_TOKEN to see private ones"};
}

// The first of the sources when there is none that went well.
const SourceOutcome* all_failed(const RefreshReport& report) {
  const auto& sources = report.sources;
  const bool any = std::any_of(sources.begin(), sources.end(),
                               [](const SourceOutcome& source) { return !source.failed(); });
  return any || sources.empty() ? nullptr : &sources.front();
}

// What came of the sources, as warnings; the Hub's failure, if any, is returned.
const SourceOutcome* warn(const RefreshReport& report, const SourceOutcome* told_as_error,
                          Context& context) {
  const SourceOutcome* failed_hub = nullptr;
  for (const std::string& warning : report.warnings) context.note("oms: warning: " + warning);
  for (const SourceOutcome& source : report.sources) {
    for (const std::string& record : source.rejected) {
      context.note("oms: warning: " + source.source + ": " + record);
    }
    for (const std::string& record : source.odd) {
      context.note("oms: warning: " + source.source + ": " + record + "; taken as unknown");
    }
    if (source.source == "hub" && source.failed()) failed_hub = &source;
    if (source.source == "hub" || !source.failed() || &source == told_as_error) continue;
    context.note("oms: warning: " + source.source + ": " + source.failure.what +
                 "; what it gave before is kept");
  }
  return failed_hub;
}

}  // namespace

void report_dry_run(const RefreshOptions& options, const Beginning& beginning, Context& context) {
  const std::vector<Planned> rows = plan(options, beginning, context.world.clock.now_ms());
  RequestCount all{0, true};
  std::size_t hub = 0;
  for (const Planned& row : rows) {
    all.count += row.requests.count;
    all.exact = all.exact && row.requests.exact;
    if (row.source == "hub") hub += row.requests.count;
  }
  if (context.format != nullptr) {
    return write_records(context.out, plan_records(rows), *context.format, context.style);
  }
  for (const Planned& row : rows) {
    const std::string name = row.scope.empty() ? row.source : row.source + ": " + row.scope;
    context.out.write(printable(name) + ": " + counted(row.requests) + "\n");
  }
  context.out.write("in all " + counted(all) +
                    (hub == 0 ? "" : "; " + time_needed(hub, !options.token.empty())) + "\n");
}

Outcome report_fetch(const RefreshReport& report, const RefreshOptions& options, bool strict,
                     Context& context) {
  const SourceOutcome* nothing_went = all_failed(report);
  const SourceOutcome* failed_hub = warn(report, nothing_went, context);
  if (context.format != nullptr) print_records(report, context);
  if (failed_hub != nullptr) {
    const Error& failure = failed_hub->failure;
    return Error{
        failure.code, "fetch: " + failure.what,
        report.saved ? "what came is saved, run 'oms fetch' to go on from there" : failure.hint};
  }
  context.note(closing_line(report));
  if (report.interrupted) return 130;
  if (nothing_went != nullptr) {
    return Error{Errc::network, "fetch: " + nothing_went->failure.what, nothing_went->failure.hint};
  }
  if (!report.missing_ids.empty()) return missing_error(report, !options.token.empty());
  const bool failed = std::any_of(report.sources.begin(), report.sources.end(),
                                  [](const SourceOutcome& source) { return source.failed(); });
  return failed && strict ? static_cast<int>(Errc::network) : 0;
}

}  // namespace oms
