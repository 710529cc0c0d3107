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

// $OMS_PAGER, else $PAGER, else less; "" where there is nobody to turn pages.
std::string pager_command(const CommonOptions& common, const World& world, bool terminal) {
  if (!terminal || common.no_pager || world.out_terminal.height == 0) return "";
  std::string command = "less";
  for (const std::string_view name : {"PAGER", "OMS_PAGER"}) {
    if (const auto value = world.variable(name)) command = std::string(trim(*value));
  }
  return command == "cat" ? "" : command;
}

// Other pagers than less would show the bytes of a link.
Result<bool> use_hyperlinks(const CommonOptions& common, const World& world, bool terminal,
                            std::string_view pager) {
  if (common.hyperlinks == "never") return false;
  if (common.hyperlinks == "always") return true;
  if (common.hyperlinks != "auto") {
    return Error{
        Errc::usage,
        "--hyperlinks takes auto, always or never, not '" + printable(common.hyperlinks) + "'", ""};
  }
  const bool shown = pager.empty() || pager == "less" || pager.starts_with("less ");
  return terminal && shown && world.variable("TERM").value_or("") != "dumb";
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

Result<std::string_view> parse_own_format(std::string_view name,
                                          std::span<const std::string_view> formats) {
  const std::string wanted = fold(name);
  const auto found = std::find(formats.begin(), formats.end(), wanted);
  if (found != formats.end()) return *found;
  return Error{Errc::usage, "unknown format '" + printable(name) + "'" +
                                did_you_mean(wanted, formats) + " (" + join(formats, ", ") + ")"};
}

Result<Surface> resolve_surface(const CommonOptions& common, const World& world, bool to_file,
                                bool own_formats) {
  Surface surface;
  const auto format = chosen_format(common, own_formats);
  if (!format) return format.error();
  surface.format = *format;
  const auto width = table_width(common, world, to_file);
  if (!width) return width.error();
  surface.style.width = *width;
  const bool terminal = world.out_terminal.is_terminal && !to_file;
  const auto color = use_color(common, world, terminal);
  if (!color) return color.error();
  surface.style.color = *color;
  surface.pager = pager_command(common, world, terminal);
  const auto links = use_hyperlinks(common, world, terminal, surface.pager);
  if (!links) return links.error();
  surface.style.hyperlinks = *links;
  surface.style.unicode = use_unicode(world);
  surface.style.header = !common.no_header;
  return surface;
}

}  // namespace oms
