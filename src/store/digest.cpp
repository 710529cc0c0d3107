#include "store/digest.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "store/checksum.h"
#include "store/file_names.h"
#include "store/quoted.h"

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
constexpr std::size_t kHeader = 128;
constexpr std::string_view kBefore = R"({"format":2,"before":")";
constexpr std::string_view kGone = R"({"gone":)";

std::string header(std::string_view before, std::size_t lines, std::uint64_t checksum) {
  std::string text = R"({"format":1,"models":)";
  if (!before.empty()) text = std::string(kBefore).append(before) + R"(","lines":)";
  return text + std::to_string(lines) + R"(,"checksum":")" + to_hex(checksum) + "\"}";
}

// A line as append_line() writes it where nothing had to be quoted.
bool read_plain_line(std::string_view text, DigestLine& line) {
  if (!text.starts_with('{') || !text.ends_with("\"}") || text.find('\\') != std::string_view::npos)
    return false;
  text.remove_prefix(1);
  for (const Member& member : kMembers) {
    const std::string_view key = member.key;
    const bool here = text.starts_with('"') && text.substr(1).starts_with(key) &&
                      text.substr(key.size() + 1).starts_with("\":\"");
    if (!here) continue;
    text.remove_prefix(key.size() + 4);
    const std::size_t end = text.find('"');
    if (end == std::string_view::npos) return false;
    line.*member.place = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (text.starts_with(',')) text.remove_prefix(1);
  }
  return text == "}" && !line.id.empty();
}

bool read_gone(std::string_view text, std::string& id) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("gone") || !json["gone"].is_string()) return false;
  id = json["gone"].get_ref<const std::string&>();
  return true;
}

}  // namespace

std::string_view digest_body(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

bool read_digest_line(std::string_view text, DigestLine& line) {
  if (read_plain_line(text, line)) return true;
  line = {};
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

bool is_gone_line(std::string_view line) { return line.starts_with(kGone); }

std::string_view digest_line_id(std::string_view line) {
  constexpr std::string_view kId = R"({"id":)";
  for (const std::string_view begin : {kId, kGone}) {
    if (!line.starts_with(begin)) continue;
    line.remove_prefix(begin.size() + 1);
    const std::string_view id = line.substr(0, line.find('"'));
    return id.find('\\') == std::string_view::npos ? id : std::string_view();
  }
  return {};
}

std::string quoted_digest_line_id(std::string_view line) {
  std::string id;
  if (is_gone_line(line) && read_gone(line, id)) return id;
  DigestLine model;
  return read_digest_line(line, model) ? model.id : std::string();
}

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

void DigestFile::put(std::string_view lines, std::size_t count) {
  XXH3_64bits_update(checksum_->state, lines.data(), lines.size());
  file_->append(lines);
  lines_ += count;
}

void DigestFile::add(const DigestLine& line) {
  line_.clear();
  append_line(line_, line);
  put(line_, 1);
}

void DigestFile::remove(std::string_view id) {
  line_ = kGone;
  append_quoted(line_, std::string(id));
  line_ += "}\n";
  put(line_, 1);
}

// What stays mostly stands together, and is copied so.
void DigestFile::add_others(std::string_view former,
                            const std::function<bool(std::string_view id)>& tell) {
  std::string_view rest = digest_body(former);
  std::size_t size = 0;  // of what is to be copied
  std::size_t count = 0;
  const auto copy = [&] {
    put(rest.substr(0, size), count);
    rest.remove_prefix(size);
    size = count = 0;
  };
  while (size < rest.size()) {
    const std::size_t end = std::min(rest.find('\n', size), rest.size() - 1);
    const std::string_view line = rest.substr(size, end - size);
    const std::string_view id = digest_line_id(line);
    const bool is_new = tell(id.empty() ? quoted_digest_line_id(line) : id);
    if (!is_new || line.starts_with(kGone)) {
      copy();
      rest.remove_prefix(line.size() + 1);
    } else {
      size += line.size() + 1;
      ++count;
    }
  }
  copy();
}

Result<Done> DigestFile::keep() {
  std::string text = header(before_, lines_, XXH3_64bits_digest(checksum_->state));
  text.resize(kHeader - 1, ' ');
  file_->put_header(text + '\n');
  return file_->keep();
}

std::string digest_before(std::string_view text) {
  if (!text.starts_with(kBefore)) return {};
  const std::string_view name = text.substr(kBefore.size(), kHeader);
  const std::string_view snapshot = name.substr(0, name.find('"'));
  return is_snapshot_name(snapshot) ? std::string(snapshot) : std::string();
}

Result<Done> check_digest(std::string_view text) {
  const std::string_view body = digest_body(text);
  const auto lines = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n'));
  // The header has one spelling, blanks behind it aside, so comparing it checks the number, the
  // checksum and itself.
  std::string_view first = text.substr(0, text.find('\n'));
  while (first.ends_with(' ')) first.remove_suffix(1);
  if (first != header(digest_before(text), lines, checksum(body)))
    return damaged("its checksum is wrong");
  return Done{};
}

Result<DigestText> parse_digest(std::string_view text) {
  const Result<Done> checked = check_digest(text);
  if (!checked) return checked.error();
  DigestText digest{.before = digest_before(text)};
  std::string_view body = digest_body(text);
  std::size_t number = 1;
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    const std::string_view line = body.substr(0, end);
    const bool is_gone = !digest.before.empty() && line.starts_with(kGone);
    const bool is_read = is_gone ? read_gone(line, digest.gone.emplace_back())
                                 : read_digest_line(line, digest.lines.emplace_back());
    ++number;
    if (!is_read) return damaged("line " + std::to_string(number) + " is not a digest line");
    body.remove_prefix(std::min(body.size(), end == std::string_view::npos ? end : end + 1));
  }
  return digest;
}

}  // namespace oms
