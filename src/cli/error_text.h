// How an error is printed on stderr.
#pragma once

#include <string>

#include "oms/base/result.h"

namespace oms {

// "oms: error: unknown task 'chatt'; did you mean 'chat'? ('oms tasks' lists all)", with newline.
std::string error_line(const Error& error);
// The same as one JSON object: code, exit_code, message, hint.
std::string error_json(const Error& error);

}  // namespace oms
