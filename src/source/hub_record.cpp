#include "oms/source/hub_record.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

#include "oms/base/text.h"
#include "source/hub_eval.h"
#include "source/hub_json.h"
#include "source/model_index.h"

namespace oms {
namespace {

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

void read_card(value json, HubRecord& record) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "license") record.licenses = read_words(child);
    if (key == "license_name") record.license_name = read_text(child);
    if (key == "license_link") record.license_link = read_text(child);
    if (key == "language") record.languages = read_words(child);
    if (key == "base_model") record.base_models = read_words(child);
    if (key == "base_model_relation") record.base_model_relation = read_text(child);
    if (key == "new_version") record.new_version = read_text(child);
  });
}

Integer read_positive(value json) {
  const Integer number = read_integer(json);
  return number && *number > 0 ? number : Integer();
}

// Bits of one element by its type; "*": any type that begins so.
struct ElementWidth {
  std::string_view type;
  std::int64_t bits;
};
constexpr std::array kElementWidths = {
    ElementWidth{"F64", 64},  ElementWidth{"I64", 64}, ElementWidth{"U64", 64},
    ElementWidth{"F32", 32},  ElementWidth{"I32", 32}, ElementWidth{"U32", 32},
    ElementWidth{"BF16", 16}, ElementWidth{"F16", 16}, ElementWidth{"I16", 16},
    ElementWidth{"U16", 16},  ElementWidth{"F8_*", 8}, ElementWidth{"I8", 8},
    ElementWidth{"U8", 8},    ElementWidth{"BOOL", 8}, ElementWidth{"F4", 4},
};

std::int64_t bits_of(std::string_view type) {
  for (const ElementWidth& row : kElementWidths) {
    const bool family = row.type.ends_with('*');
    const std::string_view name = row.type.substr(0, row.type.size() - (family ? 1 : 0));
    if (family ? type.starts_with(name) : type == name) return row.bits;
  }
  return 0;
}

// How many bytes a count of elements for each type takes; none where one of them is not readable.
Integer read_stored_bytes(value json) {
  Int128 bits = 0;
  bool readable = true;
  each_key(json, [&](std::string_view type, value child) {
    const Integer count = read_integer(child);
    readable = readable && count && *count >= 0 && bits_of(type) > 0;
    if (readable) bits += static_cast<Int128>(*count) * bits_of(type);
  });
  const Int128 bytes = (bits + 7) / 8;
  if (!readable || bytes == 0 || bytes > std::numeric_limits<std::int64_t>::max()) return {};
  return static_cast<std::int64_t>(bytes);
}

void read_safetensors(value json, HubRecord& record) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "total") record.safetensors_total = read_integer(child);
    if (key == "parameters") record.safetensors_bytes = read_stored_bytes(child);
  });
}

// The id of a parent, which stands alone or in an object.
void add_parent(value json, HubRecord& record) {
  std::string id = type_of(json) == json_type::string ? read_text(json) : std::string();
  each_key(json, [&](std::string_view key, value child) {
    if (key == "id") id = read_text(child);
  });
  if (!id.empty()) record.parents.push_back(std::move(id));
}

void read_parents(value json, HubRecord& record) {
  each_element(json, [&](value parent) { add_parent(parent, record); });
  each_key(json, [&](std::string_view key, value child) {
    if (key == "relation") record.parent_relation = read_text(child);
    if (key != "models") return;
    each_element(child, [&](value parent) { add_parent(parent, record); });
  });
}

void add_template_text(std::string_view text, ChatTemplate& into) {
  into.present = into.present || !text.empty();
  into.tools = into.tools || text.find("tools") != std::string_view::npos;
}

// A template is a text, a list of named texts, or what the cache made of one of these.
void read_template(value json, ChatTemplate& into) {
  if (type_of(json) == json_type::string) add_template_text(read_text(json), into);
  each_element(json, [&](value named) {
    if (type_of(named) == json_type::string) add_template_text(read_text(named), into);
    each_key(named, [&](std::string_view key, value text) {
      if (key == "template") add_template_text(read_text(text), into);
    });
  });
  each_key(json, [&](std::string_view key, value flag) {
    if (key == "chat_template") into.present = into.present || read_true(flag);
    if (key == "tools") into.tools = into.tools || read_true(flag);
  });
}

void read_template_of(value json, ChatTemplate& into) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "chat_template") read_template(child, into);
  });
}

void read_config(value json, HubRecord& record) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "architectures") record.architectures = read_words(child);
    if (key == "model_type") record.model_type = read_text(child);
    if (key == "max_position_embeddings") record.config_context = read_positive(child);
    if (key == "chat_template_jinja") read_template(child, record.config_template);
    if (key == "tokenizer_config" || key == "processor_config") {
      read_template_of(child, record.config_template);
    }
    if (key != "quantization_config") return;
    each_key(child, [&](std::string_view part, value method) {
      if (part == "quant_method") record.quant_method = read_text(method);
    });
  });
}

