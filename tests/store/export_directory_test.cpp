#include "oms/store/export_directory.h"

#include <filesystem>
#include <map>

#include "store/faulty_files.h"
#include "support/catch.h"
#include "support/temp_dir.h"

using namespace oms;  // NOLINT: tests

namespace {

using Files = std::map<std::string, std::string>;  // name → content

const Files kOld = {{"models-00000.csv", "id\nold\n"},
                    {"models-00001.csv", "id\nolder\n"},
                    {"_oms_export.json", "{\"old\": 1}\n"}};
const Files kNew = {{"models-00000.ndjson", "{\"id\": \"new\"}\n"},
                    {"offers-00000.ndjson", ""},
                    {"_oms_export.json", "{\"new\": 1}\n"}};

Files files_of(const std::string& directory) {
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    files.emplace(entry.path().filename().string(), file_text(entry.path().string()));
  }
  return files;
}

void put(const std::string& directory, const Files& files) {
  for (const auto& [name, text] : files) put_file(directory + "/" + name, text);
}

Result<Done> write_new(const std::string& directory, FileSystem& files = unsynced_files) {
  const auto begun = ExportDirectory::begin(directory, &files);
  if (!begun) return begun.error();
  for (const char* name : {"models-00000.ndjson", "offers-00000.ndjson"}) {
    Result<Done> done = (*begun)->begin_file(name);
    if (!done) return done;
    (*begun)->sink().write(kNew.at(name));
    done = (*begun)->end_file();
    if (!done) return done;
  }
  return (*begun)->publish(kNew.at("_oms_export.json"));
}

std::string failure_of(const std::string& directory) {
  const Result<Done> done = write_new(directory);
  return done ? "" : done.error().what + "; " + done.error().hint;
}

}  // namespace

TEST_CASE("parts of a table have numbers of five digits and more", "[export]") {
  CHECK(part_name("models", 0, "ndjson") == "models-00000.ndjson");
  CHECK(part_name("scores", 123456, "csv") == "scores-123456.csv");
}

TEST_CASE("an export makes its directory and those above it", "[export]") {
  TempDir place;
  REQUIRE(write_new(place.path("a/b/out/")));
  CHECK(files_of(place.path("a/b/out")) == kNew);
  CHECK(std::filesystem::exists(place.path("a/b/.tmp-out")) == false);
}

TEST_CASE("an export that is not published leaves nothing behind", "[export]") {
  TempDir place;
  {
    const auto begun = ExportDirectory::begin(place.path("out"));
    REQUIRE(begun);
    REQUIRE((*begun)->begin_file("models-00000.csv"));
    (*begun)->sink().write("half of it");
    CHECK_FALSE(std::filesystem::exists(place.path("out")));
  }
  CHECK(std::filesystem::is_empty(place.path()));
}

TEST_CASE("an empty directory becomes the export", "[export]") {
  TempDir place;
  std::filesystem::create_directory(place.path("out"));
  REQUIRE(write_new(place.path("out")));
  CHECK(files_of(place.path("out")) == kNew);
}

TEST_CASE("a former export is replaced as a whole", "[export]") {
  TempDir place;
  put(place.path("out"), kOld);
  REQUIRE(write_new(place.path("out")));
  CHECK(files_of(place.path("out")) == kNew);
  CHECK_FALSE(std::filesystem::exists(place.path(".tmp-out")));
}

TEST_CASE("a directory that holds something else is refused and stays as it is", "[export]") {
  TempDir place;
  put_file(place.path("out/notes.txt"), "mine");
  CHECK(failure_of(place.path("out")) ==
        "cannot export to '" + place.path("out") +
            "': it holds 'notes.txt', which no export put there; name a directory that is new, "
            "empty or of a former export");
  CHECK(files_of(place.path("out")) == Files{{"notes.txt", "mine"}});
}

TEST_CASE("a former export with one file more is refused and stays as it is", "[export]") {
  TempDir place;
  Files with_more = kOld;
  const std::string name = GENERATE("notes.txt", "models-00000.parquet", "models-0000.csv",
                                    "models-00000.csv.gz", "Models-00000.csv", ".hidden");
  with_more.emplace(name, "mine");
  put(place.path("out"), with_more);
  CHECK_THAT(failure_of(place.path("out")),
             Catch::Contains("it holds '" + name + "', which no export put there"));
  CHECK(files_of(place.path("out")) == with_more);
}

TEST_CASE("a folder with the name of a part is not taken for a part", "[export]") {
  TempDir place;
  put(place.path("out"), {{"_oms_export.json", "{}"}, {"models-00000.csv/mine", "mine"}});
  CHECK_THAT(failure_of(place.path("out")), Catch::Contains("it holds 'models-00000.csv'"));
  CHECK(file_text(place.path("out/models-00000.csv/mine")) == "mine");
}

TEST_CASE("files named like parts are no export without its mark", "[export]") {
  TempDir place;
  put(place.path("out"), {{"models-00000.csv", "mine"}});
  CHECK_THAT(failure_of(place.path("out")), Catch::Contains("it holds 'models-00000.csv'"));
  CHECK(files_of(place.path("out")) == Files{{"models-00000.csv", "mine"}});
}

TEST_CASE("a file in the place of the directory is refused", "[export]") {
  TempDir place;
  put_file(place.path("out"), "mine");
  CHECK_THAT(failure_of(place.path("out")), Catch::Contains("it is not a directory"));
  CHECK_THAT(failure_of(place.path("out/below")),
             Catch::Contains("cannot create '" + place.path("out") + "': it is not a directory"));
  CHECK(file_text(place.path("out")) == "mine");
}

