// Misbehavior on command. A fault waits for requests that match, spoils the next `times` of them
// and is gone; each request meets at most one fault, the first in order of adding.
#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/http.h"
#include "oms/base/result.h"

namespace oms::loopback {

// Where in the making of an answer a fault acts.
enum class Stage {
  answer,     // in place of the answer
  page,       // which rows a page holds
  link,       // the Link header
  body,       // the JSON text
  transport,  // the bytes on the wire
};

struct FaultKind {
  std::string_view name = {};
  Stage stage = {};
  long long amount = 0;  // the default of Fault::amount
  std::string_view what = {};
};
std::span<const FaultKind> fault_kinds();

// In JSON: an object with these names; `kind` is needed, everything else has a default.
struct Fault {
  std::string kind = {};

  // Which requests it meets.
  std::string path = "/";                    // prefix
  int page = 0;                              // page of a listing, from 1; 0: any request
  long long limit_above = -1;                // only listings with a larger limit (or none)
  std::vector<std::string> expand_any = {};  // only requests that expand one of these
  int skip = 0;                              // so many matching requests pass before
  int times = 1;                             // -1: for ever

  // What it does; the kind says which of these it reads.
  int status = 0;
  int retry_after = -1;       // seconds, as a number
  int retry_after_date = -1;  // seconds from now, as an HTTP date
  int reset_seconds = -1;     // RateLimit says r=0 and so many seconds
  long long amount = -1;      // bytes, rows, milliseconds or depth; -1: the kind's default
  std::string to = {};        // where a redirect or link leads
  std::string field = {};     // which field of a record; "*": another one in every row
  int row = 0;                // which record of the body; -1: all
  std::string value = {};     // JSON text to put there
  std::string body = {};      // bytes to answer
};

Result<Fault> parse_fault(std::string_view json);
const FaultKind* find_kind(std::string_view name);  // null: no such kind
long long amount_of(const Fault& fault);

// What of a request decides whether a fault meets it.
struct FaultTarget {
  std::string path = {};
  int page = 0;  // 0: not a listing
  long long limit = 0;
  std::vector<std::string> expanded = {};
};

class FaultList {
 public:
  void add(Fault fault);
  std::optional<Fault> take(const FaultTarget& target);
  std::size_t pending() const;  // faults that still wait, those without an end included
  void clear();

 private:
  mutable std::mutex mutex_ = {};
  std::vector<Fault> faults_ = {};
};

}  // namespace oms::loopback
