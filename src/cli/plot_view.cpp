#include "cli/plot_view.h"

#include <fmt/format.h>

#include <algorithm>

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

// What a picture is about.
struct Shown {
  std::vector<FieldId> fields = {};
  bool unicode = true;

  bool any(bool (*is)(FieldId)) const { return std::any_of(fields.begin(), fields.end(), is); }
};
bool is_money(FieldId field) { return kFields[field].show == Show::usd; }
bool is_quality(FieldId field) { return field == field_id("quality"); }

// As `list` has it, but of what is drawn.
std::vector<std::string> parts_of(const PlotSubject& subject, const Shown& shown,
                                  std::vector<Row> rows) {
  Answer drawn;
  drawn.rows = std::move(rows);
  drawn.matched = subject.answer.matched;
  drawn.unknown = subject.answer.unknown;
  Selection selection = subject.asked.selection;
  if (!shown.any(is_quality)) selection.quality = {};
  if (!shown.any(is_money)) selection.pricing = {};
  auto parts = footer_parts(drawn, subject.asked.catalog, selection, subject.now_ms, shown.unicode);
  std::erase_if(parts, [&](const std::string& part) {
    if (part.starts_with("prices ")) return !shown.any(is_money);
    return part.starts_with("quality: ") && !shown.any(is_quality);
  });
  return parts;
}

template <typename Drawn>
PlotNotes notes_about(const PlotSubject& subject, std::span<const Drawn> drawn, const Shown& shown,
                      std::string left_out) {
  std::vector<Row> rows;
  for (const Drawn& one : drawn) rows.push_back(one.row);
  PlotNotes notes{.parts = parts_of(subject, shown, std::move(rows))};
  if (!left_out.empty()) notes.lines.push_back(std::move(left_out));
  const Rows cells = {
      drawn.size(),
      [&](std::size_t i, FieldId field) { return subject.table().value(field, drawn[i].row); },
      [&](std::size_t i) { return drawn[i].uncertain; }};
  for (std::string& line : mark_notes(cells, shown.fields)) notes.lines.push_back(std::move(line));
  return notes;
}

std::string bars_title(std::string_view name, const BarData& data, Better better) {
  if (data.beyond == 0) return fmt::format("{} of {}", name, counted(data.rows.size(), "model"));
  return fmt::format("{}: the {} {} of {} models", name, better == Better::none ? "lowest" : "best",
                     data.rows.size(), data.rows.size() + data.beyond);
}

}  // namespace

std::string figure_text(const Table& table, Row row, FieldId field) {
  const Field& about = kFields[field];
  std::string text = display_text(about, table.value(field, row), /*unicode=*/true);
  if (!has_mark(table, row, about)) return text;
  return about.mark == "~" ? std::string(about.mark) + text : text + std::string(about.mark);
}

Better better_of(FieldId field, const QualityInForce& quality) {
  return is_quality(field) && quality.metric != nullptr ? quality.metric->better
                                                        : kFields[field].better;
}

std::string_view unit_of(FieldId field, const QualityInForce& quality) {
  return is_quality(field) && quality.metric != nullptr ? quality.metric->unit
                                                        : kFields[field].unit;
}

std::string price_title(const Asked& asked, bool unicode) {
  const Pricing& pricing = asked.selection.pricing;
  if (pricing.workload) return "bill of " + workload_text(pricing, unicode);
  return "blended price (" + ratio_text(pricing.ratio) + ")";
}

Scatter scatter_of(const PlotSubject& subject, const ScatterData& data, bool unicode) {
  const FieldId price = price_field(subject.asked.axis());
  const FieldId quality = field_id("quality");
  const std::string metric(subject.quality().metric->title);
  const std::string_view unit = unit_of(quality, subject.quality());
  const bool bill = subject.asked.axis() == PriceAxis::bill;
  Scatter scatter{
      .title = fmt::format("{} and quality ({}) of {}", bill ? "Bill" : "Price", metric,
                           counted(data.rows.size(), "model")),
      .x_title = price_title(subject.asked, unicode) + (bill ? ", USD" : ", USD per 1M tokens"),
      .y_title = metric + (unit.empty() ? "" : ", " + std::string(unit)),
      .better = subject.quality().better()};
  const FieldId fields[] = {price, quality};
  for (const ScatterRow& row : data.rows) {
    const std::string about = fmt::format("{}: ${}, {}", subject.table().id(row.row),
                                          figure_text(subject.table(), row.row, price),
                                          figure_text(subject.table(), row.row, quality));
    scatter.points.push_back({.label = label_of(subject.table(), row.row, fields, row.uncertain),
                              .about = about,
                              .x = to_double(row.price),
                              .y = to_double(row.quality),
                              .frontier = row.frontier,
                              .closed = is_reference(subject.table().id(row.row))});
  }
  return scatter;
}

Bars bars_of(const PlotSubject& subject, const BarData& data, FieldId field) {
  const bool score = is_quality(field);
  const Better better = better_of(field, subject.quality());
  const std::string_view name = score ? subject.quality().metric->title : kFields[field].name;
  Bars bars{.title = bars_title(name, data, better),
            .unit = std::string(unit_of(field, subject.quality())),
            .better = better};
  for (const BarRow& row : data.rows) {
    bars.bars.push_back({.label = label_of(subject.table(), row.row, {}, row.uncertain),
                         .figure = figure_text(subject.table(), row.row, field),
                         .value = static_cast<double>(row.billionths) / Decimal::kScale,
                         .closed = is_reference(subject.table().id(row.row))});
  }
  return bars;
}

PlotNotes notes_of(const PlotSubject& subject, const ScatterData& data, bool unicode) {
  const std::pair<std::size_t, std::string_view> counts[] = {
      {data.left_out.no_price, "without a price"},
      {data.left_out.free_only, "free only"},
      {data.left_out.no_quality, "without a score"},
      {data.left_out.neither, "with neither"}};
  const Shown shown{{price_field(subject.asked.axis()), field_id("quality")}, unicode};
  return notes_about<ScatterRow>(subject, data.rows, shown, left_out_note(counts));
}

std::string meaning(FieldId field, const PlotSubject& subject) {
  const Ratio ratio = subject.asked.selection.pricing.ratio;
  if (kFields[field].name == "price_blended" && ratio != Ratio{}) {
    return "input and output price of the offer shown, " + ratio_text(ratio);
  }
  return std::string(kFields[field].help);
}

PlotNotes notes_of(const PlotSubject& subject, const BarData& data, FieldId field, bool unicode) {
  const std::string without = fmt::format("without a value of {}", kFields[field].name);
  const std::pair<std::size_t, std::string_view> counts[] = {{data.unknown, without},
                                                             {data.free_only, "free only"}};
  PlotNotes notes =
      notes_about<BarRow>(subject, data.rows, {{field}, unicode}, left_out_note(counts));
  if (!is_quality(field)) {
    notes.lines.insert(notes.lines.begin(),
                       fmt::format("{}: {}", kFields[field].name, meaning(field, subject)));
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
