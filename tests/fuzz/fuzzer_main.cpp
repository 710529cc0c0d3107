// libFuzzer's side: oms_fuzz --target=NAME [libFuzzer's own flags] [corpus…].
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/targets.h"

namespace {

const oms::fuzz::Target* chosen = nullptr;

}  // namespace

// libFuzzer leaves flags that begin with two dashes alone.
extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  constexpr std::string_view kFlag = "--target=";
  for (int i = 1; i < *count; ++i) {
    const std::string_view argument = (*arguments)[i];
    if (argument.starts_with(kFlag)) chosen = oms::fuzz::find_target(argument.substr(kFlag.size()));
  }
  if (chosen == nullptr) {
    std::fputs("oms_fuzz: --target=NAME names one of\n", stderr);
    for (const oms::fuzz::Target& target : oms::fuzz::targets()) std::puts(target.name.data());
    std::exit(2);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
