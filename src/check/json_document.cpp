#include "check/json_document.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {

std::string json_document_text(const Json& document) {
  constexpr auto kReplace = Json::error_handler_t::replace;
  std::string text = document.dump(2, ' ', /*ensure_ascii=*/false, kReplace);
  // Characters that JSON may carry as they are, but that a terminal obeys (U+009B, U+202E).
  std::string line = text;
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (printable(line) != line) text = document.dump(2, ' ', /*ensure_ascii=*/true, kReplace);
  // "##[" and "##vso[" are commands to the runners of CI jobs. Only strings have a "#".
  for (std::size_t at = 0; (at = text.find("##", at)) != std::string::npos;) {
    text.replace(at, 1, "\\u0023");
  }
  return text + '\n';
}

void write_json_document(const Json& document, Sink& sink) {
  sink.write(json_document_text(document));
}

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

}  // namespace oms
