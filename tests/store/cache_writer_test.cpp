#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "oms/store/cache.h"
#include "store/cache_samples.h"
#include "store/faulty_files.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

using samples::Bodies;

constexpr const char* kTime = "2026-11-23T20:00:00Z";

// Noon of a day in November 2026.
std::string day(int number) {
  return "2026-11-" + std::string(number < 10 ? "0" : "") + std::to_string(number) + "T12:00:00Z";
}

unsigned mode(const std::string& path) {
  struct stat status = {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

std::size_t files_in(const std::string& directory) {
  if (!std::filesystem::exists(directory)) return 0;
  const std::filesystem::directory_iterator begin(directory);
  return static_cast<std::size_t>(std::distance(begin, {}));
}

// The message of an error, with what to do.
template <typename T>
std::string message(const Result<T>& result) {
  return result ? "no error" : result.error().what + "; " + result.error().hint;
}

}  // namespace

TEST_CASE("what is published is current", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  CHECK(samples::publish(*writer, kTime, {"one\n", "two\n"}) == "2026-11-23T200000Z");
  CHECK(Cache(place.path("oms")).current_name() == "2026-11-23T200000Z");
  CHECK(file_text(place.path("oms/CURRENT")) == "2026-11-23T200000Z\n");
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n", "two\n"});
}

TEST_CASE("a page is named after the XXH3-128 of its content", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  CHECK(samples::write_page(*writer, "").file == "pages/99aa06d3014798d86001c324468d497f.ndjson");
  CHECK(samples::write_page(*writer, "", "router").file ==
        "sources/router/99aa06d3014798d86001c324468d497f.json");
}

TEST_CASE("the same content is one file, not written again", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  const PageInfo page = samples::write_page(*writer, "one\n");
  struct stat before = {};
  REQUIRE(::stat(place.path("oms/" + page.file).c_str(), &before) == 0);
  CHECK(samples::write_page(*writer, "one\n").file == page.file);
  struct stat after = {};
  REQUIRE(::stat(place.path("oms/" + page.file).c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
  CHECK(files_in(place.path("oms/pages")) == 1);
}

TEST_CASE("a damaged page is replaced when its content comes again", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  const PageInfo page = samples::write_page(*writer, "one\n");
  put_file(place.path("oms/" + page.file), "eno\n");
  samples::write_page(*writer, "one\n");
  CHECK(file_text(place.path("oms/" + page.file)) == "one\n");
}

TEST_CASE("files are for their owner only, even without a umask", "[store]") {
  TempDir place;
  const mode_t before = ::umask(0);
  const auto writer = samples::open_writer(place.path("a/oms"));
  const PageInfo page = samples::write_page(*writer, "one\n", "router");
  REQUIRE(writer->publish(samples::manifest(kTime, {page}), {}));
  ::umask(before);
  for (const char* folder : {"a", "a/oms", "a/oms/snapshots", "a/oms/sources/router"}) {
    CHECK(mode(place.path(folder)) == 0700);
  }
  for (const std::string& file : {std::string("CURRENT"), std::string("lock"), page.file,
                                  std::string("snapshots/2026-11-23T200000Z.json"),
                                  std::string("digests/2026-11-23T200000Z.ndjson")}) {
    CHECK(mode(place.path("a/oms/" + file)) == 0600);
  }
}

TEST_CASE("snapshots of one second get a suffix", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, kTime, {"one\n"});
  CHECK(samples::publish(*writer, kTime, {"two\n"}) == "2026-11-23T200000Z-2");
  CHECK(samples::publish(*writer, kTime, {"three\n"}) == "2026-11-23T200000Z-3");
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"three\n"});
  CHECK(Cache(place.path("oms")).current()->history ==
        std::vector<std::string>{"2026-11-23T200000Z", "2026-11-23T200000Z-2",
                                 "2026-11-23T200000Z-3"});
}

TEST_CASE("a snapshot needs the time it was made", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  CHECK(message(writer->publish(samples::manifest("../x"), {})) ==
        "cannot publish snapshot '../x': it is not a UTC time such as 2026-11-23T20:00:00Z; ");
}

TEST_CASE("a manifest that names an unwritten page is not published", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, day(1), {"one\n"});
  PageInfo page;
  page.file = "pages/00000000000000000000000000000000.ndjson";
  CHECK_FALSE(writer->publish(samples::manifest(day(2), {page}), {}));
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
}

