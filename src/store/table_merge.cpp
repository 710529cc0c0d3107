#include "store/table_merge.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <variant>

#include "oms/base/in_two.h"
#include "store/draft_columns.h"
#include "store/draft_shortcuts.h"
#include "store/merge_columns.h"
#include "store/section_names.h"

namespace oms {
namespace {

template <typename T>
const T& column(const Table& table, FieldId field) {
  return std::get<T>(table.column(field));
}
const ListColumn& bases(const Table& table) {
  return column<ListColumn>(table, field_id("base_models"));
}

// Writes what the tables have.
class Merged {
 public:
  Merged(ImageWriter& image, const Table& former, const Table& fresh, const RowMerge& rows)
      : image_(image), former_(former), fresh_(fresh), rows_(rows) {}

  void ids() {
    const FieldId id = field_id("id");
    merge_texts(image_, section::column("id"), column<StringColumn>(former_, id),
                column<StringColumn>(fresh_, id), rows_.runs());
  }
  void folds() {
    std::vector<Row> bases(rows_.size(), kNoRow);
    former_.folds().for_each([&](Row copy, Row base) {
      const Row row = rows_.of_former()[copy];
      if (row != kNoRow) bases[row] = rows_.now(base);
    });
    fresh_.folds().for_each([&](Row copy, Row base) {
      if (rows_.is_taken(copy)) bases[rows_.of_fresh()[copy]] = rows_.of_fresh()[base];
    });
    write_folds(image_, bases);
  }
  void compare_facts() { facts_.emplace(former_.facts(), fresh_.facts()); }
  void facts() { facts_->write(image_, rows_.runs()); }
  void offers() {
    const OfferTable& one = former_.offers;
    const OfferTable& two = fresh_.offers;
    const std::vector<RowRun> runs = entries_of(rows_.runs(), one.rows, two.rows);
    merge_renumbered(image_, "offer/rows", one.rows, two.rows, rows_.of_former(), rows_.of_fresh(),
                     runs);
    merge_words(image_, "offer/host", one.host, two.host, runs);
    merge_words(image_, "offer/route", one.route, two.route, runs);
    merge_words(image_, "offer/source", one.source, two.source, runs);
    merge_numbers(image_, "offer/input", one.input.billionths, two.input.billionths, runs);
    merge_numbers(image_, "offer/output", one.output.billionths, two.output.billionths, runs);
    merge_numbers(image_, "offer/as_of", one.as_of, two.as_of, runs);
    merge_numbers(image_, "offer/cached", one.cached.billionths, two.cached.billionths, runs);
  }
  void scores() {
    const ScoreTable& one = former_.scores;
    const ScoreTable& two = fresh_.scores;
    const std::vector<RowRun> runs = entries_of(rows_.runs(), one.rows, two.rows);
    merge_renumbered(image_, "score/rows", one.rows, two.rows, rows_.of_former(), rows_.of_fresh(),
                     runs);
    merge_words(image_, "score/metric", one.metric, two.metric, runs);
    merge_numbers(image_, "score/value", one.value.billionths, two.value.billionths, runs);
    merge_numbers(image_, "score/as_of", one.as_of, two.as_of, runs);
    merge_numbers(image_, "score/grade", one.grade, two.grade, runs);
    merge_words(image_, "score/variant", one.variant, two.variant, runs);
    merge_words(image_, "score/source", one.source, two.source, runs);
  }
  void field(FieldId field) {
    const std::string name = section::column(kFields[field].name);
    std::visit(
        [&](const auto& former) {
          write(name, former, column<std::decay_t<decltype(former)>>(fresh_, field));
        },
        former_.column(field));
  }
  void count_derivatives();
  void derivatives() {
    const std::string name = section::column("derivatives");
    image_.add(name, derivatives_);
    write_highest(image_, name, std::span<const std::int64_t>(derivatives_));
  }

