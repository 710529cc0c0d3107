#include "oms/model/license_match.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "model/license_parts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kPointer = "other";       // the license is told by name and link
constexpr std::string_view kUndeclared = "unknown";  // the Hub's own word for "cannot say"

Choice reason(std::string_view word) { return parse_choice(words::kReason, word); }

// What one statement allows. Class 0: unknown, then only `reason` counts.
struct Terms {
  const License* row = nullptr;
  Choice license_class = {};
  Choice commercial_use = {};
  Choice derivatives = {};
  Choice redistribution = {};
  Flag osi_approved = {};
  Choice reason = {};

  bool known() const { return license_class != Choice{}; }
};

Terms unknown_terms(std::string_view why) { return {.reason = reason(why)}; }

Terms terms_of(const License& row) {
  if (row.license_class == Choice{}) {
    const bool silent = row.key == kPointer || row.key == kUndeclared;
    return unknown_terms(silent ? "not-declared" : "unresolved");
  }
  Flag approved;
  if (row.osi_approved == "true") approved = true;
  if (row.osi_approved == "false") approved = false;
  return {.row = &row,
          .license_class = row.license_class,
          .commercial_use = row.commercial_use,
          .derivatives = row.derivatives,
          .redistribution = row.redistribution,
          .osi_approved = approved};
}

Flag both(Flag a, Flag b) {
  if (a == Flag(false) || b == Flag(false)) return false;
  return a && b ? Flag(true) : Flag();
}

// Both licenses apply. Words are ordered worst first and unknown is 0, so the smaller code is the
// stricter one and an unknown field stays unknown.
Terms strictest(const Terms& a, const Terms& b) {
  if (!a.known() || !b.known()) return unknown_terms("unresolved");
  return {.row = b.license_class < a.license_class ? b.row : a.row,
          .license_class = std::min(a.license_class, b.license_class),
          .commercial_use = std::min(a.commercial_use, b.commercial_use),
          .derivatives = std::min(a.derivatives, b.derivatives),
          .redistribution = std::min(a.redistribution, b.redistribution),
          .osi_approved = both(a.osi_approved, b.osi_approved)};
}

// Folded, without outer blanks, inner blanks as one `blank`.
std::string normalized(std::string_view text, char blank) {
  std::string out;
  bool gap = false;
  for (const char c : trim(text)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = true;
      continue;
    }
    if (gap) out += blank;
    gap = false;
    out += fold(c);
  }
  return out;
}

std::vector<std::string> distinct_ids(const std::vector<std::string>& declared) {
  std::vector<std::string> ids;
  for (const std::string& text : declared) {
    std::string id = normalized(text, ' ');
    if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    ids.push_back(std::move(id));
  }
  return ids;
}

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  return options;
}

std::invalid_argument bad_pattern(const License& license, std::string_view column) {
  return std::invalid_argument("license table: row '" + std::string(license.key) + "': bad " +
                               std::string(column));
}

}  // namespace

struct LicenseMatcher::Patterns {
  explicit Patterns(const LicenseTable& table);

  const License* by_id(const std::string& id) const {
    const auto found = ids.find(id);
    return found == ids.end() ? nullptr : found->second;
  }
  // Rows whose name pattern covers `name`: the first of them and those that share its pattern.
  std::vector<const License*> by_name(const std::string& name) const;
  bool confirms(const License& license, std::string_view link) const;

  bool any_pointer(const std::vector<std::string>& declared) const;
  Terms of_name(const std::string& name, std::string_view link) const;
  Terms of_part(const std::string& name, std::string_view link) const;
  Terms of_id(const std::string& id, const LicenseStatement& statement) const;
  Terms of_pointer(const License& pointer, const LicenseStatement& statement) const;

  std::unordered_map<std::string, const License*> ids = {};  // Hub ids, then SPDX ids
  RE2::Set names = RE2::Set(pattern_options(), RE2::ANCHOR_BOTH);
  std::vector<const License*> named = {};  // by position in `names`
  std::unordered_map<const License*, std::unique_ptr<RE2>> links = {};
};

LicenseMatcher::Patterns::Patterns(const LicenseTable& table) {
  for (const License& license : table.rows()) {
    if (!license.named) ids.emplace(fold(license.key), &license);
  }
  for (const License& license : table.rows()) {
    if (!license.named && !license.spdx_id.empty()) ids.emplace(fold(license.spdx_id), &license);
    if (!license.match_name.empty()) {
      const re2::StringPiece pattern(license.match_name.data(), license.match_name.size());
      if (names.Add(pattern, nullptr) < 0) throw bad_pattern(license, "match_name");
      named.push_back(&license);
    }
    if (!license.match_link.empty()) {
      const re2::StringPiece pattern(license.match_link.data(), license.match_link.size());
      auto link = std::make_unique<RE2>(pattern, pattern_options());
      if (!link->ok()) throw bad_pattern(license, "match_link");
      links.emplace(&license, std::move(link));
    }
  }
  names.Compile();
}