TEST_CASE("a source's name cannot lead out of the directory", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  PageInfo page;
  page.source = "../x";
  CHECK_FALSE(writer->write_page(page, "x"));
}

TEST_CASE("the directory may be given with a slash at its end", "[store]") {
  TempDir place;
  samples::publish(*samples::open_writer(place.path("oms//")), kTime, {"one\n"});
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
}

TEST_CASE("a second writer is refused and the first one's pid named", "[store]") {
  TempDir place;
  const auto first = samples::open_writer(place.path("oms"));
  const auto second = CacheWriter::open(place.path("oms"));
  const std::string text = file_text(place.path("oms/lock"));
  const std::string pid = std::to_string(::getpid());
  REQUIRE(text.size() == pid.size() + 22);
  CHECK(text.substr(0, pid.size() + 1) == pid + " ");
  CHECK(message(second) == "cannot write to the cache '" + place.path("oms") + "': process " + pid +
                               ", since " + text.substr(pid.size() + 1, 20) +
                               ", is writing to it; wait until it has ended, or end it");
}

TEST_CASE("a lock's text is repeated only when it is a pid and a time", "[store]") {
  TempDir place;
  const auto first = samples::open_writer(place.path("oms"));
  for (const char* text : {"", "\x1b[2J", "99999999999 x", "x 7"}) {
    put_file(place.path("oms/lock"), text);
    CHECK(CacheWriter::open(place.path("oms")).error().what ==
          "cannot write to the cache '" + place.path("oms") +
              "': another process is writing to it");
  }
  put_file(place.path("oms/lock"), "7 \x1b[2J\n");
  CHECK(CacheWriter::open(place.path("oms")).error().what ==
        "cannot write to the cache '" + place.path("oms") + "': process 7 is writing to it");
}

TEST_CASE("a lock that is a symbolic link is refused, and what it leads to stays", "[store]") {
  TempDir place;
  std::filesystem::create_directory(place.path("oms"));
  put_file(place.path("elsewhere"), "of others");
  std::filesystem::create_symlink(place.path("elsewhere"), place.path("oms/lock"));
  const auto writer = CacheWriter::open(place.path("oms"));
  REQUIRE_FALSE(writer);
  CHECK(writer.error().what ==
        "cannot write '" + place.path("oms/lock") + "': it is a symbolic link");
  CHECK(file_text(place.path("elsewhere")) == "of others");
}

TEST_CASE("the lock ends with its writer", "[store]") {
  TempDir place;
  samples::open_writer(place.path("oms"));
  CHECK(CacheWriter::open(place.path("oms")));
}

TEST_CASE("the lock of a process that was killed is taken over", "[store]") {
  TempDir place;
  int ready[2] = {};
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto writer = CacheWriter::open(place.path("oms"));
    const char byte = writer ? 'y' : 'n';
    if (::write(ready[1], &byte, 1) == 1) ::pause();
    ::_exit(1);
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  REQUIRE(byte == 'y');
  const std::string refused = message(CacheWriter::open(place.path("oms")));
  CHECK(refused.find("process " + std::to_string(child) + ",") != std::string::npos);
  REQUIRE(::kill(child, SIGKILL) == 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  CHECK(CacheWriter::open(place.path("oms")));
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("a lock whose file was removed meanwhile is not taken for one", "[store]") {
  TempDir place;
  class RemovedOnce : public FileSystem {
   public:
    explicit RemovedOnce(std::string path) : path_(std::move(path)) {}
    int lock(int descriptor) override {
      if (tries++ == 0) FileSystem::remove(path_);
      return FileSystem::lock(descriptor);
    }
    int tries = 0;

   private:
    std::string path_;
  };
  RemovedOnce files(place.path("oms/lock"));
  const auto writer = samples::open_writer(place.path("oms"), &files);
  CHECK(files.tries == 2);
  CHECK_FALSE(CacheWriter::open(place.path("oms")));
}

TEST_CASE("an index is made beside the writer, but not beside another one", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  const auto index = IndexWriter::open(place.path("oms"));
  REQUIRE(index);
  CHECK_FALSE(IndexWriter::open(place.path("oms")));
}

TEST_CASE("an index whose snapshot was replaced meanwhile is not kept", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, day(1), {"one\n"});
  const auto maker = IndexWriter::open(place.path("oms"));
  REQUIRE(maker);
  const auto index = (*maker)->begin("2026-11-01T120000Z");
  REQUIRE(index);
  (*index)->append("image");
  samples::publish(*writer, day(2), {"two\n"});
  writer->collect_garbage();
  CHECK_FALSE((*index)->keep());
  CHECK(files_in(place.path("oms/index")) == 0);
}

TEST_CASE("readers do not wait for the writer", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, kTime, {"one\n"});
  samples::write_page(*writer, "two\n");
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
}

