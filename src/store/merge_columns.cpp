#include "store/merge_columns.h"

#include <algorithm>

#include "oms/base/first_not.h"
#include "store/draft_shortcuts.h"
#include "store/section_names.h"

namespace oms {
namespace {

constexpr std::size_t kAtOnce = std::size_t{1} << 14;  // numbers in a buffer

// Numbers that are written as they are made.
class Numbers {
 public:
  explicit Numbers(ImageWriter& image) : image_(image), waiting_(kAtOnce) {}
  ~Numbers() { flush(); }
  Numbers(const Numbers&) = delete;
  Numbers& operator=(const Numbers&) = delete;

  void add(std::uint32_t number) {
    if (count_ == kAtOnce) flush();
    waiting_[count_++] = number;
  }
  // Adds what `of` makes of each.
  template <typename Of>
  void add(std::span<const std::uint32_t> numbers, Of of) {
    while (!numbers.empty()) {
      if (count_ == kAtOnce) flush();
      const std::size_t some = std::min(numbers.size(), kAtOnce - count_);
      std::transform(numbers.begin(), numbers.begin() + some, waiting_.begin() + count_, of);
      count_ += some;
      numbers = numbers.subspan(some);
    }
  }

 private:
  void flush() {
    image_.append(std::span<const std::uint32_t>(waiting_).first(count_));
    count_ = 0;
  }

