// A comparison to hand on: Markdown for a pull request, HTML for everybody else.
#include "cli/compare_print.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Colors of paper and of a dark screen; printed black on white, the headings on every page.
constexpr std::string_view kStyleSheet = R"(
:root { color-scheme: light dark; --ink: #1a1c20; --faint: #5d6470; --paper: #ffffff;
  --line: #d8dce2; --head: #f1f3f6; --best: #e3f2e6; --best-ink: #14532d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --faint: #9aa3af;
  --paper: #14161a; --line: #343a43; --head: #1d2127; --best: #16321f; --best-ink: #9fe0b1; } }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem; text-align: left;
  vertical-align: top; }
thead th { overflow-wrap: break-word; background: var(--head); }
tbody th { font-weight: normal; color: var(--faint); white-space: nowrap; }
tr.group th { padding-top: 1.2rem; font-weight: 600; color: var(--ink); white-space: normal; }
td.best { background: var(--best); color: var(--best-ink); font-weight: 600; }
.aside { color: var(--faint); font-size: .85em; font-weight: normal; }
ul { color: var(--faint); font-size: .85em; padding-left: 1.2rem; }
@media print { :root { --ink: #000; --faint: #444; --paper: #fff; --line: #999; --head: #eee;
    --best: #fff; --best-ink: #000; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; } }
)";

std::string html_cell(const CompareCell& cell) {
  std::string text = cell.best ? "<td class=\"best\">" : "<td>";
  text += markup_text(cell_text(cell, true));
  if (!cell.aside.empty()) text += " <span class=\"aside\">" + markup_text(cell.aside) + "</span>";
  return text + "</td>";
}

std::string html_rows(const Comparison& comparison) {
  std::string text;
  std::string_view group;
  const std::string columns = std::to_string(comparison.ids.size() + 1);
  const PeopleRows people = rows_for_people(comparison);
  for (const CompareRow* row : people.rows) {
    if (row->group != group) {
      text += "<tr class=\"group\"><th colspan=\"" + columns + "\" scope=\"colgroup\">" +
              markup_text(group_title(row->group)) + "</th></tr>\n";
    }
    group = row->group;
    text += "<tr><th scope=\"row\">" + markup_text(row_label(*row)) + "</th>";
    for (const CompareCell& cell : row->cells) text += html_cell(cell);
    text += "</tr>\n";
  }
  return text;
}

std::string markdown_cell(const CompareCell& cell) {
  std::string text = markdown_text(cell_text(cell, true));
  if (cell.best) text = "**" + text + "**";
  if (!cell.aside.empty()) text += " " + markdown_text(cell.aside);
  return text;
}

}  // namespace

std::string compare_markdown(const Comparison& comparison, std::span<const std::string> notes) {
  std::string text = "|  |";
  std::string rule = "| --- |";
  std::string empty;
  for (const std::string& id : comparison.ids) {
    text += " " + markdown_text(id) + " |";
    rule += " --- |";
    empty += "  |";
  }
  text += "\n" + rule + "\n";
  std::string_view group;
  const PeopleRows people = rows_for_people(comparison);
  for (const CompareRow* row : people.rows) {
    if (row->group != group) {
      text += "| **" + markdown_text(group_title(row->group)) + "** |" + empty + "\n";
    }
    group = row->group;
    text += "| " + markdown_text(row_label(*row)) + " |";
    for (const CompareCell& cell : row->cells) text += " " + markdown_cell(cell) + " |";
    text += "\n";
  }
  text += "\n";
  for (const std::string& note : notes) text += "- " + markdown_text(note) + "\n";
  return text;
}

std::string compare_html(const Comparison& comparison, std::span<const std::string> notes) {
  const std::string title = markup_text(join(comparison.ids, ", "));
  std::string text =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"oms\">\n<title>" +
      title + "</title>\n<style>" + std::string(kStyleSheet) +
      "</style>\n</head>\n<body>\n<h1>Models side by side</h1>\n<div class=\"wide\">\n<table>\n"
      "<thead><tr><td></td>";
  for (const std::string& id : comparison.ids) {
    text += "<th scope=\"col\">" + markup_id(id) + "</th>";
  }
  text += "</tr></thead>\n<tbody>\n" + html_rows(comparison) + "</tbody>\n</table>\n</div>\n<ul>\n";
  for (const std::string& note : notes) text += "<li>" + markup_text(note) + "</li>\n";
  return text + "</ul>\n</body>\n</html>\n";
}

}  // namespace oms
