// Which models a check is about: named, listed in files, or found by a scan.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/scan_paths.h"
#include "oms/catalog/catalog.h"
#include "oms/check/check.h"

namespace oms {

struct CheckSources {
  std::vector<std::string> ids = {};
  std::vector<std::string> files = {};  // - for stdin
  std::vector<std::string> scan = {};   // files and folders
  ScanOptions scan_options = {};
};

struct CheckList {
  std::vector<CheckedId> models = {};
  // What a scan was to read and could not, one phrase each, printable.
  std::vector<std::string> missed = {};
};

// One id a line with # comments, or file:line:column:id as `oms scan` prints it; `path` is where
// the text stands.
std::vector<CheckedId> parse_list(std::string_view text, const std::string& path);

// The ids of lists for a command that has no use for an empty one. Errc::usage: a file cannot be
// read, or has no id in it.
Result<std::vector<std::string>> ids_in_lists(const std::vector<std::string>& files,
                                              const Context& context);

// `catalog`: for the scan. Errc::usage: a file cannot be read.
Result<CheckList> read_list(const CheckSources& sources, const Catalog& catalog,
                            const Context& context);

}  // namespace oms
