#include <algorithm>

#include "oms/base/text.h"
#include "oms/render/render.h"
#include "oms/render/report.h"

namespace oms {
namespace {

// Colors of paper and of a dark screen; black on white in print, the headings on every page.
constexpr std::string_view kStyleSheet = R"(
:root { color-scheme: light dark; --ink: #1a1c20; --faint: #565d69; --paper: #ffffff;
  --line: #d8dce2; --head: #f1f3f6; --focus: #0b5cad; --good: #14532d; --good-back: #e3f2e6;
  --middle: #713f12; --middle-back: #fbf0cf; --bad: #7f1d1d; --bad-back: #fbe4e2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --faint: #a3acb8; --paper: #14161a;
  --line: #343a43; --head: #1d2127; --focus: #7db8f0; --good: #9fe0b1; --good-back: #16321f;
  --middle: #f0d48a; --middle-back: #3a2f10; --bad: #f5b5ae; --bad-back: #3f1a18; }
  figure svg { filter: invert(0.91) hue-rotate(180deg); } }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 92rem; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
p, ul { color: var(--faint); margin: .3rem 0 .7rem; }
ul { padding-left: 1.2rem; }
.tool { position: sticky; top: 0; z-index: 1; padding: .6rem 0; background: var(--paper);
  border-bottom: 1px solid var(--line); }
.tool input { width: min(24rem, 100%); padding: .35rem .6rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--faint); border-radius: 4px; }
.tool output { margin-left: .6rem; color: var(--faint); white-space: nowrap; }
.wide { overflow-x: auto; }
.wide:focus-visible, button:focus-visible, input:focus-visible { outline: 2px solid var(--focus);
  outline-offset: 1px; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left;
  vertical-align: top; }
thead th { background: var(--head); font-size: .85em; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 11rem; max-width: 22rem; overflow-wrap: anywhere; }
td { max-width: 26rem; }
.number { text-align: right; white-space: nowrap; }
.short { white-space: nowrap; }
button { all: unset; cursor: pointer; }
button::after { content: " \2195"; color: var(--faint); }
[aria-sort=ascending] button::after { content: " \2191"; color: inherit; }
[aria-sort=descending] button::after { content: " \2193"; color: inherit; }
.good { color: var(--good); background: var(--good-back); }
.middle { color: var(--middle); background: var(--middle-back); }
.bad { color: var(--bad); background: var(--bad-back); }
.unknown { color: var(--faint); }
figure { margin: 1rem 0; overflow-x: auto; }
figure svg { display: block; width: 100%; min-width: 44rem; height: auto; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; }
  body { margin: 1rem auto; } tbody th { min-width: 9rem; } }
@media print { :root { --ink: #000; --faint: #444; --paper: #fff; --line: #999; --head: #eee;
    --good: #000; --good-back: #fff; --middle: #000; --middle-back: #fff; --bad: #000;
    --bad-back: #fff; }
  body { margin: 0; max-width: none; font-size: 8.5pt; }
  .tool { display: none; }
  button::after { content: "" !important; }
  .wide, figure { overflow: visible; }
  figure svg { filter: none; min-width: 0; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2 { break-after: avoid; }
  th, td { padding: .15rem .3rem; } }
)";

// Without it all rows are there in the order of the document. Rows without a value stay last.
constexpr std::string_view kScript = R"(
"use strict";
const tables = [...document.querySelectorAll("table")];
for (const table of tables) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const isNumber = head.classList.contains("number");
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => row.cells[column].dataset.key ?? "";
      const compare = (a, b) => isNumber ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
      const rows = [...table.tBodies[0].rows].sort((a, b) => {
        const left = key(a), right = key(b);
        if (left === "" || right === "") return (left === "") - (right === "");
        return up ? compare(left, right) : compare(right, left);
      });
      table.tBodies[0].append(...rows);
    });
  });
}
const filter = document.getElementById("filter");
const told = document.getElementById("told");
filter.addEventListener("input", () => {
  const words = filter.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
  tables.forEach((table, number) => {
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    if (number > 0) return;
    told.textContent = rows.filter((row) => !row.hidden).length + " of " + rows.length;
  });
});
document.querySelector(".tool").hidden = false;
)";

