#include "store/draft_shortcuts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "store/section_names.h"

namespace oms {
namespace {

// True when nearly all codes are one, which is written, and the others.
template <typename T>
bool write_common(ImageWriter& image, const std::string& prefix, std::span<const T> codes) {
  constexpr std::size_t kOneIn = 64;      // others, at most
  constexpr std::size_t kFewRows = 4096;  // planes of no more are read at once
  if (codes.size() < kFewRows) return false;
  std::array<std::size_t, 256> counts = {};
  for (const T code : codes) ++counts[code];
  const auto most = std::max_element(counts.begin(), counts.end());
  if ((codes.size() - *most) * kOneIn > codes.size()) return false;
  const std::array<std::uint8_t, 1> common = {static_cast<std::uint8_t>(most - counts.begin())};
  std::vector<Row> rows;
  std::vector<std::uint8_t> of_rows;
  for (Row row = 0; row < codes.size(); ++row) {
    if (codes[row] == common[0]) continue;
    rows.push_back(row);
    of_rows.push_back(static_cast<std::uint8_t>(codes[row]));
  }
  image.add(section::part(prefix, "common"), std::span<const std::uint8_t>(common));
  image.add(section::part(prefix, "others/rows"), rows);
  image.add(section::part(prefix, "others/codes"), of_rows);
  return true;
}

// Bit k of each of eight bytes, that of the first one lowest. No two of the products that the bits
// and those of the factor make stand in the same place.
std::uint64_t bits_of(std::uint64_t bytes, std::size_t k) {
  constexpr std::uint64_t kOfEach = 0x0101010101010101;
  constexpr std::uint64_t kTogether = 0x0102040810204080;
  return (((bytes >> k) & kOfEach) * kTogether) >> 56;
}

template <typename T>
void write_code_planes(ImageWriter& image, const std::string& prefix, std::span<const T> codes) {
  constexpr std::size_t kMostPlanes = 8;
  if (codes.empty()) return;
  T all = 0;  // has as many bits as the highest one
  for (const T code : codes) all = static_cast<T>(all | code);
  const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(std::bit_width(all)));
  if (count > kMostPlanes || write_common(image, prefix, codes)) return;
  const std::size_t words = (codes.size() + 63) / 64;
  std::vector<std::uint64_t> planes(count * words);
  for (std::size_t word = 0; word < words; ++word) {
    const auto some = codes.subspan(word * 64, std::min<std::size_t>(64, codes.size() - word * 64));
    std::array<std::uint8_t, 64> narrow = {};
    std::transform(some.begin(), some.end(), narrow.begin(),
                   [](T code) { return static_cast<std::uint8_t>(code); });
    std::array<std::uint64_t, 8> eights;
    std::memcpy(eights.data(), narrow.data(), sizeof(eights));
    for (std::size_t k = 0; k < count; ++k) {
      std::uint64_t plane = 0;
      for (std::size_t i = 0; i < eights.size(); ++i) plane |= bits_of(eights[i], k) << (8 * i);
      planes[k * words + word] = plane;
    }
  }
  image.add(section::part(prefix, "planes"), planes);
}

// Calls `use` with those of the values that are above `low`, and their places. Most are not, and
// whether any of a few is takes no branch for each.
template <typename T, typename Use>
void each_above(std::span<const T> values, const T& low, Use use) {
  constexpr std::size_t kAtOnce = 32;
  for (std::size_t first = 0; first < values.size(); first += kAtOnce) {
    const auto some = values.subspan(first, std::min(kAtOnce, values.size() - first));
    const T limit = low;
    bool any = false;
    for (const T value : some) any = any | (value > limit);
    if (!any) continue;
    for (std::size_t i = 0; i < some.size(); ++i) {
      if (some[i] > low) use(first + i, some[i]);
    }
  }
}

// Higher values first, equal ones by their rows.
struct Before {
  template <typename Entry>
  bool operator()(const Entry& a, const Entry& b) const {
    return a.value != b.value ? a.value > b.value : a.row < b.row;
  }
};

// Of a large table what is read at once, of a small one some rows and not all.
std::size_t most_highest(std::size_t rows) {
  return std::clamp<std::size_t>(rows / 16, 64, 16 * 1024);
}

}  // namespace

