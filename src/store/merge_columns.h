// Sections of a table that is made of rows of a former and of a fresh one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/model/table.h"
#include "oms/store/image.h"
#include "store/row_merge.h"

namespace oms {

using Runs = std::span<const RowRun>;

// Calls `use` with some values of a column at a time, in order.
template <typename T, typename Use>
void each_merged(std::span<const T> former, std::span<const T> fresh, Runs runs, Use use) {
  constexpr std::size_t kAtOnce = (std::size_t{1} << 16) / sizeof(T);
  std::vector<T> some;
  some.reserve(kAtOnce);
  for (const RowRun& run : runs) {
    auto rest = (run.fresh ? fresh : former).subspan(run.first, run.count);
    while (!rest.empty()) {
      const auto part = rest.first(std::min(rest.size(), kAtOnce - some.size()));
      some.insert(some.end(), part.begin(), part.end());
      rest = rest.subspan(part.size());
      if (some.size() < kAtOnce) continue;
      use(std::span<const T>(some));
      some.clear();
    }
  }
  if (!some.empty()) use(std::span<const T>(some));
}

template <typename T>
void merge_numbers(ImageWriter& image, std::string_view name, std::span<const T> former,
                   std::span<const T> fresh, Runs runs) {
  image.begin(name, sizeof(T));
  each_merged(former, fresh, runs, [&](std::span<const T> values) { image.append(values); });
}

// The same as one column in memory.
template <typename T>
std::vector<T> merged_numbers(std::span<const T> former, std::span<const T> fresh, Runs runs) {
  std::vector<T> merged;
  merged.reserve(former.size() + fresh.size());
  for (const RowRun& run : runs) {
    const auto some = (run.fresh ? fresh : former).subspan(run.first, run.count);
    merged.insert(merged.end(), some.begin(), some.end());
  }
  return merged;
}

// Numbers that mean something else here: `of_former` and `of_fresh` by former and fresh number.
void merge_renumbered(ImageWriter& image, std::string_view name,
                      std::span<const std::uint32_t> former, std::span<const std::uint32_t> fresh,
                      std::span<const std::uint32_t> of_former,
                      std::span<const std::uint32_t> of_fresh, Runs runs);

// The sections "<prefix>/offsets" and "/pool".
void merge_texts(ImageWriter& image, const std::string& prefix, const StringColumn& former,
                 const StringColumn& fresh, Runs runs);

// The words of two sorted dictionaries that are in use, as one.
class WordMerge {
 public:
  // By code, 0 where a word is not in use; the empty one always is.
  WordMerge(const StringColumn& former, std::span<const std::uint32_t> former_used,
            const StringColumn& fresh, std::span<const std::uint32_t> fresh_used);

  std::size_t size() const { return size_; }
  std::span<const std::uint32_t> of_former() const { return of_former_; }
  std::span<const std::uint32_t> of_fresh() const { return of_fresh_; }
  // Stretches of words, in order; one that both have stands as a former one.
  Runs runs() const { return runs_; }
  // For a code of the former dictionary that the fresh one has too, its code there, else 0.
  // In ascending order of the calls.
  struct Both {
    std::uint32_t former = 0;
    std::uint32_t fresh = 0;
  };
  std::span<const Both> both() const { return both_; }
  // The sections "<prefix>/words/…".
  void write(ImageWriter& image, const std::string& prefix) const;

 private:
  const StringColumn former_;
  const StringColumn fresh_;
  std::vector<RowRun> runs_ = {};
  std::vector<Both> both_ = {};  // ascending
  std::vector<std::uint32_t> of_former_;
  std::vector<std::uint32_t> of_fresh_;
  std::size_t size_ = 0;
};

// "<prefix>/codes" and the dictionary. Returns the codes.
std::vector<std::uint32_t> merge_words(ImageWriter& image, const std::string& prefix,
                                       const WordColumn& former, const WordColumn& fresh,
                                       Runs runs);

// All sections of a column of lists.
void merge_lists(ImageWriter& image, const std::string& prefix, const ListColumn& former,
                 const ListColumn& fresh, const RowMerge& rows);

// The entries of a side table that belong to these rows: `former` and `fresh` are the rows of the
// entries there.
std::vector<RowRun> entries_of(Runs rows, std::span<const Row> former, std::span<const Row> fresh);

// All sections of facts. Which of them are the same is found out before they are written.
class FactMerge {
 public:
  FactMerge(const FactTable& former, const FactTable& fresh);
  ~FactMerge();
  FactMerge(const FactMerge&) = delete;
  FactMerge& operator=(const FactMerge&) = delete;
  void write(ImageWriter& image, Runs runs) const;

 private:
  struct Both;
  const FactTable& former_;
  const FactTable& fresh_;
  std::unique_ptr<Both> both_;
};

}  // namespace oms
