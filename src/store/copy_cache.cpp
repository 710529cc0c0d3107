#include <sys/stat.h>

#include <set>

#include "oms/store/cache.h"

namespace oms {
namespace {

bool same_directory(const std::string& a, const std::string& b) {
  struct stat first = {};
  struct stat second = {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
         first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

// Where the copy came from is in nobody's power here: only what is wrong with it can be told.
Error unreadable(const Cache& from, const Error& error) {
  return {error.code, error.what,
          "OMS_CACHE_DIR='" + from.directory() + "' oms cache verify tells all that is wrong"};
}

Result<Done> copy_pages(const Cache& from, CacheWriter& writer, Manifest& manifest,
                        CopiedCache& copied) {
  std::set<std::string> files;
  for (PageInfo& page : manifest.pages) {
    const Result<std::string> content = from.read_page(page);
    if (!content) return unreadable(from, content.error());
    Result<Done> written = writer.write_page(page, *content);
    if (!written) return written;
    if (files.insert(page.file).second) copied.bytes += content->size();
  }
  copied.pages = files.size();
  return Done{};
}

}  // namespace

Result<CopiedCache> copy_cache(const std::string& from, const std::string& to, FileSystem* files) {
  const Cache source(from);
  if (!source.exists()) {
    return Error{Errc::data, "cannot copy the cache '" + from + "': there is none", ""};
  }
  if (same_directory(from, to)) {
    return Error{Errc::usage, "cannot copy the cache '" + from + "': it is the target itself", ""};
  }
  Result<Manifest> manifest = source.current();
  if (!manifest) return unreadable(source, manifest.error());
  const Result<std::vector<DigestLine>> digest = source.read_digest(
      manifest->history.empty() ? source.current_name() : manifest->history.back());
  if (!digest) return unreadable(source, digest.error());
  const Result<std::unique_ptr<CacheWriter>> writer = CacheWriter::open(to, files);
  if (!writer) return writer.error();
  CopiedCache copied;
  const Result<Done> pages = copy_pages(source, **writer, *manifest, copied);
  if (!pages) return pages.error();
  copied.replaced = Cache(to).current_name();
  const Result<std::string> published = (*writer)->publish(*manifest, *digest);
  if (!published) return published.error();
  copied.snapshot = *published;
  (*writer)->collect_garbage();
  return copied;
}

}  // namespace oms
