// The members of a manifest and of what it lists, in the order of its text. What reads or writes
// one has a function for each kind of member and is called with all of them in turn.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "oms/store/cache.h"

namespace oms::manifest {

// Callers reserve memory by such numbers. The whole Hub is 3.1 million models.
inline constexpr std::uint64_t kMostRecords = 1'000'000'000;

// In the order of the enumeration.
inline constexpr std::array<std::string_view, 3> kStates = {"current", "replaced", "left"};

// Nothing for a word that is none of them.
inline std::optional<PageState> state_of(std::string_view word) {
  const auto* found = std::find(kStates.begin(), kStates.end(), word);
  if (found == kStates.end()) return std::nullopt;
  return static_cast<PageState>(found - kStates.begin());
}

inline constexpr auto kPageMembers = [](auto& format, auto& page) {
  format.text("file", page.file);
  format.text("source", page.source);
  format.text("scope", page.scope);
  format.text("request", page.request);
  format.texts("expand", page.expand);
  format.text("etag", page.etag);
  format.text("fetched_at", page.fetched_at);
  format.count("records", page.records);
  format.count("rejected", page.rejected);
  format.hex("checksum", page.checksum);
  format.state("state", page.state);
};

inline constexpr auto kScopeMembers = [](auto& format, auto& scope) {
  format.text("key", scope.key);
  format.text("request", scope.request);
  format.texts("ids", scope.ids);
  format.text("fetched_at", scope.fetched_at);
  format.text("resume", scope.resume);
  format.count("unfinished", scope.unfinished);
  format.flag("complete", scope.complete);
};

inline constexpr auto kSourceMembers = [](auto& format, auto& source) {
  format.text("name", source.name);
  format.text("endpoint", source.endpoint);
  format.text("fetched_at", source.fetched_at);
  format.text("error", source.error);
  format.count("records", source.records);
  format.count("rejected", source.rejected);
};

inline constexpr auto kStatusMembers = [](auto& format, auto& status) {
  format.text("id", status.id);
  format.text("status", status.status);
  format.text("now", status.now);
  format.text("as_of", status.as_of);
};

// Behind the number of the format.
inline constexpr auto kMembers = [](auto& format, auto& manifest) {
  format.text("created_at", manifest.created_at);
  format.texts("history", manifest.history);
  format.list("scopes", manifest.scopes, kScopeMembers);
  format.list("pages", manifest.pages, kPageMembers);
  format.list("sources", manifest.sources, kSourceMembers);
  format.list("statuses", manifest.statuses, kStatusMembers);
  format.texts("refused_expand", manifest.refused_expand);
  format.flag("complete", manifest.complete);
};

}  // namespace oms::manifest
