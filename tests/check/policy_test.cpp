#include "oms/check/policy.h"

#include "check/policy_keys.h"
#include "oms/base/text.h"
#include "support/catch.h"
#include "support/data_file.h"

using namespace oms;  // NOLINT: tests

namespace {

const LicenseTable& licenses() {
  static const std::string text = data_file("licenses.tsv");
  static const LicenseTable table = *LicenseTable::parse(text);
  return table;
}

ParsedPolicy parse(std::string_view text) { return parse_policy(text, "p.toml", licenses()); }

Policy good(std::string_view text) {
  ParsedPolicy parsed = parse(text);
  for (const PolicyProblem& problem : parsed.problems) FAIL_CHECK(policy_error(problem).what);
  return parsed.policy;
}

// The first problem as it is printed, with its hint behind it.
std::string wrong(std::string_view text) {
  const ParsedPolicy parsed = parse(text);
  if (parsed.problems.empty()) return "nothing is wrong";
  const Error error = policy_error(parsed.problems.front());
  return error.what + (error.hint.empty() ? "" : " | " + error.hint);
}

}  // namespace

TEST_CASE("an empty policy states no rule", "[check][policy]") {
  CHECK_FALSE(good("").has_rules());
  CHECK_FALSE(good("version = 1\nmode = 'audit'\n").has_rules());
  CHECK(good("version = 1\nmode = 'enforce'\n").has_rules());
  CHECK(good("[data]\nmax_age_days = 30\n").has_rules());
}

TEST_CASE("the policy has the hash of its bytes", "[check][policy]") {
  CHECK(good("").hash == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("every key of a policy is read", "[check][policy]") {
  const Policy policy = good(R"(version = 1
mode = "audit"
enforce_from = 2027-01-01
[license]
min_class = "osi-copyleft"
allow = ["class:restricted", "CC-BY-4.0", "other:openmdw"]
deny = ["class:research-only", "llama2"]
require_osi = true
commercial_use = "conditional-ok"
on_unknown = "warn"
on_disagreement = "fail"
[thresholds]
monthly_active_users = 50_000
annual_revenue_usd = 2000000
territory = ["DE", "EU"]
[lineage]
check = false
on_conflict = "warn"
on_review = "fail"
on_no_lineage = "warn"
unknown_base = "ignore"
[openness]
require = ["data", "weights"]
min_evidence = "curated"
allow_gated = false
min_osai = 12.5
mof_class = "II"
[data]
max_age_days = 30
pin_revision = true
)");
  std::string text;
  for (const PolicyValue& value : policy_values(policy))
    text += value.name + "=" + value.value + "\n";
  CHECK(text == R"(version=1
extends=
extends_sha256=
mode="audit"
enforce_from=2027-01-01
license.min_class="osi-copyleft"
license.allow=["class:restricted", "CC-BY-4.0", "other:openmdw"]
license.deny=["class:research-only", "llama2"]
license.require_osi=true
license.commercial_use="conditional-ok"
license.on_unknown="warn"
license.on_disagreement="fail"
thresholds.monthly_active_users=50000
thresholds.annual_revenue_usd=2000000
thresholds.territory=["DE", "EU"]
lineage.check=false
lineage.on_conflict="warn"
lineage.on_review="fail"
lineage.on_no_lineage="warn"
lineage.unknown_base="ignore"
openness.require=["data", "weights"]
openness.min_evidence="curated"
openness.allow_gated=false
openness.min_osai=12.5
openness.mof_class="II"
data.max_age_days=30
data.pin_revision=true
)");
}

TEST_CASE("what a policy does not state has its default", "[check][policy]") {
  std::string text;
  for (const PolicyValue& value : policy_values(good(""))) {
    if (!value.value.empty()) text += value.name + "=" + value.value + "\n";
  }
  CHECK(text == R"(version=1
mode="enforce"
license.require_osi=false
license.commercial_use="any"
license.on_unknown="fail"
license.on_disagreement="warn"
lineage.check=true
lineage.on_conflict="fail"
lineage.on_review="warn"
lineage.on_no_lineage="allow"
lineage.unknown_base="fail"
openness.min_evidence="unknown"
openness.allow_gated=true
openness.mof_class=""
data.pin_revision=false
)");
}

TEST_CASE("licenses are known by key, SPDX id and class", "[check][policy]") {
  const Policy policy = good("[license]\nallow = ['Apache-2.0', 'class:community']\n");
  CHECK(policy.allow[0].key == "apache-2.0");
  CHECK(word_of(words::kLicenseClass, policy.allow[0].license_class) == "osi-permissive");
  CHECK(policy.allow[1].key == "");
  CHECK(word_of(words::kLicenseClass, policy.allow[1].license_class) == "community");
}

TEST_CASE("a waiver has all that it must have", "[check][policy]") {
  const Policy policy = good(R"([[waiver]]
model = "tiiuae/falcon-180B@abc"
rules = ["license.class", "openness.gated"]
reason = "ticket 123"
approved_by = "Ada"
expires = 2026-12-31
class_seen = "community"
)");
  REQUIRE(policy.waivers.size() == 1);
  const Waiver& waiver = policy.waivers.front();
  CHECK(waiver.model == "tiiuae/falcon-180B");
  CHECK(waiver.revision == "abc");
  CHECK(waiver.rules == Words{"license.class", "openness.gated"});
  CHECK(waiver.reason == "ticket 123");
  CHECK(waiver.approved_by == "Ada");
  CHECK(to_text(*waiver.expires) == "2026-12-31");
  CHECK(waiver.place == Place{"p.toml", 1, 1});
}

TEST_CASE("a waiver without an end or a reason is an error", "[check][policy]") {
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=['license.class']\nreason='x'\n") ==
        "policy 'p.toml:1:1': [[waiver]]: 'expires' is missing");
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=['license.class']\nexpires=2026-12-31\n") ==
        "policy 'p.toml:1:1': [[waiver]]: 'reason' is missing");
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=['license.class']\nexpires=2026-12-31\nreason=' '") ==
        "policy 'p.toml:5:8': 'waiver.reason' is empty");
}

