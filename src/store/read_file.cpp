#include "store/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "oms/base/text.h"
#include "store/file_names.h"

namespace oms {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { reset(-1); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void reset(int number) {
    if (number_ >= 0) ::close(number_);
    number_ = number;
  }

 private:
  int number_;
};

// O_NONBLOCK: a pipe in place of a file must not stop us.
constexpr int kReadFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

// Fills `bytes` from `offset` on, as far as there is anything.
int read_from(int descriptor, std::size_t offset, std::string& bytes) {
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::pread(descriptor, bytes.data() + filled, bytes.size() - filled,
                                  static_cast<off_t>(offset + filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return 0;
}

int read_all(int descriptor, std::size_t limit, std::string& bytes) {
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0) return errno;
  if (!S_ISREG(status.st_mode)) return S_ISDIR(status.st_mode) ? EISDIR : ENXIO;
  if (static_cast<std::uint64_t>(status.st_size) > limit) return EFBIG;
  bytes.resize(static_cast<std::size_t>(status.st_size));
  return read_from(descriptor, 0, bytes);
}

// Calls `use` with a descriptor of a file below the directory, no link on the way to it.
template <typename Use>
int with_file_below(const std::string& directory, std::string_view relative, Use use) {
  Descriptor place(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (place.get() < 0) return errno;
  const std::vector<std::string_view> parts = split(relative, '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const int flags = i + 1 < parts.size() ? kReadFlags | O_DIRECTORY : kReadFlags;
    const int next = ::openat(place.get(), std::string(parts[i]).c_str(), flags);
    if (next < 0) return errno;
    place.reset(next);
  }
  return use(place.get());
}

void add_files(const std::string& directory, const std::string& relative,
               std::vector<FoundFile>& files) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::directory_iterator entry(directory + "/" + relative, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string path = relative + entry->path().filename().string();
    std::error_code unknown;
    if (!is_ours(path)) continue;
    const auto size = entry->is_symlink(unknown) ? 0 : entry->file_size(unknown);
    files.push_back({path, unknown ? 0 : size});
  }
}

std::vector<std::string> source_names(const std::string& directory) {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  if (fs::is_symlink(directory + "/sources", error)) return names;
  fs::directory_iterator entry(directory + "/sources", error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::string name = entry->path().filename().string();
    std::error_code unknown;
    if (is_source_name(name) && !entry->is_symlink(unknown)) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

int read_below(const std::string& directory, std::string_view relative, std::size_t limit,
               std::string& bytes) {
  return with_file_below(directory, relative,
                         [&](int file) { return read_all(file, limit, bytes); });
}

int read_part_below(const std::string& directory, std::string_view relative, std::size_t offset,
                    std::size_t size, std::string& bytes) {
  bytes.resize(size);
  const int error = with_file_below(directory, relative,
                                    [&](int file) { return read_from(file, offset, bytes); });
  return error == 0 && bytes.size() != size ? ENODATA : error;
}

std::vector<FoundFile> our_files(const std::string& directory) {
  std::vector<FoundFile> files;
  add_files(directory, "", files);
  std::vector<std::string> folders = {"pages/", "snapshots/", "digests/", "index/"};
  for (const std::string& name : source_names(directory))
    folders.push_back("sources/" + name + "/");
  for (const std::string& folder : folders) {
    std::error_code unknown;
    const std::string path = directory + "/" + folder.substr(0, folder.size() - 1);
    if (!std::filesystem::is_symlink(path, unknown)) add_files(directory, folder, files);
  }
  std::sort(files.begin(), files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
  return files;
}

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "it does not exist";
    case ENOSPC:
      return "no space left on the disk";
    case EDQUOT:
      return "the disk quota is used up";
    case EROFS:
      return "the file system is read-only";
    case EACCES:
    case EPERM:
      return "permission denied";
    case ENOTDIR:
      return "it is not a directory";
    case EISDIR:
      return "it is a directory";
    case ENXIO:
      return "it is not a regular file";
    case ELOOP:
      return "it is a symbolic link";
    case EFBIG:
      return "it is too large";
    default:
      return fold(std::generic_category().message(error));
  }
}

}  // namespace oms
