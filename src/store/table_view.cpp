#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "oms/base/first_not.h"
#include "oms/store/table_image.h"
#include "store/section_names.h"
#include "store/word_finder.h"

namespace oms {
namespace {

// Reads columns of a known number of entries; remembers whether any did not
// fit.
class ColumnReader {
 public:
  ColumnReader(const ImageView& image, std::string prefix, std::size_t rows, bool& ok)
      : image_(image), prefix_(std::move(prefix)), rows_(rows), ok_(ok) {}

  ColumnReader at(std::string_view name) const {
    return {image_, section::part(prefix_, name), rows_, ok_};
  }

  template <typename T>
  std::span<const T> numbers() const {
    return expect(image_.section<T>(prefix_), rows_);
  }
  StringColumn strings(std::size_t size) const {
    const auto offsets =
        expect(image_.section<std::uint32_t>(section::part(prefix_, "offsets")), size + 1);
    return string_column(offsets);
  }
  WordColumn words() const {
    const auto codes =
        expect(image_.section<std::uint32_t>(section::part(prefix_, "codes")), rows_);
    return {codes, at("words").dictionary()};
  }
  ListColumn lists() const {
    ListColumn column;
    column.starts =
        expect(image_.section<std::uint32_t>(section::part(prefix_, "starts")), rows_ + 1);
    const std::size_t codes = column.starts.empty() ? 0 : column.starts.back();
    column.codes = expect(image_.section<std::uint32_t>(section::part(prefix_, "codes")), codes);
    column.dictionary = at("words").dictionary();
    column.posting_starts =
        expect(image_.section<std::uint32_t>(section::part(prefix_, "posting_starts")),
               column.dictionary.size() + 1);
    const std::size_t postings = column.posting_starts.empty() ? 0 : column.posting_starts.back();
    column.postings =
        expect(image_.section<std::uint32_t>(section::part(prefix_, "postings")), postings);
    return column;
  }

  StringColumn dictionary() const {
    return string_column(image_.section<std::uint32_t>(section::part(prefix_, "offsets")));
  }

 private:
  StringColumn string_column(std::span<const std::uint32_t> offsets) const {
    const std::string_view pool = image_.blob(section::part(prefix_, "pool"));
    if (offsets.empty() || offsets.back() != pool.size()) ok_ = false;
    return {offsets, pool.data()};
  }
  template <typename T>
  std::span<const T> expect(std::span<const T> values, std::size_t size) const {
    if (values.size() != size) ok_ = false;
    return values;
  }

