#include "cli/field_list.h"

#include <algorithm>
#include <string>

#include "oms/base/text.h"

namespace oms {

Result<std::vector<FieldId>> parse_field_list(std::string_view text) {
  std::vector<FieldId> fields;
  for (const std::string_view name : split_words(text, ',')) {
    const auto field = parse_field(name);
    if (!field) return Error{Errc::usage, "--fields: " + field.error().what, field.error().hint};
    if (std::find(fields.begin(), fields.end(), *field) != fields.end()) {
      return Error{Errc::usage, "--fields: '" + printable(name) + "' stands twice", ""};
    }
    fields.push_back(*field);
  }
  if (fields.empty()) {
    return Error{Errc::usage, "--fields: no field given", "'oms fields' lists all"};
  }
  return fields;
}

std::vector<FieldId> every_field_but_scores() {
  std::vector<FieldId> fields;
  for (FieldId id = 0; id < kFields.size(); ++id) {
    if (kFields[id].kind != Kind::scores) fields.push_back(id);
  }
  return fields;
}

}  // namespace oms
