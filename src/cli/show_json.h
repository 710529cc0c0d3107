// `show` for programs.
#pragma once

#include <span>
#include <string>

#include "cli/show_facts.h"

namespace oms {

// One object, one member a line: the fields in table order, then (for all fields) facts, offers,
// observations and lineage. No final newline.
enum class ShowScope : std::uint8_t { everything, fields_only };
std::string show_json(const Shown& shown, std::span<const FieldId> fields, ShowScope scope);

}  // namespace oms
