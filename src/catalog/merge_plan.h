// What of a former index has to be made anew, and the lines to make it of.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/built_from.h"
#include "catalog/model_lines.h"
#include "oms/catalog/build.h"
#include "oms/model/table.h"

namespace oms {

// Which pages of a former index are still there, and in the same order.
struct PageChanges {
  static constexpr std::uint32_t kGone = static_cast<std::uint32_t>(-2);
  std::vector<std::uint32_t> now = {};  // by former number; kGone
  std::vector<bool> added = {};         // by number; also those that moved
};
PageChanges page_changes(std::span<const std::uint64_t> former, std::span<const std::uint64_t> now);

// Rows that are made anew.
class Touched {
 public:
  explicit Touched(std::size_t rows) : in_(rows) {}
  bool contains(Row row) const { return in_[row]; }
  // False when it was there before.
  bool add(Row row) {
    if (in_[row]) return false;
    in_[row] = true;
    fresh_.push_back(row);
    return true;
  }
  // Those that were added since the last call, ascending.
  std::vector<Row> take();
  std::vector<Row> all() const;
  bool has_new() const { return !fresh_.empty(); }
  std::size_t size() const { return taken_ + fresh_.size(); }

 private:
  std::vector<bool> in_;
  std::vector<Row> fresh_ = {};
  std::size_t taken_ = 0;
};

// The lines of some models, as if the cache had no others.
class SomeLines {
 public:
  SomeLines(const DataFiles& files, const FetchedData& fetched)
      : files_(files), fetched_(fetched) {}
  SomeLines(const SomeLines&) = delete;
  SomeLines& operator=(const SomeLines&) = delete;

  // What the former index knows of `rows`, ascending, and whole pages. False when a line is not
  // what it was. Errc::data: a page cannot be read.
  Result<bool> read(const BuiltFrom& former, const PageChanges& pages, std::span<const Row> rows,
                    const std::vector<bool>& whole_pages);

  const ModelLines& lines() const { return lines_; }
  // Where a line of lines() stands in the cache.
  ModelLines::Place place(const ModelLines::Place& place) const;

 private:
  using Place = ModelLines::Place;
  // Lines that were taken out of a page, one after the other.
  struct Part {
    FetchedPage page = {};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> offsets = {};  // here, there
  };
  Result<std::optional<std::string>> texts(std::span<const Place> places, Part& part) const;

  const DataFiles& files_;
  const FetchedData& fetched_;
  Part snapshot_ = {};
  std::unordered_map<std::uint32_t, Part> parts_ = {};  // by number of the page
  ModelLines lines_;
};

}  // namespace oms
