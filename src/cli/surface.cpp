#include "cli/surface.h"

#include <algorithm>
#include <charconv>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kWidest = 100'000;

std::optional<std::size_t> parse_columns(std::string_view text) {
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (error != std::errc{} || end != text.data() + text.size() || columns > kWidest) return {};
  return columns;
}

bool is_set(const World& world, std::string_view name) {
  const auto value = world.variable(name);
  return value && !value->empty();
}

// no-color.org, CLICOLOR_FORCE and FORCE_COLOR; a flag beats them all.
Result<bool> use_color(const CommonOptions& common, const World& world, bool terminal) {
  if (common.no_color || common.color == "never") return false;
  if (common.color == "always") return true;
  if (common.color != "auto") {
    return Error{Errc::usage,
                 "--color takes auto, always or never, not '" + printable(common.color) + "'", ""};
  }
  if (is_set(world, "NO_COLOR")) return false;
  for (const std::string_view name : {"CLICOLOR_FORCE", "FORCE_COLOR"}) {
    if (is_set(world, name) && *world.variable(name) != "0") return true;
  }
  return terminal && world.variable("TERM").value_or("") != "dumb";
}

// The first of these that is not empty decides, as the C library does it.
bool use_unicode(const World& world) {
  for (const std::string_view name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto value = world.variable(name);
    if (!value || value->empty()) continue;
    const std::string locale = fold(*value);
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

Result<std::size_t> table_width(const CommonOptions& common, const World& world, bool to_file) {
  if (!common.width.empty()) {
    const auto columns = parse_columns(common.width);
    if (columns) return *columns;
    return Error{Errc::usage,
                 "--width takes a number of columns, not '" + printable(common.width) + "'", ""};
  }
  const std::optional<std::size_t> variable = parse_columns(world.variable("COLUMNS").value_or(""));
  if (!world.out_terminal.is_terminal || to_file) return variable.value_or(0);
  if (world.out_terminal.width > 0) return world.out_terminal.width;
  return variable.value_or(kUsualWidth);
}

Result<const Format*> chosen_format(const CommonOptions& common, bool own_formats) {
  const int asked = (common.format.empty() ? 0 : 1) + (common.json ? 1 : 0);
  if (asked > 1) return Error{Errc::usage, "--json and --format are two formats at once", ""};
  if (common.quiet && asked == 1) {
    return Error{Errc::usage,
                 "-q prints ids: with --json or --format these are two formats at once",
                 "'2>/dev/null' keeps the notes away"};
  }
  if (common.json) return find_format("json");
  if (common.format.empty() || own_formats) return static_cast<const Format*>(nullptr);
  return parse_format(common.format);
}

}  // namespace

Result<Surface> resolve_surface(const CommonOptions& common, const World& world, bool to_file,
                                bool own_formats) {
  Surface surface;
  const auto format = chosen_format(common, own_formats);
  if (!format) return format.error();
  surface.format = *format;
  const auto width = table_width(common, world, to_file);
  if (!width) return width.error();
  surface.style.width = *width;
  const auto color = use_color(common, world, world.out_terminal.is_terminal && !to_file);
  if (!color) return color.error();
  surface.style.color = *color;
  surface.style.unicode = use_unicode(world);
  surface.style.header = !common.no_header;
  return surface;
}

}  // namespace oms
