#include "store/manifest.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "store/checksum.h"
#include "store/file_names.h"
#include "store/manifest_members.h"

namespace oms {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kBeforeChecksum = R"({"checksum":")";
constexpr std::string_view kBeforeManifest = R"(","manifest":)";
constexpr std::string_view kAfterManifest = "}\n";
constexpr std::size_t kChecksumDigits = 16;

// Reads the members of one object and keeps the first thing that is wrong with any of them.
class Reader {
 public:
  Reader(const Json& object, std::string place, std::string& problem)
      : object_(object), place_(std::move(place)), problem_(problem) {
    if (!object.is_object()) fail_all("is not an object");
  }

  void text(const char* key, std::string& out) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_string()) return fail(key, "is not a text");
    out = value->get_ref<const std::string&>();
  }

  void flag(const char* key, bool& out) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_boolean()) return fail(key, "is not true or false");
    out = value->get<bool>();
  }

  void count(const char* key, std::size_t& out) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() > manifest::kMostRecords) {
      return fail(key, "is not a plausible number");
    }
    out = static_cast<std::size_t>(value->get<std::uint64_t>());
  }

  void hex(const char* key, std::uint64_t& out) {
    std::string digits;
    text(key, digits);
    const std::optional<std::uint64_t> value = parse_hex(digits);
    if (!value) return fail(key, "is not a checksum");
    out = *value;
  }

  void texts(const char* key, std::vector<std::string>& out) {
    each(key, [&](const Json& entry, const std::string& place) {
      if (entry.is_string()) {
        out.push_back(entry.get_ref<const std::string&>());
      } else {
        keep(place + " is not a text");
      }
    });
  }

  void state(const char* key, PageState& out) {
    std::string word;
    text(key, word);
    if (!problem_.empty()) return;
    const auto state = manifest::state_of(word);
    if (!state) return fail(key, "is none of current, replaced, left");
    out = *state;
  }

  template <typename T, typename Members>
  void list(const char* key, std::vector<T>& out, const Members& members) {
    each(key, [&](const Json& entry, const std::string& place) {
      if (!problem_.empty()) return;
      Reader reader(entry, place, problem_);
      members(reader, out.emplace_back());
    });
  }

  void fail(const char* key, std::string_view what) { keep(member(key) + " " + std::string(what)); }

 private:
  // Calls read(entry, place) for each entry.
  template <typename Read>
  void each(const char* key, const Read& read) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_array()) return fail(key, "is not a list");
    for (std::size_t i = 0; i < value->size(); ++i) {
      read((*value)[i], member(key) + "[" + std::to_string(i) + "]");
    }
  }

  std::string member(const char* key) const { return place_.empty() ? key : place_ + "." + key; }

  const Json* find(const char* key) {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(key);
    if (found != object_.end()) return &*found;
    fail(key, "is missing");
    return nullptr;
  }
  void fail_all(std::string_view what) {
    keep((place_.empty() ? "it " : place_ + " ") + std::string(what));
  }
  void keep(std::string what) {
    if (problem_.empty()) problem_ = std::move(what);
  }

  const Json& object_;
  std::string place_;
  std::string& problem_;
};

std::string checksum_of(std::string_view body) { return to_hex(checksum(body)); }

// The manifest's own text, when the frame around it is whole; else empty, with the problem.
std::string_view unwrap(std::string_view text, std::string& problem) {
  const std::size_t before = kBeforeChecksum.size() + kChecksumDigits + kBeforeManifest.size();
  if (text.size() < before + kAfterManifest.size() || !text.starts_with(kBeforeChecksum) ||
      text.substr(before - kBeforeManifest.size(), kBeforeManifest.size()) != kBeforeManifest ||
      !text.ends_with(kAfterManifest)) {
    problem = "it is not a manifest, or cut";
    return {};
  }
  const std::string_view digits = text.substr(kBeforeChecksum.size(), kChecksumDigits);
  const std::string_view body = text.substr(before, text.size() - before - kAfterManifest.size());
  if (digits != checksum_of(body)) problem = "its checksum is wrong";
  return body;
}

Manifest read_manifest(const Json& json, std::string& problem) {
  Manifest manifest;
  Reader reader(json, "", problem);
  std::size_t format = 0;
  reader.count("format", format);
  if (problem.empty() && format != static_cast<std::size_t>(kManifestFormat)) {
    problem = "it has format " + std::to_string(format) + ", this version of oms reads format " +
              std::to_string(kManifestFormat);
    return manifest;
  }
  manifest.format = kManifestFormat;
  manifest::kMembers(reader, manifest);
  for (const std::string& name : manifest.history) {
    if (!is_snapshot_name(name)) reader.fail("history", "has an entry that names no snapshot");
  }
  for (std::size_t i = 0; i < manifest.pages.size(); ++i) {
    if (is_page_file(manifest.pages[i].file)) continue;
    reader.fail(("pages[" + std::to_string(i) + "].file").c_str(), "is not the name of a page");
  }
  return manifest;
}

}  // namespace

std::string manifest_text(const Manifest& manifest) {
  const std::string body = manifest_body(manifest);
  std::string text(kBeforeChecksum);
  text.append(checksum_of(body)).append(kBeforeManifest).append(body).append(kAfterManifest);
  return text;
}

Result<Manifest> parse_manifest(std::string_view text) {
  std::string problem;
  const std::string_view body = unwrap(text, problem);
  if (!problem.empty()) return Error{Errc::data, problem, ""};
  if (auto plain = parse_plain_body(body)) return *std::move(plain);
  const Json json = Json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return Error{Errc::data, "it is not valid JSON", ""};
  Manifest manifest = read_manifest(json, problem);
  if (!problem.empty()) return Error{Errc::data, problem, ""};
  return manifest;
}

}  // namespace oms
