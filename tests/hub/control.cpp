// The control endpoint. A body of POST /_control is an object with any of these, done in this
// order:
//   "fault": {...}                      one fault (faults.h has the members)
//   "faults": [{...}, ...]              several
//   "mutate": {"downloads": 5, "license": 0.5, "deleted": 0.5, "renamed": 0.5}    percent; a
//                                       changed license moves lastModified behind all others
//   "unborn": 100                       that many of the last models are not created yet
//   "rename": {"id": "a/b", "to": "c/d"}
//   "delete": "a/b"
//   "quota": 500, "window": 300, "second_ms": 1000       replaces the quota, windows start anew
//   "advance_seconds": 300              the quota's clock jumps
//   "clear_log": true
//   "clear_faults": true                before those that come with it
#include "hub/control.h"

#include "hub/loopback_hub.h"

namespace oms::loopback {
namespace {

// Empty: done.
std::string add_faults(LoopbackHub& hub, const OrderedJson& command) {
  OrderedJson all = command.contains("faults") ? command["faults"] : OrderedJson::array();
  if (!all.is_array()) return "'faults' is a list";
  if (command.contains("fault")) all.push_back(command["fault"]);
  std::vector<Fault> parsed;
  for (const OrderedJson& entry : all) {
    Result<Fault> fault = parse_fault(entry.dump());
    if (!fault) return fault.error().what;
    parsed.push_back(std::move(*fault));
  }
  for (Fault& fault : parsed) hub.faults().add(std::move(fault));
  return {};
}

double share(const OrderedJson& object, const char* name) {
  return object.contains(name) && object[name].is_number() ? object[name].get<double>() : 0;
}

int whole(const OrderedJson& object, const char* name, int usual) {
  return object.contains(name) && object[name].is_number_integer() ? object[name].get<int>()
                                                                   : usual;
}

std::string text(const OrderedJson& object, const char* name) {
  return object.is_object() && object.contains(name) && object[name].is_string()
             ? object[name].get<std::string>()
             : std::string{};
}

std::string change_models(LoopbackHub& hub, const OrderedJson& command) {
  if (command.contains("mutate")) {
    const OrderedJson& shares = command["mutate"];
    if (!shares.is_object()) return "'mutate' is an object of percentages";
    hub.mutate({share(shares, "downloads"), share(shares, "license"), share(shares, "deleted"),
                share(shares, "renamed")});
  }
  if (command.contains("unborn")) {
    const int count = whole(command, "unborn", -1);
    if (count < 0) return "'unborn' is a number of models";
    hub.set_unborn(static_cast<Row>(count));
  }
  if (command.contains("rename") &&
      !hub.rename(text(command["rename"], "id"), text(command["rename"], "to"))) {
    return "no such model to rename";
  }
  if (command.contains("delete") && !hub.remove(text(command, "delete"))) {
    return "no such model to delete";
  }
  return {};
}

std::string change_quota(LoopbackHub& hub, const OrderedJson& command) {
  if (command.contains("quota") || command.contains("window") || command.contains("second_ms")) {
    const QuotaRules usual;
    const QuotaRules rules{whole(command, "quota", usual.requests),
                           whole(command, "window", usual.window_seconds),
                           whole(command, "second_ms", usual.second_ms)};
    if (rules.requests < 0 || rules.window_seconds < 1 || rules.second_ms < 1) {
      return "a quota is not negative, its window and seconds are positive";
    }
    hub.set_quota(rules);
  }
  hub.advance_clock(whole(command, "advance_seconds", 0));
  return {};
}

std::string obey(LoopbackHub& hub, const OrderedJson& command) {
  if (command.contains("clear_faults") && command["clear_faults"] == true) hub.faults().clear();
  std::string problem = add_faults(hub, command);
  if (problem.empty()) problem = change_models(hub, command);
  if (problem.empty()) problem = change_quota(hub, command);
  if (!problem.empty()) return problem;
  if (command.contains("clear_log") && command["clear_log"] == true) hub.clear_requests();
  return {};
}

OrderedJson shown(const SeenRequest& request) {
  OrderedJson headers = OrderedJson::object();
  for (const auto& [name, value] : request.headers) headers[name] = value;
  return {{"method", request.method},
          {"path", request.path},
          {"query", request.query},
          {"headers", headers},
          {"authorization", request.authorization},
          {"connection", request.connection},
          {"page", request.page},
          {"status", request.status},
          {"fault", request.fault}};
}

std::string dump(const OrderedJson& json) {
  // Paths may hold any bytes.
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace

bool is_control(const Request& request) {
  return request.path == "/_control" || request.path.compare(0, 10, "/_control/") == 0;
}

Answer answer_control(LoopbackHub& hub, const Request& request) {
  if (request.path == "/_control/log") {
    OrderedJson all = OrderedJson::array();
    for (const SeenRequest& seen : hub.requests()) all.push_back(shown(seen));
    return json_answer(200, dump({{"requests", all}}));
  }
  if (request.method == "GET" && request.path == "/_control") {
    return json_answer(200, dump({{"faults_pending", hub.faults().pending()},
                                  {"requests", hub.requests().size()}}));
  }
  if (request.method != "POST") return error_answer(405, "POST it");
  if (request.path == "/_control/reset") {
    const auto done = hub.reset();
    return done ? json_answer(200, R"({"ok":true})") : error_answer(500, done.error().what);
  }
  const OrderedJson command = OrderedJson::parse(request.body, nullptr, /*allow_exceptions=*/false);
  if (!command.is_object()) return error_answer(400, "a command is a JSON object");
  const std::string problem = obey(hub, command);
  if (!problem.empty()) return error_answer(400, problem);
  return json_answer(200, R"({"ok":true})");
}

}  // namespace oms::loopback
