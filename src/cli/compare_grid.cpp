#include "cli/compare_grid.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "oms/base/text.h"
#include "oms/model/best_observation.h"

namespace oms {
namespace {

struct FieldRow {
  std::string_view group = {};
  std::string_view field = {};
  std::string_view label = {};
  std::string_view day = {};     // field with the day of the value
  std::string_view source = {};  // field with who says it
  bool ranked = true;            // false: no value is better than another between models
};

constexpr std::array kFieldRows = {
    FieldRow{"License", "license", "license"},
    FieldRow{"License", "license_class", "class"},
    FieldRow{"License", "license_effective", "effective class"},
    // No base on record and a base that is kept to are equally fine.
    FieldRow{.group = "License", .field = "license_verdict", .label = "verdict", .ranked = false},
    FieldRow{"License", "commercial_use", "commercial use"},
    FieldRow{"Openness", "openness", "open of five"},
    FieldRow{"Openness", "open_data", "training data"},
    FieldRow{"Openness", "open_weights", "full weights"},
    FieldRow{"Openness", "open_evaluation", "evaluation code"},
    FieldRow{"Openness", "open_finetuning", "fine-tuning code"},
    FieldRow{"Openness", "open_metrics", "training metrics"},
    FieldRow{"Size", "params", "parameters"},
    FieldRow{"Size", "active_params", "active"},
    FieldRow{"Size", "context", "context"},
    FieldRow{"Price", "price_input", "input", "price_as_of", "price_provider"},
    FieldRow{"Price", "price_output", "output", "price_as_of", "price_provider"},
    FieldRow{"Price", "price_blended", "blend", "price_as_of", "price_provider"},
    FieldRow{"Price", "bill", "bill, USD", "price_as_of", "price_provider"},
    FieldRow{"Price", "price_provider", "quote of"},
    FieldRow{"Price", "price_as_of", "quoted on"},
    FieldRow{"Price", "providers", "hosts"},
    FieldRow{"Price", "available_on", "offered on"},
    FieldRow{"Record", "downloads", "downloads"},
    FieldRow{"Record", "created", "created"},
    FieldRow{"Record", "gated", "gated"},
    FieldRow{"Record", "as_of", "record of"},
};
// Scores stand in front of the prices.
constexpr std::string_view kBehindScores = "Price";

bool is_price(const Field& field) { return field.show == Show::usd; }

Day day_of(const Value& value) {
  const auto* date = std::get_if<Date>(&value);
  return date == nullptr ? Day{} : Day{*date};
}

std::string_view text_of(const Value& value) {
  const auto* text = std::get_if<std::string_view>(&value);
  return text == nullptr ? std::string_view() : *text;
}

class Grid {
 public:
  explicit Grid(const Compared& compared) : compared_(compared) {}

  Comparison make() {
    for (const Row row : compared_.rows) result_.ids.emplace_back(compared_.table.id(row));
    for (const FieldRow& row : kFieldRows) {
      if (row.group == kBehindScores && !scored_) add_scores();
      if (row.field != "bill" || compared_.bill) add_field(row);
    }
    return std::move(result_);
  }

 private:
  Value value(std::string_view field, Row row) const {
    return compared_.table.value(field_id(field), row);
  }

  std::string marked_text(const Field& field, const Value& value, Row row) const {
    if (is_unknown(value)) return "";
    if (const auto* list = std::get_if<TextList>(&value)) return join(*list, ", ");
    const std::string text = display_text(field, value, compared_.unicode);
    if (field.marked_by.empty() || this->value(field.marked_by, row) != Value(true)) return text;
    return field.mark == "~" ? "~" + text : text + std::string(field.mark);
  }

  // What the publisher calls a license that has no id, or why there is none.
  std::string license_aside(Row row) const {
    const std::string_view id = text_of(value("license", row));
    if (id.empty()) return std::string(text_of(value("license_reason", row)));
    return id == "other" ? std::string(text_of(value("license_name", row))) : std::string();
  }

  std::string note_of(const Field& field, Row row) const {
    if (field.marked_by.empty() || value(field.marked_by, row) != Value(true)) return "";
    return field.mark == "~" ? "read from the name" : "old quote";
  }

  void add_field(const FieldRow& spec) {
    const Field& field = kFields[field_id(spec.field)];
    const bool blend = spec.field == "price_blended";
    CompareRow row{.group = spec.group,
                   .name = spec.field,
                   .label = blend ? compared_.blend : std::string(spec.label),
                   .unit = field.unit,
                   .better = spec.ranked ? field.better : Better::none};
    for (const Row model : compared_.rows) {
      CompareCell cell{.value = value(spec.field, model)};
      cell.text = marked_text(field, cell.value, model);
      if (!spec.day.empty()) cell.as_of = day_of(value(spec.day, model));
      if (!spec.source.empty()) cell.source = text_of(value(spec.source, model));
      if (!is_unknown(cell.value)) cell.note = note_of(field, model);
      if (spec.field == "license") cell.aside = license_aside(model);
      row.cells.push_back(std::move(cell));
    }
    mark_best(row, field);
    result_.rows.push_back(std::move(row));
  }

