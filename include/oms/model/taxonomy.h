// Families, domains and languages of a record, from its id and tags.
// Tables: data/families.tsv, data/domains.tsv, data/languages.tsv.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

class Taxonomy {
 public:
  // The texts must outlive it. Errc::data names a row that cannot be read (bad pattern too).
  static Result<Taxonomy> parse(std::string_view families, std::string_view domains,
                                std::string_view languages);
  ~Taxonomy();
  Taxonomy(Taxonomy&&) noexcept;
  Taxonomy& operator=(Taxonomy&&) noexcept;

  std::string family_of(std::string_view id) const;  // "" when no pattern matches
  // Domains by the patterns that an id matches and by tags: what both say once, in table order.
  using DomainRows = std::vector<std::size_t>;  // ascending
  DomainRows domains_of_id(std::string_view id) const;
  DomainRows domains_of_tags(std::span<const std::string> tags) const;
  std::vector<std::string> domains(const DomainRows& by_id, const DomainRows& by_tags) const;
  // Language codes among tags and card languages (names such as "English" become codes), sorted.
  std::vector<std::string> languages_of(std::span<const std::string> tags,
                                        std::span<const std::string> card) const;
  // The folded tags that say anything to the functions above.
  std::vector<std::string> telling_tags() const;

 private:
  Taxonomy();
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace oms
