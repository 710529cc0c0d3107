// References to models in the text of one file. Pure: nothing is read, no catalog is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "oms/scan/candidate.h"

namespace oms {

enum class FileKind : std::uint8_t {
  python,
  javascript,  // and TypeScript
  notebook,
  yaml,
  toml,
  json,
  dockerfile,
  shell,
  makefile,
  environment,   // NAME=value lines
  requirements,  // only addresses count
  markdown,
};

// By name; "" when only the first line can tell.
std::optional<FileKind> kind_by_name(std::string_view name);
// "#!/usr/bin/env python3"
std::optional<FileKind> kind_by_first_line(std::string_view text);

// By place. Strong ones that may be folders or a service's names, and all weak ones, count only if
// the catalog knows them (`only_known`).
std::vector<Candidate> scan_text(std::string_view text, FileKind kind);

}  // namespace oms
