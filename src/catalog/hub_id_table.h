// Which model has which _id, which survives a rename: 16 to 24 bytes a model.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "oms/store/table_draft.h"

namespace oms {

// Keeps 64-bit hashes. That two of 3 million share one has a chance of 1 in 4 million; the later
// model would then be taken for the other one under a new name.
class HubIdTable {
 public:
  // The model that had it last; kNoPosition for none, and for "".
  Position find(std::string_view hub_id) const {
    if (hub_id.empty()) return kNoPosition;
    const std::uint32_t entry = slots_[slot_of(hash(hub_id))];
    return entry == 0 ? kNoPosition : models_[entry - 1];
  }
  void set(std::string_view hub_id, Position model) {
    if (hub_id.empty()) return;
    const std::uint64_t value = hash(hub_id);
    std::uint32_t& entry = slots_[slot_of(value)];
    if (entry != 0) {
      models_[entry - 1] = model;
      return;
    }
    hashes_.push_back(value);
    models_.push_back(model);
    entry = static_cast<std::uint32_t>(hashes_.size());
    if (2 * hashes_.size() > slots_.size()) grow();
  }

 private:
  static std::uint64_t hash(std::string_view hub_id) {
    return std::hash<std::string_view>{}(hub_id);
  }
  std::size_t slot_of(std::uint64_t value) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = value & mask;
    while (slots_[at] != 0 && hashes_[slots_[at] - 1] != value) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t entry = 0; entry < hashes_.size(); ++entry)
      slots_[slot_of(hashes_[entry])] = entry + 1;
  }

  std::vector<std::uint64_t> hashes_ = {};
  std::vector<Position> models_ = {};
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);  // entry + 1, 0 for none
};

}  // namespace oms
