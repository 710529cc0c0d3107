// What an index is merged of, piece by piece.
#include "store/merge_columns.h"

#include <cstdint>
#include <string>
#include <vector>

#include "oms/store/image.h"
#include "store/draft_shortcuts.h"
#include "store/row_merge.h"
#include "support/catch.h"
#include "support/samples.h"

namespace oms {
namespace {

// The bytes of the sections that `write` writes.
template <typename Write>
std::string image_of(Write write) {
  MemoryImage image;
  ImageWriter writer(image);
  write(writer);
  writer.finish(0);
  return image.bytes();
}

// 20,000 numbers, all different, in no order.
std::vector<std::int64_t> scattered() {
  std::vector<std::int64_t> numbers;
  for (std::int64_t i = 0; i < 20'000; ++i) numbers.push_back(i * 7919 % 20'011);
  return numbers;
}

// Ids "m000000", "m000010", …
TableBuilder every_tenth(int count) {
  std::vector<Model> models;
  for (int i = 0; i < count; ++i) {
    std::string number = std::to_string(i * 10);
    models.push_back(samples::model("m" + std::string(6 - number.size(), '0') + number));
  }
  return samples::table(std::move(models));
}

}  // namespace

TEST_CASE("a merged column has the values of each run, short or long, in order", "[store]") {
  std::vector<std::int64_t> former(30'000);
  for (std::size_t i = 0; i < former.size(); ++i) former[i] = static_cast<std::int64_t>(i);
  const std::vector<std::int64_t> fresh = {-1, -2, -3};
  const std::vector<RowRun> runs = {
      {true, 0, 1}, {false, 0, 5}, {true, 1, 2}, {false, 7, 25'000}, {false, 29'999, 1}};
  std::vector<std::int64_t> merged;
  each_merged<std::int64_t>(former, fresh, runs, [&](std::span<const std::int64_t> some) {
    merged.insert(merged.end(), some.begin(), some.end());
  });
  std::vector<std::int64_t> expected = {-1, 0, 1, 2, 3, 4, -2, -3};
  for (std::int64_t value = 7; value < 25'007; ++value) expected.push_back(value);
  expected.push_back(29'999);
  CHECK(merged == expected);
}

TEST_CASE("the rows of the highest values do not depend on the pieces they come in", "[store]") {
  const std::vector<std::int64_t> numbers = scattered();
  const std::size_t piece = GENERATE(1u, 31u, 4096u);
  CAPTURE(piece);
  const std::string at_once = image_of([&](ImageWriter& image) {
    write_highest(image, "x", std::span<const std::int64_t>(numbers));
  });
  CHECK(at_once == image_of([&](ImageWriter& image) {
          HighestRows<std::int64_t> highest(numbers.size());
          for (std::size_t at = 0; at < numbers.size(); at += piece)
            highest.add(std::span(numbers).subspan(at, std::min(piece, numbers.size() - at)));
          highest.write(image, "x");
        }));
}

TEST_CASE("a value that one row in 32 has is kept apart, one that more have is not", "[store]") {
  const auto sections = [](std::size_t known) {
    std::vector<std::int32_t> days(320, kNoDay);
    for (std::size_t i = 0; i < known; ++i) days[i * 29 + 3] = static_cast<std::int32_t>(i);
    MemoryImage image;
    ImageWriter writer(image);
    FewRows<std::int32_t> few(days.size());
    for (std::size_t at = 0; at < days.size(); at += 40)
      few.add(std::span<const std::int32_t>(days).subspan(at, 40));
    few.write(writer, "x");
    writer.finish(0);
    const auto view = ImageView::open(std::as_bytes(std::span(image.bytes())), 0, Trust::program);
    REQUIRE(view);
    const auto rows = view->section<Row>("x/few/rows");
    const auto values = view->section<std::int32_t>("x/few/values");
    return std::pair(std::vector<Row>(rows.begin(), rows.end()),
                     std::vector<std::int32_t>(values.begin(), values.end()));
  };
  CHECK(sections(10).first == std::vector<Row>{3, 32, 61, 90, 119, 148, 177, 206, 235, 264});
  CHECK(sections(10).second == std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(sections(11).first.empty());
}

TEST_CASE("a fresh row stands in its place, however far behind the one before", "[store]") {
  const auto former = every_tenth(1000);
  const auto fresh =
      samples::table({samples::model("a"), samples::model("m000005"), samples::model("M000010"),
                      samples::model("m005555"), samples::model("m009990"), samples::model("z")});
  const RowMerge rows(former.table(), fresh.table(), {1, 999}, {});
  CHECK(std::vector<Row>(rows.of_fresh().begin(), rows.of_fresh().end()) ==
        std::vector<Row>{0, 2, 3, 558, 1002, 1003});
  CHECK(rows.before(2) == 1);
  CHECK(rows.before(3) == kNoRow);
  CHECK(rows.before(4) == 999);
  CHECK(rows.size() == 1004);
}

}  // namespace oms
