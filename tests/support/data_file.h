// The data files of the source tree, for tests of rules that live in them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "support/catch.h"

namespace oms {

// Text of data/NAME; fails the test when there is none.
inline std::string data_file(const std::string& name) {
  std::ifstream file(std::string(OMS_SOURCE_DIR "/data/") + name, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace oms
