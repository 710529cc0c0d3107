// The little of RFC 3986 that links and redirects need.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oms {

// Where a request goes, and what it asks for there.
struct Url {
  std::string origin = {};  // "https://host:443": lower case, port always written
  std::string target = {};  // path and query, begins with '/'; no fragment
};

// http and https only; user and password are passed over. nullopt: not an absolute url of these.
std::optional<Url> parse_url(std::string_view text);

// What `reference` (absolute or relative, as in Location and Link) means on a page at `base`.
std::optional<Url> resolve(std::string_view reference, const Url& base);

std::string_view path_of(std::string_view target);  // without the query

// `target` without `prefix` ("/hub") in front of its path; unchanged where it does not begin so.
std::string without_prefix(std::string_view target, std::string_view prefix);

}  // namespace oms
