#include "oms/scan/gitignore.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// A [class] at `at`: where it ends and whether `c` is in it; kNone when it is none.
struct ClassMatch {
  std::size_t end = kNone;
  bool fits = false;
};

ClassMatch match_class(std::string_view pattern, std::size_t at, char c) {
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool fits = false;
  for (bool first = true; i < pattern.size(); first = false) {
    if (pattern[i] == ']' && !first) return {i + 1, fits != negated};
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    const char low = pattern[i++];
    char high = low;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
      high = pattern[i + 1];
      i += 2;
    }
    fits = fits || (low <= c && c <= high);
  }
  return {};
}

// Whether the pattern's element at `at` takes `c`; then `at` is moved behind it.
bool take_one(std::string_view pattern, std::size_t& at, char c) {
  if (at >= pattern.size()) return false;
  if (pattern[at] == '?') {
    ++at;
    return true;
  }
  if (pattern[at] == '[') {
    const ClassMatch match = match_class(pattern, at, c);
    if (match.end != kNone) {
      if (match.fits) at = match.end;
      return match.fits;
    }
  }
  std::size_t literal = at;
  if (pattern[literal] == '\\' && literal + 1 < pattern.size()) ++literal;
  if (pattern[literal] != c) return false;
  at = literal + 1;
  return true;
}

using Parts = std::vector<std::string>;

// As fits_wildcard, with folders for bytes and "**" for '*': goes back to the last "**" only, so
// that no pattern takes more than parts times folders.
bool fits_path(const Parts& parts, const std::vector<std::string_view>& path) {
  std::size_t part = 0;
  std::size_t at = 0;
  std::size_t star = kNone;
  std::size_t star_at = 0;
  while (at < path.size()) {
    if (part < parts.size() && parts[part] == "**") {
      star = part++;
      star_at = at;
    } else if (part < parts.size() && fits_wildcard(parts[part], path[at])) {
      ++part;
      ++at;
    } else if (star != kNone) {
      part = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (part < parts.size() && parts[part] == "**") ++part;
  return part == parts.size();
}

// Blanks at the end do not count, unless a backslash stands in front.
std::string_view without_blanks(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) {
    if (line.size() > 1 && line[line.size() - 2] == '\\' && line.ends_with(' ')) break;
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

bool fits_wildcard(std::string_view pattern, std::string_view name) {
  std::size_t at = 0;
  std::size_t i = 0;
  std::size_t star = kNone;
  std::size_t star_i = 0;
  while (i < name.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      star_i = i;
    } else if (take_one(pattern, at, name[i])) {
      ++i;
    } else if (star != kNone) {
      at = star + 1;
      i = ++star_i;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at == pattern.size();
}

IgnoreRules IgnoreRules::parse(std::string_view text) {
  IgnoreRules rules;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (const std::string_view line : split(text, '\n')) {
    if (!line.starts_with('#')) rules.add(line);
  }
  return rules;
}

void IgnoreRules::add(std::string_view line) {
  line = without_blanks(line);
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  pattern.name_only = line.find('/') == kNone;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  for (const std::string_view part : split(line, '/')) pattern.parts.emplace_back(part);
  // "a/**" is what is in a, not a itself.
  if (pattern.parts.size() > 1 && pattern.parts.back() == "**") pattern.parts.emplace_back("*");
  patterns_.push_back(std::move(pattern));
}

Ignored IgnoreRules::match(std::string_view path, bool is_folder) const {
  if (patterns_.empty()) return Ignored::unsaid;
  const std::vector<std::string_view> parts = split(path, '/');
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    const bool fits = pattern->name_only ? fits_wildcard(pattern->parts.front(), parts.back())
                                         : fits_path(pattern->parts, parts);
    if (fits) return pattern->negated ? Ignored::no : Ignored::yes;
  }
  return Ignored::unsaid;
}

}  // namespace oms
