// What an index holds once more answers as the columns themselves do.
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "oms/query/query.h"
#include "oms/store/table_image.h"
#include "support/catch.h"
#include "support/samples.h"

namespace oms {
namespace {

// Few different ones but for the letter case.
std::string random_tag(std::mt19937& random) {
  std::string tag(1 + random() % 3, 'a');
  for (char& c : tag) c = "abABcCz-"[random() % 8];
  return tag;
}

std::vector<Model> random_models(std::size_t count, std::mt19937& random) {
  std::vector<Model> models;
  for (std::size_t i = 0; i < count; ++i) {
    Model model{.id = "m" + std::to_string(i)};
    if (random() % 4 != 0) model.library = "l" + std::to_string(random() % 200);
    if (random() % 3 != 0) model.task = "t" + std::to_string(random() % 5);
    if (random() % 3 != 0) model.osi_approved = random() % 2 == 0;
    model.license_class = Choice{static_cast<std::uint8_t>(random() % 10)};
    const bool usual = random() % 90 != 0;
    model.status = usual ? Choice{1} : Choice{static_cast<std::uint8_t>(random() % 6)};
    model.architecture = random() % 90 != 0 ? "x1" : random() % 2 == 0 ? "" : "x2";
    for (auto tags = random() % 4; tags > 0; --tags) model.tags.push_back(random_tag(random));
    if (random() % 3 != 0) model.likes = static_cast<std::int64_t>(random() % 3000) - 500;
    if (random() % 50 == 0) model.context = static_cast<std::int64_t>(random() % 9);
    if (random() % 60 == 0) model.price_input = Decimal{static_cast<std::int64_t>(random() % 9)};
    if (random() % 3 != 0) model.created = Date{static_cast<std::int32_t>(random() % 900)};
    models.push_back(std::move(model));
  }
  return models;
}

// The same columns without anything beside them.
Table plain_table(const Table& table) {
  Table plain = table;
  for (FieldId field = 0; field < kFieldCount; ++field)
    plain.set_column(field, Column(table.column(field)));
  return plain;
}

Expr expression(const std::string& text) {
  auto parsed = parse_expression(text);
  INFO(text << ": " << (parsed ? "" : parsed.error().what));
  REQUIRE(parsed);
  return *std::move(parsed);
}

const std::vector<std::string> kExpressions = {
    "osi_approved=yes",
    "osi_approved=no,unknown",
    "osi_approved!=yes and library!=l7",
    "license_class>=open-other",
    "license_class<open-other or license_class=unknown",
    "not license_class=osi-permissive,research-only",
    "status=active",
    "status!=active",
    "status=gone,unknown and task!=t1",
    "not status=disabled,unlisted",
    "architecture=x1",
    "architecture!=x1",
    "architecture=x2 or architecture=unknown",
    "not (architecture=x2 and library=l3)",
    "task=t1",
    "task!=t1,t3",
    "task=unknown",
    "task=no-such-task",
    "library~1",
    "not library~l1",
    "library=l5,l17,l19,l101,l150",
    "task=t2 and osi_approved=yes and not (library=l3 or likes>100)",
    "context>4",
    "not context=2,3 and price_input<=0.000000005",
    "price_input=unknown or context!=unknown",
    "tags=a",
    "tags=ab,CZ,z-a,abc",
    "tags!=aa",
    "tags~b",
    "tags!~bc",
    "tags=unknown",
    "tags!=unknown,a",
    "tags=no-such-tag",
    "not (tags=bb or task=t1) and id~7",
    "(tags~cc or id~11) and id~1 and library=l5",
    "(task=t0 or library~9) and likes!=unknown",
};

TEST_CASE("codes bit by bit and the rows of words answer as the columns do", "[shortcuts]") {
  const unsigned seed = GENERATE(1u, 2u);
  const std::size_t rows = GENERATE(1u, 63u, 64u, 65u, 4096u, 9001u);
  INFO("seed " << seed << ", " << rows << " rows");
  std::mt19937 random(seed);
  const auto builder = samples::table(random_models(rows, random));
  const Table& table = builder.table();
  const Table plain = plain_table(table);
  REQUIRE_FALSE(table.planes(field_id("task")).empty());
  REQUIRE(plain.planes(field_id("task")).empty());
  REQUIRE(table.has_word_rows(field_id("tags")));
  REQUIRE_FALSE(plain.has_word_rows(field_id("tags")));
  for (const std::string& text : kExpressions) {
    INFO(text);
    for (const bool admit_unknown : {false, true}) {
      const Query query{.where = expression(text), .limit = 0, .admit_unknown = admit_unknown};
      const Answer fast = run_query(query, table);
      const Answer slow = run_query(query, plain);
      CHECK(fast.rows == slow.rows);
      CHECK(fast.uncertain == slow.uncertain);
      CHECK(fast.unknown == slow.unknown);
    }
    for (const Row row : {Row{0}, static_cast<Row>(rows - 1), static_cast<Row>(rows / 2)})
      CHECK(truth_of(expression(text), table, row) == truth_of(expression(text), plain, row));
  }
}

TEST_CASE("the rows of the highest values come in the order of a full sort", "[shortcuts]") {
  const unsigned seed = GENERATE(3u, 4u);
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto builder = samples::table(random_models(9001, random));
  const Table& table = builder.table();
  const Table plain = plain_table(table);
  REQUIRE(table.highest(field_id("likes")).size() == 562);
  REQUIRE(plain.highest(field_id("likes")).empty());
  for (const std::string sort : {"-likes", "likes", "+likes", "-created", "-likes,-created"}) {
    for (const std::string text : {"task=t1", "library=l5", "osi_approved=yes"}) {
      for (const std::size_t limit : {1u, 20u, 400u, 0u}) {
        INFO(sort << " where " << text << ", " << limit);
        Query query{.where = expression(text), .limit = limit};
        query.order = parse_sort(sort).value();
        for (const bool admit_unknown : {false, true}) {
          query.admit_unknown = admit_unknown;
          const Answer fast = run_query(query, table);
          const Answer slow = run_query(query, plain);
          CHECK(fast.rows == slow.rows);
          CHECK(fast.uncertain == slow.uncertain);
        }
      }
    }
  }
}

TEST_CASE("equal values stand in the order of their rows, rows without one nowhere",
          "[shortcuts]") {
  std::vector<Model> models;
  for (const auto& [id, likes] : std::vector<std::pair<std::string, Integer>>{
           {"a", 5}, {"b", {}}, {"c", 9}, {"d", 5}, {"e", -1}, {"f", 9}}) {
    models.push_back({.id = id, .likes = likes});
  }
  const auto builder = samples::table(models);
  const std::span<const Row> highest = builder.table().highest(field_id("likes"));
  CHECK(std::vector<Row>(highest.begin(), highest.end()) == std::vector<Row>{2, 5, 0, 3, 4});
}

TEST_CASE("a word of a list is found in any letter case, and only whole", "[shortcuts]") {
  std::vector<Model> models;
  for (const std::string tag : {"OCR", "ocr", "oCr", "oc", "ocr2", "OCRs", "xocr", "-ocr", "o"})
    models.push_back({.id = "m" + std::to_string(models.size()), .tags = {tag}});
  const auto builder = samples::table(models);
  CHECK(matching_rows(expression("tags=ocr"), builder.table()) == std::vector<Row>{0, 1, 2});
  CHECK(matching_rows(expression("tags=Oc,O"), builder.table()) == std::vector<Row>{3, 8});
  CHECK(matching_rows(expression("tags=ocr-"), builder.table()).empty());
}

TEST_CASE("a column that takes the place of a stored one has nothing beside it", "[shortcuts]") {
  const auto builder = samples::table({{.id = "a", .osi_approved = true, .likes = 1}});
  Table table = builder.table();
  CHECK(table.planes(field_id("osi_approved")).count() == 2);
  CHECK(table.highest(field_id("likes")).size() == 1);
  const std::vector<std::uint8_t> no = {1};
  const std::vector<std::int64_t> none = {kNoInteger};
  table.set_column(field_id("osi_approved"), CodeColumn(no));
  table.set_column(field_id("likes"), [&none] { return Column(IntegerColumn(none)); });
  CHECK(table.planes(field_id("osi_approved")).empty());
  CHECK(table.highest(field_id("likes")).empty());
  CHECK(matching_rows(expression("osi_approved=no"), table) == std::vector<Row>{0});
}

TEST_CASE("where all but one row in 64 have one code, that one and the others stand alone",
          "[shortcuts]") {
  std::vector<Model> models;
  for (int i = 0; i < 4096; ++i)
    models.push_back({.id = "m" + std::to_string(10000 + i), .status = Choice{1}});
  for (int i = 0; i < 64; ++i) models[static_cast<std::size_t>(i) * 64].status = Choice{3};
  models[64].status = Choice{0};
  const auto builder = samples::table(models);
  const CodePlanes codes = builder.table().planes(field_id("status"));
  CHECK(codes.count() == 0);
  CHECK(std::vector<std::uint8_t>(codes.common.begin(), codes.common.end()) ==
        std::vector<std::uint8_t>{1});
  REQUIRE(codes.other_rows.size() == 64);
  CHECK(codes.other_rows[63] == 4032);
  CHECK(codes.other_codes[63] == 3);
  CHECK(codes.other_codes[1] == 0);

  models[1].status = Choice{3};  // one more
  const auto mixed = samples::table(models);
  CHECK(mixed.table().planes(field_id("status")).count() == 2);
  models.pop_back();  // a row less: planes of few are small
  models[1].status = Choice{1};
  CHECK(samples::table(models).table().planes(field_id("status")).count() == 2);
}

TEST_CASE("words of which there are more than 8 bits tell have no planes", "[shortcuts]") {
  std::vector<Model> models;
  for (int i = 0; i < 256; ++i)
    models.push_back({.id = "m" + std::to_string(i), .author = "a" + std::to_string(i)});
  const auto builder = samples::table(models);
  CHECK(builder.table().planes(field_id("author")).empty());
  CHECK(matching_rows(expression("author=a7"), builder.table()) ==
        std::vector<Row>{builder.table().find("m7")});
}

// A quarter of them copies of others, half of these copies of copies.
MemoryImage image_of(std::vector<Model> models) {
  for (std::size_t i = 0; i < models.size(); i += 4) {
    models[i].quantization = "gguf";
    models[i].relation = parse_choice(words::kRelation, "quantized");
    models[i].base_models = {models[(i * 7 + i / 4 % 2) % models.size()].id};
  }
  MemoryImage image;
  MemoryScratch scratch;
  TextTable ids(LetterCase::folded);
  TableDraft draft(ids, scratch);
  for (const Model& model : models) {
    ids.add(model.id);
    draft.add({model});
  }
  draft.resolve_bases([](std::string_view base) { return std::string(base); });
  ImageWriter writer(image);
  draft.write(writer);
  writer.finish(schema_hash());
  return image;
}

// The rows of a query over an index of these bytes, or nothing where it shows that they are
// damaged.
std::optional<std::vector<Row>> rows_of(const Query& query, const std::string& bytes) {
  const auto file = MappedFile::copy_of(bytes);
  REQUIRE(file);
  const auto view = ImageView::open(file->bytes(), schema_hash(), Trust::file);
  if (!view) return std::nullopt;
  try {
    const auto table = read_table(*view);
    if (!table) return std::nullopt;
    return run_query(query, *table).rows;
  } catch (const DamagedIndex&) {
    return std::nullopt;
  }
}

TEST_CASE("what a query believes of a damaged index is what was written", "[shortcuts]") {
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  const MemoryImage image = image_of(random_models(3000, random));
  const Query query{.where = expression("tags=ab,c and library!=l3 or task=t1 and tags~z"),
                    .order = parse_sort("-likes").value(),
                    .limit = 5};
  const auto right = rows_of(query, image.bytes());
  REQUIRE(right);
  REQUIRE(right->size() == 5);
  int noticed = 0;
  for (std::size_t at = 0; at < image.bytes().size(); at += 997) {
    std::string bytes = image.bytes();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    const auto found = rows_of(query, bytes);
    INFO("byte " << at);
    if (found) {
      CHECK(*found == *right);
    } else {
      ++noticed;
    }
  }
  CHECK(noticed > 20);
}

// Where a section, whatever its elements are, ends in an image.
std::size_t end_of(const std::string& section, const std::string& image) {
  const auto bytes = std::as_bytes(std::span(image));
  const auto view = ImageView::open(bytes, schema_hash(), Trust::program);
  REQUIRE(view);
  const auto end = [&](auto values) {
    return values.empty() ? 0 : std::as_bytes(values).data() + values.size_bytes() - bytes.data();
  };
  const auto found = end(view->peek<std::uint8_t>(section)) +
                     end(view->peek<std::uint32_t>(section)) +
                     end(view->peek<std::uint64_t>(section));
  REQUIRE(found > 0);
  return static_cast<std::size_t>(found);
}

// Enough rows for a second thread, which comes upon the damage in the second half.
TEST_CASE("damage in the last rows that a query reads is noticed", "[shortcuts]") {
  const auto [text, section] = GENERATE(values<std::pair<std::string, std::string>>({
      {"task=t1", "model.task/planes"},
      {"likes>100", "model.likes"},
      {"created>1971-01-01", "model.created"},
      {"id~m29", "model.id/offsets"},
      {"id~m29", "model.id/pool"},
      {"id~m", "model.fold/bases"},
  }));
  INFO(text << ", " << section);
  static const MemoryImage image = [] {
    std::mt19937 random(7);
    return image_of(random_models(300'000, random));
  }();
  const Query query{.where = expression(text), .order = {}, .limit = 5};
  REQUIRE(rows_of(query, image.bytes()));
  constexpr std::size_t kBeforeEnd = 20'000;  // the end itself is looked at before
  std::string bytes = image.bytes();
  bytes[end_of(section, bytes) - kBeforeEnd] ^= 1;
  CHECK_FALSE(rows_of(query, bytes));
}

}  // namespace
}  // namespace oms
