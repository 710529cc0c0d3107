// A file tree in memory: absolute paths, no real links.
#pragma once

#include <map>
#include <set>
#include <string>

#include "oms/env/file_tree.h"

namespace oms {

class FakeTree : public FileTree {
 public:
  std::map<std::string, std::string> files = {};
  std::set<std::string> links = {};
  std::set<std::string> locked = {};  // folders that cannot be listed

  Result<EntryKind> kind(const std::string& path) override {
    const std::string name = plain(path);
    if (files.count(name) > 0) return EntryKind::file;
    if (!below(name).empty()) return EntryKind::folder;
    return missing();
  }
  Result<std::vector<TreeEntry>> list(const std::string& folder) override {
    if (locked.count(folder) > 0) return Error{Errc::data, "permission denied", ""};
    std::map<std::string, EntryKind> entries;
    for (const std::string& rest : below(plain(folder))) {
      const std::size_t slash = rest.find('/');
      entries[rest.substr(0, slash)] =
          slash == std::string::npos ? EntryKind::file : EntryKind::folder;
    }
    for (const std::string& link : links) {
      if (link.starts_with(folder + "/")) entries[link.substr(folder.size() + 1)] = EntryKind::link;
    }
    std::vector<TreeEntry> list;
    for (const auto& [name, kind] : entries) list.push_back({name, kind});
    return list;
  }
  Result<FileText> read(const std::string& path, std::size_t most_bytes) override {
    const auto file = files.find(plain(path));
    if (file == files.end()) return missing();
    if (file->second.size() > most_bytes) return FileText{{}, true};
    return FileText{file->second, false};
  }
  Result<std::string> real_path(const std::string& path) override { return plain(path); }

 private:
  static Error missing() { return {Errc::data, "no such file or directory", ""}; }
  static std::string plain(std::string path) {
    for (std::size_t at = path.find("/./"); at != std::string::npos; at = path.find("/./")) {
      path.erase(at, 2);
    }
    return path;
  }
  std::vector<std::string> below(const std::string& folder) const {
    std::vector<std::string> rests;
    for (const auto& [path, text] : files) {
      if (path.starts_with(folder + "/")) rests.push_back(path.substr(folder.size() + 1));
    }
    return rests;
  }
};

}  // namespace oms
