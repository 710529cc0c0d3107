// JSON of the price and score services, with every number kept as it was written.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/model/field.h"

namespace oms {

// A number becomes a string that begins with this; no text of a service does.
inline constexpr char kNumberMark = '\x7f';

// How the error of a body that is no JSON at all ends.
inline constexpr std::string_view kNotJson = "is not JSON";

// Parses `body`; "0.1" stays "0.1" (a double would not keep it), a bare NaN or Infinity is null.
// Errc::data: not JSON. `what` names the body in that error.
Result<nlohmann::json> parse_exact_json(std::string_view body, std::string_view what);

// The records of a body: an array, an object that holds one under a name of `lists`, or a single
// record (an object with a member `id`). Errc::data: none of these.
Result<std::vector<const nlohmann::json*>> records_of(const nlohmann::json& body,
                                                      std::initializer_list<const char*> lists,
                                                      const char* id, std::string_view what);

// Reads the members of one record. Absent and null are missing; the first member of a wrong type
// is remembered, and the record must not be used then.
class RecordReader {
 public:
  explicit RecordReader(const nlohmann::json& record) : record_(&record) {
    if (!record.is_object()) problem_ = "it is not an object";
  }

  std::string text(const char* key);
  // A number, or a text that holds one; times 10^shift, exactly. "" is missing.
  Number number(const char* key, int shift = 0);
  Integer integer(const char* key);
  Flag flag(const char* key);
  std::vector<std::string> words(const char* key);
  // Objects and lists below; an empty one stands for a missing one.
  RecordReader object(const char* key);
  const nlohmann::json& list(const char* key);
  bool has(const char* key) const { return find(key) != nullptr; }

  // "pricing.prompt is not a number"; "" when all members could be read.
  const std::string& problem() const { return problem_; }
  void take_problem(const RecordReader& below);

 private:
  const nlohmann::json* find(const char* key) const;
  void complain(const char* key, std::string_view expected);

  const nlohmann::json* record_;
  std::string path_ = {};  // "pricing."
  std::string problem_ = {};
};

}  // namespace oms
