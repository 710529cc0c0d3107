// A FileSystem that fails, dies or loses power at its n-th system call.
#pragma once

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/atomic_file.h"
#include "support/temp_dir.h"

namespace oms {

struct Crash {};  // thrown where the process would be gone

enum class Fault {
  error_before,  // the call reports an error and does nothing
  error_after,   // the call does its work and then reports an error
  crash_before,  // the process dies before the call; of a write, half gets through
  crash_after,   // the process dies after the call
};

// Which names a power cut takes: file systems need not keep any order.
enum class Forget { no_names, other_names, all_names };  // other: than CURRENT

// Without the real fsync, which is most of the time a test takes.
class UnsyncedFiles : public FileSystem {
 public:
  int sync(int) override { return 0; }
  int sync_directory(const std::string&) override { return 0; }
};
inline UnsyncedFiles unsynced_files;

class FaultyFiles : public UnsyncedFiles {
 public:
  FaultyFiles(Fault fault, int at, int error = ENOSPC) : fault_(fault), at_(at), error_(error) {}
  ~FaultyFiles() override { close_all(); }

  bool reached() const { return calls_ >= at_; }

  // What a disk without power may forget: the content of files that were not synced, and renames
  // in directories that were not synced.
  void cut_power(Forget forget) {
    for (const std::string& path : unsynced_) {
      if (std::filesystem::exists(path)) std::filesystem::resize_file(path, 0);
    }
    for (auto rename = renames_.rbegin(); rename != renames_.rend(); ++rename) {
      const bool is_current = rename->to.ends_with("/CURRENT");
      if (forget == Forget::no_names || (is_current && forget == Forget::other_names)) continue;
      if (rename->replaced) {
        put_file(rename->to, rename->before);
      } else {
        std::filesystem::remove(rename->to);
      }
    }
  }

  int make_directory(const std::string& path) override {
    return step([&] { return FileSystem::make_directory(path); });
  }
  int open_lock(const std::string& path, int& descriptor) override {
    return step([&] {
      const int error = keep_open(FileSystem::open_lock(path, descriptor), descriptor, path);
      lock_ = descriptor;
      return error;
    });
  }
  int lock(int descriptor) override {
    return step([&] { return FileSystem::lock(descriptor); });
  }
  int truncate(int descriptor) override {
    return step([&] { return FileSystem::truncate(descriptor); });
  }
  int create(const std::string& path, int& descriptor) override {
    return step([&] { return keep_open(FileSystem::create(path, descriptor), descriptor, path); });
  }
  int write(int descriptor, std::string_view bytes, std::size_t& written) override {
    if (!dead_) unsynced_.insert(open_[descriptor]);
    if (fault_ == Fault::crash_before && calls_ + 1 == at_) {
      FileSystem::write(descriptor, bytes.substr(0, bytes.size() / 2), written);
    }
    return step([&] { return FileSystem::write(descriptor, bytes, written); });
  }
  int write_at(int descriptor, std::size_t offset, std::string_view bytes) override {
    if (!dead_) unsynced_.insert(open_[descriptor]);
    return step([&] { return FileSystem::write_at(descriptor, offset, bytes); });
  }
  int sync(int descriptor) override {
    return step([&] {
      unsynced_.erase(open_[descriptor]);
      return 0;
    });
  }
  int close(int descriptor) override {
    if (!dead_) FileSystem::close(descriptor);  // is closed even when it reports an error
    open_.erase(descriptor);
    if (descriptor == lock_) return 0;  // the writer's last call, in its destructor
    return step([&] { return 0; });
  }
  int rename(const std::string& from, const std::string& to) override {
    return step([&] {
      const bool replaced = std::filesystem::is_regular_file(to);
      renames_.push_back({to, replaced ? file_text(to) : "", replaced});
      if (unsynced_.erase(from) != 0) unsynced_.insert(to);
      return FileSystem::rename(from, to);
    });
  }
  int exchange(const std::string& one, const std::string& other) override {
    return step([&] { return FileSystem::exchange(one, other); });
  }
  int sync_directory(const std::string& path) override {
    return step([&] {
      renames_.erase(std::remove_if(renames_.begin(), renames_.end(),
                                    [&](const Rename& rename) {
                                      return std::filesystem::path(rename.to).parent_path() == path;
                                    }),
                     renames_.end());
      return 0;
    });
  }
  int remove(const std::string& path) override {
    return step([&] { return FileSystem::remove(path); });
  }
  int remove_directory(const std::string& path) override {
    return step([&] { return FileSystem::remove_directory(path); });
  }

 private:
  struct Rename {
    std::string to = {};
    std::string before = {};
    bool replaced = false;
  };

  template <typename Call>
  int step(const Call& call) {
    if (dead_) return EIO;
    const bool now = ++calls_ == at_;
    if (now && fault_ == Fault::error_before) return error_;
    if (now && fault_ == Fault::crash_before) die();
    const int error = call();
    if (now && fault_ == Fault::crash_after) die();
    return now && fault_ == Fault::error_after ? error_ : error;
  }

  [[noreturn]] void die() {
    dead_ = true;
    close_all();
    throw Crash{};
  }

  int keep_open(int error, const int& descriptor, const std::string& path) {
    if (error == 0) open_[descriptor] = path;
    return error;
  }

  // As the kernel does it: this drops the lock.
  void close_all() {
    for (const auto& [descriptor, path] : open_) FileSystem::close(descriptor);
    open_.clear();
  }

  Fault fault_;
  int at_;
  int error_;
  int calls_ = 0;
  int lock_ = -1;
  bool dead_ = false;
  std::map<int, std::string> open_ = {};
  std::set<std::string> unsynced_ = {};
  std::vector<Rename> renames_ = {};
};

}  // namespace oms
