#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "oms/source/price_sources.h"

namespace oms {
namespace {

// Providers whose own word is not the one in use (data/hosts.tsv).
struct Host {
  std::string_view provider = {};
  std::string_view word = {};
};
constexpr std::array kHosts = {
    Host{"azure-retail", "azure"},   Host{"azure_ai", "azure"},
    Host{"cohere_chat", "cohere"},   Host{"fireworks-ai", "fireworks"},
    Host{"together_ai", "together"},
};

}  // namespace

std::string host_word(std::string_view provider) {
  const std::string word = fold(provider);
  const auto* found = std::find_if(kHosts.begin(), kHosts.end(),
                                   [&](const Host& host) { return host.provider == word; });
  return found == kHosts.end() ? word : std::string(found->word);
}

}  // namespace oms
