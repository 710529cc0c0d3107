// POST /_control, GET /_control, GET /_control/log and POST /_control/reset.
#pragma once

#include "hub/http.h"

namespace oms::loopback {

class LoopbackHub;

bool is_control(const Request& request);
Answer answer_control(LoopbackHub& hub, const Request& request);

}  // namespace oms::loopback
