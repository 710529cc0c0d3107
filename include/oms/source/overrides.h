// The user's own settings about models: overrides.json in the configuration directory.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/field.h"

namespace oms {

// A source's name for a model, and the model that the user says it is.
struct NameOverride {
  std::string source = {};  // word of `fetch --only`
  std::string name = {};    // as 'oms sources --unmatched' prints it, or the source's own key
  std::string id = {};
};

// {"names": {"arena": {"their-name": "owner/model"}}}; beside "facts" below. "" says nothing.
// Errc::usage: what is wrong, without the file's name.
Result<std::vector<NameOverride>> parse_name_overrides(std::string_view json);

// What the user knows about a model, with where from and since when.
struct FactOverride {
  std::string id = {};
  std::string field = {};  // of overridable_fields()
  std::string value = {};  // a word, or a number as it was written
  std::string source = {};
  Day as_of = {};
};

// The words of a FactOverride's field, in the order of the field table.
std::span<const std::string_view> overridable_fields();

// {"facts": [{"model": "owner/model", "field": "license", "value": "mit", "source": "a mail",
// "as_of": "2026-08-01"}]}, each with all five. Errc::usage as above; whether a license is known is
// for others to say.
Result<std::vector<FactOverride>> parse_fact_overrides(std::string_view json);

}  // namespace oms
