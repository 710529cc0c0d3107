#include "cli/saved_query.h"

#include <algorithm>

#include "oms/base/text.h"

namespace oms {
namespace {

bool is_letter_or_digit(char c) {
  const char folded = fold(c);
  return (folded >= 'a' && folded <= 'z') || (c >= '0' && c <= '9');
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool is_query_name(std::string_view name) {
  return !name.empty() && is_letter_or_digit(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

Result<std::vector<std::string>> split_quoted(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;  // "" is a word, too
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\'' || c == '"') {
      const std::size_t end = text.find(c, at + 1);
      if (end == std::string_view::npos) return Error{Errc::usage, "a quote is not closed", ""};
      word += text.substr(at + 1, end - at - 1);
      begun = true;
      at = end;
    } else if (!is_blank(c)) {
      word += c;
      begun = true;
    } else if (begun) {
      words.push_back(std::move(word));
      word.clear();
      begun = false;
    }
  }
  if (begun) words.push_back(std::move(word));
  return words;
}

std::string quoted_line(const std::vector<std::string>& words) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,:/=@%+";
  std::string line;
  for (const std::string& word : words) {
    if (!line.empty()) line += ' ';
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char c : word) line += c == '\'' ? std::string("'\"'\"'") : std::string(1, c);
    line += '\'';
  }
  return line;
}

}  // namespace oms
