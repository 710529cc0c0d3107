// Which files below the given paths are read: a walk that respects .gitignore files, but for what
// git tracks all the same.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/env/file_tree.h"

namespace oms {

struct WalkOptions {
  bool ignore_files = true;               // .gitignore and .git/info/exclude
  std::vector<std::string> exclude = {};  // patterns as in .gitignore
};

struct WalkEvents {
  // A file: as it is shown, as it is opened, and whether it was given by name.
  std::function<void(const std::string& shown, const std::string& path, bool given)> file = {};
  std::function<void(const std::string& shown, const Error& why)> unreadable = {};
  // A link that is not followed: as it is shown, and as it is opened.
  std::function<void(const std::string& shown, const std::string& path)> link = {};
  // Left out for a .gitignore file; of a folder, all that is in it.
  std::function<void(const std::string& shown, EntryKind kind)> ignored = {};
};

// Every file once, in no order. A given path may be a link; below it none is followed. Folders
// named .git are never entered. Errc::data: a given path cannot be read.
Result<Done> walk(FileTree& tree, std::span<const std::string> paths, const WalkOptions& options,
                  const WalkEvents& events);

}  // namespace oms