  // The score that stands for a model in a metric.
  std::optional<Observation> score(const Metric& metric, Row row) const {
    const ScoreTable& scores = compared_.table.scores;
    const auto [begin, end] = entries_of(scores.rows, row);
    std::size_t first = begin;
    while (first < end && scores.metric[static_cast<Row>(first)] != metric.word) ++first;
    std::size_t past = first;
    while (past < end && scores.metric[static_cast<Row>(past)] == metric.word) ++past;
    if (first == past) return std::nullopt;
    return compared_.table.scores_of(row)[best_observation(scores, first, past) - begin];
  }

  void add_metric(const Metric& metric, std::string_view name) {
    CompareRow row{.group = "Quality",
                   .name = name,
                   .metric = metric.word,
                   .label = std::string(metric.title),
                   .unit = metric.unit,
                   .better = metric.better};
    for (const Row model : compared_.rows) {
      CompareCell& cell = row.cells.emplace_back();
      const std::optional<Observation> seen = score(metric, model);
      if (!seen) continue;
      cell.value = seen->value;
      cell.text = to_text(seen->value);
      cell.as_of = seen->as_of;
      cell.source = seen->source;
      cell.note = word_of(words::kGrade, seen->grade);
      cell.aside = seen->as_of ? to_text(*seen->as_of) : "undated";
      if (!cell.note.empty()) cell.aside += " " + cell.note;
    }
    mark_best(row, kFields[field_id("quality")]);
    result_.rows.push_back(std::move(row));
  }

  std::ptrdiff_t models_with(const Metric& metric) const {
    return std::count_if(compared_.rows.begin(), compared_.rows.end(),
                         [&](Row row) { return score(metric, row).has_value(); });
  }

  void add_scores() {
    scored_ = true;
    if (compared_.quality != nullptr) add_metric(*compared_.quality, "quality");
    for (const Metric& metric : compared_.metrics.rows()) {
      if (&metric == compared_.quality) continue;
      const std::ptrdiff_t models = models_with(metric);
      if (models >= 2) add_metric(metric, "score");
      if (models == 1) result_.unshared.emplace_back(metric.title);
    }
  }

  // Where a value stands among those of its row; nothing when it takes no part.
  static std::optional<std::int64_t> standing(const Value& value, const Field& field) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return *count;
    if (const auto* number = std::get_if<Decimal>(&value)) {
      if (is_price(field) && *number == Decimal{}) return std::nullopt;
      return number->billionths;
    }
    if (field.kind != Kind::choice || is_unknown(value)) return std::nullopt;
    const Choice choice = parse_choice(field.words, text_of(value));
    return choice.code == 0 ? std::nullopt : std::optional<std::int64_t>(choice.code);
  }

  static void mark_best(CompareRow& row, const Field& field) {
    if (row.better == Better::none) return;
    std::vector<std::int64_t> places;
    for (const CompareCell& cell : row.cells) {
      if (const auto place = standing(cell.value, field)) places.push_back(*place);
    }
    if (places.empty()) return;
    const auto [lowest, highest] = std::minmax_element(places.begin(), places.end());
    if (*lowest == *highest) return;
    const std::int64_t best = row.better == Better::higher ? *highest : *lowest;
    for (CompareCell& cell : row.cells) cell.best = standing(cell.value, field) == best;
  }

  const Compared& compared_;
  Comparison result_ = {};
  bool scored_ = false;
};

using T = CellType;

constexpr std::array<RecordColumn, 11> kColumns = {{
    {"row", "ROW", T::text,
     "the field that is compared; quality: the metric in force; score: another that two share"},
    {"label", "", T::text, "the same for people"},
    {"metric", "METRIC", T::text, "metric of a score"},
    {"model", "MODEL", T::text, "id as the catalog spells it"},
    {"value", "VALUE", T::text, "as 'oms list --json' prints the field", true},
    {"unit", "UNIT", T::text, "unit of the value"},
    {"better", "", T::text, "higher or lower, of words the better one too; null: neither"},
    {"as_of", "DATE", T::date, "day of a price or a score"},
    {"source", "", T::text, "who asks the price, where the score stands"},
    {"note", "NOTE", T::text, "grade of a score; old quote; read from the name"},
    {"best", "BEST", T::flag, "whether it is the best of its row; several may be"},
}};

// A metric is no field: its scores are numbers as they stand.
RecordCell cell_of(const CompareRow& row, const CompareCell& cell) {
  const FieldId field = find_field(row.name);
  return value_cell(kFields[field == kNoField ? field_id("quality") : field], cell.value);
}

std::string_view better_of(const CompareRow& row) {
  if (row.better == Better::none) return "";
  return row.better == Better::higher ? "higher" : "lower";
}

}  // namespace

bool CompareRow::known() const {
  return std::any_of(cells.begin(), cells.end(),
                     [](const CompareCell& cell) { return !is_unknown(cell.value); });
}

Comparison compare(const Compared& compared) { return Grid(compared).make(); }

std::span<const RecordColumn> compare_columns() { return kColumns; }

Records compare_records(const Comparison& comparison) {
  Records records{.columns = kColumns};
  for (const CompareRow& row : comparison.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const CompareCell& cell = row.cells[i];
      records.rows.push_back({text_cell(row.name), text_cell(row.label), text_cell(row.metric),
                              text_cell(comparison.ids[i]), cell_of(row, cell), text_cell(row.unit),
                              text_cell(better_of(row)), optional_cell(cell.as_of),
                              text_cell(cell.source), text_cell(cell.note), cell.best});
    }
  }
  return records;
}

}  // namespace oms