  const ImageView& image_;
  std::string prefix_;
  std::size_t rows_;
  bool& ok_;
};

Column read_column(const ColumnReader& read, Kind kind, std::size_t rows) {
  switch (kind) {
    case Kind::text:
      return read.strings(rows);
    case Kind::word:
      return read.words();
    case Kind::list:
      return read.lists();
    case Kind::integer:
      return read.numbers<std::int64_t>();
    case Kind::decimal:
      return DecimalColumn{read.numbers<std::int64_t>()};
    case Kind::date:
      return read.numbers<std::int32_t>();
    case Kind::choice:
    case Kind::flag:
      return read.numbers<std::uint8_t>();
    case Kind::scores:
      break;
  }
  return {};
}

// Columns as they are found, nothing of them verified.
StringColumn texts_there(const ImageView& image, const std::string& name) {
  return {image.peek<std::uint32_t>(section::part(name, "offsets")),
          image.peek<char>(section::part(name, "pool")).data()};
}

WordColumn words_there(const ImageView& image, const std::string& name) {
  return {image.peek<std::uint32_t>(section::part(name, "codes")),
          texts_there(image, section::part(name, "words"))};
}

Column column_there(const ImageView& image, const Field& field) {
  const std::string name = section::column(field.name);
  switch (field.kind) {
    case Kind::text:
      return texts_there(image, name);
    case Kind::word:
      return words_there(image, name);
    case Kind::list:
      return ListColumn{.starts = image.peek<std::uint32_t>(section::part(name, "starts")),
                        .codes = image.peek<std::uint32_t>(section::part(name, "codes")),
                        .dictionary = texts_there(image, section::part(name, "words"))};
    case Kind::integer:
      return image.peek<std::int64_t>(name);
    case Kind::decimal:
      return DecimalColumn{image.peek<std::int64_t>(name)};
    case Kind::date:
      return image.peek<std::int32_t>(name);
    case Kind::choice:
    case Kind::flag:
      return image.peek<std::uint8_t>(name);
    case Kind::scores:
      break;
  }
  return {};
}

FactTable facts_there(const ImageView& image) {
  return {.profiles = image.peek<std::uint32_t>("fact/profiles"),
          .inherited = image.peek<std::uint32_t>("fact/inherited"),
          .starts = image.peek<std::uint32_t>("fact/starts"),
          .members = image.peek<std::uint32_t>("fact/members"),
          .field = words_there(image, "fact/field"),
          .source = words_there(image, "fact/source"),
          .as_of = image.peek<std::int32_t>("fact/as_of"),
          .evidence = image.peek<std::uint8_t>("fact/evidence")};
}

// Whether one row of a column or of the facts may be read: verifies the blocks that it lies in, and
// with them the numbers that lead on to other sections.
class RowCheck {
 public:
  RowCheck(const ImageView& image, std::size_t rows, Row row)
      : image_(image), rows_(rows), row_(row) {}

  bool operator()(const std::monostate&) const { return true; }
  bool operator()(const SparseColumn&) const { return true; }
  bool operator()(const StringColumn& column) const {
    return column.size() == rows_ && text_ok(column, row_);
  }
  bool operator()(const WordColumn& column) const {
    return number_ok(column.codes) && text_ok(column.dictionary, column.codes[row_]);
  }
  bool operator()(const ListColumn& column) const {
    const auto& starts = column.starts;
    if (starts.size() != rows_ + 1 || !image_.ok(starts.subspan(row_, 2)) ||
        starts[row_] > starts[row_ + 1] || starts[row_ + 1] > column.codes.size()) {
      return false;
    }
    const auto codes = column.of(row_);
    return image_.ok(codes) && std::all_of(codes.begin(), codes.end(), [&](std::uint32_t code) {
             return text_ok(column.dictionary, code);
           });
  }
  bool operator()(const DecimalColumn& column) const { return number_ok(column.billionths); }
  template <typename T>
  bool operator()(const std::span<const T>& column) const {
    return number_ok(column);
  }
  bool operator()(const FactTable& facts) const {
    return number_ok(facts.profiles) && number_ok(facts.inherited) &&
           profile_ok(facts, facts.profiles[row_]) && profile_ok(facts, facts.inherited[row_]);
  }

 private:
  bool profile_ok(const FactTable& facts, std::uint32_t profile) const {
    if (profile >= facts.profile_count() || !image_.ok(facts.starts.subspan(profile, 2)))
      return false;
    const std::uint32_t first = facts.starts[profile];
    const std::uint32_t past = facts.starts[profile + 1];
    if (first > past || past > facts.members.size()) return false;
    const auto members = facts.members.subspan(first, past - first);
    return image_.ok(members) &&
           std::all_of(members.begin(), members.end(),
                       [&](std::uint32_t fact) { return fact_ok(facts, fact); });
  }
  bool fact_ok(const FactTable& facts, std::uint32_t fact) const {
    const std::size_t size = facts.evidence.size();
    const RowCheck check(image_, size, fact);
    return fact < size && check(facts.evidence) && check(facts.as_of) && check(facts.field) &&
           check(facts.source);
  }
  template <typename T>
  bool number_ok(std::span<const T> values) const {
    return values.size() == rows_ && image_.ok(values.subspan(row_, 1));
  }
  bool text_ok(const StringColumn& texts, std::size_t at) const {
    if (at >= texts.size() || !image_.ok(texts.offsets.subspan(at, 2))) return false;
    const std::uint32_t first = texts.offsets[at];
    const std::uint32_t past = texts.offsets[at + 1];
    if (texts.pool == nullptr) return past == 0;  // their section is not there
    return first <= past && image_.ok(std::span(texts.pool + first, past - first));
  }

