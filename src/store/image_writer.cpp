#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "oms/store/image.h"
#include "store/checksum.h"
#include "store/layout.h"

namespace oms {
namespace {

template <typename T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(T)};
}

std::size_t padding(std::uint64_t size) {
  return (kImageAlignment - size % kImageAlignment) % kImageAlignment;
}

}  // namespace

std::uint64_t layout::control_checksum(const Header& header, std::string_view directory) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  XXH3_64bits_update(state, &header, offsetof(Header, checksum));
  XXH3_64bits_update(state, directory.data(), directory.size());
  const std::uint64_t checksum = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return checksum;
}

ImageWriter::ImageWriter(ImageOutput& out) : out_(out), size_(layout::kDataStart) {
  out_.append(std::string(layout::kDataStart, '\0'));
}

void ImageWriter::begin(std::string_view name, std::size_t element_size) {
  pad();
  sections_.push_back({std::string(name), size_, 0, static_cast<std::uint32_t>(element_size)});
}

void ImageWriter::append_bytes(std::span<const std::byte> bytes) {
  sections_.back().size += bytes.size();
  put({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void ImageWriter::put(std::string_view bytes) {
  size_ += bytes.size();
  if (out_.sums_blocks()) return out_.append(bytes);
  while (!bytes.empty()) {
    if (block_.empty() && bytes.size() >= kImageBlock) {
      close_block(bytes.substr(0, kImageBlock));
      bytes.remove_prefix(kImageBlock);
      continue;
    }
    const std::size_t taken = std::min(bytes.size(), kImageBlock - block_.size());
    block_.append(bytes.substr(0, taken));
    bytes.remove_prefix(taken);
    if (block_.size() == kImageBlock) {
      close_block(block_);
      block_.clear();
    }
  }
}

void ImageWriter::pad() { put(std::string(padding(size_), '\0')); }

void ImageWriter::close_block(std::string_view bytes) {
  checksums_.push_back(checksum(bytes));
  out_.append(bytes);
}

void ImageWriter::finish(std::uint64_t schema_hash) {
  pad();
  if (!block_.empty()) close_block(block_);
  block_.clear();
  if (out_.sums_blocks()) checksums_ = out_.block_checksums();
  std::sort(sections_.begin(), sections_.end(),
            [](const Section& a, const Section& b) { return a.name < b.name; });

  layout::Header header = {};
  std::memcpy(header.magic, layout::kMagic, sizeof(header.magic));
  header.version = kImageVersion;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.schema_hash = schema_hash;
  header.directory = size_;
  std::string directory;
  for (const Section& section : sections_) {
    layout::Entry entry = {};
    std::memcpy(entry.name, section.name.data(),
                std::min(section.name.size(), sizeof(entry.name) - 1));
    entry.offset = section.offset;
    entry.size = section.size;
    entry.element_size = section.element_size;
    directory += bytes_of(entry);
  }
  directory.append(padding(size_ + directory.size()), '\0');
  header.checksums = size_ + directory.size();
  const std::string_view checksums(reinterpret_cast<const char*>(checksums_.data()),
                                   checksums_.size() * sizeof(std::uint64_t));
  header.size = header.checksums + checksums.size();
  header.checksum = layout::control_checksum(header, directory);
  out_.append(directory);
  out_.append(checksums);
  out_.put_header(bytes_of(header));
}

}  // namespace oms
