#include "cli/topics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/policy_keys.h"
#include "cli/help.h"
#include "cli/settings.h"
#include "cli/variables.h"
#include "oms/base/text.h"
#include "oms/check/formats.h"
#include "oms/render/render.h"

namespace oms {
namespace {

std::string query_text() {
  return
      R"(Flags add up: a model has to meet all of them. Values of one flag are
alternatives, with commas or the flag given again; !x excludes x. Only --open
asks for all that it names.

  oms list --task chat,code --license '!llama3.1' --max-price 0.5
  oms list --open data,weights

A condition names any field ('oms fields' lists them). Quote it where it holds
< or >, which the shell would take for itself.

  'price_output<=0.6'     = != < <= > >= on numbers, dates and ordered words
  params=7B..13B          from and to; either may be missing: 70B..
  task=a,b                one of several
  tags~medical            part of a text, letter case aside
  'created>2025-06-01'    dates: a year, a month or a day
  license=unknown         what is not known; != unknown what is

--where takes conditions joined by and, or, not and parentheses.

  oms list --where '(license=mit or license=apache-2.0) and not gated=yes'

A condition on something unknown is neither true nor false. Such models are left
out and counted in the last line; --unknown shows them, marked, at the end.

--license takes ids, classes ('oms licenses --classes') and three short forms.

  osi           approved by the Open Source Initiative
  open          osi-permissive, osi-copyleft and open-other
  commercial    commercial use is allowed to everyone

Ids match what was declared; all others match what is left of it by the terms
of base models.

--sort takes fields: the better value first, or with -f descending and with +f
ascending. Unknown values come last both ways, equal ones by id.

  oms list --task asr --sort quality,-downloads

Quantized copies fold into their base model if that is printed, too; --unfold
keeps them apart. Closed models are printed with --closed only, those that left
the Hub with --gone only.

@NAME stands for the words of a query that is saved in config.toml or .oms.toml
('oms help settings'). A flag beside it replaces the same one of the query,
conditions of both hold.

  oms list @cheap-chat --max-price 1
)";
}

std::string settings_text() {
  constexpr std::size_t kColumn = 22;
  std::string text =
      "Flags beat variables, these the project's .oms.toml (of the working folder or\n"
      "the nearest one above it, up to a folder with .git), that beats your own\n"
      "~/.config/oms/config.toml, and that the defaults. 'oms config --show-origin'\n"
      "says who decided. A mistake in a file is exit 2; OMS_NO_CONFIG=1 reads none.\n\n"
      "  color = \"never\"               above the first section\n"
      "  [list]\n"
      "  fields = [\"id\", \"license\"]     on a terminal only\n"
      "  [query]\n"
      "  cheap = \"--task chat --license osi --max-price 0.5\"    for 'oms list @cheap'\n";
  for (const MaySet who : {MaySet::project, MaySet::user}) {
    std::vector<HelpRow> rows;
    for (const Setting& row : settings()) {
      if (row.may_set != who) continue;
      rows.push_back(
          {std::string(row.name), std::string(row.help) + " (" + std::string(row.takes) + ")"});
    }
    text += who == MaySet::project ? "\nIn both files, as saved queries:\n\n"
                                   : "\nIn your own file alone:\n\n";
    text += help_rows(rows, kColumn);
  }
  return text;
}

std::string formats_text() {
  std::vector<HelpRow> rows;
  for (const Format& format : formats()) {
    rows.push_back({std::string(format.name), std::string(format.help)});
  }
  std::string text =
      "Results go to stdout, all else to stderr. --format takes one of these;\n"
      "--json is short for json, -q for ids without notes.\n\n" +
      help_rows(rows, 10) +
      "\nTables fit the terminal. Elsewhere they are as wide as they have to be, or\n"
      "COLUMNS or --width wide. Unknown is a dash in tables, null in JSON, empty in\n"
      "CSV; a price of zero is 'free'.\n\n"
      "JSON is flat and typed: the names of 'oms fields', numbers as numbers, ISO\n"
      "dates, USD per 1M tokens. --fields chooses the columns of every format. Keys\n"
      "may be added in later versions; those that there are keep name and type. An\n"
      "error under --json is one JSON object on stderr.\n\n"
      "  oms list --json --fields id,license_class,price_output\n"
      "  oms list --task chat --json --envelope    with query, dates and sources\n\n"
      "'oms check' has formats of its own:\n\n";
  rows.clear();
  for (const CheckFormat& format : check_formats()) {
    rows.push_back({std::string(format.name), std::string(format.help)});
  }
  return text + help_rows(rows, 12);
}

std::string exit_codes_text() {
  std::vector<HelpRow> rows;
  for (const ExitCode& row : exit_codes()) rows.push_back({row.code, row.meaning});
  return "Of several causes in one 'oms check', 2 beats 3 and 3 beats 1. Who reads the\n"
         "output may stop reading: that is success.\n\n" +
         help_rows(rows, 5) + "\n'oms COMMAND --help' says what they mean there.\n";
}

std::string environment_text() {
  struct Part {
    VariableUse use;
    std::string_view title;
  };
  constexpr std::array kParts = {
      Part{VariableUse::place, "Where files are:"},
      Part{VariableUse::output, "How the output looks; a flag beats them:"},
      Part{VariableUse::network, "What 'oms fetch' and 'oms check --refresh' download:"},
      Part{VariableUse::test, "To repeat a result, and for tests:"},
  };
  constexpr std::size_t kColumn = 34;
  std::string text;
  for (const Part& part : kParts) {
    std::vector<HelpRow> rows;
    for (const Variable& row : variables()) {
      if (row.use == part.use) rows.push_back({std::string(row.name), std::string(row.help)});
    }
    text += (text.empty() ? "" : "\n") + std::string(part.title) + "\n\n";
    text += help_rows(rows, kColumn);
  }
  return text;
}

template <typename Owner>
void add_keys(std::vector<HelpRow>& rows, std::span<const KeyRow<Owner>> keys,
              std::string_view section) {
  for (const KeyRow<Owner>& key : keys) {
    if (key.section != section) continue;
    const std::string words = key.words.empty() ? "" : " (" + join(key.words, ", ") + ")";
    rows.push_back({std::string(key.key), std::string(key.help) + words});
  }
}

std::string policy_text() {
  constexpr std::size_t kColumn = 26;
  std::string text =
      "'oms check' reads oms-policy.toml of the current directory, or the file of\n"
      "--policy. It is TOML; an unknown key, class or rule is an error (exit 2).\n\n"
      "  oms check --init -o oms-policy.toml    a file to begin with\n"
      "  oms check --scan src --policy oms-policy.toml\n";
  for (const PolicySection& section : policy_sections()) {
    const std::string name = header(section);
    const std::string help(section.help);
    text += "\n" + joined_lines(name.empty() ? help + ":" : name + " " + help + ":") + "\n";
    std::vector<HelpRow> rows;
    add_keys(rows, policy_keys(), section.name);
    add_keys(rows, waiver_keys(), section.name);
    add_keys(rows, clarify_keys(), section.name);
    text += help_rows(rows, kColumn);
  }
  return text;
}

constexpr std::array kTopics = {
    Topic{"query", "conditions, licenses, order: which models are meant", query_text},
    Topic{"formats", "what --format takes, and what to rely on", formats_text},
    Topic{"exit-codes", "what a command returns", exit_codes_text},
    Topic{"environment", "variables that change what the program does", environment_text},
    Topic{"settings", "files of settings, and saved queries", settings_text},
    Topic{"policy", "the file that 'oms check' judges by", policy_text},
};

const ExitCode kDone{"0", "done"};
const ExitCode kWrongUse{"2", "wrong use: flag, condition, unknown task, field or license"};
const ExitCode kInterrupted{"130", "interrupted"};

}  // namespace

