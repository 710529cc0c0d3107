#include "cli/alternatives.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {

Alternatives alternatives(const std::vector<std::string>& values) {
  Alternatives result;
  for (const std::string& value : values) {
    for (std::string_view word : split_words(value, ',')) {
      const bool excluded = word.starts_with('!');
      if (excluded) word.remove_prefix(1);
      (excluded ? result.excluded : result.wanted).emplace_back(trim(word));
    }
  }
  return result;
}

Result<Expr> word_condition(std::string_view field, std::string_view word) {
  return make_condition(field_id(field), Op::equal, word);
}

KnownWords known_words(const Table& table, std::string_view field) {
  const Column& column = table.column(field_id(field));
  const StringColumn* dictionary = nullptr;
  if (const auto* words = std::get_if<WordColumn>(&column)) dictionary = &words->dictionary;
  if (const auto* lists = std::get_if<ListColumn>(&column)) dictionary = &lists->dictionary;
  KnownWords known;
  for (std::size_t code = 0; dictionary != nullptr && code < dictionary->size(); ++code) {
    if (!(*dictionary)[code].empty()) known.push_back((*dictionary)[code]);
  }
  return known;
}

bool is_known(const KnownWords& known, std::string_view word) {
  return std::any_of(known.begin(), known.end(),
                     [&](std::string_view candidate) { return equal_folded(candidate, word); });
}

}  // namespace oms
