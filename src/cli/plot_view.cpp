#include "cli/plot_view.h"

#include <fmt/format.h>

#include <array>

#include "cli/footer.h"
#include "cli/reference.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

bool has_mark(const Table& table, Row row, const Field& field) {
  const FieldId by = find_field(field.marked_by);
  if (by == kNoField) return false;
  const Value value = table.value(by, row);
  return field.marked_when.empty() ? value == Value(true) : value == Value(field.marked_when);
}

std::string figure_of(const Table& table, Row row, FieldId field) {
  const Field& about = kFields[field];
  std::string text = display_text(about, table.value(field, row), /*unicode=*/true);
  if (!has_mark(table, row, about)) return text;
  return about.mark == "~" ? std::string(about.mark) + text : text + std::string(about.mark);
}

// The id without the list it stands in, and the marks of its figures.
std::string label_of(const Table& table, Row row, std::span<const FieldId> fields, bool uncertain) {
  std::string_view id = table.id(row);
  if (is_reference(id)) id.remove_prefix(kReferencePrefix.size());
  std::string label(id);
  for (const FieldId field : fields) {
    if (has_mark(table, row, kFields[field])) label += kFields[field].mark;
  }
  return uncertain ? label + " ?" : label;
}

// "not drawn: 350 without a price, 2 free only"
std::string left_out_note(std::span<const std::pair<std::size_t, std::string_view>> counts) {
  std::string note;
  for (const auto& [count, why] : counts) {
    if (count > 0) note += fmt::format("{}{} {}", note.empty() ? "" : ", ", count, why);
  }
  return note.empty() ? note : "not drawn: " + note;
}

// As `list` has it, but of what is drawn.
std::vector<std::string> parts_of(const PlotSubject& subject, std::span<const FieldId> fields,
                                  std::vector<Row> rows) {
  Answer drawn;
  drawn.rows = std::move(rows);
  drawn.matched = subject.answer.matched;
  drawn.unknown = subject.answer.unknown;
  bool priced = false;
  bool scored = false;
  for (const FieldId field : fields) {
    priced = priced || kFields[field].show == Show::usd;
    scored = scored || field == field_id("quality");
  }
  const QualityInForce quality = scored ? subject.quality : QualityInForce{};
  auto parts = footer_parts(drawn, subject.catalog, quality, subject.now_ms);
  std::erase_if(parts, [&](const std::string& part) {
    return (!priced && part.starts_with("prices ")) || (!scored && part.starts_with("quality:"));
  });
  return parts;
}

template <typename Drawn>
PlotNotes notes_about(const PlotSubject& subject, std::span<const Drawn> drawn,
                      std::span<const FieldId> fields, std::string left_out) {
  std::vector<Row> rows;
  for (const Drawn& one : drawn) rows.push_back(one.row);
  PlotNotes notes{.parts = parts_of(subject, fields, std::move(rows))};
  if (!left_out.empty()) notes.lines.push_back(std::move(left_out));
  const Rows cells = {
      drawn.size(),
      [&](std::size_t i, FieldId field) { return subject.table.value(field, drawn[i].row); },
      [&](std::size_t i) { return drawn[i].uncertain; }};
  for (std::string& line : mark_notes(cells, fields)) notes.lines.push_back(std::move(line));
  return notes;
}

std::string price_title(FieldId price) {
  const Field& field = kFields[price];
  const bool blended = field.name == "price_blended";
  return (blended ? "blended price (3:1)" : std::string(field.help)) + ", " +
         std::string(field.unit);
}

std::string bars_title(std::string_view name, const BarData& data, Better better) {
  if (data.beyond == 0) return fmt::format("{} of {}", name, counted(data.rows.size(), "model"));
  return fmt::format("{}: the {} {} of {} models", name, better == Better::none ? "lowest" : "best",
                     data.rows.size(), data.rows.size() + data.beyond);
}

}  // namespace

Better better_of(FieldId field, const QualityInForce& quality) {
  const bool score = field == field_id("quality");
  return score && quality.metric != nullptr ? quality.metric->better : kFields[field].better;
}

