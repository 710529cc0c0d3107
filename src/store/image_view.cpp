#include <algorithm>
#include <bit>
#include <cstring>

#include "oms/base/in_two.h"
#include "oms/store/image.h"
#include "store/checksum.h"
#include "store/layout.h"

static_assert(std::endian::native == std::endian::little, "the image is little-endian");

namespace oms {
namespace {

Error damage(const char* what) {
  return {Errc::data, std::string("index: ") + what, "it is rebuilt from the cache"};
}

bool fits(std::uint64_t offset, std::uint64_t size, std::uint64_t end) {
  return offset <= end && size <= end - offset;
}

// Everything that reading entries and checksums relies on.
const char* check_header(const layout::Header& header, std::size_t size) {
  if (std::memcmp(header.magic, layout::kMagic, sizeof(header.magic)) != 0) return "not an index";
  if (header.version != kImageVersion) return "made by another version";
  if (header.size != size) return "cut short";
  if (header.directory < layout::kDataStart || header.directory > size ||
      header.directory % alignof(layout::Entry) != 0)
    return "damaged header";
  if (header.checksums < header.directory || header.checksums > size) return "damaged header";
  if (!fits(header.directory, header.sections * std::uint64_t{sizeof(layout::Entry)},
            header.checksums)) {
    return "damaged header";
  }
  const std::uint64_t data = header.directory - layout::kDataStart;
  const std::uint64_t blocks = (data + kImageBlock - 1) / kImageBlock;
  if (size - header.checksums != blocks * sizeof(std::uint64_t)) return "damaged header";
  return nullptr;
}

const layout::Entry* entries(std::span<const std::byte> bytes, std::size_t directory) {
  return reinterpret_cast<const layout::Entry*>(bytes.data() + directory);
}

}  // namespace

Result<ImageView> ImageView::open(std::span<const std::byte> bytes, std::uint64_t schema_hash,
                                  Trust trust) {
  if (bytes.size() < sizeof(layout::Header)) return damage("cut short");
  layout::Header header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (const char* reason = check_header(header, bytes.size())) return damage(reason);
  if (header.schema_hash != schema_hash) return damage("made for another set of fields");
  const std::string_view directory(reinterpret_cast<const char*>(bytes.data()) + header.directory,
                                   header.checksums - header.directory);
  if (trust == Trust::file && layout::control_checksum(header, directory) != header.checksum) {
    return damage("damaged directory");
  }
  ImageView view;
  view.bytes_ = bytes;
  view.directory_ = header.directory;
  view.sections_ = header.sections;
  view.checksums_ = header.checksums;
  view.trust_ = trust;
  if (trust == Trust::file)
    view.is_known_.resize((header.directory - layout::kDataStart) / kImageBlock / 64 + 1);
  return view;
}

// Much of it at once goes to two threads.
bool ImageView::blocks_ok(std::size_t offset, std::size_t size) const {
  constexpr std::size_t kBlocksForTwo = 1024 * 1024 / kImageBlock;
  if (trust_ == Trust::program || size == 0) return true;
  const std::size_t first = (offset - layout::kDataStart) / kImageBlock;
  const std::size_t past = (offset + size - 1 - layout::kDataStart) / kImageBlock + 1;
  if (past - first < kBlocksForTwo) return verify_blocks(first, past);
  const std::size_t half = first + (past - first) / 2;
  bool first_ok = true;
  bool second_ok = true;
  in_two(
      true, [&] { first_ok = verify_blocks(first, half); },
      [&] { second_ok = verify_blocks(half, past); });
  return first_ok && second_ok;
}

bool ImageView::verify_blocks(std::size_t first, std::size_t past) const {
  for (std::size_t block = first; block < past; ++block) {
    const std::uint64_t bit = std::uint64_t{1} << (block % 64);
    const std::atomic_ref known(is_known_[block / 64]);
    if ((known.load(std::memory_order_relaxed) & bit) != 0) continue;
    const std::size_t at = layout::kDataStart + block * kImageBlock;
    const std::size_t length = std::min(kImageBlock, directory_ - at);
    std::uint64_t expected;
    std::memcpy(&expected, bytes_.data() + checksums_ + block * sizeof(expected), sizeof(expected));
    const std::string_view content(reinterpret_cast<const char*>(bytes_.data()) + at, length);
    if (checksum(content) != expected) return false;
    known.fetch_or(bit, std::memory_order_relaxed);
  }
  return true;
}

bool ImageView::range_ok(std::span<const std::byte> range) const {
  const auto offset = static_cast<std::size_t>(range.data() - bytes_.data());
  const bool inside = offset >= layout::kDataStart && fits(offset, range.size(), directory_);
  if (inside && blocks_ok(offset, range.size())) return true;
  set_damaged();
  return false;
}

std::span<const std::byte> ImageView::find(std::string_view name, std::size_t element_size) const {
  const std::span<const std::byte> range = place(name, element_size);
  return range.empty() || range_ok(range) ? range : std::span<const std::byte>();
}

std::span<const std::byte> ImageView::place(std::string_view name, std::size_t element_size) const {
  const layout::Entry* begin = entries(bytes_, directory_);
  const layout::Entry* end = begin + sections_;
  // Padded with zeros, names stand in the order of their 48 bytes.
  char wanted[sizeof(begin->name)] = {};
  if (name.size() >= sizeof(wanted)) return {};
  std::memcpy(wanted, name.data(), name.size());
  const layout::Entry* entry =
      std::lower_bound(begin, end, wanted, [](const layout::Entry& a, const char* b) {
        return std::memcmp(a.name, b, sizeof(a.name)) < 0;
      });
  if (entry == end || std::memcmp(entry->name, wanted, sizeof(wanted)) != 0 ||
      entry->element_size != element_size) {
    return {};
  }
  if (entry->offset < layout::kDataStart || !fits(entry->offset, entry->size, directory_) ||
      entry->size % element_size != 0 || entry->offset % kImageAlignment != 0) {
    set_damaged();
    return {};
  }
  return bytes_.subspan(entry->offset, entry->size);
}

bool ImageView::verify(std::string_view name_end) const {
  const layout::Entry* begin = entries(bytes_, directory_);
  return std::all_of(begin, begin + sections_, [&](const layout::Entry& entry) {
    const std::string_view name(entry.name, strnlen(entry.name, sizeof(entry.name)));
    return !name.ends_with(name_end) || find(name, entry.element_size).size() == entry.size;
  });
}

bool ImageView::verify() const {
  return blocks_ok(layout::kDataStart, directory_ - layout::kDataStart);
}

}  // namespace oms
