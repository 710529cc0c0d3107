#include "cli/own_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "oms/base/text.h"
#include "source/csv.h"

namespace oms {
namespace {

using Line = std::vector<std::string>;

constexpr std::size_t kMostNamed = 5;  // unknown ids in a note

Error wrong(std::string what, std::string hint = {}) {
  return {Errc::usage, std::move(what), std::move(hint)};
}

// Where the columns are that are no metrics.
struct Columns {
  std::optional<std::size_t> id = {};
  std::optional<std::size_t> as_of = {};
  std::vector<std::pair<std::size_t, OwnMetric>> metrics = {};
  std::size_t width = 0;  // cells of a line
};

// "latency:lower"
Result<OwnMetric> read_metric(std::string_view cell, const MetricTable& known) {
  OwnMetric metric;
  const std::size_t colon = cell.rfind(':');
  if (colon != std::string_view::npos) {
    const std::string_view better = cell.substr(colon + 1);
    if (better != "lower" && better != "higher") {
      return wrong("column '" + printable(cell) + "': behind the colon stands lower or higher");
    }
    metric.better = better == "lower" ? Better::lower : Better::higher;
    cell = cell.substr(0, colon);
  }
  metric.word = printable(trim(cell));
  if (metric.word.empty()) return wrong("a column has no name");
  if (known.find(metric.word) != nullptr || equal_folded(metric.word, "auto")) {
    return wrong("column '" + metric.word + "': the catalog has a metric of that name",
                 "give it another");
  }
  return metric;
}

Result<Columns> read_columns(const Line& header, const MetricTable& known) {
  Columns columns{.width = header.size()};
  std::set<std::string> names;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string_view cell = trim(header[i]);
    if (equal_folded(cell, "id")) {
      columns.id = i;
    } else if (equal_folded(cell, "as_of")) {
      columns.as_of = i;
    } else {
      auto metric = read_metric(cell, known);
      if (!metric) return std::move(metric).error();
      columns.metrics.emplace_back(i, *std::move(metric));
    }
    const bool metric = columns.id != i && columns.as_of != i;
    const std::string name = fold(metric ? columns.metrics.back().second.word : std::string(cell));
    if (!names.insert(name).second) return wrong("two columns are named '" + name + "'");
  }
  const std::string form = "the first line names the columns: id,MY_METRIC";
  if (!columns.id) return wrong("no column 'id'", form);
  if (columns.metrics.empty()) return wrong("no column beside 'id' holds scores", form);
  return columns;
}

// Empty cells and NaN are unknown.
bool is_missing(std::string_view cell) { return cell.empty() || equal_folded(cell, "nan"); }

class Reader {
 public:
  Reader(const Columns& columns, const Catalog& catalog, std::string source)
      : columns_(columns), catalog_(catalog), source_(std::move(source)) {}

  Result<Done> add(const Line& line) {
    const auto cell = [&](std::size_t position) {
      return position < line.size() ? trim(line[position]) : std::string_view();
    };
    const std::string_view id = cell(*columns_.id);
    const std::string shown = "'" + printable(id) + "'";
    if (line.size() > columns_.width) {
      return wrong(shown + ": the line has more cells than the first one",
                   "a comma inside of a number needs quotes, and is no decimal point");
    }
    const std::string_view day_text = columns_.as_of ? cell(*columns_.as_of) : "";
    const Day day = parse_date(day_text);
    if (!day && !day_text.empty()) {
      return wrong(shown + ": as_of is '" + printable(day_text) + "', not a date");
    }
    const Row row = catalog_.find_exact(id);
    if (row == kNoRow) {
      unknown_.push_back(printable(id));
    } else if (!seen_.insert(row).second) {
      return wrong(shown + " stands twice");
    }
    for (const auto& [position, metric] : columns_.metrics) {
      const std::string_view text = cell(position);
      if (is_missing(text)) continue;
      const auto value = parse_decimal(text);
      if (!value) {
        return wrong(shown + ": " + metric.word + " is '" + printable(text) + "', not a number");
      }
      if (row == kNoRow) continue;
      scores_.emplace_back(
          row, Observation{metric.word, round_significant(*value), day, {}, "", source_});
    }
    return Done{};
  }

  std::vector<std::pair<Row, Observation>> take_scores() { return std::move(scores_); }
  const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  const Columns& columns_;
  const Catalog& catalog_;
  std::string source_;
  std::set<Row> seen_ = {};
  std::vector<std::pair<Row, Observation>> scores_ = {};
  std::vector<std::string> unknown_ = {};
};

std::string note_of(const std::vector<std::string>& unknown, std::size_t all) {
  const std::size_t named = std::min(unknown.size(), kMostNamed);
  const std::vector<std::string> first(unknown.begin(),
                                       unknown.begin() + static_cast<std::ptrdiff_t>(named));
  std::string note = fmt::format("{} of {} ids are not in the catalog: {}", unknown.size(), all,
                                 join(first, ", "));
  if (unknown.size() > named) note += fmt::format(", +{} more", unknown.size() - named);
  return note;
}

Result<Done> add_text(std::string_view text, const std::string& name, Catalog& catalog,
                      const Context& context) {
  const std::vector<Line> lines = read_csv(text);
  if (lines.empty()) return wrong("it is empty", "the first line names the columns: id,MY_METRIC");
  const auto columns = read_columns(lines.front(), catalog.metrics());
  if (!columns) return columns.error();
  Reader reader(*columns, catalog, name);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto added = reader.add(lines[i]);
    if (!added) return added;
  }
  if (!reader.unknown().empty()) {
    context.note("--scores: " + note_of(reader.unknown(), lines.size() - 1));
  }
  OwnScores own{.scores = reader.take_scores()};
  if (own.scores.empty()) return wrong("no model of the catalog has a score in it");
  if (columns->metrics.size() > 1) {
    context.note("--scores: the metric in force is " + columns->metrics.front().second.word +
                 "; --quality NAME chooses another column");
  }
  for (const auto& [position, metric] : columns->metrics) own.metrics.push_back(metric);
  catalog.add_scores(std::move(own));
  return Done{};
}

}  // namespace

Result<Done> add_own_scores(const std::string& file, Catalog& catalog, const Context& context) {
  if (file.empty()) return Done{};
  const std::string shown = "--scores '" + printable(file) + "'";
  const auto text = context.world.read_input(file);
  if (!text) return Error{Errc::usage, shown + ": " + text.error().what, ""};
  const std::string name = file == "-" ? "stdin" : printable(file);
  const auto added = add_text(*text, name, catalog, context);
  if (added) return added;
  return Error{added.error().code, shown + ": " + added.error().what, added.error().hint};
}

}  // namespace oms
