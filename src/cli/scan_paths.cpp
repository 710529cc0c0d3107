#include "cli/scan_paths.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/scan/scan_text.h"
#include "oms/scan/walk.h"

namespace oms {
namespace {

// Notebooks with pictures in them take some; what is larger is data.
constexpr std::size_t kMostBytes = std::size_t{8} << 20;
constexpr std::size_t kBinaryHead = std::size_t{8} << 10;  // where a NUL gives a binary away

std::string more_than_most() { return "more than " + std::to_string(kMostBytes >> 20) + " MiB"; }

// UTF-16 is, too: no reader takes it.
bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return bytes.substr(0, kBinaryHead).find('\0') != std::string_view::npos;
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// The first line can tell.
bool is_maybe_script(std::string_view name) { return name.find('.') == std::string_view::npos; }

class Scanner {
 public:
  Scanner(FileTree& tree, const Catalog& catalog, const ScanOptions& options)
      : tree_(tree), catalog_(catalog), options_(options) {}

  Result<ScanReport> run(std::span<const std::string> paths) {
    WalkEvents events;
    events.file = [&](const auto& shown, const auto& path, bool given) {
      read(shown, path, given);
    };
    events.unreadable = [&](const std::string& shown, const Error& why) { warn(shown, why.what); };
    events.link = [&](const auto& shown, const auto& path) { leave_link(shown, path); };
    events.ignored = [&](const auto& shown, EntryKind kind) { count_ignored(shown, kind); };
    const auto done = walk(tree_, paths, {options_.ignore_files, options_.exclude}, events);
    if (!done) return done.error();
    if (given_error_) return *given_error_;
    finish();
    return std::move(report_);
  }

 private:
  void warn(const std::string& shown, const std::string& why) {
    report_.warnings.push_back("cannot read '" + printable(shown) + "': " + why);
  }

  void leave_out(const std::string& shown, const std::string& why) {
    report_.left_out.push_back("'" + printable(shown) + "' " + why);
  }

  void leave_link(const std::string& shown, const std::string& path) {
    ++links_;
    const std::string_view name = name_of(shown);
    if (kind_by_name(name) || leads_to_code(name, path)) leave_out(shown, "is a symbolic link");
  }

  // In a folder there may be any.
  bool leads_to_code(std::string_view name, const std::string& path) {
    const auto target = tree_.kind(path);
    if (!target || *target != EntryKind::file) return target && *target == EntryKind::folder;
    if (!is_maybe_script(name)) return false;
    const auto text = tree_.read(path, kMostBytes);
    return text && kind_by_first_line(text->bytes);
  }

  void count_ignored(const std::string& shown, EntryKind kind) {
    const std::string_view name = name_of(shown);
    if (kind == EntryKind::folder) {
      ++ignored_folders_;
    } else if (kind_by_name(name) || is_maybe_script(name)) {
      ++ignored_files_;
    }
  }

  void read(const std::string& shown, const std::string& path, bool given) {
    const std::string_view name = name_of(shown);
    auto kind = kind_by_name(name);
    const bool maybe_script = is_maybe_script(name);
    if (!kind && !maybe_script) {
      if (given) report_.notes.push_back("not read, for its kind: '" + printable(shown) + "'");
      return;
    }
    const auto text = tree_.read(path, kMostBytes);
    if (!text) {
      if (given && !given_error_) {
        given_error_ =
            Error{Errc::data, "cannot read '" + printable(shown) + "': " + text.error().what, ""};
      }
      return warn(shown, text.error().what);
    }
    if (text->too_large) {
      if (!kind) return;
      ++large_;
      return leave_out(shown, "has " + more_than_most());
    }
    if (!kind) kind = kind_by_first_line(text->bytes);
    if (!kind) return;
    if (is_binary(text->bytes)) {
      ++binaries_;
      return leave_out(shown, "is binary");
    }
    ++report_.files;
    scan(shown, text->bytes, *kind);
  }

