#include "store/draft_shortcuts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <vector>

#include "store/section_names.h"

namespace oms {
namespace {

template <typename T>
void write_code_planes(ImageWriter& image, const std::string& prefix, std::span<const T> codes) {
  constexpr std::size_t kMostPlanes = 8;
  if (codes.empty()) return;
  const T highest = *std::max_element(codes.begin(), codes.end());
  const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(std::bit_width(highest)));
  if (count > kMostPlanes) return;
  image.begin(section::part(prefix, "planes"), sizeof(std::uint64_t));
  std::vector<std::uint64_t> plane((codes.size() + 63) / 64);
  for (std::size_t k = 0; k < count; ++k) {
    std::fill(plane.begin(), plane.end(), 0);
    for (std::size_t row = 0; row < codes.size(); ++row)
      plane[row / 64] |= std::uint64_t{(codes[row] >> k) & 1u} << (row % 64);
    image.append(std::span<const std::uint64_t>(plane));
  }
}

template <typename T>
struct Entry {
  T value;
  Row row;
};

// Twice as many as are wanted at most are kept; what is below the last one of them is not.
template <typename T>
std::vector<Row> highest_of(std::span<const T> values, std::size_t most) {
  const auto before = [](const Entry<T>& a, const Entry<T>& b) {
    return a.value != b.value ? a.value > b.value : a.row < b.row;
  };
  std::vector<Entry<T>> kept;
  T passed = std::numeric_limits<T>::min();  // later rows must be above
  const auto reduce = [&] {
    const auto past = kept.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(kept.begin(), past - 1, kept.end(), before);
    kept.erase(past, kept.end());
    passed = kept.back().value;
  };
  for (Row row = 0; most > 0 && row < values.size(); ++row) {
    if (values[row] <= passed) continue;
    kept.push_back({values[row], row});
    if (kept.size() == 2 * most) reduce();
  }
  std::sort(kept.begin(), kept.end(), before);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < std::min(most, kept.size()); ++i) rows.push_back(kept[i].row);
  return rows;
}

template <typename T>
void write_few_of(ImageWriter& image, const std::string& prefix, std::span<const T> values) {
  constexpr std::size_t kOneIn = 32;
  constexpr T kMissing = std::numeric_limits<T>::min();
  const auto known = static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [](T value) { return value != kMissing; }));
  if (known * kOneIn > values.size()) return;
  std::vector<Row> rows;
  std::vector<T> of_rows;
  for (Row row = 0; row < values.size(); ++row) {
    if (values[row] == kMissing) continue;
    rows.push_back(row);
    of_rows.push_back(values[row]);
  }
  image.add(section::part(prefix, "few/rows"), rows);
  image.add(section::part(prefix, "few/values"), of_rows);
}

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

void write_highest(ImageWriter& image, const std::string& prefix,
                   std::span<const std::int64_t> values) {
  image.add(section::part(prefix, "highest"), highest_of(values, most_highest(values.size())));
}
void write_highest(ImageWriter& image, const std::string& prefix,
                   std::span<const std::int32_t> values) {
  image.add(section::part(prefix, "highest"), highest_of(values, most_highest(values.size())));
}

void write_range(ImageWriter& image, const std::string& prefix,
                 std::span<const std::int32_t> days) {
  std::array<std::int32_t, 2> range = {kNoDay, kNoDay};
  for (const std::int32_t day : days) {
    if (day == kNoDay) continue;
    range[0] = range[0] == kNoDay ? day : std::min(range[0], day);
    range[1] = std::max(range[1], day);
  }
  image.add(section::part(prefix, "range"), std::span<const std::int32_t>(range));
}

void write_few(ImageWriter& image, const std::string& prefix,
               std::span<const std::int64_t> values) {
  write_few_of(image, prefix, values);
}
void write_few(ImageWriter& image, const std::string& prefix,
               std::span<const std::int32_t> values) {
  write_few_of(image, prefix, values);
}

void write_known(ImageWriter& image, const std::string& prefix,
                 std::span<const std::uint32_t> starts) {
  std::vector<std::uint64_t> known((starts.size() - 1 + 63) / 64);
  for (std::size_t row = 0; row + 1 < starts.size(); ++row)
    known[row / 64] |= std::uint64_t{starts[row] != starts[row + 1]} << (row % 64);
  image.add(section::part(prefix, "known"), known);
}

void write_folds(ImageWriter& image, std::span<const Row> bases) {
  std::vector<std::uint64_t> copies((bases.size() + 63) / 64);
  std::vector<Row> of_copies;
  for (Row row = 0; row < bases.size(); ++row) {
    if (bases[row] == kNoRow) continue;
    copies[row / 64] |= std::uint64_t{1} << (row % 64);
    of_copies.push_back(bases[row]);
  }
  image.add(section::kFoldCopies, copies);
  image.add(section::kFoldBases, of_copies);
  std::sort(of_copies.begin(), of_copies.end());
  image.add(section::kSortedBases, of_copies);
}

}  // namespace oms