TEST_CASE("a waiver names exact rules of exact models", "[check][policy]") {
  const std::string rest = "reason='x'\nexpires=2026-12-31\n";
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=['all']\n" + rest)
            .find("'waiver.rules' takes a list of rules, not 'all'") != std::string::npos);
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=['license.clas']\n" + rest)
            .find("did you mean 'license.class'?") != std::string::npos);
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=['data.not-cached']\n" + rest) ==
        "policy 'p.toml:3:8': 'waiver.rules' cannot waive 'data.not-cached'");
  CHECK(wrong("[[waiver]]\nmodel='a/*'\nrules=['license.class']\n" + rest) ==
        "policy 'p.toml:1:1': [[waiver]]: 'model' is one exact id, not a pattern");
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nrules=[]\n" + rest) ==
        "policy 'p.toml:1:1': [[waiver]]: 'rules' names no rule");
}

TEST_CASE("a clarification says what and from where", "[check][policy]") {
  const Policy policy = good(R"([[clarify]]
model = "a/b"
base_model = ["c/d"]
license = "Apache-2.0"
revision = "abc"
source = "card"
)");
  REQUIRE(policy.clarifications.size() == 1);
  CHECK(policy.clarifications[0].base_model == Words{"c/d"});
  CHECK(policy.clarifications[0].license == "apache-2.0");
  CHECK(wrong("[[clarify]]\nmodel='a/b'\nsource='card'\n") ==
        "policy 'p.toml:1:1': [[clarify]]: neither 'base_model' nor 'license' is stated");
  CHECK(wrong("[[clarify]]\nmodel='a/b'\nlicense='mit'\n") ==
        "policy 'p.toml:1:1': [[clarify]]: 'source' is missing");
}

TEST_CASE("an unknown key is an error at its place, with the nearest", "[check][policy]") {
  CHECK(wrong("[license]\n\n  min_clas = 'mit'\n") ==
        "policy 'p.toml:3:3': unknown key 'min_clas' in [license]; did you mean 'min_class'?");
  CHECK(wrong("vresion = 1\n") ==
        "policy 'p.toml:1:1': unknown key 'vresion'; did you mean 'version'?");
  CHECK(wrong("[license]\nmax_age_days = 3\n") ==
        "policy 'p.toml:2:1': unknown key 'max_age_days' in [license] | it belongs to [data]");
  CHECK(wrong("[license.more]\nmin_class = 'mit'\n") ==
        "policy 'p.toml:1:10': unknown key 'more' in [license]");
}

TEST_CASE("an unknown section is an error at its place, with the nearest", "[check][policy]") {
  CHECK(wrong("[licence]\nmin_class = 'mit'\n") ==
        "policy 'p.toml:1:1': unknown section [licence]; did you mean 'license'? | "
        "sections are license, thresholds, lineage, openness, data, waiver, clarify");
  CHECK(wrong("[waiver]\nmodel = 'a/b'\n") ==
        "policy 'p.toml:1:1': 'waiver' is written [[waiver]]");
  CHECK(wrong("[[license]]\nmin_class = 'community'\n") ==
        "policy 'p.toml:1:1': 'license' is written [license]");
}

