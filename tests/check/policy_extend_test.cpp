#include "oms/check/policy.h"
#include "support/catch.h"
#include "support/data_file.h"

using namespace oms;  // NOLINT: tests

namespace {

const LicenseTable& licenses() {
  static const std::string text = data_file("licenses.tsv");
  static const LicenseTable table = *LicenseTable::parse(text);
  return table;
}

Policy policy(std::string_view text, const std::string& path) {
  ParsedPolicy parsed = parse_policy(text, path, licenses());
  for (const PolicyProblem& problem : parsed.problems) FAIL_CHECK(policy_error(problem).what);
  return parsed.policy;
}

std::string first_problem(std::string_view own, std::string_view above) {
  Policy mine = policy(own, "p.toml");
  const auto problems = extend_policy(mine, policy(above, "org.toml"));
  return problems.empty() ? "" : policy_error(problems.front()).what;
}

std::string value(std::string_view name, std::string_view own, std::string_view above) {
  Policy mine = policy(own, "p.toml");
  for (const PolicyProblem& problem : extend_policy(mine, policy(above, "org.toml"))) {
    FAIL_CHECK(policy_error(problem).what);
  }
  for (const PolicyValue& entry : policy_values(mine)) {
    if (entry.name == name) return entry.value;
  }
  return "no such key";
}

}  // namespace

TEST_CASE("what a policy does not state it has from the one it extends", "[check][extend]") {
  CHECK(value("license.min_class", "", "[license]\nmin_class='community'\n") == "\"community\"");
  CHECK(value("data.max_age_days", "", "[data]\nmax_age_days=30\n") == "30");
  CHECK(value("lineage.check", "", "[lineage]\ncheck=false\n") == "false");
}

TEST_CASE("a stricter value holds", "[check][extend]") {
  CHECK(value("license.min_class", "[license]\nmin_class='osi-copyleft'\n",
              "[license]\nmin_class='community'\n") == "\"osi-copyleft\"");
  CHECK(value("data.max_age_days", "[data]\nmax_age_days=7\n", "[data]\nmax_age_days=30\n") == "7");
  CHECK(value("data.max_age_days", "[data]\nmax_age_days=7\n", "") == "7");
  CHECK(value("openness.allow_gated", "[openness]\nallow_gated=false\n", "") == "false");
  CHECK(value("openness.min_osai", "[openness]\nmin_osai=20\n", "") == "20");
}

TEST_CASE("a looser value is an error with both values", "[check][extend]") {
  CHECK(
      first_problem("[license]\nmin_class='community'\n", "[license]\nmin_class='open-other'\n") ==
      "policy 'p.toml:2:1': 'license.min_class' = \"community\" loosens 'org.toml', where it is "
      "\"open-other\"");
  CHECK(first_problem("[license]\non_unknown='warn'\n", "") ==
        "policy 'p.toml:2:1': 'license.on_unknown' = \"warn\" loosens 'org.toml', where it is "
        "\"fail\"");
  CHECK(first_problem("[data]\nmax_age_days=31\n", "[data]\nmax_age_days=30\n") ==
        "policy 'p.toml:2:1': 'data.max_age_days' = 31 loosens 'org.toml', where it is 30");
  CHECK(first_problem("[openness]\nallow_gated=true\n", "[openness]\nallow_gated=false\n") ==
        "policy 'p.toml:2:1': 'openness.allow_gated' = true loosens 'org.toml', where it is false");
  CHECK(first_problem("mode='audit'\n", "") ==
        "policy 'p.toml:1:1': 'mode' = \"audit\" loosens 'org.toml', where it is \"enforce\"");
}

TEST_CASE("every loosening is told", "[check][extend]") {
  Policy mine = policy("mode='audit'\n[lineage]\ncheck=false\nunknown_base='ignore'\n", "p.toml");
  CHECK(extend_policy(mine, policy("", "org.toml")).size() == 3);
}

