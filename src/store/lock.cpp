#include "store/lock.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <string_view>

#include "store/file_names.h"
#include "store/read_file.h"

namespace oms {
namespace {

constexpr std::size_t kLongestLock = 4096;
constexpr int kAttempts = 5;

// False when the file was removed or replaced after it was opened: such a lock guards nothing.
bool still_there(int descriptor, const std::string& path) {
  struct stat held = {};
  struct stat named = {};
  return ::fstat(descriptor, &held) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

// The file system's own time of the last change, so that the lock needs no clock.
std::string changed_at(int descriptor) {
  struct stat status = {};
  struct tm utc = {};
  char text[32] = "";
  if (::fstat(descriptor, &status) != 0 || ::gmtime_r(&status.st_mtime, &utc) == nullptr) return "";
  return std::string(text, std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc));
}

// Only for the message that others print: a full disk does not make the lock worse.
void sign(FileSystem& files, int descriptor) {
  if (files.truncate(descriptor) != 0) return;
  if (write_all(files, descriptor, std::to_string(::getpid()) + " ") != 0) return;
  write_all(files, descriptor, changed_at(descriptor) + "\n");
}

// "<pid> <time>" as sign() wrote it; anything else is not repeated.
std::string holder(const std::string& directory, std::string_view lock) {
  std::string text;
  if (read_below(directory, lock, kLongestLock, text) != 0) return "another process";
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits > 10 || digits == std::string::npos) return "another process";
  const std::string name = "process " + text.substr(0, digits);
  const std::string since = text.substr(digits + 1, text.find('\n') - digits - 1);
  return snapshot_name(since) ? name + ", since " + since + "," : name;
}

Error locked(const std::string& directory, std::string_view lock) {
  return {Errc::data,
          "cannot write to the cache '" + directory + "': " + holder(directory, lock) +
              " is writing to it",
          "wait until it has ended, or end it"};
}

}  // namespace

Result<int> take_lock(FileSystem& files, const std::string& directory, std::string_view name) {
  const std::string path = directory + "/" + std::string(name);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    int descriptor = -1;
    if (const int error = files.open_lock(path, descriptor)) {
      return write_error("cannot write", path, error);
    }
    const int error = files.lock(descriptor);
    if (error == 0 && still_there(descriptor, path)) {
      sign(files, descriptor);
      return descriptor;
    }
    files.close(descriptor);
    if (error == EWOULDBLOCK) return locked(directory, name);
    if (error != 0) return write_error("cannot lock", path, error);
  }
  return locked(directory, name);
}

}  // namespace oms
