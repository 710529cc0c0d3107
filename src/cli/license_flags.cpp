#include "cli/license_flags.h"

#include <algorithm>
#include <array>
#include <optional>

#include "cli/alternatives.h"
#include "cli/license_words.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kOsiClasses = "osi-permissive,osi-copyleft";
constexpr std::string_view kOpenClasses = "osi-permissive,osi-copyleft,open-other";

Result<Expr> both(Result<Expr> first, Result<Expr> second) {
  if (!first) return first;
  if (!second) return second;
  return all_of({*std::move(first), *std::move(second)});
}

// "mit" also stands in "apache-2.0 AND mit", as one of several that hold together.
bool is_part(std::string_view id, std::string_view declared) {
  constexpr std::string_view kAnd = " AND ";
  for (std::size_t begin = 0;;) {
    const std::size_t end = declared.find(kAnd, begin);
    if (equal_folded(trim(declared.substr(begin, end - begin)), id)) return true;
    if (end == std::string_view::npos) return false;
    begin = end + kAnd.size();
  }
}

// All declared texts of which the license is a part, as alternatives of one condition.
Result<Expr> id_condition(std::string_view id, const Table& table) {
  auto condition = word_condition("license", id);
  if (!condition) return condition;
  for (const std::string_view declared : known_words(table, "license")) {
    if (equal_folded(declared, id) || !is_part(id, declared)) continue;
    condition->leaf.operands.push_back(Operand{.text = fold(declared)});
  }
  return condition;
}

// What the license allows, unless a base model's terms take commercial use away.
Result<Expr> commercial_condition(std::string_view allowed) {
  auto barred = word_condition("license_effective", "proprietary,research-only,non-commercial");
  if (!barred) return barred;
  return both(word_condition("commercial_use", allowed), negation(*std::move(barred)));
}

Result<Expr> license_condition(const LicenseWord& word, const Table& table) {
  switch (word.kind) {
    case LicenseWord::Kind::license_class:
      return word_condition("license_effective", word.word);
    case LicenseWord::Kind::osi:
      return both(word_condition("osi_approved", "true"),
                  word_condition("license_effective", kOsiClasses));
    case LicenseWord::Kind::open:
      return word_condition("license_effective", kOpenClasses);
    case LicenseWord::Kind::commercial:
      return commercial_condition("yes");
    case LicenseWord::Kind::conditional:
      return commercial_condition("conditional");
    case LicenseWord::Kind::id:
      break;
  }
  if (word.word.starts_with("other:")) {
    return Error{Errc::usage,
                 "'" + word.word + "' has no id of its own: publishers declare 'other' and a name",
                 "use 'license_name~TEXT'"};
  }
  return id_condition(word.word, table);
}

}  // namespace

Result<Expr> license_conditions(const std::vector<std::string>& values, const Catalog& catalog) {
  std::optional<LicenseTable> table;
  const auto licenses = [&]() -> const LicenseTable& {
    if (!table) table = catalog.licenses();
    return *table;
  };
  std::vector<Expr> wanted;
  std::vector<Expr> parts;
  for (const std::string& value : values) {
    const auto words = parse_license_words(value, licenses);
    if (!words) return words.error();
    for (const LicenseWord& word : *words) {
      auto expr = license_condition(word, catalog.table());
      if (!expr) return expr;
      if (word.excluded) {
        parts.push_back(negation(*std::move(expr)));
      } else {
        wanted.push_back(*std::move(expr));
      }
    }
  }
  if (!wanted.empty()) parts.push_back(any_of(std::move(wanted)));
  return all_of(std::move(parts));
}

Result<Expr> open_condition(std::string_view word) {
  constexpr std::array<std::string_view, 5> kComponents = {"data", "weights", "evaluation",
                                                           "finetuning", "metrics"};
  if (std::find(kComponents.begin(), kComponents.end(), fold(word)) == kComponents.end()) {
    return Error{Errc::usage,
                 "unknown component '" + printable(word) + "'" + did_you_mean(word, kComponents),
                 "components are data, weights, evaluation, finetuning, metrics"};
  }
  return word_condition("open_" + fold(word), "open");
}

// The name is a part of the id.
Result<Expr> search_condition(std::string_view text) {
  return make_condition(field_id("id"), Op::contains, text);
}

}  // namespace oms
