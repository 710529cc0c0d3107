#include "oms/store/table_draft.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>
#include <variant>

#include "store/checksum.h"
#include "store/draft_bases.h"
#include "store/draft_columns.h"
#include "store/draft_entries.h"
#include "store/draft_shortcuts.h"
#include "store/fact_profiles.h"
#include "store/key_text.h"
#include "store/section_names.h"

namespace oms {
namespace {

// What kin() hands out beside id, base models, facts and scores.
constexpr std::array<std::string_view, 16> kKin = {
    "family",          "license",      "license_name",   "license_class",
    "license_reason",  "osi_approved", "commercial_use", "relation",
    "quantization",    "open_weights", "open_data",      "open_evaluation",
    "open_finetuning", "open_metrics", "openness",       "traditional_open_source"};

// And the facts that it hands out: which license was judged, and what metadata shows to be open.
constexpr std::array<std::string_view, 3> kKinFacts = {"license_class", "open_data",
                                                       "open_metrics"};

// Those of `facts` that `there` lacks.
std::vector<Fact> missing_in(std::span<const Fact> there, std::span<const Fact> facts) {
  std::vector<Fact> missing;
  for (const Fact& fact : facts) {
    if (std::find(there.begin(), there.end(), fact) == there.end()) missing.push_back(fact);
  }
  return missing;
}

// The Hub calls many fine-tunes quantized. A copy names its format, and nobody sells or scores it
// apart from its base.
bool is_mere_copy(const Record& record) {
  const Choice borrowed = parse_choice(words::kGrade, "borrowed");
  const bool scored =
      std::any_of(record.scores.begin(), record.scores.end(),
                  [&](const Observation& score) { return score.grade != borrowed; });
  return record.model.relation == parse_choice(words::kRelation, "quantized") &&
         !record.model.quantization.empty() && record.offers.empty() && !scored;
}

}  // namespace

std::span<const std::string_view> kin_fields() { return kKin; }
std::span<const std::string_view> kin_facts() { return kKinFacts; }

std::vector<FieldId> field_ids(std::span<const std::string_view> names) {
  std::vector<FieldId> ids;
  for (const std::string_view name : names) ids.push_back(field_id(name));
  return ids;
}

namespace {

// Of what kin() hands out beside id and base models.
std::uint64_t mark_of(const Record& record, std::span<const FieldId> fields) {
  std::string text;
  KeyText key(text);
  const auto add = [&](const auto& member) {
    if constexpr (!std::is_same_v<std::decay_t<decltype(member)>, std::monostate>)
      key.add(record.model.*member);
  };
  for (const FieldId field : fields) std::visit(add, kFields[field].member);
  for (const Fact& fact : record.facts) {
    if (std::find(kKinFacts.begin(), kKinFacts.end(), fact.field) != kKinFacts.end()) key.add(fact);
  }
  for (const Observation& score : record.scores) key.add(score);
  return checksum(text);
}

std::uint64_t mark_of(const Words& words, std::string& text) {
  if (words.empty()) return 0;
  text.clear();
  KeyText(text).add(words);
  return checksum(text);
}

}  // namespace

struct TableDraft::Storage {
  const TextTable& ids;
  std::vector<Shape> shapes = {};  // by position
  std::array<std::unique_ptr<DraftColumn>, kFieldCount> columns = {};
  std::vector<DraftColumn*> own_columns = {};     // of them, those with a value for each record
  std::vector<DraftColumn*> shaped_columns = {};  // and those with one for each shape
  DraftBases bases;
  DraftOffers offers = {};
  DraftScores scores = {};
  FactProfiles facts;
  std::vector<FactProfiles::Profile> added_facts = {};      // by shape
  std::vector<FactProfiles::Profile> own_facts = {};        // empty: as added
  std::vector<FactProfiles::Profile> inherited_facts = {};  // empty: none
  std::vector<std::uint64_t> shape_marks = {};
  ScratchVector<std::uint64_t> base_marks;  // by position
  std::string hashed = {};
  std::vector<bool> copies = {};  // by shape: fold into their base where there is one
  std::vector<FieldId> kin = field_ids(kKin);

