// Files and folders as they lie on a disk, for the commands that read what the user names.
// The real ones are src/sys/posix_tree.cpp; tests bring their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oms/base/result.h"

namespace oms {

enum class EntryKind : std::uint8_t { file, folder, link, other };

struct TreeEntry {
  std::string name = {};
  EntryKind kind = EntryKind::other;  // of the entry itself: a link stays a link
};

struct FileText {
  std::string bytes = {};
  bool too_large = false;  // then `bytes` is empty
};

class FileTree {
 public:
  virtual ~FileTree() = default;
  // What `path` leads to, links followed. Errc::data with the system's reason alone.
  virtual Result<EntryKind> kind(const std::string& path) = 0;
  // What is in a folder, in no order, without "." and "..".
  virtual Result<std::vector<TreeEntry>> list(const std::string& folder) = 0;
  // A whole file, unless it has more than `most_bytes`.
  virtual Result<FileText> read(const std::string& path, std::size_t most_bytes) = 0;
  // The absolute path without links.
  virtual Result<std::string> real_path(const std::string& path) = 0;
};

}  // namespace oms
