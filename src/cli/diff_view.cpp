#include "cli/diff_view.h"

#include <fmt/format.h>

#include <set>

#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string value_text(const Change& change, const RecordCell& cell, const Style& style) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  const auto* number = std::get_if<Decimal>(&cell);
  if (number == nullptr) return "unknown";
  if (change.kind != ChangeKind::price) return to_text(*number);
  return display_text(kFields[field_id(change.field)], Value(*number), style.unicode);
}

std::string percent_text(Decimal percent, const Style& style) {
  std::string digits = to_text(percent);
  if (!digits.starts_with('-')) return fmt::format(" (+{} %)", digits);
  digits.erase(0, 1);
  return fmt::format(" ({}{} %)", style.unicode ? "−" : "-", digits);
}

std::string name_of_figure(const Change& change) {
  if (change.kind == ChangeKind::price) return change.field == "price_input" ? "in " : "out ";
  return change.kind == ChangeKind::score || change.kind == ChangeKind::replaced
             ? change.field + " "
             : "";
}

std::string what_text(const Change& change, const Style& style) {
  if (change.field.empty()) return "";
  if (change.kind == ChangeKind::renamed) return "was " + value_text(change, change.before, style);
  std::string text = name_of_figure(change) + value_text(change, change.before, style);
  text.append(arrow(style)).append(value_text(change, change.after, style));
  if (change.percent) text += percent_text(*change.percent, style);
  return text;
}

std::vector<std::vector<std::string>> cells_of(const DiffView& view, const Style& style) {
  std::vector<std::vector<std::string>> rows;
  for (const Change& change : view.rows) {
    rows.push_back({std::string(word_of(change.kind).word), change.id, what_text(change, style)});
    if (view.has_gate) rows.back().emplace_back(change.fails ? "fails" : "");
  }
  return rows;
}

std::vector<TextColumn> columns_of(const DiffView& view) {
  std::vector<TextColumn> columns = {
      {.title = "CHANGE"}, {.title = "MODEL", .middle = true, .flexible = true}, {.title = "WHAT"}};
  if (view.has_gate) columns.push_back({.title = "GATE"});
  return columns;
}

std::string counts_line(const DiffView& view, const Style& style) {
  if (view.counts.empty()) return "no changes";
  return join(view.counts, style.unicode ? " · " : " | ");
}

}  // namespace

std::string_view arrow(const Style& style) { return style.unicode ? " → " : " -> "; }

std::vector<std::string> count_texts(const ChangeList& changes) {
  std::vector<std::string> texts;
  for (const ChangeWord& word : change_words()) {
    const std::size_t models = changes.models(word.kind);
    if (models > 0) texts.push_back(fmt::format("{} {}", models, word.word));
  }
  for (const ChangeWord& word : change_words()) {
    const std::size_t models = changes.one_sided(word.kind);
    if (models > 0)
      texts.push_back(fmt::format("{} {} unknown before or after", models, word.word));
  }
  return texts;
}

std::string diff_table(const DiffView& view, const Style& style) {
  std::string text = counts_line(view, style) + "\n";
  if (view.rows.empty()) return text;
  return text + text_table(columns_of(view), cells_of(view, style), style);
}

std::string diff_markdown(const DiffView& view, const Style& style) {
  std::string text = "**" + counts_line(view, style) + "** (" +
                     minute_text(snapshot_time(view.snapshots.before)) + std::string(arrow(style)) +
                     minute_text(snapshot_time(view.snapshots.after)) + " UTC)";
  if (view.rows.size() < view.total) {
    text += fmt::format(", {} of {} rows", view.rows.size(), view.total);
  }
  text += "\n";
  if (view.rows.empty()) return text;
  std::vector<std::string> titles;
  for (const TextColumn& column : columns_of(view)) titles.push_back(column.title);
  text += "\n";
  if (style.header) text += markdown_row(titles) + markdown_rule(std::vector<bool>(titles.size()));
  for (auto& row : cells_of(view, style)) {
    for (std::string& cell : row) cell = markdown_text(cell);
    text += markdown_row(row);
  }
  return text;
}

std::string diff_ids(std::span<const Change> rows) {
  std::set<std::string_view> told;
  std::string text;
  for (const Change& change : rows) {
    if (told.insert(change.id).second) text += printable(change.id) + "\n";
  }
  return text;
}

}  // namespace oms
