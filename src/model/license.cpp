#include "oms/model/license.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "model/named_rows.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Columns that are stored as they stand, and columns that are checked while they are read.
struct TextColumn {
  std::string_view name = {};
  std::string_view License::*member = nullptr;
};
constexpr std::array kTexts = {
    TextColumn{"key", &License::key},
    TextColumn{"spdx_id", &License::spdx_id},
    TextColumn{"name", &License::name},
    TextColumn{"osi_approved", &License::osi_approved},
    TextColumn{"use_restrictions", &License::use_restrictions},
    TextColumn{"attribution_required", &License::attribution_required},
    TextColumn{"share_alike", &License::share_alike},
    TextColumn{"patent_grant", &License::patent_grant},
    TextColumn{"threshold", &License::threshold},
    TextColumn{"notes", &License::notes},
    TextColumn{"source", &License::source},
    TextColumn{"match_name", &License::match_name},
    TextColumn{"match_link", &License::match_link},
    TextColumn{"confidence", &License::confidence},
    TextColumn{"territory_excluded", &License::territory_excluded},
};

struct ChoiceColumn {
  std::string_view name = {};
  Choice License::*member = nullptr;
  std::span<const std::string_view> words = {};
};
constexpr std::array kChoices = {
    ChoiceColumn{"class", &License::license_class, words::kLicenseClass},
    ChoiceColumn{"commercial_use", &License::commercial_use, words::kAllowed},
    ChoiceColumn{"derivatives", &License::derivatives, words::kAllowed},
    ChoiceColumn{"redistribution", &License::redistribution, words::kAllowed},
    ChoiceColumn{"derived_rule", &License::derived_rule, words::kDerivedRule},
};

struct LimitColumn {
  std::string_view name = {};
  std::optional<std::int64_t> License::*member = nullptr;
};
constexpr std::array kLimits = {
    LimitColumn{"mau_limit", &License::monthly_users_limit},
    LimitColumn{"annual_revenue_limit_usd", &License::annual_revenue_limit_usd},
};

constexpr std::array<std::string_view, 4> kApproval = {"true", "false", "ambiguous", "unknown"};

// Positions in the list of columns below: the texts, then choices, then limits, then these two.
constexpr std::size_t kFirstChoice = kTexts.size();
constexpr std::size_t kFirstLimit = kFirstChoice + kChoices.size();
constexpr std::size_t kKind = kFirstLimit + kLimits.size();
constexpr std::size_t kFailed = kKind + 1;

std::vector<std::string_view> column_names() {
  std::vector<std::string_view> names;
  for (const TextColumn& column : kTexts) names.push_back(column.name);
  for (const ChoiceColumn& column : kChoices) names.push_back(column.name);
  for (const LimitColumn& column : kLimits) names.push_back(column.name);
  names.insert(names.end(), {"kind", "failed_osd_criteria"});
  return names;
}

template <typename Integer>
std::optional<Integer> whole_number(std::string_view text) {
  Integer number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// nullopt for a list that is not made of criteria. Criterion 2 is about the release, not the text.
std::optional<std::vector<int>> criteria(std::string_view text) {
  std::vector<int> numbers;
  if (text.empty()) return numbers;
  for (const std::string_view part : split_words(text, ';')) {
    const std::optional<int> number = whole_number<int>(part);
    if (!number || *number < 1 || *number > 10 || *number == 2) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::string quoted(std::string_view column, std::string_view text) {
  return std::string(column) + " '" + printable(text) + "'";
}

Result<License> read_row(const NamedRows& rows, std::size_t row) {
  License license;
  for (std::size_t i = 0; i < kTexts.size(); ++i) license.*kTexts[i].member = rows.at(row, i);
  if (license.key.empty()) return rows.error(row, "no key");

  const std::string_view approval = license.osi_approved;
  if (std::find(kApproval.begin(), kApproval.end(), approval) == kApproval.end()) {
    return rows.error(row, quoted("unknown osi_approved", approval));
  }
  for (std::size_t i = 0; i < kChoices.size(); ++i) {
    const std::string_view word = rows.at(row, kFirstChoice + i);
    const Choice choice = parse_choice(kChoices[i].words, word);
    if (choice == Choice{} && word != "unknown") {
      return rows.error(row, "unknown " + quoted(kChoices[i].name, word));
    }
    license.*kChoices[i].member = choice;
  }
  for (std::size_t i = 0; i < kLimits.size(); ++i) {
    const std::string_view text = rows.at(row, kFirstLimit + i);
    if (text.empty()) continue;
    const auto limit = whole_number<std::int64_t>(text);
    if (!limit) return rows.error(row, quoted(kLimits[i].name, text) + " is not a whole number");
    license.*kLimits[i].member = limit;
  }

  const std::string_view kind = rows.at(row, kKind);
  if (kind != "hub" && kind != "name") return rows.error(row, "unknown " + quoted("kind", kind));
  license.named = kind == "name";

  const std::string_view failed = rows.at(row, kFailed);
  std::optional<std::vector<int>> numbers = criteria(failed);
  if (!numbers) {
    return rows.error(row, quoted("failed_osd_criteria", failed) +
                               " takes numbers from 1 to 10 without 2, separated by ';'");
  }
  license.failed_osd_criteria = std::move(*numbers);
  return license;
}

struct Shorthand {
  std::string_view word = {};
  LicenseWord::Kind kind = {};
};
constexpr std::array kShorthands = {
    Shorthand{"osi", LicenseWord::Kind::osi},
    Shorthand{"open", LicenseWord::Kind::open},
    Shorthand{"commercial", LicenseWord::Kind::commercial},
    Shorthand{"conditional", LicenseWord::Kind::conditional},
};

std::optional<LicenseWord> parse_word(std::string_view text, const LicenseTable::Get& licenses) {
  const std::string word = fold(text);
  for (const Shorthand& shorthand : kShorthands) {
    if (word == shorthand.word) return LicenseWord{.kind = shorthand.kind, .word = word};
  }
  if (word == "unknown" || parse_choice(words::kLicenseClass, word) != Choice{}) {
    return LicenseWord{.kind = LicenseWord::Kind::license_class, .word = word};
  }
  const License* license = licenses().look_up(word);
  if (license == nullptr) return std::nullopt;
  return LicenseWord{.kind = LicenseWord::Kind::id, .word = fold(license->key)};
}

Error unknown_word(std::string_view text, const LicenseTable& table) {
  std::vector<std::string_view> candidates(std::begin(words::kLicenseClass),
                                           std::end(words::kLicenseClass));
  for (const Shorthand& shorthand : kShorthands) candidates.push_back(shorthand.word);
  for (const License& license : table.rows()) candidates.push_back(short_key(license));
  return {Errc::usage, "unknown license '" + printable(text) + "'" + did_you_mean(text, candidates),
          "'oms licenses' lists ids and classes; also: osi, open, commercial, conditional"};
}

}  // namespace

std::string_view short_key(const License& license) {
  constexpr std::string_view kPrefix = "other:";
  const std::string_view key = license.key;
  return license.named && key.starts_with(kPrefix) ? key.substr(kPrefix.size()) : key;
}

Result<LicenseTable> LicenseTable::parse(std::string_view tsv) { return parse(tsv, Tsv::Wanted()); }

Result<LicenseTable> LicenseTable::parse(std::string_view tsv, std::span<const std::string> keys) {
  return parse(tsv, [&](std::string_view first) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](const std::string& key) { return equal_folded(key, first); });
  });
}

