#include "store/atomic_file.h"

#include <filesystem>
#include <functional>

#include "oms/store/cache.h"
#include "store/cache_samples.h"
#include "store/faulty_files.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

using samples::Bodies;

const Bodies kOld = {"{\"id\":\"a/old\"}\n", "{\"id\":\"a/both\"}\n"};
const Bodies kNew = {"{\"id\":\"a/new\"}\n", "{\"id\":\"a/both\"}\n"};
constexpr const char* kOldTime = "2026-11-22T20:00:00Z";
constexpr const char* kNewTime = "2026-11-23T20:00:00Z";
constexpr const char* kLaterTime = "2026-11-24T20:00:00Z";

// One refresh as fetch does it; stops at the first error.
Result<Done> refresh(const std::string& directory, FileSystem& files) {
  const Result<std::unique_ptr<CacheWriter>> writer = CacheWriter::open(directory, &files);
  if (!writer) return writer.error();
  Manifest manifest = samples::manifest(kNewTime);
  for (const std::string& body : kNew) {
    PageInfo page;
    page.source = "hub";
    const Result<Done> written = (*writer)->write_page(page, body);
    if (!written) return written;
    manifest.pages.push_back(page);
    const Result<Done> saved = (*writer)->save_progress(manifest);
    if (!saved) return saved;
  }
  const Result<std::string> published = (*writer)->publish(manifest, {});
  if (!published) return published.error();
  (*writer)->drop_progress();
  (*writer)->collect_garbage();
  return Done{};
}

// Runs the refresh over a published snapshot, with a fault at call 1, 2, … until none is reached;
// `check` sees the directory after each. Returns the number of calls that were tried.
using Check = std::function<void(const std::string& directory, FaultyFiles&, bool succeeded)>;
int refresh_with_faults(Fault fault, const Bodies& before, const Check& check) {
  for (int at = 1;; ++at) {
    TempDir place(TempDir::Place::memory);
    const std::string directory = place.path("oms");
    if (!before.empty())
      samples::publish(*samples::open_writer(directory, &unsynced_files), kOldTime, before);
    FaultyFiles files(fault, at);
    bool succeeded = false;
    try {
      const Result<Done> done = refresh(directory, files);
      succeeded = done.has_value();
      if (!done) {
        CHECK(done.error().code == Errc::data);
        CHECK_FALSE(done.error().what.empty());
        CHECK(done.error().what.find('\n') == std::string::npos);
        CHECK_FALSE(done.error().hint.empty());
      }
    } catch (const Crash&) {
    }
    if (!files.reached()) {
      CHECK(succeeded);
      return at - 1;
    }
    CAPTURE(at);
    check(directory, files, succeeded);
  }
}

bool is_old_or_new(const std::string& directory) {
  const Bodies bodies = samples::current_bodies(directory);
  return bodies == kOld || bodies == kNew;
}

// The next fetch finds no lock, resumes or not, and leaves a whole cache.
void check_next_refresh(const std::string& directory) {
  const auto writer = samples::open_writer(directory, &unsynced_files);
  CHECK(Cache(directory).progress());
  samples::publish(*writer, kLaterTime, kNew);
  writer->drop_progress();
  writer->collect_garbage();
  CHECK(samples::current_bodies(directory) == kNew);
  CHECK(Cache(directory).verify().problems.empty());
}

}  // namespace

TEST_CASE("killed before any system call, the old or the new snapshot is whole", "[store]") {
  const int calls = refresh_with_faults(Fault::crash_before, kOld,
                                        [](const std::string& directory, FaultyFiles&, bool) {
                                          CHECK(is_old_or_new(directory));
                                          CHECK(Cache(directory).verify().problems.empty());
                                          check_next_refresh(directory);
                                        });
  CHECK(calls > 30);
}

TEST_CASE("killed after any system call, the old or the new snapshot is whole", "[store]") {
  refresh_with_faults(Fault::crash_after, kOld,
                      [](const std::string& directory, FaultyFiles&, bool) {
                        CHECK(is_old_or_new(directory));
                        CHECK(Cache(directory).verify().problems.empty());
                        check_next_refresh(directory);
                      });
}

TEST_CASE("killed in the first fetch, there is no snapshot or the new one", "[store]") {
  refresh_with_faults(Fault::crash_before, {},
                      [](const std::string& directory, FaultyFiles&, bool) {
                        const Bodies bodies = samples::current_bodies(directory);
                        CHECK((bodies.empty() || bodies == kNew));
                        CHECK(Cache(directory).exists() == !bodies.empty());
                        check_next_refresh(directory);
                      });
}

TEST_CASE("a power cut loses no snapshot, whatever it forgets of what was not synced", "[store]") {
  for (const Forget forget : {Forget::no_names, Forget::other_names, Forget::all_names}) {
    refresh_with_faults(Fault::crash_after, kOld,
                        [&](const std::string& directory, FaultyFiles& files, bool) {
                          files.cut_power(forget);
                          CHECK(is_old_or_new(directory));
                          check_next_refresh(directory);
                        });
  }
}

