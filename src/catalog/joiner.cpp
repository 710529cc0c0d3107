#include "catalog/joiner.h"

#include "oms/base/text.h"

namespace oms {

// The Hub's own word comes first: the record of a former name may still be there. Bundled former
// names may lead to other former ones.
std::string Joiner::present_id(std::string_view id) const {
  const std::string renamed = renames_.present(id);
  if (!ids_(renamed).empty()) return fold(renamed);
  constexpr int kMostRenames = 4;
  for (int renames = 0; renames <= kMostRenames; ++renames) {
    const bool known = !ids_(id).empty() || !curated_.closed.rows_of(id).empty();
    if (known) return fold(id);
    const auto& rows = curated_.aliases.rows_of(id);
    if (rows.empty()) break;
    id = curated_.aliases.cell(rows.back(), "id");
  }
  return {};
}

std::string Joiner::by_user(std::string_view source, std::string_view key,
                            std::string_view name) const {
  for (const NameOverride& entry : overrides_) {
    if (entry.source != source) continue;
    if (equal_folded(entry.name, key) || equal_folded(entry.name, name)) {
      return present_id(entry.id);
    }
  }
  return {};
}

std::string Joiner::by_table(std::string_view source, std::string_view name) const {
  if (name.empty()) return {};
  const DataTable& table = curated_.source_names;
  for (const std::size_t row : table.rows_of(name)) {
    if (table.cell(row, "source") == source) return present_id(table.cell(row, "id"));
  }
  return {};
}

std::string Joiner::id_of(std::string_view source, NamedBy named_by, std::string_view key,
                          std::string_view name) const {
  std::string id = by_user(source, key, name);
  if (id.empty() && named_by == NamedBy::hub_ids) id = present_id(key);
  if (id.empty()) id = by_table(source, key);
  if (id.empty()) id = by_table(source, name);
  return id;
}

}  // namespace oms