TEST_CASE("a link to a former export stays a link", "[export]") {
  TempDir place;
  put(place.path("real"), kOld);
  std::filesystem::create_directory_symlink("real", place.path("link"));
  REQUIRE(write_new(place.path("link")));
  CHECK(std::filesystem::is_symlink(place.path("link")));
  CHECK(files_of(place.path("real")) == kNew);
}

TEST_CASE("what a killed export left is cleared away", "[export]") {
  TempDir place;
  put(place.path(".tmp-out"), {{"models-00000.csv", "half"}, {"scores-00007.ndjson", "half"}});
  REQUIRE(write_new(place.path("out")));
  CHECK(files_of(place.path("out")) == kNew);
}

TEST_CASE("a directory of others with the temporary name is left alone", "[export]") {
  TempDir place;
  put_file(place.path(".tmp-out/models-00000.csv"), "mine");
  put_file(place.path(".tmp-out/notes.txt"), "mine");
  CHECK_THAT(failure_of(place.path("out")), Catch::Contains("cannot clear"));
  CHECK(files_of(place.path(".tmp-out")) ==
        Files{{"models-00000.csv", "mine"}, {"notes.txt", "mine"}});
}

TEST_CASE("a file of others with the temporary name is left alone", "[export]") {
  TempDir place;
  put_file(place.path(".tmp-out"), "mine");
  CHECK_THAT(
      failure_of(place.path("out")),
      Catch::Contains("cannot write '" + place.path(".tmp-out") + "': it is not a directory"));
  CHECK(file_text(place.path(".tmp-out")) == "mine");
}

TEST_CASE("of two exports to one place at once the second is told of the first", "[export]") {
  TempDir place;
  const auto first = ExportDirectory::begin(place.path("out"));
  REQUIRE(first);
  CHECK(failure_of(place.path("out")) == "cannot export to '" + place.path("out") +
                                             "': another process does so; wait until it has "
                                             "ended, or end it");
  REQUIRE((*first)->publish("{}"));
  CHECK(files_of(place.path("out")) == Files{{"_oms_export.json", "{}"}});
}

TEST_CASE("a file that appears beside a former export during the next one is kept", "[export]") {
  TempDir place;
  put(place.path("out"), kOld);
  const auto begun = ExportDirectory::begin(place.path("out"));
  REQUIRE(begun);
  put_file(place.path("out/notes.txt"), "mine");
  CHECK_FALSE((*begun)->publish("{}"));
  Files with_more = kOld;
  with_more.emplace("notes.txt", "mine");
  CHECK(files_of(place.path("out")) == with_more);
}

TEST_CASE("a former export is replaced where a file system cannot swap names", "[export]") {
  class NoSwap : public UnsyncedFiles {
   public:
    int exchange(const std::string&, const std::string&) override { return EINVAL; }
  };
  TempDir place;
  NoSwap files;
  put(place.path("out"), kOld);
  REQUIRE(write_new(place.path("out"), files));
  CHECK(files_of(place.path("out")) == kNew);
  CHECK(std::distance(std::filesystem::directory_iterator(place.path()), {}) == 1);
}

TEST_CASE("a full disk leaves the former export whole and says what to do", "[export]") {
  TempDir place(TempDir::Place::memory);
  put(place.path("out"), kOld);
  FaultyFiles files(Fault::error_before, 4);  // mkdir, lock, create, write
  const Result<Done> done = write_new(place.path("out"), files);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == Errc::data);
  CHECK(done.error().what == "cannot write '" + place.path(".tmp-out/models-00000.ndjson") +
                                 "': no space left on the disk");
  CHECK(done.error().hint == "free some space or name a directory on another disk");
  CHECK(files_of(place.path("out")) == kOld);
  CHECK_FALSE(std::filesystem::exists(place.path(".tmp-out")));
}

TEST_CASE("an error of any system call leaves the former export or the new one", "[export]") {
  const Fault fault = GENERATE(Fault::error_before, Fault::error_after);
  for (int at = 1;; ++at) {
    INFO("call " << at);
    TempDir place(TempDir::Place::memory);
    put(place.path("out"), kOld);
    FaultyFiles files(fault, at);
    const Result<Done> done = write_new(place.path("out"), files);
    if (!files.reached()) {
      CHECK(at > 12);
      break;
    }
    const Files now = files_of(place.path("out"));
    CHECK((now == kNew || now == kOld));
    if (done) CHECK(now == kNew);
    REQUIRE(write_new(place.path("out")));
    CHECK(files_of(place.path("out")) == kNew);
  }
}

TEST_CASE("killed at any system call, an export is the former or the new one", "[export]") {
  const Fault fault = GENERATE(Fault::crash_before, Fault::crash_after);
  for (int at = 1;; ++at) {
    INFO("call " << at);
    TempDir place(TempDir::Place::memory);
    put(place.path("out"), kOld);
    FaultyFiles files(fault, at);
    bool died = false;
    try {
      const Result<Done> done = write_new(place.path("out"), files);
      CHECK(done);
    } catch (const Crash&) {
      died = true;
    }
    const Files now = files_of(place.path("out"));
    CHECK((now == kNew || now == kOld));
    if (!died) break;
    REQUIRE(write_new(place.path("out")));
    CHECK(files_of(place.path("out")) == kNew);
    CHECK_FALSE(std::filesystem::exists(place.path(".tmp-out")));
  }
}
