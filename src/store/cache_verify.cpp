// Cache::verify: everything that CURRENT, its history and the saved progress name.
#include <algorithm>
#include <cerrno>
#include <set>

#include "oms/store/cache.h"
#include "store/cache_files.h"
#include "store/digest.h"
#include "store/file_names.h"
#include "store/read_file.h"

namespace oms {
namespace {

constexpr const char* kFetch = "oms fetch";
constexpr const char* kClear = "oms cache clear && oms fetch";

class Verification {
 public:
  explicit Verification(const Cache& cache) : cache_(cache), directory_(cache.directory()) {}

  Cache::Verified run() {
    if (cache_.exists()) {
      check_current();
    } else if (has_snapshots()) {
      add(kCurrent, "it is missing: the first fetch was interrupted, or the file was removed",
          kFetch);
    }
    // A fetch that cannot read what it saved starts anew.
    const Result<Manifest> progress = read_manifest_file(directory_, kProgress);
    const bool there = !progress || !progress->created_at.empty() || !progress->pages.empty();
    if (there) ++verified_.files;
    if (progress) check_pages(*progress);
    if (!progress) add(kProgress, progress.error().what, kFetch);
    return verified_;
  }

 private:
  void add(std::string_view file, std::string_view what, std::string_view repair) {
    verified_.problems.push_back({std::string(file), std::string(what), std::string(repair)});
  }

  bool has_snapshots() const {
    const std::vector<FoundFile> files = our_files(directory_);
    return std::any_of(files.begin(), files.end(),
                       [](const FoundFile& file) { return is_manifest_file(file.path); });
  }

  void check_current() {
    ++verified_.files;
    const std::string name = cache_.current_name();
    if (name.empty()) return add(kCurrent, "it cannot be read or names no snapshot", kClear);
    std::string text;
    const std::string file = manifest_file(name);
    if (read_below(directory_, file, kLargestManifest, text) == ENOENT) {
      return add(kCurrent, "it names '" + name + "', which does not exist", kClear);
    }
    ++verified_.files;
    const Result<Manifest> manifest = read_manifest_file(directory_, file);
    if (!manifest) return add(file, manifest.error().what, kClear);
    if (manifest->history.empty() || manifest->history.back() != name) {
      add(file, "its history does not end with itself", kClear);
    }
    check_pages(*manifest);
    check_previous(*manifest);
    for (const std::string& snapshot : manifest->history) check_digest(snapshot);
  }

  // With all that it is put together of.
  void check_digest(const std::string& snapshot) {
    for (std::string name = snapshot; !name.empty() && digests_.insert(name).second;)
      name = check_digest_file(name);
  }

  // The next fetch makes the current snapshot the previous one.
  void check_previous(const Manifest& current) {
    if (current.history.size() < 2) return;
    const std::string file = manifest_file(current.history[current.history.size() - 2]);
    ++verified_.files;
    const Result<Manifest> previous = read_manifest_file(directory_, file);
    if (previous) check_pages(*previous);
    if (!previous) add(file, previous.error().what, kFetch);
  }

  void check_pages(const Manifest& manifest) {
    for (const PageInfo& page : manifest.pages) {
      if (!checked_.insert(page.file + " " + std::to_string(page.checksum)).second) continue;
      ++verified_.files;
      std::string content;
      const std::string problem = page_problem(directory_, page, content);
      if (!problem.empty()) add(page.file, problem, kFetch);
    }
  }

  // Returns the one that it goes on from.
  std::string check_digest_file(const std::string& snapshot) {
    std::string text;
    const std::string file = digest_file(snapshot);
    ++verified_.files;
    if (const int error = read_below(directory_, file, kLargestDigest, text)) {
      add(file, reason(error), kClear);
      return {};
    }
    const Result<Done> checked = oms::check_digest(text);
    if (checked) return digest_before(text);
    add(file, checked.error().what, kClear);
    return {};
  }

  const Cache& cache_;
  const std::string& directory_;
  std::set<std::string> checked_ = {};
  std::set<std::string> digests_ = {};  // that were checked
  Cache::Verified verified_ = {};
};

}  // namespace

Cache::Verified Cache::verify() const { return Verification(*this).run(); }

}  // namespace oms
