#include "cli/source_names.h"

#include <algorithm>

#include <array>

#include "oms/base/text.h"

namespace oms {
namespace {

struct Spelling {
  std::string_view prefix = {};
  std::string_view name = {};
  bool short_form = false;  // the prefix says nothing to a reader
};

// How the tables of data/ begin a source (data/README.md).
constexpr std::array kSpellings = {
    Spelling{"OSAI:", "osai-index", true},
    Spelling{"MOT:", "model-openness-tool", true},
    Spelling{"OSMAP:", "os-ai-map", true},
    Spelling{"OUC:", "opening-up-chatgpt", true},
    Spelling{"CARD:", "model-card", true},
    Spelling{"hf-model-matrix (", "hf-model-matrix"},
    Spelling{"starscreener (", "starscreener"},
    Spelling{"HF router GET", "router"},
    Spelling{"OpenRouter GET", "openrouter-prices"},
    Spelling{"OpenRouter description", "openrouter"},
    Spelling{"Artificial Analysis", "artificial-analysis"},
    Spelling{"LiteLLM", "litellm"},
    Spelling{"HF Hub expand", "hf-provider-mapping"},
    Spelling{"Azure Retail Prices", "azure-retail"},
    Spelling{"models.dev", "models.dev"},
    Spelling{"license table: ", "license-texts"},
};

const Spelling* spelling_of(std::string_view text) {
  for (const Spelling& spelling : kSpellings) {
    if (text.starts_with(spelling.prefix)) return &spelling;
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> source_names(std::string_view as_written, const Tsv& sources) {
  for (std::size_t row = 0; row < sources.rows(); ++row) {
    if (sources.at(row, 0) == as_written) return {std::string(as_written)};
  }
  std::vector<std::string> names;
  for (const std::string_view part : split_words(as_written, ';')) {
    const Spelling* spelling = spelling_of(part);
    if (spelling != nullptr) names.emplace_back(spelling->name);
  }
  return names;
}

std::string source_text(std::string_view as_written) {
  std::vector<std::string> parts;
  for (const std::string_view part : split_words(as_written, ';')) {
    const Spelling* spelling = spelling_of(part);
    const bool expand = spelling != nullptr && spelling->short_form;
    parts.push_back(!expand ? std::string(part)
                            : std::string(spelling->name) + " " +
                                  std::string(trim(part.substr(spelling->prefix.size()))));
  }
  return join(parts, "; ");
}

std::string_view source_credit(std::string_view name, const Tsv& sources) {
  const std::size_t credit = sources.column("credit");
  if (credit == sources.columns().size()) return "";
  for (std::size_t row = 0; row < sources.rows(); ++row) {
    if (sources.at(row, 0) == name) return sources.at(row, credit);
  }
  return "";
}

void SourceUse::add_text(std::string_view as_written, const Day& day) {
  auto found = names_.find(as_written);
  if (found == names_.end()) {
    found = names_.emplace(as_written, source_names(as_written, sources_)).first;
  }
  for (const std::string& name : found->second) add_name(name, day);
}

void SourceUse::add_name(std::string_view name, const Day& day) {
  Day& newest = used_.try_emplace(std::string(name)).first->second;
  newest = std::max(newest, day);
}

}  // namespace oms