std::span<const Topic> topics() { return kTopics; }

std::vector<ExitCode> exit_codes() {
  return {
      {"0", "done; no match is done too, unless --fail-empty"},
      {"1", "the answer is no: unknown model, check failed, nothing found under --fail-empty"},
      kWrongUse,
      {"3",
       "no usable data: cache damaged or too old (--max-age), a file not written, a checked model "
       "that is not in the catalog"},
      {"4", "network: no connection, offline switch, wrong token"},
      kInterrupted,
  };
}

std::vector<ExitCode> exit_codes(const Command& command) {
  std::vector<ExitCode> codes = {kDone, kWrongUse};
  codes.push_back({"3", command.reads == Reads::catalog
                            ? "no usable data: cache damaged or older than --max-age; FILE of -o "
                              "not written"
                            : "the FILE of -o was not written"});
  for (const std::string_view line : split_words(command.exits, '\n')) {
    const std::size_t blank = line.find(' ');
    const ExitCode own{std::string(line.substr(0, blank)), std::string(line.substr(blank + 1))};
    const auto same = std::find_if(codes.begin(), codes.end(),
                                   [&](const ExitCode& code) { return code.code == own.code; });
    if (same == codes.end()) {
      codes.push_back(own);
    } else {
      *same = own;
    }
  }
  std::sort(codes.begin(), codes.end(), [](const ExitCode& a, const ExitCode& b) {
    return a.code.size() != b.code.size() ? a.code.size() < b.code.size() : a.code < b.code;
  });
  return codes;
}

}  // namespace oms
