// The scripts that make shells complete the program's words. All of them ask 'oms complete'.
#pragma once

#include <span>
#include <string_view>

namespace oms {

struct CompletionScript {
  std::string_view shell = {};
  std::string_view text = {};
};
std::span<const CompletionScript> completion_scripts();

}  // namespace oms
