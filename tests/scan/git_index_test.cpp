// Which files git tracks, from the bytes of an index.
#include "scan/git_index.h"

#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

using Names = std::vector<std::string>;

std::string zeros(std::size_t count) { return std::string(count, '\0'); }

std::string header(char version, char entries) {
  return "DIRC" + zeros(3) + version + zeros(3) + entries;
}

// Up to the path: times and numbers, mode 100644, more numbers, a hash, flags.
std::string entry(std::size_t hash = 20) {
  return zeros(24) + zeros(2) + "\x81\xA4" + zeros(12) + std::string(hash, 'h') + zeros(2);
}

Names paths(const std::string& index) {
  const auto read = tracked_paths(index);
  REQUIRE(read.has_value());
  return *read;
}

std::string refusal(const std::string& index) {
  const auto read = tracked_paths(index);
  REQUIRE_FALSE(read.has_value());
  return read.error().what;
}

const std::string kTwo = header(2, 2) + entry() + "app.py" + zeros(4) + entry() + "src/b.sh" +
                         zeros(2) + std::string(20, 'c');

}  // namespace

TEST_CASE("an index of version 2 names its paths", "[scan][git_index]") {
  CHECK(paths(kTwo) == Names{"app.py", "src/b.sh"});
}

TEST_CASE("an entry of version 3 may have more flags", "[scan][git_index]") {
  std::string more = entry();
  more[60] = '\x40';
  CHECK(paths(header(3, 1) + more + zeros(2) + "app.py" + zeros(2) + std::string(20, 'c')) ==
        Names{"app.py"});
}

TEST_CASE("a path of version 4 goes on from the one before", "[scan][git_index]") {
  CHECK(paths(header(4, 2) + entry() + '\0' + "src/a.py" + '\0' + entry() + '\4' + "b.sh" + '\0' +
              std::string(20, 'c')) == Names{"src/a.py", "src/b.sh"});
}

TEST_CASE("a long path of version 4 is cut by two bytes", "[scan][git_index]") {
  const std::string folder(200, 'a');
  // 0x80 0x48: ((0 + 1) << 7) + 0x48 = 200
  CHECK(paths(header(4, 2) + entry() + '\0' + folder + '\0' + entry() + "\x80\x48" + "b" + '\0' +
              std::string(20, 'c')) == Names{folder, "b"});
}

TEST_CASE("hashes may be those of SHA-256", "[scan][git_index]") {
  CHECK(paths(header(2, 1) + entry(32) + "app.py" + zeros(8) + std::string(32, 'c')) ==
        Names{"app.py"});
}

TEST_CASE("a path of an unfinished merge is named once", "[scan][git_index]") {
  const std::string one = entry() + "app.py" + zeros(4);
  CHECK(paths(header(2, 3) + one + one + one + std::string(20, 'c')) == Names{"app.py"});
}

TEST_CASE("extensions of an index are passed over", "[scan][git_index]") {
  CHECK(paths(header(2, 1) + entry() + "app.py" + zeros(4) + "TREE" + zeros(3) + '\3' + "xyz" +
              std::string(20, 'c')) == Names{"app.py"});
}

TEST_CASE("an index that is split in two is refused", "[scan][git_index]") {
  CHECK(refusal(header(2, 0) + "link" + zeros(3) + '\3' + "xyz" + std::string(20, 'c')) ==
        "it is split in two files");
}

TEST_CASE("an index of another version is refused", "[scan][git_index]") {
  CHECK(refusal(header(5, 0) + std::string(20, 'c')) == "its version is 5, not 2 to 4");
}

TEST_CASE("an index cut at any length is refused", "[scan][git_index]") {
  for (std::size_t size = 0; size < kTwo.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(tracked_paths(kTwo.substr(0, size)).has_value());
  }
}

TEST_CASE("an index with any byte flipped is read to its end or refused", "[scan][git_index]") {
  for (std::size_t at = 0; at < kTwo.size(); ++at) {
    CAPTURE(at);
    std::string flipped = kTwo;
    flipped[at] = static_cast<char>(flipped[at] ^ 0xFF);
    const auto read = tracked_paths(flipped);
    CHECK((!read.has_value() || read->size() <= 2));
  }
}
