#include "oms/check/lock.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <variant>

#include "oms/base/sha256.h"
#include "oms/base/text.h"

namespace oms {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "oms-lock";
constexpr int kVersion = 1;

// A member of a node by name: written and read by the same rows.
using NodeMember =
    std::variant<bool CheckNode::*, Choice CheckNode::*, Flag CheckNode::*, Number CheckNode::*,
                 Day CheckNode::*, Text CheckNode::*, Words CheckNode::*>;
struct NodeRow {
  const char* name;
  NodeMember member;
  std::span<const std::string_view> words = {};
};
const NodeRow kNodeRows[] = {
    {"revision", &CheckNode::revision},
    {"status", &CheckNode::status, words::kStatus},
    {"license", &CheckNode::license},
    {"license_name", &CheckNode::license_name},
    {"license_key", &CheckNode::license_key},
    {"license_class", &CheckNode::license_class, words::kLicenseClass},
    {"license_reason", &CheckNode::license_reason, words::kReason},
    {"license_evidence", &CheckNode::license_evidence, words::kEvidence},
    {"commercial_use", &CheckNode::commercial_use, words::kAllowed},
    {"osi_approved", &CheckNode::osi_approved},
    {"disagreement", &CheckNode::disagreement},
    {"gated", &CheckNode::gated, words::kGated},
    {"mof_class", &CheckNode::mof_class, words::kMofClass},
    {"osai_score", &CheckNode::osai_score},
    {"relation", &CheckNode::relation, words::kRelation},
    {"base_models", &CheckNode::bases},
    {"as_of", &CheckNode::as_of},
};

std::string line_of(const Json& json) {
  constexpr auto kReplace = Json::error_handler_t::replace;
  std::string line = json.dump(-1, ' ', /*ensure_ascii=*/false, kReplace);
  // A lock is read by people who decide: nothing in it may show as something else.
  if (printable(line) != line) line = json.dump(-1, ' ', /*ensure_ascii=*/true, kReplace);
  return line;
}

// What is unknown is left out.
struct Write {
  const CheckNode& node;
  const NodeRow& row;
  Json& json;

  void put(Json value) const { json[row.name] = std::move(value); }
  void operator()(bool CheckNode::*member) const {
    if (node.*member) put(true);
  }
  void operator()(Choice CheckNode::*member) const {
    if ((node.*member).code != 0) put(word_of(row.words, node.*member));
  }
  void operator()(Flag CheckNode::*member) const {
    if (node.*member) put(*(node.*member));
  }
  void operator()(Number CheckNode::*member) const {
    if (node.*member) put(to_text(*(node.*member)));
  }
  void operator()(Day CheckNode::*member) const {
    if (node.*member) put(to_text(*(node.*member)));
  }
  void operator()(Text CheckNode::*member) const {
    if (!(node.*member).empty()) put(node.*member);
  }
  void operator()(Words CheckNode::*member) const {
    if (!(node.*member).empty()) put(node.*member);
  }
};

Json node_json(const CheckNode& node) {
  Json json = {{"id", node.id}};
  if (!node.known) json["known"] = false;
  for (const NodeRow& row : kNodeRows) std::visit(Write{node, row, json}, row.member);
  for (std::size_t i = 0; i < kComponents; ++i) {
    const ComponentFact& fact = node.open[i];
    if (fact.state.code == 0) continue;
    Json open = Json::array({word_of(words::kOpen, fact.state)});
    if (fact.evidence.code != 0) open.push_back(word_of(words::kEvidence, fact.evidence));
    json["open_" + std::string(words::kComponent[i])] = std::move(open);
  }
  return json;
}

template <typename Entries, typename ToJson>
std::string list_text(const char* name, const Entries& entries, ToJson to_json) {
  std::string text = "  \"" + std::string(name) + "\": [";
  bool first = true;
  for (const auto& entry : entries) {
    text += (first ? "\n    " : ",\n    ") + line_of(to_json(entry));
    first = false;
  }
  return text + (first ? "]" : "\n  ]");
}

// Everything under the head, which has the hash of these bytes.
std::string body_text(const Lock& lock) {
  const auto as_text = [](const auto& text) { return Json(text); };
  const auto alias = [](const CheckAlias& entry) {
    return Json{{"written", entry.written}, {"id", entry.id}};
  };
  return "  \"policy_sha256\": " + line_of(lock.policy_hash) +
         ",\n  \"date\": " + line_of(lock.date) + ",\n" +
         list_text("models", lock.models, as_text) + ",\n" +
         list_text("nodes", lock.facts.nodes, node_json) + ",\n" +
         list_text("aliases", lock.facts.aliases, alias) + ",\n" +
         list_text("licenses", split(lock.facts.licenses, '\n'), as_text) + "\n}\n";
}

// Reads what Write wrote; `fine` becomes false at anything else.
struct Read {
  const Json& value;
  const NodeRow& row;
  CheckNode& node;
  bool& fine;

