// The functions of the table in formats.cpp.
#pragma once

#include "oms/check/formats.h"

namespace oms {

void write_check_text(const CheckReport&, Sink&, const Style&);
void write_check_json(const CheckReport&, Sink&, const Style&);
void write_check_sarif(const CheckReport&, Sink&, const Style&);
void write_check_junit(const CheckReport&, Sink&, const Style&);
void write_check_github(const CheckReport&, Sink&, const Style&);
void write_check_gitlab(const CheckReport&, Sink&, const Style&);
void write_check_markdown(const CheckReport&, Sink&, const Style&);
void write_check_inventory(const CheckReport&, Sink&, const Style&);
void write_check_cyclonedx(const CheckReport&, Sink&, const Style&);

}  // namespace oms
