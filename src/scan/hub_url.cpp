#include "scan/hub_url.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "scan/repo_id.h"

namespace oms {
namespace {

struct Start {
  std::string_view text = {};
  bool uri = false;
};
constexpr std::array<Start, 6> kStarts = {{{"huggingface.co/", false},
                                           {"hf.co/", false},
                                           {"hf.co:", false},  // git@hf.co:owner/name
                                           {"hf://", true},
                                           {"hf-hub:", true},
                                           {"hf_hub:", true}}};

// First parts of a path that are no owners.
constexpr std::array<std::string_view, 45> kPages = {"api",
                                                     "blog",
                                                     "brand",
                                                     "changelog",
                                                     "chat",
                                                     "collections",
                                                     "community",
                                                     "contact",
                                                     "content-guidelines",
                                                     "course",
                                                     "datasets",
                                                     "docs",
                                                     "enterprise",
                                                     "events",
                                                     "front",
                                                     "hub",
                                                     "inference",
                                                     "inference-api",
                                                     "inference-endpoints",
                                                     "inference-providers",
                                                     "join",
                                                     "jobs",
                                                     "kernels",
                                                     "landing",
                                                     "languages",
                                                     "learn",
                                                     "login",
                                                     "logout",
                                                     "metrics",
                                                     "models",
                                                     "new",
                                                     "notifications",
                                                     "organizations",
                                                     "papers",
                                                     "playground",
                                                     "posts",
                                                     "pricing",
                                                     "privacy",
                                                     "search",
                                                     "settings",
                                                     "spaces",
                                                     "support",
                                                     "tasks",
                                                     "terms-of-service",
                                                     "welcome"};

bool is_id_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

bool is_placeholder(char c) { return c == '{' || c == '$' || c == '%' || c == '<'; }

std::string_view segment(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_id_byte(text[end])) ++end;
  while (end > from && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  return text.substr(from, end - from);
}

bool ends_host(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (before != '.') return !is_id_byte(before);
  // Of the other hosts only those that serve models by name.
  const std::string_view host = text.substr(0, at);
  return host.ends_with("www.") || host.ends_with("api-inference.") || host.ends_with("router.");
}

// "/models/owner/name" of the inference hosts, "hf-inference/models/owner/name" of the router.
std::size_t skip_service_path(std::string_view text, std::size_t at) {
  const std::size_t models = text.substr(at, 40).find("models/");
  return models == std::string_view::npos ? at : at + models + 7;
}

// What follows the id: "/tree/REV/…", ":Q4_K_M", "@rev".
void read_tail(std::string_view text, std::size_t at, HubUrl& url) {
  if (at >= text.size()) return;
  if (text[at] == ':' || text[at] == '@') {
    const std::string_view tail = segment(text, at + 1);
    const auto parsed = parse_repo_id(text.substr(url.start, at + 1 + tail.size() - url.start));
    if (tail.empty() || !parsed) return;
    url.revision = parsed->revision;
    url.quantization = parsed->quantization;
    url.end = at + 1 + tail.size();
    return;
  }
  for (const std::string_view kind : {"/tree/", "/blob/", "/resolve/", "/raw/", "/commit/"}) {
    if (!text.substr(at).starts_with(kind)) continue;
    const std::string_view revision = segment(text, at + kind.size());
    if (revision != "main") url.revision = revision;
  }
}

std::optional<HubUrl> read_url(std::string_view text, std::size_t at, bool uri) {
  HubUrl url;
  url.uri = uri;
  url.start = at;
  const std::string_view owner = segment(text, at);
  const std::size_t behind = at + owner.size();
  url.end = std::max(behind, at);
  if (owner.empty() || std::find(kPages.begin(), kPages.end(), fold(owner)) != kPages.end()) {
    url.dynamic = owner.empty() && behind < text.size() && is_placeholder(text[behind]);
    return url.dynamic ? std::optional(url) : std::nullopt;
  }
  if (behind >= text.size() || text[behind] != '/') {
    url.size = owner.size();
    return url;
  }
  std::string_view name = segment(text, behind + 1);
  if (name.empty()) {
    url.dynamic = behind + 1 < text.size() && is_placeholder(text[behind + 1]);
    url.size = owner.size();
    return url;
  }
  const std::size_t end = behind + 1 + name.size();
  url.dynamic = end < text.size() && is_placeholder(text[end]);
  if (name.ends_with(".git")) name.remove_suffix(4);
  url.size = owner.size() + 1 + name.size();
  url.end = end;
  read_tail(text, end, url);
  return url;
}

}  // namespace

std::optional<HubUrl> find_hub_url(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    // Every start has "hf" or "huggingface.co" at its beginning.
    const std::size_t at = text.find('h', from);
    if (at == std::string_view::npos) return std::nullopt;
    from = at + 1;
    const std::string_view rest = text.substr(at);
    for (const Start& start : kStarts) {
      if (!rest.starts_with(start.text)) continue;
      if (!start.uri && !ends_host(text, at)) break;
      std::size_t path = at + start.text.size();
      const std::string_view host = text.substr(0, at);
      if (host.ends_with("api-inference.") || host.ends_with("router.")) {
        const std::size_t models = skip_service_path(text, path);
        if (models == path) break;
        path = models;
      }
      if (const auto url = read_url(text, path, start.uri)) return url;
      break;
    }
  }
  return std::nullopt;
}

}  // namespace oms
