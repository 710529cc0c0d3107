#include "cli/configuration.h"

#include <algorithm>
#include <map>

#include "check/format_parts.h"
#include "check/toml_text.h"
#include "cli/command.h"
#include "cli/pricing_flags.h"
#include "cli/saved_query.h"
#include "cli/variables.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024;
constexpr std::string_view kQueries = "query";  // the section of saved queries

Error wrong(const Place& place, const std::string& what, std::string hint = {}) {
  return {Errc::usage, "configuration '" + place_text(place) + "': " + what, std::move(hint)};
}

std::vector<std::string_view> sections() {
  std::vector<std::string_view> names;
  for (const Setting& row : settings()) {
    const std::string_view name = row.section();
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  names.push_back(kQueries);
  return names;
}

bool is_section(std::string_view name) {
  const auto names = sections();
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A text, number or list as the option takes it; nothing where the kind is another one.
std::optional<std::string> option_text(SettingKind kind, const TomlValue& value) {
  if (const bool* flag = std::get_if<bool>(&value.content)) {
    if (kind != SettingKind::flag) return std::nullopt;
    return *flag ? "true" : "false";
  }
  if (kind == SettingKind::flag) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&value.content)) return *text;
  if (kind == SettingKind::amount) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.content)) {
      return std::to_string(*whole);
    }
    if (const auto* number = std::get_if<Decimal>(&value.content)) return to_text(*number);
  }
  const auto* list = std::get_if<TomlList>(&value.content);
  if (kind != SettingKind::list || list == nullptr) return std::nullopt;
  std::vector<std::string> words;
  for (const TomlValue& element : *list) {
    const auto* word = std::get_if<std::string>(&element.content);
    if (word == nullptr || trim(*word).empty()) return std::nullopt;
    words.push_back(*word);
  }
  if (words.empty()) return std::nullopt;
  return join(words, ",");
}

std::string_view kind_of(const TomlValue& value) {
  const bool whole = std::holds_alternative<TomlList>(value.content);
  return whole ? "an empty list or one of something else" : value.kind;
}

class FileReader {
 public:
  explicit FileReader(ConfigurationFile& file) : file_(file) {}

  std::optional<Error> read(const TomlSection& section) {
    if (!is_section(section.name) && !section.name.empty()) return unknown_section(section);
    if (section.repeated) {
      return wrong(section.place, "'" + section.name + "' is written [" + section.name + "]");
    }
    for (const TomlEntry& entry : section.entries) {
      const auto error =
          section.name == kQueries ? read_query(entry) : read_setting(section.name, entry);
      if (error) return error;
    }
    return is_whole_section(section.name) ? check_workload(section) : std::nullopt;
  }

 private:
  std::optional<Error> unknown_section(const TomlSection& section) {
    const auto names = sections();
    return wrong(
        section.place,
        "unknown section [" + printable(section.name) + "]" + did_you_mean(section.name, names),
        "sections are " + join(names, ", "));
  }

  Error unknown_key(std::string_view section, const TomlEntry& entry) {
    if (section.empty() && is_section(entry.key)) {
      return wrong(entry.place, "'" + entry.key + "' is a section, written [" + entry.key + "]");
    }
    std::vector<std::string_view> near;
    std::string hint = "'oms config' lists all settings";
    for (const Setting& row : settings()) {
      if (row.section() == section) near.push_back(row.key());
      if (row.section() != section && row.key() == entry.key) {
        hint = row.section().empty() ? "it stands above the first section"
                                     : "it belongs to [" + std::string(row.section()) + "]";
      }
    }
    const std::string where = section.empty() ? "" : " in [" + std::string(section) + "]";
    return wrong(
        entry.place,
        "unknown key '" + printable(entry.key) + "'" + where + did_you_mean(entry.key, near), hint);
  }

