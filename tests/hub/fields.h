// Which fields the Hub sends when, and which it lets a client ask for (docs of the Hub's API).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/records.h"

namespace oms::loopback {

// Without `expand`; `_id` and `id` come always.
std::span<const std::string_view> default_list_fields();
std::span<const std::string_view> full_list_fields();
std::span<const std::string_view> default_detail_fields();

// What `expand` accepts, in the order in which the Hub writes them.
std::vector<std::string_view> expandable_fields(Shape shape);

// "expand" must be one of [...]
std::string expand_message(const std::vector<std::string_view>& accepted);

}  // namespace oms::loopback
