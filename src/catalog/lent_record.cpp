#include "catalog/lent_record.h"

#include <algorithm>
#include <type_traits>
#include <variant>

#include "oms/store/table_draft.h"
#include "store/stored_value.h"

namespace oms {
namespace {

template <typename T>
const T& column(const Table& table, FieldId field) {
  return std::get<T>(table.column(field));
}

// Into the member of a model.
struct ReadMember {
  const Table& table;
  FieldId field;
  Row row;
  Model& model;

  void operator()(std::monostate) const {}
  void operator()(Text Model::*member) const {
    model.*member = column<WordColumn>(table, field)[row];
  }
  void operator()(Choice Model::*member) const { read<CodeColumn>(member); }
  void operator()(Flag Model::*member) const { read<CodeColumn>(member); }
  void operator()(Integer Model::*member) const { read<IntegerColumn>(member); }
  template <typename Member>
  void operator()(Member Model::*) const {
    static_assert(!std::is_same_v<Member, Text>);
  }

 private:
  template <typename Column, typename Member>
  void read(Member Model::*member) const {
    model.*member = StoredAs<Member>::to(column<Column>(table, field)[row]);
  }
};

bool is_kin_fact(std::string_view field) {
  const auto kin = kin_facts();
  return std::find(kin.begin(), kin.end(), field) != kin.end();
}

}  // namespace

bool is_lendable(const Table& table, Row row) {
  const FactTable& facts = table.facts();
  const auto inherited = facts.of_profile(facts.inherited[row]);
  return std::none_of(inherited.begin(), inherited.end(),
                      [&](std::uint32_t fact) { return is_kin_fact(facts.field[fact]); });
}

Record lent_record(const Table& table, Row row) {
  static const std::vector<FieldId> fields = field_ids(kin_fields());
  Record record;
  record.model.id = table.id(row);
  for (const FieldId field : fields)
    std::visit(ReadMember{table, field, row, record.model}, kFields[field].member);
  const auto& bases = column<ListColumn>(table, field_id("base_models"));
  for (const std::uint32_t code : bases.of(row))
    record.model.base_models.emplace_back(bases.dictionary[code]);
  const FactTable& facts = table.facts();
  for (const std::uint32_t fact : facts.of_profile(facts.profiles[row])) {
    if (!is_kin_fact(facts.field[fact])) continue;
    record.facts.push_back({std::string(facts.field[fact]), std::string(facts.source[fact]),
                            StoredAs<Day>::to(facts.as_of[fact]), Choice{facts.evidence[fact]}});
  }
  record.scores = table.scores_of(row);
  const Choice borrowed = parse_choice(words::kGrade, "borrowed");
  std::erase_if(record.scores, [&](const Observation& score) { return score.grade == borrowed; });
  return record;
}

}  // namespace oms
