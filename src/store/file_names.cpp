#include "store/file_names.h"

#include <algorithm>

#include "oms/store/cache.h"

namespace oms {
namespace {

constexpr std::size_t kHashDigits = 32;
constexpr std::string_view kNamePattern = "0000-00-00T000000Z";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

// Every 0 of the pattern stands for a digit, everything else for itself.
bool matches(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
}

// Takes `prefix` and `suffix` away; false when they are not there.
bool strip(std::string_view& text, std::string_view prefix, std::string_view suffix) {
  if (text.size() < prefix.size() + suffix.size()) return false;
  if (!text.starts_with(prefix) || !text.ends_with(suffix)) return false;
  text.remove_prefix(prefix.size());
  text.remove_suffix(suffix.size());
  return true;
}

bool is_snapshot_file(std::string_view text, std::string_view prefix, std::string_view suffix) {
  return strip(text, prefix, suffix) && is_snapshot_name(text);
}

}  // namespace

bool is_snapshot_name(std::string_view text) {
  if (!matches(text.substr(0, kNamePattern.size()), kNamePattern)) return false;
  text.remove_prefix(kNamePattern.size());
  if (text.empty()) return true;
  return text.size() >= 2 && text.size() <= 5 && text[0] == '-' && text[1] != '0' &&
         std::all_of(text.begin() + 1, text.end(), is_digit);
}

std::optional<std::string> snapshot_name(std::string_view created_at) {
  if (!matches(created_at, "0000-00-00T00:00:00Z")) return std::nullopt;
  std::string name(created_at);
  name.erase(std::remove(name.begin(), name.end(), ':'), name.end());
  return name;
}

bool is_page_file(std::string_view text) {
  if (text.starts_with("sources/")) {
    const std::size_t slash = text.rfind('/');
    if (slash < 8 || !is_source_name(text.substr(8, slash - 8))) return false;
    const std::string_view folder = text.substr(0, slash + 1);
    if (!strip(text, folder, ".json") && !strip(text, folder, ".csv")) return false;
  } else if (!strip(text, "pages/", ".ndjson")) {
    return false;
  }
  return text.size() == kHashDigits && std::all_of(text.begin(), text.end(), is_hex);
}

bool is_source_name(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

std::string page_file(std::string_view source, std::string_view request, std::string_view hash) {
  if (source == "hub") return "pages/" + std::string(hash) + ".ndjson";
  const bool table = request.ends_with(".csv");
  return "sources/" + std::string(source) + "/" + std::string(hash) + (table ? ".csv" : ".json");
}

std::string_view hash_of(std::string_view page_file) {
  return page_file.substr(page_file.rfind('/') + 1, kHashDigits);
}

std::string manifest_file(std::string_view snapshot) {
  return "snapshots/" + std::string(snapshot) + ".json";
}

std::string digest_file(std::string_view snapshot) {
  return "digests/" + std::string(snapshot) + ".ndjson";
}

std::string index_file(std::string_view snapshot) {
  return "index/" + std::string(snapshot) + ".idx";
}

std::string index_path(const std::string& directory, std::string_view snapshot) {
  return directory + "/" + index_file(snapshot);
}

std::string digest_path(const std::string& directory, std::string_view snapshot) {
  return directory + "/" + digest_file(snapshot);
}

bool is_manifest_file(std::string_view relative) {
  return is_snapshot_file(relative, "snapshots/", ".json");
}

bool is_lock(std::string_view relative) { return relative == kLock || relative == kIndexLock; }

bool is_ours(std::string_view relative) {
  if (relative == kCurrent || relative == kProgress || is_lock(relative)) return true;
  if (is_page_file(relative)) return true;
  if (is_manifest_file(relative)) return true;
  if (is_snapshot_file(relative, "digests/", ".ndjson")) return true;
  if (is_snapshot_file(relative, "index/", ".idx")) return true;
  const std::size_t prefix = relative.find(kTemporaryPrefix);
  if (prefix == std::string_view::npos) return false;
  std::string final_name(relative);
  final_name.erase(prefix, kTemporaryPrefix.size());
  return is_ours(final_name);
}

}  // namespace oms
