// What may follow on the command line; the scripts of 'oms completion' ask 'oms complete --
// WORDS…'.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "oms/cli/world.h"

namespace oms {

struct CompletionWord {
  std::string word = {};  // the whole word that takes the place of the one typed
  std::string help = {};
};

enum class Beside : std::uint8_t { nothing, files, folders };  // what the shell adds on its own

struct Completion {
  std::vector<CompletionWord> candidates = {};
  Beside beside = Beside::nothing;
};

// `words`: the command line behind the program's name; the last one, perhaps "", is being typed.
// Answers from the bundled catalog, or from the cache's index as it is: nothing is made or fetched.
Completion complete(std::span<const std::string> words, const World& world);

// A line a candidate, "WORD<tab>HELP"; ":files" or ":folders" for what the shell adds. A candidate
// that ends with '/', '=' or ',' is not the end of a word.
std::string completion_lines(const Completion& completion);

}  // namespace oms
