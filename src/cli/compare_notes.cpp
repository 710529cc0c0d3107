#include "cli/compare_notes.h"

#include <algorithm>

#include "cli/compare_print.h"
#include "oms/base/text.h"

namespace oms {
namespace {

bool any_cell(const Comparison& comparison, bool (*holds)(const CompareCell&)) {
  return std::any_of(comparison.rows.begin(), comparison.rows.end(), [&](const CompareRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), holds);
  });
}

// Oldest and newest day of the known values of a row.
Span days_of(const CompareRow& row) {
  Span span;
  for (const CompareCell& cell : row.cells) {
    if (is_unknown(cell.value) || !cell.as_of) continue;
    span.first = span.first ? std::min(span.first, cell.as_of) : cell.as_of;
    span.last = std::max(span.last, cell.as_of);
  }
  return span;
}

std::string apart(std::string_view what, const Span& days) {
  return std::string(what) + " of " + to_text(*days.first) + " to " + to_text(*days.last) + ", " +
         std::to_string(days.last->days - days.first->days) + " days apart";
}

// Figures of different days are set against each other: said, not hidden.
void add_days(std::vector<std::string>& notes, const Comparison& comparison) {
  for (const CompareRow& row : comparison.rows) {
    const bool price = row.name == "price_input";
    if (row.metric.empty() && !price) continue;
    const Span days = days_of(row);
    if (!days.first || days.first == days.last) continue;
    notes.push_back(price ? apart("prices: quotes", days) : apart(row.label + ": scores", days));
  }
}

void add_marks(std::vector<std::string>& notes, const NotesOf& of) {
  if (any_cell(of.comparison, [](const CompareCell& cell) { return cell.best; })) {
    notes.push_back(std::string(best_mark(of.unicode)) + (of.unicode ? " best" : "") +
                    " of its row among the known values that differ; a free price takes no part");
  }
  if (any_cell(of.comparison,
               [](const CompareCell& cell) { return cell.note == "read from the name"; })) {
    notes.emplace_back("~ only the name states the parameters");
  }
  if (any_cell(of.comparison, [](const CompareCell& cell) { return cell.note == "old quote"; })) {
    notes.emplace_back("* only quotes over 60 days behind the newest price of the catalog");
  }
}

void add_quality(std::vector<std::string>& notes, const NotesOf& of) {
  if (of.quality == nullptr) {
    notes.emplace_back("quality: no metric measures what all of these models do");
    return;
  }
  std::string text = "quality: " + std::string(of.quality->title);
  if (!of.quality->version.empty()) text += " (" + std::string(of.quality->version) + ")";
  notes.push_back(text + " is the metric in force");
}

void add_credits(std::vector<std::string>& notes, const NotesOf& of) {
  std::vector<std::string> credits;
  for (const CompareRow& row : of.comparison.rows) {
    const Metric* metric = row.known() ? of.metrics.find(row.metric) : nullptr;
    if (metric == nullptr || metric->credit.empty()) continue;
    const std::string credit(metric->credit);
    if (std::find(credits.begin(), credits.end(), credit) == credits.end()) {
      credits.push_back(credit);
    }
  }
  if (!credits.empty()) notes.push_back("Credit: " + join(credits, "; "));
}

}  // namespace

std::vector<std::string> compare_notes(const NotesOf& of) {
  std::vector<std::string> notes;
  add_marks(notes, of);
  add_quality(notes, of);
  if (!of.workload.empty()) notes.push_back("bill: USD for " + of.workload);
  add_days(notes, of.comparison);
  const PeopleRows people = rows_for_people(of.comparison);
  if (!people.without.empty()) {
    notes.push_back("known of none of them: " + join(people.without, ", "));
  }
  if (!of.comparison.unshared.empty()) {
    notes.push_back("scored for one of them only ('oms show'): " +
                    join(of.comparison.unshared, ", "));
  }
  notes.push_back(of.data);
  add_credits(notes, of);
  return notes;
}

}  // namespace oms
