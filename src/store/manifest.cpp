#include "store/manifest.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "store/checksum.h"
#include "store/file_names.h"

namespace oms {
namespace {

using Json = nlohmann::json;  // for reading: its look-ups stay fast in hostile objects
using OrderedJson = nlohmann::ordered_json;  // for writing: keys stand as listed here

// Callers reserve memory by such numbers. The whole Hub is 3.1 million models.
constexpr std::uint64_t kMostRecords = 1'000'000'000;

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
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() > kMostRecords) {
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
    list(key, [&](const Json& entry, const std::string& place) {
      if (entry.is_string()) {
        out.push_back(entry.get_ref<const std::string&>());
      } else {
        keep(place + " is not a text");
      }
    });
  }

  // Calls read(entry, place) for each entry.
  template <typename Read>
  void list(const char* key, const Read& read) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_array()) return fail(key, "is not a list");
    for (std::size_t i = 0; i < value->size(); ++i) {
      read((*value)[i], member(key) + "[" + std::to_string(i) + "]");
    }
  }

  void fail(const char* key, std::string_view what) { keep(member(key) + " " + std::string(what)); }

 private:
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

// In the order of the enumeration.
constexpr std::array<std::string_view, 3> kStates = {"current", "replaced", "left"};

OrderedJson to_json(const PageInfo& page) {
  return {{"file", page.file},
          {"source", page.source},
          {"scope", page.scope},
          {"request", page.request},
          {"expand", page.expand},
          {"etag", page.etag},
          {"fetched_at", page.fetched_at},
          {"records", page.records},
          {"rejected", page.rejected},
          {"checksum", to_hex(page.checksum)},
          {"state", kStates[static_cast<std::size_t>(page.state)]}};
}

PageState read_state(const std::string& word, const std::string& place, std::string& problem) {
  const auto* found = std::find(kStates.begin(), kStates.end(), word);
  if (found == kStates.end()) problem = place + ".state is none of current, replaced, left";
  return static_cast<PageState>(found == kStates.end() ? 0 : found - kStates.begin());
}

PageInfo read_page(const Json& json, const std::string& place, std::string& problem) {
  PageInfo page;
  Reader reader(json, place, problem);
  reader.text("file", page.file);
  if (!is_page_file(page.file)) reader.fail("file", "is not the name of a page");
  reader.text("source", page.source);
  reader.text("scope", page.scope);
  reader.text("request", page.request);
  reader.texts("expand", page.expand);
  reader.text("etag", page.etag);
  reader.text("fetched_at", page.fetched_at);
  reader.count("records", page.records);
  reader.count("rejected", page.rejected);
  reader.hex("checksum", page.checksum);
  std::string state;
  reader.text("state", state);
  if (problem.empty()) page.state = read_state(state, place, problem);
  return page;
}

OrderedJson to_json(const ScopeInfo& scope) {
  return {{"key", scope.key},          {"request", scope.request},
          {"ids", scope.ids},          {"fetched_at", scope.fetched_at},
          {"resume", scope.resume},    {"unfinished", scope.unfinished},
          {"complete", scope.complete}};
}

ScopeInfo read_scope(const Json& json, const std::string& place, std::string& problem) {
  ScopeInfo scope;
  Reader reader(json, place, problem);
  reader.text("key", scope.key);
  reader.text("request", scope.request);
  reader.texts("ids", scope.ids);
  reader.text("fetched_at", scope.fetched_at);
  reader.text("resume", scope.resume);
  reader.count("unfinished", scope.unfinished);
  reader.flag("complete", scope.complete);
  return scope;
}

OrderedJson to_json(const SourceInfo& source) {
  return {{"name", source.name},   {"endpoint", source.endpoint}, {"fetched_at", source.fetched_at},
          {"error", source.error}, {"records", source.records},   {"rejected", source.rejected}};
}

SourceInfo read_source(const Json& json, const std::string& place, std::string& problem) {
  SourceInfo source;
  Reader reader(json, place, problem);
  reader.text("name", source.name);
  reader.text("endpoint", source.endpoint);
  reader.text("fetched_at", source.fetched_at);
  reader.text("error", source.error);
  reader.count("records", source.records);
  reader.count("rejected", source.rejected);
  return source;
}

OrderedJson to_json(const StatusInfo& status) {
  return {
      {"id", status.id}, {"status", status.status}, {"now", status.now}, {"as_of", status.as_of}};
}

StatusInfo read_status(const Json& json, const std::string& place, std::string& problem) {
  StatusInfo status;
  Reader reader(json, place, problem);
  reader.text("id", status.id);
  reader.text("status", status.status);
  reader.text("now", status.now);
  reader.text("as_of", status.as_of);
  return status;
}

template <typename T>
OrderedJson to_list(const std::vector<T>& entries) {
  OrderedJson list = OrderedJson::array();
  for (const T& entry : entries) list.push_back(to_json(entry));
  return list;
}

template <typename T>
void read_list(Reader& reader, const char* key, std::vector<T>& out, std::string& problem,
               T (*read)(const Json&, const std::string&, std::string&)) {
  reader.list(key, [&](const Json& json, const std::string& place) {
    if (problem.empty()) out.push_back(read(json, place, problem));
  });
}

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
  reader.text("created_at", manifest.created_at);
  reader.texts("history", manifest.history);
  for (const std::string& name : manifest.history) {
    if (!is_snapshot_name(name)) reader.fail("history", "has an entry that names no snapshot");
  }
  read_list(reader, "scopes", manifest.scopes, problem, read_scope);
  read_list(reader, "pages", manifest.pages, problem, read_page);
  read_list(reader, "sources", manifest.sources, problem, read_source);
  read_list(reader, "statuses", manifest.statuses, problem, read_status);
  reader.texts("refused_expand", manifest.refused_expand);
  reader.flag("complete", manifest.complete);
  return manifest;
}

}  // namespace

std::string manifest_text(const Manifest& manifest) {
  const OrderedJson json = {{"format", kManifestFormat},
                            {"created_at", manifest.created_at},
                            {"history", manifest.history},
                            {"scopes", to_list(manifest.scopes)},
                            {"pages", to_list(manifest.pages)},
                            {"sources", to_list(manifest.sources)},
                            {"statuses", to_list(manifest.statuses)},
                            {"refused_expand", manifest.refused_expand},
                            {"complete", manifest.complete}};
  const std::string body = json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
  std::string text(kBeforeChecksum);
  text.append(checksum_of(body)).append(kBeforeManifest).append(body).append(kAfterManifest);
  return text;
}

Result<Manifest> parse_manifest(std::string_view text) {
  std::string problem;
  const std::string_view body = unwrap(text, problem);
  if (!problem.empty()) return Error{Errc::data, problem, ""};
  const Json json = Json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return Error{Errc::data, "it is not valid JSON", ""};
  Manifest manifest = read_manifest(json, problem);
  if (!problem.empty()) return Error{Errc::data, problem, ""};
  return manifest;
}

}  // namespace oms
