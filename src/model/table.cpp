#include "oms/model/table.h"

#include <algorithm>
#include <type_traits>

#include "oms/base/first_not.h"
#include "oms/base/text.h"
#include "oms/model/best_observation.h"

namespace oms {
namespace {

Number number_at(const DecimalColumn& column, std::size_t i) {
  if (column.billionths[i] == kNoInteger) return std::nullopt;
  return Decimal{column.billionths[i]};
}
Day day_at(const DateColumn& column, std::size_t i) {
  if (column[i] == kNoDay) return std::nullopt;
  return Date{column[i]};
}
std::string text_at(const WordColumn& column, std::size_t i) {
  return std::string(column[static_cast<Row>(i)]);
}

// Several scores of one metric: the best founded stands for it here, `show` lists them all.
Value score_list(const ScoreTable& scores, Row row) {
  ScoreList list;
  const auto [begin, end] = entries_of(scores.rows, row);
  for (std::size_t first = begin; first < end;) {
    const std::uint32_t metric = scores.metric.codes[first];
    std::size_t past = first + 1;
    while (past < end && scores.metric.codes[past] == metric) ++past;
    const std::size_t best = best_observation(scores, first, past);
    list.emplace_back(scores.metric.dictionary[metric], Decimal{scores.value.billionths[best]});
    first = past;
  }
  if (list.empty()) return {};
  return list;
}

// One reader per kind of column; the field tells a choice from a flag.
struct Reader {
  const Field& field;
  Row row;

  Value operator()(std::monostate) const { return {}; }
  Value operator()(const StringColumn& column) const { return text(column[row]); }
  Value operator()(const WordColumn& column) const { return text(column[row]); }
  Value operator()(const ListColumn& column) const {
    TextList list;
    for (const std::uint32_t code : column.of(row)) list.push_back(column.dictionary[code]);
    if (list.empty()) return {};
    return list;
  }
  Value operator()(const IntegerColumn& column) const {
    if (column[row] == kNoInteger) return {};
    return column[row];
  }
  Value operator()(const DecimalColumn& column) const {
    if (column.billionths[row] == kNoInteger) return {};
    return Decimal{column.billionths[row]};
  }
  Value operator()(const DateColumn& column) const {
    if (column[row] == kNoDay) return {};
    return Date{column[row]};
  }
  Value operator()(const CodeColumn& column) const {
    const std::uint8_t code = column[row];
    if (code == 0) return {};
    if (field.kind == Kind::flag) return code == 2;
    return word_of(field.words, Choice{code});
  }
  Value operator()(const SparseColumn& column) const {
    const Row place = column.place_of(row);
    if (place == kNoRow) return {};
    return std::visit(Reader{field, place}, *column.values);
  }
  static Value text(std::string_view text) {
    if (text.empty()) return {};
    return text;
  }
};

// Whether a row has no value, without making one.
struct Missing {
  Row row;

