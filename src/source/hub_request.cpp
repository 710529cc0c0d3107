#include "oms/source/hub_request.h"

#include <algorithm>

#include "oms/base/text.h"
#include "source/percent.h"

namespace oms {
namespace {

using Kind = HubScope::Kind;

constexpr std::size_t kMostDownloaded = 20'000;
constexpr std::size_t kHubModels = 3'117'871;  // a full walk, 2026-10-03

constexpr std::array<std::string_view, 21> kFullExpand = {
    "author",    "pipeline_tag",     "library_name",  "tags",        "likes",
    "downloads", "downloadsAllTime", "trendingScore", "createdAt",   "lastModified",
    "gated",     "private",          "disabled",      "cardData",    "safetensors",
    "gguf",      "config",           "baseModels",    "evalResults", "inferenceProviderMapping",
    "sha"};
constexpr std::array<std::string_view, 3> kBulky = {"cardData", "config", "gguf"};
constexpr std::array<std::string_view, 4> kCounts = {"likes", "downloads", "downloadsAllTime",
                                                     "trendingScore"};

// Younger than the rest of the listing's keys: what a server may not know, first to go first.
constexpr std::array<std::string_view, 1> kOptionalFirst = {"baseModels"};
constexpr std::array<std::string_view, 4> kOptionalThen = {
    "evalResults", "inferenceProviderMapping", "gguf", "downloadsAllTime"};
constexpr std::array<std::span<const std::string_view>, 2> kOptionalExpand = {kOptionalFirst,
                                                                              kOptionalThen};

constexpr std::array<std::string_view, 11> kDefaultList = {
    "_id",  "id",           "likes",        "trendingScore", "private", "downloads",
    "tags", "pipeline_tag", "library_name", "createdAt",     "modelId"};
constexpr std::array<std::string_view, 26> kDefaultDetail = {
    "_id",          "id",           "modelId",
    "author",       "private",      "disabled",
    "gated",        "downloads",    "likes",
    "createdAt",    "lastModified", "sha",
    "pipeline_tag", "library_name", "tags",
    "cardData",     "model-index",  "safetensors",
    "gguf",         "config",       "transformersInfo",
    "siblings",     "spaces",       "inference",
    "usedStorage",  "widgetData"};

// What full=true adds to a listing.
constexpr std::array<std::string_view, 5> kFullList = {"author", "gated", "lastModified", "sha",
                                                       "siblings"};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> strings(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

void add_parameter(std::string& path, std::string_view name, std::string_view value) {
  path += path.find('?') == std::string::npos ? '?' : '&';
  path += percent_encode(name) + '=' + percent_encode(value);
}

void add_expand(std::string& path, std::span<const std::string> expand) {
  for (const std::string& key : expand) {
    // The identity comes by itself; asking for it is an error.
    if (key != "_id" && key != "id") add_parameter(path, "expand[]", key);
  }
}

std::vector<std::string> sorted_once(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string top_key(const HubScope& scope) {
  return "top " + std::to_string(scope.top) + " by " + scope.by;
}

std::string filtered_key(const HubScope& scope) {
  std::vector<std::string> parts;
  if (!scope.author.empty()) parts.push_back("author " + scope.author);
  for (const std::string& tag : sorted_once(scope.filters)) parts.push_back("filter " + tag);
  if (!scope.search.empty()) parts.push_back("search '" + scope.search + "'");
  if (!scope.task.empty()) parts.push_back("task " + scope.task);
  if (scope.top > 0) parts.push_back(top_key(scope));
  return join(parts, " + ");
}

bool has_top(const HubScope& scope) {
  return (scope.kind == Kind::ranked || scope.kind == Kind::filtered) && scope.top > 0;
}

void add_conditions(std::string& path, const HubScope& scope) {
  if (!scope.author.empty()) add_parameter(path, "author", scope.author);
  for (const std::string& tag : sorted_once(scope.filters)) add_parameter(path, "filter", tag);
  if (!scope.search.empty()) add_parameter(path, "search", scope.search);
  if (!scope.task.empty()) add_parameter(path, "pipeline_tag", scope.task);
}

std::size_t pages_for(std::size_t records, std::size_t page_size) {
  return std::max<std::size_t>(1, records / page_size + (records % page_size == 0 ? 0 : 1));
}

}  // namespace

HubScope most_downloaded() {
  HubScope ranked;
  ranked.top = kMostDownloaded;
  return ranked;
}

std::vector<HubScope> default_scopes() {
  HubScope served;
  served.kind = Kind::served;
  return {most_downloaded(), served};
}

std::string scope_key(const HubScope& scope) {
  switch (scope.kind) {
    case Kind::ranked:
      return top_key(scope);
    case Kind::served:
      return "served by a provider";
    case Kind::filtered:
      return filtered_key(scope);
    case Kind::ids:
      return "ids";
    case Kind::all:
      break;
  }
  return "all";
}

std::vector<std::string> expand_keys(Expand expand) {
  if (expand == Expand::counts) return strings(kCounts);
  std::vector<std::string> keys = strings(kFullExpand);
  if (expand == Expand::light) {
    std::erase_if(keys, [](const std::string& key) { return contains(kBulky, key); });
  }
  if (expand == Expand::detail) keys.emplace_back("siblings");
  return keys;
}

bool drop_optional(std::vector<std::string>& keys) {
  for (const auto& group : kOptionalExpand) {
    if (std::erase_if(keys, [&](const std::string& key) { return contains(group, key); }) > 0) {
      return true;
    }
  }
  return false;
}

std::string first_path(const HubScope& scope, std::span<const std::string> expand,
                       std::size_t page_size) {
  if (scope.kind == Kind::ids) return {};
  const bool top = has_top(scope);
  std::string path = "/api/models";
  add_parameter(path, "limit", std::to_string(top ? std::min(scope.top, page_size) : page_size));
  add_parameter(path, "sort", top ? std::string_view(scope.by) : "createdAt");
  add_parameter(path, "direction", top ? "-1" : "1");
  if (scope.kind == Kind::served) add_parameter(path, "inference_provider", "all");
  if (scope.kind == Kind::filtered) add_conditions(path, scope);
  add_expand(path, expand);
  return path;
}

std::string changed_path(std::span<const std::string> expand, std::size_t page_size) {
  std::string path = "/api/models";
  add_parameter(path, "limit", std::to_string(page_size));
  add_parameter(path, "sort", "lastModified");
  add_parameter(path, "direction", "-1");
  add_expand(path, expand);
  return path;
}

std::string with_limit(std::string_view path, std::size_t limit) {
  const std::string value = std::to_string(limit);
  for (std::size_t at = path.find('?'); at != std::string_view::npos; at = path.find('&', at + 1)) {
    if (path.substr(at + 1, 6) != "limit=") continue;
    const std::size_t end = std::min(path.find('&', at + 1), path.size());
    return std::string(path.substr(0, at + 7)) + value + std::string(path.substr(end));
  }
  std::string result(path);
  add_parameter(result, "limit", value);
  return result;
}

std::string detail_path(std::string_view id, std::span<const std::string> expand) {
  std::string path = "/api/models";
  for (const std::string_view part : split(id, '/')) path += '/' + percent_encode(part);
  add_expand(path, expand);
  return path;
}

std::vector<std::string> keys_of(std::string_view path) {
  const std::size_t question = std::min(path.find('?'), path.size());
  const bool listing = path.substr(0, question).ends_with("/api/models");
  std::vector<std::string> asked;
  std::vector<std::string> added;
  for (const std::string_view pair : split(path.substr(std::min(question + 1, path.size())), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string name = percent_decode(pair.substr(0, equals));
    std::string value = percent_decode(pair.substr(std::min(equals + 1, pair.size())));
    if (name == "expand" || name == "expand[]") {
      // Some clients join the keys with commas.
      for (const std::string_view key : split_words(value, ',')) asked.emplace_back(key);
    } else if (value == "true" && name == "full") {
      added.insert(added.end(), kFullList.begin(), kFullList.end());
    } else if (value == "true" && (name == "cardData" || name == "config")) {
      added.push_back(name);
    }
  }
  if (!asked.empty()) return asked;
  std::vector<std::string> keys = listing ? strings(kDefaultList) : strings(kDefaultDetail);
  for (std::string& key : added) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

RequestCount request_count(const HubScope& scope, std::size_t page_size) {
  switch (scope.kind) {
    case Kind::ranked:
      return {pages_for(scope.top, page_size), true};
    case Kind::ids:
      return {scope.ids.size(), true};
    case Kind::all:
      return {pages_for(kHubModels, page_size), false};
    case Kind::served:
    case Kind::filtered:
      break;
  }
  return {1, false};
}

}  // namespace oms
