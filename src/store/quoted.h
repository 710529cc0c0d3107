// Texts as JSON spells them.
#pragma once

#include <string>

namespace oms {

// Appends the text with its quotes. Bytes that are not valid UTF-8 become U+FFFD.
void append_quoted(std::string& out, const std::string& text);

}  // namespace oms
