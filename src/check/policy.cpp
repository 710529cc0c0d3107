#include "oms/check/policy.h"

#include <algorithm>
#include <set>

#include "check/format_parts.h"
#include "check/policy_keys.h"
#include "check/policy_values.h"
#include "check/toml_text.h"
#include "oms/base/sha256.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string bracketed(const TomlSection& section) {
  const std::string name = printable(section.name);
  return section.repeated ? "[[" + name + "]]" : "[" + name + "]";
}

const PolicySection* find_section(std::string_view name) {
  const auto sections = policy_sections();
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const PolicySection& row) { return row.name == name; });
  return found == sections.end() ? nullptr : &*found;
}

template <typename Owner>
const KeyRow<Owner>* find_row(std::span<const KeyRow<Owner>> rows, std::string_view section,
                              std::string_view key) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const KeyRow<Owner>& row) {
    return row.section == section && row.key == key;
  });
  return found == rows.end() ? nullptr : &*found;
}

// A key that stands in the wrong section, or one that there is not.
template <typename Owner>
PolicyProblem unknown_key(std::span<const KeyRow<Owner>> rows, const TomlSection& section,
                          const TomlEntry& entry) {
  const PolicySection* meant = section.name.empty() ? find_section(entry.key) : nullptr;
  if (meant != nullptr) {
    return {entry.place, "'" + entry.key + "' is a section, written " + header(*meant), ""};
  }
  std::vector<std::string_view> near;
  std::string hint;
  for (const KeyRow<Owner>& row : rows) {
    if (row.section == section.name) near.push_back(row.key);
    if (row.section != section.name && row.key == entry.key) {
      hint = row.section.empty() ? "it stands above the first section"
                                 : "it belongs to [" + std::string(row.section) + "]";
    }
  }
  if (section.name.empty()) {
    for (const PolicySection& known : policy_sections()) near.push_back(known.name);
  }
  const std::string where = section.name.empty() ? "" : " in " + bracketed(section);
  return {entry.place,
          "unknown key '" + printable(entry.key) + "'" + where +
              (hint.empty() ? did_you_mean(entry.key, near) : ""),
          hint};
}

class PolicyParser {
 public:
  PolicyParser(const LicenseTable& licenses, ParsedPolicy& result)
      : context_{licenses, result.problems}, result_(result) {}

  void read(const TomlSection& section) {
    const PolicySection* known = find_section(section.name);
    if (known == nullptr) return unknown_section(section);
    if (known->repeated != section.repeated) {
      return problem(section.place, "'" + section.name + "' is written " + header(*known));
    }
    if (section.name == "waiver") {
      Waiver waiver;
      read_entries(waiver_keys(), section, waiver);
      add(section, std::move(waiver));
    } else if (section.name == "clarify") {
      Clarification clarification;
      read_entries(clarify_keys(), section, clarification);
      add(section, std::move(clarification));
    } else {
      read_entries(policy_keys(), section, result_.policy);
    }
  }

  void check_whole(const std::string& path) {
    const Policy& policy = result_.policy;
    if (policy.version != Integer(1)) {
      problem(stated_place("version", path),
              "version " + std::to_string(*policy.version) + " is not known", "this is version 1");
    }
    if (policy.extends.empty() && !policy.extends_sha256.empty()) {
      problem(stated_place("extends_sha256", path), "'extends_sha256' stands without 'extends'");
    }
  }

 private:
  void problem(const Place& place, std::string what, std::string hint = {}) {
    context_.problems.push_back({place, std::move(what), std::move(hint)});
  }

  Place stated_place(std::string_view name, const std::string& path) const {
    const StatedKey* stated = result_.policy.find_stated(name);
    return stated == nullptr ? Place{path, 1, 1} : stated->place;
  }

  void unknown_section(const TomlSection& section) {
    std::vector<std::string_view> names;
    for (const PolicySection& known : policy_sections()) {
      if (!known.name.empty()) names.push_back(known.name);
    }
    problem(section.place,
            "unknown section " + bracketed(section) + did_you_mean(section.name, names),
            "sections are " + join(names, ", "));
  }

