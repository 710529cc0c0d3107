// Files that are scanned, of every kind: the first byte, from 'a' on, says which. And the patterns
// of ignored files, of which the first line is a path.
#include "fuzz/targets.h"
#include "oms/scan/gitignore.h"
#include "oms/scan/scan_text.h"

namespace oms::fuzz {

void run_scan(std::string_view input) {
  constexpr auto kKinds = static_cast<unsigned char>(FileKind::markdown) + 1;
  if (input.empty()) return;
  const auto kind = static_cast<unsigned char>(input.front() - 'a') % kKinds;
  const std::string_view text = input.substr(1);
  for (const Candidate& found : scan_text(text, static_cast<FileKind>(kind))) {
    expect(found.offset < text.size(), "a candidate stands in the text");
    expect(!found.id.empty(), "a candidate is a name");
    expect(!found.position.empty(), "a candidate stands in some place");
  }
  static_cast<void>(kind_by_first_line(text));
}

void run_gitignore(std::string_view input) {
  std::string_view patterns = input;
  const std::string_view path = take_line(patterns);
  const IgnoreRules rules = IgnoreRules::parse(patterns);
  rules.match(path, true);
  rules.match(path, false);
  fits_wildcard(patterns, path);
}

}  // namespace oms::fuzz
