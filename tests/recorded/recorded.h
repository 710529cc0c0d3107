// The recorded answers of the Hub that lie beside the source tree, where they do.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/catch.h"

namespace oms {

inline const std::filesystem::path kFolder = OMS_SOURCE_DIR "/../shared/recorded/hub";

inline bool recorded() {
  if (std::filesystem::exists(kFolder)) return true;
  WARN("skipped: there are no recorded answers beside the source tree");
  return false;
}

inline std::string body(const std::string& name) {
  std::ifstream file(kFolder / name, std::ios::binary);
  INFO(name);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace oms
