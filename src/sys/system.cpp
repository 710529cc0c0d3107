#include "sys/system.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;

volatile std::sig_atomic_t stop_requested = 0;

// Writes everything; returns 0 or the errno that stopped it.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Error cannot_write(const std::string& path, int error) {
  return {Errc::data, "cannot write '" + path + "': " + std::strerror(error), ""};
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return path.substr(0, std::max(slash, std::size_t{1}));
}

// The folder of `path` without links, empty if there is none.
std::string real_folder(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(
      ::realpath(folder_of(path).c_str(), nullptr), &std::free);
  return real == nullptr ? std::string() : real.get();
}

// Below /proc a link stands for an open file, not for the name that it reads as: /dev/stdout leads
// to /proc/self/fd/1, which seems to lead to the file that the shell opened.
bool in_proc(const std::string& path) { return real_folder(path).rfind("/proc/", 0) == 0; }

std::optional<std::string> link_text(const std::string& path) {
  char text[PATH_MAX];
  const ssize_t size = ::readlink(path.c_str(), text, sizeof text);
  if (size <= 0) return std::nullopt;
  return std::string(text, static_cast<std::size_t>(size));
}

// The file that `path` means, even one that is still to be created, so that links stay links.
std::string follow_links(std::string path) {
  constexpr int kMostLinks = 40;  // as in the kernel; what is left of a circle fails in stat()
  for (int links = 0; links < kMostLinks && !in_proc(path); ++links) {
    const auto next = link_text(path);
    if (!next) break;
    path = next->front() == '/' ? *next : folder_of(path) + "/" + *next;
  }
  return path;
}

// N of /proc/self/fd/N, by whatever name.
std::optional<int> own_descriptor(const std::string& path) {
  if (real_folder(path) != "/proc/" + std::to_string(::getpid()) + "/fd") return std::nullopt;
  const char* name = path.c_str() + path.rfind('/') + 1;
  const char* end = path.c_str() + path.size();
  int number = 0;
  const auto [rest, error] = std::from_chars(name, end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

// To open one's own descriptor again would start at byte 0 of a file that others append to.
int open_in_place(const std::string& path) {
  if (const auto own = own_descriptor(path)) return ::fcntl(*own, F_DUPFD_CLOEXEC, 0);
  return ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
}

// Devices, pipes and open files cannot be replaced by a rename.
Result<Done> write_through(const std::string& path, std::string_view bytes) {
  const int descriptor = open_in_place(path);
  if (descriptor < 0) return cannot_write(path, errno);
  int error = write_all(descriptor, bytes);
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error != 0 && error != EPIPE) return cannot_write(path, error);
  return Done{};
}

// The bits of the existing file, and its owner where the system allows; else those of a new file.
int set_mode(int descriptor, const struct stat* existing) {
  if (existing == nullptr) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return ::fchmod(descriptor, 0666 & ~mask) == 0 ? 0 : errno;
  }
  mode_t bits = existing->st_mode & 07777;
  if (::fchown(descriptor, existing->st_uid, existing->st_gid) != 0) {
    bits &= 0777;  // set-user-id must not move to another user
    const bool group_kept = ::fchown(descriptor, static_cast<uid_t>(-1), existing->st_gid) == 0;
    if (!group_kept) bits &= ~mode_t{S_IRWXG};  // nor the group's rights to another group
  }
  return ::fchmod(descriptor, bits) == 0 ? 0 : errno;
}

