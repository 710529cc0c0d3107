#include "cli/license_page.h"

#include <algorithm>

#include "cli/license_words.h"
#include "cli/page.h"
#include "oms/base/text.h"
#include "oms/model/lineage.h"

namespace oms {
namespace {

void add_classes(Page& page, std::span<const CountedClass> classes) {
  const std::vector<PageColumn> columns = {
      {.title = "CLASS"}, {.title = "MODELS", .right = true}, {.title = "MEANING"}};
  std::vector<std::vector<std::string>> rows;
  for (const CountedClass& counted : classes) {
    rows.push_back({std::string(word_or_unknown(words::kLicenseClass, counted.license_class)),
                    std::to_string(counted.models),
                    std::string(class_meaning(counted.license_class))});
  }
  page.rows(columns, rows);
}

std::string osi_mark(std::string_view osi_approved) {
  if (osi_approved == "true") return "yes";
  return osi_approved == "false" ? "no" : "unclear";
}

// One block a class, in the order of the list.
void add_licenses(Page& page, std::span<const CountedLicense> licenses) {
  std::size_t widest = 0;
  for (const auto& entry : licenses) {
    widest = std::max(widest, display_width(entry.license->key));
  }
  const std::vector<PageColumn> columns = {{.title = "LICENSE", .least = widest},
                                           {.title = "MODELS", .right = true},
                                           {.title = "OSI", .least = 7},
                                           {.title = "COMMERCIAL"}};
  while (!licenses.empty()) {
    const Choice license_class = licenses.front().license->license_class;
    std::vector<std::vector<std::string>> rows;
    while (!licenses.empty() && licenses.front().license->license_class == license_class) {
      const auto& [license, models] = licenses.front();
      rows.push_back({std::string(license->key), std::to_string(models),
                      osi_mark(license->osi_approved),
                      std::string(word_or_unknown(words::kAllowed, license->commercial_use))});
      licenses = licenses.subspan(1);
    }
    page.heading(word_or_unknown(words::kLicenseClass, license_class));
    page.rows(columns, rows);
  }
}

std::string limits_text(const License& license) {
  std::vector<std::string> parts;
  if (!license.threshold.empty()) parts.emplace_back(license.threshold);
  if (license.threshold.empty() && license.monthly_users_limit) {
    parts.push_back(std::to_string(*license.monthly_users_limit) + " monthly users");
  }
  if (license.threshold.empty() && license.annual_revenue_limit_usd) {
    parts.push_back("USD " + std::to_string(*license.annual_revenue_limit_usd) + " a year");
  }
  return join(parts, ", ");
}

void add_rights(Page& page, const License& license) {
  const auto allowed = [](Choice choice) { return word_or_unknown(words::kAllowed, choice); };
  page.heading("Rights");
  page.item("commercial use", allowed(license.commercial_use), limits_text(license));
  page.item("derivatives", allowed(license.derivatives));
  page.item("redistribution", allowed(license.redistribution));
  page.item("patents", license.patent_grant);
  if (!license.territory_excluded.empty()) {
    page.item("not granted in", join(split_words(license.territory_excluded, ';'), ", "));
  }
  page.heading("Duties");
  page.item("attribution", license.attribution_required);
  page.item("share-alike", license.share_alike);
  page.item("forbidden uses", license.use_restrictions);
}

void add_derived(Page& page, const License& license) {
  page.heading("Derived models", "fine-tunes, adapters, merges, quantized copies");
  page.item("rule", word_or_unknown(words::kDerivedRule, license.derived_rule));
  page.item("they", rule_meaning(license.derived_rule));
  if (license.license_class.code == 0) return;
  const std::string_view word = word_of(words::kLicenseClass, license.license_class);
  page.item("class", passes_on(license) ? "at most " + std::string(word) + ", whatever they declare"
                                        : std::string("not bounded by this one"));
}

void add_criteria(Page& page, const License& license) {
  page.heading("The ten criteria of the Open Source Definition");
  std::vector<std::vector<std::string>> rows;
  for (const OsdCriterion& criterion : kOsdCriteria) {
    const std::string_view verdict = verdict_on(license, criterion);
    const bool fails = verdict == "fails";
    std::string text(criterion.title);
    if (fails || criterion.number == 2) text += ": " + std::string(criterion.meaning);
    rows.push_back({std::to_string(criterion.number),
                    fails                   ? "FAILS"
                    : criterion.number == 2 ? "depends"
                                            : std::string(verdict),
                    text});
  }
  const std::vector<PageColumn> columns = {{.right = true}, {}, {}};
  page.rows(columns, rows);
}

}  // namespace

std::string license_page(const CountedLicense& counted, const Style& style) {
  const License& license = *counted.license;
  Page page(style);
  page.title(license.key, license.name);
  if (!license.spdx_id.empty()) page.item("SPDX id", license.spdx_id);
  page.item("class", std::string(word_or_unknown(words::kLicenseClass, license.license_class)) +
                         ": " + std::string(class_meaning(license.license_class)));
  page.item("OSI", osi_words(license.osi_approved));
  add_rights(page, license);
  add_derived(page, license);
  add_criteria(page, license);
  page.heading("Notes");
  if (!license.notes.empty()) page.paragraph(license.notes);
  page.item("source", join(split_words(license.source, ';'), ", "));
  page.item("confidence", license.confidence);
  page.item("models", std::to_string(counted.models),
            license.named ? "found by the name of the license" : "that declare it");
  const bool listed = !license.named && counted.models > 0;
  if (listed) page.item("try", "oms list --license " + std::string(license.key));
  return page.text();
}

std::string licenses_page(std::span<const CountedClass> classes,
                          std::span<const CountedLicense> licenses, const Style& style) {
  Page page(style);
  page.heading("Classes, the most open first");
  add_classes(page, classes);
  add_licenses(page, licenses);
  return page.text();
}

}  // namespace oms
