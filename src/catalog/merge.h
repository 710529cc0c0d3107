// One record a model out of the bundled snapshot and the pages of a cache.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/renames.h"
#include "oms/base/result.h"
#include "oms/catalog/build.h"
#include "oms/source/hub_record.h"

namespace oms {

class MergedRecords {
 public:
  // The bundled snapshot. Errc::data names the line that cannot be read.
  Result<Done> add_snapshot(std::string_view text);
  // A fetched page overlays what is there, key by key. A line that cannot be read is passed over:
  // it was counted and named when it was fetched. Errc::data: the page cannot be loaded.
  Result<Done> add_page(const FetchedPage& page);

  const std::deque<HubRecord>& records() const { return records_; }
  // Models that a page has under another name than an older page of the same _id.
  const Renames& renames() const { return renames_; }
  // Position of a record by id, letter case aside; npos when there is none.
  std::size_t find(std::string_view id) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  void put(const HubRecord& fetched, const FetchedPage& page, const std::vector<std::string>& keys);

  HubRecordReader reader_ = {};
  std::deque<HubRecord> records_ = {};                       // large: growing must not move them
  std::unordered_map<std::string, std::size_t> by_id_ = {};  // folded id
  std::unordered_map<std::string, std::size_t> by_hub_id_ = {};  // _id, which survives a rename
  Renames renames_ = {};
};

}  // namespace oms
