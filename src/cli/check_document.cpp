#include "cli/check_document.h"

#include <fmt/format.h>

#include "oms/check/formats.h"
#include "oms/check/report.h"

namespace oms {
namespace {

constexpr std::string_view kBefore =
    R"(# The license and openness gate

Generated from the table of rules (`src/check/rules.cpp`). `oms check` judges models by a
[policy](policy.md), from the catalog or from a lock, never from the network unless `--refresh` says so.

```
oms check --init                                  # writes oms-policy.toml
oms check -f models.txt                           # one id a line, # comments, owner/name@sha
oms check --scan src --format github              # what the code refers to, at its places
oms check -f models.txt --lock oms.lock           # writes the facts; later, changes of license fail
oms check --locked                                # the same verdict with no cache, network or home
oms check -f models.txt --write-baseline old.json # what fails now
oms check -f models.txt --baseline old.json       # only what is new fails
oms check --explain owner/name                    # every step to a verdict
```

Names are exact, letter case and known aliases aside. The class that is judged is the *effective* one:
that of the declared license, bounded by what the licenses of all base models pass on, however far
away. A license that is unknown passes only where the policy says so; a model that is not in the
catalog never does.

| exit code | meaning |
| --- | --- |
| 0 | every model passes, or what fails is excused |
| 1 | something fails |
| 2 | wrong use, a wrong policy or an empty list; it beats 3 |
| 3 | no usable data: not in the catalog, too old, not in the lock, a lock that was changed; it beats 1 |
| 4 | `--refresh` could not fetch |

A *waiver* of the policy excuses named rules of one model until a day; a *baseline* excuses what was
there when it was written, as long as the license class stays the same; in an *audit* nothing fails
but missing data. Excused findings stay in every report. `-q` prints the models that fail, one a line.

## What a scan does not see

`--strict` makes warnings fail. With `--strict` alone, a scan exits with 3 and names the first causes
when it could not read every reference: names that are put together at run time, files and folders
that cannot be read, and files of a kind that is scanned that are left out because they are too large,
binary (UTF-16, too) or symbolic links, also links to folders. Without `--strict` these are told on
stderr and change no exit code.

What `.gitignore` leaves out is counted on stderr and fails nothing, with `--strict` neither: folders of
builds are left out so. What git tracks is read although it is ignored, so that no line in `.gitignore`
hides a file of a pull request. Where `.git` is not there, as in an image or an archive, nobody can
tell: in CI, say `--no-ignore`, and leave out what is known with `--exclude GLOB`.

## The lock

`--lock FILE` writes what the verdict rested on: the records of the models and of all their ancestors,
the rows of the license table in use, the hash of the policy, the date. A lock that is there is held
against the catalog: a license, a class or an effective class that differs is `lock.changed`, a model
that it lacks `lock.missing`; it stays as it is until `--update-lock`. It holds a checksum of itself,
so a change by hand or a careless merge is noticed; that is no protection against forgery. The policy
and what it extends still stand beside it. `--locked` alone judges the models of the lock: name the
models too (`-f`, `--scan`), so that a new one is `lock.missing`. Under `--locked` the limit of
`--max-age` is held against the day of the lock.

The lines of `oms scan` and its ids carry no revision; `--scan` checks the one that stands in the code.

## Formats

)";

constexpr std::string_view kRules = R"(
## Rules

Waivers, baselines and machine formats name rules by these ids.

| rule | what it finds | what to know |
| --- | --- | --- |
)";

}  // namespace

std::string check_markdown() {
  std::string text(kBefore);
  text += "| `--format` | what it is |\n| --- | --- |\n";
  for (const CheckFormat& format : check_formats()) {
    text += fmt::format("| `{}` | {} |\n", format.name, format.help);
  }
  text += kRules;
  for (const CheckRule& rule : check_rules()) {
    text += fmt::format("| `{}` | {} | {} |\n", rule.id, rule.title, rule.help);
  }
  return text;
}

}  // namespace oms
