#include "store/digest.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "store/checksum.h"

namespace oms {
namespace {

using Json = nlohmann::json;

struct Member {
  std::string_view key;
  std::string DigestLine::*place;
};
constexpr std::array<Member, 9> kMembers = {{{"id", &DigestLine::id},
                                             {"_id", &DigestLine::hub_id},
                                             {"sha", &DigestLine::sha},
                                             {"license", &DigestLine::license},
                                             {"class", &DigestLine::license_class},
                                             {"gated", &DigestLine::gated},
                                             {"price", &DigestLine::price},
                                             {"score", &DigestLine::score},
                                             {"status", &DigestLine::status}}};

Error damaged(std::string_view what) { return {Errc::data, std::string(what), ""}; }

// Nearly all values are plain; millions of them go through here.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; });
}

void append_quoted(std::string& out, const std::string& value) {
  if (is_plain(value)) {
    out.append(1, '"').append(value).append(1, '"');
  } else {
    out += Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
}

void append_line(std::string& out, const DigestLine& line) {
  char separator = '{';
  for (const Member& member : kMembers) {
    const std::string& value = line.*member.place;
    if (value.empty() && member.key != "id") continue;
    out.append(1, separator).append(1, '"').append(member.key).append("\":");
    append_quoted(out, value);
    separator = ',';
  }
  out += "}\n";
}

// With blanks behind it as long as this, so that it can be written when all lines are there.
constexpr std::size_t kHeader = 80;

std::string header(std::size_t models, std::uint64_t checksum) {
  const std::string text = R"({"format":1,"models":)" + std::to_string(models) +
                           R"(,"checksum":")" + to_hex(checksum) + "\"}";
  return text;
}

bool read_line(std::string_view text, DigestLine& line) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return false;
  for (const Member& member : kMembers) {
    const auto found = json.find(member.key);
    if (found == json.end()) continue;
    if (!found->is_string()) return false;
    line.*member.place = found->get_ref<const std::string&>();
  }
  return !line.id.empty();
}

std::string_view body_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

}  // namespace

struct DigestFile::Checksum {
  XXH3_state_t* state = XXH3_createState();
  ~Checksum() { XXH3_freeState(state); }
};

DigestFile::DigestFile(std::unique_ptr<PendingFile> file)
    : file_(std::move(file)), checksum_(std::make_unique<Checksum>()) {
  XXH3_64bits_reset(checksum_->state);
  file_->append(std::string(kHeader, ' '));
}
DigestFile::~DigestFile() = default;

void DigestFile::add(const DigestLine& line) {
  line_.clear();
  append_line(line_, line);
  XXH3_64bits_update(checksum_->state, line_.data(), line_.size());
  file_->append(line_);
  ++lines_;
}

Result<Done> DigestFile::keep() {
  std::string text = header(lines_, XXH3_64bits_digest(checksum_->state));
  text.resize(kHeader - 1, ' ');
  file_->put_header(text + '\n');
  return file_->keep();
}

Result<Done> check_digest(std::string_view text) {
  const std::string_view body = body_of(text);
  const auto lines = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n'));
  // The header has one spelling, blanks behind it aside, so comparing it checks the number, the
  // checksum and itself.
  std::string_view first = text.substr(0, text.find('\n'));
  while (first.ends_with(' ')) first.remove_suffix(1);
  if (first != header(lines, checksum(body))) return damaged("its checksum is wrong");
  return Done{};
}

Result<std::vector<DigestLine>> parse_digest(std::string_view text) {
  const Result<Done> checked = check_digest(text);
  if (!checked) return checked.error();
  std::vector<DigestLine> lines;
  std::string_view body = body_of(text);
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    DigestLine line;
    if (!read_line(body.substr(0, end), line)) {
      return damaged("line " + std::to_string(lines.size() + 2) + " is not a digest line");
    }
    lines.push_back(std::move(line));
    body.remove_prefix(std::min(body.size(), end == std::string_view::npos ? end : end + 1));
  }
  return lines;
}

}  // namespace oms