TEST_CASE("a value of a wrong kind is an error", "[check][policy]") {
  CHECK(wrong("[license]\nrequire_osi = 'yes'\n") ==
        "policy 'p.toml:2:15': 'license.require_osi' takes true or false, not a text");
  CHECK(wrong("[license]\nallow = 'mit'\n") ==
        "policy 'p.toml:2:9': 'license.allow' takes a list of license ids and class:NAME, not a "
        "text");
  CHECK(wrong("[data]\nmax_age_days = 1.5\n") ==
        "policy 'p.toml:2:16': 'data.max_age_days' takes a whole number from 0, not a number");
  CHECK(wrong("[data]\nmax_age_days = -1\n") ==
        "policy 'p.toml:2:16': 'data.max_age_days' takes a whole number from 0, not -1");
  CHECK(wrong("[openness]\nmin_osai = 101\n") ==
        "policy 'p.toml:2:12': 'openness.min_osai' takes a number from 0 to 100");
  CHECK(wrong("license = 3\n") == "policy 'p.toml:1:1': 'license' is a section, written [license]");
}

TEST_CASE("the elements of a list are texts with something in them", "[check][policy]") {
  CHECK(wrong("[license]\nallow = [3]\n") ==
        "policy 'p.toml:2:10': 'license.allow' takes a list of license ids and class:NAME, not a "
        "number");
  CHECK(wrong("[[waiver]]\nmodel='a/b'\nreason='x'\nexpires=2026-12-31\nrules='license.class'\n")
            .find("not a text") != std::string::npos);
  CHECK(wrong("[[clarify]]\nmodel='a/b'\nsource='card'\nbase_model=['c/d', '']\n") ==
        "policy 'p.toml:4:20': 'clarify.base_model' has an empty text in it");
}

TEST_CASE("a day may be a text, but is a whole day", "[check][policy]") {
  const std::string waiver = "[[waiver]]\nmodel='a/b'\nrules=['license.class']\nreason='x'\n";
  CHECK(good(waiver + "expires='2026-12-31'\n").waivers[0].expires == parse_date("2026-12-31"));
  for (const char* text : {"'2026-12'", "'tomorrow'", "3", "12:00:00"}) {
    CAPTURE(text);
    CHECK(wrong(waiver + "expires=" + text + "\n").starts_with("policy 'p.toml:5:9': "));
  }
}

TEST_CASE("a clarification states a license that there is", "[check][policy]") {
  CHECK(wrong("[[clarify]]\nmodel='a/b'\nsource='card'\nlicense='apache-2.1'\n")
            .find("not 'apache-2.1'; did you mean 'apache-2.0'? | 'oms licenses' lists all") !=
        std::string::npos);
}

TEST_CASE("the hash of an extended policy needs one that is extended", "[check][policy]") {
  CHECK(wrong("extends_sha256 = '" + std::string(64, '0') + "'\n") ==
        "policy 'p.toml:1:1': 'extends_sha256' stands without 'extends'");
}

TEST_CASE("unknown words, classes, licenses and countries are errors", "[check][policy]") {
  CHECK(wrong("[license]\nmin_class = 'open-othr'\n") ==
        "policy 'p.toml:2:13': 'license.min_class' takes one of proprietary, research-only, "
        "non-commercial, community, restricted, open-other, osi-copyleft, osi-permissive, not "
        "'open-othr'; did you mean 'open-other'?");
  CHECK(wrong("[license]\nallow = ['class:osi-permisive']\n")
            .find("names the unknown class 'osi-permisive'; did you mean 'osi-permissive'?") !=
        std::string::npos);
  CHECK(wrong("[license]\nallow = ['mit', 'apache-2.1']\n") ==
        "policy 'p.toml:2:17': 'license.allow' names the unknown license 'apache-2.1'; did you "
        "mean 'apache-2.0'? | 'oms licenses' lists all");
  CHECK(wrong("[license]\nallow = ['community']\n") ==
        "policy 'p.toml:2:10': 'license.allow' names a class as a license: 'community' | write "
        "\"class:community\"");
  CHECK(wrong("[license]\nallow = ['class:unknown']\n") ==
        "policy 'p.toml:2:10': 'license.allow' cannot name 'class:unknown' | "
        "'license.on_unknown' decides about it");
  CHECK(wrong("[thresholds]\nterritory = ['Germany']\n").find("not 'Germany'") !=
        std::string::npos);
  CHECK(wrong("[openness]\nrequire = ['training_data']\n")
            .find("takes a list of data, weights, evaluation, finetuning, metrics") !=
        std::string::npos);
}

TEST_CASE("what is no TOML is an error at its place", "[check][policy]") {
  CHECK(wrong("[license\n").starts_with("policy 'p.toml:1:9': no TOML: "));
  CHECK(wrong("[ = 7\n").starts_with("policy 'p.toml:1:3': no TOML: "));
  CHECK(wrong("version = 1\nversion = 1\n").starts_with("policy 'p.toml:2:"));
}

