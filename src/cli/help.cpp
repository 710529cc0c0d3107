#include "cli/help.h"

#include <CLI/App.hpp>

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/freshness.h"
#include "cli/reference.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kFlagColumn = 30;

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

constexpr std::string_view kExitCodes =
    "Exit codes\n"
    "  0  done; no match is done too, unless --fail-empty\n"
    "  1  the answer is no: unknown model, check failed, nothing found\n"
    "     under --fail-empty\n"
    "  2  wrong use: flag, condition, unknown task, field or license\n"
    "  3  no usable data: cache damaged or too old (--max-age), a file not written, a\n     "
    "checked model that is not in the catalog\n"
    "  4  network: no connection, offline switch, wrong token\n"
    "  130  interrupted\n";

// Words of `text` in lines of at most `columns`, the later ones behind `indent`.
std::string wrap(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string result;
  std::size_t used = 0;
  for (const std::string_view word : split_words(text, ' ')) {
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

std::string flag_names(const CLI::Option& option) {
  std::string names = option.get_name(false, true);
  for (std::size_t at = names.find(','); at != std::string::npos; at = names.find(',', at + 2)) {
    names.insert(at + 1, " ");
  }
  const std::string value = option.get_type_name();
  if (option.get_expected_max() > 0 && !value.empty()) names += " " + value;
  return names;
}

std::string option_line(const CLI::Option& option) {
  std::string line = "  " + flag_names(option);
  if (line.size() + 2 > kFlagColumn) {
    line += "\n" + std::string(kFlagColumn, ' ');
  } else {
    line.resize(kFlagColumn, ' ');
  }
  return line + wrap(option.get_description(), kColumns - kFlagColumn, kFlagColumn) + "\n";
}

}  // namespace

std::string version_line() { return "oms " OMS_VERSION "\n"; }

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
  text += kExitCodes;
  text +=
      "\nEnvironment\n"
      "  NO_COLOR, CLICOLOR_FORCE  colors off, or on without a terminal\n"
      "  OMS_CACHE_DIR             the cache, instead of ~/.cache/oms\n"
      "  COLUMNS                   width of tables where there is no terminal\n"
      "  LC_ALL, LC_CTYPE, LANG    UTF-8 symbols or plain ASCII\n";
  return text;
}

std::string command_help(const Command& command, const CLI::App& app) {
  std::string text = fmt::format("oms {}: {}\n\n", command.name, command.help);
  text += example_lines(command.example);
  std::vector<std::string> groups;
  for (const CLI::Option* option : app.get_options()) {
    const std::string& group = option->get_group();
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  for (const std::string& group : groups) {
    const bool plain = group == "Options";
    text += "\n" + (plain ? std::string("Arguments and options") : group) + "\n";
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group() == group) text += option_line(*option);
    }
  }
  return text;
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
  return text;
}

}  // namespace oms
