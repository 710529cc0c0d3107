// Files that are either there as a whole or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "oms/base/result.h"

namespace oms {

// Every system call of the cache's writer, so that tests can fail or stop each of them. All return
// 0 or an errno. The base class does the real thing.
class FileSystem {
 public:
  // Of what is made; the umask takes its bits away.
  struct Modes {
    unsigned directory = 0700;
    unsigned file = 0600;
  };
  FileSystem() = default;
  explicit FileSystem(Modes modes) : modes_(modes) {}
  virtual ~FileSystem() = default;
  virtual int make_directory(const std::string& path);
  virtual int open_lock(const std::string& path, int& descriptor);
  virtual int lock(int descriptor);  // EWOULDBLOCK: another process holds it
  virtual int truncate(int descriptor);
  virtual int create(const std::string& path, int& descriptor);  // EEXIST when it is there
  virtual int write(int descriptor, std::string_view bytes, std::size_t& written);
  virtual int write_at(int descriptor, std::size_t offset, std::string_view bytes);
  // What was written goes on its way to the disk; sync() has less to wait for then.
  virtual void begin_sync(int descriptor);
  virtual int sync(int descriptor);
  virtual int close(int descriptor);
  virtual int rename(const std::string& from, const std::string& to);
  virtual int exchange(const std::string& one, const std::string& other);  // swaps their names
  virtual int sync_directory(const std::string& path);
  virtual int remove(const std::string& path);
  virtual int remove_directory(const std::string& path);

 private:
  Modes modes_ = {};
};
FileSystem& real_file_system();

int write_all(FileSystem& files, int descriptor, std::string_view bytes);

// "." for a bare name.
std::string parent_directory(const std::string& path);
// Where a file is written that is to be renamed to `path`.
std::string temporary_of(const std::string& path);
// The lock makes us the only writer: a temporary file that exists was left by one that died.
int create_anew(FileSystem& files, const std::string& path, int& descriptor);

// Makes the directory when it is missing; temporary file beside `path`, write, fsync, rename. The
// caller syncs the directory, before anything names the file. On failure what stood at `path` still
// does.
Result<Done> place_file(FileSystem& files, const std::string& path, std::string_view bytes);
// place_file and the fsync of the directory.
Result<Done> write_atomically(FileSystem& files, const std::string& path, std::string_view bytes);

// fsync of a directory: makes the names in it survive a power cut.
Result<Done> sync_directory(FileSystem& files, const std::string& path);
// Makes `path` and its missing parents.
Result<Done> make_directories(FileSystem& files, const std::string& path);

// "<tried> '<path>': <reason>" with what to do about it, for failures of writing.
Error write_error(std::string_view tried, const std::string& path, int error);

}  // namespace oms
