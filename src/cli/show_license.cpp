// The block of `show` about the license.
#include "cli/license_words.h"
#include "cli/show_text.h"
#include "oms/base/text.h"

namespace oms {
namespace {

Choice choice_of(const Shown& shown, std::string_view field) {
  const Field& row = kFields[field_id(field)];
  const Value value = shown.value(field);
  const auto* word = std::get_if<std::string_view>(&value);
  return word == nullptr ? Choice{} : parse_choice(row.words, *word);
}

std::string text_of(const Shown& shown, std::string_view field) {
  const Value value = shown.value(field);
  const auto* text = std::get_if<std::string_view>(&value);
  return text == nullptr ? std::string() : std::string(*text);
}

void add_declared(ShowPage& show, const License* license) {
  const Shown& shown = show.shown;
  Page& page = show.page;
  const std::string id = text_of(shown, "license");
  const std::string name = text_of(shown, "license_name");
  const Choice reason = choice_of(shown, "license_reason");
  if (id.empty()) {
    // A class without a declared license: another source names one, and its fact says which.
    const bool elsewhere = reason.code == 0;
    page.item("declared", elsewhere ? std::string("nothing; the class is what another source says")
                                    : "unknown: " + std::string(reason_meaning(reason)));
    if (!elsewhere || license == nullptr) return;
    page.item("judged as", std::string(license->key) + ", " + std::string(license->name),
              provenance(show, "license_class"));
    return;
  }
  // The Hub's two words for a license without an id say nothing by themselves.
  std::string text = id == "other" || id == "unknown" ? "'" + id + "'" : id;
  if (!name.empty()) text += " \"" + name + "\"";
  const bool by_id = license != nullptr && equal_folded(license->key, id);
  if (by_id) text += ", " + std::string(license->name);
  page.item("declared", text, provenance(show, "license"));
  // Several licenses, or a name instead of an id: which one was judged.
  if (license != nullptr && !by_id) {
    page.item("judged as", std::string(license->key) + ", " + std::string(license->name));
  }
}

void add_class(ShowPage& show, const License* license, bool declared) {
  const Shown& shown = show.shown;
  Page& page = show.page;
  const Choice license_class = choice_of(shown, "license_class");
  if (license_class.code != 0) {
    page.item("class",
              std::string(word_of(words::kLicenseClass, license_class)) + ": " +
                  std::string(class_meaning(license_class)),
              license == nullptr ? provenance(show, "license_class") : "");
    return;
  }
  const Choice why = choice_of(shown, "license_reason");
  // The id was collected, as `other`; what it stands for was not.
  const bool nameless = declared && why == parse_choice(words::kReason, "not-collected");
  const std::string_view reason =
      nameless ? "the source of this record did not carry its name" : reason_meaning(why);
  page.item("class", declared && !reason.empty() ? "unknown: " + std::string(reason)
                                                 : std::string("unknown"));
}

// "5 No discrimination against persons or groups", one a line.
void add_failed(Page& page, const License& license) {
  bool first = true;
  for (const int number : license.failed_osd_criteria) {
    const OsdCriterion& criterion = kOsdCriteria[number - 1];
    page.item(first ? "fails OSD" : "",
              std::to_string(number) + " " + std::string(criterion.title));
    first = false;
  }
}

std::string gated_text(std::string_view gated) {
  if (gated == "no") return "no: free to download";
  if (gated == "manual") return "yes: files only after a request that the owner grants";
  if (gated == "auto") return "yes: files only after accepting the terms";
  return "yes: files only after a request";
}

}  // namespace

void add_license(ShowPage& show) {
  const Shown& shown = show.shown;
  Page& page = show.page;
  page.heading("License");
  if (shown.reference()) {
    page.item("class", "proprietary: " + std::string(class_meaning(
                                             parse_choice(words::kLicenseClass, "proprietary"))));
    return;
  }
  const License* license = shown.license();
  const bool declared = !text_of(shown, "license").empty();
  add_declared(show, license);
  if (declared || choice_of(shown, "license_class").code != 0) {
    add_class(show, license, declared);
  }
  if (choice_of(shown, "license_class").code != 0) {
    page.item("OSI", license == nullptr ? osi_words(shown.value("osi_approved"))
                                        : osi_words(license->osi_approved));
    if (license != nullptr) add_failed(page, *license);
    page.item("commercial use", choice_text(shown, "commercial_use"),
              license == nullptr || license->threshold.empty()
                  ? std::string()
                  : "limit: " + std::string(license->threshold));
    page.item("derivatives", choice_text(shown, "derivatives_allowed"));
    page.item("redistribution", choice_text(shown, "redistribution"));
    if (license != nullptr && !license->territory_excluded.empty()) {
      page.item("not granted in", join(split_words(license->territory_excluded, ';'), ", "));
    }
  }
  const std::string_view gated = choice_text(shown, "gated");
  if (gated == "unknown") {
    show.missing.push_back("gated");
  } else {
    page.item("gated", gated_text(gated), provenance(show, "gated"));
  }
}

}  // namespace oms
