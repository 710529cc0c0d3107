// The score tables that a catalog can be filled from on request, invented in the shapes that their
// services send.
#pragma once

#include <string>
#include <vector>

#include "hub/directory.h"
#include "hub/http.h"
#include "hub/invented.h"
#include "hub/query.h"

namespace oms::loopback {

// Ratings by names that are no ids; the category overall stands first.
std::vector<OrderedJson> arena_rows(const Invented& hub);
// With a flagged model, a merge and a second run among them.
std::vector<OrderedJson> open_llm_rows(const Invented& hub);
// Two efforts a model, under keys of their own.
std::vector<OrderedJson> analyzed_models(const Invented& hub);
// With a model that is not on the Hub, a missing rate and a cell that is a link.
std::string open_asr_table(const Invented& hub);

inline constexpr std::string_view kOpenAsrPath =
    "/huggingface/open_asr_leaderboard/main/scripts/data/en_shortform.csv";
inline constexpr std::string_view kAnalyzedPath = "/api/v2/language/models/free";
inline constexpr std::string_view kOlderAnalyzedPath = "/api/v2/data/llms/models";

Answer table_answer(std::string csv);
// The newer list, which has pages, and the older one, which has not.
Answer analyzed_answer(const std::vector<OrderedJson>& models, const Parameters& parameters);
Answer older_analyzed_answer(const std::vector<OrderedJson>& models);

}  // namespace oms::loopback
