#include "oms/render/render.h"

#include <algorithm>
#include <vector>

#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {
namespace {

constexpr Format kFormats[] = {
    {"table", "aligned columns for people", write_table},
    {"json", "one array of objects, typed values", write_json},
    {"ndjson", "one JSON object a line", write_ndjson},
    {"csv", "comma-separated values (RFC 4180)", write_csv},
    {"tsv", "tab-separated values", write_tsv},
    {"md", "Markdown table", write_markdown},
    {"ids", "one model id a line", write_ids},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [&](const Format& format) { return format.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

Result<const Format*> parse_format(std::string_view name) {
  if (const Format* format = find_format(fold(name))) return format;
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  return Error{Errc::usage, "unknown format '" + printable(name) + "'" + did_you_mean(name, names) +
                                " (" + join(names, ", ") + ")"};
}

}  // namespace oms
