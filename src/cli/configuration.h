// The files that say what holds where neither a flag nor a variable says it: config.toml of the
// user, .oms.toml of a project.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/settings.h"
#include "oms/check/report.h"
#include "oms/cli/world.h"

namespace oms {

inline constexpr std::string_view kUserFile = "config.toml";    // in the configuration folder
inline constexpr std::string_view kProjectFile = ".oms.toml";   // in the working folder or above
inline constexpr std::string_view kNoConfig = "OMS_NO_CONFIG";  // not empty: no file is read

// $XDG_CONFIG_HOME/oms or ~/.config/oms; "" when no variable says where.
std::string configuration_directory(const World& world);

struct StatedSetting {
  const Setting* row = nullptr;
  std::string value = {};  // as its option would take it
  Place place = {};        // of the value
  MaySet owner = MaySet::user;
};

// Words that stand for '@name'.
struct SavedQuery {
  std::string name = {};
  std::vector<std::string> words = {};
  Place place = {};
  MaySet owner = MaySet::user;
};

struct ConfigurationFile {
  std::string path = {};
  MaySet owner = MaySet::user;
  std::vector<StatedSetting> settings = {};
  std::vector<SavedQuery> queries = {};
};

// Who decided about a value, the weakest first.
enum class ValueOrigin : std::uint8_t { usual, user_file, project_file, variable, flag };

struct Decision {
  std::string value = {};
  ValueOrigin origin = ValueOrigin::usual;
  std::string where = {};  // the variable, FILE:LINE; "" for the usual value
};

struct Configuration {
  std::vector<ConfigurationFile> files = {};  // those that there are, the stronger first
  std::optional<Error> error = {};            // of the first that cannot be used

  // The files' word alone; null where they say nothing.
  const StatedSetting* find(const Setting& row) const;
  const SavedQuery* find_query(std::string_view name) const;
  // Of all names once, in the order of names.
  std::vector<const SavedQuery*> queries() const;
};

// What is there, and what is wrong with it. A file that is not there costs one look.
Configuration read_configuration(const World& world);

// What one file says; for tests, and for the above.
Result<ConfigurationFile> parse_configuration(std::string_view text, const std::string& path,
                                              MaySet owner);

// The value that holds where no flag is given.
Decision decide(const Setting& row, const Configuration& configuration, const World& world);

std::string line_of_file(const Place& place);  // "FILE:LINE"

}  // namespace oms
