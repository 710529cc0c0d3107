#include "cli/word_flags.h"

#include <algorithm>
#include <array>

#include "cli/alternatives.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

// A word that the catalog does not use is a mistake where the vocabulary is closed. Anyone may be
// an author: there the answer is empty, and a note says why.
Error unknown_among(const KnownWords& known, std::string_view noun, std::string_view word,
                    std::string hint) {
  std::string nearest = did_you_mean(word, known);
  if (!nearest.empty()) hint.clear();
  return {Errc::usage,
          "unknown " + std::string(noun) + " '" + printable(word) + "'" + std::move(nearest),
          std::move(hint)};
}

Error unknown_family(const KnownWords& known, std::string_view word, const Catalog&) {
  return unknown_among(known, "family", word, "'oms list --fields id,family' shows them");
}

Error unknown_domain(const KnownWords& known, std::string_view word, const Catalog&) {
  KnownWords sorted = known;
  std::sort(sorted.begin(), sorted.end());
  return unknown_among(known, "domain", word, "domains are " + join(sorted, ", "));
}

// Codes have two or three letters, and all are near to each other: names tell more.
Error unknown_language(const KnownWords&, std::string_view word, const Catalog& catalog) {
  constexpr std::size_t kLongestCode = 3;
  std::string what = "unknown language '" + printable(word) + "'";
  const std::string hint = "languages are ISO 639 codes, e.g. ja";
  const auto languages = Tsv::parse(catalog.data("languages.tsv"));
  if (!languages || word.size() <= kLongestCode) return {Errc::usage, what, hint};
  const std::size_t code = languages->column("code");
  const std::size_t name = languages->column("name");
  const std::size_t columns = languages->columns().size();
  if (code == columns || name == columns) return {Errc::usage, what, hint};
  KnownWords names;
  for (std::size_t row = 0; row < languages->rows(); ++row) {
    names.push_back(languages->at(row, name));
  }
  const KnownWords nearest = suggestions(word, names, 1);
  if (nearest.empty()) return {Errc::usage, what, hint};
  const auto row = static_cast<std::size_t>(std::find(names.begin(), names.end(), nearest.front()) -
                                            names.begin());
  what += "; did you mean '" + std::string(languages->at(row, code)) + "'?";
  return {Errc::usage, what, ""};
}

Error unknown_host(const KnownWords& known, std::string_view word, const Catalog&) {
  return unknown_among(known, "host", word, "'oms list --fields id,available_on' shows them");
}

struct WordFlag {
  std::string_view flag;
  std::string_view field;
  std::string_view noun;
  std::vector<std::string> SelectionOptions::*values;
  // What to say of a word that the catalog does not use; null: any word may be asked for.
  Error (*unknown)(const KnownWords& known, std::string_view word, const Catalog& catalog);
};
constexpr std::array kWordFlags = {
    WordFlag{"--author", "author", "author", &SelectionOptions::author, nullptr},
    WordFlag{"--family", "family", "family", &SelectionOptions::family, unknown_family},
    WordFlag{"--domain", "domain", "domain", &SelectionOptions::domain, unknown_domain},
    WordFlag{"--language", "languages", "language", &SelectionOptions::language, unknown_language},
    WordFlag{"--library", "library", "library", &SelectionOptions::library, nullptr},
    WordFlag{"--available-on", "available_on", "host", &SelectionOptions::available_on,
             unknown_host},
};

}  // namespace

void each_word_flag(const SelectionOptions& options, const Catalog& catalog,
                    const AddCondition& add, std::vector<std::string>& notes) {
  for (const WordFlag& row : kWordFlags) {
    const std::vector<std::string>& values = options.*row.values;
    if (values.empty()) continue;
    const KnownWords known = known_words(catalog.table(), row.field);
    const auto make = [&](std::string_view word) -> Result<Expr> {
      if (is_known(known, word)) return word_condition(row.field, word);
      if (row.unknown != nullptr) return row.unknown(known, word, catalog);
      notes.push_back("no " + std::string(row.noun) + " '" + printable(word) + "' in the catalog" +
                      did_you_mean(word, known));
      return word_condition(row.field, word);
    };
    add(row.flag, values, combine(alternatives(values), make));
  }
}

}  // namespace oms