std::string_view unit_of(FieldId field, const QualityInForce& quality) {
  const bool score = field == field_id("quality");
  return score && quality.metric != nullptr ? quality.metric->unit : kFields[field].unit;
}

Scatter scatter_of(const PlotSubject& subject, const ScatterData& data, FieldId price) {
  const FieldId quality = field_id("quality");
  const std::string metric(subject.quality.metric->title);
  const std::string_view unit = unit_of(quality, subject.quality);
  Scatter scatter{.title = fmt::format("Price and quality ({}) of {}", metric,
                                       counted(data.rows.size(), "model")),
                  .x_title = price_title(price),
                  .y_title = metric + (unit.empty() ? "" : ", " + std::string(unit)),
                  .better = better_of(quality, subject.quality)};
  const FieldId fields[] = {price, quality};
  for (const ScatterRow& row : data.rows) {
    const std::string about = fmt::format("{}: ${}, {}", subject.table.id(row.row),
                                          figure_of(subject.table, row.row, price),
                                          figure_of(subject.table, row.row, quality));
    scatter.points.push_back({.label = label_of(subject.table, row.row, fields, row.uncertain),
                              .about = about,
                              .x = to_double(row.price),
                              .y = to_double(row.quality),
                              .frontier = row.frontier,
                              .closed = is_reference(subject.table.id(row.row))});
  }
  return scatter;
}

Bars bars_of(const PlotSubject& subject, const BarData& data, FieldId field) {
  const bool score = field == field_id("quality");
  const Better better = better_of(field, subject.quality);
  const std::string_view name = score ? subject.quality.metric->title : kFields[field].name;
  Bars bars{.title = bars_title(name, data, better),
            .unit = std::string(unit_of(field, subject.quality)),
            .better = better};
  for (const BarRow& row : data.rows) {
    bars.bars.push_back({.label = label_of(subject.table, row.row, {}, row.uncertain),
                         .figure = figure_of(subject.table, row.row, field),
                         .value = static_cast<double>(row.billionths) / Decimal::kScale,
                         .closed = is_reference(subject.table.id(row.row))});
  }
  return bars;
}

PlotNotes notes_of(const PlotSubject& subject, const ScatterData& data, FieldId price) {
  const std::pair<std::size_t, std::string_view> counts[] = {{data.no_price, "without a price"},
                                                             {data.free_only, "free only"},
                                                             {data.no_quality, "without a score"}};
  const FieldId fields[] = {price, field_id("quality")};
  return notes_about<ScatterRow>(subject, data.rows, fields, left_out_note(counts));
}

PlotNotes notes_of(const PlotSubject& subject, const BarData& data, FieldId field) {
  const std::string without = fmt::format("without a value of {}", kFields[field].name);
  const std::pair<std::size_t, std::string_view> counts[] = {{data.unknown, without},
                                                             {data.free_only, "free only"}};
  const FieldId fields[] = {field};
  PlotNotes notes = notes_about<BarRow>(subject, data.rows, fields, left_out_note(counts));
  if (field != field_id("quality")) {
    notes.lines.insert(notes.lines.begin(),
                       fmt::format("{}: {}", kFields[field].name, kFields[field].help));
  }
  return notes;
}

std::vector<std::string> picture_notes(const PlotNotes& notes,
                                       std::span<const PlotSource> sources) {
  std::vector<std::string> lines = footer_lines(notes.parts, 0, /*unicode=*/true);
  lines.insert(lines.end(), notes.lines.begin(), notes.lines.end());
  std::vector<std::string> texts;
  for (const PlotSource& source : sources) {
    std::string text = source.title.empty() ? source.name : source.title;
    if (source.as_of) text += " (" + to_text(*source.as_of) + ")";
    texts.push_back(std::move(text));
  }
  if (!texts.empty()) lines.push_back("Sources: " + join(texts, ", "));
  std::vector<std::string> credits;
  for (const PlotSource& source : sources) {
    if (!source.credit.empty()) credits.push_back(source.credit);
  }
  if (!credits.empty()) lines.push_back("Credit: " + join(credits, "; "));
  return lines;
}

}  // namespace oms
