#include "oms/scan/walk.h"

#include <algorithm>
#include <set>

#include "oms/base/text.h"
#include "oms/scan/gitignore.h"
#include "scan/git_index.h"

namespace oms {
namespace {

constexpr std::size_t kMostIgnoreBytes = std::size_t{1} << 20;
constexpr std::size_t kMostIndexBytes = std::size_t{512} << 20;  // millions of files

std::string below(const std::string& folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  return folder + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

// As printed: "./a//b/" is "a/b"; "." is "".
std::string tidy(std::string_view path) {
  std::string tidied;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (!tidied.empty()) tidied += '/';
    tidied += part;
  }
  return path.starts_with('/') ? "/" + tidied : tidied;
}

// Patterns, and the folder that they count from, relative to the top of the repository.
struct Layer {
  std::string folder = {};
  IgnoreRules rules = {};
};

// What git tracks, by path below the top of the repository. Read when it is asked for first.
class TrackedFiles {
 public:
  TrackedFiles(FileTree& tree, const WalkEvents& events) : tree_(tree), events_(events) {}

  void clear() {
    repositories_.clear();
    paths_.clear();
  }
  // `git` is the .git of the repository whose top is called `folder`.
  void add(const std::string& git, const std::string& folder) {
    repositories_.push_back({git, folder});
  }
  bool has(const std::string& path) {
    read();
    return std::binary_search(paths_.begin(), paths_.end(), path);
  }
  bool has_below(const std::string& folder) {
    read();
    const std::string start = folder + "/";
    const auto first = std::lower_bound(paths_.begin(), paths_.end(), start);
    return first != paths_.end() && first->starts_with(start);
  }

 private:
  struct Repository {
    std::string git = {};
    std::string folder = {};
  };

  void read() {
    if (repositories_.empty()) return;
    for (const Repository& repository : repositories_) {
      const std::string index = below(git_folder(repository.git), "index");
      if (!tree_.kind(index)) continue;  // nothing was added yet
      const auto done = read_index(index, repository.folder);
      if (!done && events_.unreadable) events_.unreadable(tidy(index), done.error());
    }
    repositories_.clear();
    std::sort(paths_.begin(), paths_.end());
  }

  Result<Done> read_index(const std::string& index, const std::string& folder) {
    const auto text = tree_.read(index, kMostIndexBytes);
    if (!text) return text.error();
    if (text->too_large) return Error{Errc::data, "it is too large", ""};
    const auto paths = tracked_paths(text->bytes);
    if (!paths) return paths.error();
    for (const std::string& path : *paths) paths_.push_back(below(folder, path));
    return Done{};
  }

  // In a further work tree and in a submodule .git is a file that says where the folder is.
  std::string git_folder(const std::string& git) {
    constexpr std::string_view kKey = "gitdir: ";
    const auto text = tree_.read(git, kMostIgnoreBytes);
    if (!text || !text->bytes.starts_with(kKey)) return git;
    const std::string_view target = trim(std::string_view(text->bytes).substr(kKey.size()));
    if (target.starts_with('/')) return std::string(target);
    return below(git.substr(0, git.size() - std::string_view(".git").size()), target);
  }

  FileTree& tree_;
  const WalkEvents& events_;
  std::vector<Repository> repositories_ = {};  // not read yet
  std::vector<std::string> paths_ = {};        // sorted
};

class Walker {
 public:
  Walker(FileTree& tree, const WalkOptions& options, const WalkEvents& events)
      : tree_(tree), options_(options), events_(events), tracked_(tree, events) {
    for (const std::string& pattern : options.exclude) exclude_.add(pattern);
  }

  Result<Done> start(const std::string& path) {
    const auto kind = tree_.kind(path);
    if (!kind) return unreadable(path, kind.error());
    const std::string shown = tidy(path);
    if (*kind == EntryKind::file) {
      if (!excluded(shown, {}, false)) report(shown, path, true);
      return Done{};
    }
    if (*kind != EntryKind::folder) {
      return unreadable(path, {Errc::data, "neither a file nor a folder", ""});
    }
    const auto entries = tree_.list(path);
    if (!entries) return unreadable(path, entries.error());
    layers_.clear();
    tracked_.clear();
    std::string in_repository;
    if (options_.ignore_files) in_repository = find_repository(path);
    enter({path, shown, {}, in_repository}, *entries);
    return Done{};
  }

 private:
  // One folder by its four names.
  struct Folder {
    std::string path = {};           // to open it
    std::string shown = {};          // to print it
    std::string in_path = {};        // below the given path
    std::string in_repository = {};  // below the top of the repository
    bool ignored = false;            // entered for what is tracked in it
  };

  static Error unreadable(const std::string& path, const Error& why) {
    return {Errc::data, "cannot read '" + printable(path) + "': " + why.what, ""};
  }

  void report(const std::string& shown, const std::string& path, bool given) {
    if (seen_.insert(shown).second && events_.file) events_.file(shown, path, given);
  }

