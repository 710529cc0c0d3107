// Facts, offers and scores say in their own short ways where they come from; data/sources.tsv has
// one name for each source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/tsv.h"

namespace oms {

// The names in data/sources.tsv that a text stands for: "OSAI:Yi.yaml;MOT:Yi.yml" → "osai-index",
// "model-openness-tool". Parts that stand for none are left out.
std::vector<std::string> source_names(std::string_view as_written, const Tsv& sources);
// What to print: "osai-index Yi.yaml; model-openness-tool Yi.yml"; other texts as they stand.
std::string source_text(std::string_view as_written);
// Credit line of a source, "" when it asks for none.
std::string_view source_credit(std::string_view name, const Tsv& sources);

}  // namespace oms
