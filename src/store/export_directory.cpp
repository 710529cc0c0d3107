#include "oms/store/export_directory.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "oms/base/text.h"
#include "store/atomic_file.h"
#include "store/file_names.h"
#include "store/read_file.h"

namespace oms {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPartDigits = 5;
constexpr std::size_t kMostDigits = 10;
constexpr int kAttempts = 5;
constexpr const char* kRemedy = "name a directory that can be made and replaced";

bool only(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

// The mark, or a name that part_name() makes.
bool is_export_file(std::string_view name) {
  if (name == kExportMark) return true;
  const std::size_t dash = name.find('-');
  const std::size_t dot = name.find('.');
  if (dash == std::string_view::npos || dot == std::string_view::npos || dot < dash) return false;
  const std::string_view number = name.substr(dash + 1, dot - dash - 1);
  const std::string_view ending = name.substr(dot + 1);
  return only(name.substr(0, dash), "abcdefghijklmnopqrstuvwxyz") && only(number, "0123456789") &&
         number.size() >= kPartDigits && number.size() <= kMostDigits &&
         (ending == "ndjson" || ending == "csv");
}

struct Content {
  int error = 0;                        // errno, where it cannot be read
  std::vector<std::string> names = {};  // sorted
  std::string foreign = {};             // the first that is no file of an export
  bool marked = false;
};

Content content_of(const std::string& directory) {
  Content content;
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    content.names.push_back(entry->path().filename().string());
    std::error_code unknown;
    const bool file = entry->symlink_status(unknown).type() == fs::file_type::regular;
    const std::string& name = content.names.back();
    const bool ours = file && is_export_file(name);
    if (!ours && (content.foreign.empty() || name < content.foreign)) content.foreign = name;
    content.marked = content.marked || (ours && name == kExportMark);
  }
  content.error = error.value();
  std::sort(content.names.begin(), content.names.end());
  return content;
}

std::string parent_of(const std::string& path) {
  const std::string parent = fs::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

// The place itself where `path` leads through links, so that a link stays one.
std::string resolved(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real.string();
}

bool is_working_directory(const std::string& path) {
  std::error_code error;
  return fs::equivalent(path, ".", error);
}

Error refused(const std::string& path, const std::string& why) {
  return {Errc::data, "cannot export to '" + printable(path) + "': " + why,
          "name a directory that is new, empty or of a former export"};
}

// Whether an export may take the place: nothing but a former one is ever replaced.
Result<Done> check_place(const std::string& asked, const std::string& place) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(place, error);
  if (status.type() == fs::file_type::not_found) return Done{};
  if (status.type() != fs::file_type::directory) return refused(asked, reason(ENOTDIR));
  // It would be another directory afterwards, and the shell would stand in the one that is gone.
  if (is_working_directory(place)) {
    return Error{Errc::data,
                 "cannot export to '" + printable(asked) + "': it is the working directory",
                 "name a directory below it"};
  }
  const Content content = content_of(place);
  if (content.error != 0) return refused(asked, reason(content.error));
  const std::string& first = content.names.empty() ? content.foreign : content.names.front();
  const std::string& other = content.marked ? content.foreign : first;
  if (other.empty()) return Done{};
  return refused(asked, "it holds '" + printable(other) + "', which no export put there");
}

// Opens and locks a directory; 0 or an errno. EWOULDBLOCK: another process has it; ENOENT: it is
// not there, or not any more.
int hold(FileSystem& files, const std::string& directory, int& descriptor) {
  descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int error = files.lock(descriptor);
  struct stat held = {};
  struct stat named = {};
  const bool same = ::fstat(descriptor, &held) == 0 && ::lstat(directory.c_str(), &named) == 0 &&
                    held.st_ino == named.st_ino && held.st_dev == named.st_dev;
  if (error == 0 && !same) error = ENOENT;
  if (error == 0) return 0;
  ::close(descriptor);
  descriptor = -1;
  return error;
}

int remove_files(FileSystem& files, const std::string& directory) {
  const Content content = content_of(directory);
  if (content.error != 0) return content.error;
  if (!content.foreign.empty()) return ENOTEMPTY;
  for (const std::string& name : content.names) {
    if (const int error = files.remove(directory + "/" + name)) return error;
  }
  return 0;
}

// What a former export left. Somebody who holds it already does the same.
void remove_former(FileSystem& files, const std::string& directory) {
  struct Held {
    ~Held() {
      if (descriptor >= 0) ::close(descriptor);
    }
    int descriptor = -1;
  } held;
  if (hold(files, directory, held.descriptor) != 0) return;
  if (remove_files(files, directory) == 0) files.remove_directory(directory);
}

// Two directories change their places. Where the file system cannot do that in one step, there is
// none at `place` for a moment.
int exchange(FileSystem& files, const std::string& place, const std::string& other) {
  const int error = files.exchange(other, place);
  if (error != EINVAL && error != ENOSYS) return error;
  const std::string aside = other + "-former";
  if (const int moved = files.rename(place, aside)) return moved;
  if (const int taken = files.rename(other, place)) {
    files.rename(aside, place);
    return taken;
  }
  return files.rename(aside, other);
}

FileSystem& shared_files() {
  static FileSystem files(FileSystem::Modes{.directory = 0777, .file = 0666});
  return files;
}

}  // namespace

std::string part_name(std::string_view table, std::size_t part, std::string_view ending) {
  std::string number = std::to_string(part);
  if (number.size() < kPartDigits) number.insert(0, kPartDigits - number.size(), '0');
  return std::string(table) + "-" + number + "." + std::string(ending);
}

