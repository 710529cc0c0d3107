// The ways to start a model today: each a command, and what it rests on. A command is only printed
// where the record says that it fits; what is missing is said in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/use_facts.h"

namespace oms {

struct UseWay {
  std::string_view way = {};            // word for programs, "vllm"; "" = about the model as such
  std::string_view title = {};          // for people
  std::string command = {};             // "" = there is none; `note` says why
  std::vector<std::string> needs = {};  // programs, variables, an access that must be asked for
  std::string why = {};                 // what in the record allows it
  std::string note = {};
};

// Those with a command first, in the order of the table; then what is missing. Never empty.
std::vector<UseWay> ways_to_use(const UseFacts& facts);

// One word of a shell, whatever is in it.
std::string shell_word(std::string_view text);

// Rows of the table that are Python; use_python.cpp.
std::optional<UseWay> use_transformers(const UseFacts& facts);
std::optional<UseWay> use_sentence_transformers(const UseFacts& facts);
std::optional<UseWay> use_diffusers(const UseFacts& facts);

// What the prompt of every example is.
inline constexpr std::string_view kTryPrompt = "Say hello in one sentence.";
// Formats of weights that vLLM and transformers find out from the repository's configuration.
bool is_read_from_configuration(std::string_view quantization);
// The weights of the Hub need these, beside the programs.
std::vector<std::string> needs_of(const UseFacts& facts, std::vector<std::string> programs);
// "library transformers, tag safetensors, task text-generation"
std::string grounds(const UseFacts& facts, std::string_view format_tag = {});

}  // namespace oms
