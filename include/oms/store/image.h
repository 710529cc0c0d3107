// The index image: named sections of plain little-endian numbers and bytes, ready to be mapped.
// The byte layout is described in docs/index-format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"

namespace oms {

inline constexpr std::uint32_t kImageVersion = 2;
inline constexpr std::size_t kImageAlignment = 64;     // of every section; a cache line
inline constexpr std::size_t kImageBlock = 64 * 1024;  // one checksum each

// Collects sections in memory. Names are at most 47 bytes and unique.
class ImageWriter {
 public:
  template <typename T>
  void add(std::string_view name, std::span<const T> values) {
    add_bytes(name, std::as_bytes(values), sizeof(T));
  }
  void add(std::string_view name, std::string_view bytes) {
    add_bytes(name, std::as_bytes(std::span(bytes)), 1);
  }
  // The whole image. Same sections in the same order, same bytes.
  std::string finish(std::uint64_t schema_hash) const;

 private:
  struct Section {
    std::string name;
    std::string bytes;
    std::uint32_t element_size;
  };
  void add_bytes(std::string_view name, std::span<const std::byte> bytes, std::size_t element_size);

  std::vector<Section> sections_ = {};
};

// Whether the bytes can have been damaged since they were written.
enum class Trust {
  program,  // part of the program: nothing is verified
  file,     // header and directory are verified at open, data blocks when first asked for
};

// A view over the bytes, which must be aligned to kImageAlignment and outlive it.
class ImageView {
 public:
  // Errc::data: not an image, another version or schema, cut, or damaged. Rebuild it.
  static Result<ImageView> open(std::span<const std::byte> bytes, std::uint64_t schema_hash,
                                Trust trust);

  // Values of a section; empty when there is none, when its elements have another size, or when
  // one of its blocks is damaged (then damaged() is true from there on).
  template <typename T>
  std::span<const T> section(std::string_view name) const {
    const std::span<const std::byte> bytes = find(name, sizeof(T));
    // The file holds the numbers as this machine lays them out; sections are aligned.
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::string_view blob(std::string_view name) const {
    const auto bytes = section<char>(name);
    return {bytes.data(), bytes.size()};
  }
  bool damaged() const { return damaged_; }
  // Checks every block now, or those of the sections whose names end so. True when all are as
  // written.
  bool verify() const;
  bool verify(std::string_view name_end) const;

 private:
  std::span<const std::byte> find(std::string_view name, std::size_t element_size) const;
  bool blocks_ok(std::size_t offset, std::size_t size) const;

  std::span<const std::byte> bytes_ = {};
  std::size_t directory_ = 0;
  std::size_t sections_ = 0;
  std::size_t checksums_ = 0;
  Trust trust_ = Trust::program;
  mutable std::vector<bool> checked_ = {};
  mutable bool damaged_ = false;
};

}  // namespace oms
