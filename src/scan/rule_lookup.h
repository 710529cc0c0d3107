// Which rule a function, key, flag or command falls under.
#pragma once

#include <string>
#include <string_view>

#include "oms/scan/rules.h"

namespace oms {

// Whether `word` is one of the blank-separated `patterns`, in which '*' at one end stands for any
// text.
bool is_one_of(std::string_view patterns, std::string_view word);

// The rules for the function `name` of `owner` ("" when it is called alone); null: none.
const Rule* find_call(std::string_view owner, std::string_view name);
// Whether an argument belongs to the rule: by keyword, or by its position when that is "".
bool takes_argument(const Rule& call, std::size_t index, std::string_view keyword);

// "modelId", "MODEL-ID" → "model_id".
std::string snake_case(std::string_view name);
const Rule* find_key(std::string_view name);
const Rule* find_flag(std::string_view flag);
const Rule& rule_named(std::string_view name);

// Data sets, images, repositories of source code: what stands there is no model whatever its name.
bool is_other_call(std::string_view owner, std::string_view name);
bool is_other_key(std::string_view name);

}  // namespace oms
