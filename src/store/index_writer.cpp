// Where indexes are written: by a reader that lacks one, and by the writer of the cache.
#include "oms/store/cache.h"
#include "store/atomic_file.h"
#include "store/file_names.h"
#include "store/lock.h"

namespace oms {
namespace {

Result<std::unique_ptr<PendingFile>> begin(FileSystem& files, const std::string& directory,
                                           std::string_view snapshot) {
  if (is_snapshot_name(snapshot)) return PendingFile::open(files, index_path(directory, snapshot));
  return Error{Errc::data,
               "cannot write an index of '" + std::string(snapshot) + "': it is not a snapshot",
               ""};
}

}  // namespace

Result<std::unique_ptr<PendingFile>> CacheWriter::begin_index(std::string_view snapshot) {
  return begin(files_, directory_, snapshot);
}

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(std::string directory, FileSystem* files) {
  FileSystem& system = files != nullptr ? *files : real_file_system();
  const Result<int> lock = take_lock(system, directory, kIndexLock);
  if (!lock) return lock.error();
  return std::unique_ptr<IndexWriter>(new IndexWriter(std::move(directory), *lock, system));
}

IndexWriter::~IndexWriter() { files_.close(lock_); }

Result<std::unique_ptr<PendingFile>> IndexWriter::begin(std::string_view snapshot) {
  return oms::begin(files_, directory_, snapshot);
}

Result<std::unique_ptr<Scratch>> index_scratch(const std::string& directory) {
  auto scratch = FileScratch::open(directory);
  if (!scratch) return std::move(scratch).error();
  return std::unique_ptr<Scratch>(*std::move(scratch));
}

}  // namespace oms
