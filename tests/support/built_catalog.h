// A catalog built from tables and fetched pages, opened, with short ways to ask it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/catalog/build.h"
#include "oms/catalog/catalog.h"
#include "support/catch.h"

namespace oms {

class BuiltCatalog {
 public:
  explicit BuiltCatalog(const DataFiles& files, const FetchedData& fetched = {}) {
    auto made = build_catalog(files, fetched);
    if (!made) FAIL(made.error().what);
    image_ = *std::move(made);
    auto catalog = Catalog::open(image());
    if (!catalog) FAIL(catalog.error().what);
    catalog_.emplace(*std::move(catalog));
  }

  Row row(std::string_view id) const {
    const Row row = table().find(id);
    if (row == kNoRow) FAIL("no row for " << id);
    return row;
  }
  std::span<const std::byte> image() const {
    return std::as_bytes(std::span(image_.data(), image_.size()));
  }
  const Catalog& catalog() const { return *catalog_; }
  const Table& table() const { return catalog_->table(); }
  Value value(std::string_view id, std::string_view field) const {
    return table().value(field_id(field), row(id));
  }
  bool unknown(std::string_view id, std::string_view field) const {
    return is_unknown(value(id, field));
  }
  std::string word(std::string_view id, std::string_view field) const {
    const Value found = value(id, field);
    const auto* text = std::get_if<std::string_view>(&found);
    return text == nullptr ? std::string() : std::string(*text);
  }
  std::vector<std::string> list(std::string_view id, std::string_view field) const {
    const Value found = value(id, field);
    const auto* words = std::get_if<TextList>(&found);
    return words == nullptr ? std::vector<std::string>()
                            : std::vector<std::string>(words->begin(), words->end());
  }
  // "metric value, date, grade, 'variant', source" of every score.
  std::vector<std::string> scores(std::string_view id) const {
    std::vector<std::string> found;
    for (const Observation& score : table().scores_of(row(id))) {
      found.push_back(score.metric + " " + to_text(score.value) + ", " +
                      (score.as_of ? to_text(*score.as_of) : "-") + ", " +
                      std::string(word_of(words::kGrade, score.grade)) + ", '" + score.variant +
                      "', " + score.source);
    }
    return found;
  }
  // "source, date, evidence" of every fact about a field.
  std::vector<std::string> facts(std::string_view id, std::string_view field) const {
    std::vector<std::string> found;
    for (const Fact& fact : table().facts_of(row(id))) {
      if (fact.field != field) continue;
      found.push_back(fact.source + ", " + (fact.as_of ? to_text(*fact.as_of) : "-") + ", " +
                      std::string(word_of(words::kEvidence, fact.evidence)));
    }
    return found;
  }

 private:
  std::string image_ = {};
  std::optional<Catalog> catalog_ = {};
};

}  // namespace oms