std::string_view word_of(ReportTone tone) {
  constexpr std::string_view kWords[] = {"", "good", "middle", "bad"};
  return kWords[static_cast<std::size_t>(tone)];
}

// Words and dates stay in one line.
constexpr std::size_t kShort = 16;

std::string classes(bool number, const ReportCell& cell, bool names_row) {
  std::string names = number ? "number" : "";
  const auto add = [&](std::string_view name) {
    if (!name.empty()) names.append(names.empty() ? "" : " ").append(name);
  };
  if (!number && !names_row && cell.text.size() <= kShort) add("short");
  add(cell.text.empty() ? "unknown" : word_of(cell.tone));
  return names.empty() ? "" : " class=\"" + names + "\"";
}

std::string cell_html(const ReportColumn& column, const ReportCell& cell, bool names_row) {
  const std::string_view tag = names_row ? "th" : "td";
  std::string text = "<" + std::string(tag) + (names_row ? " scope=\"row\"" : "");
  text += classes(column.number, cell, names_row);
  if (!cell.key.empty()) text += " data-key=\"" + markup_text(cell.key) + "\"";
  text += ">";
  if (cell.text.empty()) {
    text += "–";
  } else {
    text += names_row ? markup_id(cell.text) : markup_text(cell.text);
  }
  return text.append("</").append(tag).append(">");
}

std::string table_html(const ReportTable& table, std::size_t number) {
  const std::string id = "table-" + std::to_string(number);
  std::string text = "<h2 id=\"" + id + "\">" + markup_text(table.title) + "</h2>\n";
  if (!table.about.empty()) text += "<p>" + markup_text(table.about) + "</p>\n";
  text += "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id +
          "\">\n<table aria-labelledby=\"" + id + "\">\n<thead><tr>";
  for (const ReportColumn& column : table.columns) {
    text += "<th scope=\"col\"" + std::string(column.number ? " class=\"number\"" : "");
    if (!column.help.empty()) text += " title=\"" + markup_text(column.help) + "\"";
    text += ">" + markup_text(column.title) + "</th>";
  }
  text += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    text += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += cell_html(table.columns[i], row[i], i == 0);
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n</div>\n";
}

std::string head_html(const Report& report) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"generator\" content=\"oms\">\n<title>" +
         markup_text(report.title) + "</title>\n<style>" + std::string(kStyleSheet) +
         "</style>\n</head>\n";
}

}  // namespace

std::string report_html(const Report& report) {
  std::string text =
      head_html(report) + "<body>\n<main>\n<h1>" + markup_text(report.title) + "</h1>\n<dl>\n";
  for (const auto& [name, value] : report.facts) {
    text += "<dt>" + markup_text(name) + "</dt><dd>" + markup_text(value) + "</dd>\n";
  }
  text +=
      "</dl>\n<div class=\"tool\" hidden>\n<label>Filter <input id=\"filter\" type=\"search\" "
      "placeholder=\"words of a row\" autocomplete=\"off\"></label>"
      "<output id=\"told\" for=\"filter\" aria-live=\"polite\"></output>\n</div>\n";
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    text += table_html(report.tables[i], i);
    if (i > 0 || report.picture.empty()) continue;
    text += "<h2>" + markup_text(report.picture_title) + "</h2>\n<figure>\n" + report.picture +
            "</figure>\n";
  }
  if (!report.notes.empty()) text += "<h2>Notes</h2>\n<ul>\n";
  for (const std::string& note : report.notes) text += "<li>" + markup_text(note) + "</li>\n";
  if (!report.notes.empty()) text += "</ul>\n";
  return text + "</main>\n<script>" + std::string(kScript) + "</script>\n</body>\n</html>\n";
}

}  // namespace oms
