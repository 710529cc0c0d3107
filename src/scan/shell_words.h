// Shell text as commands and words.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scan/command_words.h"
#include "scan/piece.h"

namespace oms {

struct HereDocument {
  std::vector<Word> command = {};
  Piece body = {};
};

// What the reader of a script is told, in order; commands inside of $( ) first.
struct ShellListener {
  std::function<void(std::span<const Word>)> command = {};
  std::function<void(const HereDocument&)> document = {};
};
void read_shell(const Piece& text, const ShellListener& listener);

// All words of a text that is one command.
std::vector<Word> shell_words(const Piece& text);

}  // namespace oms
