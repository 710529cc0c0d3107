// A file as read-only memory.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "oms/base/result.h"

namespace oms {

// The file must not change while it is mapped; ours are replaced by rename, never rewritten.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);  // Errc::data
  // A copy of `bytes` at an address that an image may stand at.
  static Result<MappedFile> copy_of(std::string_view bytes);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }

  std::span<const std::byte> bytes() const { return bytes_; }
  std::string_view text() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
  }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

}  // namespace oms
