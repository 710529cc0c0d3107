#include "oms/model/table_builder.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "oms/base/text.h"

namespace oms {
namespace {

// Keeps vectors alive and in place, whatever their type.
class Arena {
 public:
  template <typename T>
  std::span<const T> keep(std::vector<T> values) {
    kept_.push_back(std::move(values));
    return std::get<std::vector<T>>(kept_.back());
  }
  StringColumn strings(const std::vector<std::string>& texts) {
    std::vector<std::uint32_t> offsets{0};
    std::vector<char> pool;
    for (const std::string& text : texts) {
      pool.insert(pool.end(), text.begin(), text.end());
      offsets.push_back(static_cast<std::uint32_t>(pool.size()));
    }
    return {keep(std::move(offsets)), keep(std::move(pool)).data()};
  }

 private:
  std::deque<std::variant<std::vector<std::uint8_t>, std::vector<std::uint32_t>,
                          std::vector<std::int32_t>, std::vector<std::int64_t>, std::vector<char>>>
      kept_ = {};
};

// Gives each distinct word a code in sorted order, "" is 0: same words, same codes.
class Dictionary {
 public:
  void add(const std::string& word) {
    if (!word.empty()) codes_.try_emplace(word, 0);
  }
  void finish() {
    words_.clear();
    for (const auto& [word, code] : codes_) words_.push_back(word);
    std::sort(words_.begin(), words_.end());
    words_.insert(words_.begin(), std::string());
    for (std::uint32_t i = 1; i < words_.size(); ++i) codes_[words_[i]] = i;
  }
  std::uint32_t code(const std::string& word) const { return word.empty() ? 0 : codes_.at(word); }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::unordered_map<std::string, std::uint32_t> codes_ = {};
  std::vector<std::string> words_ = {};
};

using Records = std::vector<Record>;

WordColumn word_column(Arena& arena, const std::vector<std::string>& values) {
  Dictionary dictionary;
  for (const std::string& value : values) dictionary.add(value);
  dictionary.finish();
  std::vector<std::uint32_t> codes;
  codes.reserve(values.size());
  for (const std::string& value : values) codes.push_back(dictionary.code(value));
  return {arena.keep(std::move(codes)), arena.strings(dictionary.words())};
}

ListColumn list_column(Arena& arena, const Records& records, Words Model::*member) {
  Dictionary dictionary;
  for (const Record& record : records) {
    for (const std::string& word : record.model.*member) dictionary.add(word);
  }
  dictionary.finish();
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> codes;
  std::vector<std::vector<std::uint32_t>> rows_with(dictionary.words().size());
  for (Row row = 0; row < records.size(); ++row) {
    for (const std::string& word : records[row].model.*member) {
      if (word.empty()) continue;
      const std::uint32_t code = dictionary.code(word);
      codes.push_back(code);
      if (rows_with[code].empty() || rows_with[code].back() != row) rows_with[code].push_back(row);
    }
    starts.push_back(static_cast<std::uint32_t>(codes.size()));
  }
  std::vector<std::uint32_t> posting_starts{0};
  std::vector<std::uint32_t> postings;
  for (const auto& rows : rows_with) {
    postings.insert(postings.end(), rows.begin(), rows.end());
    posting_starts.push_back(static_cast<std::uint32_t>(postings.size()));
  }
  return {arena.keep(std::move(starts)), arena.keep(std::move(codes)),
          arena.strings(dictionary.words()), arena.keep(std::move(posting_starts)),
          arena.keep(std::move(postings))};
}

std::int64_t stored(const Integer& value) { return value.value_or(kNoInteger); }
std::int64_t stored(const Number& value) { return value ? value->billionths : kNoInteger; }
std::int32_t stored(const Day& value) { return value ? value->days : kNoDay; }
std::uint8_t stored(Choice value) { return value.code; }
std::uint8_t stored(const Flag& value) {
  if (!value) return 0;
  return *value ? 2 : 1;
}

template <typename Stored, typename T>
std::vector<Stored> collect(const Records& records, T Model::*member) {
  std::vector<Stored> values;
  values.reserve(records.size());
  for (const Record& record : records) values.push_back(stored(record.model.*member));
  return values;
}
std::vector<std::string> texts(const Records& records, Text Model::*member) {
  std::vector<std::string> values;
  values.reserve(records.size());
  for (const Record& record : records) values.push_back(record.model.*member);
  return values;
}

struct ColumnMaker {
  Arena& arena;
  const Records& records;
  Kind kind;

