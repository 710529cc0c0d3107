#include "hub/directory.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "hub/encode.h"

namespace oms::loopback {
namespace {

namespace fs = std::filesystem;

// Dumps made by Python hold bare NaN, which is no JSON.
std::string nan_to_null(std::string text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text.compare(i, 3, "NaN") == 0) {
      text.replace(i, 3, "null");
    }
  }
  return text;
}

OrderedJson parse(const std::string& text) {
  return OrderedJson::parse(nan_to_null(text), nullptr, /*allow_exceptions=*/false);
}

void collect(OrderedJson value, std::string_view member, std::vector<OrderedJson>& out) {
  if (value.is_object() && value.contains("status") && value.contains("body")) {
    if (value["status"] == 200) collect(value["body"], member, out);
  } else if (value.is_object() && !member.empty() && value.contains(member)) {
    collect(value[std::string(member)], member, out);
  } else if (value.is_array()) {
    for (OrderedJson& entry : value) collect(std::move(entry), member, out);
  } else {
    out.push_back(std::move(value));
  }
}

bool read_into(const fs::path& file, std::string_view member, std::vector<OrderedJson>& out) {
  const std::string text = read_file(file);
  if (file.extension() == ".json") {
    OrderedJson value = parse(text);
    if (value.is_discarded()) return false;
    collect(std::move(value), member, out);
    return true;
  }
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    OrderedJson value = parse(line);
    if (value.is_discarded()) return false;
    collect(std::move(value), member, out);
  }
  return true;
}

std::string text_of(const OrderedJson* value) {
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string{};
}

// Records of other collections have no `_id`; one is made from the creation time and the id.
std::string object_id_of(const OrderedJson& record, const std::string& id) {
  if (record.contains("_id") && record["_id"].is_string()) return record["_id"];
  const auto created = record.contains("createdAt") && record["createdAt"].is_string()
                           ? parse_iso_time(record["createdAt"].get<std::string>())
                           : std::nullopt;
  constexpr std::int64_t floor_ms = 1646263744000;
  std::uint64_t hash = 7;
  for (const char c : lower(id)) hash = mix(hash, static_cast<unsigned char>(c));
  return hex(static_cast<std::uint64_t>(created.value_or(floor_ms) / 1000), 8) + hex(hash, 16);
}

void write_mapping_as_object(const OrderedJson& list, JsonWriter& writer) {
  writer.open_object();
  for (const OrderedJson& entry : list) {
    const bool named = entry.is_object() && entry.contains("provider");
    const std::string provider = text_of(named ? &entry["provider"] : nullptr);
    if (provider.empty()) continue;
    OrderedJson shown = OrderedJson::object();
    for (const char* key : {"status", "providerId", "task", "isModelAuthor"}) {
      if (entry.contains(key)) shown[key] = entry[key];
    }
    writer.key(provider).raw(shown.dump());
  }
  writer.close_object();
}

void write_mapping_as_list(const OrderedJson& object, JsonWriter& writer) {
  writer.open_array();
  for (const auto& [provider, entry] : object.items()) {
    OrderedJson shown = {{"provider", provider}};
    if (entry.is_object()) shown.update(entry);
    writer.raw(shown.dump());
  }
  writer.close_array();
}

}  // namespace

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Result<std::vector<OrderedJson>> read_folder(const fs::path& folder, std::string_view member) {
  std::error_code ignored;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".json" || extension == ".ndjson") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<OrderedJson> result;
  for (const fs::path& file : files) {
    if (!read_into(file, member, result)) {
      return Error{Errc::data, "cannot read '" + file.string() + "': not JSON"};
    }
  }
  return result;
}

Result<std::unique_ptr<Directory>> Directory::open(const fs::path& hub_folder) {
  auto values = read_folder(hub_folder, {});
  if (!values) return std::move(values).error();

  std::map<std::string, Item> by_id;
  for (const OrderedJson& value : *values) {
    if (!value.is_object() || !value.contains("id") || !value["id"].is_string()) continue;
    const std::string id = value["id"];
    Item& item = by_id[lower(id)];
    item.id = id;
    if (item.record.is_null()) item.record = OrderedJson::object();
    item.record.update(value);
  }
  auto result = std::make_unique<Directory>();
  for (auto& [folded, item] : by_id) {
    item.object_id = object_id_of(item.record, item.id);
    result->items_.push_back(std::move(item));
  }
  std::sort(result->items_.begin(), result->items_.end(),
            [](const Item& a, const Item& b) { return a.object_id < b.object_id; });
  for (Row row = 0; row < result->size(); ++row) {
    const std::string folded = lower(result->items_[row].id);
    result->rows_by_id_[folded] = row;
    result->rows_by_name_.emplace(folded.substr(folded.find('/') + 1), row);
  }
  return result;
}

