// `show --use`: commands for one model, a program that tries several, or the same as records.
#pragma once

#include <cstdint>
#include <span>

#include "cli/command.h"
#include "cli/show_facts.h"

namespace oms {

enum class UseOf : std::uint8_t { one_model, several_models };

// Errc::no: several models, and none of them can be asked in a chat.
Result<Done> print_use(std::span<const Shown> models, UseOf count, Context& context);

}  // namespace oms
