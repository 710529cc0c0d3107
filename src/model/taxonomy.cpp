#include "oms/model/taxonomy.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "model/named_rows.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Patterns of one table, matched all at once: a search, letter case aside.
class PatternSet {
 public:
  PatternSet() : set_(options(), RE2::UNANCHORED) {}

  // "" or RE2's complaint.
  std::string add(std::string_view pattern, std::size_t row) {
    std::string complaint;
    if (set_.Add(re2::StringPiece(pattern.data(), pattern.size()), &complaint) < 0) {
      return complaint.empty() ? "not a regular expression" : complaint;
    }
    rows_.push_back(row);
    return "";
  }
  void compile() { set_.Compile(); }

  // Rows whose pattern occurs in `text`, in table order.
  std::vector<std::size_t> matches(std::string_view text) const {
    std::vector<int> hits;
    if (rows_.empty() || !set_.Match(re2::StringPiece(text.data(), text.size()), &hits)) return {};
    std::vector<std::size_t> rows;
    for (const int hit : hits) rows.push_back(rows_[static_cast<std::size_t>(hit)]);
    std::sort(rows.begin(), rows.end());
    return rows;
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{64} << 20);  // one automaton for all rows of a table
    return options;
  }

  RE2::Set set_;
  std::vector<std::size_t> rows_ = {};  // by position in `set_`
};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

enum class FamilyColumn : std::uint8_t { family, pattern };
constexpr std::array<std::string_view, 2> kFamilyColumns = {"family", "pattern"};
enum class DomainColumn : std::uint8_t { domain, tags, pattern };
constexpr std::array<std::string_view, 3> kDomainColumns = {"domain", "tags", "pattern"};
enum class LanguageColumn : std::uint8_t { code, name };
constexpr std::array<std::string_view, 2> kLanguageColumns = {"code", "name"};

}  // namespace

struct Taxonomy::Rules {
  std::vector<std::string_view> families = {};
  PatternSet family_patterns = {};
  std::vector<std::string_view> domains = {};
  PatternSet domain_patterns = {};
  std::unordered_map<std::string, std::vector<std::size_t>> domain_tags = {};  // folded → rows
  std::size_t longest_domain_tag = 0;
  // Folded; to the code that is used: "eng" and "english" to "en".
  std::unordered_map<std::string, std::string_view> codes = {};
  std::unordered_map<std::string, std::string_view> names = {};
  std::size_t longest_code = 0;

  Result<Done> read_families(std::string_view tsv);
  Result<Done> read_domains(std::string_view tsv);
  Result<Done> read_languages(std::string_view tsv);
};

Result<Done> Taxonomy::Rules::read_families(std::string_view tsv) {
  const Result<NamedRows> rows = NamedRows::parse("family table", tsv, kFamilyColumns);
  if (!rows) return rows.error();
  for (std::size_t row = 0; row < rows->size(); ++row) {
    families.push_back(rows->at(row, FamilyColumn::family));
    const std::string_view pattern = rows->at(row, FamilyColumn::pattern);
    if (pattern.empty()) return rows->error(row, "no pattern");
    const std::string complaint = family_patterns.add(pattern, row);
    if (!complaint.empty()) return rows->error(row, "bad pattern: " + complaint);
  }
  family_patterns.compile();
  return Done{};
}

Result<Done> Taxonomy::Rules::read_domains(std::string_view tsv) {
  const Result<NamedRows> rows = NamedRows::parse("domain table", tsv, kDomainColumns);
  if (!rows) return rows.error();
  for (std::size_t row = 0; row < rows->size(); ++row) {
    domains.push_back(rows->at(row, DomainColumn::domain));
    for (const std::string_view tag : split_words(rows->at(row, DomainColumn::tags), ',')) {
      domain_tags[fold(tag)].push_back(row);
      longest_domain_tag = std::max(longest_domain_tag, tag.size());
    }
    const std::string_view pattern = rows->at(row, DomainColumn::pattern);
    if (pattern.empty()) continue;
    const std::string complaint = domain_patterns.add(pattern, row);
    if (!complaint.empty()) return rows->error(row, "bad pattern: " + complaint);
  }
  domain_patterns.compile();
  return Done{};
}