// Writes beside `target` and renames; 0 or the errno that stopped it.
int write_and_rename(const std::string& target, std::string_view bytes,
                     const struct stat* existing) {
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return errno;
  int error = write_all(descriptor, bytes);
  if (error == 0) error = set_mode(descriptor, existing);
  if (error == 0 && ::fsync(descriptor) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

}  // namespace

void DescriptorSink::write(std::string_view bytes) {
  if (closed_ || error_ != 0) return;
  buffer_ += bytes;
  if (results_ != nullptr) results_->flush();
  if (results_ != nullptr || buffer_.size() >= kBuffer) flush();
}

int DescriptorSink::flush() {
  if (closed_ || error_ != 0) return error_;
  const int error = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (error == EPIPE) {
    closed_ = true;
  } else {
    error_ = error;
  }
  return error_;
}

std::int64_t SystemClock::now_ms() const {
  if (const auto now = environment_variable("OMS_NOW")) {
    if (const auto time = parse_time_ms(*now)) return *time;
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool SystemClock::sleep_ms(std::int64_t ms) {
  constexpr std::int64_t kSlice = 100;  // how soon Ctrl-C is answered
  for (; ms > 0 && !interrupted(); ms -= kSlice) {
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(ms, kSlice)));
  }
  return !interrupted();
}

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = [](int) {
    constexpr int kInterrupted = 130;
    if (stop_requested != 0) ::_exit(kInterrupted);
    stop_requested = 1;
  };
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return stop_requested != 0; }

std::optional<std::string> environment_variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

std::optional<std::string> read_small_file(const std::string& path) {
  constexpr std::size_t kMost = 64 * 1024;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  std::string text(kMost + 1, '\0');
  std::size_t size = 0;
  ssize_t got = 0;
  while (size < text.size() && (got = ::read(descriptor, &text[size], text.size() - size)) > 0) {
    size += static_cast<std::size_t>(got);
  }
  ::close(descriptor);
  if (got < 0 || size > kMost) return std::nullopt;
  text.resize(size);
  return text;
}

Result<std::string> read_input(const std::string& path) {
  constexpr std::size_t kMost = std::size_t{64} * 1024 * 1024;
  const bool own = path == "-";
  const int descriptor = own ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::string text;
  std::string part(kBuffer, '\0');
  ssize_t got = descriptor < 0 ? -1 : 1;
  int error = descriptor < 0 ? errno : 0;
  while (got > 0 && text.size() <= kMost) {
    got = ::read(descriptor, part.data(), part.size());
    if (got < 0 && errno != EINTR) error = errno;
    if (got > 0) text.append(part.data(), static_cast<std::size_t>(got));
    if (got < 0 && error == 0) got = 1;  // interrupted: again
  }
  if (!own && descriptor >= 0) ::close(descriptor);
  if (text.size() > kMost) return Error{Errc::data, "it is larger than 64 MiB", ""};
  if (error == 0) return text;
  std::string why = std::strerror(error);
  why[0] = fold(why[0]);
  return Error{Errc::data, why, ""};
}

Terminal terminal_of(int descriptor) {
  Terminal terminal;
  terminal.is_terminal = ::isatty(descriptor) == 1;
  winsize size = {};
  if (terminal.is_terminal && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
    terminal.width = size.ws_col;
    terminal.height = size.ws_row;
  }
  return terminal;
}

Result<Done> replace_file(const std::string& path, std::string_view bytes) {
  const std::string target = follow_links(path);
  struct stat status = {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return cannot_write(path, errno);
  const bool special = exists && !S_ISREG(status.st_mode);
  if (special || in_proc(target)) return write_through(target, bytes);
  const int error = write_and_rename(target, bytes, exists ? &status : nullptr);
  if (error != 0) return cannot_write(path, error);
  return Done{};
}

void ignore_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

// Reading pages and building an index take and give back much memory, whose pages the kernel would
// have to find and clear again and again. The heap is grown once, without touching it, in pages of
// 2 MiB where the system lends them on request, and is not given back before the end.
void keep_freed_memory() {
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr std::size_t kMegabyte = 1024UL * 1024;
  constexpr std::size_t kHeap = 512 * kMegabyte;
  ::mallopt(M_TRIM_THRESHOLD, 1024 * static_cast<int>(kMegabyte));
  ::mallopt(M_MMAP_MAX, 0);   // all of it comes from the heap,
  ::mallopt(M_ARENA_MAX, 1);  // and there is only one
  void* heap = std::malloc(kHeap);
  if (heap == nullptr) return;
  const std::uintptr_t page = 2 * kMegabyte;
  const auto begin = (reinterpret_cast<std::uintptr_t>(heap) + page - 1) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(heap) + kHeap) / page * page;
  ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  std::free(heap);
#endif
}

}  // namespace oms
