#include "cli/error_text.h"

#include "oms/base/text.h"
#include "oms/render/render.h"

namespace oms {
namespace {

std::string_view code_word(Errc code) {
  switch (code) {
    case Errc::no:
      return "no";
    case Errc::usage:
      return "usage";
    case Errc::data:
      return "data";
    case Errc::network:
      break;
  }
  return "network";
}

}  // namespace

std::string error_line(const Error& error) {
  std::string line = "oms: error: " + error.what;
  if (!error.hint.empty()) {
    line += line.ends_with('?') ? " (" + error.hint + ")" : "; " + error.hint;
  }
  return printable(line) + "\n";
}

std::string error_json(const Error& error) {
  const std::string hint = error.hint.empty() ? "null" : json_quote(error.hint);
  return "{\"code\": " + json_quote(code_word(error.code)) +
         ", \"exit_code\": " + std::to_string(static_cast<int>(error.code)) +
         ", \"message\": " + json_quote(error.what) + ", \"hint\": " + hint + "}\n";
}

}  // namespace oms
