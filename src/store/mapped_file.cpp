#include "oms/store/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace oms {
namespace {

Error cannot_read(const std::string& path, int error) {
  return {Errc::data, "cannot read '" + path + "': " + std::strerror(error), ""};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_read(path, errno);
  struct stat status = {};
  const bool known = ::fstat(descriptor, &status) == 0;
  const int stat_error = errno;
  if (!known || status.st_size <= 0) {
    ::close(descriptor);
    return cannot_read(path, known ? ENODATA : stat_error);
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  const int map_error = errno;
  ::close(descriptor);
  if (memory == MAP_FAILED) return cannot_read(path, map_error);
  return MappedFile({static_cast<const std::byte*>(memory), size});
}

Result<MappedFile> MappedFile::copy_of(std::string_view bytes) {
  void* memory =
      ::mmap(nullptr, bytes.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return cannot_read("memory", errno);
  std::memcpy(memory, bytes.data(), bytes.size());
  return MappedFile({static_cast<const std::byte*>(memory), bytes.size()});
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace oms