class ExportDirectory::FileSink : public Sink {
 public:
  FileSink(FileSystem& files, int descriptor) : files_(files), descriptor_(descriptor) {}
  ~FileSink() override {
    if (descriptor_ >= 0) files_.close(descriptor_);
  }
  void write(std::string_view bytes) override {
    if (error_ != 0) return;
    error_ = write_all(files_, descriptor_, bytes);
    bytes_ += bytes.size();
  }
  // 0, or the errno of whatever failed first.
  int finish() {
    if (error_ == 0) error_ = files_.sync(descriptor_);
    const int closed = files_.close(std::exchange(descriptor_, -1));
    return error_ != 0 ? error_ : closed;
  }
  std::uint64_t bytes() const { return bytes_; }

 private:
  FileSystem& files_;
  int descriptor_;
  int error_ = 0;
  std::uint64_t bytes_ = 0;
};

ExportDirectory::ExportDirectory(std::string asked, std::string place, FileSystem& files)
    : asked_(std::move(asked)), place_(std::move(place)), files_(files), file_() {
  const fs::path path(place_);
  temporary_ = parent_of(place_) + "/" + std::string(kTemporaryPrefix) + path.filename().string();
}

ExportDirectory::~ExportDirectory() {
  file_.reset();
  if (lock_ < 0) return;
  if (!published_ && remove_files(files_, temporary_) == 0) files_.remove_directory(temporary_);
  ::close(lock_);
}

Result<std::unique_ptr<ExportDirectory>> ExportDirectory::begin(const std::string& path,
                                                                FileSystem* files) {
  const std::string place = resolved(path);
  const Result<Done> free = check_place(path, place);
  if (!free) return free.error();
  // The root, "..": what has no name of its own cannot be replaced.
  const std::string name = fs::path(place).filename().string();
  if (name.empty() || name == "." || name == "..") {
    return refused(path, "it cannot be put in one step");
  }
  std::unique_ptr<ExportDirectory> made(
      new ExportDirectory(path, place, files != nullptr ? *files : shared_files()));
  const Result<Done> done = made->make();
  if (!done) return done.error();
  return made;
}

// A directory of that name was left by an export that died, or belongs to one that goes on.
Result<Done> ExportDirectory::make() {
  const Result<Done> parents = make_directories(files_, parent_of(place_));
  if (!parents) return Error{Errc::data, parents.error().what, kRemedy};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const int error = files_.make_directory(temporary_);
    if (error != 0 && error != EEXIST) return failure("cannot export to", asked_, error);
    const int held = hold(files_, temporary_, lock_);
    if (held == EWOULDBLOCK || held == ENOENT) continue;
    if (held != 0) return failure("cannot write", temporary_, held);
    if (const int left = remove_files(files_, temporary_)) {
      return failure("cannot clear", temporary_, left);
    }
    return Done{};
  }
  return Error{Errc::data, "cannot export to '" + printable(asked_) + "': another process does so",
               "wait until it has ended, or end it"};
}

Result<Done> ExportDirectory::begin_file(std::string_view name) {
  file_name_ = temporary_ + "/" + std::string(name);
  int descriptor = -1;
  if (const int error = files_.create(file_name_, descriptor)) {
    return failure("cannot write", file_name_, error);
  }
  file_ = std::make_unique<FileSink>(files_, descriptor);
  return Done{};
}

Sink& ExportDirectory::sink() { return *file_; }

Result<Done> ExportDirectory::end_file() {
  const int error = file_->finish();
  bytes_ += file_->bytes();
  ++file_count_;
  file_.reset();
  if (error != 0) return failure("cannot write", file_name_, error);
  return Done{};
}

Result<Done> ExportDirectory::publish(std::string_view mark) {
  const auto tables = std::pair(file_count_, bytes_);
  Result<Done> done = begin_file(kExportMark);
  if (!done) return done;
  sink().write(mark);
  done = end_file();
  if (!done) return done;
  std::tie(file_count_, bytes_) = tables;  // the mark is none of them
  if (const int error = files_.sync_directory(temporary_)) {
    return failure("cannot sync", temporary_, error);
  }
  return take_place();
}

// What stood there meanwhile is looked at again: exchanged, it is still whole.
Result<Done> ExportDirectory::take_place() {
  int error = files_.rename(temporary_, place_);
  const bool former = error == ENOTEMPTY || error == EEXIST;
  if (former) error = exchange(files_, place_, temporary_);
  if (error != 0) return failure("cannot export to", asked_, error);
  if (former) {
    const Result<Done> ours = check_place(asked_, temporary_);
    if (!ours) {
      exchange(files_, place_, temporary_);
      return ours;
    }
  }
  published_ = true;
  const int unsynced = files_.sync_directory(parent_of(place_));
  if (unsynced != 0 && unsynced != EACCES) {  // a place above that we may only pass
    return failure("cannot sync", parent_of(place_), unsynced);
  }
  if (former) remove_former(files_, temporary_);
  return Done{};
}

Error ExportDirectory::failure(std::string_view tried, const std::string& path, int error) const {
  const bool full = error == ENOSPC || error == EDQUOT;
  const std::string hint = full ? "free some space or name a directory on another disk" : kRemedy;
  return {Errc::data, std::string(tried) + " '" + printable(path) + "': " + reason(error), hint};
}

}  // namespace oms
