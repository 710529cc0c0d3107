// The places where a text names a model of the Hub: one row a kind of place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace oms {

enum class RulePlace : std::uint8_t {
  call,     // an argument of a function
  key,      // the value of a key, a keyword argument or a constant of that name
  flag,     // the word behind a flag, or behind its '='
  command,  // the first plain word behind the command
  url,      // inside any text
  weak,     // any other text
};

// What a name without an owner, such as gpt2, is worth in that place.
enum class Bare : std::uint8_t {
  as_is,     // it can only be a model
  if_known,  // it counts when the catalog knows it
};

struct Rule {
  std::string_view name = {};  // the position that `scan` prints
  RulePlace place = RulePlace::call;
  // call: functions; key: names in lower_snake; flag: flags; command: "program subcommand" with
  // ',' between them. A '*' at one end stands for any text; "A.f" is f of something named A.
  std::string_view words = {};
  std::string_view arguments = {};  // call: positions from 0 and keywords, blank-separated
  Bare bare = Bare::if_known;
  std::string_view help = {};  // an example
};

std::span<const Rule> scan_rules();

}  // namespace oms
