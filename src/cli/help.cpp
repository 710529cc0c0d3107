#include "cli/help.h"

#include <fmt/format.h>

#include "cli/freshness.h"
#include "cli/option_rows.h"
#include "cli/reference.h"
#include "cli/variables.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kFlagColumn = 30;
constexpr const char* kOld = "30d";  // prices of hosts change within weeks

std::string command_list(std::span<const Command> commands) {
  std::string text = "Commands\n";
  for (const Command& command : commands) {
    text += fmt::format("  {:<10} {}\n", command.name, command.help);
  }
  return text;
}

std::string example_lines(std::string_view examples) {
  std::string text;
  for (const std::string_view line : split(examples, '\n')) text += fmt::format("  oms {}\n", line);
  return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view line : split(text, '\n')) {
    for (const std::string_view word : split_words(line, ' ')) words.push_back(word);
  }
  return words;
}

// Words of `text` in lines of at most `columns`, the later ones behind `indent`.
std::string wrap(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string result;
  std::size_t used = 0;
  for (const std::string_view word : words_of(text)) {
    const std::size_t width = display_width(word);
    if (used > 0 && used + 1 + width > columns) {
      result += "\n" + std::string(indent, ' ');
      used = 0;
    } else if (used > 0) {
      result += ' ';
      used += 1;
    }
    result += word;
    used += width;
  }
  return result;
}

std::string option_line(const OptionRow& row) {
  return help_rows(std::vector<HelpRow>{{option_title(row), option_help(row)}}, kFlagColumn - 2);
}

std::string exit_code_lines(const std::vector<ExitCode>& codes) {
  std::vector<HelpRow> rows;
  for (const ExitCode& code : codes) rows.push_back({code.code, code.meaning});
  return "Exit codes\n" + help_rows(rows, 5);
}

std::string topic_list() {
  std::vector<HelpRow> rows;
  for (const Topic& topic : topics()) {
    rows.push_back({std::string(topic.name), std::string(topic.title)});
  }
  return "Topics ('oms help TOPIC')\n" + help_rows(rows, 13);
}

}  // namespace

std::string version_line() { return "oms " OMS_VERSION "\n"; }

std::string help_rows(std::span<const HelpRow> rows, std::size_t column) {
  std::string text;
  const std::size_t margin = column + 2;
  for (const HelpRow& row : rows) {
    std::string line = "  " + row.title;
    if (display_width(line) + 2 > margin) {
      line += "\n" + std::string(margin, ' ');
    } else {
      line.append(margin - display_width(line), ' ');
    }
    text += line + wrap(row.text, kColumns - margin, margin) + "\n";
  }
  return text;
}

std::string joined_lines(std::string_view text) { return wrap(text, kColumns, 0) + "\n"; }

std::string program_help(std::span<const Command> commands) {
  std::string text =
      "oms: which open model may I use, what does it cost, how good is it?\n\n"
      "  oms list --task chat --license commercial --max-price 0.5\n"
      "  oms show allenai/OLMo-7B\n"
      "  oms list --task asr --sort quality -q | head -1\n\n";
  text += command_list(commands);
  text +=
      "\nOptions\n"
      "  -h, --help   this help; 'oms COMMAND --help' for a command's own\n"
      "  --version    the version\n\n";
  text += topic_list() + "\n";
  text += exit_code_lines(exit_codes());
  text +=
      "\nEnvironment\n"
      "  NO_COLOR, CLICOLOR_FORCE  colors off, or on without a terminal\n"
      "  OMS_CACHE_DIR             the cache, instead of ~/.cache/oms\n"
      "  COLUMNS                   width of tables where there is no terminal\n"
      "  LC_ALL, LC_CTYPE, LANG    UTF-8 symbols or plain ASCII\n";
  return text;
}

std::vector<HelpRow> variable_rows(const Command& command) {
  std::vector<HelpRow> rows;
  for (const Variable& variable : variables()) {
    const bool of_use = variable.use != VariableUse::network || command.network == Network::used;
    if (variable.often && of_use) {
      rows.push_back({std::string(variable.name), std::string(variable.help)});
    }
  }
  rows.push_back({"NO_COLOR, COLUMNS, ...", "'oms help environment' explains all"});
  return rows;
}

std::string command_help(const Command& command) {
  std::string text = fmt::format("oms {}: {}\n\n", command.name, command.help);
  text += example_lines(command.example);
  const std::vector<OptionRow> rows = option_rows(command);
  for (const std::string& group : groups_of(rows)) {
    text += "\n" + group + "\n";
    for (const OptionRow& row : rows) {
      if (row.group == group) text += option_line(row);
    }
  }
  text += "\n" + exit_code_lines(exit_codes(command));
  text += "\nEnvironment\n" + help_rows(variable_rows(command), kFlagColumn - 2);
  return text;
}

std::string topic_help(const Topic& topic) {
  return fmt::format("oms help {}: {}\n\n", topic.name, topic.title) + topic.text();
}

std::string welcome(std::span<const Command> commands, const Catalog& catalog, const World& world) {
  const Span prices = catalog.price_dates();
  std::string text = "oms: which open model may I use, what does it cost, how good is it?\n\n";
  text += command_list(commands);
  const std::size_t closed = reference_rows(catalog.table());
  std::string state = fmt::format("{} models and {} closed ones, {}", catalog.table().rows - closed,
                                  closed, record_range(catalog, world.clock.now_ms()));
  if (prices.last) {
    state += fmt::format(", prices to {} ({} d)", to_text(*prices.last),
                         world.clock.today().days - prices.last->days);
  }
  constexpr std::string_view kCatalog = "Catalog: ";
  text += "\n" + std::string(kCatalog) + wrap(state, kColumns - kCatalog.size(), kCatalog.size());
  if (catalog.from_cache()) text += "\nCache:   " + printable(cache_directory(world));
  text += "\nTry:     oms list --task chat --license commercial --max-price 0.5\n";
  if (!catalog.from_cache()) {
    text += "         oms fetch    brings more and newer models\n";
  } else if (!check_age(catalog, kOld, world.clock.now_ms())) {
    text += "         oms fetch    brings them up to date\n";
  }
  text += "Help:    oms COMMAND --help, oms help query\n";
  return text;
}

}  // namespace oms