TEST_CASE("a cache directory that is a file cannot be written", "[store]") {
  TempDir place;
  put_file(place.path("file"), "mine");
  CHECK(message(CacheWriter::open(place.path("file"))) ==
        "cannot create '" + place.path("file") +
            "': it is not a directory; move it away or set OMS_CACHE_DIR to another directory");
  CHECK(message(CacheWriter::open(place.path("file/oms"))) ==
        "cannot create '" + place.path("file") +
            "': it is not a directory; move it away or set OMS_CACHE_DIR to another directory");
  CHECK(file_text(place.path("file")) == "mine");
}

TEST_CASE("a directory without permission is named", "[store]") {
  if (::geteuid() == 0) return;  // who may do everything
  TempDir place;
  samples::publish(*samples::open_writer(place.path("oms")), kTime, {"one\n"});
  REQUIRE(::chmod(place.path("oms").c_str(), 0500) == 0);
  const auto writer = samples::open_writer(place.path("oms"));
  const std::string refused = message(writer->publish(samples::manifest(day(24)), {}));
  ::chmod(place.path("oms").c_str(), 0700);
  CHECK(refused == "cannot write '" + place.path("oms/CURRENT") +
                       "': permission denied; make it writable or set OMS_CACHE_DIR to a directory "
                       "that is");
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
}

TEST_CASE("a full disk is named with the file that did not fit", "[store]") {
  TempDir place;
  samples::publish(*samples::open_writer(place.path("oms")), kTime, {"one\n"});
  class FullDisk : public FileSystem {
   public:
    int write(int, std::string_view, std::size_t&) override { return ENOSPC; }
  } full;
  const auto writer = samples::open_writer(place.path("oms"), &full);
  PageInfo page;
  page.source = "hub";
  CHECK(message(writer->write_page(page, "")) == "no error");  // an empty page needs no write
  CHECK(message(writer->write_page(page, "two\n"))
            .find("': no space left on the disk; free some "
                  "space or set OMS_CACHE_DIR to a "
                  "directory on another disk") != std::string::npos);
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
}

TEST_CASE("saved progress can be resumed and is not current", "[store]") {
  TempDir place;
  samples::publish(*samples::open_writer(place.path("oms")), day(1), {"one\n"});
  {
    const auto writer = samples::open_writer(place.path("oms"));
    Manifest manifest = samples::manifest(day(2), {samples::write_page(*writer, "two\n")});
    manifest.scopes = {{"all", "kind=all", {}, "", "/api/models?cursor=x", 1, false}};
    REQUIRE(writer->save_progress(manifest));
  }
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
  const auto writer = samples::open_writer(place.path("oms"));
  const Result<Manifest> progress = Cache(place.path("oms")).progress();
  REQUIRE(progress);
  CHECK(progress->pages.size() == 1);
  CHECK(progress->scopes[0].resume == "/api/models?cursor=x");
  writer->drop_progress();
  CHECK(Cache(place.path("oms")).progress()->pages.empty());
}

TEST_CASE("damaged progress is an error that does not touch the catalog", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, kTime, {"one\n"});
  put_file(place.path("oms/progress.json"), "{");
  CHECK(message(Cache(place.path("oms")).progress()) == "cannot resume from '" +
                                                            place.path("oms/progress.json") +
                                                            "': it is not a manifest, or cut; ");
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"one\n"});
}

