// The JSON Schema of the json format, made from the same tables as the output.
#pragma once

#include <string>

namespace oms {

std::string check_schema_text();  // draft-07, as data/schema/check.schema.json has it

}  // namespace oms