void write_planes(ImageWriter& image, const std::string& prefix,
                  std::span<const std::uint8_t> codes) {
  write_code_planes(image, prefix, codes);
}
void write_planes(ImageWriter& image, const std::string& prefix,
                  std::span<const std::uint32_t> codes) {
  write_code_planes(image, prefix, codes);
}

template <typename T>
HighestRows<T>::HighestRows(std::size_t rows) : most_(most_highest(rows)) {
  kept_.reserve(std::min(2 * most_, rows));
}

template <typename T>
void HighestRows<T>::add(std::span<const T> values) {
  each_above(values, passed_, [&](std::size_t i, T value) {
    kept_.push_back({value, static_cast<Row>(row_ + i)});
    if (kept_.size() == 2 * most_) reduce();
  });
  row_ += static_cast<Row>(values.size());
}

template <typename T>
void HighestRows<T>::reduce() {
  const auto past = kept_.begin() + static_cast<std::ptrdiff_t>(most_);
  std::nth_element(kept_.begin(), past - 1, kept_.end(), Before{});
  kept_.erase(past, kept_.end());
  passed_ = kept_.back().value;
}

template <typename T>
void HighestRows<T>::write(ImageWriter& image, const std::string& prefix) {
  std::sort(kept_.begin(), kept_.end(), Before{});
  std::vector<Row> rows;
  for (std::size_t i = 0; i < std::min(most_, kept_.size()); ++i) rows.push_back(kept_[i].row);
  image.add(section::part(prefix, "highest"), rows);
}

template <typename T>
FewRows<T>::FewRows(std::size_t rows) : most_(rows / 32) {}

template <typename T>
void FewRows<T>::add(std::span<const T> values) {
  constexpr T kMissing = std::numeric_limits<T>::min();
  if (rows_.size() > most_) return;
  each_above(values, kMissing, [&](std::size_t i, T value) {
    if (rows_.size() > most_) return;
    rows_.push_back(static_cast<Row>(row_ + i));
    values_.push_back(value);
  });
  row_ += static_cast<Row>(values.size());
}

template <typename T>
void FewRows<T>::write(ImageWriter& image, const std::string& prefix) const {
  if (rows_.size() > most_) return;
  image.add(section::part(prefix, "few/rows"), rows_);
  image.add(section::part(prefix, "few/values"), values_);
}

template class HighestRows<std::int64_t>;
template class HighestRows<std::int32_t>;
template class FewRows<std::int64_t>;
template class FewRows<std::int32_t>;

void DayRange::add(std::span<const std::int32_t> days) {
  for (const std::int32_t day : days) {
    if (day == kNoDay) continue;
    first_ = first_ == kNoDay ? day : std::min(first_, day);
    last_ = std::max(last_, day);
  }
}

void DayRange::write(ImageWriter& image, const std::string& prefix) const {
  const std::array<std::int32_t, 2> range = {first_, last_};
  image.add(section::part(prefix, "range"), std::span<const std::int32_t>(range));
}

void write_known(ImageWriter& image, const std::string& prefix,
                 std::span<const std::uint32_t> starts) {
  std::vector<std::uint64_t> known((starts.size() - 1 + 63) / 64);
  for (std::size_t word = 0; word < known.size(); ++word) {
    const std::size_t first = word * 64;
    const std::size_t count = std::min<std::size_t>(64, starts.size() - 1 - first);
    std::uint64_t rows = 0;
    for (std::size_t i = 0; i < count; ++i)
      rows |= std::uint64_t{starts[first + i] != starts[first + i + 1]} << i;
    known[word] = rows;
  }
  image.add(section::part(prefix, "known"), known);
}

void write_folds(ImageWriter& image, std::span<const Row> bases) {
  std::vector<std::uint64_t> copies((bases.size() + 63) / 64);
  std::vector<std::uint32_t> before;
  std::vector<Row> of_copies;
  for (Row row = 0; row < bases.size(); ++row) {
    if (row % (Folds::kStretch * 64) == 0)
      before.push_back(static_cast<std::uint32_t>(of_copies.size()));
    if (bases[row] == kNoRow) continue;
    copies[row / 64] |= std::uint64_t{1} << (row % 64);
    of_copies.push_back(bases[row]);
  }
  image.add(section::kFoldCopies, copies);
  image.add(section::kFoldBefore, before);
  image.add(section::kFoldBases, of_copies);
  std::sort(of_copies.begin(), of_copies.end());
  image.add(section::kSortedBases, of_copies);
}

}  // namespace oms
