// The index image: named sections of plain little-endian numbers and bytes, ready to be mapped.
// The byte layout is described in docs/index-format.md.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"

namespace oms {

inline constexpr std::uint32_t kImageVersion = 10;
inline constexpr std::size_t kImageAlignment = 64;     // of every section; a cache line
inline constexpr std::size_t kImageBlock = 16 * 1024;  // one checksum each

// Where an image goes, from its first byte to its last. A failure is the output's to remember and
// to tell.
class ImageOutput {
 public:
  virtual ~ImageOutput() = default;
  virtual void append(std::string_view bytes) = 0;
  // In place of as many bytes at the beginning, once everything has been appended.
  virtual void put_header(std::string_view bytes) = 0;
  // Whether it makes the checksums of the blocks itself; it is then given pieces of any size.
  virtual bool sums_blocks() const { return false; }
  // Those of all that was appended behind the header; what comes later is in no block.
  virtual std::vector<std::uint64_t> block_checksums() { return {}; }
};

class MemoryImage : public ImageOutput {
 public:
  void append(std::string_view bytes) override { bytes_ += bytes; }
  void put_header(std::string_view bytes) override { bytes_.replace(0, bytes.size(), bytes); }
  const std::string& bytes() const& { return bytes_; }
  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_ = {};
};

// Writes sections as they come; keeps only the block that is not full yet. Names are at most 47
// bytes and unique. Same sections in the same order, same bytes.
class ImageWriter {
 public:
  explicit ImageWriter(ImageOutput& out);  // which must outlive it

  template <typename T>
  void add(std::string_view name, std::span<const T> values) {
    begin(name, sizeof(T));
    append(values);
  }
  template <typename T, typename Allocator>
  void add(std::string_view name, const std::vector<T, Allocator>& values) {
    add(name, std::span<const T>(values));
  }
  void add(std::string_view name, std::string_view bytes) { add(name, std::span(bytes)); }

  // The same piece by piece: append() adds to the section that was begun last.
  void begin(std::string_view name, std::size_t element_size);
  template <typename T>
  void append(std::span<const T> values) {
    append_bytes(std::as_bytes(values));
  }
  // Directory, checksums and header. Nothing can be added afterwards.
  void finish(std::uint64_t schema_hash);

 private:
  struct Section {
    std::string name = {};
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint32_t element_size = 0;
  };
  void append_bytes(std::span<const std::byte> bytes);
  void put(std::string_view bytes);
  void pad();
  void close_block(std::string_view bytes);

  ImageOutput& out_;
  std::uint64_t size_ = 0;
  std::string block_ = {};  // the last bytes, not handed on yet
  std::vector<std::uint64_t> checksums_ = {};
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
  // The same, unverified: what is read of it must be ok() first.
  template <typename T>
  std::span<const T> peek(std::string_view name) const {
    const std::span<const std::byte> bytes = place(name, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  // Whether the blocks that hold these values of a section are as written; else damaged() is true
  // from there on. Several threads may ask at once.
  template <typename T>
  bool ok(std::span<const T> values) const {
    return values.empty() || range_ok(std::as_bytes(values));
  }
  bool damaged() const { return std::atomic_ref(damaged_).load(std::memory_order_relaxed); }
  // Checks every block now, or those of the sections whose names end so. True when all are as
  // written.
  bool verify() const;
  bool verify(std::string_view name_end) const;

 private:
  std::span<const std::byte> place(std::string_view name, std::size_t element_size) const;
  bool range_ok(std::span<const std::byte> range) const;
  std::span<const std::byte> find(std::string_view name, std::size_t element_size) const;
  void set_damaged() const { std::atomic_ref(damaged_).store(true, std::memory_order_relaxed); }
  bool blocks_ok(std::size_t offset, std::size_t size) const;
  bool verify_blocks(std::size_t first, std::size_t past) const;

  std::span<const std::byte> bytes_ = {};
  std::size_t directory_ = 0;
  std::size_t sections_ = 0;
  std::size_t checksums_ = 0;
  Trust trust_ = Trust::program;
  // Blocks that were found to be as written: bit b % 64 of element b / 64. Both change as atomics.
  mutable std::vector<std::uint64_t> is_known_ = {};
  mutable bool damaged_ = false;
};

}  // namespace oms
