// Finds the models that files refer to and looks them up: the work of `scan`, also for `check`.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "oms/catalog/catalog.h"
#include "oms/scan/candidate.h"

namespace oms {

struct ScanOptions {
  bool strong_only = false;
  bool ignore_files = true;               // respect .gitignore and .git/info/exclude
  std::vector<std::string> exclude = {};  // patterns as in .gitignore
};

struct Reference {
  std::string file = {};   // the PATH as given, then what is below it; not made printable
  std::size_t line = 0;    // from 1
  std::size_t column = 0;  // from 1, in bytes: of the id's first one
  std::string id = {};     // as the catalog spells it, else as written without revision and ":Q4"
  std::string written = {};
  Row row = kNoRow;  // kNoRow: the catalog does not know it
  Strength strength = Strength::strong;
  std::string_view position = {};  // rule: "from_pretrained", "hub-url", "weak", ...
  std::string revision = {};       // "" when none stands next to it
  std::string quantization = {};   // "" when none is named

  bool known() const { return row != kNoRow; }
};

struct ScanReport {
  std::vector<Reference> references = {};  // strong and weak, by file, line, column
  std::vector<Reference> dynamic = {};     // put together at run time: `id` is empty
  std::size_t files = 0;                   // that were read
  std::vector<std::string> warnings = {};  // one line each, printable: what could not be read
  std::vector<std::string> notes = {};     // likewise: what was left out on purpose
  // Likewise: files of a kind that is scanned that were left out, but for ignored ones.
  std::vector<std::string> left_out = {};

  std::size_t models() const;   // distinct ids, letter case aside
  std::size_t unknown() const;  // distinct ids that the catalog does not know
};

// Rows are those of `catalog`. Errc::data: one of `paths` cannot be read; everything below them
// that cannot be read is a warning.
Result<ScanReport> scan_paths(const Context& context, const Catalog& catalog,
                              std::span<const std::string> paths, const ScanOptions& options);

}  // namespace oms
