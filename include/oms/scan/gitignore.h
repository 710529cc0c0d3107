// Patterns of .gitignore files: which paths they leave out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

enum class Ignored : std::uint8_t { unsaid, yes, no };  // no: a pattern with '!' says so

class IgnoreRules {
 public:
  static IgnoreRules parse(std::string_view text);
  void add(std::string_view line);
  bool empty() const { return patterns_.empty(); }

  // `path` is relative to the folder of the file, without a leading '/'. The last pattern that fits
  // decides.
  Ignored match(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::vector<std::string> parts = {};  // between slashes; "**" is any number of folders
    bool name_only = false;               // one part, which fits at any depth
    bool folders_only = false;
    bool negated = false;
  };
  std::vector<Pattern> patterns_ = {};
};

// One name against one part of a pattern: * ? [a-z] [!a] and \ in front of any of them.
bool fits_wildcard(std::string_view pattern, std::string_view name);

}  // namespace oms
