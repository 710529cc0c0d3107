// A comparison for people: text for a terminal, Markdown, or a page of HTML that needs nothing
// else.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/compare_grid.h"
#include "oms/render/render.h"

namespace oms {

// As many models side by side as the width holds without cutting a figure, the others below them.
std::string compare_text(const Comparison& comparison, std::span<const std::string> notes,
                         const Style& style);
std::string compare_markdown(const Comparison& comparison, std::span<const std::string> notes);
std::string compare_html(const Comparison& comparison, std::span<const std::string> notes);

// Rows with a value, in their order; labels of the others.
struct PeopleRows {
  std::vector<const CompareRow*> rows = {};
  std::vector<std::string> without = {};
};
PeopleRows rows_for_people(const Comparison& comparison);

std::string_view best_mark(bool unicode);
// "0.10 ▲", "–"
std::string cell_text(const CompareCell& cell, bool unicode);
// "Arena text, Elo"; of a field its label alone.
std::string row_label(const CompareRow& row);
// Heading of a group: "Price, USD per 1M tokens".
std::string group_title(std::string_view group);

}  // namespace oms
