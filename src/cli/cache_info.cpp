#include "cli/cache_info.h"

#include "cli/fetched_list.h"
#include "cli/page.h"
#include "cli/record_columns.h"
#include "cli/units.h"
#include "oms/catalog/refresh.h"

namespace oms {
namespace {

// "" when there is only this one.
std::string snapshot_before(const CacheInfo& info) {
  const auto& history = info.manifest.history;
  return history.size() < 2 ? std::string() : history[history.size() - 2];
}

Records scope_records(const CacheInfo& info) {
  Records records{.columns = cache_scope_columns()};
  for (const ScopeInfo& scope : info.manifest.scopes) {
    records.rows.push_back(
        {text_cell(scope.key), text_cell(scope.request),
         scope.ids.empty() ? RecordCell() : RecordCell(scope.ids), text_cell(scope.fetched_at),
         optional_cell(age_days(scope.fetched_at, info.now_ms)), scope.complete});
  }
  return records;
}

std::string scope_text(const ScopeInfo& scope) {
  return scope.ids.empty() ? scope.key : counted(scope.ids.size(), "model") + " by name";
}

void add_scopes(Page& page, const CacheInfo& info) {
  if (info.manifest.scopes.empty()) return;
  page.heading("Scopes", "what 'oms fetch' refreshes; times are UTC");
  const std::vector<PageColumn> columns = {{}, {}, {.right = true}, {}};
  std::vector<std::vector<std::string>> rows;
  for (const ScopeInfo& scope : info.manifest.scopes) {
    const auto age = age_ms(scope.fetched_at, info.now_ms);
    rows.push_back({scope_text(scope), age ? minute_text(scope.fetched_at) : "never",
                    age ? age_text(*age) : "", scope.complete ? "complete" : "interrupted"});
  }
  page.rows(columns, rows);
}

}  // namespace

Result<CacheInfo> read_cache_info(const std::string& directory, std::int64_t now_ms) {
  const Cache cache(directory);
  CacheInfo info{.directory = directory, .now_ms = now_ms};
  auto manifest = cache.current();
  if (!manifest) return std::move(manifest).error();
  info.manifest = *std::move(manifest);
  info.snapshot = cache.current_name();
  const auto next = next_beginning(cache);
  if (next && next->interrupted) info.interrupted_at = next->manifest.created_at;
  info.usage = cache.usage();
  return info;
}

Records cache_records(const CacheInfo& info) {
  const bool there = !info.snapshot.empty();
  Records records{.columns = cache_columns()};
  records.rows.push_back(
      {text_cell(info.directory), text_cell(info.snapshot), text_cell(info.manifest.created_at),
       optional_cell(age_days(info.manifest.created_at, info.now_ms)),
       there ? RecordCell(info.manifest.complete) : RecordCell(), text_cell(info.interrupted_at),
       text_cell(snapshot_before(info)), count_cell(info.usage.pages),
       count_cell(info.usage.snapshots), count_cell(info.usage.bytes)});
  return records;
}

std::string cache_json(const CacheInfo& info) {
  JsonMembers members = members_of(cache_records(info), 0);
  members.emplace_back("scopes", json_array_block(json_rows(scope_records(info))));
  const Records sources = fetched_records(info.manifest.sources, info.now_ms);
  members.emplace_back("sources", json_array_block(json_rows(sources)));
  return json_block(members) + "\n";
}

std::string cache_page(const CacheInfo& info, const Style& style) {
  Page page(style);
  page.title("Cache", info.directory);
  const auto age = age_ms(info.manifest.created_at, info.now_ms);
  page.item("snapshot", info.snapshot, age ? age_text(*age) + " ago" : "");
  const std::string before = snapshot_before(info);
  page.item("before it", before.empty() ? "none" : before);
  const bool whole = info.manifest.complete && info.interrupted_at.empty();
  page.item("state", whole ? "complete" : "a fetch was interrupted; 'oms fetch' goes on with it",
            info.interrupted_at.empty() ? "" : minute_text(info.interrupted_at) + " UTC");
  page.item("holds", counted(info.usage.pages, "page") + ", " +
                         counted(info.usage.snapshots, "snapshot") + ", " +
                         bytes_text(info.usage.bytes));
  add_scopes(page, info);
  add_fetched(page, "Sources", info.manifest.sources, info.now_ms);
  return page.text();
}

}  // namespace oms