  Column operator()(std::monostate) const { return {}; }
  Column operator()(Text Model::*member) const {
    if (kind == Kind::text) return arena.strings(texts(records, member));
    return word_column(arena, texts(records, member));
  }
  Column operator()(Words Model::*member) const { return list_column(arena, records, member); }
  Column operator()(Integer Model::*member) const {
    return arena.keep(collect<std::int64_t>(records, member));
  }
  Column operator()(Number Model::*member) const {
    return DecimalColumn{arena.keep(collect<std::int64_t>(records, member))};
  }
  Column operator()(Day Model::*member) const {
    return arena.keep(collect<std::int32_t>(records, member));
  }
  Column operator()(Choice Model::*member) const {
    return arena.keep(collect<std::uint8_t>(records, member));
  }
  Column operator()(Flag Model::*member) const {
    return arena.keep(collect<std::uint8_t>(records, member));
  }
};

// Flattens the entries of all rows: row numbers and pointers to the entries, in row order.
template <typename Entry>
std::vector<const Entry*> flatten(const Records& records, std::vector<Entry> Record::*member,
                                  std::vector<std::uint32_t>& rows) {
  std::vector<const Entry*> entries;
  for (Row row = 0; row < records.size(); ++row) {
    for (const Entry& entry : records[row].*member) {
      entries.push_back(&entry);
      rows.push_back(row);
    }
  }
  return entries;
}
template <typename Entry>
WordColumn word_column(Arena& arena, const std::vector<const Entry*>& entries,
                       std::string Entry::*member) {
  std::vector<std::string> values;
  values.reserve(entries.size());
  for (const Entry* entry : entries) values.push_back(entry->*member);
  return word_column(arena, values);
}
template <typename Stored, typename Entry, typename T>
std::span<const Stored> number_column(Arena& arena, const std::vector<const Entry*>& entries,
                                      T Entry::*member) {
  std::vector<Stored> values;
  values.reserve(entries.size());
  for (const Entry* entry : entries) values.push_back(stored(entry->*member));
  return arena.keep(std::move(values));
}

OfferTable offer_table(Arena& arena, const Records& records) {
  std::vector<std::uint32_t> rows;
  const auto entries = flatten(records, &Record::offers, rows);
  return {arena.keep(std::move(rows)),
          word_column(arena, entries, &Offer::host),
          word_column(arena, entries, &Offer::route),
          word_column(arena, entries, &Offer::source),
          {number_column<std::int64_t>(arena, entries, &Offer::input)},
          {number_column<std::int64_t>(arena, entries, &Offer::output)},
          number_column<std::int32_t>(arena, entries, &Offer::as_of),
          {number_column<std::int64_t>(arena, entries, &Offer::cached)}};
}

ScoreTable score_table(Arena& arena, const Records& records) {
  std::vector<std::uint32_t> rows;
  const auto entries = flatten(records, &Record::scores, rows);
  std::vector<std::int64_t> values;
  for (const Observation* entry : entries) values.push_back(entry->value.billionths);
  return {arena.keep(std::move(rows)),
          word_column(arena, entries, &Observation::metric),
          {arena.keep(std::move(values))},
          number_column<std::int32_t>(arena, entries, &Observation::as_of),
          number_column<std::uint8_t>(arena, entries, &Observation::grade),
          word_column(arena, entries, &Observation::variant),
          word_column(arena, entries, &Observation::source)};
}

FactTable fact_table(Arena& arena, const Records& records) {
  std::vector<std::uint32_t> rows;
  const auto entries = flatten(records, &Record::facts, rows);
  return {arena.keep(std::move(rows)), word_column(arena, entries, &Fact::field),
          word_column(arena, entries, &Fact::source),
          number_column<std::int32_t>(arena, entries, &Fact::as_of),
          number_column<std::uint8_t>(arena, entries, &Fact::evidence)};
}

// The Hub calls many fine-tunes quantized. A copy names its format, and nobody sells or scores it
// apart from its base.
bool is_mere_copy(const Record& record) {
  const Choice borrowed = parse_choice(words::kGrade, "borrowed");
  const bool scored =
      std::any_of(record.scores.begin(), record.scores.end(),
                  [&](const Observation& score) { return score.grade != borrowed; });
  return !record.model.quantization.empty() && record.offers.empty() && !scored;
}

std::vector<Row> fold_parents(const Records& records, const Table& table) {
  const Choice quantized = parse_choice(words::kRelation, "quantized");
  std::vector<Row> parents(records.size(), kNoRow);
  for (Row row = 0; row < records.size(); ++row) {
    const Model& model = records[row].model;
    if (model.relation != quantized || model.base_models.empty()) continue;
    if (!is_mere_copy(records[row])) continue;
    const Row parent = table.find(model.base_models.front());
    if (parent != row) parents[row] = parent;
  }
  return parents;
}

void sort_and_deduplicate(Records& records) {
  // Records are large: their order is found first, then each is moved once.
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return compare_folded(records[a].model.id, records[b].model.id) < 0;
  });
  Records sorted;
  sorted.reserve(records.size());
  for (const std::size_t i : order) sorted.push_back(std::move(records[i]));
  records = std::move(sorted);
  const auto same = [](const Record& a, const Record& b) {
    return equal_folded(a.model.id, b.model.id);
  };
  records.erase(std::unique(records.begin(), records.end(), same), records.end());
  for (Record& record : records) {
    std::stable_sort(
        record.scores.begin(), record.scores.end(),
        [](const Observation& a, const Observation& b) { return a.metric < b.metric; });
  }
}

}  // namespace

struct TableBuilder::Storage {
  Arena arena = {};
  Table table = {};
};

TableBuilder::TableBuilder(std::vector<Record> records) : storage_(std::make_unique<Storage>()) {
  sort_and_deduplicate(records);
  Arena& arena = storage_->arena;
  Table& table = storage_->table;
  table.rows = records.size();
  for (FieldId id = 0; id < kFields.size(); ++id) {
    const Field& field = kFields[id];
    table.set_column(id, std::visit(ColumnMaker{arena, records, field.kind}, field.member));
  }
  table.offers = offer_table(arena, records);
  table.scores = score_table(arena, records);
  table.set_facts(fact_table(arena, records));
  table.set_fold_parent(arena.keep(fold_parents(records, table)));
}
TableBuilder::~TableBuilder() = default;
TableBuilder::TableBuilder(TableBuilder&&) noexcept = default;
TableBuilder& TableBuilder::operator=(TableBuilder&&) noexcept = default;

const Table& TableBuilder::table() const { return storage_->table; }

}  // namespace oms
