#include "cli/complete_ids.h"

#include <algorithm>

#include "oms/base/first_not.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

constexpr std::size_t kMost = 200;        // more than anyone reads
constexpr std::size_t kMostOwners = 100;  // each takes some looks at the table
constexpr std::size_t kMostPopular = 1000;

struct RowRange {
  std::size_t first = 0;
  std::size_t past = 0;
  std::size_t size() const { return past - first; }
};

std::string_view id_at(const Table& table, std::size_t row) {
  return table.id(static_cast<Row>(row));
}

// -1, 0, 1: before, among, behind the texts that begin with `start`.
int compare_start(std::string_view text, std::string_view start) {
  const int order = compare_folded(text.substr(0, start.size()), start);
  return order;
}

// The first row from `from` on that is not before (`behind` false) or among (true) those that begin
// with `start`. Steps that double find one that is near with few looks.
std::size_t first_row(const Table& table, std::string_view start, std::size_t from, bool behind) {
  const auto before = [&](std::size_t row) {
    const int order = compare_start(id_at(table, row), start);
    return behind ? order <= 0 : order < 0;
  };
  std::size_t low = from;
  std::size_t step = 1;
  while (low + step < table.rows && before(low + step)) {
    low += step;
    step *= 2;
  }
  return first_not(low, std::min(low + step, table.rows), before);
}

RowRange rows_with_start(const Table& table, std::string_view start) {
  if (start.empty()) return {0, table.rows};
  const std::size_t first = first_row(table, start, 0, false);
  return {first, first_row(table, start, first, true)};
}

// "owner/" of an id; "" for one without.
std::string_view owner_of(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? std::string_view() : id.substr(0, slash + 1);
}

// The owners of the range, or nothing when there are too many.
std::vector<std::string_view> owners_in(const Table& table, RowRange range) {
  std::vector<std::string_view> owners;
  for (std::size_t row = range.first; row < range.past;) {
    if (owners.size() == kMostOwners) return {};
    const std::string_view id = id_at(table, row);
    const std::string_view owner = owner_of(id);
    owners.push_back(owner.empty() ? id : owner);
    row = first_row(table, owners.back(), row, true);
  }
  return owners;
}

// Of a range with too many: the first, the last, and those that are most downloaded.
std::vector<std::string_view> some_of(const Table& table, RowRange range) {
  std::vector<std::string_view> ids = {id_at(table, range.first)};
  const auto highest = table.highest(field_id("downloads"));
  for (std::size_t i = 0; i < std::min(highest.size(), kMostPopular); ++i) {
    if (ids.size() + 1 == kMost) break;
    if (highest[i] > range.first && highest[i] + 1 < range.past) {
      ids.push_back(id_at(table, highest[i]));
    }
  }
  ids.push_back(id_at(table, range.past - 1));
  return ids;
}

void offer_aliases(const Wanted& wanted) {
  const auto aliases = Tsv::parse(wanted.catalog().data("aliases.tsv"));
  if (!aliases || wanted.text.empty()) return;
  for (std::size_t row = 0; row < aliases->rows(); ++row) {
    wanted.offer(aliases->at(row, 0), aliases->at(row, 1));
  }
}

}  // namespace

void offer_ids(const Wanted& wanted) {
  const Table& table = wanted.catalog().table();
  const RowRange range = rows_with_start(table, wanted.text);
  const bool owner_typed = wanted.text.find('/') != std::string_view::npos;
  if (range.size() == 0) return offer_aliases(wanted);
  std::vector<std::string_view> words;
  if (!owner_typed) words = owners_in(table, range);
  if (words.size() == 1 || owner_typed) {
    words.clear();
    if (range.size() <= kMost) {
      for (std::size_t row = range.first; row < range.past; ++row) {
        words.push_back(id_at(table, row));
      }
    }
  }
  if (words.empty()) words = some_of(table, range);
  for (const std::string_view word : words) wanted.offer(word);
  if (!owner_typed) offer_aliases(wanted);
}

void offer_owners(const Wanted& wanted) {
  const Table& table = wanted.catalog().table();
  const RowRange range = rows_with_start(table, wanted.text);
  if (range.size() == 0) return;
  std::vector<std::string_view> words = owners_in(table, range);
  if (words.empty()) words = some_of(table, range);
  for (const std::string_view word : words) wanted.offer(word.substr(0, word.find('/')));
}

}  // namespace oms
