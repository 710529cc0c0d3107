// Room for what the build of an index does not keep in memory: appended once, read back later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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
};

// In memory, for small catalogs and where nothing can be written.
class MemoryScratch : public Scratch {
 public:
  std::uint64_t append(std::string_view bytes) override;
  void read(std::uint64_t place, char* out, std::size_t size) override;
  std::optional<Error> failure() const override { return std::nullopt; }

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

 private:
  FileScratch(std::string directory, int descriptor)
      : directory_(std::move(directory)), descriptor_(descriptor) {}
  void fail(const char* tried, int error);

  std::string directory_;
  int descriptor_;
  std::uint64_t size_ = 0;
  std::optional<Error> failure_ = {};
};

}  // namespace oms