TEST_CASE("facts about the user stand in the extended file alone", "[check][extend]") {
  CHECK(first_problem("[thresholds]\nmonthly_active_users=5\n", "") ==
        "policy 'p.toml:2:1': 'thresholds.monthly_active_users' = 5 differs from 'org.toml', "
        "where it is not set");
  CHECK(first_problem("enforce_from=2027-01-01\n", "") ==
        "policy 'p.toml:1:1': 'enforce_from' = 2027-01-01 differs from 'org.toml', where it "
        "is not set");
}

TEST_CASE("deny lists and requirements add up", "[check][extend]") {
  CHECK(value("license.deny", "[license]\ndeny=['llama2']\n",
              "[license]\ndeny=['class:community','llama2']\n") ==
        "[\"llama2\", \"class:community\"]");
  CHECK(value("openness.require", "[openness]\nrequire=['data']\n",
              "[openness]\nrequire=['weights']\n") == "[\"data\", \"weights\"]");
}

TEST_CASE("an allow list may name what passes above", "[check][extend]") {
  CHECK(value("license.allow", "[license]\nallow=['mit']\n",
              "[license]\nallow=['mit','apache-2.0']\n") == "[\"mit\"]");
  CHECK(value("license.allow", "[license]\nallow=['mit']\n",
              "[license]\nmin_class='osi-copyleft'\n") == "[\"mit\"]");
  CHECK(value("license.allow", "[license]\nallow=['mit']\n",
              "[license]\nallow=['class:osi-permissive']\n") == "[\"mit\"]");
}

TEST_CASE("an allow list takes the place of the least class above", "[check][extend]") {
  CHECK(value("license.min_class", "[license]\nallow=['mit']\n",
              "[license]\nmin_class='osi-copyleft'\n") == "");
}

TEST_CASE("an allow list may not name anything else", "[check][extend]") {
  CHECK(
      first_problem("[license]\nallow=['mit','llama2']\n",
                    "[license]\nmin_class='osi-copyleft'\n") ==
      "policy 'p.toml:2:1': 'license.allow' = \"llama2\" loosens 'org.toml', where it is not set");
  CHECK(
      first_problem("[license]\nallow=['class:osi-permissive']\n", "[license]\nallow=['mit']\n") ==
      "policy 'p.toml:2:1': 'license.allow' = \"class:osi-permissive\" loosens 'org.toml', where "
      "it is [\"mit\"]");
}

TEST_CASE("a least class may not let pass what an allow list above does not", "[check][extend]") {
  CHECK(first_problem("[license]\nmin_class='osi-permissive'\n", "[license]\nallow=['mit']\n") ==
        "policy 'p.toml:2:1': 'license.min_class' = \"osi-permissive\" loosens 'org.toml', where "
        "it is not set");
  CHECK(first_problem("[license]\nmin_class='osi-permissive'\n",
                      "[license]\nallow=['class:osi-permissive']\n") == "");
}

TEST_CASE("waivers and clarifications stand in the extended file alone", "[check][extend]") {
  const std::string waiver =
      "[[waiver]]\nmodel='a/b'\nrules=['license.class']\nreason='x'\nexpires=2026-12-31\n";
  const std::string clarify = "[[clarify]]\nmodel='a/b'\nlicense='mit'\nsource='card'\n";
  CHECK(first_problem(waiver, "") ==
        "policy 'p.toml:1:1': a policy that extends another one has no waivers");
  CHECK(first_problem(clarify, "") ==
        "policy 'p.toml:1:1': a policy that extends another one has no clarifications");
  Policy mine = policy("", "p.toml");
  CHECK(extend_policy(mine, policy(waiver + clarify, "org.toml")).empty());
  CHECK(mine.waivers.size() == 1);
  CHECK(mine.clarifications.size() == 1);
}

TEST_CASE("rules of the extended file are enforced", "[check][extend]") {
  Policy mine = policy("", "p.toml");
  CHECK(extend_policy(mine, policy("[license]\nrequire_osi=true\n", "org.toml")).empty());
  CHECK(mine.enforced(Date{0}));
  CHECK(mine.find_stated("license.require_osi")->place.file == "org.toml");
}
