#include <sys/stat.h>

#include "oms/store/cache.h"

namespace oms {
namespace {

bool same_directory(const std::string& a, const std::string& b) {
  struct stat first = {};
  struct stat second = {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
         first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

Result<Done> copy_pages(const Cache& from, CacheWriter& writer, Manifest& manifest) {
  for (PageInfo& page : manifest.pages) {
    const Result<std::string> content = from.read_page(page);
    if (!content) return content.error();
    Result<Done> written = writer.write_page(page, *content);
    if (!written) return written;
  }
  return Done{};
}

}  // namespace

Result<Done> copy_cache(const std::string& from, const std::string& to, FileSystem* files) {
  const Cache source(from);
  if (!source.exists()) {
    return Error{Errc::data, "cannot copy the cache '" + from + "': there is none", ""};
  }
  if (same_directory(from, to)) {
    return Error{Errc::usage, "cannot copy the cache '" + from + "': it is the target itself", ""};
  }
  Result<Manifest> manifest = source.current();
  if (!manifest) return manifest.error();
  const Result<std::vector<DigestLine>> digest = source.read_digest(
      manifest->history.empty() ? source.current_name() : manifest->history.back());
  if (!digest) return digest.error();
  const Result<std::unique_ptr<CacheWriter>> writer = CacheWriter::open(to, files);
  if (!writer) return writer.error();
  Result<Done> copied = copy_pages(source, **writer, *manifest);
  if (!copied) return copied;
  const Result<std::string> published = (*writer)->publish(*manifest, *digest);
  if (!published) return published.error();
  return Done{};
}

}  // namespace oms