  template <typename Owner>
  void read_entries(std::span<const KeyRow<Owner>> rows, const TomlSection& section, Owner& owner) {
    std::set<std::string_view> seen;
    for (const TomlEntry& entry : section.entries) {
      const KeyRow<Owner>* row = find_row(rows, section.name, entry.key);
      if (row == nullptr) {
        context_.problems.push_back(unknown_key(rows, section, entry));
        continue;
      }
      seen.insert(row->key);
      read_value(*row, entry.value, owner, context_);
      if constexpr (std::is_same_v<Owner, Policy>) {
        owner.stated.push_back({row->name(), entry.place});
      }
    }
    for (const KeyRow<Owner>& row : rows) {
      if (row.section == section.name && row.required && seen.count(row.key) == 0) {
        problem(section.place, bracketed(section) + ": '" + std::string(row.key) + "' is missing");
      }
    }
  }

  void add(const TomlSection& section, Waiver waiver) {
    waiver.place = section.place;
    // An id of the Hub has no "@".
    const std::size_t at = waiver.model.find('@');
    if (at != std::string::npos) {
      waiver.revision = waiver.model.substr(at + 1);
      waiver.model.resize(at);
    }
    if (waiver.model.find('*') != std::string::npos) {
      problem(section.place, "[[waiver]]: 'model' is one exact id, not a pattern");
    }
    if (waiver.rules.empty() && context_.problems.empty()) {
      problem(section.place, "[[waiver]]: 'rules' names no rule");
    }
    result_.policy.waivers.push_back(std::move(waiver));
  }

  void add(const TomlSection& section, Clarification clarification) {
    clarification.place = section.place;
    if (clarification.base_model.empty() && clarification.license.empty() &&
        context_.problems.empty()) {
      problem(section.place, "[[clarify]]: neither 'base_model' nor 'license' is stated");
    }
    const auto& bases = clarification.base_model;
    if (std::any_of(bases.begin(), bases.end(), [&](const std::string& base) {
          return equal_folded(base, clarification.model);
        })) {
      problem(section.place, "[[clarify]]: 'base_model' names the model itself");
    }
    const auto same = [&](const Clarification& other) {
      return equal_folded(other.model, clarification.model) &&
             equal_folded(other.revision, clarification.revision);
    };
    const auto& others = result_.policy.clarifications;
    if (!clarification.model.empty() && std::any_of(others.begin(), others.end(), same)) {
      problem(section.place, "[[clarify]]: '" + printable(clarification.model) +
                                 "' is clarified twice; state it in one section");
    }
    result_.policy.clarifications.push_back(std::move(clarification));
  }

  ValueContext context_;
  ParsedPolicy& result_;
};

}  // namespace

const StatedKey* Policy::find_stated(std::string_view name) const {
  const auto found = std::find_if(stated.begin(), stated.end(),
                                  [&](const StatedKey& key) { return key.name == name; });
  return found == stated.end() ? nullptr : &*found;
}

bool Policy::has_rules() const {
  const bool enforced_by_name = find_stated("mode") != nullptr && mode == kEnforce;
  return enforced_by_name || std::any_of(stated.begin(), stated.end(), [](const StatedKey& key) {
           return key.name.find('.') != std::string::npos;
         });
}

bool Policy::enforced(Date today) const {
  return mode == kEnforce && has_rules() && (!enforce_from || *enforce_from <= today);
}

Error policy_error(const PolicyProblem& problem) {
  return {Errc::usage, "policy '" + place_text(problem.place) + "': " + problem.what, problem.hint};
}

ParsedPolicy parse_policy(std::string_view text, const std::string& path,
                          const LicenseTable& licenses) {
  ParsedPolicy result;
  result.policy.path = path;
  result.policy.hash = sha256(text);
  TomlText toml = parse_toml(text, path);
  if (!toml.problems.empty()) {
    result.problems = std::move(toml.problems);
    return result;
  }
  PolicyParser parser(licenses, result);
  for (const TomlSection& section : toml.sections) parser.read(section);
  if (result.problems.empty()) parser.check_whole(path);
  return result;
}

std::vector<PolicyValue> policy_values(const Policy& policy) {
  std::vector<PolicyValue> values;
  for (const KeyRow<Policy>& row : policy_keys()) {
    values.push_back({row.name(), value_text(row, policy)});
  }
  return values;
}

}  // namespace oms
