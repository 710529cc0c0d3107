// What is said about a condition that cannot be read: why, and what to write instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/model/model.h"
#include "oms/query/condition.h"

namespace oms {

// User text as it may stand in a message.
std::string quoted(std::string_view text);
Error usage(std::string what, std::string hint = {});

// `value` is none that `field` takes: says what it does take.
Error wrong_value(const Field& field, std::string_view value);
// The reason why no condition on `field` may use `op`, if there is one.
std::optional<Error> refusal(FieldId field, Op op);

// Why an operator with nothing before it is no condition.
Error no_name(Op op);
// Why `word`, after which `rest` stands instead of an operator, is no condition.
Error no_operator(std::string_view word, std::string_view rest);

}  // namespace oms
