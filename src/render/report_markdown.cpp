#include "oms/render/render.h"
#include "oms/render/report.h"

namespace oms {
namespace {

std::string cell_text(const ReportCell& cell) {
  return cell.text.empty() ? "–" : markdown_text(cell.text);
}

std::string table_text(const ReportTable& table) {
  std::string text = "## " + markdown_text(table.title) + "\n\n";
  if (!table.about.empty()) text += markdown_text(table.about) + "\n\n";
  std::vector<std::string> cells;
  std::vector<bool> numbers;
  for (const ReportColumn& column : table.columns) {
    cells.push_back(markdown_text(column.title));
    numbers.push_back(column.number);
  }
  text += markdown_row(cells) + markdown_rule(numbers);
  for (const auto& row : table.rows) {
    cells.clear();
    for (const ReportCell& cell : row) cells.push_back(cell_text(cell));
    text += markdown_row(cells);
  }
  return text + "\n";
}

}  // namespace

std::string report_markdown(const Report& report) {
  std::string text = "# " + markdown_text(report.title) + "\n\n";
  for (const auto& [name, value] : report.facts) {
    text += "- **" + markdown_text(name) + "**: " + markdown_text(value) + "\n";
  }
  text += "\n";
  for (const ReportTable& table : report.tables) text += table_text(table);
  if (!report.notes.empty()) text += "## Notes\n\n";
  for (const std::string& note : report.notes) text += "- " + markdown_text(note) + "\n";
  return text;
}

}  // namespace oms