// Rows with one name are codes of one language; its shortest code stands for all.
Result<Done> Taxonomy::Rules::read_languages(std::string_view tsv) {
  const Result<NamedRows> rows = NamedRows::parse("language table", tsv, kLanguageColumns);
  if (!rows) return rows.error();
  for (std::size_t row = 0; row < rows->size(); ++row) {
    const std::string_view code = rows->at(row, LanguageColumn::code);
    if (code.empty() || code != fold(code)) return rows->error(row, "a code is in lower case");
    if (!codes.emplace(code, code).second) return rows->error(row, "code stands twice");
    const std::string_view name = rows->at(row, LanguageColumn::name);
    if (name.empty()) return rows->error(row, "no name");
    longest_code = std::max(longest_code, code.size());
    std::string_view& shortest = names.emplace(fold(name), code).first->second;
    if (code.size() < shortest.size()) shortest = code;
  }
  for (std::size_t row = 0; row < rows->size(); ++row) {
    codes[std::string(rows->at(row, LanguageColumn::code))] =
        names[fold(rows->at(row, LanguageColumn::name))];
  }
  return Done{};
}

Taxonomy::Taxonomy() : rules_(std::make_unique<Rules>()) {}
Taxonomy::~Taxonomy() = default;
Taxonomy::Taxonomy(Taxonomy&&) noexcept = default;
Taxonomy& Taxonomy::operator=(Taxonomy&&) noexcept = default;

Result<Taxonomy> Taxonomy::parse(std::string_view families, std::string_view domains,
                                 std::string_view languages) {
  Taxonomy taxonomy;
  if (const auto read = taxonomy.rules_->read_families(families); !read) return read.error();
  if (const auto read = taxonomy.rules_->read_domains(domains); !read) return read.error();
  if (const auto read = taxonomy.rules_->read_languages(languages); !read) return read.error();
  return taxonomy;
}

std::string Taxonomy::family_of(std::string_view id) const {
  const std::vector<std::size_t> rows = rules_->family_patterns.matches(id);
  return rows.empty() ? "" : std::string(rules_->families[rows.front()]);
}

Taxonomy::DomainRows Taxonomy::domains_of_id(std::string_view id) const {
  return rules_->domain_patterns.matches(id);
}

Taxonomy::DomainRows Taxonomy::domains_of_tags(std::span<const std::string> tags) const {
  DomainRows rows;
  for (const std::string& tag : tags) {
    if (tag.size() > rules_->longest_domain_tag) continue;
    const bool folded = std::none_of(tag.begin(), tag.end(), is_upper);  // nearly always
    const auto found = rules_->domain_tags.find(folded ? tag : fold(tag));
    if (found == rules_->domain_tags.end()) continue;
    rows.insert(rows.end(), found->second.begin(), found->second.end());
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::vector<std::string> Taxonomy::domains(const DomainRows& by_id,
                                           const DomainRows& by_tags) const {
  DomainRows rows;
  std::set_union(by_id.begin(), by_id.end(), by_tags.begin(), by_tags.end(),
                 std::back_inserter(rows));
  std::vector<std::string> domains;
  for (const std::size_t row : rows) domains.emplace_back(rules_->domains[row]);
  return domains;
}

std::vector<std::string> Taxonomy::telling_tags() const {
  std::vector<std::string> tags;
  for (const auto& [tag, rows] : rules_->domain_tags) tags.push_back(tag);
  for (const auto& [code, language] : rules_->codes) tags.push_back(code);
  return tags;
}

std::vector<std::string> Taxonomy::languages_of(std::span<const std::string> tags,
                                                std::span<const std::string> card) const {
  std::vector<std::string> found;
  const auto add = [&found](const auto& codes, const std::string& text) {
    const auto code = codes.find(text);
    if (code != codes.end()) found.emplace_back(code->second);
    return code != codes.end();
  };
  // The Hub writes codes in lower case; "AI" or "NO" as a tag is something else.
  for (const std::string& tag : tags) {
    if (tag.size() <= rules_->longest_code) add(rules_->codes, tag);
  }
  for (const std::string& written : card) {
    const std::string text = fold(trim(written));
    if (add(rules_->codes, text) || add(rules_->names, text)) continue;
    add(rules_->codes, text.substr(0, text.find_first_of("-_")));  // "pt-BR"
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace oms
