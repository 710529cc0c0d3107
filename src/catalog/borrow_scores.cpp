#include "catalog/borrow_scores.h"

#include <algorithm>

#include "oms/base/text.h"
#include "oms/model/lineage.h"

namespace oms {
namespace {

// The Hub calls many fine-tunes quantized; a copy names its format.
bool is_quantized(const Model& model) {
  static const Choice kQuantized = parse_choice(words::kRelation, "quantized");
  return model.relation == kQuantized && model.base_models.size() == 1 &&
         !model.quantization.empty();
}

// The model that a copy was made of; null when the catalog does not lead to one.
const Record* original_of(const Record& copy, const std::vector<Record>& records,
                          const RowById& rows) {
  const Record* record = &copy;
  for (std::size_t depth = 0; depth < kDeepestLineage && is_quantized(record->model); ++depth) {
    const auto base = rows.find(fold(record->model.base_models.front()));
    if (base == rows.end()) return nullptr;
    record = &records[base->second];
  }
  return is_quantized(record->model) || record == &copy ? nullptr : record;
}

void borrow(Record& copy, const Record& original) {
  for (const auto& [metric, score] : best_scores(original.scores)) {
    const std::string_view wanted = metric;
    const bool own = std::any_of(copy.scores.begin(), copy.scores.end(),
                                 [&](const Observation& known) { return known.metric == wanted; });
    if (own) continue;
    Observation borrowed = *score;
    borrowed.grade = parse_choice(words::kGrade, "borrowed");
    borrowed.source = "of " + original.model.id + ": " + score->source;
    copy.scores.push_back(std::move(borrowed));
  }
}

}  // namespace

std::map<std::string_view, const Observation*> best_scores(std::span<const Observation> scores) {
  std::map<std::string_view, const Observation*> best;
  for (const Observation& score : scores) {
    const Observation*& place = best[score.metric];
    const auto rank = [](const Observation& one) { return std::pair(one.grade.code, one.as_of); };
    if (place == nullptr || rank(score) > rank(*place)) place = &score;
  }
  return best;
}

void borrow_scores(std::vector<Record>& records, std::size_t count, const RowById& rows) {
  for (Record& record : std::span(records).first(count)) {
    if (!is_quantized(record.model)) continue;
    // Originals are not quantized, so none of their scores is a borrowed one.
    if (const Record* original = original_of(record, records, rows)) borrow(record, *original);
  }
}

}  // namespace oms