Result<LicenseTable> LicenseTable::parse(std::string_view tsv, const Tsv::Wanted& wanted) {
  const Result<NamedRows> rows = NamedRows::parse("license table", tsv, column_names(), wanted);
  if (!rows) return rows.error();

  LicenseTable table;
  table.rows_.reserve(rows->size());
  std::set<std::string> keys;
  for (std::size_t row = 0; row < rows->size(); ++row) {
    Result<License> license = read_row(*rows, row);
    if (!license) return license.error();
    if (!keys.insert(fold(license->key)).second) return rows->error(row, "key stands twice");
    table.rows_.push_back(std::move(license).value());
  }
  return table;
}

const License* LicenseTable::find(std::string_view key) const {
  for (const License& license : rows_) {
    if (equal_folded(license.key, key)) return &license;
  }
  return nullptr;
}

const License* LicenseTable::look_up(std::string_view text) const {
  text = trim(text);
  if (text.empty()) return nullptr;
  if (const License* license = find(text)) return license;
  for (const License& license : rows_) {
    if (equal_folded(license.spdx_id, text)) return &license;
  }
  for (const License& license : rows_) {
    if (equal_folded(short_key(license), text) || equal_folded(license.name, text)) return &license;
  }
  return nullptr;
}

const OsdCriterion kOsdCriteria[10] = {
    {1, "Free redistribution", "commercial use is barred, or costs a royalty above some revenue"},
    {2, "Source code",
     "depends on the release, not on the license: weights alone, without data and training code"},
    {3, "Derived works", "changed versions, such as fine-tunes, may not be passed on"},
    {4, "Integrity of the author's source code",
     "rarely failed; a prescribed name for derived models is a mild form"},
    {5, "No discrimination against persons or groups",
     "rights depend on the number of users, revenue or country"},
    {6, "No discrimination against fields of endeavor",
     "a list of forbidden uses, or research only"},
    {7, "Distribution of license", "commercial use takes a registration or a further agreement"},
    {8, "License not specific to a product", "tied to one vendor's service or hardware"},
    {9, "License does not restrict other software",
     "outputs may not be used to improve other models"},
    {10, "License is technology-neutral", "can be accepted in one way only, such as a web form"},
};

Result<std::vector<LicenseWord>> parse_license_words(std::string_view text,
                                                     const LicenseTable::Get& licenses) {
  std::vector<LicenseWord> found;
  for (std::string_view part : split_words(text, ',')) {
    const bool excluded = part.starts_with('!');
    if (excluded) part = trim(part.substr(1));
    std::optional<LicenseWord> word = parse_word(part, licenses);
    if (!word) return unknown_word(part, licenses());
    word->excluded = excluded;
    found.push_back(std::move(*word));
  }
  if (found.empty()) {
    return Error{Errc::usage, "empty list of licenses", "'oms licenses' lists ids and classes"};
  }
  return found;
}

}  // namespace oms