  // The patterns of the folders above `path`, up to the one with .git; what `path` is called there.
  std::string find_repository(const std::string& path) {
    const auto real = tree_.real_path(path);
    if (!real) return {};
    std::string top = *real;
    while (!tree_.kind(below(top, ".git"))) {
      const std::size_t slash = top.rfind('/');
      if (slash == std::string::npos || top.size() <= 1) return {};
      top.erase(std::max(slash, std::size_t{1}));
    }
    tracked_.add(below(top, ".git"), "");
    add_layer(below(top, ".git/info/exclude"), "");
    std::string folder;
    std::string_view rest = std::string_view(*real).substr(top.size());
    while (rest.starts_with('/')) rest.remove_prefix(1);
    while (!rest.empty()) {
      add_layer(below(below(top, folder), ".gitignore"), folder);
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      folder = below(folder, rest.substr(0, slash));
      rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    return folder;
  }

  bool add_layer(const std::string& path, const std::string& folder) {
    const auto text = tree_.read(path, kMostIgnoreBytes);
    if (!text || text->bytes.empty()) return false;
    IgnoreRules rules = IgnoreRules::parse(text->bytes);
    if (rules.empty()) return false;
    layers_.push_back({folder, std::move(rules)});
    return true;
  }

  bool excluded(const std::string& shown, const std::string& in_path, bool is_folder) const {
    if (exclude_.empty()) return false;
    const std::string_view plain = std::string_view(shown).substr(shown.starts_with('/') ? 1 : 0);
    if (exclude_.match(plain, is_folder) == Ignored::yes) return true;
    return !in_path.empty() && exclude_.match(in_path, is_folder) == Ignored::yes;
  }

  // The patterns nearest to the entry decide.
  bool ignored(const std::string& in_repository, bool is_folder) const {
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
      std::string_view path = in_repository;
      if (!layer->folder.empty()) path.remove_prefix(layer->folder.size() + 1);
      const Ignored said = layer->rules.match(path, is_folder);
      if (said != Ignored::unsaid) return said == Ignored::yes;
    }
    return false;
  }

  void enter(const Folder& folder, std::vector<TreeEntry> entries) {
    const bool has_rules =
        options_.ignore_files && std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
          return entry.name == ".gitignore";
        });
    const bool added =
        has_rules && add_layer(below(folder.path, ".gitignore"), folder.in_repository);
    add_repository(folder, entries);
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    for (const TreeEntry& entry : entries) visit(folder, entry);
    if (added) layers_.pop_back();
  }

  // One inside of another, as a submodule is.
  void add_repository(const Folder& folder, const std::vector<TreeEntry>& entries) {
    if (!options_.ignore_files || folder.in_repository.empty()) return;
    const auto git = std::find_if(entries.begin(), entries.end(),
                                  [](const auto& entry) { return entry.name == ".git"; });
    if (git != entries.end()) tracked_.add(below(folder.path, ".git"), folder.in_repository);
  }

  // An ignored folder is entered when something in it is tracked.
  bool untracked(const Folder& entry, bool is_folder) {
    if (tracked_.has(entry.in_repository)) return false;  // of folders, a submodule
    return !is_folder || !tracked_.has_below(entry.in_repository);
  }

  void visit(const Folder& folder, const TreeEntry& entry) {
    const bool is_folder = entry.kind == EntryKind::folder;
    if (entry.name == ".git" || entry.kind == EntryKind::other) return;
    Folder inner = {below(folder.path, entry.name), below(folder.shown, entry.name),
                    below(folder.in_path, entry.name), below(folder.in_repository, entry.name),
                    folder.ignored};
    if (excluded(inner.shown, inner.in_path, is_folder)) return;
    inner.ignored = inner.ignored || ignored(inner.in_repository, is_folder);
    if (inner.ignored && untracked(inner, is_folder)) {
      if (events_.ignored) events_.ignored(inner.shown, entry.kind);
      return;
    }
    if (entry.kind == EntryKind::link) {
      if (events_.link) events_.link(inner.shown, inner.path);
      return;
    }
    if (!is_folder) return report(inner.shown, inner.path, false);
    auto entries = tree_.list(inner.path);
    if (!entries) {
      if (events_.unreadable) events_.unreadable(inner.shown, entries.error());
      return;
    }
    enter(inner, *std::move(entries));
  }

  FileTree& tree_;
  const WalkOptions& options_;
  const WalkEvents& events_;
  IgnoreRules exclude_ = {};
  std::vector<Layer> layers_ = {};
  TrackedFiles tracked_;
  std::set<std::string> seen_ = {};
};

}  // namespace

Result<Done> walk(FileTree& tree, std::span<const std::string> paths, const WalkOptions& options,
                  const WalkEvents& events) {
  Walker walker(tree, options, events);
  for (const std::string& path : paths) {
    const auto done = walker.start(path);
    if (!done) return done.error();
  }
  return Done{};
}

}  // namespace oms
