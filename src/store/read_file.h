// Reading below the cache's directory. The names come from files that may be damaged or hostile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

// Reads the regular file `relative` below `directory`, following no symbolic link below it.
// Returns 0, or the errno that says why not; EFBIG when it is longer than `limit` bytes.
int read_below(const std::string& directory, std::string_view relative, std::size_t limit,
               std::string& bytes);

// `size` bytes from `offset` on; ENODATA when the file ends before.
int read_part_below(const std::string& directory, std::string_view relative, std::size_t offset,
                    std::size_t size, std::string& bytes);

struct FoundFile {
  std::string path = {};  // relative to the cache's directory
  std::uint64_t size = 0;
};
// The cache's files below `directory`, sorted; what is not ours is left out.
std::vector<FoundFile> our_files(const std::string& directory);

// Why something failed, in lower case, for the end of a message.
std::string reason(int error);

}  // namespace oms
