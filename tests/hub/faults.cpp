#include "hub/faults.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace oms::loopback {
namespace {

constexpr std::array<FaultKind, 32> kKinds = {{
    {"status", Stage::answer, 0, "answer `status` with retry_after, retry_after_date or neither"},
    {"rate_limited", Stage::answer, 0, "429 with only RateLimit r=0;t=reset_seconds"},
    {"reject_expand", Stage::answer, 0, "400 while the request expands one of expand_any"},
    {"redirect", Stage::answer, 0, "307 to: other-host, http, circle or a URL"},
    {"html", Stage::answer, 0, "200 with a web page in place of JSON"},
    {"body", Stage::answer, 0, "`status` (200) with `body` as JSON"},
    {"duplicate_rows", Stage::page, 3, "the page begins with the last `amount` rows before it"},
    {"reordered", Stage::page, 0, "the rows of the page in reverse order"},
    {"renamed_in_walk", Stage::page, 0, "the row before the page comes again under another id"},
    {"link", Stage::link, 0, "the next link: loop, other-host, http, missing or a URL"},
    {"garbled_json", Stage::body, 0, "the body breaks off in the middle, at the right length"},
    {"invalid_utf8", Stage::body, 0, "bytes that are no UTF-8 in `field` (library_name)"},
    {"nan", Stage::body, 0, "a bare NaN in `field` (downloads)"},
    {"huge_page", Stage::body, 64 * 1024 * 1024 + 1, "a valid body of at least `amount` bytes"},
    {"deep_nesting", Stage::body, 100'000, "arrays `amount` deep in `field` (cardData)"},
    {"huge_string", Stage::body, 8 * 1024 * 1024, "`amount` bytes in `field` (library_name)"},
    {"wrong_type", Stage::body, 0, "another JSON type (or `value`) in `field`; * one a row"},
    {"missing_key", Stage::body, 0, "no `field` (id) in the row"},
    {"null_field", Stage::body, 0, "null in `field` (id)"},
    {"unknown_key", Stage::body, 0, "fields nobody has heard of"},
    {"repeated_key", Stage::body, 0, "`field` (downloads) twice in one object"},
    {"bom", Stage::body, 0, "a byte order mark before the JSON"},
    {"no_answer", Stage::transport, 0, "the connection ends without an answer"},
    {"reset_before", Stage::transport, 0, "RST in place of an answer"},
    {"reset_amid", Stage::transport, 0, "RST in the middle of the body"},
    {"cut", Stage::transport, 0, "the connection ends in the middle of the body"},
    {"stall", Stage::transport, 1000, "a pause of `amount` ms in the middle of the body"},
    {"wrong_length", Stage::transport, -10, "Content-Length off by `amount`"},
    {"endless_chunked", Stage::transport, 0, "chunks without the last one, then the end"},
    {"bad_gzip", Stage::transport, 0, "Content-Encoding gzip with damaged bytes"},
    {"refuse", Stage::transport, 500, "no answer, and nobody listens for `amount` ms"},
    {"garbled_head", Stage::transport, 0, "a status line and headers that are no HTTP"},
}};

bool meets(const Fault& fault, const FaultTarget& target) {
  if (target.path.compare(0, fault.path.size(), fault.path) != 0) return false;
  if (fault.page != 0 && fault.page != target.page) return false;
  if (fault.limit_above >= 0 && (target.page == 0 || target.limit <= fault.limit_above)) {
    return false;
  }
  if (fault.expand_any.empty()) return true;
  return std::any_of(fault.expand_any.begin(), fault.expand_any.end(),
                     [&](const std::string& name) {
                       return std::find(target.expanded.begin(), target.expanded.end(), name) !=
                              target.expanded.end();
                     });
}

// One row for each member of Fault, so that a misspelled name is noticed.
struct MemberRow {
  std::string_view name = {};
  bool (*read)(const nlohmann::json& value, Fault& out) = nullptr;
};

template <auto Member>
bool read_text(const nlohmann::json& value, Fault& out) {
  if (!value.is_string()) return false;
  out.*Member = value.get<std::string>();
  return true;
}

template <auto Member>
bool read_number(const nlohmann::json& value, Fault& out) {
  if (!value.is_number_integer()) return false;
  out.*Member = value.get<std::decay_t<decltype(out.*Member)>>();
  return true;
}

bool read_names(const nlohmann::json& value, Fault& out) {
  if (!value.is_array()) return false;
  for (const auto& name : value) {
    if (!name.is_string()) return false;
    out.expand_any.push_back(name);
  }
  return true;
}

bool read_value(const nlohmann::json& value, Fault& out) {
  out.value = value.dump();
  return true;
}

constexpr std::array<MemberRow, 17> kMembers = {
    {{"kind", read_text<&Fault::kind>},
     {"path", read_text<&Fault::path>},
     {"page", read_number<&Fault::page>},
     {"limit_above", read_number<&Fault::limit_above>},
     {"expand_any", read_names},
     {"skip", read_number<&Fault::skip>},
     {"times", read_number<&Fault::times>},
     {"status", read_number<&Fault::status>},
     {"retry_after", read_number<&Fault::retry_after>},
     {"retry_after_date", read_number<&Fault::retry_after_date>},
     {"reset_seconds", read_number<&Fault::reset_seconds>},
     {"amount", read_number<&Fault::amount>},
     {"to", read_text<&Fault::to>},
     {"field", read_text<&Fault::field>},
     {"row", read_number<&Fault::row>},
     {"value", read_value},
     {"body", read_text<&Fault::body>}}};

const MemberRow* find_member(std::string_view name) {
  for (const MemberRow& row : kMembers) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace

std::span<const FaultKind> fault_kinds() { return kKinds; }

const FaultKind* find_kind(std::string_view name) {
  for (const FaultKind& kind : kKinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

long long amount_of(const Fault& fault) {
  if (fault.amount != -1) return fault.amount;
  const FaultKind* kind = find_kind(fault.kind);
  return kind == nullptr ? 0 : kind->amount;
}

Result<Fault> parse_fault(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return Error{Errc::usage, "a fault is a JSON object"};
  Fault fault;
  for (const auto& [name, value] : json.items()) {
    const MemberRow* row = find_member(name);
    if (row == nullptr) return Error{Errc::usage, "a fault has no '" + name + "'"};
    if (!row->read(value, fault)) {
      return Error{Errc::usage, "a fault's '" + name + "' cannot be " + value.dump()};
    }
  }
  if (find_kind(fault.kind) == nullptr) {
    return Error{Errc::usage, "no fault is called '" + fault.kind + "'"};
  }
  return fault;
}

void FaultList::add(Fault fault) {
  const std::lock_guard lock(mutex_);
  faults_.push_back(std::move(fault));
}

std::optional<Fault> FaultList::take(const FaultTarget& target) {
  const std::lock_guard lock(mutex_);
  for (auto fault = faults_.begin(); fault != faults_.end(); ++fault) {
    if (!meets(*fault, target)) continue;
    if (fault->skip > 0) {
      --fault->skip;
      continue;
    }
    const Fault taken = *fault;
    if (fault->times > 0 && --fault->times == 0) faults_.erase(fault);
    return taken;
  }
  return std::nullopt;
}

std::size_t FaultList::pending() const {
  const std::lock_guard lock(mutex_);
  return faults_.size();
}

void FaultList::clear() {
  const std::lock_guard lock(mutex_);
  faults_.clear();
}

}  // namespace oms::loopback
