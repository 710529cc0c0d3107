#include "scan/git_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace oms {
namespace {

constexpr std::size_t kHeader = 12;       // "DIRC", version, number of entries
constexpr std::size_t kModeAt = 24;       // in an entry, behind two times and two numbers
constexpr std::size_t kHashAt = 40;       // behind mode, owner, group and size
constexpr std::size_t kLongestHash = 32;  // SHA-256
constexpr std::size_t kHashes[] = {20, kLongestHash};
constexpr std::size_t kExtensionHead = 8;    // name, size
constexpr std::uint32_t kExtended = 0x4000;  // two more bytes of flags, from version 3

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(at, size)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

// A file, a link, a folder of a sparse index or a submodule.
bool is_mode(std::uint32_t mode) {
  const std::uint32_t kind = mode >> 12;
  return mode <= 0xFFFF && (kind == 010 || kind == 012 || kind == 004 || kind == 016);
}

// The index does not say how long its hashes are; with the wrong length the entries make no sense.
class IndexReader {
 public:
  IndexReader(std::string_view bytes, std::size_t hash)
      : bytes_(bytes), hash_(hash), version_(number(bytes, 4, 4)) {}

  std::optional<std::vector<std::string>> read() {
    std::vector<std::string> paths;
    std::string path;
    for (std::uint32_t left = number(bytes_, 8, 4); left > 0; --left) {
      if (!read_entry(path)) return std::nullopt;
      // A path stands several times while a merge is not done.
      if (!paths.empty() && path < paths.back()) return std::nullopt;
      if (paths.empty() || path != paths.back()) paths.push_back(path);
    }
    if (!read_extensions()) return std::nullopt;
    return paths;
  }
  bool split() const { return split_; }

 private:
  // They and a hash fill the rest of the file.
  bool read_extensions() {
    while (bytes_.size() - at_ >= hash_ + kExtensionHead) {
      split_ = split_ || bytes_.substr(at_, 4) == "link";
      const std::size_t size = number(bytes_, at_ + 4, 4);
      if (size > bytes_.size() - at_ - kExtensionHead) return false;
      at_ += kExtensionHead + size;
    }
    return bytes_.size() - at_ == hash_;
  }

  // From the path before to the one of the entry at `at_`.
  bool read_entry(std::string& path) {
    const std::size_t flags_at = at_ + kHashAt + hash_;
    if (bytes_.size() - at_ < kHashAt + kLongestHash + 4) return false;
    if (!is_mode(number(bytes_, at_ + kModeAt, 4))) return false;
    const bool extended = (number(bytes_, flags_at, 2) & kExtended) != 0;
    if (extended && version_ < 3) return false;
    std::size_t at = flags_at + (extended ? 4 : 2);
    if (version_ == 4) {
      const auto cut = read_cut(at);
      if (!cut || *cut > path.size()) return false;
      path.resize(path.size() - *cut);
    } else {
      path.clear();
    }
    const std::size_t end = bytes_.find('\0', at);
    if (end == std::string_view::npos) return false;
    path += bytes_.substr(at, end - at);
    const std::size_t size = end - at_;
    const std::size_t padded = version_ == 4 ? size + 1 : size + 8 - size % 8;
    if (path.empty() || padded > bytes_.size() - at_) return false;
    at_ += padded;
    return true;
  }

  // How many bytes go from the end of the path before: seven bits a byte, the highest first, each
  // further byte adding one.
  std::optional<std::size_t> read_cut(std::size_t& at) const {
    std::size_t cut = 0;
    constexpr int kMostBytes = 4;
    for (int i = 0; i < kMostBytes && at < bytes_.size(); ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[at++]);
      cut = (i == 0 ? 0 : (cut + 1) << 7) | (byte & 0x7Fu);
      if (byte < 0x80) return cut;
    }
    return std::nullopt;
  }

  std::string_view bytes_;
  std::size_t hash_;
  std::uint32_t version_;
  std::size_t at_ = kHeader;
  bool split_ = false;  // some entries stand in another file
};

}  // namespace

Result<std::vector<std::string>> tracked_paths(std::string_view index) {
  if (index.size() < kHeader || !index.starts_with("DIRC")) {
    return Error{Errc::data, "it is no index of git", ""};
  }
  const std::uint32_t version = number(index, 4, 4);
  if (version < 2 || version > 4) {
    return Error{Errc::data, "its version is " + std::to_string(version) + ", not 2 to 4", ""};
  }
  for (const std::size_t hash : kHashes) {
    IndexReader reader(index, hash);
    auto paths = reader.read();
    if (!paths) continue;
    if (reader.split()) return Error{Errc::data, "it is split in two files", ""};
    return *std::move(paths);
  }
  return Error{Errc::data, "it is damaged", ""};
}

}  // namespace oms
