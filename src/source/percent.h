// Percent-encoding of values in a query (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace oms {

// Keeps letters, digits and "-_.~" only.
std::string percent_encode(std::string_view text);
// A '%' that no two hex digits follow stays as it is.
std::string percent_decode(std::string_view text);

}  // namespace oms
