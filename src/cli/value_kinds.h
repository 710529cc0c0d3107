// What the values of options stand for, by the word that help has for them ("TASK"), and which
// values there are.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/option_rows.h"

namespace oms {

// A value that is being typed.
struct Wanted {
  std::string_view text = {};  // so far
  const Command* command = nullptr;
  const OptionRow* option = nullptr;
  std::function<const Catalog&()> catalog = {};  // opened when it is first asked for
  std::vector<CompletionWord>& found;
  const World& world;

  // Adds the word if it goes on from the text, letter case aside.
  void offer(std::string_view word, std::string_view help = {}) const;
};

struct ValueKind {
  std::string_view name = {};              // as in help
  bool list = false;                       // several with commas, each perhaps behind "!"
  bool signs = false;                      // each perhaps behind + or -
  void (*offer)(const Wanted&) = nullptr;  // null: anything may be typed
  Beside beside = Beside::nothing;
};

std::span<const ValueKind> value_kinds();
const ValueKind* find_value_kind(std::string_view name);  // null when there is none

}  // namespace oms
