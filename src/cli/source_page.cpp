#include "cli/source_page.h"

#include <algorithm>

#include "cli/fetched_list.h"
#include "cli/page.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// "6,100 models, 12 prices": whatever was counted.
std::string amounts(const CountedSource& entry) {
  std::vector<std::string> parts;
  const auto add = [&](const std::optional<std::int64_t>& number, std::string_view what) {
    if (number) {
      parts.push_back(std::to_string(*number) + " " + std::string(what) +
                      (*number == 1 ? "" : "s"));
    }
  };
  add(entry.records, "model");
  add(entry.prices, "price");
  add(entry.scores, "score");
  return join(parts, ", ");
}

// What was fetched is hours old, what is bundled is known by the day.
std::string age_of(const CountedSource& entry, std::int64_t now_ms) {
  if (entry.fetched()) {
    const auto age = age_ms(entry.asked->fetched_at, now_ms);
    return age ? age_text(*age) : "";
  }
  return entry.age_days ? std::to_string(*entry.age_days) + " d" : "";
}

// ", 151 names joined, 250 not"
std::string join_text(const CountedSource& entry) {
  if (!entry.join) return {};
  return ", " + counted(entry.join->joined, "name") + " joined, " +
         std::to_string(entry.join->unmatched.size()) + " not";
}

// "tags, counters (6,100 models); last try failed: why"
std::string use_text(const CountedSource& entry) {
  const std::string amount = amounts(entry);
  std::string text(entry.source.gives);
  if (!amount.empty()) text += " (" + amount + ")";
  if (!entry.asked) return text;
  return text + (entry.fetched() ? "; last fetch: " : "; ") + fetched_text(*entry.asked) +
         join_text(entry);
}

}  // namespace

std::string source_page(std::span<const CountedSource> sources, std::int64_t now_ms,
                        const Style& style) {
  constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"models", "Models"},     {"prices", "Prices"},    {"scores", "Scores"},
      {"openness", "Openness"}, {"license", "Licenses"}, {"lineage", "Lineage"}};
  std::vector<PageColumn> columns(4);
  columns[2].right = true;
  for (const CountedSource& entry : sources) {
    columns[0].least = std::max(columns[0].least, display_width(entry.source.name));
    columns[1].least = 10;  // a date
    columns[2].least = std::max(columns[2].least, age_of(entry, now_ms).size());
  }
  Page page(style);
  for (const auto& [kind, title] : kKinds) {
    std::vector<std::vector<std::string>> rows;
    for (const CountedSource& entry : sources) {
      if (entry.source.kind != kind) continue;
      const Day to = entry.source.to;
      rows.push_back({std::string(entry.source.name), to ? to_text(*to) : "", age_of(entry, now_ms),
                      use_text(entry)});
    }
    if (rows.empty()) continue;
    page.heading(title);
    page.rows(columns, rows);
  }
  return page.text();
}

std::string source_page(const CountedSource& entry, std::int64_t now_ms, const Style& style) {
  const Source& source = entry.source;
  Page page(style);
  page.title(source.name, source.title);
  page.item("kind", source.kind);
  page.item("gives", source.gives);
  if (entry.fetched()) {
    page.item("fetched", minute_text(entry.asked->fetched_at) + " UTC",
              age_of(entry, now_ms) + " ago");
  } else if (source.to) {
    const bool one_day = !source.from || *source.from == *source.to;
    const std::string range =
        one_day ? to_text(*source.to) : to_text(*source.from) + " to " + to_text(*source.to);
    page.item("as of", range, age_of(entry, now_ms) + " ago");
  } else {
    page.item("as of", "nothing is bundled");
  }
  if (entry.asked) {
    page.item("fetch", fetched_text(*entry.asked) + join_text(entry),
              "from " + entry.asked->endpoint);
  }
  const std::string amount = amounts(entry);
  page.item("in the catalog", amount.empty() ? "cannot be told by name" : amount);
  if (!entry.metrics.empty()) page.item("metrics", join(entry.metrics, ", "));
  page.item("terms", source.terms);
  if (!source.credit.empty()) page.item("credit", source.credit);
  page.item("url", source.url);
  return page.text();
}

}  // namespace oms