 private:
  void write(const std::string&, const std::monostate&, const std::monostate&) {}
  void write(const std::string&, const SparseColumn&, const SparseColumn&) {}
  void write(const std::string& name, const StringColumn& former, const StringColumn& fresh) {
    merge_texts(image_, name, former, fresh, rows_.runs());
  }
  void write(const std::string& name, const WordColumn& former, const WordColumn& fresh) {
    write_planes(image_, name, merge_words(image_, name, former, fresh, rows_.runs()));
  }
  void write(const std::string& name, const ListColumn& former, const ListColumn& fresh) {
    merge_lists(image_, name, former, fresh, rows_);
  }
  void write(const std::string& name, const DecimalColumn& former, const DecimalColumn& fresh) {
    write(name, former.billionths, fresh.billionths);
  }
  template <typename T>
  void write(const std::string& name, std::span<const T> former, std::span<const T> fresh) {
    if constexpr (std::is_same_v<T, std::uint8_t>) {
      const std::vector<T> merged = merged_numbers(former, fresh, rows_.runs());
      image_.add(name, merged);
      write_planes(image_, name, std::span<const T>(merged));
    } else {
      HighestRows<T> highest(rows_.size());
      FewRows<T> few(rows_.size());
      DayRange range;
      image_.begin(name, sizeof(T));
      each_merged(former, fresh, rows_.runs(), [&](std::span<const T> values) {
        image_.append(values);
        highest.add(values);
        few.add(values);
        if constexpr (std::is_same_v<T, std::int32_t>) range.add(values);
      });
      highest.write(image_, name);
      few.write(image_, name);
      if constexpr (std::is_same_v<T, std::int32_t>) range.write(image_, name);
    }
  }

  ImageWriter& image_;
  const Table& former_;
  const Table& fresh_;
  const RowMerge& rows_;
  std::optional<FactMerge> facts_ = {};
  std::vector<std::int64_t> derivatives_ = {};
};

// The row of each base model of `rows` that the table has; a base as often as it is one.
std::vector<Row> bases_of(const Table& table, std::span<const Row> rows) {
  const ListColumn& named = bases(table);
  std::unordered_map<std::uint32_t, Row> known;  // by code
  std::vector<Row> found;
  for (const Row row : rows) {
    for (const std::uint32_t code : named.of(row)) {
      const auto [place, added] = known.try_emplace(code, kNoRow);
      if (added) place->second = table.find(named.dictionary[code]);
      if (place->second != kNoRow) found.push_back(place->second);
    }
  }
  return found;
}

void Merged::count_derivatives() {
  const auto former = column<IntegerColumn>(former_, field_id("derivatives"));
  std::vector<std::int64_t>& counts = derivatives_;
  counts.reserve(rows_.size());
  for (const RowRun& run : rows_.runs()) {
    if (!run.fresh) {
      const auto there = former.subspan(run.first, run.count);
      counts.insert(counts.end(), there.begin(), there.end());
      continue;
    }
    for (Row row = run.first; row < run.first + run.count; ++row) {
      const Row before = rows_.before(row);
      counts.push_back(before == kNoRow ? 0 : former[before]);
    }
  }
  const auto add = [&](Row row, std::int64_t more) {
    if (row == kNoRow) return;
    if (counts[row] == kNoInteger) counts[row] = 0;
    counts[row] += more;
  };
  const std::vector<Row> replaced = bases_of(former_, rows_.replaced());
  for (const Row base : replaced) add(rows_.now(base), -1);
  for (const Row base : bases_of(fresh_, rows_.taken())) add(rows_.of_fresh()[base], 1);
  const auto settle = [&](Row row, std::string_view id) {
    const bool repository = id.find(':') == std::string_view::npos;
    if (!repository && counts[row] == 0) counts[row] = kNoInteger;
    if (repository && counts[row] == kNoInteger) counts[row] = 0;
  };
  for (const Row row : rows_.taken()) settle(rows_.of_fresh()[row], fresh_.id(row));
  for (const Row base : replaced) {
    if (rows_.now(base) != kNoRow) settle(rows_.now(base), former_.id(base));
  }
}

// So that nothing of them is read for the first time by two threads at once.
void read_ahead(const Table& table) {
  for (const std::string_view name : {"id", "base_models", "derivatives"})
    table.column(field_id(name));
  table.facts();
}

}  // namespace

void write_merged(ImageWriter& image, const Table& former, const Table& fresh,
                  const RowMerge& rows) {
  const std::array<std::uint64_t, 1> count = {rows.size()};
  image.add(section::kRows, std::span<const std::uint64_t>(count));
  Merged merged(image, former, fresh, rows);
  read_ahead(former);
  read_ahead(fresh);
  in_two(
      true,
      [&] {
        merged.ids();
        merged.folds();
      },
      [&] { merged.compare_facts(); });
  in_two(
      true,
      [&] {
        merged.facts();
        merged.offers();
        merged.scores();
        for (const FieldId field : drafted_fields()) merged.field(field);
        merged.field(field_id("base_models"));
      },
      [&] { merged.count_derivatives(); });
  merged.derivatives();
}

}  // namespace oms
