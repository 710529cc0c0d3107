// JSON documents as the formats of a report print them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "oms/env/sink.h"

namespace oms {

using Json = nlohmann::ordered_json;  // keys keep their order

// Indented, with a final newline. Nothing in it acts on a terminal or on a runner of CI jobs, and
// it is valid whatever bytes the strings hold.
std::string json_document_text(const Json& document);
void write_json_document(const Json& document, Sink& sink);

Json text_or_null(std::string_view text);  // "" is null

}  // namespace oms
