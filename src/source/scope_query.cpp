// scope_query() and parse_scope(): a scope as text and back.
#include <algorithm>
#include <array>
#include <charconv>

#include "oms/base/text.h"
#include "oms/source/hub_request.h"
#include "source/percent.h"

namespace oms {
namespace {

using Kind = HubScope::Kind;

// In the order of the enumeration.
constexpr std::array<std::string_view, 5> kKinds = {"ranked", "served", "filtered", "ids", "all"};

void add(std::string& query, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!query.empty()) query += '&';
  query += std::string(name) + '=' + percent_encode(value);
}

bool read_top(const std::string& value, std::size_t& top) {
  const char* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, top);
  return read.ec == std::errc{} && read.ptr == end && top > 0;
}

bool take_over(HubScope& scope, std::string_view name, std::string value) {
  if (name == "kind") {
    const auto* kind = std::find(kKinds.begin(), kKinds.end(), value);
    if (kind == kKinds.end()) return false;
    scope.kind = static_cast<Kind>(kind - kKinds.begin());
  } else if (name == "top") {
    return read_top(value, scope.top);
  } else if (name == "by") {
    scope.by = std::move(value);
    return std::find(kRankKeys.begin(), kRankKeys.end(), scope.by) != kRankKeys.end();
  } else if (name == "author") {
    scope.author = std::move(value);
  } else if (name == "filter") {
    scope.filters.push_back(std::move(value));
  } else if (name == "search") {
    scope.search = std::move(value);
  } else if (name == "task") {
    scope.task = std::move(value);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string scope_query(const HubScope& scope) {
  std::string query;
  add(query, "kind", kKinds[static_cast<std::size_t>(scope.kind)]);
  const bool filtered = scope.kind == Kind::filtered;
  if (filtered) {
    add(query, "author", scope.author);
    for (const std::string& tag : scope.filters) add(query, "filter", tag);
    add(query, "search", scope.search);
    add(query, "task", scope.task);
  }
  if (scope.top > 0 && (filtered || scope.kind == Kind::ranked)) {
    add(query, "top", std::to_string(scope.top));
    add(query, "by", scope.by);
  }
  return query;
}

std::optional<HubScope> parse_scope(std::string_view query) {
  HubScope scope;
  if (!query.starts_with("kind=")) return std::nullopt;
  for (const std::string_view pair : split(query, '&')) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string value = percent_decode(pair.substr(equals + 1));
    if (!take_over(scope, pair.substr(0, equals), std::move(value))) return std::nullopt;
  }
  return scope;
}

}  // namespace oms
