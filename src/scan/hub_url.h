// Addresses of the Hub inside of any text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace oms {

struct HubUrl {
  std::size_t start = 0;               // of the id in the text
  std::size_t size = 0;                // of the id
  std::size_t end = 0;                 // where the search goes on
  std::string_view revision = {};      // of /tree/REV, /blob/REV, /resolve/REV; not "main"
  std::string_view quantization = {};  // of a/b:Q4_K_M
  bool uri = false;                    // hf://, hf-hub:, hf_hub:
  bool dynamic = false;                // the owner or the name is put together at run time
};

// The first address of a model at or behind `from`.
std::optional<HubUrl> find_hub_url(std::string_view text, std::size_t from);

}  // namespace oms
