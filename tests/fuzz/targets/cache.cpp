// Files of the cache, with the checksums that a damaged one would not have.
#include "fuzz/targets.h"
#include "store/checksum.h"
#include "store/digest.h"
#include "store/file_names.h"
#include "store/manifest.h"

#include <algorithm>

namespace oms::fuzz {

// The input is the manifest inside of its frame.
void run_manifest(std::string_view input) {
  static_cast<void>(parse_manifest(input));
  const std::string text = R"({"checksum":")" + to_hex(checksum(input)) + R"(","manifest":)" +
                           std::string(input) + "}\n";
  const auto manifest = parse_manifest(text);
  if (!manifest) return;
  for (const PageInfo& page : manifest->pages)
    expect(is_page_file(page.file), "a page is a file inside of the cache");
  const std::string written = manifest_text(*manifest);
  const auto again = parse_manifest(written);
  expect(again && manifest_text(*again) == written, "a manifest reads back as it was written");
}

// The input is the lines behind the header; with a first line "+" they go on from another digest.
void run_digest(std::string_view input) {
  static_cast<void>(parse_digest(input));
  std::string_view body = input;
  const bool goes_on = body.starts_with("+\n");
  if (goes_on) body.remove_prefix(2);
  const auto lines = std::count(body.begin(), body.end(), '\n');
  const std::string count = std::to_string(lines);
  const std::string begin = goes_on
                                ? R"({"format":2,"before":"2026-11-23T200000Z","lines":)" + count
                                : R"({"format":1,"models":)" + count;
  const std::string text =
      begin + R"(,"checksum":")" + to_hex(checksum(body)) + "\"}\n" + std::string(body);
  expect(check_digest(text).has_value(), "the frame of the digest is right");
  const auto digest = parse_digest(text);
  if (!digest) return;
  for (const DigestLine& line : digest->lines) expect(!line.id.empty(), "a line has an id");
  expect(goes_on == !digest->before.empty(), "a digest tells what it goes on from");
}

}  // namespace oms::fuzz
