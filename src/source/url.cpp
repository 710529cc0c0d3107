#include "source/url.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

std::string_view without_fragment(std::string_view text) { return text.substr(0, text.find('#')); }

// Where the port begins; a bracketed IPv6 address has colons of its own.
std::size_t port_colon(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon == std::string_view::npos || host.find(']', colon) != std::string_view::npos) {
    return host.size();
  }
  return colon;
}

bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f;
  });
}

std::string as_target(std::string_view path_and_query) {
  if (path_and_query.starts_with('/')) return std::string(path_and_query);
  return "/" + std::string(path_and_query);
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
  text = without_fragment(text);
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || !is_plain(text)) return std::nullopt;
  const std::string scheme = fold(text.substr(0, colon));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  text.remove_prefix(colon + 3);

  const std::size_t end = std::min(text.find_first_of("/?"), text.size());
  std::string_view host = text.substr(0, end);
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) {
    host.remove_prefix(at + 1);
  }
  const std::size_t port = port_colon(host);
  std::string_view number = port < host.size() ? host.substr(port + 1) : std::string_view();
  if (number.empty()) number = scheme == "https" ? "443" : "80";
  host = host.substr(0, port);
  if (host.empty()) return std::nullopt;
  return Url{scheme + "://" + fold(host) + ":" + std::string(number), as_target(text.substr(end))};
}

std::optional<Url> resolve(std::string_view reference, const Url& base) {
  reference = without_fragment(trim(reference));
  if (reference.empty() || !is_plain(reference)) return std::nullopt;
  const std::size_t scheme_end = reference.find("://");
  if (scheme_end != std::string_view::npos && scheme_end < reference.find_first_of("/?")) {
    return parse_url(reference);
  }
  if (reference.starts_with("//")) {
    const std::string scheme = base.origin.substr(0, base.origin.find(':'));
    return parse_url(scheme + ":" + std::string(reference));
  }
  if (reference.starts_with('/')) return Url{base.origin, std::string(reference)};
  const std::string_view path = path_of(base.target);
  if (reference.starts_with('?')) {
    return Url{base.origin, std::string(path) + std::string(reference)};
  }
  const std::string_view folder = path.substr(0, path.rfind('/') + 1);
  return Url{base.origin, std::string(folder) + std::string(reference)};
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

std::string without_prefix(std::string_view target, std::string_view prefix) {
  if (prefix.empty() || !target.starts_with(prefix)) return std::string(target);
  const std::string_view rest = target.substr(prefix.size());
  if (!rest.empty() && rest.front() != '/' && rest.front() != '?') return std::string(target);
  return as_target(rest);
}

}  // namespace oms