  std::optional<Error> read_setting(std::string_view section, const TomlEntry& entry) {
    const std::string name = section.empty() ? entry.key : std::string(section) + "." + entry.key;
    const Setting* row = find_setting(name);
    if (row == nullptr || (section.empty() && entry.key.find('.') != std::string::npos)) {
      return unknown_key(section, entry);
    }
    if (file_.owner == MaySet::project && row->may_set != MaySet::project) {
      return wrong(entry.place, "a project may not set '" + name + "'",
                   "it belongs to your own " + std::string(kUserFile));
    }
    const auto value = option_text(row->kind, entry.value);
    if (!value) {
      return wrong(entry.value.place, "'" + name + "' takes " + std::string(row->takes) + ", not " +
                                          std::string(kind_of(entry.value)));
    }
    // Only a pager may be none.
    if (trim(*value).empty() && row->check != nullptr) {
      return wrong(entry.value.place, "'" + name + "' is empty");
    }
    const auto checked = row->check == nullptr ? Result<Done>(Done{}) : row->check(*value);
    if (!checked) {
      const bool sentence = checked.error().what.starts_with("takes ");
      return wrong(entry.value.place, "'" + name + (sentence ? "' " : "': ") + checked.error().what,
                   checked.error().hint);
    }
    file_.settings.push_back({row, *value, entry.value.place, file_.owner});
    return std::nullopt;
  }

  std::optional<Error> read_query(const TomlEntry& entry) {
    if (!is_query_name(entry.key)) {
      return wrong(entry.place, "'" + printable(entry.key) + "' is no name of a query",
                   "letters, digits, - and _");
    }
    SavedQuery query{entry.key, {}, entry.value.place, file_.owner};
    if (const auto* text = std::get_if<std::string>(&entry.value.content)) {
      auto words = split_quoted(*text);
      if (!words) return wrong(query.place, "query '" + entry.key + "': " + words.error().what);
      query.words = *std::move(words);
    } else if (const auto* list = std::get_if<TomlList>(&entry.value.content)) {
      for (const TomlValue& element : *list) {
        const auto* word = std::get_if<std::string>(&element.content);
        if (word == nullptr) return no_query(entry, element);
        query.words.push_back(*word);
      }
    } else {
      return no_query(entry, entry.value);
    }
    if (query.words.empty()) return wrong(query.place, "query '" + entry.key + "' is empty");
    file_.queries.push_back(std::move(query));
    return std::nullopt;
  }

  static Error no_query(const TomlEntry& entry, const TomlValue& value) {
    return wrong(value.place, "query '" + entry.key + "' takes a text or a list of texts, not " +
                                  std::string(value.kind));
  }

  // Each part is fine by itself; together they need tokens.
  std::optional<Error> check_workload(const TomlSection& section) {
    PricingOptions options;
    const std::map<std::string_view, std::string*> parts = {
        {"workload.in", &options.input},
        {"workload.out", &options.output},
        {"workload.calls", &options.calls},
        {"workload.cache_hit", &options.cache_hit}};
    for (const StatedSetting& stated : file_.settings) {
      const auto part = parts.find(stated.row->name);
      if (part != parts.end()) *part->second = stated.value;
    }
    const auto pricing = read_pricing(options, Date{});
    if (pricing) return std::nullopt;
    const std::string hint =
        options.workload() ? pricing.error().hint : "it takes 'in' or 'out', tokens a call";
    return wrong(section.place, "[" + section.name + "]: " + pricing.error().what, hint);
  }

  ConfigurationFile& file_;
};

// The project file of the working folder, or of the nearest folder above it: up to one with a
// .git, or to the root. "" when there is none.
std::string project_path(FileTree& files) {
  const auto here = files.real_path(".");
  if (!here || !here->starts_with('/')) return {};
  std::string folder = *here;
  for (;;) {
    if (folder == "/") folder.clear();
    const std::string path = folder + "/" + std::string(kProjectFile);
    if (files.kind(path)) return path;
    if (folder.empty() || files.kind(folder + "/.git")) return {};
    folder.resize(folder.rfind('/'));
    if (folder.empty()) folder = "/";
  }
}

