#include "model/license_parts.h"

#include <cstddef>

namespace oms {
namespace {

// Where the joint of two licenses that starts at `at` ends; npos when none starts there.
// "terms-and-conditions" and "openrail++" are single names.
std::size_t joint_end(std::string_view name, std::size_t at) {
  constexpr std::string_view kAnd = "-and-";
  const std::string_view rest = name.substr(at);
  if (rest.starts_with(kAnd) && !rest.starts_with("-and-conditions")) return at + kAnd.size();
  if (rest.front() == '&') return at + 1;
  const bool plus = rest.front() == '+' && at != 0 && name[at - 1] != '+';
  if (plus && rest.size() > 1 && rest[1] != '+') return at + 1;
  return std::string_view::npos;
}

}  // namespace

std::vector<std::string> license_parts(std::string_view name) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = joint_end(name, at);
    if (end == std::string_view::npos) {
      parts.back() += name[at++];
    } else {
      parts.emplace_back();
      at = end;
    }
  }
  for (std::string& part : parts) {
    while (part.starts_with('-')) part.erase(0, 1);
    while (part.ends_with('-')) part.pop_back();
  }
  return parts;
}

}  // namespace oms
