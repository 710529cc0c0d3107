// A key of a JSON object: how it is filled and what a schema says of it, in one row.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/json_document.h"

namespace oms {

template <typename Object>
struct JsonKey {
  std::string_view name = {};
  Json (*schema)() = nullptr;
  Json (*value)(const Object&) = nullptr;
  std::string_view help = {};
};

template <typename Object>
Json json_object(const Object& object, std::span<const JsonKey<Object>> keys) {
  Json json = Json::object();
  for (const auto& key : keys) json[std::string(key.name)] = key.value(object);
  return json;
}

template <typename Object>
Json json_array(const std::vector<Object>& objects, std::span<const JsonKey<Object>> keys) {
  Json json = Json::array();
  for (const Object& object : objects) json.push_back(json_object(object, keys));
  return json;
}

// Every key is required, no other is allowed.
template <typename Object>
Json json_object_schema(std::span<const JsonKey<Object>> keys) {
  Json properties = Json::object();
  Json names = Json::array();
  for (const auto& key : keys) {
    Json property = key.schema();
    if (!key.help.empty()) property["description"] = key.help;
    properties[std::string(key.name)] = std::move(property);
    names.push_back(key.name);
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"additionalProperties", false},
          {"required", std::move(names)}};
}

}  // namespace oms
