#include "cli/value_kinds.h"

#include <algorithm>
#include <array>

#include "cli/complete_ids.h"
#include "cli/configuration.h"
#include "cli/diff_changes.h"
#include "cli/saved_query.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"
#include "oms/catalog/services.h"
#include "oms/check/formats.h"
#include "oms/check/policy.h"
#include "oms/model/model.h"

namespace oms {
namespace {

constexpr std::size_t kMostWords = 300;

// The rows of a table of data/: the word in the first column, with what another one says.
void offer_rows(const Wanted& wanted, std::string_view file, std::size_t help) {
  const auto rows = Tsv::parse(wanted.catalog().data(file));
  for (std::size_t row = 0; rows && row < rows->rows(); ++row) {
    wanted.offer(rows->at(row, 0), help == 0 ? std::string_view() : rows->at(row, help));
  }
}

// The words of a field that the catalog uses. They are sorted by bytes.
void offer_used_words(const Wanted& wanted, FieldId field) {
  const StringColumn words = wanted.catalog().table().dictionary(field);
  std::size_t offered = 0;
  for (std::size_t i = 0; i < words.size() && offered < kMostWords; ++i) {
    if (words[i].empty() || !equal_folded(words[i].substr(0, wanted.text.size()), wanted.text)) {
      continue;
    }
    wanted.offer(words[i]);
    ++offered;
  }
}

void offer_tasks(const Wanted& wanted) {
  const TaskTable tasks = wanted.catalog().tasks();
  for (const Task& task : tasks.rows()) wanted.offer(task.word, task.title);
}

void offer_classes(const Wanted& wanted) {
  for (const std::string_view word : words::kLicenseClass) wanted.offer(word, "class");
}

void offer_license_ids(const Wanted& wanted) {
  const LicenseTable licenses = wanted.catalog().licenses();
  // Conditions name those without an id of their own in another way.
  const bool all = wanted.command->name == "licenses";
  for (const License& license : licenses.rows()) {
    if (all || !license.key.starts_with("other:")) wanted.offer(license.key);
  }
}

void offer_licenses(const Wanted& wanted) {
  wanted.offer("osi", "approved by the Open Source Initiative");
  wanted.offer("open", "OSI classes and open-other");
  wanted.offer("commercial", "commercial use allowed to everyone");
  wanted.offer("conditional", "commercial use under conditions");
  offer_classes(wanted);
  offer_license_ids(wanted);
}

void offer_components(const Wanted& wanted) {
  for (const std::string_view word : words::kComponent) wanted.offer(word);
}

void offer_fields(const Wanted& wanted) {
  for (const Field& field : kFields) wanted.offer(field.name, field.help);
}

void offer_metrics(const Wanted& wanted) {
  wanted.offer("auto", "the one for the task");
  const MetricTable metrics = wanted.catalog().metrics();
  for (const Metric& metric : metrics.rows()) wanted.offer(metric.word, metric.title);
}

void offer_families(const Wanted& wanted) { offer_rows(wanted, "families.tsv", 1); }
void offer_domains(const Wanted& wanted) { offer_rows(wanted, "domains.tsv", 1); }
void offer_languages(const Wanted& wanted) { offer_rows(wanted, "languages.tsv", 1); }
void offer_sources(const Wanted& wanted) { offer_rows(wanted, "sources.tsv", 0); }

void offer_hosts(const Wanted& wanted) { offer_used_words(wanted, field_id("available_on")); }
void offer_libraries(const Wanted& wanted) { offer_used_words(wanted, field_id("library")); }
void offer_tags(const Wanted& wanted) { offer_used_words(wanted, field_id("tags")); }

// The words of the help, "table, json, ndjson, csv, tsv, md or ids".
void offer_listed(const Wanted& wanted, std::string_view listed) {
  for (std::string_view word : split_words(listed, ',')) {
    for (const std::string_view one : split_words(word, ' ')) {
      if (one != "or") wanted.offer(one);
    }
  }
}

void offer_formats(const Wanted& wanted) {
  if (wanted.command->name == "check") {
    for (const CheckFormat& format : check_formats()) wanted.offer(format.name, format.help);
    return;
  }
  if (!wanted.command->formats.empty()) return offer_listed(wanted, wanted.command->formats);
  for (const Format& format : formats()) wanted.offer(format.name, format.help);
}

void offer_help_words(const Wanted& wanted) { offer_listed(wanted, wanted.option->help); }

void offer_rankings(const Wanted& wanted) {
  for (const std::string_view word : {"downloads", "likes", "trendingScore"}) wanted.offer(word);
}

void offer_services(const Wanted& wanted) {
  wanted.offer("hub");
  for (const Service& service : services()) wanted.offer(service.name);
}

void offer_criteria(const Wanted& wanted) {
  for (const std::string_view word : {"quality=", "price=", "license=", "openness="}) {
    wanted.offer(word);
  }
}

// "path: where it is; info: …"
void offer_actions(const Wanted& wanted) {
  for (const std::string_view part : split_words(wanted.option->help, ';')) {
    const std::size_t colon = part.find(": ");
    if (colon == std::string_view::npos || part.starts_with("export ")) continue;
    for (const std::string_view word : split_words(part.substr(0, colon), ',')) {
      wanted.offer(word, part.substr(colon + 2));
    }
  }
}

void offer_changes(const Wanted& wanted) {
  for (const ChangeWord& change : change_words()) wanted.offer(change.word, change.help);
}

void offer_shells(const Wanted& wanted) {
  for (const std::string_view word : {"bash", "zsh", "fish"}) wanted.offer(word);
}

const Field* field_named(std::string_view name) {
  const FieldId id = find_field(name);
  return id == kNoField ? nullptr : &kFields[id];
}

// What a field may be equal to.
void offer_field_values(const Wanted& wanted, const Field& field) {
  if (field.kind == Kind::flag) {
    wanted.offer("yes");
    wanted.offer("no");
  }
  for (const std::string_view word : field.words) wanted.offer(word);
  if (field.name == "id") {
    offer_ids(wanted);
  } else if (field.name == "author") {
    offer_owners(wanted);
  } else if (field.kind == Kind::word || field.kind == Kind::list) {
    offer_used_words(wanted, find_field(field.name));
  }
  wanted.offer("unknown");
}

// A file that cannot be used has none; the command says why.
void offer_queries(const Wanted& wanted, std::string_view prefix) {
  const Configuration configuration = read_configuration(wanted.world);
  for (const SavedQuery* query : configuration.queries()) {
    wanted.offer(std::string(prefix) + query->name, quoted_line(query->words));
  }
}

void offer_settings(const Wanted& wanted) {
  for (const Setting& row : settings()) wanted.offer(row.name, row.help);
  offer_queries(wanted, "query.");
}

// FIELD=VALUE or @NAME; other operators are for the user to write.
void offer_conditions(const Wanted& wanted) {
  if (wanted.text.empty() || wanted.text.starts_with('@')) offer_queries(wanted, "@");
  const std::size_t equal = wanted.text.find('=');
  const std::string_view lead =
      wanted.text.substr(0, equal == std::string_view::npos ? 0 : equal + 1);
  if (lead.empty()) {
    for (const Field& field : kFields) {
      if (field.kind != Kind::scores) wanted.offer(std::string(field.name) + "=", field.help);
    }
    return;
  }
  const std::string_view name = lead.substr(0, lead.find_first_of("!="));
  const Field* field = field_named(name);
  if (field == nullptr) return;
  std::vector<CompletionWord> values;
  const std::size_t comma = wanted.text.rfind(',');
  const std::size_t begin = comma == std::string_view::npos ? lead.size() : comma + 1;
  const Wanted value{wanted.text.substr(begin),
                     wanted.command,
                     wanted.option,
                     wanted.catalog,
                     values,
                     wanted.world};
  offer_field_values(value, *field);
  for (CompletionWord& candidate : values) {
    candidate.word.insert(0, wanted.text.substr(0, begin));
    wanted.found.push_back(std::move(candidate));
  }
}

constexpr std::array kKinds = {
    ValueKind{"ACTION", false, false, offer_actions},
    ValueKind{"CLASS", false, false, offer_classes},
    ValueKind{"CODE", true, false, offer_languages},
    ValueKind{"COND", false, false, offer_conditions},
    ValueKind{"DOMAIN", true, false, offer_domains},
    ValueKind{"FAMILY", true, false, offer_families},
    ValueKind{"FIELD", false, false, offer_fields},
    ValueKind{"FIELDS", true, true, offer_fields},
    ValueKind{"FORMAT", false, false, offer_formats},
    ValueKind{"HOST", true, false, offer_hosts},
    ValueKind{"ID", false, false, offer_ids},
    ValueKind{"KEY", false, false, offer_rankings},
    ValueKind{"KINDS", true, false, offer_changes},
    ValueKind{"LIBRARY", true, false, offer_libraries},
    ValueKind{"LICENSE", true, false, offer_licenses},
    ValueKind{"LIST", true, false, offer_criteria},
    ValueKind{"METRIC", false, false, offer_metrics},
    ValueKind{"OWNER", true, false, offer_owners},
    ValueKind{"SERVICE", true, false, offer_services},
    ValueKind{"SHELL", false, false, offer_shells},
    ValueKind{"SOURCE", false, false, offer_sources},
    ValueKind{"TAG", false, false, offer_tags},
    ValueKind{"TASK", true, false, offer_tasks},
    ValueKind{"WHAT", true, false, offer_components},
    ValueKind{"WHEN", false, false, offer_help_words},
    ValueKind{"FILE", false, false, nullptr, Beside::files},
    ValueKind{"PATH", false, false, nullptr, Beside::files},
    ValueKind{"GLOB", false, false, nullptr, Beside::files},
    ValueKind{"DIR", false, false, nullptr, Beside::folders},
    ValueKind{"SETTING", false, false, offer_settings},
    // Numbers and free text.
    ValueKind{"AGE"},
    ValueKind{"EXPR"},
    ValueKind{"IN:OUT"},
    ValueKind{"N"},
    ValueKind{"ROWS"},
    ValueKind{"S"},
    ValueKind{"SHARE"},
    ValueKind{"SNAPSHOT"},
    ValueKind{"TEXT"},
    ValueKind{"USD"},
};

}  // namespace

void Wanted::offer(std::string_view word, std::string_view help) const {
  if (!equal_folded(word.substr(0, text.size()), text)) return;
  found.push_back({std::string(word), std::string(help)});
}

std::span<const ValueKind> value_kinds() { return kKinds; }

const ValueKind* find_value_kind(std::string_view name) {
  for (const ValueKind& kind : kKinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

}  // namespace oms
