// The table of keys as texts: a policy to begin with, and the page about it.
#include <fmt/format.h>

#include "check/policy_keys.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kColumns = 90;

// Words in lines of at most kColumns, each behind `lead`.
std::string wrapped(std::string_view text, std::string_view lead) {
  std::string result;
  std::string line;
  for (const std::string_view word : split_words(text, ' ')) {
    if (!line.empty() && display_width(line) + display_width(word) + 1 > kColumns) {
      result += std::string(lead) + line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  return line.empty() ? result : result + std::string(lead) + line + "\n";
}

template <typename Owner>
std::string explained(const KeyRow<Owner>& row, bool commented) {
  std::string text = wrapped(std::string(row.help) + ".", "# ");
  if (row.type == KeyType::word) text += wrapped("(" + join(row.words, " | ") + ")", "# ");
  const std::string mark = row.active && !commented ? "" : "#";
  return text + mark + std::string(row.key) + " = " + std::string(row.sample) + "\n\n";
}

template <typename Owner>
std::string explained_all(std::span<const KeyRow<Owner>> rows, const PolicySection& section) {
  std::string text;
  for (const KeyRow<Owner>& row : rows) {
    if (row.section == section.name) text += explained(row, section.repeated);
  }
  return text;
}

std::string tighten_text(Tighten tighten, KeyType type) {
  switch (tighten) {
    case Tighten::own:
      return "each file has its own";
    case Tighten::higher:
      return type == KeyType::flag ? "only to `true`" : "only to a stricter value";
    case Tighten::lower:
      return type == KeyType::flag ? "only to `false`" : "only to a lower value";
    case Tighten::united:
      return "adds to it";
    case Tighten::pass:
      return "only to what passes there too";
    case Tighten::above:
      break;
  }
  return "no";
}

std::string code(std::string_view text) {
  return text.empty() ? "" : "`" + std::string(text) + "`";
}

std::string words_of(KeyType type, std::span<const std::string_view> words) {
  if (words.empty()) return type_text(type, words);
  std::string text;
  for (const std::string_view word : words) {
    text += (text.empty() ? "" : ", ") + std::string("`\"") + std::string(word) + "\"`";
  }
  return text;
}

std::string policy_rows(const PolicySection& section) {
  std::string text =
      "| key | value | default | a file that extends it may change it |\n| --- | --- | --- | --- "
      "|\n";
  std::string helps;
  const Policy defaults;
  for (const KeyRow<Policy>& row : policy_keys()) {
    if (row.section != section.name) continue;
    text += fmt::format("| `{}` | {} | {} | {} |\n", row.key, words_of(row.type, row.words),
                        code(value_text(row, defaults)), tighten_text(row.tighten, row.type));
    helps += fmt::format("- `{}`: {}.\n", row.key, row.help);
  }
  return text + "\n" + helps;
}

template <typename Owner>
std::string exception_rows(std::span<const KeyRow<Owner>> rows) {
  std::string text = "| key | value | needed | what it says |\n| --- | --- | --- | --- |\n";
  for (const KeyRow<Owner>& row : rows) {
    text += fmt::format("| `{}` | {} | {} | {} |\n", row.key, words_of(row.type, row.words),
                        row.required ? "yes" : "", row.help);
  }
  return text;
}

constexpr std::string_view kIntroduction =
    "# The policy file\n\n"
    "Generated from the table of keys (`src/check/policy_keys.cpp`). `oms check` reads\n"
    "`oms-policy.toml` of the current directory, or the file of `--policy`; `oms check --init` "
    "writes one\nto begin with. It is TOML. A key or section that there is not, a wrong type, an "
    "unknown class,\nrule or license id is an error with file, line and column: a typo never opens "
    "the gate. Words of a\nchoice stand from the least strict to the strictest.\n\n"
    "A file that states no rule only reports, unless it says `mode = \"enforce\"`. Then, or with a "
    "rule, the defaults of all keys\n"
    "hold: an unknown license fails unless `on_unknown` says otherwise.\n\n"
    "With `extends` two files hold. The one that extends may only tighten; each loosening is an "
    "error\nthat names the key and both values. `allow` and `min_class` are one rule there: a file "
    "that states\neither states the whole rule. The hash pins the extended file, which extends "
    "nothing itself.\n";

}  // namespace

std::string initial_policy() {
  std::string text =
      "# What `oms check` lets pass. A key behind # is not stated; what stands there is an "
      "example.\n"
      "\n";
  for (const PolicySection& section : policy_sections()) {
    if (!section.name.empty()) text += wrapped(std::string(section.help) + ".", "# ");
    const std::string name = header(section);
    if (!name.empty()) text += (section.repeated ? "#" : "") + name + "\n";
    text += explained_all(policy_keys(), section);
    text += explained_all(waiver_keys(), section);
    text += explained_all(clarify_keys(), section);
  }
  text.pop_back();
  return text;
}

std::string policy_markdown() {
  std::string text(kIntroduction);
  for (const PolicySection& section : policy_sections()) {
    const std::string name = header(section);
    text += "\n## " + (name.empty() ? "Above the first section" : "`" + name + "`") + "\n\n" +
            std::string(section.help) + ".\n\n";
    if (section.name == "waiver") {
      text += exception_rows(waiver_keys());
    } else if (section.name == "clarify") {
      text += exception_rows(clarify_keys());
    } else {
      text += policy_rows(section);
    }
  }
  return text;
}

}  // namespace oms
