// The outcome of a check: findings about models, as data. The formats only print it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/model/model.h"

namespace oms {

// A rule has a stable id; waivers, baselines, formats and tests name it.
struct CheckRule {
  std::string_view id = {};       // "license.class"
  std::string_view section = {};  // of the policy: "license", "lineage", …; a JUnit suite
  std::string_view title = {};    // "The license class is not allowed"
  std::string_view help = {};     // one or two sentences: what it means, what to do
};
std::span<const CheckRule> check_rules();
const CheckRule* find_check_rule(std::string_view id);  // nullptr when there is none

enum class Level : std::uint8_t { note, warning, error };

// Why an error does not fail the check.
enum class Excused : std::uint8_t { no, waived, baseline, audit };

// Where a model is named. An id from the command line has no file; then line and column are 0.
struct Place {
  std::string file = {};
  int line = 0;    // from 1
  int column = 0;  // from 1; 0 = not known

  bool operator==(const Place&) const = default;
};

struct Finding {
  const CheckRule* rule = nullptr;
  Level level = Level::error;
  Excused excused = Excused::no;
  std::string model = {};              // id as the catalog spells it; "" a finding about the policy
  std::vector<Place> places = {};      // all of them; of the policy file for findings about it
  std::string message = {};            // one sentence without a final period
  std::string fix = {};                // what to do next; "" when there is nothing useful to say
  std::vector<std::string> path = {};  // ids from the model to the ancestor that it is about
  std::string excuse = {};             // why and by whom it was waived, until when

  bool fails() const { return level == Level::error && excused == Excused::no; }
};

// One step of the lineage of a checked model.
struct ChainStep {
  std::string id = {};
  std::vector<std::string> path = {};  // ids from the model to here
  std::string license = {};            // key of the license table, "" unknown
  std::string license_class = {};      // "unknown" when it is
  std::string verdict = {};
  std::string reason = {};
};

// What is known of one checked model, with its verdict.
struct CheckedModel {
  std::string id = {};
  std::string written = {};  // as it was asked for, when that differs
  std::vector<Place> places = {};
  bool known = true;  // false: not in the catalog
  std::string revision = {};
  std::string license = {};       // as declared
  std::string license_name = {};  // as declared
  std::string license_key = {};   // row of the license table, "" unknown
  std::string spdx_id = {};       // "" not on the SPDX list
  std::string license_title = {};
  std::string license_class = {};
  std::string license_effective = {};
  std::string license_verdict = {};
  std::string evidence = {};  // of the license class
  std::string as_of = {};     // of the record, ISO date
  bool clarified = false;
  std::vector<ChainStep> chain = {};
  std::string outcome = {};  // "pass", "warn", "waived", "fail"; "" it was not judged
  // Further fields and their values, for an inventory: "price_input", "0.05".
  std::vector<std::pair<std::string, std::string>> figures = {};
};

struct CheckReport {
  std::string policy = {};                   // path of the policy file, "" none
  std::string policy_hash = {};              // "" none
  std::string mode = {};                     // "enforce" or "audit"
  std::string date = {};                     // of the check, ISO
  std::vector<const CheckRule*> rules = {};  // that were checked, in the order of check_rules()
  std::vector<CheckedModel> models = {};     // by folded id
  std::vector<Finding> findings = {};        // by model, then in the order of the rules
  int exit_code = 0;
};

}  // namespace oms