TEST_CASE("what was published survives a power cut", "[store]") {
  TempDir place(TempDir::Place::memory);
  FaultyFiles files(Fault::crash_after, 0);
  CHECK(refresh(place.path("oms"), files));
  files.cut_power(Forget::all_names);
  CHECK(samples::current_bodies(place.path("oms")) == kNew);
  CHECK(Cache(place.path("oms")).verify().problems.empty());
}

TEST_CASE("whichever system call fails, the old or the new snapshot is whole", "[store]") {
  refresh_with_faults(Fault::error_before, kOld,
                      [](const std::string& directory, FaultyFiles&, bool succeeded) {
                        CHECK(is_old_or_new(directory));
                        if (succeeded) CHECK(samples::current_bodies(directory) == kNew);
                        check_next_refresh(directory);
                      });
}

TEST_CASE("a system call that works but reports an error loses nothing", "[store]") {
  refresh_with_faults(Fault::error_after, kOld,
                      [](const std::string& directory, FaultyFiles&, bool) {
                        CHECK(is_old_or_new(directory));
                        check_next_refresh(directory);
                      });
}

TEST_CASE("a file that cannot be written leaves the one before and no temporary file", "[store]") {
  TempDir place;
  put_file(place.path("file"), "before");
  FaultyFiles files(Fault::error_before, 2);  // create, write
  CHECK_FALSE(write_atomically(files, place.path("file"), "after"));
  CHECK(file_text(place.path("file")) == "before");
  CHECK_FALSE(std::filesystem::exists(place.path(".tmp-file")));
}

TEST_CASE("a disk that turns out to be full when a file is closed is noticed", "[store]") {
  class FullAtClose : public FileSystem {
   public:
    int close(int descriptor) override {
      FileSystem::close(descriptor);
      return ENOSPC;
    }
  };
  TempDir place;
  FullAtClose files;
  put_file(place.path("file"), "before");
  CHECK_FALSE(write_atomically(files, place.path("file"), "after"));
  CHECK(file_text(place.path("file")) == "before");
}

TEST_CASE("a temporary file of a process that died is replaced", "[store]") {
  TempDir place;
  put_file(place.path(".tmp-file"), "left over");
  CHECK(write_atomically(real_file_system(), place.path("file"), "new"));
  CHECK(file_text(place.path("file")) == "new");
  CHECK_FALSE(std::filesystem::exists(place.path(".tmp-file")));
}

TEST_CASE("a temporary file that is a symbolic link is replaced, not written through", "[store]") {
  TempDir place;
  put_file(place.path("elsewhere"), "of others");
  std::filesystem::create_symlink(place.path("elsewhere"), place.path(".tmp-file"));
  CHECK(write_atomically(real_file_system(), place.path("file"), "new"));
  CHECK(file_text(place.path("elsewhere")) == "of others");
  CHECK_FALSE(std::filesystem::is_symlink(place.path("file")));
}

TEST_CASE("writes that are interrupted or cut short are continued", "[store]") {
  class ShortWrites : public FileSystem {
   public:
    int write(int descriptor, std::string_view bytes, std::size_t& written) override {
      interrupted_ = !interrupted_;
      return interrupted_ ? EINTR : FileSystem::write(descriptor, bytes.substr(0, 3), written);
    }

   private:
    bool interrupted_ = false;
  };
  TempDir place;
  ShortWrites files;
  CHECK(write_atomically(files, place.path("file"), "0123456789"));
  CHECK(file_text(place.path("file")) == "0123456789");
}

TEST_CASE("a failure of writing names path, reason and remedy", "[store]") {
  const auto text = [](int error) {
    const Error result = write_error("cannot write", "/c/CURRENT", error);
    return result.what + "; " + result.hint;
  };
  CHECK(text(ENOSPC) ==
        "cannot write '/c/CURRENT': no space left on the disk; free some space or set "
        "OMS_CACHE_DIR to a directory on another disk");
  CHECK(text(EDQUOT) ==
        "cannot write '/c/CURRENT': the disk quota is used up; free some space or set "
        "OMS_CACHE_DIR to a directory on another disk");
  CHECK(text(EROFS) ==
        "cannot write '/c/CURRENT': the file system is read-only; make it writable or set "
        "OMS_CACHE_DIR to a directory that is");
  CHECK(text(EACCES) ==
        "cannot write '/c/CURRENT': permission denied; make it writable or set OMS_CACHE_DIR to a "
        "directory that is");
  CHECK(text(EIO) ==
        "cannot write '/c/CURRENT': input/output error; set OMS_CACHE_DIR to another directory");
}

}  // namespace oms
