#include "catalog/assemble_license.h"

#include "catalog/assemble_facts.h"

namespace oms {
namespace {

LicenseStatement license_statement(const HubRecord& hub) {
  LicenseStatement statement;
  statement.ids = hub.licenses.empty() ? tags_with_prefix(hub, "license:") : hub.licenses;
  statement.license_name = hub.license_name;
  statement.license_link = hub.license_link;
  // The snapshot tells what was collected; of a live record it is what was asked for.
  const bool live = hub.license_state.empty();
  const bool card = live && note_for(hub, {"cardData", "cardData.license"}) != nullptr;
  const bool tags = live && note_for(hub, "tags") != nullptr;
  const bool told = !live && hub.license_state != "unknown";
  statement.collected = card || tags || told || !statement.ids.empty();
  statement.name_collected = card || !hub.license_name.empty();
  return statement;
}

void apply_verdict(Model& model, const LicenseVerdict& verdict) {
  model.license_class = verdict.license_class;
  model.commercial_use = verdict.commercial_use;
  model.derivatives_allowed = verdict.derivatives;
  model.redistribution = verdict.redistribution;
  model.osi_approved = verdict.osi_approved;
  model.license_reason = verdict.reason;
}

}  // namespace

void set_license_terms(Model& model, const License& license) {
  model.license_class = license.license_class;
  model.commercial_use = license.commercial_use;
  model.derivatives_allowed = license.derivatives;
  model.redistribution = license.redistribution;
  const bool unread = license.license_class.code == 0;
  model.license_reason = unread ? parse_choice(words::kReason, "unresolved") : Choice{};
  const bool said = license.osi_approved == "true" || license.osi_approved == "false";
  if (said && !unread) model.osi_approved = license.osi_approved == "true";
}

namespace {

void add_class_fact(Record& record, std::string_view key, std::string_view evidence) {
  add_fact(record, "license_class", std::string(kLicenseTableSource) + std::string(key), {},
           evidence);
}

// Which source gave the license; nullptr when it comes from the tags or from nowhere.
const SourceNote* card_note(const HubRecord& hub) {
  const bool by_id = !hub.licenses.empty();
  const bool by_link = !hub.license_name.empty() || !hub.license_link.empty();
  if (!by_id && (!by_link || !tags_with_prefix(hub, "license:").empty())) return nullptr;
  return note_for(hub, {"cardData.license", "cardData", "cardData.license_link"});
}

void add_license_fact(Record& record, const HubRecord& hub) {
  if (record.model.license.empty()) return;
  if (const SourceNote* card = card_note(hub)) {
    add_fact(record, "license", card, Kept::stated);
  } else {
    add_tag_fact(record, "license", hub);
  }
}

// A class is no better founded than the license it is the class of.
std::string_view class_evidence(const HubRecord& hub) {
  const SourceNote* card = card_note(hub);
  const bool guessed = card != nullptr && evidence_of(card->source, Kept::stated) == "inferred";
  return guessed ? "inferred" : "curated";
}

// The record says "other" or "unknown", but somebody read which text the model is under.
void fill_known(Record& record, const DataTable& known, std::size_t row, const License& license) {
  set_license_terms(record.model, license);
  add_class_fact(record, known.cell(row, "key"), "curated");
  add_fact(record, "license_class", known.cell(row, "source"), known.day(row, "as_of"), "curated");
}

// Copies that agree and a gallery of files are too weak to decide a class by themselves.
bool is_trusted(const LicenseElsewhere& elsewhere) {
  return !elsewhere.license.empty() && elsewhere.source != "quantized-copy" &&
         elsewhere.source != "localai";
}

// The publisher declares none; the license stays unknown, what another source names decides the
// class.
void fill_elsewhere(Record& record, const LicenseElsewhere& elsewhere,
                    const LicenseMatcher& matcher) {
  if (!is_trusted(elsewhere)) return;
  LicenseStatement statement;
  statement.ids = {elsewhere.license};
  statement.license_name = elsewhere.license_name;
  const LicenseVerdict verdict = matcher.resolve(statement);
  if (verdict.license_class.code == 0 || verdict.row == nullptr) return;
  apply_verdict(record.model, verdict);
  add_class_fact(record, verdict.row->key, "curated");
  add_fact(record, "license_class", elsewhere.source, elsewhere.as_of, "curated");
}

}  // namespace

void fill_license(Record& record, const HubRecord& hub, const Curated& curated) {
  Model& model = record.model;
  const LicenseVerdict verdict = curated.license_matcher->resolve(license_statement(hub));
  model.license = verdict.license;
  model.license_name = verdict.license_name;
  apply_verdict(model, verdict);
  const DataTable& known = curated.known_licenses;
  const auto& rows = known.rows_of(model.id);
  add_license_fact(record, hub);
  if (verdict.license_class.code == 0 && !rows.empty()) {
    fill_known(record, known, rows.front(),
               *curated.licenses.find(known.cell(rows.front(), "key")));
  } else if (verdict.row != nullptr) {
    add_class_fact(record, verdict.row->key, class_evidence(hub));
  } else if (verdict.license.empty()) {
    fill_elsewhere(record, hub.license_elsewhere, *curated.license_matcher);
  }
}

}  // namespace oms
