// Ids of the Hub as people write them, and what only looks like one.
#pragma once

#include <optional>
#include <string_view>

namespace oms {

struct RepoId {
  std::string_view id = {};            // "owner/name" or a bare "name"
  std::string_view revision = {};      // of "owner/name@revision"
  std::string_view quantization = {};  // of "owner/name:Q4_K_M"

  bool bare() const { return id.find('/') == std::string_view::npos; }
};

// Nothing when the text is no id: a path, a URL, prose, an npm scope.
std::optional<RepoId> parse_repo_id(std::string_view text);

// A folder or file of this machine rather than a repository: "models/llama", "a/config.json".
bool is_local_path(std::string_view id);
// What examples say instead of an id: "your-org/your-model", "owner/name".
bool is_placeholder_id(std::string_view id);
// What services that only serve models call them: "openai/gpt-4o", "ollama/llama3".
bool is_service_model(std::string_view id);
// A bare name that a loader can only look up on the Hub; "my_model" and "output" are folders.
bool is_bare_model(std::string_view id);

}  // namespace oms