  void scan(const std::string& shown, std::string_view text, FileKind kind) {
    std::size_t at = 0;  // npos behind the last line
    std::size_t line = 1;
    std::size_t line_start = 0;
    for (Candidate& candidate : scan_text(text, kind)) {
      const Row row = row_of(candidate);
      if (!counts(candidate, row)) continue;
      const std::size_t offset = std::min(candidate.offset, text.size());
      while ((at = text.find('\n', at)) < offset) {
        ++line;
        line_start = ++at;
      }
      Reference reference{.file = shown,
                          .line = line,
                          .column = offset - line_start + 1,
                          .written = std::move(candidate.written),
                          .row = row,
                          .strength = candidate.strength,
                          .position = candidate.position,
                          .revision = std::move(candidate.revision),
                          .quantization = std::move(candidate.quantization)};
      if (candidate.strength == Strength::dynamic) {
        report_.dynamic.push_back(std::move(reference));
        continue;
      }
      reference.id = reference.known() ? std::string(catalog_.table().id(row)) : candidate.id;
      report_.references.push_back(std::move(reference));
    }
  }

  bool counts(const Candidate& candidate, Row row) const {
    if (candidate.strength == Strength::weak && options_.strong_only) return false;
    return row != kNoRow || !candidate.only_known;
  }

  Row row_of(const Candidate& candidate) {
    return candidate.strength == Strength::dynamic ? kNoRow : find(candidate.id);
  }

  Row find(const std::string& id) {
    const auto known = rows_.find(id);
    if (known != rows_.end()) return known->second;
    const Row row = catalog_.find_exact(id);
    constexpr std::size_t kMostIds = 1'000'000;  // a hostile tree must not fill the memory
    if (rows_.size() < kMostIds) rows_.emplace(id, row);
    return row;
  }

  void finish() {
    const auto by_place = [](const Reference& a, const Reference& b) {
      if (a.file != b.file) return a.file < b.file;
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    };
    std::sort(report_.references.begin(), report_.references.end(), by_place);
    std::sort(report_.dynamic.begin(), report_.dynamic.end(), by_place);
    std::vector<std::string> left_out;
    if (large_ > 0) {
      left_out.push_back(counted(large_, "file") + " of " + more_than_most());
    }
    if (binaries_ > 0) left_out.push_back(counted(binaries_, "binary file"));
    if (links_ > 0) left_out.push_back(counted(links_, "symbolic link"));
    if (ignored_files_ > 0) left_out.push_back(counted(ignored_files_, "ignored file"));
    if (ignored_folders_ > 0) left_out.push_back(counted(ignored_folders_, "ignored folder"));
    if (!left_out.empty()) report_.notes.push_back("left out: " + join(left_out, ", "));
  }

  FileTree& tree_;
  const Catalog& catalog_;
  const ScanOptions& options_;
  ScanReport report_ = {};
  std::unordered_map<std::string, Row> rows_ = {};
  std::optional<Error> given_error_ = {};
  std::size_t large_ = 0;
  std::size_t binaries_ = 0;
  std::size_t links_ = 0;
  std::size_t ignored_files_ = 0;
  std::size_t ignored_folders_ = 0;
};

}  // namespace

std::size_t ScanReport::models() const {
  std::set<std::string> ids;
  for (const Reference& reference : references) ids.insert(fold(reference.id));
  return ids.size();
}

std::size_t ScanReport::unknown() const {
  std::set<std::string> ids;
  for (const Reference& reference : references) {
    if (!reference.known()) ids.insert(fold(reference.id));
  }
  return ids.size();
}

Result<ScanReport> scan_paths(const Context& context, const Catalog& catalog,
                              std::span<const std::string> paths, const ScanOptions& options) {
  return Scanner(*context.world.files, catalog, options).run(paths);
}

}  // namespace oms
