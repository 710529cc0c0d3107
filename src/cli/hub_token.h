// The token that `fetch` sends to the Hub, found where the Hub's own tools find it.
#pragma once

#include <string>

#include "oms/cli/world.h"

namespace oms {

// HF_TOKEN, else HUGGING_FACE_HUB_TOKEN, else the file HF_TOKEN_PATH or $HF_HOME/token, without
// white space around it; "" when there is none, or HF_HUB_DISABLE_IMPLICIT_TOKEN is true.
std::string hub_token(const World& world);

// 1, ON, YES and TRUE in any case, as the Hub's own tools read them.
bool is_true(const std::string& value);

}  // namespace oms
