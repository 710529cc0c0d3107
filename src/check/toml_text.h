// A TOML file as sections of keys with their places, so that only one file reads toml++.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "oms/base/date.h"
#include "oms/base/decimal.h"
#include "oms/check/policy.h"

namespace oms {

struct TomlValue;
using TomlList = std::vector<TomlValue>;

struct TomlValue {
  // monostate: a table, a time or a number that no key takes.
  std::variant<std::monostate, bool, std::int64_t, Decimal, std::string, Date, TomlList> content =
      {};
  std::string_view kind = {};  // for messages: "a text", "a list", …
  Place place = {};
};

struct TomlEntry {
  std::string key = {};
  Place place = {};
  TomlValue value = {};
};

struct TomlSection {
  std::string name = {};  // "" the keys above the first section
  bool repeated = false;  // [[name]]
  Place place = {};
  std::vector<TomlEntry> entries = {};  // in the order of the file
};

struct TomlText {
  std::vector<TomlSection> sections = {};    // in the order of the file
  std::vector<PolicyProblem> problems = {};  // one, where it is no TOML
};

TomlText parse_toml(std::string_view text, const std::string& path);

}  // namespace oms
