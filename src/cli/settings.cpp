#include "cli/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/fetch_request.h"
#include "cli/field_list.h"
#include "cli/hub_token.h"
#include "cli/pricing_flags.h"
#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/query/query.h"
#include "oms/render/render.h"

namespace oms {
namespace {

constexpr std::string_view kWorkload = "workload";

constexpr std::array<std::string_view, 4> kOtherForms = {"--format", "--json", "--quiet",
                                                         "--output"};
constexpr std::array<std::string_view, 6> kOtherColumns = {"--format", "--json",     "--quiet",
                                                           "--output", "--count-by", "--envelope"};
constexpr std::array<std::string_view, 1> kNoColor = {"--no-color"};
constexpr std::array<std::string_view, 1> kNoPager = {"--no-pager"};
constexpr std::array<std::string_view, 4> kOtherWorkload = {"--in", "--out", "--calls",
                                                            "--cache-hit"};

constexpr std::array<std::string_view, 3> kColorVariables = {"NO_COLOR", "CLICOLOR_FORCE",
                                                             "FORCE_COLOR"};
constexpr std::array<std::string_view, 2> kPagerVariables = {"OMS_PAGER", "PAGER"};
constexpr std::array<std::string_view, 2> kOfflineVariables = {"HF_HUB_OFFLINE",
                                                               "TRANSFORMERS_OFFLINE"};
constexpr std::array<std::string_view, 1> kEndpointVariables = {"HF_ENDPOINT"};

template <typename Parsed>
Result<Done> done_or_error(const Parsed& parsed) {
  if (!parsed) return parsed.error();
  return Done{};
}

Error takes(std::string_view what, const std::string& value) {
  return {Errc::usage, "takes " + std::string(what) + ", not '" + printable(value) + "'", ""};
}

Result<Done> check_pricing(const PricingOptions& options) {
  return done_or_error(read_pricing(options, Date{}));
}

// "always" would reach pipes and files, which is for a flag to ask for.
Result<Done> check_when(const std::string& value) {
  if (value == "auto" || value == "never") return Done{};
  return takes("auto or never", value);
}

std::optional<std::string> color_of(std::string_view variable, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (variable == "NO_COLOR") return "never";
  if (text == "0") return std::nullopt;
  return "always";
}

std::optional<std::string> flag_of(std::string_view, const std::string& text) {
  return is_true(text) ? "true" : "false";
}

Result<Done> check_url(const std::string& value) {
  if (value.starts_with("https://") || value.starts_with("http://")) return Done{};
  return takes("an address with http:// or https://", value);
}

constexpr std::array kSettings = {
    Setting{.name = "color",
            .takes = "auto or never",
            .sample = "\"never\"",
            .option = "--color",
            .unless = kNoColor,
            .variables = kColorVariables,
            .usual = "auto",
            .check = check_when,
            .of_variable = color_of,
            .help = "Colors on a terminal"},
    Setting{.name = "hyperlinks",
            .takes = "auto or never",
            .sample = "\"never\"",
            .option = "--hyperlinks",
            .usual = "auto",
            .check = check_when,
            .help = "Ids as links on a terminal"},
    Setting{.name = "pager",
            .takes = "a command",
            .sample = "\"less -S\"",
            .unless = kNoPager,
            .variables = kPagerVariables,
            .usual = "less",
            .help = "What shows output longer than the screen; \"\" or cat: nothing does"},
    Setting{
        .name = "max_age",
        .takes = "an age: 36h, 14d, 2w",
        .sample = "\"30d\"",
        .option = "--max-age",
        .check = [](const std::string& value) { return done_or_error(parse_duration_ms(value)); },
        .help = "Exit 3 when the data is older"},
    Setting{.name = "offline",
            .kind = SettingKind::flag,
            .takes = "true or false",
            .sample = "true",
            .variables = kOfflineVariables,
            .usual = "false",
            .of_variable = flag_of,
            .help = "No request at all: fetch ends with exit 4"},
    Setting{.name = "endpoint",
            .takes = "an address",
            .sample = "\"https://hub.example\"",
            .variables = kEndpointVariables,
            .usual = "https://huggingface.co",
            .check = check_url,
            .help = "The Hub that fetch asks"},
    Setting{.name = "fetch.only",
            .kind = SettingKind::list,
            .takes = "a list of sources",
            .sample = "[\"hub\", \"router\", \"arena\"]",
            .option = "--only",
            .command = "fetch",
            .check = check_sources,
            .help = "Sources that fetch asks, in place of its usual ones"},
    Setting{.name = "list.format",
            .takes = "a format of 'oms help formats'",
            .sample = "\"md\"",
            .option = "--format",
            .command = "list",
            .unless = kOtherForms,
            .may_set = MaySet::project,
            .holds = Holds::on_terminal,
            .usual = "table",
            .check = [](const std::string& value) { return done_or_error(parse_format(value)); },
            .help = "How list prints"},
    Setting{
        .name = "list.fields",
        .kind = SettingKind::list,
        .takes = "a list of fields",
        .sample = "[\"id\", \"license\", \"price_blended\"]",
        .option = "--fields",
        .command = "list",
        .unless = kOtherColumns,
        .may_set = MaySet::project,
        .holds = Holds::on_terminal,
        .check = [](const std::string& value) { return done_or_error(parse_field_list(value)); },
        .help = "The columns of list"},
    Setting{.name = "list.sort",
            .kind = SettingKind::list,
            .takes = "a list of fields, each perhaps behind + or -",
            .sample = "[\"price_blended\", \"-quality\"]",
            .option = "--sort",
            .command = "list",
            .unless = kOtherForms,
            .may_set = MaySet::project,
            .holds = Holds::on_terminal,
            .usual = "downloads",
            .check = [](const std::string& value) { return done_or_error(parse_sort(value)); },
            .help = "The order of list"},
    Setting{.name = "list.limit",
            .kind = SettingKind::amount,
            .takes = "a number of rows, 0 = all",
            .sample = "40",
            .option = "--limit",
            .command = "list",
            .unless = kOtherForms,
            .may_set = MaySet::project,
            .holds = Holds::on_terminal,
            .usual = "20",
            .check =
                [](const std::string& value) {
                  return done_or_error(parse_count("-n", "rows", value));
                },
            .help = "How many rows list prints"},
    Setting{.name = "price.ratio",
            .takes = "input to output as in 3:1",
            .sample = "\"10:1\"",
            .option = "--ratio",
            .may_set = MaySet::project,
            .usual = "3:1",
            .check = [](const std::string& value) { return check_pricing({.ratio = value}); },
            .help = "Input to output tokens of the blended price"},
    Setting{.name = "workload.in",
            .kind = SettingKind::amount,
            .takes = "tokens a call",
            .sample = "\"20k\"",
            .option = "--in",
            .unless = kOtherWorkload,
            .may_set = MaySet::project,
            .check = [](const std::string& value) { return check_pricing({.input = value}); },
            .help = "Input tokens a call: prices become the bill of this workload"},
    Setting{.name = "workload.out",
            .kind = SettingKind::amount,
            .takes = "tokens a call",
            .sample = "\"1k\"",
            .option = "--out",
            .unless = kOtherWorkload,
            .may_set = MaySet::project,
            .check = [](const std::string& value) { return check_pricing({.output = value}); },
            .help = "Output tokens a call"},
    Setting{
        .name = "workload.calls",
        .kind = SettingKind::amount,
        .takes = "a number of calls",
        .sample = "\"2M\"",
        .option = "--calls",
        .unless = kOtherWorkload,
        .may_set = MaySet::project,
        .check =
            [](const std::string& value) { return check_pricing({.input = "1", .calls = value}); },
        .help = "Calls in the period of the bill"},
    Setting{.name = "workload.cache_hit",
            .kind = SettingKind::amount,
            .takes = "a share of the input: 0.5, \"50%\"",
            .sample = "0.5",
            .option = "--cache-hit",
            .unless = kOtherWorkload,
            .may_set = MaySet::project,
            .check =
                [](const std::string& value) {
                  return check_pricing({.input = "1", .cache_hit = value});
                },
            .help = "Share of the input that is read from the host's cache"},
};

}  // namespace

std::string_view Setting::section() const {
  const std::size_t dot = name.find('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

std::string_view Setting::key() const {
  const std::size_t dot = name.find('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::span<const Setting> settings() { return kSettings; }

const Setting* find_setting(std::string_view name) {
  const auto found = std::find_if(kSettings.begin(), kSettings.end(),
                                  [&](const Setting& row) { return row.name == name; });
  return found == kSettings.end() ? nullptr : &*found;
}

bool is_whole_section(std::string_view section) { return section == kWorkload; }

namespace {

std::string code(std::string_view text) {
  return text.empty() ? std::string() : "`" + std::string(text) + "`";
}

// What it stands for: "`--color`, `NO_COLOR`".
std::string stands_for(const Setting& row) {
  std::vector<std::string> names;
  if (!row.option.empty()) {
    const std::string command = row.command.empty() ? "" : std::string(row.command) + " ";
    names.push_back(code(command + std::string(row.option)));
  }
  for (const std::string_view variable : row.variables) names.push_back(code(variable));
  return join(names, ", ");
}

constexpr std::string_view kIntroduction =
    R"(# Configuration

Generated from the table of settings (`src/cli/settings.cpp`). Of several who say something about a
value, the first one counts:

1. a flag;
2. a variable of the environment (`oms help environment`);
3. the project file, `.oms.toml` in the working folder or in the nearest folder above it;
4. the user's file, `${XDG_CONFIG_HOME:-~/.config}/oms/config.toml`;
5. the default.

`oms config` prints what holds, `oms config --show-origin` who said so. Both files are TOML of at
most 64 KiB. A key or section that there is not, a wrong type or a bad value is exit 2 with file,
line and column. `OMS_NO_CONFIG=1` reads neither file.

The search for `.oms.toml` begins in the working folder, without links, and goes up folder by
folder. It ends at the first `.oms.toml`, at the first folder that has a `.git` (which is looked
at, too), or at the root. A `.oms.toml` that is a link is an error: it could show what another file
holds.

## Settings

| setting | value | stands for | default | project | holds |
| --- | --- | --- | --- | --- | --- |
)";

constexpr std::string_view kRest =
    R"(
A name with a point is a key in a section: `workload.in` is `in` below `[workload]`.

**project**: whether `.oms.toml` may set it. That file comes with a clone and may be a stranger's:
it cannot lead requests elsewhere, start a program, write a file, or let an old catalog pass; such
a key in it is an error.

**holds**: what only looks otherwise holds *on a terminal*, and only where no `--format`, `--json`,
`-q` or `-o` is given. A pipe, a file and a script get what they got without files. `price.ratio`
and `[workload]` change figures, so they hold wherever their options are (`oms show` has none: its
blend is 3:1), and stderr says which file they are of; a project's even under `-q`.

`[workload]` is one thing: a file that states a part of it states all of it, and so does a command
line that has `--in`, `--out`, `--calls` or `--cache-hit`.

```toml
# ~/.config/oms/config.toml
color = "never"
max_age = "30d"

[fetch]
only = ["hub", "router", "openrouter", "openevals", "arena"]

[list]
fields = ["id", "license", "price_blended", "quality"]

[query]
cheap-chat = "--task chat --license osi --max-price 0.5 --sort price_blended"
```

## Saved queries

`[query]` has names and what they stand for: a line, in which quotes hold blanks together, or a list
of words. `oms list @osi-chat` reads the words as if they were typed there; `rank`, `pick`, `plot`
and `report` take `@NAME`, too. Beside it

- a flag that is typed replaces the same flag of the query, with all its values;
- `--format`, `--json` or `-q` replaces the query's format;
- conditions of both hold.

```
printf '[query]\nosi-chat = "--task chat --license osi"\n' > .oms.toml && oms config query.osi-chat
oms list @osi-chat
oms list @osi-chat --license commercial params=7B..13B
oms pick @osi-chat --in 20k --out 1k
```

One query a command; a query cannot name another one. A project's query has no option with a file
(`-o`, `--svg`, `--scores`, `-f`), no `--max-age`, and nothing that changes how a pipe looks (`--color`,
`--hyperlinks`, `--width`, `--no-header`). Stderr says that it is the project's and whose it hides.

## Your own facts

`${XDG_CONFIG_HOME:-~/.config}/oms/overrides.json` says what you know better than the catalog. Each
fact needs its source and the day since which it is known:

```json
{
  "facts": [
    {"model": "acme/chat-7b", "field": "license", "value": "apache-2.0",
     "source": "contract of 1 August", "as_of": "2026-08-01"},
    {"model": "acme/chat-7b", "field": "price_input", "value": 0.25,
     "source": "our own hosting", "as_of": "2026-08-01"}
  ],
  "names": {"arena": {"acme-chat": "acme/chat-7b"}}
}
```

| field | value |
| --- | --- |
| `license` | an id of `oms licenses`; class and rights follow from it, what bases pass on stays |
| `open_weights`, `open_data`, `open_evaluation`, `open_finetuning`, `open_metrics` | `open`, `partial` or `closed`; a base does not bound it |
| `params`, `active_params`, `context` | a whole number |
| `price_input`, `price_output` | USD per 1M tokens; together they are the only offer, of the host `user` |

`oms show` prints such a value with the evidence `user`, the strongest. `oms check` judges by it and
says so by the note `data.override` in every format; a lock keeps it. A model that the catalog does
not have is a warning, any other mistake exit 2. `names` says which model a source's name is
(`oms sources NAME --unmatched`).

The cache's index is made anew when the file changes. Without a cache the catalog is put together in
each call, which takes some tenths of a second; `oms fetch` once avoids that.
)";

}  // namespace

std::string configuration_markdown() {
  std::string text(kIntroduction);
  for (const Setting& row : kSettings) {
    text += "| " + code(row.name) + " | " + std::string(row.takes) + " | " + stands_for(row) +
            " | " + code(row.usual) + " | " + (row.may_set == MaySet::project ? "yes" : "") +
            " | " + (row.holds == Holds::on_terminal ? "on a terminal" : "everywhere") + " |\n";
  }
  text += '\n';
  for (const Setting& row : kSettings) {
    text += "- " + code(row.name) + ": " + std::string(row.help) + ".\n";
  }
  return text + std::string(kRest);
}

}  // namespace oms
