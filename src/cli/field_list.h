// The value of --fields, and what stands in its place.
#pragma once

#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/model.h"

namespace oms {

// "id,price_output": names in the order to print. Errc::usage: an unknown name (with a
// suggestion), one that stands twice, or none at all.
Result<std::vector<FieldId>> parse_field_list(std::string_view text);

// What JSON carries of a model when no fields are chosen.
std::vector<FieldId> every_field_but_scores();

}  // namespace oms
