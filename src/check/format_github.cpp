// Workflow commands of GitHub Actions: annotations at the lines that name a model.
#include <array>

#include "check/format_functions.h"
#include "check/format_parts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// GitHub shows so many annotations of a level for one step and drops the rest.
constexpr std::size_t kMostShown = 10;

std::string encoded(std::string_view text, std::string_view characters) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string safe;
  for (const char c : text) {
    if (characters.find(c) == std::string_view::npos) {
      safe += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    safe += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return safe;
}

std::string message_text(std::string_view text) { return encoded(text, "%\r\n"); }
std::string property_text(std::string_view text) { return encoded(printable(text), "%\r\n:,"); }

// What is excused is worth a line, but no alarm.
Level shown_level(const Finding& finding) {
  return finding.excused == Excused::no ? finding.level : Level::note;
}

std::string command_of(Level level) {
  return level == Level::note ? "notice" : std::string(level_word(level));
}

std::string message_of(const Finding& finding) {
  std::string text = finding_text(finding);
  const std::string excuse = excuse_text(finding);
  if (!excuse.empty()) text += "\n" + excuse;
  if (excuse.empty() && !finding.fix.empty()) text += "\nfix: " + printable(finding.fix);
  if (finding.places.size() > 1) text += "\nalso at " + place_text(finding.places[1]);
  if (finding.places.size() > 2) text += ", " + std::to_string(finding.places.size() - 2) + " more";
  return text;
}

std::string command_line(const Finding& finding) {
  std::string line = "::" + command_of(shown_level(finding)) + " ";
  if (!finding.places.empty() && !finding.places.front().file.empty()) {
    const Place& place = finding.places.front();
    line += "file=" + property_text(plain_path(place.file));
    if (place.line > 0) line += ",line=" + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) line += ",col=" + std::to_string(place.column);
    line += ",";
  }
  return line + "title=" + property_text(finding.rule->id) +
         "::" + message_text(message_of(finding)) + "\n";
}

}  // namespace

void write_check_github(const CheckReport& report, Sink& sink, const Style&) {
  std::array<std::size_t, 3> shown = {};  // by level
  std::size_t left_out = 0;
  std::string text;
  for (const Finding& finding : report.findings) {
    const Level level = shown_level(finding);
    std::size_t& count = shown[static_cast<std::size_t>(level)];
    // One notice is kept for the last line.
    if (count == (level == Level::note ? kMostShown - 1 : kMostShown)) {
      ++left_out;
      continue;
    }
    ++count;
    text += command_line(finding);
  }
  std::string last = counts_text(report, /*unicode=*/true);
  if (left_out > 0) last = "+" + std::to_string(left_out) + " more, see the job summary; " + last;
  sink.write(text + "::notice title=oms check::" + message_text(last) + "\n");
}

}  // namespace oms
