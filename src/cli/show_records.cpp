#include "cli/show_records.h"

namespace oms {
namespace {

std::string_view better_of(const ShownScore& score) {
  if (score.metric == nullptr || score.metric->better == Better::none) return "";
  return score.metric->better == Better::lower ? "lower" : "higher";
}

}  // namespace

std::vector<RecordCell> offer_cells(const ShownOffer& entry) {
  const Offer& offer = entry.offer;
  return {text_cell(offer.host),
          text_cell(offer.route),
          text_cell(offer.source),
          optional_cell(offer.input),
          optional_cell(offer.output),
          optional_cell(offer.cached),
          optional_cell(entry.blended),
          optional_cell(offer.as_of),
          entry.shown,
          entry.outlier,
          entry.old};
}

std::vector<RecordCell> observation_cells(const ShownScore& score) {
  const Observation& observation = score.observation;
  const bool known = score.metric != nullptr;
  return {text_cell(observation.metric),
          text_cell(known ? score.metric->title : ""),
          observation.value,
          text_cell(known ? score.metric->unit : ""),
          text_cell(better_of(score)),
          optional_cell(observation.as_of),
          text_cell(word_of(words::kGrade, observation.grade)),
          text_cell(observation.variant),
          text_cell(observation.source)};
}

}  // namespace oms
