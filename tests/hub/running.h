// A loopback Hub for one test, and short ways to ask it.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "hub/client.h"
#include "hub/loopback_hub.h"
#include "support/catch.h"

namespace oms::loopback {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

struct Running {
  explicit Running(LoopbackOptions options = {}) {
    const auto started = hub.start(std::move(options));
    if (!started) FAIL(started.error().what);
  }
  Json list(const std::string& query) {
    return Json::parse(Client(hub.port()).get("/api/models?" + query).text());
  }
  Got get(const std::string& target, const Client::Headers& headers = {}) {
    return Client(hub.port()).get(target, headers);
  }
  LoopbackHub hub;
};

// The path and query of the next link; empty when there is none.
inline std::string next_of(const Got& got) {
  const std::string link = got.header("link");
  const std::size_t path = link.find("/api/");
  return path == std::string::npos ? "" : link.substr(path, link.find('>') - path);
}

inline std::vector<Json> walk(Running& running, std::string target) {
  Client client(running.hub.port());
  std::vector<Json> rows;
  while (!target.empty()) {
    const Got got = client.get(target);
    REQUIRE(got.status == 200);
    for (Json& row : Json::parse(got.text())) rows.push_back(std::move(row));
    target = next_of(got);
  }
  return rows;
}

inline Names texts(const std::vector<Json>& rows, const char* field) {
  Names result;
  for (const Json& row : rows) result.push_back(row.value(field, ""));
  return result;
}

inline Names ids(const Json& rows) { return texts({rows.begin(), rows.end()}, "id"); }

inline std::string message(const Got& got) { return Json::parse(got.text()).value("error", ""); }

inline Names keys(const Json& record) {
  Names result;
  for (const auto& entry : record.items()) result.push_back(entry.key());
  return result;
}

inline bool has_tag(const Json& row, const std::string& tag) {
  const Json& tags = row["tags"];
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace oms::loopback
