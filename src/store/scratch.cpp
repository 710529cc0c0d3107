#include "oms/store/scratch.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "store/atomic_file.h"

namespace oms {
namespace {

// Some file systems have no files without a name; one that is removed at once is as good.
int make_nameless(const std::string& directory) {
  const int flags = O_TMPFILE | O_RDWR | O_CLOEXEC;
  const int descriptor = ::open(directory.c_str(), flags, 0600);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return descriptor;
  std::string path = directory + "/.tmp-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(path.c_str());
  return named;
}

}  // namespace

std::uint64_t MemoryScratch::append(std::string_view bytes) {
  pieces_.emplace_back(bytes);
  return pieces_.size() - 1;
}

void MemoryScratch::read(std::uint64_t place, char* out, std::size_t size) {
  std::memcpy(out, pieces_[place].data(), size);
}

Result<std::unique_ptr<FileScratch>> FileScratch::open(const std::string& directory) {
  const int descriptor = make_nameless(directory);
  if (descriptor < 0) return write_error("cannot make a temporary file in", directory, errno);
  return std::unique_ptr<FileScratch>(
      new FileScratch(directory, descriptor, make_nameless(directory)));
}

FileScratch::~FileScratch() {
  ::close(descriptor_);
  if (lending_ >= 0) ::close(lending_);
}

// Room in the file is taken beforehand: a page that finds the disk full would end the process.
char* FileScratch::lend(std::size_t size) {
  const std::lock_guard lock(mutex_);
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  const std::uint64_t whole = (size + page - 1) / page * page;
  const auto place = static_cast<off_t>(lent_);
  const bool filed =
      lending_ >= 0 && ::posix_fallocate(lending_, place, static_cast<off_t>(whole)) == 0;
  void* memory = ::mmap(nullptr, whole, PROT_READ | PROT_WRITE,
                        filed ? MAP_SHARED : MAP_PRIVATE | MAP_ANONYMOUS, filed ? lending_ : -1,
                        filed ? place : 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  if (filed) lent_ += whole;
  return static_cast<char*>(memory);
}

void FileScratch::give_back(char* memory, std::size_t size) {
  // It need not be written to the disk any more; where this is not possible it goes with the file.
  ::madvise(memory, size, MADV_REMOVE);
  ::munmap(memory, size);
}

void FileScratch::fail(const char* tried, int error) {
  if (!failure_) failure_ = write_error(tried, directory_, error);
}

std::uint64_t FileScratch::append(std::string_view bytes) {
  const std::uint64_t place = size_;
  size_ += bytes.size();
  std::uint64_t at = place;
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      fail("cannot write a temporary file in", count < 0 ? errno : ENOSPC);
      break;
    }
    at += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return place;
}

void FileScratch::read(std::uint64_t place, char* out, std::size_t size) {
  if (failure_) {  // what is read twice is the same twice
    std::memset(out, 0, size);
    return;
  }
  while (size > 0) {
    const ssize_t count = ::pread(descriptor_, out, size, static_cast<off_t>(place));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      fail("cannot read a temporary file in", count < 0 ? errno : EIO);
      std::memset(out, 0, size);
      return;
    }
    place += static_cast<std::uint64_t>(count);
    out += count;
    size -= static_cast<std::size_t>(count);
  }
}

}  // namespace oms