const OrderedJson* Directory::field(Row row, std::string_view name) const {
  const auto entry = items_[row].record.find(name);
  return entry == items_[row].record.end() ? nullptr : &*entry;
}

std::optional<std::int64_t> Directory::number(Row row, SortKey key) const {
  const auto whole = [](const OrderedJson* value) -> std::optional<std::int64_t> {
    if (value == nullptr || !value->is_number()) return std::nullopt;
    return value->get<std::int64_t>();
  };
  const auto total = [&](const char* name) -> std::optional<std::int64_t> {
    const OrderedJson* value = field(row, name);
    if (value == nullptr || !value->is_object() || !value->contains("total")) return std::nullopt;
    return whole(&(*value)["total"]);
  };
  switch (key) {
    case SortKey::created_at:
      return parse_iso_time(text_of(field(row, "createdAt")));
    case SortKey::last_modified:
      return parse_iso_time(text_of(field(row, "lastModified")));
    case SortKey::downloads:
      return whole(field(row, "downloads"));
    case SortKey::likes:
      return whole(field(row, "likes"));
    case SortKey::likes_30d:
      return whole(field(row, "likes30d"));
    case SortKey::trending_score:
      return whole(field(row, "trendingScore"));
    case SortKey::num_parameters:
      return total("safetensors") ? total("safetensors") : total("gguf");
    case SortKey::id:
      break;
  }
  return std::nullopt;
}

std::string Directory::pipeline_tag(Row row) const { return text_of(field(row, "pipeline_tag")); }

bool Directory::gated(Row row) const {
  const OrderedJson* value = field(row, "gated");
  return value != nullptr && *value != false;
}

std::vector<std::string> Directory::providers(Row row) const {
  const OrderedJson* mapping = field(row, "inferenceProviderMapping");
  std::vector<std::string> result;
  if (mapping == nullptr) return result;
  if (mapping->is_object()) {
    for (const auto& entry : mapping->items()) result.push_back(entry.key());
  } else if (mapping->is_array()) {
    for (const OrderedJson& entry : *mapping) {
      if (!entry.is_object()) continue;
      const std::string provider =
          text_of(entry.contains("provider") ? &entry["provider"] : nullptr);
      if (!provider.empty()) result.push_back(provider);
    }
  }
  return result;
}

std::vector<std::string> Directory::tags(Row row) const {
  const OrderedJson* value = field(row, "tags");
  std::vector<std::string> result;
  if (value == nullptr || !value->is_array()) return result;
  for (const OrderedJson& tag : *value) {
    if (tag.is_string()) result.push_back(tag);
  }
  return result;
}

std::optional<Row> Directory::find_own(std::string_view id) const {
  const std::string folded = lower(id);
  const auto entry = rows_by_id_.find(folded);
  if (entry != rows_by_id_.end()) return entry->second;
  const auto legacy = rows_by_name_.find(folded);
  if (legacy != rows_by_name_.end()) return legacy->second;
  return std::nullopt;
}

void Directory::write_field(Row row, std::string_view name, Shape shape, JsonWriter& writer) const {
  const OrderedJson* value = field(row, name);
  if (value == nullptr) {
    if (name == "private") writer.key(name).boolean(false);
    if (name == "tags") writer.key(name).strings({});
    return;
  }
  writer.key(name);
  const bool mapping = name == "inferenceProviderMapping";
  if (mapping && shape == Shape::detail && value->is_array()) {
    write_mapping_as_object(*value, writer);
  } else if (mapping && shape == Shape::list && value->is_object()) {
    write_mapping_as_list(*value, writer);
  } else {
    writer.raw(value->dump());
  }
}

void Directory::set_downloads(Row row, std::int64_t downloads) {
  items_[row].record["downloads"] = downloads;
}

void Directory::set_license(Row row, std::string_view license) {
  OrderedJson& record = items_[row].record;
  OrderedJson tags = OrderedJson::array();
  for (const std::string& tag : this->tags(row)) {
    if (tag.compare(0, 8, "license:") != 0) tags.push_back(tag);
  }
  tags.push_back("license:" + std::string(license));
  record["tags"] = tags;
  if (record.contains("cardData") && record["cardData"].is_object()) {
    record["cardData"]["license"] = license;
  }
  record["lastModified"] = "2026-10-03T01:00:00.000Z";
}

}  // namespace oms::loopback