TEST_CASE("what is no TOML is told in one line without control characters", "[check][policy]") {
  CHECK(wrong("x = t\n") ==
        "policy 'p.toml:1:6': no TOML: error while parsing boolean: expected 'true', saw 't '");
  CHECK(
      wrong("x = tr\x1b[31m\n") ==
      "policy 'p.toml:1:7': no TOML: error while parsing boolean: expected 'true', saw 'tr\ufffd'");
}

TEST_CASE("a letter that is not of ASCII is no blank in TOML", "[check][policy]") {
  CHECK(wrong("\u00e9 = 1\n").starts_with("policy 'p.toml:1:1': no TOML: "));
  CHECK(wrong("version = \u00e9\n").starts_with("policy 'p.toml:1:11': no TOML: "));
  CHECK(wrong("extends = \"\"\"\\\u00e9\"\"\"\n").starts_with("policy 'p.toml:1:15': no TOML: "));
}

TEST_CASE("a TOML key of more than 257 parts is refused, whatever its parts are",
          "[check][policy]") {
  const auto key_of = [](std::string_view part, std::size_t parts) {
    std::string key(part);
    while (--parts > 0) key.append(1, '.').append(part);
    return "version = 1\n\n" + key + " = 1\n";
  };
  for (const std::string_view part : {"a", " a ", "\"a.b\"", "'a'", "\"$\"", "\"a\\\"b\"", "\t'\"'",
                                      "\"\"", "'#'", "\"\u00e9\""}) {
    CAPTURE(part);
    CHECK(wrong(key_of(part, 258)) == "policy 'p.toml:3:1': no TOML: a key of too many parts");
    CHECK(wrong(key_of(part, 200'000)) == "policy 'p.toml:3:1': no TOML: a key of too many parts");
    CHECK(wrong(key_of(part, 257)).find("too many parts") == std::string::npos);
  }
}

TEST_CASE("dots in texts, comments and numbers are no parts of a key", "[check][policy]") {
  const std::string dots(1000, '.');
  std::string numbers = "territory = [";
  for (int i = 0; i < 1000; ++i) numbers += "1.5, ";
  for (const std::string& text :
       {"# " + dots + "\nversion = 1\n", "extends = \"" + dots + "\"\n",
        "extends = '" + dots + "'\n", "extends = \"\"\"\n" + dots + "\n\"\"\"\n",
        "extends = '''\n" + dots + "'''\n", "[thresholds]\n" + numbers + "]\n"}) {
    CAPTURE(text.substr(0, 40));
    CHECK(wrong(text).find("too many parts") == std::string::npos);
  }
}

TEST_CASE("all problems are told, not only the first", "[check][policy]") {
  CHECK(parse("a = 1\nb = 2\n[license]\nc = 3\n").problems.size() == 3);
}

TEST_CASE("another version of the format is an error", "[check][policy]") {
  CHECK(wrong("version = 2\n") ==
        "policy 'p.toml:1:1': version 2 is not known | this is version 1");
}

TEST_CASE("before enforce_from a policy only reports", "[check][policy]") {
  const Policy policy = good("enforce_from = 2027-01-01\n[license]\nrequire_osi = true\n");
  CHECK_FALSE(policy.enforced(*parse_date("2026-12-31")));
  CHECK(policy.enforced(*parse_date("2027-01-01")));
}

TEST_CASE("the policy to begin with can be read and states a rule", "[check][policy]") {
  const Policy policy = good(initial_policy());
  CHECK(policy.has_rules());
  CHECK(word_of(words::kLicenseClass, policy.min_class) == "open-other");
}

TEST_CASE("the policy to begin with explains every key", "[check][policy]") {
  const std::string text = initial_policy();
  for (const auto& row : policy_keys()) {
    INFO(row.name());
    CHECK(text.find("\n" + std::string(row.active ? "" : "#") + std::string(row.key) + " = ") !=
          std::string::npos);
  }
}

TEST_CASE("the policy to begin with is right with every key stated, too", "[check][policy]") {
  const std::string commented = initial_policy();
  std::string text;
  for (const std::string_view line : split(commented, '\n')) {
    const bool key = line.starts_with('#') && !line.starts_with("# ");
    text += std::string(key ? line.substr(1) : line) + "\n";
  }
  const ParsedPolicy parsed = parse(text);
  for (const PolicyProblem& problem : parsed.problems) FAIL_CHECK(policy_error(problem).what);
}

TEST_CASE("hostile words stay inert in the message", "[check][policy]") {
  CHECK(wrong("[license]\n\"a\\u001b[31m\\nb\" = 1\n") ==
        "policy 'p.toml:2:1': unknown key 'a\xEF\xBF\xBD[31m b' in [license]");
}
