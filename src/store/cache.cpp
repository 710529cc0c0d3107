#include "oms/store/cache.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <unordered_map>

#include "store/cache_files.h"
#include "store/checksum.h"
#include "store/digest.h"
#include "store/file_names.h"
#include "store/manifest.h"
#include "store/read_file.h"

namespace oms {
namespace {

constexpr int kAttempts = 3;
constexpr std::size_t kLongestCurrent = 64;

struct Pointer {
  int error = 0;  // errno of reading CURRENT
  std::string name = {};
};

Pointer read_current(const std::string& directory) {
  Pointer pointer;
  std::string text;
  pointer.error = read_below(directory, kCurrent, kLongestCurrent, text);
  if (pointer.error != 0) return pointer;
  if (text.ends_with('\n')) text.pop_back();
  if (is_snapshot_name(text)) pointer.name = text;
  return pointer;
}

constexpr const char* kStartAnew = "run 'oms cache clear', then 'oms fetch'";

Error unusable(const std::string& path, const std::string& why, const char* hint = kStartAnew) {
  return {Errc::data, "cannot read '" + path + "': " + why, hint};
}

Error unreadable(const std::string& path, int error) {
  const bool forbidden = error == EACCES || error == EPERM;
  return unusable(
      path, reason(error),
      forbidden ? "make it readable or set OMS_CACHE_DIR to another directory" : kStartAnew);
}

}  // namespace

Result<Manifest> read_manifest_file(const std::string& directory, std::string_view relative) {
  std::string text;
  const int error = read_below(directory, relative, kLargestManifest, text);
  if (error == ENOENT) return Manifest{};
  if (error != 0) return Error{Errc::data, reason(error), ""};
  return parse_manifest(text);
}

std::string page_problem(const std::string& directory, const PageInfo& page, std::string& content) {
  if (!is_page_file(page.file)) return "it is not the name of a page";
  const int error = read_below(directory, page.file, kLargestPage, content);
  if (error != 0) return reason(error);
  if (checksum(content) != page.checksum) return "its checksum is wrong";
  if (content_hash(content) != hash_of(page.file)) return "its content does not fit its name";
  return "";
}

Result<Manifest> Cache::current() const {
  // A reader that stops between CURRENT and its manifest may find that one collected.
  for (int attempt = 1;; ++attempt) {
    const Pointer pointer = read_current(directory_);
    const std::string path = directory_ + "/" + std::string(kCurrent);
    if (pointer.error == ENOENT) return Manifest{};
    if (pointer.error == ENOTDIR) {
      return unusable(directory_, reason(ENOTDIR), "set OMS_CACHE_DIR to a directory");
    }
    if (pointer.error != 0) return unreadable(path, pointer.error);
    if (pointer.name.empty()) return unusable(path, "it names no snapshot");
    const std::string file = manifest_file(pointer.name);
    std::string text;
    const int error = read_below(directory_, file, kLargestManifest, text);
    if (error == ENOENT && attempt < kAttempts) continue;
    if (error != 0) return unreadable(directory_ + "/" + file, error);
    Result<Manifest> manifest = parse_manifest(text);
    if (!manifest) return unusable(directory_ + "/" + file, manifest.error().what);
    return manifest;
  }
}

Result<Manifest> Cache::progress() const {
  Result<Manifest> manifest = read_manifest_file(directory_, kProgress);
  if (manifest) return manifest;
  return Error{Errc::data,
               "cannot resume from '" + directory_ + "/" + std::string(kProgress) +
                   "': " + manifest.error().what,
               ""};
}

bool Cache::exists() const { return read_current(directory_).error != ENOENT; }

std::string Cache::current_name() const { return read_current(directory_).name; }

Result<std::string> Cache::read_page(const PageInfo& page) const {
  std::string content;
  const std::string problem = page_problem(directory_, page, content);
  if (problem.empty()) return content;
  return Error{Errc::data, "cannot read page '" + directory_ + "/" + page.file + "': " + problem,
               "run 'oms fetch' to load it again"};
}

Result<std::string> Cache::read_part(const PageInfo& page, std::size_t offset,
                                     std::size_t size) const {
  std::string content;
  const int error = is_page_file(page.file)
                        ? read_part_below(directory_, page.file, offset, size, content)
                        : EINVAL;
  if (error == 0) return content;
  return Error{Errc::data,
               "cannot read page '" + directory_ + "/" + page.file + "': " + reason(error),
               "run 'oms fetch' to load it again"};
}

std::string Cache::missing_page(const PageInfo& page) const {
  struct stat status = {};
  const std::string path = directory_ + "/" + page.file;
  const bool there = is_page_file(page.file) && ::lstat(path.c_str(), &status) == 0;
  return there ? std::string() : "cannot read page '" + path + "': " + reason(ENOENT);
}

namespace {

Result<DigestText> read_digest_file(const std::string& directory, std::string_view snapshot) {
  std::string text;
  const std::string file = digest_file(snapshot);
  const int error = read_below(directory, file, kLargestDigest, text);
  auto digest =
      error == 0 ? parse_digest(text) : Result<DigestText>(Error{Errc::data, reason(error), ""});
  if (digest) return digest;
  return Error{Errc::data,
               "cannot read digest '" + directory + "/" + file + "': " + digest.error().what,
               "run 'oms cache verify'"};
}

// Takes over what a newer digest says.
void go_on(std::vector<DigestLine>& lines, DigestText newer) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t at = 0; at < lines.size(); ++at) places.emplace(lines[at].id, at);
  for (DigestLine& line : newer.lines) {
    const auto [place, added] = places.emplace(line.id, lines.size());
    if (added) lines.emplace_back();
    lines[place->second] = std::move(line);
  }
  for (const std::string& id : newer.gone) {
    const auto place = places.find(id);
    if (place != places.end()) lines[place->second].id.clear();
  }
  std::erase_if(lines, [](const DigestLine& line) { return line.id.empty(); });
}

}  // namespace

std::vector<std::string> Cache::digest_chain(std::string_view snapshot) const {
  constexpr std::size_t kHead = 128;
  std::vector<std::string> chain;
  for (std::string name(snapshot); !name.empty();) {
    std::string head;
    const bool again = std::find(chain.begin(), chain.end(), name) != chain.end();
    if (again || read_part_below(directory_, digest_file(name), 0, kHead, head) != 0) return {};
    chain.push_back(name);
    name = digest_before(head);
  }
  return chain;
}

Result<std::vector<DigestLine>> Cache::read_digest(std::string_view snapshot) const {
  if (!is_snapshot_name(snapshot)) {
    return Error{Errc::data, "there is no snapshot '" + std::string(snapshot) + "'", ""};
  }
  std::vector<DigestText> parts;  // newest first
  std::set<std::string> known;    // what was written never leads in a circle
  for (std::string name(snapshot); known.insert(name).second; name = parts.back().before) {
    auto digest = read_digest_file(directory_, name);
    if (!digest) return digest.error();
    parts.push_back(*std::move(digest));
    if (parts.back().before.empty()) break;
  }
  std::vector<DigestLine> lines = std::move(parts.back().lines);
  for (std::size_t i = parts.size() - 1; i-- > 0;) go_on(lines, std::move(parts[i]));
  return lines;
}

Cache::Usage Cache::usage() const {
  Usage usage;
  for (const FoundFile& file : our_files(directory_)) {
    usage.bytes += file.size;
    if (is_page_file(file.path)) ++usage.pages;
    if (is_manifest_file(file.path)) ++usage.snapshots;
  }
  return usage;
}

}  // namespace oms
