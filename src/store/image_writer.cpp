#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "oms/store/image.h"
#include "store/layout.h"

namespace oms {
namespace {

void pad(std::string& image) {
  image.resize((image.size() + kImageAlignment - 1) / kImageAlignment * kImageAlignment, '\0');
}

template <typename T>
void append(std::string& image, const T& value) {
  image.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

std::uint64_t block_checksum(std::string_view data) {
  return XXH3_64bits(data.data(), data.size());
}

}  // namespace

void ImageWriter::add_bytes(std::string_view name, std::span<const std::byte> bytes,
                            std::size_t element_size) {
  sections_.push_back({std::string(name),
                       std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
                       static_cast<std::uint32_t>(element_size)});
}

std::string ImageWriter::finish(std::uint64_t schema_hash) const {
  std::string image(layout::kDataStart, '\0');
  std::vector<layout::Entry> entries;
  for (const Section& section : sections_) {
    pad(image);
    layout::Entry entry = {};
    std::memcpy(entry.name, section.name.data(),
                std::min(section.name.size(), sizeof(entry.name) - 1));
    entry.offset = image.size();
    entry.size = section.bytes.size();
    entry.element_size = section.element_size;
    entries.push_back(entry);
    image += section.bytes;
  }
  pad(image);
  std::sort(entries.begin(), entries.end(), [](const layout::Entry& a, const layout::Entry& b) {
    return std::strcmp(a.name, b.name) < 0;
  });

  layout::Header header = {};
  std::memcpy(header.magic, layout::kMagic, sizeof(header.magic));
  header.version = kImageVersion;
  header.sections = static_cast<std::uint32_t>(entries.size());
  header.schema_hash = schema_hash;
  header.directory = image.size();
  for (const layout::Entry& entry : entries) append(image, entry);
  pad(image);
  header.checksums = image.size();
  for (std::size_t at = layout::kDataStart; at < header.directory; at += kImageBlock) {
    const std::size_t size = std::min<std::size_t>(kImageBlock, header.directory - at);
    append(image, block_checksum(std::string_view(image).substr(at, size)));
  }
  header.size = image.size();

  std::memcpy(image.data(), &header, sizeof(header));
  const std::size_t fields = offsetof(layout::Header, checksum);
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  XXH3_64bits_update(state, image.data(), fields);
  XXH3_64bits_update(state, image.data() + header.directory, image.size() - header.directory);
  header.checksum = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  std::memcpy(image.data(), &header, sizeof(header));
  return image;
}

}  // namespace oms
