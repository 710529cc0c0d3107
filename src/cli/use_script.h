// One program in Python that sends the same prompts to several models and prints the answers, the
// tokens and what they cost side by side.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/use_facts.h"

namespace oms {

// How the program asks one model, and by which price it counts.
struct TriedModel {
  std::string id = {};
  std::string router_model = {};  // "ID:provider"; "" = no provider of the router is known
  Number input = {};              // USD per 1M tokens, of one offer
  Number output = {};
  std::string quote = {};  // whose price, and of which day: "novita, 2026-02-26"
};

// A model that cannot take part, and why.
struct UntriedModel {
  std::string id = {};
  std::string why = {};
};

struct TryScript {
  std::vector<TriedModel> asked = {};  // each model once
  std::vector<UntriedModel> left_out = {};
};

// Models that write text take part. The price is that of the router's provider who is asked, else
// the one that the catalog shows.
TryScript try_script(std::span<const UseFacts> models);

// `version`: of this program, for the head of the script.
std::string script_text(const TryScript& script, std::string_view version);

}  // namespace oms