  ImageWriter& image_;
  std::vector<std::uint32_t> waiting_;
  std::size_t count_ = 0;  // of them
};

// Where each of the entries begins that stand one after the other, and where the last one ends.
std::vector<std::uint32_t> merged_offsets(std::span<const std::uint32_t> former,
                                          std::span<const std::uint32_t> fresh, Runs runs) {
  std::vector<std::uint32_t> offsets{0};
  offsets.reserve(former.size() + fresh.size());
  for (const RowRun& run : runs) {
    const auto there = (run.fresh ? fresh : former).subspan(run.first, run.count + 1);
    const std::uint32_t shift = offsets.back() - there.front();  // modulo 2^32
    for (const std::uint32_t offset : there.subspan(1)) offsets.push_back(offset + shift);
  }
  return offsets;
}

}  // namespace

void merge_renumbered(ImageWriter& image, std::string_view name,
                      std::span<const std::uint32_t> former, std::span<const std::uint32_t> fresh,
                      std::span<const std::uint32_t> of_former,
                      std::span<const std::uint32_t> of_fresh, Runs runs) {
  image.begin(name, sizeof(std::uint32_t));
  Numbers numbers(image);
  for (const RowRun& run : runs) {
    const auto there = (run.fresh ? fresh : former).subspan(run.first, run.count);
    const auto of = run.fresh ? of_fresh : of_former;
    numbers.add(there, [&](std::uint32_t number) { return of[number]; });
  }
}

void merge_texts(ImageWriter& image, const std::string& prefix, const StringColumn& former,
                 const StringColumn& fresh, Runs runs) {
  image.add(section::part(prefix, "offsets"), merged_offsets(former.offsets, fresh.offsets, runs));
  image.begin(section::part(prefix, "pool"), 1);
  for (const RowRun& run : runs) {
    const StringColumn& there = run.fresh ? fresh : former;
    const std::uint32_t begin = there.offsets[run.first];
    image.append(std::span(there.pool + begin, there.offsets[run.first + run.count] - begin));
  }
}

WordMerge::WordMerge(const StringColumn& former, std::span<const std::uint32_t> former_used,
                     const StringColumn& fresh, std::span<const std::uint32_t> fresh_used)
    : former_(former), fresh_(fresh), of_former_(former.size(), 0), of_fresh_(fresh.size(), 0) {
  std::uint32_t past = 0;  // of the former words, those that had their turn
  const auto take = [&](bool is_fresh, std::uint32_t code) {
    add_run(runs_, {is_fresh, code, 1});
    (is_fresh ? of_fresh_ : of_former_)[code] = static_cast<std::uint32_t>(size_++);
  };
  const auto take_former = [&](std::uint32_t end) {
    for (; past < end; ++past) {
      if (past == 0 || former_used[past] != 0) take(false, past);
    }
  };
  take_former(1);
  for (std::uint32_t code = 1; code < fresh.size(); ++code) {
    if (fresh_used[code] == 0) continue;
    const std::uint32_t low =
        first_not_near(past, static_cast<std::uint32_t>(former.size()),
                       [&](std::uint32_t word) { return former[word] < fresh[code]; });
    take_former(low);
    if (low < former.size() && former[low] == fresh[code]) {
      take(false, past++);
      both_.push_back({low, code});
      of_fresh_[code] = of_former_[low];
    } else {
      take(true, code);
    }
  }
  take_former(static_cast<std::uint32_t>(former.size()));
}

void WordMerge::write(ImageWriter& image, const std::string& prefix) const {
  merge_texts(image, section::part(prefix, "words"), former_, fresh_, runs_);
}

std::vector<std::uint32_t> merge_words(ImageWriter& image, const std::string& prefix,
                                       const WordColumn& former, const WordColumn& fresh,
                                       Runs runs) {
  std::vector<std::uint32_t> used_here(former.dictionary.size());
  std::vector<std::uint32_t> used_there(fresh.dictionary.size());
  for (const RowRun& run : runs) {
    std::vector<std::uint32_t>& used = run.fresh ? used_there : used_here;
    for (const std::uint32_t code :
         (run.fresh ? fresh : former).codes.subspan(run.first, run.count))
      used[code] = 1;
  }
  const WordMerge words(former.dictionary, used_here, fresh.dictionary, used_there);
  std::vector<std::uint32_t> codes = merged_numbers(former.codes, fresh.codes, runs);
  auto place = codes.begin();
  for (const RowRun& run : runs) {
    const auto of = run.fresh ? words.of_fresh() : words.of_former();
    const auto end = place + run.count;
    std::transform(place, end, place, [&](std::uint32_t code) { return of[code]; });
    place = end;
  }
  image.add(section::part(prefix, "codes"), codes);
  words.write(image, prefix);
  return codes;
}

std::vector<RowRun> entries_of(Runs rows, std::span<const Row> former, std::span<const Row> fresh) {
  std::vector<RowRun> runs;
  for (const RowRun& run : rows) {
    const auto there = run.fresh ? fresh : former;
    const auto place = [&](Row row) {
      return static_cast<Row>(std::lower_bound(there.begin(), there.end(), row) - there.begin());
    };
    const Row first = place(run.first);
    add_run(runs, {run.fresh, first, place(run.first + run.count) - first});
  }
  return runs;
}

namespace {

// How many rows of the former list each word keeps.
std::vector<std::uint32_t> rows_left(const ListColumn& former, std::span<const Row> replaced) {
  std::vector<std::uint32_t> left(former.dictionary.size(), 0);
  for (std::size_t code = 0; code < left.size(); ++code)
    left[code] = former.posting_starts[code + 1] - former.posting_starts[code];
  for (const Row row : replaced) {
    const auto codes = former.of(row);
    for (auto code = codes.begin(); code != codes.end(); ++code) {
      if (std::find(codes.begin(), code, *code) == code) --left[*code];
    }
  }
  return left;
}

// How many rows that are taken each word of the fresh list has.
std::vector<std::uint32_t> rows_taken(const ListColumn& fresh, const RowMerge& rows) {
  std::vector<std::uint32_t> taken(fresh.dictionary.size(), 0);
  for (std::uint32_t code = 0; code < taken.size(); ++code) {
    for (const Row row : fresh.rows_with(code)) taken[code] += rows.is_taken(row) ? 1 : 0;
  }
  return taken;
}

// The rows of each word.
class PostingMerge {
 public:
  PostingMerge(const ListColumn& former, const ListColumn& fresh, const RowMerge& rows,
               const WordMerge& words)
      : former_(former), fresh_(fresh), rows_(rows), words_(words) {}

  void write(ImageWriter& image, std::string_view name) {
    image.begin(name, sizeof(Row));
    auto both = words_.both().begin();
    const auto both_end = words_.both().end();
    for (const RowRun& run : words_.runs()) {
      if (run.fresh) {
        for (std::uint32_t code = run.first; code < run.first + run.count; ++code) add_fresh(code);
      } else {
        std::uint32_t code = run.first;
        for (; both != both_end && both->former < run.first + run.count; ++both) {
          write_former(image, former_rows(code, both->former));
          add_both(*both);
          code = both->former + 1;
        }
        write_former(image, former_rows(code, run.first + run.count));
      }
    }
    flush(image);
  }

