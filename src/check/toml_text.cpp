// The library is taken as headers: its shared object would be loaded by every command.
#define TOML_EXCEPTIONS 0
#define TOML_UNDEF_MACROS 0

#include "check/toml_text.h"

#include <toml++/impl/preprocessor.h>
// It assumes what a file need not keep to: "[ = 1" ends a build with assertions, and one of clang
// without them need not get to the error.
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expression) static_assert(true)

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <tuple>

#include "oms/base/text.h"

namespace oms {
namespace {

class TomlReader {
 public:
  explicit TomlReader(const std::string& path) : path_(path) {}

  Place place(const toml::source_region& region) const {
    return {path_, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
  }

  TomlValue value(const toml::node& node) const {
    TomlValue result;
    result.place = place(node.source());
    result.kind = kind(node.type());
    if (const auto* flag = node.as_boolean()) {
      result.content = flag->get();
    } else if (const auto* whole = node.as_integer()) {
      result.content = whole->get();
    } else if (const auto* number = node.as_floating_point()) {
      // The shortest text of a double is what was written.
      const auto exact = parse_decimal(fmt::format("{}", number->get()));
      if (exact) result.content = *exact;
    } else if (const auto* text = node.as_string()) {
      result.content = text->get();
    } else if (const auto* date = node.as_date()) {
      const toml::date day = date->get();
      const auto parsed =
          parse_date(fmt::format("{:04}-{:02}-{:02}", day.year, +day.month, +day.day));
      if (parsed) result.content = *parsed;
    } else if (const auto* list = node.as_array()) {
      TomlList values;
      for (const toml::node& element : *list) values.push_back(value(element));
      result.content = std::move(values);
    }
    return result;
  }

  TomlSection section(std::string name, const toml::table& table) const {
    TomlSection result;
    result.name = std::move(name);
    result.place = place(table.source());
    for (const auto& [key, node] : table) {
      result.entries.push_back({std::string(key.str()), place(key.source()), value(node)});
    }
    sort_by_place(result.entries);
    return result;
  }

  template <typename Placed>
  static void sort_by_place(std::vector<Placed>& all) {
    std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) {
      return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
  }

 private:
  static std::string_view kind(toml::node_type type) {
    switch (type) {
      case toml::node_type::boolean:
        return "true or false";
      case toml::node_type::integer:
      case toml::node_type::floating_point:
        return "a number";
      case toml::node_type::string:
        return "a text";
      case toml::node_type::date:
        return "a date";
      case toml::node_type::array:
        return "a list";
      case toml::node_type::table:
        return "a section";
      default:
        return "a time";
    }
  }

  const std::string& path_;
};

bool is_list_of_tables(const toml::node& node) {
  const toml::array* list = node.as_array();
  return list != nullptr && list->is_array_of_tables();
}

// The parser calls itself for each part of a key, so that a key of many parts would end the
// process.
constexpr std::size_t kMostDots = 256;

// Length of the string, of one line or several, that begins with a quote at the front of `text`.
// One that is not closed ends with its line, or with the text.
std::size_t string_length(std::string_view text) {
  const char quote = text.front();
  const std::string three(3, quote);
  const bool long_one = text.starts_with(three);
  for (std::size_t at = long_one ? 3 : 1; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (long_one ? text.substr(at).starts_with(three) : text[at] == quote) {
      return at + (long_one ? 3 : 1);
    } else if (text[at] == '\n' && !long_one) {
      return at;
    }
  }
  return text.size();
}

// Whether a character may stand in a key outside of quotes, or between its parts. The parser also
// knows blanks that are not of ASCII.
bool is_of_key(char c) {
  constexpr std::string_view kOthers = " \t-_";
  const char folded = fold(c);
  return (c >= '0' && c <= '9') || (folded >= 'a' && folded <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80 || kOthers.find(c) != std::string_view::npos;
}

// Number of the line in which so many dots follow each other with nothing but parts of a key
// between them; 0 for none.
int line_of_endless_key(std::string_view text) {
  std::size_t dots = 0;
  int line = 1;
  while (!text.empty()) {
    const char c = text.front();
    std::size_t length = 1;
    if (c == '"' || c == '\'') {
      length = string_length(text);
      line += static_cast<int>(std::count(text.begin(), text.begin() + length, '\n'));
    } else if (c == '#') {
      length = std::min(text.find('\n'), text.size());
    } else if (c == '.') {
      if (++dots > kMostDots) return line;
    } else if (!is_of_key(c)) {
      if (c == '\n') ++line;
      dots = 0;
    }
    text.remove_prefix(length);
  }
  return 0;
}

}  // namespace

TomlText parse_toml(std::string_view text, const std::string& path) {
  const TomlReader reader(path);
  TomlText result;
  if (const int line = line_of_endless_key(text); line != 0) {
    PolicyProblem& problem = result.problems.emplace_back();
    problem.place.file = path;
    problem.place.line = line;
    problem.place.column = 1;
    problem.what = "no TOML: a key of too many parts";
    return result;
  }
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    std::string why = printable(parsed.error().description());
    if (!why.empty()) why[0] = fold(why[0]);
    result.problems.push_back({reader.place(parsed.error().source()), "no TOML: " + why, ""});
    return result;
  }
  TomlSection top;
  top.place = {path, 1, 1};
  for (const auto& [key, node] : parsed.table()) {
    const std::string name(key.str());
    if (const toml::table* table = node.as_table()) {
      result.sections.push_back(reader.section(name, *table));
    } else if (is_list_of_tables(node)) {
      for (const toml::node& element : *node.as_array()) {
        result.sections.push_back(reader.section(name, *element.as_table()));
        result.sections.back().repeated = true;
      }
    } else {
      top.entries.push_back({name, reader.place(key.source()), reader.value(node)});
    }
  }
  TomlReader::sort_by_place(top.entries);
  TomlReader::sort_by_place(result.sections);
  result.sections.insert(result.sections.begin(), std::move(top));
  return result;
}

}  // namespace oms
