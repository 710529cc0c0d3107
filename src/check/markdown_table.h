// Tables of Markdown for a report's summary and its inventory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/check/report.h"

namespace oms {

// The titles and the line below them.
std::string markdown_header(const std::vector<std::string>& titles);

// A cell of a stranger's text, a dash when there is none.
std::string markdown_cell(std::string_view text);
// The class of the declared license, or of what the policy states in its place.
std::string own_class(const CheckedModel& model);
// The places below each other, at most so many of them; 0 = all.
std::string markdown_places(const std::vector<Place>& places, std::size_t most);

}  // namespace oms
