#include "source/exchange.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "oms/base/date.h"
#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "source/json_cursor.h"

namespace oms {
namespace {

bool has(const std::vector<std::string>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string text_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Without the host: the same request is the same wherever it was asked.
std::string path_of_address(const std::string& address) {
  const std::size_t start = address.find("/api/");
  return start == std::string::npos ? address : address.substr(start);
}

}  // namespace

std::optional<Exchange> read_exchange(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('{')) return std::nullopt;
  JsonCursor cursor(text);  // no deeper than it may be: what follows calls itself for each level
  if (!cursor.value() || !cursor.at_end()) return std::nullopt;
  const std::vector<std::string> keys = record_keys(text);
  const bool enclosed = has(keys, "body") && (has(keys, "request") || has(keys, "status"));
  if (!enclosed || has(keys, "id")) return std::nullopt;
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  Exchange exchange;
  exchange.request = path_of_address(text_at(json, "request"));
  const auto status = json.find("status");
  const bool told = status != json.end() && status->is_number_integer();
  exchange.response.status = told ? status->get<int>() : 200;
  const auto& body = json.at("body");
  exchange.response.body = body.is_string() ? body.get<std::string>() : body.dump();
  if (const auto headers = json.find("headers"); headers != json.end() && headers->is_object()) {
    for (const auto& [name, value] : headers->items()) {
      if (value.is_string()) exchange.response.headers.emplace_back(fold(name), value);
    }
  }
  const std::string day = text_at(json, "recorded");
  if (parse_date(day)) exchange.recorded_at = day.size() == 10 ? day + "T00:00:00Z" : day;
  return exchange;
}

std::string body_under(std::string_view key, std::string_view text) {
  text = trim(text);
  const std::string before = "{\"" + std::string(key) + "\":";
  if (text.starts_with('[')) return before + std::string(text) + "}";
  const std::vector<std::string> keys = record_keys(text);
  if (keys.empty() || has(keys, key)) return std::string(text);
  return before + "[" + std::string(text) + "]}";
}

std::string lines_under(std::string_view key, std::string_view lines) {
  std::string records;
  for (const std::string_view line : split(lines, '\n')) {
    if (trim(line).empty()) continue;
    records += (records.empty() ? "" : ",") + std::string(trim(line));
  }
  return "{\"" + std::string(key) + "\":[" + records + "]}";
}

}  // namespace oms
