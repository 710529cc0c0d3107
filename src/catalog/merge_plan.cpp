#include "catalog/merge_plan.h"

#include <algorithm>
#include <map>
#include <string>

#include "catalog/build_parts.h"

namespace oms {
namespace {

constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

// The longest ascending run of numbers, gaps allowed; positions of its members. kNone is in none.
std::vector<std::size_t> longest_ascending(const std::vector<std::uint32_t>& numbers) {
  std::vector<std::size_t> ends;  // by length: where the run ends whose last number is smallest
  std::vector<std::size_t> before(numbers.size(), numbers.size());
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (numbers[at] == kNone) continue;
    const auto place =
        std::lower_bound(ends.begin(), ends.end(), numbers[at],
                         [&](std::size_t end, std::uint32_t n) { return numbers[end] < n; });
    if (place != ends.begin()) before[at] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(at);
    } else {
      *place = at;
    }
  }
  std::vector<std::size_t> run;
  for (std::size_t at = ends.empty() ? numbers.size() : ends.back(); at < numbers.size();
       at = before[at])
    run.push_back(at);
  return run;
}

// Lines that lie near each other are read at once.
constexpr std::size_t kNear = std::size_t{1} << 14;
constexpr std::size_t kAtOnce = std::size_t{1} << 22;

}  // namespace

PageChanges page_changes(std::span<const std::uint64_t> former,
                         std::span<const std::uint64_t> now) {
  std::map<std::uint64_t, std::vector<std::uint32_t>> places;  // where a page stood, last first
  for (std::size_t i = former.size(); i-- > 0;)
    places[former[i]].push_back(static_cast<std::uint32_t>(i));
  std::vector<std::uint32_t> before(now.size(), kNone);
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto found = places.find(now[i]);
    if (found == places.end() || found->second.empty()) continue;
    before[i] = found->second.back();
    found->second.pop_back();
  }
  PageChanges changes;
  changes.now.assign(former.size(), PageChanges::kGone);
  changes.added.assign(now.size(), true);
  for (const std::size_t i : longest_ascending(before)) {
    changes.now[before[i]] = static_cast<std::uint32_t>(i);
    changes.added[i] = false;
  }
  return changes;
}

std::vector<Row> Touched::take() {
  std::vector<Row> rows = std::move(fresh_);
  fresh_.clear();
  taken_ += rows.size();
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<Row> Touched::all() const {
  std::vector<Row> rows;
  for (Row row = 0; row < in_.size(); ++row) {
    if (in_[row]) rows.push_back(row);
  }
  return rows;
}

// Nothing when one of them is not what it was.
Result<std::optional<std::string>> SomeLines::texts(std::span<const Place> places,
                                                    Part& part) const {
  std::string all;
  for (std::size_t first = 0; first < places.size();) {
    std::size_t past = first + 1;
    const std::size_t begin = places[first].offset;
    const auto end_of = [&](std::size_t i) {
      return std::size_t{places[i].offset} + places[i].size;
    };
    while (past < places.size() && places[past].offset <= end_of(past - 1) + kNear &&
           end_of(past) - begin <= kAtOnce)
      ++past;
    Result<std::string> read = std::string();
    const std::size_t size = end_of(past - 1) - begin;
    if (places[first].page == ModelLines::kInSnapshot) {
      const std::string_view snapshot = file_or_empty(files_, "snapshot.ndjson");
      if (begin > snapshot.size()) return std::optional<std::string>();
      read = std::string(snapshot.substr(begin, size));
    } else {
      const FetchedPage& page = fetched_.pages[places[first].page];
      read = page.part ? page.part(begin, size) : page.lines.substr(begin, size);
    }
    if (!read) return read.error();
    if (read->size() != size) return std::optional<std::string>();
    for (; first < past; ++first) {
      const Place& place = places[first];
      const std::string_view line =
          std::string_view(*read).substr(place.offset - begin, place.size);
      if (ModelLines::check_of(line) != place.check) return std::optional<std::string>();
      part.offsets.emplace_back(static_cast<std::uint32_t>(all.size()), place.offset);
      all.append(line).append(1, '\n');
    }
  }
  return std::optional<std::string>(std::move(all));
}

Result<bool> SomeLines::read(const BuiltFrom& former, const PageChanges& pages,
                             std::span<const Row> rows, const std::vector<bool>& whole_pages) {
  std::vector<Place> places;
  auto entry = former.line_rows.begin();
  for (const Row row : rows) {
    entry = std::lower_bound(entry, former.line_rows.end(), row);
    for (; entry != former.line_rows.end() && *entry == row; ++entry) {
      const auto at = static_cast<std::size_t>(entry - former.line_rows.begin());
      const std::uint32_t page = former.line_page[at];
      const bool bundled = page == ModelLines::kInSnapshot;
      if (!bundled && pages.now[page] == PageChanges::kGone) continue;
      places.push_back({bundled ? page : pages.now[page], former.line_offset[at],
                        former.line_size[at], former.line_check[at]});
    }
  }
  // kInSnapshot + 1 is 0: the snapshot comes first.
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.page != b.page ? a.page + 1 < b.page + 1 : a.offset < b.offset;
  });
  auto first = places.begin();
  const auto of_page = [&](std::uint32_t number) {
    const auto begin = first;
    while (first != places.end() && first->page == number) ++first;
    return std::span<const Place>(begin, first);
  };
  const auto bundled = texts(of_page(ModelLines::kInSnapshot), snapshot_);
  if (!bundled) return bundled.error();
  if (!*bundled) return false;
  snapshot_.page.lines = **bundled;
  const auto added = lines_.add_snapshot(snapshot_.page.lines);
  if (!added) return added.error();
  for (std::uint32_t number = 0; number < fetched_.pages.size(); ++number) {
    const FetchedPage& page = fetched_.pages[number];
    if (whole_pages[number]) {
      const auto whole = lines_.add_page(page, number);
      if (!whole) return whole.error();
      continue;
    }
    const std::span<const Place> here = of_page(number);
    if (here.empty()) continue;
    Part& part = parts_[number];
    const auto lines = texts(here, part);
    if (!lines) return lines.error();
    if (!*lines) return false;
    part.page.keys = page.keys;
    part.page.lines = **lines;
    part.page.as_of = page.as_of;
    part.page.left = page.left;
    const auto some = lines_.add_page(part.page, number);
    if (!some) return some.error();
  }
  lines_.finish();
  return true;
}

ModelLines::Place SomeLines::place(const Place& place) const {
  const Part* part = &snapshot_;
  if (place.page != ModelLines::kInSnapshot) {
    const auto found = parts_.find(place.page);
    if (found == parts_.end()) return place;
    part = &found->second;
  }
  const auto there = std::lower_bound(part->offsets.begin(), part->offsets.end(),
                                      std::pair(place.offset, std::uint32_t{0}));
  return {place.page, there->second, place.size, place.check};
}

}  // namespace oms
