#include "sys/system.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace oms {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;

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

bool is_special(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

// Devices and pipes cannot be replaced by a rename.
Result<Done> write_through(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  const int error = write_all(descriptor, bytes);
  ::close(descriptor);
  if (error != 0 && error != EPIPE) return cannot_write(path, error);
  return Done{};
}

}  // namespace

void DescriptorSink::write(std::string_view bytes) {
  if (closed_ || error_ != 0) return;
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
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

Date SystemClock::today() const {
  if (const auto now = environment_variable("OMS_NOW")) {
    if (const auto date = parse_date(*now)) return *date;
  }
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

std::optional<std::string> environment_variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
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
  if (is_special(path)) return write_through(path, bytes);
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  int error = write_all(descriptor, bytes);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (error == 0 && ::fchmod(descriptor, 0666 & ~mask) != 0) error = errno;
  if (error == 0 && ::fsync(descriptor) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return Done{};
  ::unlink(temporary.c_str());
  return cannot_write(path, error);
}

void ignore_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

}  // namespace oms
