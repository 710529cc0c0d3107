#include "cli/scan_document.h"

#include "cli/documents.h"
#include "oms/scan/rules.h"

namespace oms {
namespace {

constexpr std::string_view kBefore =
    R"(# What `oms scan` finds

Generated from the table of rules (`src/scan/rules.cpp`). `oms scan PATH…` prints one line a reference,
`file:line:column:id`; line and column count from 1, the column in bytes, and stand at the id's first
byte. Other formats say more (`data/schema/scan.schema.json`).

A *strong* place says by itself that a model of the Hub is meant: it counts whatever the catalog knows.
A *weak* place is any other text of the form owner/name: it counts only when the catalog knows the id,
also a former one. `--strong` leaves weak ones out. A name without an owner, such as `gpt2`, never
counts in a weak place; in a strong one it counts when the catalog knows it, or as it is where the
table says so.

## Places

| position | in | words | example | bare name |
| --- | --- | --- | --- | --- |
)";

constexpr std::string_view kAfter =
    R"(
`*` stands for any text. Keys and flags are compared without regard to `-`, `_` and camelCase. A
constant, parameter, argument of a function, loop variable, shell variable or default that is used in a strong place of the
same file is strong where its text is written.

With a reference go the revision that stands beside it (`revision=`, `--revision`, `@rev`,
`/resolve/rev/`) and the quantized file that it names (`:Q4_K_M`).

## What is not reported

- Comments and docstrings: what is not run is not used. In Markdown prose, only addresses of the Hub
  and `code`; HTML comments are skipped. Of a notebook the cells, not what they printed.
- Data sets and spaces: `load_dataset`, `repo_type="dataset"`, `--repo-type dataset`, `/datasets/`,
  keys such as `dataset` and `datasets`.
- Paths: `./x`, `/x`, `~/x`, two slashes, endings such as `.json` and `.gguf`; names below folders such
  as `models/` and `out/` unless the catalog knows them.
- GitHub repositories, `uses:`, images, npm scopes, media types, imports. What API services call their
  models (`openai/gpt-4o`, `ollama/…`) and what stands for any id (`your-org/your-model`), unless the
  catalog knows it.
- Ids that are put together at run time (`f"{org}/{name}"`) in strong places are counted as *dynamic*:
  the last line tells how many, `--json` and `--format ndjson` list them with `id` null.

## Which files

Python, JavaScript and TypeScript, notebooks, YAML, TOML, JSON, Dockerfiles (also Containerfile and
Modelfile), shell, Makefiles, `.env`, Markdown, and the addresses in `requirements*.txt`; scripts
without an ending by their first line. Other kinds are skipped.

`.gitignore` files and `.git/info/exclude` are respected, but for files that git tracks all the same,
as `.git/index` says (`--no-ignore` reads all), folders named `.git` are never entered, `--exclude GLOB`
takes a pattern of the same form. Symbolic links below a PATH are not followed. Binary files, also
UTF-16, and files of more than 8 MiB are left out. What is left out is counted on stderr, of an ignored
folder only itself; a file below a PATH that cannot be read is a warning, a PATH itself exit code 3.
Control characters in file names are printed as U+FFFD; JSON has the exact names.
)";

std::string_view place_word(RulePlace place) {
  constexpr std::string_view kWords[] = {"call", "key", "flag", "command", "address", "any text"};
  return kWords[static_cast<std::size_t>(place)];
}

std::string code(std::string_view text) {
  return text.empty() ? "" : "`" + escaped_cell(text) + "`";
}

}  // namespace

std::string scan_markdown() {
  std::string text(kBefore);
  for (const Rule& rule : scan_rules()) {
    text += "| " + code(rule.name) + " | " + std::string(place_word(rule.place)) + " | " +
            code(rule.words) + " | " + code(rule.help) + " | " +
            (rule.place == RulePlace::weak ? "never"
             : rule.bare == Bare::as_is    ? "as it is"
                                           : "if known") +
            " |\n";
  }
  return text + std::string(kAfter);
}

}  // namespace oms