Result<ConfigurationFile> read_file(const std::string& path, MaySet owner, FileTree& files) {
  const Place whole{path, 0, 0};
  // A clone must not show what another file of the reader holds.
  if (owner == MaySet::project) {
    const auto real = files.real_path(path);
    if (!real || *real != path) return wrong(whole, "a link is not followed");
  }
  const auto text = files.read(path, kMostBytes);
  if (!text) return wrong(whole, text.error().what);
  if (text->too_large) return wrong(whole, "it is larger than 64 KiB");
  return parse_configuration(text->bytes, path, owner);
}

}  // namespace

std::string configuration_directory(const World& world) {
  std::string directory = absolute_path_variable(world, "XDG_CONFIG_HOME");
  if (directory.empty()) {
    const std::string home = absolute_path_variable(world, "HOME");
    if (home.empty()) return {};
    directory = home + "/.config";
  }
  return directory + "/oms";
}

Result<ConfigurationFile> parse_configuration(std::string_view text, const std::string& path,
                                              MaySet owner) {
  ConfigurationFile file{path, owner, {}, {}};
  const TomlText toml = parse_toml(text, path);
  if (!toml.problems.empty()) {
    return wrong(toml.problems.front().place, toml.problems.front().what,
                 toml.problems.front().hint);
  }
  FileReader reader(file);
  for (const TomlSection& section : toml.sections) {
    if (auto error = reader.read(section)) return *std::move(error);
  }
  return file;
}

Configuration read_configuration(const World& world) {
  Configuration configuration;
  if (world.files == nullptr || !variable(world, kNoConfig).empty()) return configuration;
  const auto add = [&](const std::string& path, MaySet owner) {
    auto file = read_file(path, owner, *world.files);
    if (file) {
      configuration.files.push_back(*std::move(file));
    } else {
      configuration.files.push_back({path, owner, {}, {}});
      if (!configuration.error) configuration.error = file.error();
    }
  };
  const std::string project = project_path(*world.files);
  if (!project.empty()) add(project, MaySet::project);
  const std::string directory = configuration_directory(world);
  const std::string user = directory + "/" + std::string(kUserFile);
  if (!directory.empty() && world.files->kind(user)) add(user, MaySet::user);
  return configuration;
}

const StatedSetting* Configuration::find(const Setting& row) const {
  for (const ConfigurationFile& file : files) {
    bool section_stated = false;
    for (const StatedSetting& stated : file.settings) {
      if (stated.row == &row) return &stated;
      section_stated = section_stated || stated.row->section() == row.section();
    }
    if (section_stated && is_whole_section(row.section())) return nullptr;
  }
  return nullptr;
}

const SavedQuery* Configuration::find_query(std::string_view name) const {
  for (const ConfigurationFile& file : files) {
    for (const SavedQuery& query : file.queries) {
      if (query.name == name) return &query;
    }
  }
  return nullptr;
}

std::vector<const SavedQuery*> Configuration::queries() const {
  std::map<std::string_view, const SavedQuery*> by_name;
  for (const ConfigurationFile& file : files) {
    for (const SavedQuery& query : file.queries) by_name.emplace(query.name, &query);
  }
  std::vector<const SavedQuery*> all;
  for (const auto& [name, query] : by_name) all.push_back(query);
  return all;
}

Decision decide(const Setting& row, const Configuration& configuration, const World& world) {
  for (const std::string_view name : row.variables) {
    const auto text = world.variable(name);
    if (!text) continue;
    const auto value =
        row.of_variable == nullptr ? std::optional(*text) : row.of_variable(name, *text);
    if (value) return {*value, ValueOrigin::variable, std::string(name)};
  }
  if (const StatedSetting* stated = configuration.find(row)) {
    const bool project = stated->owner == MaySet::project;
    return {stated->value, project ? ValueOrigin::project_file : ValueOrigin::user_file,
            line_of_file(stated->place)};
  }
  return {std::string(row.usual), ValueOrigin::usual, ""};
}

std::string line_of_file(const Place& place) {
  return place.file + (place.line > 0 ? ":" + std::to_string(place.line) : "");
}

}  // namespace oms
