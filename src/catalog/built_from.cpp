#include "catalog/built_from.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "check/tool_version.h"
#include "store/checksum.h"
#include "store/merge_columns.h"

namespace oms {
namespace {

// Texts and numbers as one text, each with an end.
class Marked {
 public:
  Marked& add(std::string_view text) {
    text_ += std::to_string(text.size()) + ':';
    text_ += text;
    return *this;
  }
  Marked& add(std::int64_t number) { return add(std::to_string(number)); }
  Marked& add(const Number& value) { return add(value ? value->billionths : kNoInteger); }
  Marked& add(const Day& value) { return add(std::int64_t{value ? value->days : kNoDay}); }
  std::uint64_t mark() const { return checksum(text_); }

 private:
  std::string text_ = {};
};

// Of the columns of a side table, `get` of each entry.
template <typename Entry, typename Get>
void add_column(ImageWriter& image, std::string_view name, const std::vector<Entry>& entries,
                Get get) {
  std::vector<decltype(get(entries.front()))> values;
  values.reserve(entries.size());
  for (const Entry& entry : entries) values.push_back(get(entry));
  image.add(name, values);
}

void write_extras(ImageWriter& image, const BuiltRows& built) {
  std::vector<std::pair<Row, std::uint64_t>> marks;
  for (const auto& [id, extra] : built.extras.by_id) {
    const Position at = built.ids.find(id);
    if (at != kNoPosition) marks.emplace_back(built.rows[at], extra_mark(extra));
  }
  std::sort(marks.begin(), marks.end());
  add_column(image, "built/extra/rows", marks, [](const auto& entry) { return entry.first; });
  add_column(image, "built/extra/mark", marks, [](const auto& entry) { return entry.second; });
}

// Lines of all models, in the order of their rows.
class LinesByRow {
 public:
  LinesByRow(const BuiltRows& built, std::span<const BuiltLines> lines)
      : built_(built), lines_(lines), starts_(built.rows.size() + 1, 0) {
    each([&](Row row, const ModelLines::Place&) { ++starts_[row + 1]; });
    for (std::size_t row = 1; row < starts_.size(); ++row) starts_[row] += starts_[row - 1];
  }
  template <typename Get>
  void write(ImageWriter& image, std::string_view name, Get get) const {
    std::vector<std::uint32_t> values(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    each([&](Row row, const ModelLines::Place& place) { values[next[row]++] = get(row, place); });
    image.add(name, values);
  }

 private:
  template <typename Use>
  void each(Use use) const {
    for (const BuiltLines& some : lines_) {
      some.lines.each_place([&](Position at, const ModelLines::Place& place) {
        use(built_.rows[some.first + at], some.place ? some.place(place) : place);
      });
    }
  }

  const BuiltRows& built_;
  std::span<const BuiltLines> lines_;
  std::vector<std::uint32_t> starts_;
};

void write_lines(ImageWriter& image, const BuiltRows& built, std::span<const BuiltLines> lines) {
  using Place = ModelLines::Place;
  const LinesByRow by_row(built, lines);
  by_row.write(image, "built/line/rows", [](Row row, const Place&) { return row; });
  by_row.write(image, "built/line/page", [](Row, const Place& place) { return place.page; });
  by_row.write(image, "built/line/offset", [](Row, const Place& place) { return place.offset; });
  by_row.write(image, "built/line/size", [](Row, const Place& place) { return place.size; });
  by_row.write(image, "built/line/check", [](Row, const Place& place) { return place.check; });
}

}  // namespace

bool can_be_merged(const FetchedData& fetched) {
  return !fetched.pages.empty() &&
         std::none_of(fetched.pages.begin(), fetched.pages.end(),
                      [](const FetchedPage& page) { return page.file.empty(); });
}

std::uint64_t inputs_mark(const DataFiles& files, const FetchedData& fetched) {
  Marked all;
  all.add(tool_version());  // another one may make other records of the same lines
  for (const auto& [name, text] : files) all.add(name).add(text);
  const Replaced replaced = replaced_sources(fetched);
  all.add(std::int64_t{replaced.router}).add(std::int64_t{replaced.openrouter});
  for (const std::string& source : replaced.scores_of) all.add(source);
  return all.mark();
}

std::uint64_t page_mark(const FetchedPage& page) {
  Marked all;
  all.add(page.file).add(page.as_of).add(std::int64_t{page.left});
  for (const std::string& key : page.keys) all.add(key);
  return all.mark();
}

std::uint64_t extra_mark(const Extra& extra) {
  Marked all;
  all.add(static_cast<std::int64_t>(extra.offers.size()));
  for (const Offer& offer : extra.offers) {
    all.add(offer.host).add(offer.route).add(offer.source);
    all.add(offer.input).add(offer.output).add(offer.as_of).add(offer.cached);
  }
  for (const Observation& score : extra.scores) {
    all.add(score.metric).add(score.value.billionths).add(score.as_of);
    all.add(std::int64_t{score.grade.code}).add(score.variant).add(score.source);
  }
  all.add(std::int64_t{extra.sold_as_text});
  all.add(extra.served.tokens).add(extra.served.source).add(extra.served.as_of);
  all.add(extra.status).add(extra.status_as_of);
  return all.mark();
}

void write_built_rows(ImageWriter& image, const BuiltRows& built,
                      std::span<const BuiltLines> lines) {
  std::vector<std::uint32_t> hub(built.rows.size(), 0);
  std::vector<std::uint64_t> kin(built.rows.size(), 0);
  std::vector<Row> entangled;
  for (const BuiltLines& some : lines) {
    for (Position at = 0; at < some.lines.models(); ++at)
      hub[built.rows[some.first + at]] = some.lines.hub_hash(at);
    for (const Position at : some.lines.entangled())
      entangled.push_back(built.rows[some.first + at]);
  }
  for (Position at = 0; at < built.rows.size(); ++at)
    kin[built.rows[at]] = built.draft.kin_mark(at);
  std::sort(entangled.begin(), entangled.end());
  image.add("built/hub", hub);
  image.add("built/kin", kin);
  image.add("built/entangled", entangled);
  write_extras(image, built);
  write_lines(image, built, lines);
}

void write_built_inputs(ImageWriter& image, const DataFiles& files, const FetchedData& fetched) {
  const std::array<std::uint64_t, 1> inputs = {inputs_mark(files, fetched)};
  image.add("built/inputs", std::span<const std::uint64_t>(inputs));
  std::vector<std::uint64_t> pages;
  for (const FetchedPage& page : fetched.pages) pages.push_back(page_mark(page));
  image.add("built/pages", pages);
}

BuiltFrom read_built(const ImageView& image) {
  using Code = std::uint32_t;
  using Mark = std::uint64_t;
  return {.inputs = image.section<Mark>("built/inputs"),
          .pages = image.section<Mark>("built/pages"),
          .hub = image.section<Code>("built/hub"),
          .kin = image.section<Mark>("built/kin"),
          .entangled = image.section<Row>("built/entangled"),
          .extra_rows = image.section<Row>("built/extra/rows"),
          .extra_marks = image.section<Mark>("built/extra/mark"),
          .line_rows = image.section<Row>("built/line/rows"),
          .line_page = image.section<Code>("built/line/page"),
          .line_offset = image.section<Code>("built/line/offset"),
          .line_size = image.section<Code>("built/line/size"),
          .line_check = image.section<Code>("built/line/check")};
}

void merge_built_rows(ImageWriter& image, const BuiltFrom& former, const BuiltFrom& fresh,
                      const RowMerge& rows, std::span<const std::uint32_t> page_now) {
  merge_numbers(image, "built/hub", former.hub, fresh.hub, rows.runs());
  merge_numbers(image, "built/kin", former.kin, fresh.kin, rows.runs());
  const auto merge_rows = [&](std::string_view name, std::span<const Row> one,
                              std::span<const Row> two) {
    const std::vector<RowRun> entries = entries_of(rows.runs(), one, two);
    merge_renumbered(image, name, one, two, rows.of_former(), rows.of_fresh(), entries);
    return entries;
  };
  merge_rows("built/entangled", former.entangled, fresh.entangled);
  const auto extras = merge_rows("built/extra/rows", former.extra_rows, fresh.extra_rows);
  merge_numbers(image, "built/extra/mark", former.extra_marks, fresh.extra_marks, extras);
  const auto lines = merge_rows("built/line/rows", former.line_rows, fresh.line_rows);
  std::vector<std::uint32_t> pages;
  for (const RowRun& run : lines) {
    const auto there = (run.fresh ? fresh : former).line_page.subspan(run.first, run.count);
    for (const std::uint32_t page : there) {
      const bool stays = run.fresh || page == ModelLines::kInSnapshot;
      pages.push_back(stays ? page : page_now[page]);
    }
  }
  image.add("built/line/page", pages);
  merge_numbers(image, "built/line/offset", former.line_offset, fresh.line_offset, lines);
  merge_numbers(image, "built/line/size", former.line_size, fresh.line_size, lines);
  merge_numbers(image, "built/line/check", former.line_check, fresh.line_check, lines);
}

}  // namespace oms
