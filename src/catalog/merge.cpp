#include "catalog/merge.h"

#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_request.h"

namespace oms {

Result<Done> MergedRecords::add_snapshot(std::string_view text) {
  std::size_t line_number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.empty()) continue;
    auto record = reader_.read(line);
    if (!record) {
      return Error{Errc::data,
                   "snapshot.ndjson:" + std::to_string(line_number) + ": " + record.error().what,
                   ""};
    }
    const bool added = by_id_.emplace(fold(record->id), records_.size()).second;
    if (!added) return Error{Errc::data, "snapshot.ndjson: '" + record->id + "' stands twice", ""};
    records_.push_back(*std::move(record));
  }
  return Done{};
}

Result<Done> MergedRecords::add_page(const FetchedPage& page) {
  const auto loaded = page.load ? page.load() : Result<std::string>(page.lines);
  if (!loaded) return loaded.error();
  const bool told = page.keys != std::vector<std::string>{std::string(kKeysNotTold)};
  for (const std::string_view line : split(*loaded, '\n')) {
    if (line.empty()) continue;
    const auto record = reader_.read(line);
    if (record) put(*record, page, told ? page.keys : record_keys(line));
  }
  return Done{};
}

void MergedRecords::put(const HubRecord& fetched, const FetchedPage& page,
                        const std::vector<std::string>& keys) {
  const std::string key = fold(fetched.id);
  std::size_t position = npos;
  if (const auto known = by_id_.find(key); known != by_id_.end()) {
    position = known->second;
  } else if (const auto renamed = by_hub_id_.find(fetched.hub_id);
             !fetched.hub_id.empty() && renamed != by_hub_id_.end()) {
    position = renamed->second;
    by_id_.erase(fold(records_[position].id));
    renames_.add(records_[position].id, fetched.id);
  }
  if (position == npos) {
    position = records_.size();
    records_.emplace_back();
  }
  by_id_[key] = position;
  renames_.forget(key);
  if (!fetched.hub_id.empty()) by_hub_id_[fetched.hub_id] = position;
  overlay(records_[position], fetched, keys);
  records_[position].unlisted = page.left;
  records_[position].sources.push_back({"hub", page.as_of, keys});
}

std::size_t MergedRecords::find(std::string_view id) const {
  const auto found = by_id_.find(fold(id));
  return found == by_id_.end() ? npos : found->second;
}

}  // namespace oms
