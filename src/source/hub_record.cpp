#include "oms/source/hub_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "oms/base/text.h"

namespace oms {
namespace {

using simdjson::ondemand::json_type;
using simdjson::ondemand::object;
using simdjson::ondemand::value;

json_type type_of(value& json) {
  json_type type = json_type::null;
  if (json.type().get(type) != simdjson::SUCCESS) return json_type::null;
  return type;
}

std::string read_text(value json) {
  std::string_view text;
  if (json.get_string().get(text) != simdjson::SUCCESS) return {};
  return std::string(text);
}

// A whole number; the Hub sometimes writes one as 12.0.
Integer read_integer(value json) {
  if (type_of(json) != json_type::number) return {};
  double number = 0;
  std::int64_t whole = 0;
  if (json.get_int64().get(whole) == simdjson::SUCCESS) return whole;
  if (json.get_double().get(number) != simdjson::SUCCESS) return {};
  if (!(std::abs(number) < 9e15) || number != std::floor(number)) return {};
  return static_cast<std::int64_t>(number);
}

Number read_number(value json) {
  if (type_of(json) != json_type::number) return {};
  std::string_view text = json.raw_json_token();
  auto parsed = parse_decimal(trim(text));
  if (!parsed) return {};
  return *parsed;
}

Day read_day(value json) {
  std::string_view text;
  if (json.get_string().get(text) != simdjson::SUCCESS) return {};
  return parse_date(text);
}

// A string or a list of strings; anything else in the list is passed over.
std::vector<std::string> read_words(value json) {
  std::vector<std::string> words;
  if (type_of(json) == json_type::string) {
    std::string word = read_text(json);
    if (!word.empty()) words.push_back(std::move(word));
    return words;
  }
  simdjson::ondemand::array items;
  if (type_of(json) != json_type::array || json.get_array().get(items) != simdjson::SUCCESS) {
    return words;
  }
  for (auto item : items) {
    value element;
    if (item.get(element) != simdjson::SUCCESS) break;
    if (type_of(element) != json_type::string) continue;
    std::string word = read_text(element);
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// false, "auto", "manual"; a plain true lost its kind on the way.
std::string read_gated(value json) {
  bool gated = false;
  if (type_of(json) == json_type::string) {
    const std::string kind = fold(read_text(json));
    return kind == "auto" || kind == "manual" ? kind : std::string();
  }
  if (json.get_bool().get(gated) != simdjson::SUCCESS) return {};
  return gated ? "yes" : "no";
}

bool read_true(value json) {
  bool flag = false;
  return json.get_bool().get(flag) == simdjson::SUCCESS && flag;
}

template <typename Handler>
void each_key(value json, Handler handle) {
  object fields;
  if (type_of(json) != json_type::object || json.get_object().get(fields) != simdjson::SUCCESS) {
    return;
  }
  for (auto field : fields) {
    std::string_view key;
    value child;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS) return;
    if (field.value().get(child) != simdjson::SUCCESS) return;
    handle(key, child);
  }
}

void read_card(value json, HubRecord& record) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "license") record.licenses = read_words(child);
    if (key == "license_name") record.license_name = read_text(child);
    if (key == "license_link") record.license_link = read_text(child);
    if (key == "language") record.languages = read_words(child);
    if (key == "base_model") record.base_models = read_words(child);
    if (key == "base_model_relation") record.base_model_relation = read_text(child);
  });
}

void read_safetensors(value json, HubRecord& record) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "total") record.safetensors_total = read_integer(child);
  });
}

void read_sources(value json, HubRecord& record) {
  simdjson::ondemand::array items;
  if (json.get_array().get(items) != simdjson::SUCCESS) return;
  for (auto item : items) {
    value element;
    if (item.get(element) != simdjson::SUCCESS) return;
    SourceNote note;
    each_key(element, [&](std::string_view key, value child) {
      if (key == "source") note.source = read_text(child);
      if (key == "as_of") note.as_of = read_day(child);
      if (key == "fields") note.keys = read_words(child);
    });
    record.sources.push_back(std::move(note));
  }
}

