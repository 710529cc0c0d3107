#include "catalog/kin_pass.h"

#include <algorithm>
#include <array>
#include <future>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "catalog/assemble.h"
#include "catalog/borrow_scores.h"
#include "catalog/lineage_pass.h"
#include "catalog/row_by_id.h"

namespace oms {
namespace {

constexpr std::array<std::string_view, 6> kInherited = {
    "family",    "license_effective", "license_verdict",
    "open_data", "openness",          "traditional_open_source"};
constexpr std::array<std::string_view, 10> kPriced = {
    "price_input", "price_output", "price_blended", "price_provider", "price_source",
    "price_as_of", "price_old",    "price_min",     "price_max",      "providers"};

// Records that have bases, and behind them all that they descend from.
struct Relatives {
  std::vector<Position> positions = {};
  std::vector<Record> records = {};
  std::size_t count = 0;  // of those that are asked about
};

Relatives relatives_of(const TableDraft& draft, Position begin, Position end) {
  Relatives all;
  for (Position at = begin; at < end; ++at) {
    if (!draft.bases(at).empty()) all.positions.push_back(at);
  }
  all.count = all.positions.size();
  std::unordered_set<Position> known(all.positions.begin(), all.positions.end());
  for (std::size_t i = 0; i < all.positions.size(); ++i) {
    for (const Position base : draft.bases(all.positions[i])) {
      if (base != kNoPosition && known.insert(base).second) all.positions.push_back(base);
    }
  }
  all.records.reserve(all.positions.size());
  for (const Position at : all.positions) all.records.push_back(draft.kin(at));
  return all;
}

Relatives inherited(const TableDraft& draft, Position begin, Position end,
                    const LicenseTable& licenses) {
  Relatives all = relatives_of(draft, begin, end);
  const RowById rows = rows_by_id(all.records);
  inherit_families(all.records, all.count, rows);
  fill_inherited(all.records, all.count, rows, licenses);
  borrow_scores(all.records, all.count, rows);
  return all;
}

}  // namespace

std::string_view follow_aliases(std::string_view id, const DataTable& aliases,
                                const std::function<bool(std::string_view name)>& is_wanted) {
  constexpr int kMostRenames = 4;
  for (int renames = 0; renames <= kMostRenames; ++renames) {
    if (is_wanted(id)) return id;
    const auto& alias = aliases.rows_of(id);
    if (alias.empty()) return id;
    id = aliases.cell(alias.front(), "id");
  }
  return id;
}

std::string present_id(std::string_view id, const IdLookup& ids, const DataTable& aliases) {
  std::string_view known;
  const std::string_view last = follow_aliases(id, aliases, [&](std::string_view name) {
    known = ids(name);
    return !known.empty();
  });
  return std::string(known.empty() ? last : known);
}

void fill_kin(TableDraft& draft, const IdLookup& ids, const LicenseTable& licenses,
              const DataTable& aliases) {
  draft.resolve_bases([&](std::string_view base) { return present_id(base, ids, aliases); });
  const std::vector<FieldId> fields = field_ids(kInherited);
  // The draft is only read while the threads are at work, and filled between their rounds.
  constexpr Position kAtOnce = 8192;
  const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  const auto size = static_cast<Position>(draft.size());
  for (Position at = 0; at < size;) {
    std::vector<std::future<Relatives>> round;
    for (unsigned i = 0; i < threads && at < size; ++i) {
      const Position end = std::min(size, at + kAtOnce);
      round.push_back(std::async(std::launch::async, [&draft, &licenses, at, end] {
        return inherited(draft, at, end, licenses);
      }));
      at = end;
    }
    std::vector<Relatives> made;
    for (std::future<Relatives>& part : round) made.push_back(part.get());
    for (const Relatives& all : made) {
      for (std::size_t i = 0; i < all.count; ++i)
        draft.fill(all.positions[i], all.records[i], fields);
    }
  }
}

Day newest_price(const TableDraft& draft) {
  Day newest;
  draft.each_with_offers([&](Position, const std::vector<Offer>& offers) {
    for (const Offer& offer : offers) newest = std::max(newest, offer.as_of);
  });
  return newest;
}

void fill_prices(TableDraft& draft, Day newest) {
  if (!newest) return;
  const std::vector<FieldId> fields = field_ids(kPriced);
  draft.each_with_offers([&](Position at, const std::vector<Offer>& offers) {
    Record record;
    record.offers = offers;
    fill_price(record, *newest);
    draft.fill_later(at, record.model, fields);
  });
}

}  // namespace oms
