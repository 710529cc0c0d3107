#include "catalog/record_maker.h"

#include <memory>

#include "catalog/record_shape.h"
#include "store/checksum.h"

namespace oms {
namespace {

constexpr std::size_t kMostShapes = std::size_t{1} << 18;  // whose keys a maker keeps

}  // namespace

TextTable named_models(const Curated& curated, const Extras& extras) {
  TextTable named(LetterCase::folded);
  for (const DataTable* table : {&curated.known_licenses, &curated.openness, &curated.lineage,
                                 &curated.architecture, &curated.prices, &curated.scores}) {
    const TextTable& ids = table->ids();
    for (TextTable::Code code = 0; code < ids.size(); ++code) named.add(ids[code]);
  }
  for (const auto& [id, extra] : extras.by_id) named.add(id);
  for (const FactOverride& fact : curated.user.all()) named.add(fact.id);
  return named;
}

// nullptr where its shape is its own, or one too many.
Shape* RecordMaker::shape_of(const HubRecord& hub, const Record& own, bool& is_new) {
  is_new = true;
  if (!has_common_shape(hub) || named_->find(hub.id) != TextTable::kNone) return nullptr;
  key_.clear();
  append_shape_key(key_, hub, own, *curated_);
  const std::string text = content_hash(key_);
  const TextTable::Code known = keys_.find(text);
  is_new = known == TextTable::kNone;
  if (!is_new) return &shapes_[known];
  if (keys_.size() == kMostShapes) return nullptr;
  keys_.add(text);
  return &shapes_.emplace_back();
}

void RecordMaker::operator()(const HubRecord& hub, DraftedRecord& into) {
  assemble_own(into.own, hub, *curated_);
  bool is_new = false;
  into.shape = shape_of(hub, into.own, is_new);
  into.whole.reset();
  if (!is_new) return;
  into.whole = std::make_unique<Record>(assemble(hub, *curated_, *replaced_, extras_->of(hub.id)));
}

}  // namespace oms
