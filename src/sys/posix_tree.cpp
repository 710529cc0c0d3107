#include "sys/posix_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "oms/base/text.h"

namespace oms {
namespace {

Error reason(int error) {
  std::string text = std::strerror(error);
  text[0] = fold(text[0]);
  return {Errc::data, text, ""};
}

EntryKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::folder;
  if (S_ISLNK(mode)) return EntryKind::link;
  return EntryKind::other;
}

// Some file systems leave the kind out of the listing.
EntryKind kind_of_entry(int folder, const dirent& entry) {
  if (entry.d_type == DT_REG) return EntryKind::file;
  if (entry.d_type == DT_DIR) return EntryKind::folder;
  if (entry.d_type == DT_LNK) return EntryKind::link;
  if (entry.d_type != DT_UNKNOWN) return EntryKind::other;
  struct stat status = {};
  if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return EntryKind::other;
  return kind_of_mode(status.st_mode);
}

// An open descriptor, closed at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

// Fills `bytes` up to its size or the end of the file; 0 or an errno.
int read_up_to(int descriptor, std::string& bytes) {
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t got = ::read(descriptor, &bytes[size], bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return 0;
}

}  // namespace

Result<EntryKind> PosixTree::kind(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return reason(errno);
  return kind_of_mode(status.st_mode);
}

Result<std::vector<TreeEntry>> PosixTree::list(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.c_str()), &::closedir);
  if (directory == nullptr) return reason(errno);
  std::vector<TreeEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(directory.get())) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") {
      entries.push_back({name, kind_of_entry(::dirfd(directory.get()), *entry)});
    }
    errno = 0;
  }
  if (errno != 0) return reason(errno);
  return entries;
}

Result<FileText> PosixTree::read(const std::string& path, std::size_t most_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return reason(errno);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return reason(errno);
  if (S_ISDIR(status.st_mode)) return reason(EISDIR);
  if (!S_ISREG(status.st_mode)) return Error{Errc::data, "not a regular file", ""};
  const auto told = static_cast<std::size_t>(status.st_size);
  if (told > most_bytes) return FileText{{}, true};
  // A file that grows meanwhile is read to what it was; one byte more shows the end of any other.
  FileText text{std::string(told + 1, '\0'), false};
  if (const int error = read_up_to(file.get(), text.bytes); error != 0) return reason(error);
  if (text.bytes.size() > most_bytes) return FileText{{}, true};
  return text;
}

Result<std::string> PosixTree::real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  if (real == nullptr) return reason(errno);
  return std::string(real.get());
}

}  // namespace oms