TEST_CASE("garbage is what neither the current nor the previous snapshot names", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, day(1), {"one\n"});
  samples::publish(*writer, day(2), {"two\n"});
  samples::publish(*writer, day(3), {"three\n"});
  for (const char* name : {"2026-11-02T120000Z", "2026-11-03T120000Z"}) {
    const auto index = writer->begin_index(name);
    REQUIRE(index);
    (*index)->append("image");
    REQUIRE((*index)->keep());
  }
  CHECK(writer->collect_garbage() == 3);  // page and manifest of the 1st, index of the 2nd
  CHECK(files_in(place.path("oms/pages")) == 2);
  CHECK(files_in(place.path("oms/snapshots")) == 2);
  CHECK(files_in(place.path("oms/digests")) == 3);
  CHECK(file_text(index_path(place.path("oms"), "2026-11-03T120000Z")) == "image");
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"three\n"});
  CHECK(Cache(place.path("oms")).verify().problems.empty());
}

TEST_CASE("the previous snapshot is the one published before, whatever its time", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, day(9), {"one\n"});
  samples::publish(*writer, day(2), {"two\n"});
  samples::publish(*writer, day(1), {"three\n"});
  writer->collect_garbage();
  CHECK_FALSE(std::filesystem::exists(place.path("oms/snapshots/2026-11-09T120000Z.json")));
  CHECK(std::filesystem::exists(place.path("oms/snapshots/2026-11-02T120000Z.json")));
}

TEST_CASE("pages that a resumed fetch needs are not garbage", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, day(1), {"one\n"});
  const PageInfo page = samples::write_page(*writer, "two\n");
  REQUIRE(writer->save_progress(samples::manifest(day(2), {page})));
  CHECK(writer->collect_garbage() == 0);
  writer->drop_progress();
  CHECK(writer->collect_garbage() == 1);
}

TEST_CASE("pages stay while a manifest that may name them cannot be read", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, day(1), {"one\n"});
  samples::write_page(*writer, "two\n");
  put_file(place.path("oms/CURRENT"), "?");
  put_file(place.path("oms/pages/.tmp-00000000000000000000000000000000.ndjson"), "");
  CHECK(writer->collect_garbage() == 1);  // the temporary file
  CHECK(files_in(place.path("oms/pages")) == 2);
}

TEST_CASE("the last ten digests are kept", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  for (int number = 1; number <= 12; ++number) samples::publish(*writer, day(number), {"one\n"});
  writer->collect_garbage();
  CHECK(files_in(place.path("oms/digests")) == 10);
  CHECK(Cache(place.path("oms")).current()->history.front() == "2026-11-03T120000Z");
  CHECK(Cache(place.path("oms")).verify().problems.empty());
}

TEST_CASE("files that are not ours survive garbage collection and clear", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::publish(*writer, kTime, {"one\n"});
  put_file(place.path("oms/pages/notes.txt"), "mine");
  put_file(place.path("oms/other/file"), "mine");
  CHECK(writer->collect_garbage() == 0);
  CHECK(writer->clear());
  CHECK(file_text(place.path("oms/pages/notes.txt")) == "mine");
  CHECK(file_text(place.path("oms/other/file")) == "mine");
}

TEST_CASE("clear leaves the lock alone, and the cache can be filled again", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("oms"));
  samples::write_page(*writer, "x", "router");
  samples::publish(*writer, kTime, {"one\n"});
  CHECK(writer->clear());
  CHECK_FALSE(Cache(place.path("oms")).exists());
  CHECK(files_in(place.path("oms")) == 1);
  CHECK_FALSE(CacheWriter::open(place.path("oms")));
  samples::publish(*writer, kTime, {"two\n"});
  CHECK(samples::current_bodies(place.path("oms")) == Bodies{"two\n"});
}

TEST_CASE("clear that is interrupted leaves the catalog or none", "[store]") {
  for (int at = 1;; ++at) {
    TempDir place(TempDir::Place::memory);
    samples::publish(*samples::open_writer(place.path("oms"), &unsynced_files), kTime, {"one\n"});
    FaultyFiles files(Fault::crash_before, at);
    try {
      const bool cleared = samples::open_writer(place.path("oms"), &files)->clear().has_value();
      CHECK(cleared);
    } catch (const Crash&) {
    }
    const Bodies bodies = samples::current_bodies(place.path("oms"));
    CHECK((bodies.empty() || bodies == Bodies{"one\n"}));
    if (!files.reached()) break;
  }
}

