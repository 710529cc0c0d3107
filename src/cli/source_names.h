// Facts, offers and scores say in their own short ways where they come from; data/sources.tsv has
// one name for each source.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/tsv.h"
#include "oms/model/field.h"

namespace oms {

// The names in data/sources.tsv that a text stands for: "OSAI:Yi.yaml;MOT:Yi.yml" → "osai-index",
// "model-openness-tool". Parts that stand for none are left out.
std::vector<std::string> source_names(std::string_view as_written, const Tsv& sources);
// What to print: "osai-index Yi.yaml; model-openness-tool Yi.yml"; other texts as they stand.
std::string source_text(std::string_view as_written);
// Credit line of a source, "" when it asks for none.
std::string_view source_credit(std::string_view name, const Tsv& sources);

// Name of a source → the newest day of what is taken from it.
using UsedSources = std::map<std::string, Day, std::less<>>;

// Collects them. A text stands in many rows: it is taken apart once.
class SourceUse {
 public:
  explicit SourceUse(const Tsv& sources) : sources_(sources) {}  // must outlive this

  void add_text(std::string_view as_written, const Day& day);
  void add_name(std::string_view name, const Day& day);
  const UsedSources& used() const { return used_; }

 private:
  const Tsv& sources_;
  std::map<std::string, std::vector<std::string>, std::less<>> names_ = {};
  UsedSources used_ = {};
};

}  // namespace oms
