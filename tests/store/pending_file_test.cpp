#include "oms/store/pending_file.h"

#include <filesystem>
#include <string>

#include "store/faulty_files.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

std::string text_of(char letter) { return std::string((std::size_t{1} << 20) + 1000, letter); }

// Replaces the file at `path` by a large one; whether keep() said that it is there.
bool replace_file(FileSystem& files, const std::string& path) {
  auto file = PendingFile::open(files, path);
  if (!file) return false;
  (*file)->append("head");
  (*file)->append(text_of('n'));
  (*file)->append("tail");
  (*file)->put_header("HEAD");
  return static_cast<bool>((*file)->keep());
}

std::size_t files_in(const TempDir& place) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(place.path(""))) {
    static_cast<void>(entry);
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a file written piece by piece is there under its name once it is kept", "[store]") {
  TempDir place;
  const std::string path = place.path("new/file");
  CHECK(replace_file(unsynced_files, path));
  CHECK(file_text(path) == "HEAD" + text_of('n') + "tail");
}

TEST_CASE("a file that is not kept is gone", "[store]") {
  TempDir place;
  {
    auto file = PendingFile::open(unsynced_files, place.path("file"));
    REQUIRE(file);
    (*file)->append(text_of('x'));
    CHECK(files_in(place) == 1);
  }
  CHECK(files_in(place) == 0);
}

TEST_CASE("whatever fails or dies while a file is written, the former one stands", "[store]") {
  const std::string written = "HEAD" + text_of('n') + "tail";
  for (const Fault fault :
       {Fault::error_before, Fault::error_after, Fault::crash_before, Fault::crash_after}) {
    bool reached = true;
    for (int at = 1; reached; ++at) {
      CAPTURE(static_cast<int>(fault), at);
      TempDir place;
      const std::string path = place.path("file");
      put_file(path, "former");
      FaultyFiles files(fault, at);
      bool said_kept = false;
      try {
        said_kept = replace_file(files, path);
      } catch (const Crash&) {
      }
      files.cut_power(Forget::no_names);
      reached = files.reached();
      const std::string found = file_text(path);
      const bool whole = found == written;
      if (!whole && found != "former") FAIL("neither the former nor the new file");
      if (said_kept && !whole) FAIL("it was said to be kept");
    }
  }
}

}  // namespace oms