  std::string text() const {
    fine = fine && value.is_string();
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  void operator()(bool CheckNode::*member) const {
    fine = fine && value.is_boolean();
    node.*member = value == Json(true);
  }
  void operator()(Choice CheckNode::*member) const {
    node.*member = parse_choice(row.words, text());
    fine = fine && (node.*member).code != 0;
  }
  void operator()(Flag CheckNode::*member) const {
    fine = fine && value.is_boolean();
    node.*member = value == Json(true);
  }
  void operator()(Number CheckNode::*member) const {
    const auto number = parse_decimal(text());
    fine = fine && number.has_value();
    if (number) node.*member = *number;
  }
  void operator()(Day CheckNode::*member) const {
    node.*member = parse_date(text());
    fine = fine && (node.*member).has_value();
  }
  void operator()(Text CheckNode::*member) const { node.*member = text(); }
  void operator()(Words CheckNode::*member) const {
    fine = fine && value.is_array();
    for (const Json& word : value) {
      fine = fine && word.is_string();
      if (word.is_string()) (node.*member).push_back(word.get<std::string>());
    }
  }
};

class LockReader {
 public:
  explicit LockReader(const Json& json) : json_(json) {}

  Lock read() {
    Lock lock;
    lock.policy_hash = text_of(json_, "policy_sha256");
    lock.date = text_of(json_, "date");
    for (const Json& id : list_of("models")) lock.models.push_back(as_text(id));
    for (const Json& node : list_of("nodes")) lock.facts.nodes.push_back(node_of(node));
    for (const Json& alias : list_of("aliases")) {
      lock.facts.aliases.push_back({text_of(alias, "written"), text_of(alias, "id")});
    }
    std::string separator;
    for (const Json& row : list_of("licenses")) {
      lock.facts.licenses += separator + as_text(row);
      separator = "\n";
    }
    lock.facts.sort();
    return lock;
  }
  bool fine() const { return fine_; }

 private:
  std::string as_text(const Json& value) {
    fine_ = fine_ && value.is_string();
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  std::string text_of(const Json& object, const char* name) {
    if (!object.is_object() || !object.contains(name)) {
      fine_ = false;
      return {};
    }
    return as_text(object[name]);
  }
  // Never a copy: that of a list in a list in a list… would end the process.
  const Json& list_of(const char* name) {
    static const Json kNone = Json::array();
    const auto found = json_.find(name);
    if (found != json_.end() && found->is_array()) return *found;
    fine_ = false;
    return kNone;
  }

  CheckNode node_of(const Json& json) {
    CheckNode node;
    node.id = text_of(json, "id");
    if (!json.is_object()) return node;
    if (json.contains("known")) node.known = json["known"] != Json(false);
    for (const NodeRow& row : kNodeRows) {
      if (json.contains(row.name)) std::visit(Read{json[row.name], row, node, fine_}, row.member);
    }
    for (std::size_t i = 0; i < kComponents; ++i) {
      const std::string name = "open_" + std::string(words::kComponent[i]);
      if (json.contains(name)) node.open[i] = component_of(json[name]);
    }
    return node;
  }

  ComponentFact component_of(const Json& json) {
    ComponentFact fact;
    if (!json.is_array() || json.empty() || json.size() > 2) {
      fine_ = false;
      return fact;
    }
    fact.state = parse_choice(words::kOpen, as_text(json[0]));
    if (json.size() > 1) fact.evidence = parse_choice(words::kEvidence, as_text(json[1]));
    return fact;
  }

  const Json& json_;
  bool fine_ = true;
};

}  // namespace

std::string lock_text(const Lock& lock) {
  const std::string body = body_text(lock);
  return "{\n  \"format\": \"" + std::string(kFormat) +
         "\",\n  \"version\": " + std::to_string(kVersion) + ",\n  \"sha256\": \"" + sha256(body) +
         "\",\n" + body;
}

Result<Lock> parse_lock(std::string_view text, const std::string& path) {
  const auto wrong = [&](const std::string& why) {
    return Error{Errc::data, "lock '" + printable(path) + "': " + why,
                 "write it anew with 'oms check --lock " + printable(path) + " --update-lock'"};
  };
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded() || !json.is_object()) return wrong("not a JSON object");
  const auto is = [&](const char* name, const Json& value) {
    const auto found = json.find(name);
    return found != json.end() && *found == value;
  };
  const bool ours = is("format", Json(kFormat)) && is("version", Json(kVersion));
  if (!ours) return wrong("not a lock of version " + std::to_string(kVersion));
  LockReader reader(json);
  const Lock lock = reader.read();
  if (!reader.fine()) return wrong("damaged");
  // Written again it must be the same bytes: nothing was changed by hand or by a merge.
  if (lock_text(lock) != text) return wrong("changed since it was written");
  if (!LicenseTable::parse(lock.facts.licenses)) return wrong("damaged: its license rows");
  return lock;
}

}  // namespace oms