// One row a key: what it is called on the wire and where it goes.
struct Key {
  std::string_view name;
  void (*read)(value, HubRecord&);
};
constexpr std::array kKeys = {
    Key{"id", [](value json, HubRecord& r) { r.id = read_text(json); }},
    Key{"author", [](value json, HubRecord& r) { r.author = read_text(json); }},
    Key{"pipeline_tag", [](value json, HubRecord& r) { r.pipeline_tag = read_text(json); }},
    Key{"library_name", [](value json, HubRecord& r) { r.library_name = read_text(json); }},
    Key{"tags", [](value json, HubRecord& r) { r.tags = read_words(json); }},
    Key{"likes", [](value json, HubRecord& r) { r.likes = read_integer(json); }},
    Key{"downloads", [](value json, HubRecord& r) { r.downloads = read_integer(json); }},
    Key{"trendingScore", [](value json, HubRecord& r) { r.trending = read_number(json); }},
    Key{"createdAt", [](value json, HubRecord& r) { r.created = read_day(json); }},
    Key{"lastModified", [](value json, HubRecord& r) { r.modified = read_day(json); }},
    Key{"gated", [](value json, HubRecord& r) { r.gated = read_gated(json); }},
    Key{"disabled", [](value json, HubRecord& r) { r.disabled = read_true(json); }},
    Key{"cardData", read_card},
    Key{"safetensors", read_safetensors},
    Key{"_params_billions",
        [](value json, HubRecord& r) { r.params_billions = read_number(json); }},
    Key{"_context_length", [](value json, HubRecord& r) { r.context_length = read_integer(json); }},
    Key{"_license_state", [](value json, HubRecord& r) { r.license_state = read_text(json); }},
    Key{"_sources", read_sources},
};

bool id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

bool is_id_part(std::string_view part) {
  if (part.empty() || part.size() > 96) return false;
  if (part.front() == '-' || part.front() == '.' || part.back() == '-' || part.back() == '.') {
    return false;
  }
  if (part.find("--") != std::string_view::npos || part.find("..") != std::string_view::npos) {
    return false;
  }
  return std::all_of(part.begin(), part.end(), id_character);
}

}  // namespace

struct HubRecordReader::Parser {
  simdjson::ondemand::parser parser;
  std::string buffer;
};

HubRecordReader::HubRecordReader() : parser_(std::make_unique<Parser>()) {}
HubRecordReader::~HubRecordReader() = default;

Result<HubRecord> HubRecordReader::read(std::string_view json) {
  std::string& buffer = parser_->buffer;
  buffer.assign(json);
  buffer.resize(json.size() + simdjson::SIMDJSON_PADDING, ' ');
  const simdjson::padded_string_view padded(buffer.data(), json.size(), buffer.size());
  simdjson::ondemand::document document;
  simdjson::ondemand::object fields;
  if (parser_->parser.iterate(padded).get(document) != simdjson::SUCCESS ||
      document.get_object().get(fields) != simdjson::SUCCESS) {
    return Error{Errc::data, "the record is not a JSON object", ""};
  }
  HubRecord record;
  for (auto field : fields) {
    std::string_view name;
    value child;
    if (field.unescaped_key().get(name) != simdjson::SUCCESS ||
        field.value().get(child) != simdjson::SUCCESS) {
      return Error{Errc::data, "the record is not valid JSON", ""};
    }
    const auto* key =
        std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& row) { return row.name == name; });
    if (key != kKeys.end()) key->read(child, record);
  }
  // Past the end of the object nothing may follow; then there is no current location.
  const char* rest = nullptr;
  if (document.current_location().get(rest) == simdjson::SUCCESS) {
    return Error{Errc::data, "the record is not valid JSON", ""};
  }
  if (!is_hub_id(record.id)) return Error{Errc::data, "the record has no valid id", ""};
  return record;
}

bool is_hub_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos) return is_id_part(id);
  return is_id_part(id.substr(0, slash)) && is_id_part(id.substr(slash + 1)) && id.size() <= 96;
}

}  // namespace oms
