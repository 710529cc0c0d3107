// The block of `show` about what is public, and whether the model is open source in the
// traditional sense: an OSI-approved license and all five components public.
#include <array>

#include "cli/show_text.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct Component {
  std::string_view field = {};
  std::string_view title = {};
};
constexpr std::array kComponents = {
    Component{"open_data", "training data"},
    Component{"open_weights", "full weights"},
    Component{"open_evaluation", "evaluation code"},
    Component{"open_finetuning", "fine-tuning code"},
    Component{"open_metrics", "training metrics"},
};

std::vector<std::string> component_row(ShowPage& show, const Component& component) {
  const Shown& shown = show.shown;
  const std::string_view state = choice_text(shown, component.field);
  const Fact* fact = shown.fact(component.field);
  std::vector<std::string> row = {std::string(component.title), std::string(state), "", "", ""};
  if (state == "unknown") {
    row.back() = "no statement found";
    return row;
  }
  if (fact != nullptr) {
    row[2] = word_of(words::kEvidence, fact->evidence);
    row[3] = fact->as_of ? to_text(*fact->as_of) : "";
    row[4] = show.references.cite(fact->source);
  } else if (component.field == "open_weights" && state == "partial") {
    row.back() = "gated: files only after a request";
  }
  return row;
}

std::string license_part(const Shown& shown) {
  const Value approved = shown.value("osi_approved");
  const Value license = shown.value("license");
  const auto* id = std::get_if<std::string_view>(&license);
  const bool named = id != nullptr && *id != "other" && *id != "unknown";
  const std::string name = named ? "license " + std::string(*id) : "the license";
  if (const bool* osi = std::get_if<bool>(&approved)) {
    return *osi ? std::string() : name + " is not OSI-approved";
  }
  return named ? name + " is not known to be OSI-approved" : "the license is not known";
}

// What a record's own metadata shows is the least that is public; a judge's word or a base's bound
// is the most. Gates on weights are no matter of more or less.
bool is_least(const Shown& shown, const Component& component) {
  const Fact* fact = shown.fact(component.field);
  if (fact == nullptr || component.field == "open_weights") return false;
  const std::string_view evidence = word_of(words::kEvidence, fact->evidence);
  return evidence == "declared" || evidence == "verified";
}

struct Gaps {
  std::vector<std::string> missing = {};  // known not to be open
  std::vector<std::string> silent = {};   // nobody says
};

Gaps gaps_of(const Shown& shown) {
  Gaps gaps;
  // The verdict follows from a base where the model's own record leaves it open.
  const Fact* bound = shown.fact("traditional_open_source");
  if (bound != nullptr) {
    gaps.missing.push_back("training data (not public for " + printable(bound->source) + ")");
  }
  for (const Component& component : kComponents) {
    if (bound != nullptr && component.field == "open_data") continue;
    const std::string_view state = choice_text(shown, component.field);
    if (state == "unknown") gaps.silent.emplace_back(component.title);
    if (state == "partial" && is_least(shown, component)) {
      gaps.silent.push_back("all of the " + std::string(component.title));
    } else if (state == "closed" || state == "partial") {
      gaps.missing.push_back(std::string(component.title) + " (" + std::string(state) + ")");
    }
  }
  return gaps;
}

std::string verdict_text(const Shown& shown, std::string_view dash) {
  const std::string start = "Open source in the traditional sense: ";
  const std::string then = " " + std::string(dash) + " ";
  const Value verdict = shown.value("traditional_open_source");
  const bool* known = std::get_if<bool>(&verdict);
  if (known != nullptr && *known) {
    return start + "yes" + then + "OSI-approved license and all five components are public";
  }
  const Gaps gaps = gaps_of(shown);
  std::vector<std::string> reasons;
  if (!gaps.missing.empty()) reasons.push_back("missing: " + join(gaps.missing, ", "));
  const std::string license = license_part(shown);
  if (!license.empty()) reasons.push_back(license);
  if (!gaps.silent.empty()) reasons.push_back("no statement about: " + join(gaps.silent, ", "));
  return start + (known == nullptr ? "not known" : "no") + then + join(reasons, "; ");
}

std::size_t open_count(const Shown& shown) {
  std::size_t open = 0;
  for (const Component& component : kComponents) {
    if (choice_text(shown, component.field) == "open") ++open;
  }
  return open;
}

}  // namespace

void add_openness(ShowPage& show) {
  const Shown& shown = show.shown;
  Page& page = show.page;
  const bool reference = shown.reference();
  page.heading("Openness", std::to_string(open_count(shown)) + " of 5 known open");
  std::vector<std::vector<std::string>> rows;
  for (const Component& component : kComponents) rows.push_back(component_row(show, component));
  page.rows(std::vector<PageColumn>(5), rows);
  page.paragraph(reference ? "Open source in the traditional sense: no " +
                                 std::string(page.dash()) + " the weights are closed"
                           : verdict_text(shown, page.dash()));
  const std::string_view mof = choice_text(shown, "mof_class");
  if (mof != "unknown") {
    page.item("MOF class", mof, provenance(show, "mof_class"));
  } else if (!reference) {
    show.missing.push_back("mof_class");
  }
  const Value score = shown.value("osai_score");
  if (const auto* percent = std::get_if<Decimal>(&score)) {
    page.item("European index", to_text(*percent) + " %", provenance(show, "osai_score"));
  } else if (!reference) {
    show.missing.push_back("osai_score");
  }
}

}  // namespace oms
