#include "cli/freshness.h"

#include <algorithm>

#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kHub = "hub";

std::string day_of(const SourceInfo& source) { return source.fetched_at.substr(0, 10); }

}  // namespace

std::optional<SourceInfo> fetched_source(const Catalog& catalog, std::string_view name) {
  for (const SourceInfo& source : catalog.fetched_sources()) {
    if (source.name == name && parse_time_ms(source.fetched_at)) return source;
  }
  return std::nullopt;
}

std::string record_range(const Catalog& catalog, std::int64_t now_ms) {
  if (const auto hub = fetched_source(catalog, kHub)) {
    return "Hub " + day_of(*hub) + " (" + age_text(*age_ms(hub->fetched_at, now_ms)) + ")";
  }
  const Span dates = catalog.record_dates();
  if (!dates.first) return "bundled records without a date";
  return "bundled records of " + to_month(*dates.first) + " to " + to_month(*dates.last);
}

Result<Done> check_age(const Catalog& catalog, const std::string& limit, std::int64_t now_ms) {
  const auto limit_ms = parse_duration_ms(limit);
  if (!limit_ms) {
    return Error{limit_ms.error().code, "--max-age: " + limit_ms.error().what, ""};
  }
  const auto hub = fetched_source(catalog, kHub);
  const Day newest = catalog.record_dates().last;
  const std::string time = hub ? hub->fetched_at : newest ? to_text(*newest) : "";
  const auto age = age_ms(time, now_ms);
  if (age && *age <= *limit_ms) return Done{};
  const std::string what = hub ? "the last fetch from the Hub, " + day_of(*hub) + ","
                               : "the newest bundled record, " + time + ",";
  return Error{Errc::data,
               "the catalog is too old: " +
                   (age ? what + " is " + age_text(*age) + " old, --max-age is " + printable(limit)
                        : std::string("no record has a date")),
               "run 'oms fetch'"};
}

}  // namespace oms
