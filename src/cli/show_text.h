// `show` for people: one page a model, a block a theme.
#pragma once

#include <span>
#include <string>

#include "cli/page.h"
#include "cli/show_facts.h"

namespace oms {

std::string show_page(const Shown& shown, const Style& style);
// Only these fields, each with its source.
std::string show_fields_page(const Shown& shown, std::span<const FieldId> fields,
                             const Style& style);

// Texts that say where a figure stands are often long and often the same: they get a number.
class References {
 public:
  // A short name as it is, "[n]" for a longer text.
  std::string cite(std::string_view source);
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::vector<std::string> texts_ = {};
};

// A page in the making.
struct ShowPage {
  const Shown& shown;
  Page page;
  References references = {};
  std::vector<std::string_view> missing = {};  // fields that no source carried
};

// One theme a file.
void add_license(ShowPage& show);
void add_lineage(ShowPage& show);
void add_openness(ShowPage& show);
void add_price(ShowPage& show);
void add_quality(ShowPage& show);

// "declared 2026-07-31, hf-model-matrix"; "" when nothing is recorded.
std::string provenance(ShowPage& show, std::string_view field);
// The value as tables show it, with the field's mark: "~7B".
std::string value_text(const Shown& shown, FieldId field, const Style& style);
std::string_view choice_text(const Shown& shown, std::string_view field);  // "unknown" if it is

}  // namespace oms
