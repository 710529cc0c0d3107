// The sources for people: one line each, or all about one.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "cli/source_list.h"

namespace oms {

std::string source_page(std::span<const CountedSource> sources, std::int64_t now_ms,
                        const Style& style);
std::string source_page(const CountedSource& entry, std::int64_t now_ms, const Style& style);

}  // namespace oms
