// A fresh directory on the real disk. Removed at the end of the test; kept when the test failed,
// and named with each assertion that fails meanwhile.
#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "support/catch.h"

namespace oms {

std::size_t failed_assertions();  // so far, in the whole run

class TempDir {
 public:
  // In memory: for tests that write a thousand times over, where the system has such a place.
  enum class Place { disk, memory };
  explicit TempDir(Place place = Place::disk);
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::string& path() const { return path_; }
  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
  std::size_t failed_before_;
  int exceptions_before_;
  Catch::ScopedMessage message_;
};

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void put_file(const std::string& path, std::string_view text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.flush();
  REQUIRE(file.good());
}

}  // namespace oms
