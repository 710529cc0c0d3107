// What a configuration file may set: the only place where a setting is declared. Reading files,
// 'oms config', its help, completion and docs/configuration.md loop over the rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "oms/base/result.h"

namespace oms {

struct RecordColumn;

enum class SettingKind : std::uint8_t { text, flag, amount, list };

// A project file comes with a clone, perhaps from a stranger: it sets only what can neither lead
// requests elsewhere, start programs, write files nor weaken a check.
enum class MaySet : std::uint8_t { user, project };

// Whoever reads a pipe must not depend on a file: what only looks otherwise holds on a terminal.
enum class Holds : std::uint8_t { always, on_terminal };

struct Setting {
  std::string_view name = {};  // "color", "workload.in": a key, perhaps in a section
  SettingKind kind = SettingKind::text;
  std::string_view takes = {};   // "auto or never"
  std::string_view sample = {};  // "\"never\""
  // The option whose value it is where the option is not given, in `command` alone or wherever the
  // option is; "" when it stands for the first of `variables`.
  std::string_view option = {};
  std::string_view command = {};
  std::span<const std::string_view> unless = {};     // other options that take its place
  std::span<const std::string_view> variables = {};  // the first one that decides beats files
  MaySet may_set = MaySet::user;
  Holds holds = Holds::always;
  std::string_view usual = {};                                // without any of these
  Result<Done> (*check)(const std::string& value) = nullptr;  // null: any value
  // What a variable's text comes to; nothing: it does not decide. Null: the text itself.
  std::optional<std::string> (*of_variable)(std::string_view variable,
                                            const std::string& text) = nullptr;
  std::string_view help = {};  // one line, no final period

  std::string_view section() const;  // "" above the first one
  std::string_view key() const;
};

std::span<const Setting> settings();
const Setting* find_setting(std::string_view name);  // null when there is none

// Parts of a workload are no settings by themselves: a file that states one states all of it.
bool is_whole_section(std::string_view section);

std::span<const RecordColumn> config_columns();  // of 'oms config'
std::string configuration_markdown();            // docs/configuration.md

}  // namespace oms