  Storage(const TextTable& of, Scratch& scratch)
      : ids(of), bases(of, scratch), facts(scratch), base_marks(&scratch) {}
  std::size_t size() const { return shapes.size(); }
  FactProfiles::Profile facts_of(Position at) const { return added_facts[shapes[at]]; }
  std::vector<FactProfiles::Profile> all_facts() const;
  void write_columns(ImageWriter& image, const RowOrder& order);
  void write_facts(ImageWriter& image, const RowOrder& order);
  std::vector<Row> fold_parents(const RowOrder& order) const;
};

TableDraft::TableDraft(const TextTable& ids, Scratch& scratch)
    : storage_(std::make_unique<Storage>(ids, scratch)) {
  for (const FieldId field : drafted_fields()) {
    storage_->columns[field] = draft_column(kFields[field], storage_->shapes, scratch);
    auto& of_its_kind =
        is_own(kFields[field].name) ? storage_->own_columns : storage_->shaped_columns;
    of_its_kind.push_back(storage_->columns[field].get());
  }
}
TableDraft::~TableDraft() = default;

std::size_t TableDraft::size() const { return storage_->size(); }

Shape TableDraft::add(const Record& record) {
  Storage& all = *storage_;
  const auto at = static_cast<Position>(all.size());
  const auto shape = static_cast<Shape>(all.added_facts.size());
  for (DraftColumn* column : all.shaped_columns) column->push(record.model);
  all.copies.push_back(is_mere_copy(record));
  all.shape_marks.push_back(mark_of(record, all.kin));
  all.added_facts.push_back(all.facts.add(record.facts));
  for (const Offer& offer : record.offers) all.offers.add(at, offer);
  for (const Observation& score : record.scores) all.scores.add(at, score);
  add_like(shape, record.model);
  return shape;
}

void TableDraft::add_like(Shape shape, const Model& own) {
  storage_->shapes.push_back(shape);
  for (DraftColumn* column : storage_->own_columns) column->push(own);
  storage_->bases.push(own.base_models);
  storage_->base_marks.push_back(mark_of(own.base_models, storage_->hashed));
}

std::uint64_t TableDraft::kin_mark(Position of) const {
  const std::array<std::uint64_t, 2> marks = {storage_->shape_marks[storage_->shapes[of]],
                                              storage_->base_marks[of]};
  return checksum({reinterpret_cast<const char*>(marks.data()), sizeof(marks)});
}

void TableDraft::resolve_bases(const std::function<std::string(std::string_view)>& resolve) {
  storage_->bases.resolve(resolve);
  storage_->facts.select(kKinFacts);
}

std::vector<Position> TableDraft::bases(Position of) const { return storage_->bases.positions(of); }

Record TableDraft::kin(Position of) const {
  Record record;
  record.model.id = storage_->ids[of];
  for (const FieldId field : storage_->kin) storage_->columns[field]->added(of, record.model);
  record.model.base_models = storage_->bases.names(of);
  record.facts = storage_->facts.selected(storage_->facts_of(of));
  record.scores = storage_->scores.added(of);
  return record;
}

void TableDraft::fill(Position of, const Record& record, std::span<const FieldId> fields) {
  Storage& all = *storage_;
  for (const FieldId field : fields) all.columns[field]->set(of, record.model);
  if (all.own_facts.empty()) all.own_facts = all.all_facts();
  if (all.inherited_facts.empty()) all.inherited_facts.assign(all.size(), all.facts.add({}));
  const std::vector<Fact>& before = all.facts.selected(all.facts_of(of));
  all.own_facts[of] = all.facts.without(all.facts_of(of), missing_in(record.facts, before));
  all.inherited_facts[of] = all.facts.add(missing_in(before, record.facts));
  const std::size_t known = all.scores.added(of).size();
  for (std::size_t i = known; i < record.scores.size(); ++i)
    all.scores.add_late(of, record.scores[i]);
}

void TableDraft::each_with_offers(
    const std::function<void(Position, const std::vector<Offer>&)>& use) const {
  storage_->offers.each_record(use);
}

void TableDraft::fill_later(Position of, const Model& model, std::span<const FieldId> fields) {
  for (const FieldId field : fields) storage_->columns[field]->set(of, model);
}

void TableDraft::read(Position of, std::span<const FieldId> fields, Model& into) const {
  for (const FieldId field : fields) storage_->columns[field]->now(of, into);
}

std::vector<Observation> TableDraft::scores(Position of) const { return storage_->scores.now(of); }

std::vector<Row> TableDraft::Storage::fold_parents(const RowOrder& order) const {
  std::vector<Row> parents(order.rows.size(), kNoRow);
  for (Position at = 0; at < order.rows.size(); ++at) {
    if (!copies[shapes[at]]) continue;
    const std::vector<Position> made_from = bases.positions(at);
    if (made_from.empty() || made_from.front() == kNoPosition) continue;
    parents[order.rows[at]] = order.rows[made_from.front()];
  }
  return parents;
}

std::vector<FactProfiles::Profile> TableDraft::Storage::all_facts() const {
  std::vector<FactProfiles::Profile> all;
  all.reserve(size());
  for (const Shape shape : shapes) all.push_back(added_facts[shape]);
  return all;
}

void TableDraft::Storage::write_facts(ImageWriter& image, const RowOrder& order) {
  if (inherited_facts.empty()) inherited_facts.assign(size(), facts.add({}));
  if (own_facts.empty()) own_facts = all_facts();
  std::vector<FactProfiles::Profile> own(size());
  std::vector<FactProfiles::Profile> inherited(size());
  for (Position at = 0; at < size(); ++at) {
    own[order.rows[at]] = own_facts[at];
    inherited[order.rows[at]] = inherited_facts[at];
  }
  facts.write(image, std::move(own), std::move(inherited));
}

void TableDraft::Storage::write_columns(ImageWriter& image, const RowOrder& order) {
  for (FieldId field = 0; field < kFieldCount; ++field) {
    if (columns[field] == nullptr) continue;
    columns[field]->write(image, section::column(kFields[field].name), order);
    columns[field].reset();
  }
  bases.write(image, section::column("base_models"), order);
  bases.write_derivatives(image, section::column("derivatives"), order);
}

namespace {

void write_ids(ImageWriter& image, const TextTable& ids, const RowOrder& order) {
  const std::string prefix = section::column("id");
  std::vector<std::uint32_t> offsets{0};
  offsets.reserve(order.positions.size() + 1);
  for (const Position at : order.positions)
    offsets.push_back(offsets.back() + static_cast<std::uint32_t>(ids[at].size()));
  image.add(section::part(prefix, "offsets"), offsets);
  image.begin(section::part(prefix, "pool"), 1);
  for (const Position at : order.positions) image.append(std::span<const char>(ids[at]));
}

}  // namespace

std::vector<Row> TableDraft::write(ImageWriter& image) {
  Storage& all = *storage_;
  const std::vector<Position> positions = all.ids.sorted();
  std::vector<Row> rows(positions.size());
  for (Row row = 0; row < positions.size(); ++row) rows[positions[row]] = row;
  const RowOrder order{positions, rows};
  const std::array<std::uint64_t, 1> count = {rows.size()};
  image.add(section::kRows, std::span<const std::uint64_t>(count));
  write_ids(image, all.ids, order);
  write_folds(image, all.fold_parents(order));
  all.write_facts(image, order);
  all.offers.write(image, order);
  all.scores.write(image, order);
  all.write_columns(image, order);
  return rows;
}

}  // namespace oms
