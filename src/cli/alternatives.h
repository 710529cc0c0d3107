// Values of flags such as --license "a,b,!c": what is wanted (or) and what is excluded (and not).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/table.h"
#include "oms/query/condition.h"

namespace oms {

struct Alternatives {
  std::vector<std::string> wanted = {};
  std::vector<std::string> excluded = {};
};
// Of one flag, given once or several times.
Alternatives alternatives(const std::vector<std::string>& values);

// One word of a flag's value → its condition.
template <typename Maker>
Result<Expr> combine(const Alternatives& words, Maker make) {
  std::vector<Expr> parts;
  std::vector<Expr> any;
  for (const std::string& word : words.wanted) {
    auto expr = make(word);
    if (!expr) return std::move(expr).error();
    any.push_back(*std::move(expr));
  }
  if (!any.empty()) parts.push_back(any_of(std::move(any)));
  for (const std::string& word : words.excluded) {
    auto expr = make(word);
    if (!expr) return std::move(expr).error();
    parts.push_back(negation(*std::move(expr)));
  }
  return all_of(std::move(parts));
}

// `field` = `word`.
Result<Expr> word_condition(std::string_view field, std::string_view word);

// The words of a field that the catalog uses.
using KnownWords = std::vector<std::string_view>;
KnownWords known_words(const Table& table, std::string_view field);
bool is_known(const KnownWords& known, std::string_view word);  // letter case aside

}  // namespace oms
