#include "cli/plot_json.h"

#include <array>

#include "cli/documents.h"
#include "cli/reference.h"

namespace oms {
namespace {

using Column = RecordColumn;

constexpr std::array kPoint = {
    Column{"id", "", CellType::text, "the model"},
    Column{"x", "", CellType::decimal, "price"},
    Column{"y", "", CellType::decimal, "score in the metric in force"},
    Column{"frontier", "", CellType::flag, "whether nothing at this price or below is better"},
    Column{"closed", "", CellType::flag, "whether the weights are closed"},
    Column{"price_as_of", "", CellType::date, "day of the price"},
    Column{"price_old", "", CellType::flag, "true where only quotes exist that are far behind"},
    Column{"quality_as_of", "", CellType::date, "day of the score"},
    Column{"quality_grade", "", CellType::text, "who measured the score"},
    Column{"uncertain", "", CellType::flag, "true where a condition is unknown (--unknown)"}};

constexpr std::array kBar = {
    Column{"id", "", CellType::text, "the model"},
    Column{"value", "", CellType::decimal, "of the field"},
    Column{"closed", "", CellType::flag, "whether the weights are closed"},
    Column{"uncertain", "", CellType::flag, "true where a condition is unknown (--unknown)"}};

constexpr std::array kAxis = {
    Column{"field", "", CellType::text, "name in 'oms fields'"},
    Column{"metric", "", CellType::text, "metric in force; null for other fields"},
    Column{"title", "", CellType::text, "what is measured"},
    Column{"unit", "", CellType::text, "of the values"},
    Column{"better", "", CellType::text, "higher or lower; null for neither"},
    Column{"as_of", "", CellType::date, "newest day in the catalog; null where days differ"}};

constexpr std::array kSource = {
    Column{"source", "", CellType::text, "name in 'oms sources'"},
    Column{"title", "", CellType::text, "what it is"},
    Column{"as_of", "", CellType::date, "newest day of what is taken from it"},
    Column{"credit", "", CellType::text, "how the source asks to be named"}};

constexpr std::array kPointLeftOut = {
    Column{"neither", "", CellType::integer, "models without a price and without a score"},
    Column{"no_price", "", CellType::integer, "models with a score and without a price"},
    Column{"free_only", "", CellType::integer, "models that are offered free only"},
    Column{"no_quality", "", CellType::integer, "models with a price and without a score"}};

constexpr std::array kBarLeftOut = {
    Column{"unknown", "", CellType::integer, "models on which the field is unknown"},
    Column{"free_only", "", CellType::integer, "models that are offered free only"},
    Column{"beyond", "", CellType::integer, "models with a value behind the last bar (-n)"}};

using Cells = std::vector<RecordCell>;

std::string object(std::span<const RecordColumn> columns, Cells cells) {
  return json_line(members_of(Records{columns, {std::move(cells)}}, 0));
}

std::string axis_title(const PlotSubject& subject, FieldId field) {
  const Metric* metric = subject.quality().metric;
  if (field == field_id("quality") && metric != nullptr) return std::string(metric->title);
  if (field == price_field(subject.asked.axis()))
    return price_title(subject.asked, /*unicode=*/false);
  return std::string(kFields[field].help);
}

std::string axis_json(const PlotSubject& subject, FieldId field) {
  const QualityInForce& quality = subject.quality();
  const bool score = field == field_id("quality") && quality.metric != nullptr;
  Day as_of = score ? quality.coverage().as_of : Day();
  if (kFields[field].show == Show::usd) as_of = subject.asked.catalog.price_dates().last;
  return object(kAxis, {text_cell(kFields[field].name),
                        score ? text_cell(quality.metric->word) : RecordCell(),
                        axis_title(subject, field), text_cell(unit_of(field, quality)),
                        text_cell(better_word(better_of(field, quality))), optional_cell(as_of)});
}

std::string sources_json(std::span<const PlotSource> sources) {
  Records records{plot_source_columns(), {}};
  for (const PlotSource& source : sources) {
    records.rows.push_back({source.name, text_cell(source.title), optional_cell(source.as_of),
                            text_cell(source.credit)});
  }
  return json_array_block(json_rows(records));
}

}  // namespace

std::span<const RecordColumn> plot_point_columns() { return kPoint; }
std::span<const RecordColumn> plot_bar_columns() { return kBar; }
std::span<const RecordColumn> plot_axis_columns() { return kAxis; }
std::span<const RecordColumn> plot_source_columns() { return kSource; }
std::span<const RecordColumn> plot_point_left_out_columns() { return kPointLeftOut; }
std::span<const RecordColumn> plot_bar_left_out_columns() { return kBarLeftOut; }

std::string plot_json(const PlotSubject& subject, const ScatterData& data,
                      std::span<const PlotSource> sources) {
  const Table& table = subject.table();
  Records points{plot_point_columns(), {}};
  for (const ScatterRow& row : data.rows) {
    const auto cell = [&](std::string_view name) {
      return value_cell(kFields[field_id(name)], table.value(field_id(name), row.row));
    };
    points.rows.push_back({text_cell(table.id(row.row)), row.price, row.quality, row.frontier,
                           is_reference(table.id(row.row)), cell("price_as_of"), cell("price_old"),
                           cell("quality_as_of"), cell("quality_grade"), row.uncertain});
  }
  return json_block({{"kind", "\"scatter\""},
                     {"x", axis_json(subject, price_field(subject.asked.axis()))},
                     {"y", axis_json(subject, field_id("quality"))},
                     {"matched", std::to_string(subject.answer.matched)},
                     {"left_out", object(kPointLeftOut, {count_cell(data.left_out.neither),
                                                         count_cell(data.left_out.no_price),
                                                         count_cell(data.left_out.free_only),
                                                         count_cell(data.left_out.no_quality)})},
                     {"sources", sources_json(sources)},
                     {"points", json_array_block(json_rows(points))}}) +
         "\n";
}

std::string plot_json(const PlotSubject& subject, const BarData& data, FieldId field,
                      std::span<const PlotSource> sources) {
  const Table& table = subject.table();
  Records bars{plot_bar_columns(), {}};
  for (const BarRow& row : data.rows) {
    bars.rows.push_back({text_cell(table.id(row.row)),
                         value_cell(kFields[field], table.value(field, row.row)),
                         is_reference(table.id(row.row)), row.uncertain});
  }
  return json_block({{"kind", "\"bars\""},
                     {"values", axis_json(subject, field)},
                     {"matched", std::to_string(subject.answer.matched)},
                     {"left_out",
                      object(kBarLeftOut, {count_cell(data.unknown), count_cell(data.free_only),
                                           count_cell(data.beyond)})},
                     {"sources", sources_json(sources)},
                     {"bars", json_array_block(json_rows(bars))}}) +
         "\n";
}

}  // namespace oms
