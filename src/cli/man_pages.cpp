#include "cli/man_pages.h"

#include <fmt/format.h>

#include "cli/help.h"
#include "cli/option_rows.h"
#include "cli/variables.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Text of a line that roff prints as it stands.
std::string roff(std::string_view text) {
  std::string result;
  if (text.starts_with('.') || text.starts_with('\'')) result = "\\&";
  for (const char c : text) {
    switch (c) {
      case '\\':
        result += "\\e";
        break;
      case '-':
        result += "\\-";
        break;
      case '\'':
        result += "\\(aq";
        break;
      case '`':
        result += "\\(ga";
        break;
      case '^':
        result += "\\(ha";
        break;
      case '~':
        result += "\\(ti";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

// A paragraph in lines that are not too long for an editor.
std::string wrapped(std::string_view text) {
  std::string result;
  const std::string lines = joined_lines(text);
  for (const std::string_view line : split(trim(lines), '\n')) {
    result += roff(line) + "\n";
  }
  return result;
}

std::string section(std::string_view title) { return ".SH " + std::string(title) + "\n"; }

std::string entry(const std::string& title, std::string_view text) {
  return ".TP\n" + title + "\n" + wrapped(text);
}

std::string verbatim(std::string_view lines, std::string_view lead = {}) {
  std::string text = ".PP\n.nf\n";
  for (const std::string_view line : split(lines, '\n')) {
    text += roff(std::string(lead) + std::string(line)) + "\n";
  }
  return text + ".fi\n";
}

// Blocks as topics have them.
std::string blocks(std::string_view text) {
  std::string result;
  std::string block;
  const auto finish = [&] {
    if (!block.empty()) block.pop_back();
    if (block.starts_with("  ")) {
      result += verbatim(block);
    } else if (!block.empty()) {
      result += ".PP\n";
      result += wrapped(block);
    }
    block.clear();
  };
  for (const std::string_view line : split(text, '\n')) {
    const bool indented = line.starts_with("  ");
    if (line.empty() || (!block.empty() && indented != block.starts_with("  "))) finish();
    if (!line.empty()) block.append(line).append("\n");
  }
  finish();
  return result;
}

std::string head(const std::string& name, std::string_view what) {
  return ".\\\" Generated from the tables of the program; see docs/architecture.md.\n"
         ".TH " +
         upper(name) + " 1 \"\" \"oms " OMS_VERSION "\" \"User Commands\"\n" + section("NAME") +
         roff(name) + " \\- " + roff(what) + "\n";
}

// Without the breaks between paragraphs that stand first in a section.
std::string tidy(std::string_view page) {
  std::string result;
  bool first = false;
  for (const std::string_view line : split(page, '\n')) {
    if (!first || line != ".PP") result.append(line).append("\n");
    first = line.starts_with(".SH ");
  }
  result.pop_back();  // behind the last line break
  return result;
}

// "-t, --task TASK": names bold, what stands for something in italics.
std::string title_of(const OptionRow& row) {
  if (row.positional()) return italic(option_title(row));
  std::string text;
  for (const std::string& name : row.names) text += (text.empty() ? "" : ", ") + bold(name);
  if (row.value.empty()) return text;
  if (row.value_optional) return text + "[=" + italic(row.value) + "]";
  return text + " " + italic(row.value);
}

std::string exit_status(const std::vector<ExitCode>& codes) {
  std::string text = section("EXIT STATUS");
  for (const ExitCode& code : codes) text += entry(bold(code.code), code.meaning);
  return text;
}

std::string synopsis(const Command& command, const std::vector<OptionRow>& rows) {
  std::string text = section("SYNOPSIS") + bold("oms " + std::string(command.name));
  for (const OptionRow& row : rows) {
    if (row.positional()) text += " " + italic(option_title(row));
  }
  return text + " [" + italic("options") + "]\n";
}

Document command_page(const Command& command) {
  const std::string name = "oms-" + std::string(command.name);
  const std::vector<OptionRow> rows = option_rows(command);
  std::string text = head(name, command.help) + synopsis(command, rows) + section("EXAMPLES") +
                     verbatim(command.example, "oms ") + section("OPTIONS");
  for (const std::string& group : groups_of(rows)) {
    text += ".SS " + roff(group) + "\n";
    for (const OptionRow& row : rows) {
      if (row.group == group) text += entry(title_of(row), option_help(row));
    }
  }
  text += exit_status(exit_codes(command)) + section("ENVIRONMENT");
  for (const HelpRow& row : variable_rows(command)) text += entry(bold(row.title), row.text);
  text += section("SEE ALSO") + ".BR oms (1)\n";
  return {"docs/man/" + name + ".1", tidy(text)};
}

Document program_page() {
  std::string text = head("oms", "the open-model catalog for the terminal");
  text += section("SYNOPSIS") + bold("oms") + " " + italic("command") + " [" + italic("options") +
          "]\n";
  text += section("DESCRIPTION") +
          wrapped(
              "Which open model may I use, what does it cost, how good is it? One query over "
              "license class, price, quality and task, answered offline from the models that "
              "are part of the program or that 'oms fetch' brought, each figure with its "
              "source and date.") +
          section("EXAMPLES") +
          verbatim(
              "oms list --task chat --license commercial --max-price 0.5\n"
              "oms show allenai/OLMo-7B\n"
              "oms list --task asr --sort quality -q | head -1") +
          section("COMMANDS");
  for (const Command& command : commands()) {
    text += ".TP\n.BR oms\\-" + roff(command.name) + " (1)\n" + wrapped(command.help);
  }
  for (const Topic& topic : topics()) {
    const bool codes = topic.name == "exit-codes";
    text += section(codes ? "EXIT STATUS" : upper(topic.name)) + blocks(topic.text());
  }
  text += section("FILES");
  text +=
      entry(italic("~/.cache/oms"), "what 'oms fetch' keeps; 'oms cache path' says where it is");
  text += entry(italic("~/.config/oms/config.toml"), "your own settings and saved queries");
  text += entry(italic(".oms.toml"), "those of a project, in the working folder or above it");
  text += entry(italic("~/.config/oms/overrides.json"), "your own facts about models");
  text += entry(italic("oms-policy.toml"), "what 'oms check' judges by");
  text += section("SEE ALSO");
  std::string last;
  for (const Command& command : commands()) {
    if (!last.empty()) text += last + ",\n";
    last = ".BR oms\\-" + roff(command.name) + " (1)";
  }
  return {"docs/man/oms.1", tidy(text + last + "\n")};
}

}  // namespace

std::vector<Document> man_pages() {
  std::vector<Document> pages = {program_page()};
  for (const Command& command : commands()) pages.push_back(command_page(command));
  return pages;
}

}  // namespace oms
