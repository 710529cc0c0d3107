#include "catalog/user_facts.h"

#include <algorithm>
#include <array>

#include "catalog/assemble_facts.h"
#include "catalog/assemble_license.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kUser = "user";  // of words::kEvidence, and the host of a price

struct OpenField {
  std::string_view field;
  Choice Model::*member;
};
constexpr std::array kOpenFields = {OpenField{"open_weights", &Model::open_weights},
                                    OpenField{"open_data", &Model::open_data},
                                    OpenField{"open_evaluation", &Model::open_evaluation},
                                    OpenField{"open_finetuning", &Model::open_finetuning},
                                    OpenField{"open_metrics", &Model::open_metrics}};

struct SizeField {
  std::string_view field;
  Integer Model::*member;
};
constexpr std::array kSizeFields = {SizeField{"params", &Model::params},
                                    SizeField{"active_params", &Model::active_params},
                                    SizeField{"context", &Model::context}};

template <typename Rows>
auto find_row(const Rows& rows, std::string_view field) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.field == field; });
  return found == rows.end() ? nullptr : &*found;
}

// What others said about the field was about another value.
void replace_fact(Record& record, const FactOverride& fact, std::string_view field,
                  std::string_view source) {
  std::erase_if(record.facts, [&](const Fact& other) { return other.field == field; });
  add_fact(record, field, source, fact.as_of, kUser);
}

}  // namespace

UserFacts::UserFacts(std::vector<FactOverride> facts) : facts_(std::move(facts)) {
  for (std::size_t i = 0; i < facts_.size(); ++i) by_id_[fold(facts_[i].id)].push_back(i);
}

template <typename Use>
void UserFacts::each(std::string_view id, Use use) const {
  if (by_id_.empty()) return;
  const auto found = by_id_.find(fold(id));
  if (found == by_id_.end()) return;
  for (const std::size_t fact : found->second) use(facts_[fact]);
}

void UserFacts::override_license(Record& record, const LicenseTable& licenses) const {
  each(record.model.id, [&](const FactOverride& fact) {
    if (fact.field != "license") return;
    const License* license = licenses.look_up(fact.value);
    if (license == nullptr) return;  // refused where the file is read
    record.model.license = license->key;
    record.model.license_name.clear();
    record.model.osi_approved.reset();
    set_license_terms(record.model, *license);
    replace_fact(record, fact, "license", fact.source);
    // The terms are those of the table, as everywhere.
    replace_fact(record, fact, "license_class",
                 std::string(kLicenseTableSource) + std::string(license->key));
  });
}

void UserFacts::override_sizes(Record& record) const {
  each(record.model.id, [&](const FactOverride& fact) {
    const SizeField* row = find_row(kSizeFields, fact.field);
    const auto number = row == nullptr ? Result<Decimal>(Decimal{}) : parse_decimal(fact.value);
    if (row == nullptr || !number) return;
    record.model.*row->member = number->billionths / Decimal::kScale;
    if (fact.field == "params") record.model.params_inferred.reset();
    replace_fact(record, fact, fact.field, fact.source);
  });
}

void UserFacts::override_openness(Record& record) const {
  each(record.model.id, [&](const FactOverride& fact) {
    const OpenField* row = find_row(kOpenFields, fact.field);
    if (row == nullptr) return;
    record.model.*row->member = parse_choice(words::kOpen, fact.value);
    replace_fact(record, fact, fact.field, fact.source);
  });
}

void UserFacts::override_price(Record& record) const {
  Offer offer{.host = std::string(kUser), .route = std::string(kUser)};
  each(record.model.id, [&](const FactOverride& fact) {
    const auto price = parse_decimal(fact.value);
    if (!fact.field.starts_with("price_") || !price) return;
    (fact.field == "price_input" ? offer.input : offer.output) = *price;
    offer.source = fact.source;
    offer.as_of = std::max(offer.as_of, fact.as_of);
  });
  if (offer.input || offer.output) record.offers = {std::move(offer)};
}

bool is_users(const Record& record, std::string_view field) {
  const Choice user = parse_choice(words::kEvidence, kUser);
  return std::any_of(record.facts.begin(), record.facts.end(), [&](const Fact& fact) {
    return fact.field == field && fact.evidence == user;
  });
}

}  // namespace oms
