#include "store/spool.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string>

#include "oms/store/text_table.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

template <typename T>
std::vector<T> all_of(const Spool<T>& spool) {
  std::vector<T> values;
  spool.each([&](T value) { values.push_back(value); });
  return values;
}

// Counts what is stored.
class CountingScratch : public MemoryScratch {
 public:
  std::uint64_t append(std::string_view bytes) override {
    ++pieces;
    return MemoryScratch::append(bytes);
  }
  int pieces = 0;
};

}  // namespace

TEST_CASE("a spool gives back what it took, in order, whatever the number of blocks", "[spool]") {
  for (const std::size_t size : {0, 1, 8191, 8192, 8193, 40000}) {
    CAPTURE(size);
    MemoryScratch scratch;
    Spool<std::uint32_t> spool(scratch);
    std::vector<std::uint32_t> values(size);
    std::iota(values.begin(), values.end(), 5U);
    for (const std::uint32_t value : values) spool.push(value);
    CHECK(spool.size() == size);
    CHECK(all_of(spool) == values);
    Spool<std::uint32_t> at_once(scratch);
    at_once.push(std::span<const std::uint32_t>(values));
    CHECK(all_of(at_once) == values);
  }
}

TEST_CASE("a block of one value only is not stored", "[spool]") {
  CountingScratch scratch;
  Spool<std::int64_t> spool(scratch);
  for (int i = 0; i < 3 * 8192; ++i) spool.push(i / 8192 == 1 && i % 2 == 0 ? 1 : 7);
  CHECK(scratch.pieces == 1);
  CHECK(all_of(spool)[8192] == 1);
  CHECK(all_of(spool)[8193] == 7);
  CHECK(all_of(spool)[3 * 8192 - 1] == 7);
}

TEST_CASE("lists of any length come back whole, across blocks", "[spool]") {
  MemoryScratch scratch;
  ListSpool<char> spool(scratch);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 20000; ++i)
    texts.emplace_back(i % 7, static_cast<char>('a' + i % 26));
  texts.emplace_back(30000, 'x');
  texts.emplace_back();
  for (const std::string& text : texts) spool.push(std::span<const char>(text));
  std::vector<std::string> read;
  spool.each([&](std::span<const char> text) { read.emplace_back(text.begin(), text.end()); });
  CHECK(read == texts);
}

TEST_CASE("a scratch file has no name, and is gone with its user", "[spool]") {
  TempDir place;
  {
    auto scratch = FileScratch::open(place.path(""));
    REQUIRE(scratch);
    const std::uint64_t first = (*scratch)->append("hello");
    const std::uint64_t second = (*scratch)->append("world");
    std::string text(5, ' ');
    (*scratch)->read(second, text.data(), 5);
    CHECK(text == "world");
    (*scratch)->read(first, text.data(), 4);
    CHECK(text == "helld");
    CHECK_FALSE((*scratch)->failure());
    CHECK(std::filesystem::is_empty(place.path("")));
  }
  CHECK(std::filesystem::is_empty(place.path("")));
}

TEST_CASE("a scratch that cannot be read remembers the failure", "[spool]") {
  TempDir place;
  auto scratch = FileScratch::open(place.path(""));
  REQUIRE(scratch);
  char byte = 'x';
  (*scratch)->read(100, &byte, 1);
  CHECK(byte == 0);
  REQUIRE((*scratch)->failure());
  CHECK((*scratch)->failure()->code == Errc::data);
}

TEST_CASE("there is no scratch where nothing can be made", "[spool]") {
  const auto scratch = FileScratch::open("/proc/self");
  REQUIRE_FALSE(scratch);
  CHECK(scratch.error().what.starts_with("cannot make a temporary file in '/proc/self': "));
}

TEST_CASE("lent memory is all zero, also where other memory was before", "[spool]") {
  const TempDir directory;
  auto scratch = FileScratch::open(directory.path());
  REQUIRE(scratch);
  constexpr std::size_t kSize = 3'000'001;
  for (int round = 0; round < 3; ++round) {
    char* memory = (*scratch)->lend(kSize);
    CHECK(std::count(memory, memory + kSize, '\0') == kSize);
    std::fill_n(memory, kSize, 'x');
    (*scratch)->give_back(memory, kSize);
  }
  CHECK_FALSE((*scratch)->failure());
}

TEST_CASE("a table of texts in lent memory is the same as one on the heap", "[spool]") {
  const TempDir directory;
  auto scratch = FileScratch::open(directory.path());
  REQUIRE(scratch);
  TextTable lent(LetterCase::folded, scratch->get());
  TextTable heap(LetterCase::folded);
  for (int number = 0; number < 200'000; ++number) {
    const std::string text = "Owner" + std::to_string(number * 7919 % 150'000) + "/Model";
    if (lent.add(text) != heap.add(text)) FAIL(text);
  }
  REQUIRE(lent.size() == 150'000);
  CHECK(lent.find("owner149999/MODEL") == heap.find("owner149999/model"));
  CHECK(lent[149'999] == heap[149'999]);
  CHECK(lent.sorted() == heap.sorted());
}

}  // namespace oms
