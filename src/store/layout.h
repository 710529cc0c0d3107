// Byte layout shared by the image's writer and reader; docs/index-format.md describes it.
#pragma once

#include <cstdint>
#include <string_view>

#include "oms/store/image.h"

namespace oms::layout {

inline constexpr char kMagic[8] = {'O', 'M', 'S', 'I', 'N', 'D', 'E', 'X'};

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t schema_hash;
  std::uint64_t size;       // of the whole image
  std::uint64_t directory;  // offset of the entries, behind the data
  std::uint64_t checksums;  // offset of one XXH3 a block of the data, up to the end
  std::uint64_t reserved;
  std::uint64_t checksum;  // XXH3 of the fields above and the directory
};
static_assert(sizeof(Header) == 64);

// Of the fields above `checksum`, and of what lies from the end of the data to the block checksums.
// Those need none: one that is damaged does not fit its block.
std::uint64_t control_checksum(const Header& header, std::string_view directory);

struct Entry {
  char name[48];
  std::uint64_t offset;
  std::uint64_t size;
  std::uint32_t element_size;
  std::uint32_t reserved;
};
static_assert(sizeof(Entry) == 72);

// The header is not part of any block: its checksum field comes last.
inline constexpr std::size_t kDataStart = sizeof(Header);

}  // namespace oms::layout
