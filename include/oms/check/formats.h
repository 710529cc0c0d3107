// A report of a check → text. One function a format, one list of formats.
#pragma once

#include <span>
#include <string_view>

#include "oms/base/result.h"
#include "oms/check/report.h"
#include "oms/env/sink.h"
#include "oms/render/render.h"

namespace oms {

struct CheckFormat {
  std::string_view name = {};
  std::string_view help = {};
  void (*write)(const CheckReport&, Sink&, const Style&) = nullptr;  // machine formats: no style
};

std::span<const CheckFormat> check_formats();
const CheckFormat* find_check_format(std::string_view name);           // nullptr when there is none
Result<const CheckFormat*> parse_check_format(std::string_view name);  // usage error with list

}  // namespace oms
