#include "cli/license_list.h"

#include <algorithm>

#include "cli/license_words.h"
#include "cli/record_columns.h"
#include "oms/base/text.h"

namespace oms {
namespace {

RecordCell flag_cell(std::string_view word) {
  if (word == "true") return true;
  if (word == "false") return false;
  return {};
}

RecordCell known_word(std::string_view word) {
  return word == "unknown" ? RecordCell() : text_cell(word);
}

RecordCell list_cell(std::string_view text) {
  if (text.empty()) return {};
  std::vector<std::string> list;
  for (const std::string_view word : split_words(text, ';')) list.emplace_back(word);
  return list;
}

std::vector<RecordCell> cells_of(const License& license, std::size_t models) {
  const auto& failed = license.failed_osd_criteria;
  return {text_cell(license.key),
          text_cell(word_or_unknown(words::kLicenseClass, license.license_class)),
          flag_cell(license.osi_approved),
          text_cell(word_or_unknown(words::kAllowed, license.commercial_use)),
          count_cell(models),
          text_cell(license.name),
          text_cell(license.spdx_id),
          text_cell(word_or_unknown(words::kAllowed, license.derivatives)),
          text_cell(word_or_unknown(words::kAllowed, license.redistribution)),
          known_word(license.use_restrictions),
          known_word(license.attribution_required),
          known_word(license.share_alike),
          text_cell(word_or_unknown(words::kDerivedRule, license.derived_rule)),
          known_word(license.patent_grant),
          text_cell(license.threshold),
          optional_cell(license.monthly_users_limit),
          optional_cell(license.annual_revenue_limit_usd),
          list_cell(license.territory_excluded),
          std::vector<std::int64_t>(failed.begin(), failed.end()),
          text_cell(license.notes),
          text_cell(license.source),
          text_cell(license.confidence),
          text_cell(license.named ? "name" : "hub")};
}

}  // namespace

namespace {

// Models by each license that they declare: "gemma AND cc-by-nc-4.0" counts for both.
WordCounts count_declared(const Table& table, const RowSet& rows) {
  constexpr std::string_view kAnd = " AND ";
  WordCounts counts;
  for (const auto& [joined, models] : count_words(table, field_id("license"), rows)) {
    std::string_view rest = joined;
    const std::string separator = fold(kAnd);
    for (std::size_t at = rest.find(separator); at != std::string_view::npos;
         at = rest.find(separator)) {
      counts[std::string(rest.substr(0, at))] += models;
      rest.remove_prefix(at + separator.size());
    }
    counts[std::string(rest)] += models;
  }
  return counts;
}

}  // namespace

LicenseCounts::LicenseCounts(const Table& table, const RowSet& rows)
    : declared_(count_declared(table, rows)) {
  const FactTable& facts = table.facts();
  std::vector<std::size_t> models(facts.profile_count(), 0);  // a class is told by own facts
  rows.for_each([&](Row row) {
    ++models[facts.profiles[row]];
    return true;
  });
  for (std::uint32_t profile = 0; profile < models.size(); ++profile) {
    if (models[profile] == 0) continue;
    for (const std::uint32_t fact : facts.of_profile(profile)) {
      const std::string_view source = facts.source[fact];
      if (!source.starts_with(kLicenseTableSource)) continue;
      judged_[fold(source.substr(kLicenseTableSource.size()))] += models[profile];
    }
  }
}

std::size_t LicenseCounts::of(const License& license) const {
  return count_of(license.named ? judged_ : declared_, license.key);
}

std::vector<CountedLicense> count_licenses(const LicenseTable& table, const LicenseCounts& counts) {
  std::vector<CountedLicense> counted;
  for (const License& license : table.rows()) counted.push_back({&license, counts.of(license)});
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    if (a.license->license_class != b.license->license_class) {
      return a.license->license_class > b.license->license_class;
    }
    if (a.models != b.models) return a.models > b.models;
    return compare_folded(a.license->key, b.license->key) < 0;
  });
  return counted;
}

std::vector<CountedClass> count_classes(const LicenseTable& table, const Table& models,
                                        const RowSet& rows) {
  const WordCounts counts = count_words(models, field_id("license_effective"), rows);
  std::vector<CountedClass> counted;
  for (std::size_t code = std::size(words::kLicenseClass) + 1; code-- > 0;) {
    const Choice choice{static_cast<std::uint8_t>(code)};
    const auto same = [&](const License& license) { return license.license_class == choice; };
    counted.push_back(
        {choice, count_of(counts, word_of(words::kLicenseClass, choice)),
         static_cast<std::size_t>(std::count_if(table.rows().begin(), table.rows().end(), same))});
  }
  return counted;
}

Records license_records(std::span<const CountedLicense> licenses) {
  Records records{.columns = license_columns()};
  for (const auto& [license, models] : licenses) {
    records.rows.push_back(cells_of(*license, models));
  }
  return records;
}

Records class_records(std::span<const CountedClass> classes) {
  Records records{.columns = license_class_columns()};
  for (const CountedClass& counted : classes) {
    records.rows.push_back({text_cell(word_or_unknown(words::kLicenseClass, counted.license_class)),
                            count_cell(counted.models), count_cell(counted.licenses),
                            text_cell(class_meaning(counted.license_class))});
  }
  return records;
}

std::string_view verdict_on(const License& license, const OsdCriterion& criterion) {
  const auto& failed = license.failed_osd_criteria;
  if (criterion.number == 2) return "depends on the release";
  if (std::find(failed.begin(), failed.end(), criterion.number) != failed.end()) return "fails";
  return license.license_class.code == 0 ? "unknown" : "met";
}

Records criterion_records(const License& license) {
  Records records{.columns = criterion_columns()};
  for (const OsdCriterion& criterion : kOsdCriteria) {
    records.rows.push_back({count_cell(static_cast<std::size_t>(criterion.number)),
                            text_cell(criterion.title), text_cell(verdict_on(license, criterion)),
                            text_cell(criterion.meaning)});
  }
  return records;
}

}  // namespace oms