void read_gguf(value json, HubRecord& record) {
  each_key(json, [&](std::string_view key, value child) {
    if (key == "total") record.gguf_total = read_positive(child);
    if (key == "totalFileSize") record.gguf_bytes = read_positive(child);
    if (key == "architecture") record.gguf_architecture = read_text(child);
    if (key == "context_length") record.gguf_context = read_positive(child);
    if (key == "chat_template") read_template(child, record.gguf_template);
  });
}

// As it stands; "" for what holds nothing.
std::string read_raw(value json) {
  std::string_view text;
  const json_type type = type_of(json);
  if (type != json_type::object && type != json_type::array) return {};
  if (simdjson::to_json_string(json).get(text) != simdjson::SUCCESS) return {};
  text = trim(text);
  const bool holds = !trim(text.substr(1, text.size() - 2)).empty();
  return holds ? std::string(text) : std::string();
}

// Endings of weight files, and the names that end so without being one.
constexpr std::array<std::string_view, 11> kWeightFiles = {
    "safetensors", "gguf", "bin", "pt", "pth", "ckpt", "onnx", "h5", "msgpack", "tflite", "nemo"};
constexpr std::array<std::string_view, 5> kTrainingState = {"training_args", "optimizer",
                                                            "scheduler", "scaler", "rng_state"};

void add_weight_file(std::string_view path, std::vector<std::string>& kinds) {
  const std::size_t slash = path.rfind('/');
  const std::string name = fold(slash == std::string_view::npos ? path : path.substr(slash + 1));
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return;
  const std::string kind = name.substr(dot + 1);
  const auto begins = [&](std::string_view word) { return name.starts_with(word); };
  if (std::find(kWeightFiles.begin(), kWeightFiles.end(), kind) == kWeightFiles.end()) return;
  if (std::any_of(kTrainingState.begin(), kTrainingState.end(), begins)) return;
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
}

bool is_training_log(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return name == "trainer_state.json" || name.starts_with("events.out.tfevents");
}

void read_siblings(value json, HubRecord& record) {
  record.files_listed = type_of(json) == json_type::array;
  each_element(json, [&](value file) {
    each_key(file, [&](std::string_view key, value child) {
      if (key != "rfilename") return;
      const std::string path = read_text(child);
      add_weight_file(path, record.weight_files);
      record.training_logs = record.training_logs || is_training_log(path);
    });
  });
}

void read_sources(value json, HubRecord& record) {
  each_element(json, [&](value element) {
    SourceNote note;
    each_key(element, [&](std::string_view key, value child) {
      if (key == "source") note.source = read_text(child);
      if (key == "as_of") note.as_of = read_day(child);
      if (key == "fields") note.keys = HubKeys(read_words(child));
    });
    record.sources.push_back(std::move(note));
  });
}

void read_tags(value json, HubRecord& record) { record.tags = read_words(json); }

LicenseElsewhere read_elsewhere(value json) {
  LicenseElsewhere elsewhere;
  each_key(json, [&](std::string_view key, value child) {
    if (key == "license") elsewhere.license = read_text(child);
    if (key == "license_name") elsewhere.license_name = read_text(child);
    if (key == "source") elsewhere.source = read_text(child);
    if (key == "as_of") elsewhere.as_of = read_day(child);
  });
  return elsewhere;
}

// One row a key: what it is called on the wire, where it goes, and how a newer record replaces it.
struct Key {
  std::string_view name;
  std::size_t index;  // in kHubKeys
  void (*read)(value, HubRecord&);
  void (*move)(HubRecord& onto, HubRecord& from);
};

// A key that fills one member.
template <auto Member, auto Read>
constexpr Key key(std::string_view name) {
  return {name, hub_key_index(name),
          [](value json, HubRecord& record) { record.*Member = Read(json); },
          [](HubRecord& onto, HubRecord& from) { onto.*Member = std::move(from.*Member); }};
}

// A key that fills several.
template <auto Read, auto... Members>
constexpr Key group(std::string_view name) {
  return {name, hub_key_index(name), Read, [](HubRecord& onto, HubRecord& from) {
            ((onto.*Members = std::move(from.*Members)), ...);
          }};
}

