#include "store/atomic_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "store/file_names.h"
#include "store/read_file.h"

namespace oms {
namespace {

int opened(int descriptor, int& result) {
  if (descriptor < 0) return errno;
  result = descriptor;
  return 0;
}

int outcome(int returned) { return returned == 0 ? 0 : errno; }

bool is_directory(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

int fill(FileSystem& files, int descriptor, std::string_view bytes) {
  int error = write_all(files, descriptor, bytes);
  if (error == 0) error = files.sync(descriptor);
  const int close_error = files.close(descriptor);  // some file systems report a full disk here
  return error != 0 ? error : close_error;
}

int make_directory(FileSystem& files, const std::string& path) {
  if (path.empty() || is_directory(path)) return 0;
  const int error = files.make_directory(path);
  if (error == EEXIST) return is_directory(path) ? 0 : ENOTDIR;
  if (error != 0) return error;
  const int sync_error = files.sync_directory(parent_directory(path));
  return sync_error == EACCES ? 0 : sync_error;  // above the cache, a place we may only pass
}

std::string remedy(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space or set OMS_CACHE_DIR to a directory on another disk";
    case EACCES:
    case EPERM:
    case EROFS:
      return "make it writable or set OMS_CACHE_DIR to a directory that is";
    case ENOTDIR:
    case EISDIR:
      return "move it away or set OMS_CACHE_DIR to another directory";
    default:
      return "set OMS_CACHE_DIR to another directory";
  }
}

}  // namespace

int FileSystem::make_directory(const std::string& path) {
  return outcome(::mkdir(path.c_str(), modes_.directory));
}

int FileSystem::open_lock(const std::string& path, int& descriptor) {
  const int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  return opened(::open(path.c_str(), flags, modes_.file), descriptor);
}

int FileSystem::lock(int descriptor) {
  int error = EINTR;
  while (error == EINTR) error = outcome(::flock(descriptor, LOCK_EX | LOCK_NB));
  return error;
}

int FileSystem::truncate(int descriptor) { return outcome(::ftruncate(descriptor, 0)); }

int FileSystem::create(const std::string& path, int& descriptor) {
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  return opened(::open(path.c_str(), flags, modes_.file), descriptor);
}

int FileSystem::write(int descriptor, std::string_view bytes, std::size_t& written) {
  const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
  if (count < 0) return errno;
  written = static_cast<std::size_t>(count);
  return 0;
}

int FileSystem::write_at(int descriptor, std::size_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count =
        ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return ENOSPC;
    offset += static_cast<std::size_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

// Errors stay for sync() to tell.
void FileSystem::begin_sync(int descriptor) {
  ::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}

int FileSystem::sync(int descriptor) { return outcome(::fsync(descriptor)); }

int FileSystem::close(int descriptor) {
  const int error = outcome(::close(descriptor));
  return error == EINTR ? 0 : error;  // Linux has closed it then
}

int FileSystem::rename(const std::string& from, const std::string& to) {
  return outcome(::rename(from.c_str(), to.c_str()));
}

int FileSystem::exchange(const std::string& one, const std::string& other) {
  return outcome(::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE));
}

int FileSystem::sync_directory(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = outcome(::fsync(descriptor));
  ::close(descriptor);
  return error == EINVAL || error == ENOTSUP ? 0 : error;  // this file system has no such thing
}

int FileSystem::remove(const std::string& path) { return outcome(::unlink(path.c_str())); }

int FileSystem::remove_directory(const std::string& path) { return outcome(::rmdir(path.c_str())); }

FileSystem& real_file_system() {
  static FileSystem files;
  return files;
}

int write_all(FileSystem& files, int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t written = 0;
    const int error = files.write(descriptor, bytes, written);
    if (error == EINTR) continue;
    if (error != 0) return error;
    if (written == 0) return ENOSPC;
    bytes.remove_prefix(written);
  }
  return 0;
}

std::string parent_directory(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string temporary_of(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  return path.substr(0, name) + std::string(kTemporaryPrefix) + path.substr(name);
}

int create_anew(FileSystem& files, const std::string& path, int& descriptor) {
  const int error = files.create(path, descriptor);
  if (error != EEXIST) return error;
  if (const int left_over = files.remove(path)) return left_over;
  return files.create(path, descriptor);
}

Result<Done> place_file(FileSystem& files, const std::string& path, std::string_view bytes) {
  Result<Done> made = make_directories(files, parent_directory(path));
  if (!made) return made;
  const std::string temporary = temporary_of(path);
  int descriptor = -1;
  if (const int error = create_anew(files, temporary, descriptor)) {
    return write_error("cannot write", path, error);
  }
  int error = fill(files, descriptor, bytes);
  if (error == 0) error = files.rename(temporary, path);
  if (error == 0) return Done{};
  files.remove(temporary);
  return write_error("cannot write", path, error);
}

Result<Done> write_atomically(FileSystem& files, const std::string& path, std::string_view bytes) {
  const Result<Done> placed = place_file(files, path, bytes);
  return placed ? sync_directory(files, parent_directory(path)) : placed;
}

Result<Done> sync_directory(FileSystem& files, const std::string& path) {
  if (const int error = files.sync_directory(path)) return write_error("cannot sync", path, error);
  return Done{};
}

Result<Done> make_directories(FileSystem& files, const std::string& path) {
  if (path.empty()) return write_error("cannot create", path, ENOENT);
  std::size_t slash = 0;
  while (slash != std::string::npos) {
    slash = path.find('/', slash + 1);
    const std::string part = path.substr(0, slash);
    if (const int error = make_directory(files, part)) {
      return write_error("cannot create", part, error);
    }
  }
  return Done{};
}

Error write_error(std::string_view tried, const std::string& path, int error) {
  return {Errc::data, std::string(tried) + " '" + path + "': " + reason(error), remedy(error)};
}

}  // namespace oms
