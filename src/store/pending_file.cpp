#include "oms/store/pending_file.h"

#include <utility>

#include "store/atomic_file.h"

namespace oms {
namespace {

constexpr std::size_t kAtOnce = std::size_t{1} << 20;  // bytes a write
constexpr std::size_t kLarge = kAtOnce / 2;            // written as they are
constexpr std::size_t kAhead = std::size_t{1} << 24;   // bytes that wait for the disk together

}  // namespace

Result<std::unique_ptr<PendingFile>> PendingFile::open(FileSystem& files, std::string path) {
  const Result<Done> made = make_directories(files, parent_directory(path));
  if (!made) return made.error();
  int descriptor = -1;
  if (const int error = create_anew(files, temporary_of(path), descriptor)) {
    return write_error("cannot write", path, error);
  }
  return std::unique_ptr<PendingFile>(new PendingFile(files, std::move(path), descriptor));
}

PendingFile::~PendingFile() {
  if (descriptor_ < 0) return;
  close();
  files_.remove(temporary_of(path_));
}

void PendingFile::append(std::string_view bytes) {
  if (waiting_.size() + bytes.size() > kAtOnce || bytes.size() >= kLarge) flush();
  if (bytes.size() < kLarge) {
    waiting_ += bytes;
  } else if (error_ == 0) {
    error_ = write_all(files_, descriptor_, bytes);
  }
  unsynced_ += bytes.size();
  if (unsynced_ < kAhead || error_ != 0) return;
  files_.begin_sync(descriptor_);
  unsynced_ = 0;
}

void PendingFile::flush() {
  if (error_ == 0 && !waiting_.empty()) error_ = write_all(files_, descriptor_, waiting_);
  waiting_.clear();
}

void PendingFile::put_header(std::string_view bytes) {
  flush();
  if (error_ == 0) error_ = files_.write_at(descriptor_, 0, bytes);
}

int PendingFile::close() { return files_.close(std::exchange(descriptor_, -1)); }

Result<Done> PendingFile::keep() {
  flush();
  if (error_ == 0) error_ = files_.sync(descriptor_);
  const int close_error = close();  // some file systems report a full disk here
  if (error_ == 0) error_ = close_error;
  if (error_ == 0) error_ = files_.rename(temporary_of(path_), path_);
  if (error_ == 0) return sync_directory(files_, parent_directory(path_));
  files_.remove(temporary_of(path_));
  return write_error("cannot write", path_, error_);
}

}  // namespace oms
