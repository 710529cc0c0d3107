#include "hub/damage.h"

#include <array>
#include <nlohmann/json.hpp>

namespace oms::loopback {
namespace {

using Json = nlohmann::ordered_json;

// Stands in the text for what a JSON library would not write.
constexpr std::string_view kMarker = "marker-of-the-loopback-hub";

std::string replace_marker(std::string text, const std::string& replacement) {
  const std::string quoted = '"' + std::string(kMarker) + '"';
  for (std::size_t at = text.find(quoted); at != std::string::npos;
       at = text.find(quoted, at + replacement.size())) {
    text.replace(at, quoted.size(), replacement);
  }
  return text;
}

// The records in a body: of a list, of {data: [...]}, of {rows: [{row: {...}}]}, or the one itself.
std::vector<Json*> records_of(Json& body) {
  Json* list = &body;
  bool in_rows = false;
  if (body.is_object() && body.contains("data")) list = &body["data"];
  if (body.is_object() && body.contains("rows")) {
    list = &body["rows"];
    in_rows = true;
  }
  std::vector<Json*> result;
  if (list->is_object()) result.push_back(list);
  if (!list->is_array()) return result;
  for (Json& entry : *list) {
    Json* record = in_rows && entry.contains("row") ? &entry["row"] : &entry;
    if (record->is_object()) result.push_back(record);
  }
  return result;
}

Json of_another_type(const Json& value) {
  switch (value.type()) {
    case Json::value_t::string:
      return Json{{"unexpected", true}};
    case Json::value_t::array:
      return "not a list";
    case Json::value_t::object:
      return Json::array({1, "two"});
    case Json::value_t::boolean:
      return 7;
    case Json::value_t::null:
      return 3.25;
    default:
      return "12 invented";
  }
}

// Calls `change(record, field)` for the rows and the field that the fault names.
template <typename Change>
std::string change_records(const Fault& fault, std::string body, const char* usual_field,
                           Change change) {
  Json json = Json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return body;
  const std::vector<Json*> records = records_of(json);
  for (std::size_t i = 0; i < records.size(); ++i) {
    Json& record = *records[i];
    if (fault.field == "*") {
      if (!record.empty()) {
        auto field = record.begin();
        std::advance(field, static_cast<std::ptrdiff_t>(i % record.size()));
        change(record, std::string(field.key()));
      }
    } else if (fault.row < 0 || i == static_cast<std::size_t>(fault.row)) {
      change(record, fault.field.empty() ? std::string(usual_field) : fault.field);
    }
  }
  return json.dump();
}

std::string put_raw(const Fault& fault, std::string body, const char* usual_field,
                    const std::string& raw) {
  body = change_records(fault, std::move(body), usual_field,
                        [](Json& record, const std::string& field) { record[field] = kMarker; });
  return replace_marker(std::move(body), raw);
}

std::string garble(const Fault&, std::string body) {
  const std::size_t half = body.size() / 2;
  return body.substr(0, half) + std::string(body.size() - half, '}');
}

std::string put_invalid_utf8(const Fault& fault, std::string body) {
  return put_raw(fault, std::move(body), "library_name", "\"in\xff\xfevent\xc3(ed\"");
}

std::string put_nan(const Fault& fault, std::string body) {
  return put_raw(fault, std::move(body), "downloads", "NaN");
}

std::string pad_page(const Fault& fault, std::string body) {
  const auto wanted = static_cast<std::size_t>(amount_of(fault));
  if (body.size() < wanted && !body.empty()) {
    body.insert(body.size() - 1, wanted - body.size(), ' ');
  }
  return body;
}

std::string nest(const Fault& fault, std::string body) {
  const auto depth = static_cast<std::size_t>(amount_of(fault));
  return put_raw(fault, std::move(body), "cardData",
                 std::string(depth, '[') + std::string(depth, ']'));
}

std::string put_huge_string(const Fault& fault, std::string body) {
  const auto size = static_cast<std::size_t>(amount_of(fault));
  return put_raw(fault, std::move(body), "library_name", '"' + std::string(size, 'x') + '"');
}

std::string change_type(const Fault& fault, std::string body) {
  Json stated = Json::parse(fault.value, nullptr, /*allow_exceptions=*/false);
  if (stated.is_discarded()) stated = fault.value;
  return change_records(
      fault, std::move(body), "downloads", [&](Json& record, const std::string& field) {
        record[field] = fault.value.empty() ? of_another_type(record[field]) : stated;
      });
}

std::string remove_key(const Fault& fault, std::string body) {
  return change_records(fault, std::move(body), "id",
                        [](Json& record, const std::string& field) { record.erase(field); });
}

std::string put_null(const Fault& fault, std::string body) {
  return change_records(fault, std::move(body), "id",
                        [](Json& record, const std::string& field) { record[field] = nullptr; });
}

std::string add_unknown(const Fault& fault, std::string body) {
  return change_records(fault, std::move(body), "unheardOf",
                        [](Json& record, const std::string& field) {
                          record[field] = Json{{"a", Json::array({1, nullptr})}};
                          record["\xe2\x84\x96"] = "number sign";
                          record[""] = false;
                        });
}

std::string repeat_key(const Fault& fault, std::string body) {
  const std::string name = fault.field.empty() ? "downloads" : fault.field;
  return put_raw(fault, std::move(body), "downloads", "1,\"" + name + "\":2");
}

std::string add_mark(const Fault&, std::string body) { return "\xef\xbb\xbf" + body; }

struct BodyRow {
  std::string_view kind = {};
  std::string (*damage)(const Fault& fault, std::string body) = nullptr;
};

constexpr std::array<BodyRow, 12> kBodies = {{{"garbled_json", garble},
                                              {"invalid_utf8", put_invalid_utf8},
                                              {"nan", put_nan},
                                              {"huge_page", pad_page},
                                              {"deep_nesting", nest},
                                              {"huge_string", put_huge_string},
                                              {"wrong_type", change_type},
                                              {"missing_key", remove_key},
                                              {"null_field", put_null},
                                              {"unknown_key", add_unknown},
                                              {"repeated_key", repeat_key},
                                              {"bom", add_mark}}};

// The first half of the body is sent, then what the fault says happens.
Delivery stop_amid(std::string bytes, std::size_t body_size) {
  Delivery delivery;
  delivery.first_part = bytes.size() - (body_size + 1) / 2;
  delivery.bytes = std::move(bytes);
  delivery.send_rest = false;
  return delivery;
}

void spoil_gzip(Answer& answer) {
  const std::string* encoding = answer.header("Content-Encoding");
  if (encoding == nullptr) {
    answer.body = gzip(answer.body);
    answer.set("Content-Encoding", "gzip");
  }
  std::string& bytes = answer.body;
  // The middle of the data and the checksum at the end: any decoder notices one of them.
  for (std::size_t i = bytes.size() / 2; i < bytes.size(); ++i) {
    if (i < bytes.size() / 2 + 16 || bytes.size() - i <= 8) bytes[i] = static_cast<char>(~bytes[i]);
  }
}

}  // namespace

std::string damage_body(const Fault& fault, std::string body) {
  for (const BodyRow& row : kBodies) {
    if (row.kind == fault.kind) return row.damage(fault, std::move(body));
  }
  return body;
}

Delivery damage_transport(const Fault& fault, Answer answer, bool head_only) {
  Delivery delivery;
  const std::string& kind = fault.kind;
  if (kind == "no_answer" || kind == "reset_before" || kind == "refuse") {
    delivery.ending = kind == "reset_before" ? Delivery::Ending::reset : Delivery::Ending::close;
    if (kind == "refuse") delivery.refuse_ms = static_cast<int>(amount_of(fault));
    return delivery;
  }
  if (kind == "garbled_head") {
    delivery.bytes = "HTP/9 fine\r\nthis is: no header\r\n\x01\x02\r\n\r\n{}";
    delivery.ending = Delivery::Ending::close;
    return delivery;
  }
  Framing framing;
  if (kind == "bad_gzip") spoil_gzip(answer);
  if (kind == "wrong_length") framing.length_error = amount_of(fault);
  if (kind == "endless_chunked") framing.form = Framing::Form::chunked_without_end;
  std::string bytes = write_answer(answer, head_only, framing);
  if (kind == "wrong_length" || kind == "endless_chunked") {
    delivery.bytes = std::move(bytes);
    delivery.ending = Delivery::Ending::close;
    return delivery;
  }
  if (kind == "bad_gzip") {
    delivery.bytes = std::move(bytes);
    return delivery;
  }
  delivery = stop_amid(std::move(bytes), answer.body.size());
  if (kind == "stall") {
    delivery.pause_ms = static_cast<int>(amount_of(fault));
    delivery.send_rest = true;
  } else {
    // Time for the first half to be read: RST would overtake it.
    delivery.pause_ms = kind == "reset_amid" ? 30 : 0;
    delivery.ending = kind == "reset_amid" ? Delivery::Ending::reset : Delivery::Ending::close;
  }
  return delivery;
}

}  // namespace oms::loopback
