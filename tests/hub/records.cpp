#include "hub/records.h"

#include "hub/encode.h"

namespace oms::loopback {

std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  // The finalizer of SplitMix64, once a part.
  const auto step = [](std::uint64_t z) {
    z += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  };
  return step(step(step(a) ^ b) ^ c);
}

std::string_view owner_of(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? std::string_view{} : id.substr(0, slash);
}

std::string Records::id(Row row) const {
  const auto entry = renamed_.find(row);
  return entry == renamed_.end() ? own_id(row) : entry->second;
}

std::optional<Row> Records::find(std::string_view id) const {
  const auto entry = new_ids_.find(lower(id));
  if (entry != new_ids_.end()) return entry->second;
  return find_own(id);
}

void Records::write(Row row, const std::vector<std::string_view>& fields, Shape shape,
                    JsonWriter& writer) const {
  const std::string current_id = id(row);
  writer.open_object();
  writer.key("_id").string(object_id(row));
  writer.key("id").string(current_id);
  for (const std::string_view field : fields) {
    if (field == "modelId") {
      writer.key(field).string(current_id);
    } else if (field == "author") {
      if (!owner_of(current_id).empty()) writer.key(field).string(owner_of(current_id));
    } else {
      write_field(row, field, shape, writer);
    }
  }
  writer.close_object();
}

void Records::rename(Row row, std::string new_id) {
  new_ids_[lower(new_id)] = row;
  renamed_[row] = std::move(new_id);
}

void Records::mutate(const Mutation& mutation) {
  ++rounds_;
  const auto hit = [&](Row row, std::uint64_t what, double percent) {
    const std::uint64_t number = mix(row, static_cast<std::uint64_t>(rounds_), what);
    return static_cast<double>(number % 1'000'000) < percent * 10'000;
  };
  for (Row row = 0; row < size(); ++row) {
    if (deleted(row)) continue;
    if (hit(row, 1, mutation.deleted)) {
      remove(row);
      continue;
    }
    if (hit(row, 2, mutation.downloads)) {
      const std::int64_t old = number(row, SortKey::downloads).value_or(0);
      const auto percent = static_cast<std::int64_t>(50 + mix(row, 3) % 101);
      set_downloads(row, old * percent / 100 + static_cast<std::int64_t>(mix(row, 4) % 21) + 1);
    }
    if (hit(row, 5, mutation.license)) {
      set_license(row, rounds_ % 2 == 1 ? "cc-by-4.0" : "bsd-3-clause");
    }
    if (hit(row, 6, mutation.renamed)) {
      const std::string old = id(row);
      const std::string owner(owner_of(old));
      rename(row, owner + (owner.empty() ? "renamed-" : "/renamed-") +
                      old.substr(owner.empty() ? 0 : owner.size() + 1));
    }
  }
}

}  // namespace oms::loopback
