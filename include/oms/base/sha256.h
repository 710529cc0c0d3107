// SHA-256 (FIPS 180-4): pins a file by its content, so that nobody can exchange it unnoticed.
#pragma once

#include <string>
#include <string_view>

namespace oms {

// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace oms