 private:
  // Of the words from `first` to before `past`, which stand one behind the other.
  std::span<const Row> former_rows(std::uint32_t first, std::uint32_t past) const {
    const std::uint32_t begin = former_.posting_starts[first];
    return former_.postings.subspan(begin, former_.posting_starts[past] - begin);
  }
  void add_former(std::span<const Row> postings) {
    const auto now = rows_.of_former();
    std::size_t kept = found_.size();
    found_.resize(kept + postings.size());
    for (const Row row : postings) {
      found_[kept] = now[row];
      kept += now[row] == kNoRow ? 0 : 1;
    }
    found_.resize(kept);
  }
  void add_fresh(std::uint32_t code) {
    for (const Row row : fresh_.rows_with(code)) {
      if (rows_.is_taken(row)) found_.push_back(rows_.of_fresh()[row]);
    }
  }
  // Few of them are fresh.
  void add_both(const WordMerge::Both& codes) {
    std::vector<Row> fresh;
    for (const Row row : fresh_.rows_with(codes.fresh)) {
      if (rows_.is_taken(row)) fresh.push_back(rows_.of_fresh()[row]);
    }
    const auto postings = former_rows(codes.former, codes.former + 1);
    const auto now = rows_.of_former();
    std::size_t kept = found_.size();
    found_.resize(kept + postings.size() + fresh.size());
    auto next = fresh.begin();
    for (const Row former : postings) {
      const Row row = now[former];
      if (row == kNoRow) continue;
      for (; next != fresh.end() && *next < row; ++next) found_[kept++] = *next;
      found_[kept++] = row;
    }
    for (; next != fresh.end(); ++next) found_[kept++] = *next;
    found_.resize(kept);
  }
  void write_former(ImageWriter& image, std::span<const Row> postings) {
    while (!postings.empty()) {
      if (found_.size() >= kAtOnce) flush(image);
      const std::size_t some = std::min(postings.size(), kAtOnce);
      add_former(postings.first(some));
      postings = postings.subspan(some);
    }
  }
  void flush(ImageWriter& image) {
    image.append(std::span<const Row>(found_));
    found_.clear();
  }

  const ListColumn& former_;
  const ListColumn& fresh_;
  const RowMerge& rows_;
  const WordMerge& words_;
  std::vector<Row> found_ = {};
};

}  // namespace

void merge_lists(ImageWriter& image, const std::string& prefix, const ListColumn& former,
                 const ListColumn& fresh, const RowMerge& rows) {
  const std::vector<std::uint32_t> left = rows_left(former, rows.replaced());
  const std::vector<std::uint32_t> taken = rows_taken(fresh, rows);
  const WordMerge words(former.dictionary, left, fresh.dictionary, taken);
  const std::vector<std::uint32_t> starts =
      merged_offsets(former.starts, fresh.starts, rows.runs());
  image.add(section::part(prefix, "starts"), starts);
  write_known(image, prefix, starts);
  image.begin(section::part(prefix, "codes"), sizeof(std::uint32_t));
  {
    Numbers codes(image);
    for (const RowRun& run : rows.runs()) {
      const ListColumn& there = run.fresh ? fresh : former;
      const auto of = run.fresh ? words.of_fresh() : words.of_former();
      const std::uint32_t begin = there.starts[run.first];
      codes.add(there.codes.subspan(begin, there.starts[run.first + run.count] - begin),
                [&](std::uint32_t code) { return of[code]; });
    }
  }
  image.begin(section::part(prefix, "posting_starts"), sizeof(std::uint32_t));
  {
    Numbers posting_starts(image);
    posting_starts.add(0);
    std::uint32_t end = 0;
    auto both = words.both().begin();
    for (const RowRun& run : words.runs()) {
      for (std::uint32_t code = run.first; code < run.first + run.count; ++code) {
        end += run.fresh ? taken[code] : left[code];
        if (!run.fresh && both != words.both().end() && both->former == code)
          end += taken[(both++)->fresh];
        posting_starts.add(end);
      }
    }
  }
  PostingMerge(former, fresh, rows, words).write(image, section::part(prefix, "postings"));
  words.write(image, prefix);
}

}  // namespace oms