bool LicenseMatcher::Patterns::confirms(const License& license, std::string_view link) const {
  const auto found = links.find(&license);
  if (found == links.end()) return false;
  return RE2::PartialMatch(re2::StringPiece(link.data(), link.size()), *found->second);
}

std::vector<const License*> LicenseMatcher::Patterns::by_name(const std::string& name) const {
  std::vector<int> hits;
  if (named.empty() || !names.Match(name, &hits)) return {};
  std::sort(hits.begin(), hits.end());  // file order: the first row wins

  std::vector<const License*> rows;
  for (const int hit : hits) {
    const License* row = named[static_cast<std::size_t>(hit)];
    if (rows.empty() || row->match_name == rows.front()->match_name) rows.push_back(row);
  }
  return rows;
}

// One license by name. An id may stand where a name is asked for, but patterns go first: "gemma"
// as a name covers more than the id does.
Terms LicenseMatcher::Patterns::of_part(const std::string& name, std::string_view link) const {
  const std::vector<const License*> rows = by_name(name);
  if (rows.empty()) {
    const License* row = by_id(name);
    return row == nullptr ? unknown_terms("unresolved") : terms_of(*row);
  }
  if (rows.size() == 1) return terms_of(*rows.front());
  for (const License* row : rows) {
    if (confirms(*row, link)) return terms_of(*row);
  }
  return unknown_terms("unresolved");
}

// A name that joins several licenses is as good as its worst part; an open-ended pattern that
// covers the whole of it must not hide a part nobody knows.
Terms LicenseMatcher::Patterns::of_name(const std::string& name, std::string_view link) const {
  const std::vector<std::string> parts = license_parts(name);
  if (parts.size() == 1) return of_part(name, link);
  Terms terms = of_part(parts.front(), link);
  for (std::size_t i = 1; i < parts.size(); ++i) terms = strictest(terms, of_part(parts[i], link));
  return by_name(name).empty() ? terms : strictest(terms, of_part(name, link));
}

bool LicenseMatcher::Patterns::any_pointer(const std::vector<std::string>& declared) const {
  return std::any_of(declared.begin(), declared.end(), [this](const std::string& id) {
    const License* row = by_id(id);
    return row != nullptr && row->license_class == Choice{};
  });
}

// Ids that say nothing by themselves: `other`, `unknown`, `cc`.
Terms LicenseMatcher::Patterns::of_pointer(const License& pointer,
                                           const LicenseStatement& statement) const {
  const std::string name = normalized(statement.license_name, '-');
  if (!name.empty()) {
    const Terms terms = of_name(name, statement.license_link);
    if (terms.known() || pointer.key == kPointer) return terms;
    return terms_of(pointer);
  }
  if (pointer.key != kPointer) return terms_of(pointer);
  if (!trim(statement.license_link).empty()) return unknown_terms("unresolved");
  return unknown_terms(statement.name_collected ? "not-declared" : "not-collected");
}

Terms LicenseMatcher::Patterns::of_id(const std::string& id,
                                      const LicenseStatement& statement) const {
  const License* row = by_id(id);
  if (row == nullptr) return of_name(normalized(id, '-'), statement.license_link);
  return row->license_class == Choice{} ? of_pointer(*row, statement) : terms_of(*row);
}

LicenseMatcher::LicenseMatcher(const LicenseTable& table)
    : patterns_(std::make_unique<Patterns>(table)) {}
LicenseMatcher::~LicenseMatcher() = default;
LicenseMatcher::LicenseMatcher(LicenseMatcher&&) noexcept = default;

LicenseVerdict LicenseMatcher::resolve(const LicenseStatement& statement) const {
  LicenseVerdict verdict;
  verdict.license_name = trim(statement.license_name);
  const std::string name = normalized(statement.license_name, '-');

  std::vector<std::string> ids = distinct_ids(statement.ids);
  if (ids.empty() && !(name.empty() && trim(statement.license_link).empty())) {
    ids.emplace_back(kPointer);  // a name or a link without an id
  }
  if (ids.empty()) {
    verdict.reason = reason(statement.collected ? "not-declared" : "not-collected");
    return verdict;
  }
  verdict.license = join(ids, " AND ");

  Terms terms = patterns_->of_id(ids.front(), statement);
  for (std::size_t i = 1; i < ids.size(); ++i) {
    terms = strictest(terms, patterns_->of_id(ids[i], statement));
  }
  if (terms.known() && !name.empty() && !patterns_->any_pointer(ids)) {
    const Terms named = patterns_->of_name(name, statement.license_link);
    verdict.disagreement = named.known() && named.license_class != terms.license_class;
    if (verdict.disagreement) terms = strictest(terms, named);
  }

  verdict.row = terms.row;
  verdict.license_class = terms.license_class;
  verdict.commercial_use = terms.commercial_use;
  verdict.derivatives = terms.derivatives;
  verdict.redistribution = terms.redistribution;
  verdict.osi_approved = terms.osi_approved;
  verdict.reason = terms.reason;
  return verdict;
}

}  // namespace oms
