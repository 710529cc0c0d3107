#include "oms/store/image.h"

#include <array>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "oms/store/table_image.h"
#include "store/background_output.h"
#include "store/layout.h"
#include "support/catch.h"
#include "support/samples.h"
#include "support/table_files.h"

namespace oms {
namespace {

// Bytes at an address that an image may stand at.
class Aligned {
 public:
  explicit Aligned(std::string_view bytes)
      : size_(bytes.size()),
        memory_(new (std::align_val_t{kImageAlignment}) std::byte[bytes.size() + 1]) {
    std::memcpy(memory_.get(), bytes.data(), bytes.size());
  }
  std::span<const std::byte> bytes() const { return {memory_.get(), size_}; }

 private:
  struct Free {
    void operator()(std::byte* memory) const {
      ::operator delete[](memory, std::align_val_t{kImageAlignment});
    }
  };
  std::size_t size_;
  std::unique_ptr<std::byte[], Free> memory_;
};

std::string small_image() {
  MemoryImage image;
  ImageWriter writer(image);
  const std::array<std::uint32_t, 3> numbers = {7, 8, 9};
  writer.add("numbers", std::span<const std::uint32_t>(numbers));
  writer.add("text", "hello");
  writer.finish(42);
  return image.bytes();
}

// 20 MB of numbers that differ, written through `image`.
void write_large(ImageOutput& image) {
  ImageWriter writer(image);
  writer.begin("numbers", sizeof(std::uint32_t));
  for (std::uint32_t number = 0; number < 5'000'000; ++number) {
    const std::array<std::uint32_t, 1> one = {number * 2'654'435'761U};
    writer.append(std::span<const std::uint32_t>(one));
  }
  writer.add("text", "hello");
  writer.finish(42);
}

Errc code_of(std::string_view bytes) {
  const Aligned memory(bytes);
  const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
  REQUIRE_FALSE(view);
  return view.error().code;
}

// As the header should have it.
std::uint64_t checksum_for(const layout::Header& header, std::string_view image) {
  return layout::control_checksum(
      header, image.substr(header.directory, header.checksums - header.directory));
}

TEST_CASE("an image that is handed on in the background is the same", "[image]") {
  MemoryImage direct;
  write_large(direct);
  MemoryImage image;
  {
    BackgroundOutput background(image);
    write_large(background);
  }
  CHECK(image.bytes() == direct.bytes());
}

TEST_CASE("a section reads back as it was written", "[image]") {
  const Aligned memory(small_image());
  const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
  REQUIRE(view);
  const auto numbers = view->section<std::uint32_t>("numbers");
  CHECK(std::vector<std::uint32_t>(numbers.begin(), numbers.end()) ==
        std::vector<std::uint32_t>{7, 8, 9});
  CHECK(view->blob("text") == "hello");
  CHECK_FALSE(view->damaged());
}

TEST_CASE("same sections, same bytes", "[image]") { CHECK(small_image() == small_image()); }

TEST_CASE("a section of another element size or an unknown name is empty", "[image]") {
  const Aligned memory(small_image());
  const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
  REQUIRE(view);
  CHECK(view->section<std::uint64_t>("numbers").empty());
  CHECK(view->blob("texts").empty());
}

TEST_CASE("values that lie outside of the sections are not ok", "[image]") {
  const Aligned memory(small_image());
  for (const std::size_t size : {std::size_t{100}, std::size_t{100'000'000}}) {
    const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
    REQUIRE(view);
    const std::span<const char> text = view->peek<char>("text");
    CHECK(view->ok(text));
    CHECK_FALSE(view->ok(std::span(text.data(), size)));
    CHECK(view->damaged());
  }
}

TEST_CASE("an image whose directory is not aligned is not opened", "[image]") {
  std::string image = small_image();
  layout::Header header;
  std::memcpy(&header, image.data(), sizeof(header));
  header.directory -= 4;
  header.checksum = checksum_for(header, image);
  std::memcpy(image.data(), &header, sizeof(header));
  CHECK(code_of(image) == Errc::data);
}

TEST_CASE("an image for another set of fields is not opened", "[image]") {
  const Aligned memory(small_image());
  const auto view = ImageView::open(memory.bytes(), 43, Trust::file);
  REQUIRE_FALSE(view);
  CHECK(view.error().code == Errc::data);
}

TEST_CASE("an image of another version is not opened, whole as it may be", "[image]") {
  std::string image = small_image();
  layout::Header header;
  std::memcpy(&header, image.data(), sizeof(header));
  ++header.version;
  header.checksum = checksum_for(header, image);
  std::memcpy(image.data(), &header, sizeof(header));
  const Aligned memory(image);
  const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
  REQUIRE_FALSE(view);
  CHECK(view.error().what == "index: made by another version");
}

TEST_CASE("a section that reaches beyond the data is empty, and damage", "[image]") {
  std::string image = small_image();
  layout::Header header;
  std::memcpy(&header, image.data(), sizeof(header));
  layout::Entry entry;
  std::memcpy(&entry, image.data() + header.directory, sizeof(entry));
  entry.size = header.directory;
  std::memcpy(image.data() + header.directory, &entry, sizeof(entry));
  header.checksum = checksum_for(header, image);
  std::memcpy(image.data(), &header, sizeof(header));
  const Aligned memory(image);
  const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
  REQUIRE(view);
  CHECK(view->section<std::uint32_t>("numbers").empty());
  CHECK(view->damaged());
}

TEST_CASE("an image cut at any length is not opened", "[image]") {
  const std::string image = small_image();
  for (std::size_t length = 0; length < image.size(); ++length) {
    INFO(length);
    CHECK(code_of(std::string_view(image).substr(0, length)) == Errc::data);
  }
}

TEST_CASE("an image with any byte flipped is not opened or hands out no damaged section",
          "[image]") {
  const std::string good = small_image();
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string image = good;
    image[at] = static_cast<char>(image[at] ^ 0x40);
    const Aligned memory(image);
    const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
    if (!view) continue;
    INFO(at);
    const auto numbers = view->section<std::uint32_t>("numbers");
    const std::string_view text = view->blob("text");
    CHECK((numbers.empty() || numbers[0] == 7));
    CHECK((text.empty() || text == "hello"));
    CHECK_FALSE(view->verify());
  }
}

TEST_CASE("a block whose checksum is damaged is not handed out, others are", "[image]") {
  MemoryImage memory;
  ImageWriter writer(memory);
  writer.add("first", std::string(kImageBlock, 'a'));
  writer.add("middle", std::string(kImageBlock, 'b'));
  writer.add("last", std::string(kImageBlock, 'c'));
  writer.finish(42);
  std::string image = std::move(memory).bytes();
  image.back() = static_cast<char>(image.back() ^ 1);
  const Aligned aligned(image);
  const auto view = ImageView::open(aligned.bytes(), 42, Trust::file);
  REQUIRE(view);
  CHECK(view->blob("first").size() == kImageBlock);
  CHECK_FALSE(view->damaged());
  CHECK(view->blob("last").empty());
  CHECK(view->damaged());
}

TEST_CASE("a section written piece by piece is the same as in one piece", "[image]") {
  std::vector<std::uint32_t> numbers(100000);
  for (std::uint32_t i = 0; i < numbers.size(); ++i) numbers[i] = i * 2654435761U;
  const std::span<const std::uint32_t> all(numbers);
  MemoryImage whole;
  ImageWriter one(whole);
  one.add("first", "abc");
  one.add("numbers", all);
  one.finish(7);
  MemoryImage pieces;
  ImageWriter many(pieces);
  many.begin("first", 1);
  for (const char c : std::string_view("abc")) many.append(std::span<const char>(&c, 1));
  many.begin("numbers", sizeof(std::uint32_t));
  many.append(all.first(3));
  many.append(all.subspan(3, 40000));
  many.append(all.subspan(40003));
  many.finish(7);
  CHECK(pieces.bytes() == whole.bytes());
}

TEST_CASE("a table reads back from an image as its records were", "[image]") {
  Record record{samples::model("a/x")};
  record.model.author = "a";
  record.model.tags = {"q", "b"};
  record.model.downloads = 5;
  record.model.osi_approved = true;
  record.model.created = Date{100};
  record.model.revision = "abc";
  record.offers = {{"groq", "groq", "list", Decimal{1}, Decimal{2}, Date{5}}};
  record.scores = {{"wer", Decimal{2}, Date{3}, Choice{4}, "v", "s"}};
  record.facts = {{"task", "hub", Date{6}, Choice{2}}};
  const TableBuilder builder({{samples::model("b/y")}, record});
  const Table& table = builder.table();
  REQUIRE(table.rows == 2);
  CHECK(table.id(0) == "a/x");
  CHECK(table.id(1) == "b/y");
  CHECK(table.value(field_id("author"), 0) == Value(std::string_view("a")));
  CHECK(table.value(field_id("tags"), 0) == Value(TextList{"q", "b"}));
  CHECK(table.value(field_id("downloads"), 0) == Value(std::int64_t{5}));
  CHECK(table.value(field_id("osi_approved"), 0) == Value(true));
  CHECK(table.value(field_id("created"), 0) == Value(Date{100}));
  CHECK(table.value(field_id("revision"), 0) == Value(std::string_view("abc")));
  for (const std::string_view field : {"author", "tags", "downloads", "osi_approved", "created"}) {
    INFO(field);
    CHECK(table.unknown(field_id(field), 1));
  }
  CHECK(table.offers_of(0).at(0).host == "groq");
  CHECK(table.facts_of(0).at(0).source == "hub");
  CHECK(table.scores_of(0).at(0).variant == "v");
  CHECK(table.offers_of(1).empty());
  CHECK(table.facts_of(1).empty());
}

TEST_CASE("an image without a section of the table is no table", "[image]") {
  const Aligned memory(small_image());
  const auto view = ImageView::open(memory.bytes(), 42, Trust::file);
  REQUIRE(view);
  const auto table = read_table(*view);
  REQUIRE_FALSE(table);
  CHECK(table.error().code == Errc::data);
}

TEST_CASE("a column whose texts are not in the image is damaged", "[image]") {
  Tables tables;
  tables.record("a/x", R"("library_name":"keras",)" + from("s", R"("library_name")"));
  std::string bytes = *build_catalog(tables.files());
  const std::size_t name = bytes.find("model.library/words/pool");
  REQUIRE(name != std::string::npos);
  bytes[name + 23] = 'x';  // still behind "…/offsets"
  layout::Header header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  header.checksum = checksum_for(header, bytes);
  std::memcpy(bytes.data(), &header, sizeof(header));
  const Aligned memory(bytes);
  const auto view = ImageView::open(memory.bytes(), schema_hash(), Trust::file);
  REQUIRE(view);
  const auto table = read_table(*view);
  REQUIRE(table);
  CHECK_THROWS_AS(table->value(field_id("library"), 0), DamagedIndex);
}

TEST_CASE("an empty table can be written and read", "[image]") {
  const TableBuilder builder({});
  CHECK(builder.table().rows == 0);
  CHECK(builder.table().find("a/x") == kNoRow);
}

}  // namespace
}  // namespace oms
