#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "oms/store/cache.h"
#include "store/atomic_file.h"
#include "store/cache_files.h"
#include "store/checksum.h"
#include "store/digest.h"
#include "store/file_names.h"
#include "store/lock.h"
#include "store/manifest.h"
#include "store/read_file.h"

namespace oms {
namespace {

constexpr std::size_t kHistory = 10;

Error refuse(const std::string& tried, const std::string& object, const std::string& why) {
  return {Errc::data, tried + " '" + object + "': " + why, ""};
}

bool is_there(const std::string& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0;
}

bool holds(const std::string& directory, const std::string& file, std::string_view content) {
  std::string stored;
  return read_below(directory, file, content.size(), stored) == 0 && stored == content;
}

// The first name for this second that neither a snapshot nor a digest bears.
std::string free_name(const std::string& directory, const std::string& base) {
  std::string name = base;
  for (int number = 2; is_there(directory + "/" + manifest_file(name)) ||
                       is_there(directory + "/" + digest_file(name));
       ++number) {
    name = base + "-" + std::to_string(number);
  }
  return name;
}

// Pages that are missing now would be missing for every reader.
Result<Done> check_pages(const std::string& directory, const Manifest& manifest) {
  for (const PageInfo& page : manifest.pages) {
    if (is_page_file(page.file) && is_there(directory + "/" + page.file)) continue;
    return refuse("cannot publish page", page.file, "it was not written");
  }
  return Done{};
}

std::vector<std::string> extended(std::vector<std::string> history, const std::string& name) {
  history.push_back(name);
  if (history.size() > kHistory) history.erase(history.begin(), history.end() - kHistory);
  return history;
}

}  // namespace

Result<std::unique_ptr<CacheWriter>> CacheWriter::open(std::string directory, FileSystem* files) {
  FileSystem& system = files != nullptr ? *files : real_file_system();
  while (directory.size() > 1 && directory.ends_with('/')) directory.pop_back();
  const Result<Done> made = make_directories(system, directory);
  if (!made) return made.error();
  const Result<int> lock = take_lock(system, directory, kLock);
  if (!lock) return lock.error();
  return std::unique_ptr<CacheWriter>(new CacheWriter(std::move(directory), *lock, system));
}

CacheWriter::~CacheWriter() { files_.close(lock_); }

Result<Done> CacheWriter::write_page(PageInfo& page, std::string_view content) {
  if (!is_source_name(page.source)) {
    return refuse("cannot write a page of", page.source, "it is not the name of a source");
  }
  const std::string file = page_file(page.source, page.request, content_hash(content));
  if (content.size() > kLargestPage) return refuse("cannot write page", file, reason(EFBIG));
  const std::string path = directory_ + "/" + file;
  if (!holds(directory_, file, content)) {
    Result<Done> placed = place_file(files_, path, content);
    if (!placed) return placed;
  }
  unsynced_.insert(path.substr(0, path.rfind('/')));
  page.file = file;
  page.checksum = checksum(content);
  return Done{};
}

Result<Done> CacheWriter::sync_pages() {
  while (!unsynced_.empty()) {
    Result<Done> synced = sync_directory(files_, *unsynced_.begin());
    if (!synced) return synced;
    unsynced_.erase(unsynced_.begin());
  }
  return Done{};
}

Result<std::string> CacheWriter::next_name(std::string_view created_at) const {
  const std::optional<std::string> base = snapshot_name(created_at);
  if (base) return free_name(directory_, *base);
  return refuse("cannot publish snapshot", std::string(created_at),
                "it is not a UTC time such as 2026-11-23T20:00:00Z");
}

Result<std::unique_ptr<DigestFile>> CacheWriter::begin_digest(std::string_view snapshot) {
  auto file = PendingFile::open(files_, directory_ + "/" + digest_file(snapshot));
  if (!file) return std::move(file).error();
  return std::make_unique<DigestFile>(*std::move(file));
}

Result<std::string> CacheWriter::publish(const Manifest& manifest, DigestFile& digest) {
  const Result<std::string> name = next_name(manifest.created_at);
  if (!name) return name;
  Manifest published = manifest;
  // What cannot be read has no history worth keeping.
  const Result<Manifest> before = Cache(directory_).current();
  published.history = extended(before ? before->history : std::vector<std::string>(), *name);

  const auto put = [&](const std::string& file, std::string_view text) {
    return write_atomically(files_, directory_ + "/" + file, text);
  };
  Result<Done> step = check_pages(directory_, manifest);
  if (step) step = sync_pages();
  if (step) step = digest.keep();
  if (step) step = put(manifest_file(*name), manifest_text(published));
  if (step) step = put(std::string(kCurrent), *name + "\n");
  if (!step) return step.error();
  return name;
}

Result<std::string> CacheWriter::publish(const Manifest& manifest,
                                         const std::vector<DigestLine>& digest) {
  const Result<std::string> name = next_name(manifest.created_at);
  if (!name) return name;
  const auto file = begin_digest(*name);
  if (!file) return file.error();
  for (const DigestLine& line : digest) (*file)->add(line);
  return publish(manifest, **file);
}

Result<Done> CacheWriter::save_progress(const Manifest& manifest) {
  Result<Done> step = check_pages(directory_, manifest);
  if (step) step = sync_pages();
  if (!step) return step;
  return write_atomically(files_, directory_ + "/" + std::string(kProgress),
                          manifest_text(manifest));
}

void CacheWriter::drop_progress() { files_.remove(directory_ + "/" + std::string(kProgress)); }

}  // namespace oms
