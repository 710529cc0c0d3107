// A report as one format prints it, and texts that strangers may hand in.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "oms/base/text.h"
#include "oms/check/formats.h"
#include "support/check_report.h"

namespace oms {

inline std::string printed(std::string_view format, const CheckReport& report,
                           const Style& style = {}) {
  StringSink sink;
  find_check_format(format)->write(report, sink, style);
  return sink.text;
}

// As printed for a report with `text` wherever a stranger's text can stand.
inline std::string hostile(std::string_view format, std::string_view text) {
  return printed(format, samples::hostile_report(text));
}

inline constexpr std::string_view kHostileTexts[] = {
    "a\nb",
    "a\r\nb",
    "100%",
    "::error::x",
    "a|b",
    "]]>",
    "<script>x",
    "&lt;",
    "\"'",
    "\x01\x1b[31mred",
    "\x7f",
    "\xc2\x9b",
    "\u202Ered",
    "\u2066x",
    "=cmd",
    "[x](y://z)",
    "##[warning]x",
    "##vso[x]y",
    "\u00a0::error::x",
    "\xff\xfe",
    "\xef\xbf\xbe",
    "a,b:c;d=e",
    "{0}",
    "a  b/::error::x",
};

// No byte that a terminal obeys but the line breaks, and no command to a runner of CI jobs.
inline bool is_inert(std::string text) {
  if (text.find("##[") != text.npos || text.find("##vso[") != text.npos) return false;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return printable(text) == text;
}

// `text` with every `from` replaced.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace oms
