#include "check/markdown_table.h"

#include "check/format_parts.h"
#include "oms/base/text.h"
#include "oms/render/render.h"

namespace oms {

std::string markdown_header(const std::vector<std::string>& titles) {
  return markdown_row(titles) + markdown_rule(std::vector<bool>(titles.size()));
}

std::string markdown_cell(std::string_view text) {
  return text.empty() ? "–" : markdown_text(text);
}

std::string markdown_places(const std::vector<Place>& places, std::size_t most) {
  std::vector<std::string> lines;
  for (const Place& place : places) {
    if (!place.file.empty()) lines.push_back(markdown_text(place_text(place)));
  }
  if (lines.empty()) return "–";
  if (most > 0 && lines.size() > most + 1) {
    const std::string more = "and " + std::to_string(lines.size() - most) + " more";
    lines.resize(most);
    lines.push_back(more);
  }
  return join(lines, "<br>");
}

std::string own_class(const CheckedModel& model) {
  return markdown_cell(model.license_class) + (model.clarified ? " (clarified)" : "");
}

}  // namespace oms
