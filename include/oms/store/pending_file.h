// A file that is written piece by piece and has its name only once it is whole.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/store/image.h"

namespace oms {

class FileSystem;

// The first failure is remembered and told by keep(). What is not kept is removed.
class PendingFile : public ImageOutput {
 public:
  // A temporary file beside `path`, whose directory is made when it is missing.
  static Result<std::unique_ptr<PendingFile>> open(FileSystem& files, std::string path);
  ~PendingFile() override;
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;

  void append(std::string_view bytes) override;
  void put_header(std::string_view bytes) override;
  // On the disk under its name, which survives a power cut.
  Result<Done> keep();

 private:
  PendingFile(FileSystem& files, std::string path, int descriptor)
      : files_(files), path_(std::move(path)), descriptor_(descriptor) {}
  void flush();
  int close();

  FileSystem& files_;
  std::string path_;
  int descriptor_;
  int error_ = 0;
  std::string waiting_ = {};
  std::size_t unsynced_ = 0;  // about as many bytes
};

}  // namespace oms