TEST_CASE("clear syncs the removal of CURRENT before it removes what that names", "[store]") {
  TempDir place;
  class Recorder : public FileSystem {
   public:
    int remove(const std::string& path) override {
      calls.push_back("remove " + std::filesystem::path(path).filename().string());
      return FileSystem::remove(path);
    }
    int sync_directory(const std::string& path) override {
      calls.push_back("sync " + std::filesystem::path(path).filename().string());
      return FileSystem::sync_directory(path);
    }
    std::vector<std::string> calls = {};
  } files;
  samples::publish(*samples::open_writer(place.path("oms")), kTime, {"one\n"});
  const auto writer = samples::open_writer(place.path("oms"), &files);
  files.calls.clear();
  REQUIRE(writer->clear());
  REQUIRE(files.calls.size() > 2);
  CHECK(files.calls[0] == "remove CURRENT");
  CHECK(files.calls[1] == "sync oms");
}

TEST_CASE("a copied cache has the same pages and digest, and its own history", "[store]") {
  TempDir place;
  samples::publish(*samples::open_writer(place.path("from")), day(1), {"one\n", "two\n"});
  samples::publish(*samples::open_writer(place.path("to")), day(2), {"three\n"});
  REQUIRE(copy_cache(place.path("from"), place.path("to")));
  const Cache copy(place.path("to"));
  CHECK(samples::current_bodies(place.path("to")) == Bodies{"one\n", "two\n"});
  CHECK(copy.read_digest(copy.current_name())->front().license == "mit");
  CHECK(copy.current()->history ==
        std::vector<std::string>{"2026-11-02T120000Z", "2026-11-01T120000Z"});
  CHECK(copy.verify().problems.empty());
}

TEST_CASE("a copy tells what came and what it took the place of", "[store]") {
  TempDir place;
  samples::publish(*samples::open_writer(place.path("from")), day(1), {"one\n", "two\n", "one\n"});
  const auto first = copy_cache(place.path("from"), place.path("to"));
  REQUIRE(first);
  CHECK(first->snapshot == "2026-11-01T120000Z");
  CHECK(first->replaced.empty());
  CHECK(first->pages == 2);
  CHECK(first->bytes == 8);
  const auto second = copy_cache(place.path("from"), place.path("to"));
  REQUIRE(second);
  CHECK(second->snapshot == "2026-11-01T120000Z-2");
  CHECK(second->replaced == "2026-11-01T120000Z");
}

TEST_CASE("copies over copies leave the current snapshot and the one before", "[store]") {
  TempDir place;
  for (int number = 1; number <= 4; ++number) {
    const std::string from = place.path("from" + std::to_string(number));
    samples::publish(*samples::open_writer(from), day(number), {std::to_string(number) + "\n"});
    REQUIRE(copy_cache(from, place.path("to")));
  }
  const Cache::Usage usage = Cache(place.path("to")).usage();
  CHECK(usage.snapshots == 2);
  CHECK(usage.pages == 2);
  CHECK(Cache(place.path("to")).verify().problems.empty());
}

TEST_CASE("a cache with a damaged page is not copied", "[store]") {
  TempDir place;
  const auto writer = samples::open_writer(place.path("from"));
  const PageInfo page = samples::write_page(*writer, "one\n");
  REQUIRE(writer->publish(samples::manifest(kTime, {page}), {}));
  samples::publish(*samples::open_writer(place.path("to")), day(1), {"kept\n"});
  put_file(place.path("from/" + page.file), "eno\n");
  CHECK(message(copy_cache(place.path("from"), place.path("to"))) ==
        "cannot read page '" + place.path("from/" + page.file) +
            "': its checksum is wrong; OMS_CACHE_DIR='" + place.path("from") +
            "' oms cache verify tells all that is wrong");
  CHECK(samples::current_bodies(place.path("to")) == Bodies{"kept\n"});
}

TEST_CASE("a cache is copied from where one is, and not onto itself", "[store]") {
  TempDir place;
  CHECK(message(copy_cache(place.path("none"), place.path("to"))) ==
        "cannot copy the cache '" + place.path("none") + "': there is none; ");
  CHECK_FALSE(std::filesystem::exists(place.path("to")));
  samples::publish(*samples::open_writer(place.path("oms")), kTime, {"one\n"});
  CHECK(copy_cache(place.path("oms"), place.path("oms/")).error().code == Errc::usage);
}

}  // namespace oms
