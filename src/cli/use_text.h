// The ways to start a model: a page that a shell can read as it stands, and records for programs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/records.h"
#include "cli/use_ways.h"

namespace oms {

// Commands between comments; whatever is not a command stands behind a #.
std::string use_page(const UseFacts& facts, const Style& style);

std::span<const RecordColumn> use_columns();
Records use_records(std::span<const UseFacts> models);

// The text as comment lines of a script, wrapped; the later lines are indented.
std::string comment(std::string_view text, std::size_t width);

}  // namespace oms