using R = HubRecord;
constexpr std::array kKeys = {
    key<&R::id, read_text>("id"),
    key<&R::hub_id, read_text>("_id"),
    key<&R::author, read_text>("author"),
    key<&R::pipeline_tag, read_text>("pipeline_tag"),
    key<&R::library_name, read_text>("library_name"),
    // Tags that were asked for came whole.
    group<read_tags, &R::tags, &R::tags_cut>("tags"),
    key<&R::likes, read_integer>("likes"),
    key<&R::downloads, read_integer>("downloads"),
    key<&R::downloads_all_time, read_integer>("downloadsAllTime"),
    key<&R::trending, read_number>("trendingScore"),
    key<&R::created, read_day>("createdAt"),
    key<&R::modified, read_day>("lastModified"),
    key<&R::gated, read_gated>("gated"),
    key<&R::disabled, read_true>("disabled"),
    key<&R::is_private, read_true>("private"),
    key<&R::sha, read_text>("sha"),
    // A card that was asked for also settles whether the license is known.
    group<read_card, &R::licenses, &R::license_name, &R::license_link, &R::languages,
          &R::base_models, &R::base_model_relation, &R::new_version, &R::license_state>("cardData"),
    group<read_safetensors, &R::safetensors_total, &R::safetensors_bytes>("safetensors"),
    group<read_parents, &R::parents, &R::parent_relation>("baseModels"),
    group<read_config, &R::architectures, &R::model_type, &R::quant_method, &R::config_context,
          &R::config_template>("config"),
    group<read_gguf, &R::gguf_total, &R::gguf_bytes, &R::gguf_architecture, &R::gguf_context,
          &R::gguf_template>("gguf"),
    key<&R::eval_results, read_eval_results>("evalResults"),
    key<&R::card_results, read_model_index>("model-index"),
    key<&R::provider_mapping, read_raw>("inferenceProviderMapping"),
    group<read_siblings, &R::files_listed, &R::weight_files, &R::training_logs>("siblings"),
    key<&R::params_billions, read_number>("_params_billions"),
    key<&R::context_length, read_integer>("_context_length"),
    key<&R::tags_cut, read_true>("_tags_cut"),
    key<&R::license_elsewhere, read_elsewhere>("_license_elsewhere"),
    key<&R::license_state, read_text>("_license_state"),
    group<read_sources, &R::sources>("_sources"),
};

constexpr bool in_table(const Key& row) { return row.index + 1 < kHubKeys.size(); }
static_assert(std::all_of(kKeys.begin(), kKeys.end(), in_table));

// Where the row of a key is found without a search: no two of them have the same place.
constexpr std::size_t kPlaces = 128;
constexpr std::size_t place_of(std::string_view name) {
  if (name.empty()) return 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(name[at]); };
  return (name.size() + byte(0) * 2 + byte(name.size() / 2) * 2 + byte(name.size() - 1) * 5) %
         kPlaces;
}
constexpr std::array<std::uint8_t, kPlaces> kRowAt = [] {  // number of the row + 1; 0: none
  std::array<std::uint8_t, kPlaces> rows = {};
  for (std::size_t row = 0; row < kKeys.size(); ++row)
    rows[place_of(kKeys[row].name)] = static_cast<std::uint8_t>(row + 1);
  return rows;
}();
constexpr const Key* key_of(std::string_view name) {
  const std::size_t row = kRowAt[place_of(name)];
  return row != 0 && kKeys[row - 1].name == name ? &kKeys[row - 1] : nullptr;
}
static_assert(std::all_of(kKeys.begin(), kKeys.end(),
                          [](const Key& row) { return key_of(row.name) == &row; }));

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
    if (field.value().get(child) != simdjson::SUCCESS)
      return Error{Errc::data, "the record is not valid JSON", ""};
    if (field.unescaped_key().get(name) != simdjson::SUCCESS) name = kNoName;
    if (const Key* key = key_of(name)) key->read(child, record);
  }
  // Past the end of the object nothing may follow; then there is no current location.
  const char* rest = nullptr;
  if (document.current_location().get(rest) == simdjson::SUCCESS) {
    return Error{Errc::data, "the record is not valid JSON", ""};
  }
  if (!is_hub_id(record.id)) return Error{Errc::data, "the record has no valid id", ""};
  return record;
}

namespace {

void replace_notes(HubRecord& onto, HubRecord& fetched, HubKeys keys) {
  for (SourceNote& note : onto.sources) note.keys.remove(keys);
  std::erase_if(onto.sources, [](const SourceNote& note) { return note.keys.empty(); });
  onto.sources.insert(onto.sources.end(), std::make_move_iterator(fetched.sources.begin()),
                      std::make_move_iterator(fetched.sources.end()));
}

}  // namespace

void overlay(HubRecord& onto, HubRecord fetched, HubKeys keys) {
  onto.id = std::move(fetched.id);
  if (!fetched.hub_id.empty()) onto.hub_id = std::move(fetched.hub_id);
  for (const Key& row : kKeys) {
    const bool identity = row.name == "id" || row.name == "_id" || row.name == "_sources";
    if (keys.has(row.index) && !identity) row.move(onto, fetched);
  }
  replace_notes(onto, fetched, keys);
}

bool is_hub_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos) return is_id_part(id);
  return is_id_part(id.substr(0, slash)) && is_id_part(id.substr(slash + 1)) && id.size() <= 96;
}

}  // namespace oms