  const ImageView& image_;
  std::size_t rows_;
  Row row_;
};

// Whether a column that is read block by block has the size that its readers rely on.
struct SizeCheck {
  const ImageView& image;
  std::size_t rows;
  std::size_t pool_size;

  bool operator()(const StringColumn& column) const {
    return column.offsets.size() == rows + 1 && image.ok(column.offsets.last(1)) &&
           column.offsets.back() == pool_size;
  }
  bool operator()(const DecimalColumn& column) const { return column.billionths.size() == rows; }
  template <typename T>
  bool operator()(const std::span<const T>& column) const {
    return column.size() == rows;
  }
  template <typename Other>
  bool operator()(const Other&) const {
    return false;
  }
};

// Nothing for words and lists.
Column guarded_column(const ImageView& image, const Field& field, std::size_t rows, bool& ok) {
  const bool stored = !std::holds_alternative<std::monostate>(field.member);
  if (!stored || field.kind == Kind::word || field.kind == Kind::list) return {};
  const std::string pool = section::part(section::column(field.name), "pool");
  const Column column = column_there(image, field);
  ok = std::visit(SizeCheck{image, rows, image.peek<char>(pool).size()}, column);
  return column;
}

void read_side_tables(const ImageView& image, Table& table, bool& ok) {
  const auto rows_of = [&](std::string_view name) { return image.section<std::uint32_t>(name); };
  OfferTable& offers = table.offers;
  offers.rows = rows_of("offer/rows");
  const ColumnReader offer(image, "offer", offers.rows.size(), ok);
  offers.host = offer.at("host").words();
  offers.route = offer.at("route").words();
  offers.source = offer.at("source").words();
  offers.input = {offer.at("input").numbers<std::int64_t>()};
  offers.output = {offer.at("output").numbers<std::int64_t>()};
  offers.as_of = offer.at("as_of").numbers<std::int32_t>();
  offers.cached = {offer.at("cached").numbers<std::int64_t>()};

  ScoreTable& scores = table.scores;
  scores.rows = rows_of("score/rows");
  const ColumnReader score(image, "score", scores.rows.size(), ok);
  scores.metric = score.at("metric").words();
  scores.value = {score.at("value").numbers<std::int64_t>()};
  scores.as_of = score.at("as_of").numbers<std::int32_t>();
  scores.grade = score.at("grade").numbers<std::uint8_t>();
  scores.variant = score.at("variant").words();
  scores.source = score.at("source").words();
}

FactTable read_facts(const ImageView& image, std::size_t rows, bool& ok) {
  FactTable facts;
  facts.profiles = image.section<std::uint32_t>("fact/profiles");
  facts.inherited = image.section<std::uint32_t>("fact/inherited");
  facts.starts = image.section<std::uint32_t>("fact/starts");
  facts.members = image.section<std::uint32_t>("fact/members");
  const std::size_t members = facts.starts.empty() ? 0 : facts.starts.back();
  if (facts.profiles.size() != rows || facts.inherited.size() != rows) ok = false;
  if (facts.members.size() != members) ok = false;
  const ColumnReader fact(image, "fact", image.section<std::uint8_t>("fact/evidence").size(), ok);
  facts.field = fact.at("field").words();
  facts.source = fact.at("source").words();
  facts.as_of = fact.at("as_of").numbers<std::int32_t>();
  facts.evidence = fact.at("evidence").numbers<std::uint8_t>();
  return facts;
}

// Nothing for a column that has none.
CodePlanes read_planes(const ImageView& image, const Field& field, std::size_t rows, bool& ok) {
  const std::string name = section::column(field.name);
  CodePlanes planes;
  planes.common = image.section<std::uint8_t>(section::part(name, "common"));
  if (planes.common.empty()) {
    planes.words = image.peek<std::uint64_t>(section::part(name, "planes"));
  } else {
    planes.other_rows = image.section<Row>(section::part(name, "others/rows"));
    planes.other_codes = image.section<std::uint8_t>(section::part(name, "others/codes"));
    if (planes.other_rows.size() != planes.other_codes.size()) ok = false;
  }
  if (planes.empty()) return planes;
  planes.stride = (rows + 63) / 64;
  if (planes.words.size() != planes.count() * planes.stride) ok = false;
  if (field.kind == Kind::word)
    planes.dictionary = ColumnReader(image, section::part(name, "words"), rows, ok).dictionary();
  return planes;
}

FewValues read_few(const ImageView& image, const Field& field, bool& ok) {
  const std::string name = section::column(field.name);
  FewValues few{image.section<Row>(section::part(name, "few/rows")), {}};
  if (few.rows.empty()) return {};
  const ColumnReader values(image, section::part(name, "few/values"), few.rows.size(), ok);
  few.values = read_column(values, field.kind, few.rows.size());
  return few;
}

WordRows read_word_rows(const ImageView& image, const std::string& name,
                        std::span<const std::uint32_t> codes, std::size_t rows, bool& ok) {
  WordRows result;
  result.known = {image.section<std::uint64_t>(section::part(name, "known")), (rows + 63) / 64, {}};
  ok = result.known.count() == 1;
  const auto starts = image.peek<std::uint32_t>(section::part(name, "posting_starts"));
  const auto postings = image.peek<Row>(section::part(name, "postings"));
  for (const std::uint32_t code : codes) {
    if (code + std::size_t{1} >= starts.size() || !image.ok(starts.subspan(code, 2))) ok = false;
    if (!ok) return {};
    const std::uint32_t begin = starts[code];
    const std::uint32_t end = starts[code + 1];
    if (begin > end || end > postings.size()) ok = false;
    if (ok) result.rows.push_back(postings.subspan(begin, end - begin));
    if (!ok || !image.ok(result.rows.back())) return {};
  }
  return result;
}

void hash_in(XXH3_state_t* state, std::string_view text) {
  XXH3_64bits_update(state, text.data(), text.size());
  XXH3_64bits_update(state, "", 1);  // the terminating zero keeps "ab","c" and "a","bc" apart
}

}  // namespace

std::uint64_t schema_hash() {
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  for (const Field& field : kFields) {
    hash_in(state, field.name);
    const char kind = static_cast<char>(field.kind);
    hash_in(state, {&kind, 1});
    for (const std::string_view word : field.words) hash_in(state, word);
  }
  for (const std::string_view word : words::kEvidence) hash_in(state, word);
  const std::uint64_t hash = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return hash;
}

Result<Table> read_table(const ImageView& image) {
  const auto rows = image.section<std::uint64_t>(section::kRows);
  if (rows.size() != 1 || rows[0] >= kNoRow) return Error{Errc::data, "index: no row count", ""};
  const std::size_t count = rows[0];
  const auto checked = [&image](bool ok) {
    if (!ok || image.damaged()) throw DamagedIndex();
  };
  const Guard guard{&image, [](const void* index, std::span<const std::byte> bytes) {
                      if (bytes.empty() || !static_cast<const ImageView*>(index)->ok(bytes))
                        throw DamagedIndex();
                    }};
  TableParts parts;
  parts.column = [&image, count, checked](FieldId id) {
    const Field& field = kFields[id];
    if (std::holds_alternative<std::monostate>(field.member)) return Column();
    bool ok = true;
    const ColumnReader read(image, section::column(field.name), count, ok);
    Column column = read_column(read, field.kind, count);
    checked(ok);
    return column;
  };
  // Found once: cells are asked for one by one.
  parts.cell = [&image, count, checked, there = std::vector<std::optional<Column>>(kFieldCount)](
                   FieldId id, Row row) mutable {
    const bool stored = !std::holds_alternative<std::monostate>(kFields[id].member);
    if (!there[id]) there[id] = stored ? column_there(image, kFields[id]) : Column();
    checked(std::visit(RowCheck(image, count, row), *there[id]));
    return *there[id];
  };
  parts.row_facts = [&image, count, checked, there = std::optional<FactTable>()](Row row) mutable {
    if (!there) there = facts_there(image);
    checked(RowCheck(image, count, row)(*there));
    return *there;
  };
  parts.facts = [&image, count, checked] {
    bool ok = true;
    const FactTable facts = read_facts(image, count, ok);
    checked(ok);
    return facts;
  };
  parts.folds = [&image, count, checked, guard] {
    const Folds folds{image.section<std::uint64_t>(section::kFoldCopies),
                      image.section<std::uint32_t>(section::kFoldBefore),
                      image.peek<Row>(section::kFoldBases), guard};
    checked(folds.fit(count));
    return folds;
  };
  // Only the blocks that halving leads to.
  parts.copies = [&image, checked](Row base) {
    const auto bases = image.peek<Row>(section::kSortedBases);
    checked(bases.size() == image.peek<Row>(section::kFoldBases).size());
    const auto base_at = [&](std::size_t i) {
      checked(image.ok(bases.subspan(i, 1)));
      return bases[i];
    };
    const auto below = [&](std::size_t i) { return base_at(i) < base; };
    const auto not_above = [&](std::size_t i) { return base_at(i) <= base; };
    const std::size_t first = first_not(0, bases.size(), below);
    return first_not(first, bases.size(), not_above) - first;
  };
  parts.range = [&image, checked](FieldId id) {
    const auto range =
        image.section<std::int32_t>(section::part(section::column(kFields[id].name), "range"));
    checked(range.size() == 2);
    return range;
  };
  parts.guarded = [&image, count, checked, guard](FieldId id) {
    bool ok = true;
    const GuardedColumn column{guarded_column(image, kFields[id], count, ok), guard};
    checked(ok);
    return column;
  };
  parts.planes = [&image, count, checked, guard](FieldId id) {
    bool ok = true;
    CodePlanes planes = read_planes(image, kFields[id], count, ok);
    checked(ok);
    planes.guard = guard;
    return planes;
  };
  parts.highest = [&image, checked](FieldId id) {
    const std::string name = section::part(section::column(kFields[id].name), "highest");
    const auto highest = image.section<Row>(name);
    checked(true);
    return highest;
  };
  parts.few = [&image, checked](FieldId id) {
    bool ok = true;
    FewValues few = read_few(image, kFields[id], ok);
    checked(ok);
    return few;
  };
  parts.dictionary = [&image, count, checked](FieldId id) {
    bool ok = true;
    const ColumnReader words(image, section::part(section::column(kFields[id].name), "words"),
                             count, ok);
    const StringColumn dictionary = words.dictionary();
    checked(ok);
    return dictionary;
  };
  parts.word_codes = [&image, checked](FieldId id, std::string_view folded) {
    const std::string words = section::part(section::column(kFields[id].name), "words");
    const auto pool = image.peek<char>(section::part(words, "pool"));
    const StringColumn dictionary{image.peek<std::uint32_t>(section::part(words, "offsets")),
                                  pool.data()};
    const auto codes = find_word(image, dictionary, pool.size(), folded);
    checked(true);
    return codes;
  };
  parts.word_rows = [&image, count, checked](FieldId id, std::span<const std::uint32_t> codes) {
    bool ok = true;
    WordRows found = read_word_rows(image, section::column(kFields[id].name), codes, count, ok);
    checked(ok);
    return found;
  };
  Table table(count, std::move(parts));
  bool ok = true;
  read_side_tables(image, table, ok);
  if (!ok || image.damaged()) return Error{Errc::data, "index: damaged or incomplete", ""};
  return table;
}

}  // namespace oms
