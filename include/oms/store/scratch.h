// Room for what the build of an index does not keep in memory: appended once, read back later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "oms/base/result.h"

namespace oms {

// A failure is remembered; what is read back is worthless from then on.
class Scratch {
 public:
  virtual ~Scratch() = default;
  // Returns the place that read() asks for.
  virtual std::uint64_t append(std::string_view bytes) = 0;
  // As many bytes as were appended there at once, or the first of them.
  virtual void read(std::uint64_t place, char* out, std::size_t size) = 0;
  // The first failure: disk full, …
  virtual std::optional<Error> failure() const = 0;

  // Memory for so many bytes, all zero, that can leave the main memory where there is a file for
  // it. By several threads at once. Never null: throws std::bad_alloc.
  virtual char* lend(std::size_t size) = 0;
  virtual void give_back(char* memory, std::size_t size) = 0;
};

// Lets a container have its memory from a Scratch, which must outlive it, as soon as it is large;
// from the heap where there is none.
template <typename T>
class ScratchAllocator {
 public:
  using value_type = T;
  using propagate_on_container_copy_assignment = std::true_type;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;

  ScratchAllocator(Scratch* scratch = nullptr) : scratch_(scratch) {}  // NOLINT: as std's are
  template <typename U>
  ScratchAllocator(const ScratchAllocator<U>& other) : scratch_(other.scratch()) {}  // NOLINT

  T* allocate(std::size_t count) {
    if (!is_lent(count)) return std::allocator<T>().allocate(count);
    return reinterpret_cast<T*>(scratch_->lend(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t count) {
    if (!is_lent(count)) {
      std::allocator<T>().deallocate(memory, count);
    } else {
      scratch_->give_back(reinterpret_cast<char*>(memory), count * sizeof(T));
    }
  }
  Scratch* scratch() const { return scratch_; }
  friend bool operator==(const ScratchAllocator&, const ScratchAllocator&) = default;

 private:
  static constexpr std::size_t kLarge = std::size_t{1} << 20;  // bytes
  bool is_lent(std::size_t count) const {
    return scratch_ != nullptr && count >= kLarge / sizeof(T);
  }

  Scratch* scratch_;
};

template <typename T>
using ScratchVector = std::vector<T, ScratchAllocator<T>>;

// In memory, for small catalogs and where nothing can be written.
class MemoryScratch : public Scratch {
 public:
  std::uint64_t append(std::string_view bytes) override;
  void read(std::uint64_t place, char* out, std::size_t size) override;
  std::optional<Error> failure() const override { return std::nullopt; }
  char* lend(std::size_t size) override { return new char[size](); }
  void give_back(char* memory, std::size_t) override { delete[] memory; }

 private:
  std::vector<std::string> pieces_ = {};
};

// In a file without a name, which is gone with the process whatever happens.
class FileScratch : public Scratch {
 public:
  // Errc::data: no file can be made in `directory`.
  static Result<std::unique_ptr<FileScratch>> open(const std::string& directory);
  ~FileScratch() override;
  FileScratch(const FileScratch&) = delete;
  FileScratch& operator=(const FileScratch&) = delete;

  std::uint64_t append(std::string_view bytes) override;
  void read(std::uint64_t place, char* out, std::size_t size) override;
  std::optional<Error> failure() const override { return failure_; }
  char* lend(std::size_t size) override;
  void give_back(char* memory, std::size_t size) override;

 private:
  FileScratch(std::string directory, int descriptor, int lending)
      : directory_(std::move(directory)), descriptor_(descriptor), lending_(lending) {}
  void fail(const char* tried, int error);

  std::string directory_;
  int descriptor_;
  int lending_;  // the file behind the memory; -1 where there is none
  std::uint64_t size_ = 0;
  std::mutex mutex_ = {};
  std::uint64_t lent_ = 0;  // bytes of that file
  std::optional<Error> failure_ = {};
};

}  // namespace oms
