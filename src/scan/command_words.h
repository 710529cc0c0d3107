// The words of one command, wherever it stands: in a script, a list of arguments, a container file.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scan/candidate_list.h"
#include "scan/piece.h"

namespace oms {

struct Word {
  PlacedText value = {};
  bool dynamic = false;       // a part of it is put together when the command runs
  std::string variable = {};  // of "$NAME" and "${NAME:-value}", where nothing else is in the word

  std::string_view text() const { return value.text; }
};

// Flags and commands that take a model, assignments in front of the command, addresses of the Hub,
// and what else may be an id.
void match_words(std::span<const Word> words, CandidateList& candidates);

// NAME=value, in front of a command or by itself.
void match_assignment(std::string_view name, const Word& value, CandidateList& candidates);

// Whether a text with blanks is a command of ours rather than prose.
bool looks_like_command(std::string_view text);

}  // namespace oms
