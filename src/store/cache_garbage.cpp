// CacheWriter::collect_garbage and clear: what nothing names any more, and everything.
#include <algorithm>
#include <cerrno>
#include <set>

#include "oms/store/cache.h"
#include "store/atomic_file.h"
#include "store/cache_files.h"
#include "store/file_names.h"
#include "store/read_file.h"

namespace oms {
namespace {

struct Kept {
  std::set<std::string> files = {};
  bool all_known = true;  // false: a manifest cannot be read, so its pages are unknown
};

void keep_pages(const std::string& directory, std::string_view manifest_file, Kept& kept) {
  const Result<Manifest> manifest = read_manifest_file(directory, manifest_file);
  kept.all_known = kept.all_known && manifest;
  if (!manifest) return;
  for (const PageInfo& page : manifest->pages) kept.files.insert(page.file);
}

Kept files_to_keep(const std::string& directory) {
  Kept kept;
  kept.files = {std::string(kCurrent), std::string(kProgress), std::string(kLock),
                std::string(kIndexLock)};
  const Cache cache(directory);
  const Result<Manifest> current = cache.current();
  if (!current) return {{}, false};
  for (const std::string& name : current->history) {
    kept.files.insert(digest_file(name));
    for (const std::string& before : cache.digest_chain(name))
      kept.files.insert(digest_file(before));
  }
  const std::size_t count = current->history.size();
  for (std::size_t i = count - std::min<std::size_t>(count, 2); i < count; ++i) {
    const std::string file = manifest_file(current->history[i]);
    kept.files.insert(file);
    keep_pages(directory, file, kept);
  }
  keep_pages(directory, kProgress, kept);
  kept.files.insert(index_file(cache.current_name()));
  return kept;
}

bool is_temporary(const std::string& path) {
  return path.find(kTemporaryPrefix) != std::string::npos;
}

}  // namespace

std::size_t CacheWriter::collect_garbage() {
  const Kept kept = files_to_keep(directory_);
  std::size_t removed = 0;
  for (const FoundFile& file : our_files(directory_)) {
    const bool garbage =
        is_temporary(file.path) || (kept.all_known && kept.files.count(file.path) == 0);
    if (garbage && files_.remove(directory_ + "/" + file.path) == 0) ++removed;
  }
  return removed;
}

Result<Done> CacheWriter::clear() {
  // CURRENT goes first: a clear that is interrupted leaves no catalog, never half of one.
  const std::string current = directory_ + "/" + std::string(kCurrent);
  const int error = files_.remove(current);
  if (error != 0 && error != ENOENT) return write_error("cannot remove", current, error);
  Result<Done> synced = sync_directory(files_, directory_);
  if (!synced) return synced;
  std::set<std::string> folders = {"pages", "sources", "snapshots", "digests", "index"};
  for (const FoundFile& file : our_files(directory_)) {
    if (is_lock(file.path)) continue;  // somebody may hold it, and others look at this very file
    const std::string path = directory_ + "/" + file.path;
    if (const int failed = files_.remove(path)) return write_error("cannot remove", path, failed);
    const std::size_t slash = file.path.rfind('/');
    if (slash != std::string::npos) folders.insert(file.path.substr(0, slash));
  }
  // Backwards: "sources/router" before "sources". A folder with foreign files in it stays.
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    files_.remove_directory(directory_ + "/" + *folder);
  }
  unsynced_.clear();
  return Done{};
}

}  // namespace oms
