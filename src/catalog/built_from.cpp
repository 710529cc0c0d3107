#include "catalog/built_from.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "check/tool_version.h"
#include "store/checksum.h"
#include "store/key_text.h"
#include "store/merge_columns.h"
#include "store/side_column.h"

namespace oms {
namespace {

void write_extras(ImageWriter& image, const BuiltRows& built) {
  std::vector<std::pair<Row, std::uint64_t>> marks;
  for (const auto& [id, extra] : built.extras.by_id) {
    const Position at = built.ids.find(id);
    if (at != kNoPosition) marks.emplace_back(built.rows[at], extra_mark(extra));
  }
  std::sort(marks.begin(), marks.end());
  write_column(image, "built/extra/rows", marks, [](const auto& entry) { return entry.first; });
  write_column(image, "built/extra/mark", marks, [](const auto& entry) { return entry.second; });
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
  std::string text;
  KeyText all(text);
  all.add(tool_version());  // another one may make other records of the same lines
  for (const auto& [name, content] : files) all.add(name).add(content);
  const Replaced replaced = replaced_sources(fetched);
  all.add(replaced.router).add(replaced.openrouter);
  for (const std::string& source : replaced.scores_of) all.add(source);
  return checksum(text);
}

std::uint64_t page_mark(const FetchedPage& page) {
  std::string text;
  KeyText(text).add(page.file).add(page.as_of).add(page.left).add(page.keys);
  return checksum(text);
}

std::uint64_t extra_mark(const Extra& extra) {
  std::string text;
  KeyText all(text);
  all.add(extra.offers.size());
  for (const Offer& offer : extra.offers) all.add(offer);
  for (const Observation& score : extra.scores) all.add(score);
  all.add(extra.sold_as_text);
  all.add(extra.served.tokens).add(extra.served.source).add(extra.served.as_of);
  all.add(extra.status).add(extra.status_as_of);
  return checksum(text);
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
