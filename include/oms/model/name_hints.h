// What the name of a model hints at: reduced precision and size.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

// Format or method of a reduced-precision copy: "gguf", "gptq", "awq", "fp8", "mlx-4bit",
// "bitsandbytes", … from tags first, then from the id's ending; "" when nothing says so.
std::string quantization_of(std::string_view id, std::span<const std::string> tags);

// All that quantization_of() reads from an id: ids with the same text are the same to it.
std::string precision_of_name(std::string_view id);

// Every text that can tell it something as a tag, folded.
std::vector<std::string> precision_tags();

// Parameter count that the id states ("-7B", "_1.5b", "8x7B" is not one number: none), else none.
// Active sizes ("-A22B") do not count. Only a hint: the caller marks it as inferred.
std::optional<std::int64_t> params_from_id(std::string_view id);

}  // namespace oms
