// The files of this machine. Only main.cpp uses it.
#pragma once

#include "oms/env/file_tree.h"

namespace oms {

class PosixTree : public FileTree {
 public:
  Result<EntryKind> kind(const std::string& path) override;
  Result<std::vector<TreeEntry>> list(const std::string& folder) override;
  // Never waits for a pipe or a device: those are errors.
  Result<FileText> read(const std::string& path, std::size_t most_bytes) override;
  Result<std::string> real_path(const std::string& path) override;
};

}  // namespace oms
