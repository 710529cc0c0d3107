// Faults that act on the text of a JSON body.
#pragma once

#include <string>

#include "hub/faults.h"

namespace oms::loopback {

// `body` as a fault of Stage::body leaves it. Bodies that hold no records stay as they are, but
// for kinds that need none.
std::string damage_body(const Fault& fault, std::string body);

// What a fault of Stage::transport makes of an answer.
Delivery damage_transport(const Fault& fault, Answer answer, bool head_only);

}  // namespace oms::loopback
