// A damaged index: what it answers is what the whole one answers, or it says that it is damaged.
//
// The input is a list of changes, 8 bytes each, to the sample's image: a place, and what the four
// bytes there are XORed with. A first byte "c" has the checksum of header and directory made right
// again, so that changes of those are not noticed at once; "d" all checksums, so that the values
// may be anything.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

#include "fuzz/sample.h"
#include "fuzz/targets.h"
#include "oms/query/query.h"
#include "oms/store/mapped_file.h"
#include "oms/store/table_image.h"
#include "store/checksum.h"
#include "store/layout.h"

namespace oms::fuzz {
namespace {

constexpr std::string_view kQuestions[] = {"likes>=10",
                                           "license=mit",
                                           "tags~t1",
                                           "id~m1",
                                           "price_output<=4",
                                           "task=chat",
                                           "created>=2025-06",
                                           "gated=auto",
                                           "not (languages=fr)",
                                           "downloads=unknown or likes<5"};

std::string number(std::size_t value) { return std::to_string(value) + ' '; }

// Whatever a command may ask, as text.
std::string answers(const Table& table) {
  std::string text = number(table.rows) + number(table.find("O3/m3")) + number(table.find("x/y"));
  for (const std::string_view question : kQuestions) {
    Query query;
    query.where = parse_expression(question).value();
    query.order = parse_sort("-downloads,license").value();
    const Answer answer = run_query(query, table);
    text += number(answer.matched);
    for (const Row row : answer.rows) text.append(table.id(row)).append(1, ' ');
  }
  for (Row row = 0; row < table.rows; row += 7) {
    for (const Offer& offer : table.offers_of(row)) text += offer.host + ' ';
    for (const Observation& score : table.scores_of(row)) text += score.metric + ' ';
    for (const Fact& fact : table.facts_of(row)) text += fact.source + ' ';
    for (FieldId field = 0; field < kFieldCount; ++field)
      text += table.unknown(field, row) ? '-' : '+';
  }
  return text;
}

// Nothing where the index says that it is damaged.
std::optional<std::string> answers_of(const ImageView& image) {
  try {
    const auto table = read_table(image);
    if (table) return answers(*table);
  } catch (const DamagedIndex&) {
  }
  return std::nullopt;
}

const std::string& right_answers() {
  static const std::string text = [] {
    const auto file = MappedFile::copy_of(sample_image());
    const auto image = ImageView::open(file->bytes(), schema_hash(), Trust::file);
    return answers_of(*image).value();
  }();
  return text;
}

bool change(std::string& image, std::string_view changes) {
  bool changed = false;
  for (; changes.size() >= 8; changes.remove_prefix(8)) {
    std::uint32_t place = 0;
    std::uint32_t bits = 0;
    std::memcpy(&place, changes.data(), sizeof(place));
    std::memcpy(&bits, changes.data() + 4, sizeof(bits));
    char* at = image.data() + place % (image.size() - 3);
    std::uint32_t there = 0;
    std::memcpy(&there, at, sizeof(there));
    there ^= bits;
    std::memcpy(at, &there, sizeof(there));
    changed = changed || bits != 0;
  }
  return changed;
}

layout::Header header_of(const std::string& image) {
  layout::Header header;
  std::memcpy(&header, image.data(), sizeof(header));
  return header;
}

void repair_directory(std::string& image) {
  layout::Header header = header_of(image);
  if (header.directory > header.checksums || header.checksums > image.size()) return;
  header.checksum = layout::control_checksum(
      header,
      std::string_view(image).substr(header.directory, header.checksums - header.directory));
  std::memcpy(image.data(), &header, sizeof(header));
}

// Where the header is that of the whole image.
bool repair_blocks(std::string& image) {
  const layout::Header header = header_of(image);
  if (header.directory != header_of(sample_image()).directory ||
      header.checksums != header_of(sample_image()).checksums)
    return false;
  std::size_t block = 0;
  for (std::size_t at = layout::kDataStart; at < header.directory; at += kImageBlock, ++block) {
    const std::uint64_t sum = checksum(std::string_view(image).substr(
        at, std::min(kImageBlock, static_cast<std::size_t>(header.directory) - at)));
    std::memcpy(image.data() + header.checksums + block * sizeof(sum), &sum, sizeof(sum));
  }
  return true;
}

// What `show` reads: each step is held against the bounds of what it leads to.
void read_rows(const ImageView& image) {
  try {
    const auto table = read_table(image);
    if (!table) return;
    table->find("o3/m3");
    const Row last = static_cast<Row>(std::min<std::size_t>(table->rows, 64));
    for (Row row = 0; row < last; row += 5) {
      table->facts_of(row);
      table->copies(row);
      for (FieldId field = 0; field < kFieldCount; ++field) {
        if (kFields[field].kind == Kind::scores) continue;
        table->value(field, row);
        if (table->has_word_rows(field)) table->word_codes(field, "t1");
      }
    }
  } catch (const DamagedIndex&) {
  }
}

// Reads every byte of every section that is handed out.
template <typename T>
std::size_t read_all(const ImageView& image, std::string_view name) {
  std::size_t sum = 0;
  for (const T value : image.section<T>(name)) sum += static_cast<std::size_t>(value);
  for (const T value : image.peek<T>(name)) sum += static_cast<std::size_t>(value);
  return sum;
}

// The directory as it stands in the whole image: names to ask for.
void read_sections(const ImageView& image) {
  const layout::Header header = header_of(sample_image());
  for (std::size_t i = 0; i < header.sections; ++i) {
    layout::Entry entry;
    std::memcpy(&entry, sample_image().data() + header.directory + i * sizeof(entry),
                sizeof(entry));
    read_all<char>(image, entry.name);
    read_all<std::uint32_t>(image, entry.name);
    read_all<std::uint64_t>(image, entry.name);
  }
}

}  // namespace

void run_index(std::string_view input) {
  const bool blocks_repaired = input.starts_with('d');
  const bool repaired = input.starts_with('c') || blocks_repaired;
  if (repaired) input.remove_prefix(1);
  std::string bytes = sample_image();
  change(bytes, input);
  if (blocks_repaired && !repair_blocks(bytes)) return;
  if (repaired) repair_directory(bytes);
  const auto file = MappedFile::copy_of(bytes);
  const auto image = ImageView::open(file->bytes(), schema_hash(), Trust::file);
  if (!image) return;
  if (repaired) {  // values are anything
    read_sections(*image);
    if (blocks_repaired) read_rows(*image);
    image->verify(".tsv");
    image->verify();
    return;
  }
  const auto said = answers_of(*image);
  if (said) expect(*said == right_answers(), "a damaged index never answers otherwise");
  expect(image->verify() == (bytes == sample_image()), "verification notices every change");
}

}  // namespace oms::fuzz