  bool operator()(std::monostate) const { return true; }
  bool operator()(const StringColumn& column) const {
    return column.offsets[row] == column.offsets[row + 1];
  }
  bool operator()(const WordColumn& column) const { return column.codes[row] == 0; }
  bool operator()(const ListColumn& column) const {
    return column.starts[row] == column.starts[row + 1];
  }
  bool operator()(const IntegerColumn& column) const { return column[row] == kNoInteger; }
  bool operator()(const DecimalColumn& column) const {
    return column.billionths[row] == kNoInteger;
  }
  bool operator()(const DateColumn& column) const { return column[row] == kNoDay; }
  bool operator()(const CodeColumn& column) const { return column[row] == 0; }
  bool operator()(const SparseColumn& column) const {
    const Row place = column.place_of(row);
    return place == kNoRow || std::visit(Missing{place}, *column.values);
  }
};

}  // namespace

std::optional<std::uint32_t> code_of(const StringColumn& dictionary, std::string_view word) {
  const auto at =
      first_not(0, dictionary.size(), [&](std::size_t i) { return dictionary[i] < word; });
  if (at == dictionary.size() || dictionary[at] != word) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

std::pair<std::size_t, std::size_t> entries_of(std::span<const std::uint32_t> rows, Row row) {
  const auto range = std::equal_range(rows.begin(), rows.end(), row);
  return {static_cast<std::size_t>(range.first - rows.begin()),
          static_cast<std::size_t>(range.second - rows.begin())};
}

const Column& Table::column(FieldId field) const {
  std::optional<Column>& kept = columns_[field];
  if (kept) return *kept;
  for (const auto& [computed, make] : computed_) {
    if (computed == field) return kept.emplace(make());
  }
  return kept.emplace(parts_.column ? parts_.column(field) : Column());
}

Column Table::column(FieldId field, std::span<const Row> some) const {
  if (columns_[field] || replaced_[field] || !parts_.cell) return column(field);
  Column result;
  for (const Row row : some) result = parts_.cell(field, row);
  return result;
}

GuardedColumn Table::guarded(FieldId field) const {
  if (!columns_[field] && !replaced_[field] && parts_.guarded) {
    GuardedColumn guarded = parts_.guarded(field);
    if (!std::holds_alternative<std::monostate>(guarded.column)) return guarded;
  }
  return {column(field), {}};
}

void Table::set_column(FieldId field, std::function<Column()> make) {
  columns_[field].reset();
  replaced_[field] = true;
  std::erase_if(computed_, [&](const auto& entry) { return entry.first == field; });
  computed_.emplace_back(field, std::move(make));
}

const FactTable& Table::facts() const {
  if (!facts_) facts_ = parts_.facts ? parts_.facts() : FactTable();
  return *facts_;
}

const Folds& Table::folds() const {
  if (!folds_) folds_ = parts_.folds ? parts_.folds() : Folds();
  return *folds_;
}

CodePlanes Table::planes(FieldId field) const {
  return parts_.planes && !replaced_[field] ? parts_.planes(field) : CodePlanes();
}

FewValues Table::few(FieldId field) const {
  return parts_.few && !replaced_[field] ? parts_.few(field) : FewValues();
}

bool Table::has_word_rows(FieldId field) const {
  return kFields[field].kind == Kind::list && parts_.word_rows && !replaced_[field] && rows > 0;
}

std::span<const Row> Table::highest(FieldId field) const {
  return parts_.highest && !replaced_[field] ? parts_.highest(field) : std::span<const Row>();
}

// A column that is not there yet is not read as a whole for a few rows.
template <typename Read>
auto Table::read(FieldId field, Row row, Read read) const {
  constexpr std::uint32_t kFewCells = 4096;
  if (!columns_[field] && !replaced_[field] && parts_.cell && cells_read_[field] < kFewCells) {
    ++cells_read_[field];
    return std::visit(read, parts_.cell(field, row));
  }
  return std::visit(read, column(field));
}

Value Table::value(FieldId field, Row row) const {
  if (kFields[field].kind == Kind::scores) {
    return score_list(scores, row);
  }
  return read(field, row, Reader{kFields[field], row});
}

bool Table::unknown(FieldId field, Row row) const {
  if (kFields[field].kind == Kind::scores) {
    const auto [begin, end] = entries_of(scores.rows, row);
    return begin == end;
  }
  return read(field, row, Missing{row});
}

std::string_view Table::id(Row row) const {
  static const FieldId kId = field_id("id");
  const auto text = [row](const auto& column) -> std::string_view {
    if constexpr (std::is_same_v<std::decay_t<decltype(column)>, StringColumn>) return column[row];
    return {};
  };
  return read(kId, row, text);
}

Row Table::find(std::string_view wanted) const {
  static const FieldId kId = field_id("id");
  const StringColumn* all = columns_[kId] ? std::get_if<StringColumn>(&*columns_[kId]) : nullptr;
  const auto id_of = [&](std::size_t i) {
    return all != nullptr ? (*all)[i] : id(static_cast<Row>(i));
  };
  const auto row = static_cast<Row>(
      first_not(0, rows, [&](std::size_t i) { return compare_folded(id_of(i), wanted) < 0; }));
  return row < rows && equal_folded(id_of(row), wanted) ? row : kNoRow;
}

std::vector<Offer> Table::offers_of(Row row) const {
  std::vector<Offer> result;
  const auto [begin, end] = entries_of(offers.rows, row);
  for (std::size_t i = begin; i < end; ++i) {
    result.push_back({text_at(offers.host, i), text_at(offers.route, i), text_at(offers.source, i),
                      number_at(offers.input, i), number_at(offers.output, i),
                      day_at(offers.as_of, i), number_at(offers.cached, i)});
  }
  return result;
}

std::vector<Observation> Table::scores_of(Row row) const {
  std::vector<Observation> result;
  const auto [begin, end] = entries_of(scores.rows, row);
  for (std::size_t i = begin; i < end; ++i) {
    result.push_back({text_at(scores.metric, i), Decimal{scores.value.billionths[i]},
                      day_at(scores.as_of, i), Choice{scores.grade[i]}, text_at(scores.variant, i),
                      text_at(scores.source, i)});
  }
  return result;
}

std::vector<Fact> Table::facts_of(Row row) const {
  std::vector<Fact> result;
  const FactTable all = !facts_ && parts_.row_facts ? parts_.row_facts(row) : facts();
  if (all.profiles.empty()) return result;
  for (const std::uint32_t profile : {all.profiles[row], all.inherited[row]}) {
    for (const std::uint32_t fact : all.of_profile(profile)) {
      result.push_back({text_at(all.field, fact), text_at(all.source, fact),
                        day_at(all.as_of, fact), Choice{all.evidence[fact]}});
    }
  }
  return result;
}

}  // namespace oms
