// Foreign text inside of HTML and SVG.
#include "oms/base/text.h"
#include "oms/render/render.h"

namespace oms {
namespace {

void remove_all(std::string& text, std::string_view bytes) {
  for (std::size_t at = 0; (at = text.find(bytes, at)) != std::string::npos;) {
    text.erase(at, bytes.size());
  }
}

}  // namespace

std::string markup_text(std::string_view raw) {
  std::string safe;
  for (const char c : printable(raw)) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  remove_all(safe, "\xEF\xBF\xBE");  // U+FFFE and U+FFFF are no characters of XML
  remove_all(safe, "\xEF\xBF\xBF");
  return safe;
}

std::string markup_id(std::string_view id) {
  std::string safe = markup_text(id);
  const std::size_t slash = safe.find('/');
  if (slash != std::string::npos) safe.insert(slash + 1, "<wbr>");
  return safe;
}

}  // namespace oms
