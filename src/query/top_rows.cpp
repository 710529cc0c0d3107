#include "query/top_rows.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace oms {
namespace {

class TopRows {
  struct Entry {
    Row row = 0;
    std::uint32_t slot = 0;  // its ranks are ranks_[slot * keys, (slot + 1) * keys)
  };

  auto before() const {
    return [this](const Entry& a, const Entry& b) { return is_before(a, b); };
  }

 public:
  TopRows(std::span<const OrderKey> keys, std::size_t most) : keys_(keys), most_(most) {}

  // Rows come in ascending order.
  void add(Row row) {
    waiting_[waiting_count_++] = row;
    if (waiting_count_ == waiting_.size()) flush();
  }

  std::vector<Row> take() {
    flush();
    std::sort(entries_.begin(), entries_.end(), before());
    std::vector<Row> rows;
    rows.reserve(entries_.size());
    for (const Entry& entry : entries_) rows.push_back(entry.row);
    return rows;
  }

 private:
  bool is_before(const Entry& a, const Entry& b) const {
    const std::int64_t* rank_a = ranks_.data() + a.slot * keys_.size();
    const std::int64_t* rank_b = ranks_.data() + b.slot * keys_.size();
    for (std::size_t k = 0; k < keys_.size(); ++k) {
      if (rank_a[k] != rank_b[k]) return rank_a[k] < rank_b[k];
      if (const int order = keys_[k].compare(a.row, b.row); order != 0) return order < 0;
    }
    return a.row < b.row;
  }

  // Extracts the ranks of the waiting rows key by key, then offers them one by one.
  void flush() {
    const std::size_t width = keys_.size();
    batch_.resize(waiting_count_ * width);
    for (std::size_t k = 0; k < width; ++k)
      keys_[k].extract({waiting_.data(), waiting_count_}, batch_.data() + k, width);
    for (std::size_t i = 0; i < waiting_count_; ++i)
      offer(waiting_[i], {batch_.data() + i * width, width});
    waiting_count_ = 0;
  }

  // Until `most_` rows are there, all are taken; then they are a heap whose front is the last one,
  // which gives its place to a row that comes before it.
  void offer(Row row, std::span<const std::int64_t> ranks) {
    if (entries_.size() < most_) {
      entries_.push_back({row, static_cast<std::uint32_t>(entries_.size())});
      ranks_.insert(ranks_.end(), ranks.begin(), ranks.end());
      if (entries_.size() < most_) return;
      ranks_.resize(ranks_.size() + ranks.size());  // a spare slot for comparing
      spare_ = static_cast<std::uint32_t>(entries_.size());
      std::make_heap(entries_.begin(), entries_.end(), before());
      return;
    }
    if (ranks.empty() || ranks[0] > ranks_[entries_.front().slot * ranks.size()]) return;
    std::copy(ranks.begin(), ranks.end(), ranks_.begin() + spare_offset());
    const Entry candidate{row, spare_};
    if (!is_before(candidate, entries_.front())) return;
    std::pop_heap(entries_.begin(), entries_.end(), before());
    spare_ = entries_.back().slot;
    entries_.back() = candidate;
    std::push_heap(entries_.begin(), entries_.end(), before());
  }

  std::ptrdiff_t spare_offset() const { return static_cast<std::ptrdiff_t>(spare_ * keys_.size()); }

  std::span<const OrderKey> keys_;
  std::size_t most_;
  std::vector<Entry> entries_ = {};
  std::vector<std::int64_t> ranks_ = {};
  std::uint32_t spare_ = 0;
  std::array<Row, 1024> waiting_ = {};
  std::size_t waiting_count_ = 0;
  std::vector<std::int64_t> batch_ = {};
};

}  // namespace

std::vector<Row> first_rows(const RowSet& rows, std::span<const OrderKey> keys, std::size_t most) {
  if (most == 0) return {};
  if (keys.empty()) return rows.first(most);  // they are in order
  TopRows top(keys, most);
  rows.for_each([&](Row row) {
    top.add(row);
    return true;
  });
  return top.take();
}

std::vector<Row> first_of(std::span<const Row> ordered, const RowSet& rows, std::size_t most) {
  std::vector<Row> found;
  for (const Row row : ordered) {
    if (found.size() == most) break;
    if (rows.has(row)) found.push_back(row);
  }
  return found;
}

}  // namespace oms
