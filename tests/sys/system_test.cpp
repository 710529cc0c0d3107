// Where `-o FILE` writes, with real files, links, pipes and devices.
#include "sys/system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

namespace fs = std::filesystem;

mode_t mode_of(const std::string& path) {
  struct stat status = {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

ino_t inode_of(const std::string& path) {
  struct stat status = {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

// The umask of one scope.
class Mask {
 public:
  explicit Mask(mode_t mask) : before_(::umask(mask)) {}
  ~Mask() { ::umask(before_); }
  Mask(const Mask&) = delete;
  Mask& operator=(const Mask&) = delete;

 private:
  mode_t before_;
};

TEST_CASE("a new file gets the bits that the umask leaves") {
  const TempDir folder;
  const Mask mask(027);
  REQUIRE(replace_file(folder.path("out"), "new").has_value());
  CHECK(file_text(folder.path("out")) == "new");
  CHECK(mode_of(folder.path("out")) == 0640);
}

TEST_CASE("an existing file keeps its bits, whatever the umask") {
  const TempDir folder;
  put_file(folder.path("out"), "old");
  REQUIRE(::chmod(folder.path("out").c_str(), 0604) == 0);
  const Mask mask(077);
  REQUIRE(replace_file(folder.path("out"), "new").has_value());
  CHECK(file_text(folder.path("out")) == "new");
  CHECK(mode_of(folder.path("out")) == 0604);
}

TEST_CASE("an existing file keeps its owner where the system allows it") {
  if (::geteuid() != 0) return;  // nobody else may give files away
  const TempDir folder;
  put_file(folder.path("out"), "old");
  REQUIRE(::chown(folder.path("out").c_str(), 1234, 4321) == 0);
  REQUIRE(replace_file(folder.path("out"), "new").has_value());
  struct stat status = {};
  REQUIRE(::stat(folder.path("out").c_str(), &status) == 0);
  CHECK(status.st_uid == 1234);
  CHECK(status.st_gid == 4321);
}

TEST_CASE("a file is replaced, not overwritten, so that who reads the old one reads it whole") {
  const TempDir folder;
  put_file(folder.path("out"), "old");
  const ino_t before = inode_of(folder.path("out"));
  REQUIRE(replace_file(folder.path("out"), "new").has_value());
  CHECK(inode_of(folder.path("out")) != before);
}

TEST_CASE("no temporary file is left") {
  const TempDir folder;
  REQUIRE(replace_file(folder.path("out"), "new").has_value());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"out"});
}

TEST_CASE("a symbolic link stays one, and the file that it means is replaced") {
  const TempDir folder;
  put_file(folder.path("real/file"), "old");
  fs::create_symlink("real/file", folder.path("link"));
  REQUIRE(replace_file(folder.path("link"), "new").has_value());
  CHECK(fs::read_symlink(folder.path("link")) == "real/file");
  CHECK(file_text(folder.path("real/file")) == "new");
}

TEST_CASE("a chain of links is followed from folder to folder") {
  const TempDir folder;
  put_file(folder.path("a/file"), "old");
  fs::create_directory(folder.path("b"));
  fs::create_symlink("../a/file", folder.path("b/second"));
  fs::create_symlink(folder.path("b/second"), folder.path("first"));
  REQUIRE(replace_file(folder.path("first"), "new").has_value());
  CHECK(file_text(folder.path("a/file")) == "new");
  CHECK(fs::is_symlink(folder.path("b/second")));
  CHECK(fs::is_symlink(folder.path("first")));
}

TEST_CASE("a link to a file that is not there creates it") {
  const TempDir folder;
  fs::create_symlink("later", folder.path("link"));
  REQUIRE(replace_file(folder.path("link"), "new").has_value());
  CHECK(fs::is_symlink(folder.path("link")));
  CHECK(file_text(folder.path("later")) == "new");
}

TEST_CASE("a circle of links is an error and stays as it is") {
  const TempDir folder;
  fs::create_symlink("b", folder.path("a"));
  fs::create_symlink("a", folder.path("b"));
  CHECK_FALSE(replace_file(folder.path("a"), "new").has_value());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a folder is an error that names the path as given") {
  const TempDir folder;
  const auto done = replace_file(folder.path(), "new");
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().what == "cannot write '" + folder.path() + "': Is a directory");
}

TEST_CASE("a missing folder is an error and creates nothing") {
  const TempDir folder;
  const std::string path = folder.path("none/out");
  const auto done = replace_file(path, "new");
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().what == "cannot write '" + path + "': No such file or directory");
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("a named pipe is written to and stays a pipe") {
  const TempDir folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);
  REQUIRE(replace_file(pipe, "through").has_value());
  char text[16] = {};
  CHECK(::read(reader, text, sizeof text) == 7);
  ::close(reader);
  CHECK(std::string(text) == "through");
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("a link to a device leads to the device") {
  const TempDir folder;
  fs::create_symlink("/dev/null", folder.path("link"));
  REQUIRE(replace_file(folder.path("link"), "gone").has_value());
  CHECK(fs::is_symlink(folder.path("link")));
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a full device is an error") {
  if (!fs::is_character_file("/dev/full")) return;
  CHECK_FALSE(replace_file("/dev/full", "text").has_value());
}

TEST_CASE("an open descriptor is continued where it stands, and its file is never replaced") {
  for (const std::string name : {"/dev/fd/", "/proc/self/fd/"}) {
    const TempDir folder;
    put_file(folder.path("log"), "");
    const int log = ::open(folder.path("log").c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(::write(log, "first ", 6) == 6);
    const ino_t before = inode_of(folder.path("log"));
    CHECK(replace_file(name + std::to_string(log), "second ").has_value());
    CHECK(::write(log, "third", 5) == 5);
    ::close(log);
    CHECK(file_text(folder.path("log")) == "first second third");
    CHECK(inode_of(folder.path("log")) == before);
  }
}

TEST_CASE("/dev/stdout is the standard output, even where that is a file") {
  const TempDir folder;
  put_file(folder.path("log"), "kept ");
  const int log = ::open(folder.path("log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  const int saved = ::dup(STDOUT_FILENO);
  REQUIRE(log >= 0);
  REQUIRE(saved >= 0);
  ::dup2(log, STDOUT_FILENO);
  const bool done = replace_file("/dev/stdout", "added").has_value();
  ::dup2(saved, STDOUT_FILENO);
  ::close(saved);
  ::close(log);
  CHECK(done);
  CHECK(file_text(folder.path("log")) == "kept added");
}

TEST_CASE("a link of one's own to the standard output is the standard output too") {
  const TempDir folder;
  put_file(folder.path("log"), "kept ");
  const int log = ::open(folder.path("log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  fs::create_symlink("/dev/fd/" + std::to_string(log), folder.path("link"));
  CHECK(replace_file(folder.path("link"), "added").has_value());
  ::close(log);
  CHECK(file_text(folder.path("log")) == "kept added");
  CHECK(fs::is_symlink(folder.path("link")));
}

TEST_CASE("a descriptor that is not open is an error") {
  CHECK_FALSE(replace_file("/dev/fd/987", "text").has_value());
}

}  // namespace
}  // namespace oms
