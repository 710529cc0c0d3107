// Which two snapshots of a cache are compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// "2026-11-23T200000Z-2" → "2026-11-23T20:00:00Z".
std::string snapshot_time(std::string_view snapshot);

struct SnapshotChoice {
  std::string since = {};  // age, date, time or name; "" = not said
  std::vector<std::string> names =
      {};  // one: against the last snapshot; two: one against the other
};
struct SnapshotPair {
  std::string before = {};
  std::string after = {};
};
// `history`: oldest first. Errc::usage: `since` or a name is not of any form. Errc::data: there is
// no such snapshot, or none before the last one.
Result<SnapshotPair> choose_snapshots(const SnapshotChoice& choice,
                                      const std::vector<std::string>& history, std::int64_t now_ms);

}  // namespace oms
