// Waivers, clarifications, baselines, audits and locks.
#include "check/check_samples.h"
#include "oms/check/baseline.h"
#include "oms/check/lock.h"

using namespace oms;           // NOLINT: tests
using namespace oms::samples;  // NOLINT: tests

namespace {

CheckFacts known() {
  CheckNode falcon = node("a/Falcon", "other:falcon-180b");
  falcon.revision = "abcdef0";
  return facts({falcon, node("a/apache", "apache-2.0"), node("a/llama", "llama2"),
                node("d/distill", "mit")});
}

const std::string kStrict = "[license]\nmin_class='open-other'\n";
const std::string kClass =
    "error license.class: other:falcon-180b is community; the policy asks for at least open-other";

std::string waiver(const std::string& more, const std::string& model = "a/falcon") {
  return kStrict + "[[waiver]]\nmodel='" + model +
         "'\nrules=['license.class']\nreason='tests only'\n" + more;
}

CheckReport report(const std::string& text, const Words& ids, bool strict = false) {
  CheckRequest asked = request(ids);
  asked.strict = strict;
  return check(policy(text), known(), asked, kToday);
}

// Deeper than any stack: a reader that calls itself for each level would end the process.
std::string deep_list() {
  constexpr std::size_t kLevels = 300'000;
  return std::string(kLevels, '[') + std::string(kLevels, ']');
}

}  // namespace

TEST_CASE("a waiver excuses its rule of its model", "[check][excuses]") {
  const CheckReport waived =
      report(waiver("approved_by='Ada'\nexpires=2026-09-01\n"), {"a/falcon", "a/llama"});
  CHECK(found(waived) == Words{"waived " + kClass,
                               "error license.class: llama2 is community; the policy asks for at "
                               "least open-other"});
  CHECK(waived.findings.front().excuse == "tests only (approved by Ada, until 2026-09-01)");
  CHECK(waived.models.front().outcome == "waived");
  CHECK(waived.models.front().license_effective == "community");
}

TEST_CASE("a check with nothing but waived errors passes", "[check][excuses]") {
  CHECK(report(waiver("expires=2026-12-31\n"), {"a/falcon"}).exit_code == 0);
}

TEST_CASE("after its last day a waiver excuses nothing and is named", "[check][excuses]") {
  const CheckReport expired = report(waiver("expires=2026-08-31\n"), {"a/falcon"});
  CHECK(found(expired) ==
        Words{"warning waiver.expired: the waiver for a/falcon ended on 2026-08-31", kClass});
  CHECK(expired.exit_code == 1);
  CHECK(expired.findings.front().places == std::vector<Place>{{"p.toml", 3, 1}});
}

TEST_CASE("a waiver is void when the class is not the approved one", "[check][excuses]") {
  CHECK(found(report(waiver("expires=2026-12-31\nclass_seen='restricted'\n"), {"a/falcon"})) ==
        Words{"warning waiver.void: the waiver for a/falcon was approved for the class restricted; "
              "now it is community",
              kClass});
  CHECK(report(waiver("expires=2026-12-31\nclass_seen='community'\n"), {"a/falcon"}).exit_code ==
        0);
}

TEST_CASE("a waiver for a revision is void at another one", "[check][excuses]") {
  CHECK(report(waiver("expires=2026-12-31\n", "a/Falcon@abcdef0"), {"a/falcon"}).exit_code == 0);
  CHECK(found(report(waiver("expires=2026-12-31\n", "a/Falcon@1111111"), {"a/falcon"})).front() ==
        "warning waiver.void: the waiver for a/Falcon is for revision 1111111; the catalog knows "
        "abcdef0");
}

TEST_CASE("a waiver that excuses nothing is named", "[check][excuses]") {
  CHECK(found(report(waiver("expires=2026-12-31\n", "a/apache"), {"a/apache"})) ==
        Words{"warning waiver.unused: the waiver for a/apache excuses nothing"});
  CHECK(found(report(waiver("expires=2026-12-31\n"), {"a/apache"})) ==
        Words{"warning waiver.unused: the waiver for a/falcon is about no checked model"});
  CHECK(found(report(waiver("expires=2026-12-31\n"), {"a/falcon"})) == Words{"waived " + kClass});
}

TEST_CASE("warnings fail a strict check", "[check][excuses]") {
  const std::string unused = waiver("expires=2026-12-31\n", "a/apache");
  CHECK(report(unused, {"a/apache"}).exit_code == 0);
  CHECK(report(unused, {"a/apache"}, true).exit_code == 1);
}

TEST_CASE("a clarified license is the one that is judged", "[check][excuses]") {
  const std::string text =
      kStrict + "[[clarify]]\nmodel='a/falcon'\nlicense='apache-2.0'\nsource='the text'\n";
  const CheckReport clarified = report(text, {"a/falcon"});
  CHECK(clarified.findings.empty());
  CHECK(clarified.models.front().clarified);
  CHECK(clarified.models.front().license_class == "osi-permissive");
}

TEST_CASE("a clarified base passes on what it requires", "[check][excuses]") {
  const std::string text =
      kStrict + "[[clarify]]\nmodel='d/distill'\nbase_model=['a/llama']\nsource='the card'\n";
  CHECK(report(kStrict, {"d/distill"}).exit_code == 0);
  const CheckReport clarified = report(text, {"d/distill"});
  CHECK(clarified.exit_code == 1);
  CHECK(clarified.models.front().license_effective == "community");
}

TEST_CASE("a clarification for another revision is void", "[check][excuses]") {
  const auto text = [](const std::string& revision) {
    return kStrict + "[[clarify]]\nmodel='a/falcon'\nlicense='mit'\nsource='x'\nrevision='" +
           revision + "'\n";
  };
  CHECK(found(report(text("abcdef0"), {"a/falcon"})).empty());
  CHECK(found(report(text("1111111"), {"a/falcon"})) ==
        Words{"warning clarify.void: the clarification of a/falcon is for revision 1111111, which "
              "is not the catalog's",
              kClass});
}

TEST_CASE("a clarification of no checked model is named", "[check][excuses]") {
  CHECK(found(report(kStrict + "[[clarify]]\nmodel='z/z'\nlicense='mit'\nsource='x'\n",
                     {"a/apache"})) ==
        Words{"warning clarify.unused: the clarification of z/z is about no checked model and no "
              "base of one"});
}

TEST_CASE("a baseline excuses what was there and nothing new", "[check][excuses]") {
  const Policy strict = policy(kStrict);
  CheckRequest asked = request({"a/falcon"});
  const Baseline baseline = baseline_of(check(strict, known(), asked, kToday));
  CHECK(baseline.entries == std::vector<BaselineEntry>{{"a/Falcon", "license.class", "community"}});
  asked = request({"a/falcon", "a/llama"});
  asked.baseline = &baseline;
  const CheckReport later = check(strict, known(), asked, kToday);
  CHECK(found(later) == Words{"baseline " + kClass,
                              "error license.class: llama2 is community; the policy asks for "
                              "at least open-other"});
}

TEST_CASE("with another class a finding of the baseline is new", "[check][excuses]") {
  const Baseline baseline{{{"a/Falcon", "license.class", "non-commercial"}}};
  CheckRequest asked = request({"a/falcon"});
  asked.baseline = &baseline;
  CHECK(check(policy(kStrict), known(), asked, kToday).exit_code == 1);
}

TEST_CASE("no baseline excuses a model that is not in the catalog", "[check][excuses]") {
  const Baseline baseline{{{"z/z", "data.not-cached", "unknown"}}};
  CheckRequest asked = request({"z/z"});
  asked.baseline = &baseline;
  CHECK(check(policy(kStrict), known(), asked, kToday).exit_code == 3);
}

TEST_CASE("a baseline is read as it was written", "[check][excuses]") {
  const Baseline baseline{{{"a/x", "license.class", "community"}, {"a\n\"y", "data.stale", "x"}}};
  const auto again = parse_baseline(baseline_text(baseline), "b.json");
  REQUIRE(again);
  CHECK(again->entries == baseline.entries);
}

TEST_CASE("what is no baseline is an error", "[check][excuses]") {
  for (const std::string_view text :
       {"", "[]", "{}", "{\"format\":\"oms-baseline\",\"version\":2}",
        "{\"format\":\"oms-baseline\",\"version\":1,\"findings\":[3]}"}) {
    const auto parsed = parse_baseline(text, "b.json");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().what.starts_with("baseline 'b.json': "));
  }
}

TEST_CASE("a finding of a baseline has a model, a class and a rule that there is",
          "[check][excuses]") {
  const auto error = [](const std::string& finding) {
    return parse_baseline(
               "{\"format\":\"oms-baseline\",\"version\":1,\"findings\":[" + finding + "]}",
               "b.json")
        .error()
        .what;
  };
  CHECK(error(R"({"model":"a/b","rule":"license.class"})") ==
        "baseline 'b.json': a finding has no model or no license class");
  CHECK(error(R"({"rule":"license.class","license_class":"community"})") ==
        "baseline 'b.json': a finding has no model or no license class");
  CHECK(error(R"({"model":"a/b","rule":"license.clas","license_class":"community"})") ==
        "baseline 'b.json': unknown rule 'license.clas'");
}

TEST_CASE("the findings of a baseline stand by model and rule, each once", "[check][excuses]") {
  const Baseline baseline =
      baseline_of(report(kStrict + "deny=['llama2']\n", {"a/llama", "a/falcon", "a/falcon"}));
  CHECK(baseline.entries == std::vector<BaselineEntry>{{"a/Falcon", "license.class", "community"},
                                                       {"a/llama", "license.class", "community"},
                                                       {"a/llama", "license.denied", "community"}});
}

TEST_CASE("an audit reports and passes", "[check][excuses]") {
  const CheckReport audited = report("mode='audit'\n" + kStrict, {"a/falcon"});
  CHECK(found(audited) == Words{"audit " + kClass});
  CHECK(audited.exit_code == 0);
  CHECK(audited.mode == "audit");
}

TEST_CASE("a policy without rules reports alone", "[check][excuses]") {
  CHECK(report("", {"d/other"}).exit_code == 3);
  CHECK(report("", {"a/falcon"}).exit_code == 0);
}

TEST_CASE("missing data beats a broken rule", "[check][excuses]") {
  CHECK(report(kStrict, {"a/falcon", "z/z"}).exit_code == 3);
}

TEST_CASE("findings stand by model and then in the order of the rules", "[check][excuses]") {
  const CheckReport all = report("[license]\nmin_class='osi-permissive'\ndeny=['llama2']\n",
                                 {"a/llama", "A/FALCON", "a/llama"});
  Words order;
  for (const Finding& finding : all.findings) {
    order.push_back(finding.model + " " + std::string(finding.rule->id));
  }
  CHECK(order ==
        Words{"a/Falcon license.class", "a/llama license.denied", "a/llama license.class"});
}

TEST_CASE("a model that is asked for in two places has both", "[check][excuses]") {
  CheckRequest asked;
  asked.models = {
      {"a/llama", "", {"f", 1, 2}}, {"A/Llama", "", {"g", 3, 4}}, {"a/llama", "", {"f", 1, 2}}};
  const CheckReport both = check(policy(kStrict), known(), asked, kToday);
  REQUIRE(both.models.size() == 1);
  CHECK(both.models.front().places == std::vector<Place>{{"f", 1, 2}, {"g", 3, 4}});
  CHECK(both.findings.front().places == both.models.front().places);
}

TEST_CASE("a lock is read as it was written", "[check][lock]") {
  Lock lock;
  lock.policy_hash = "abc";
  lock.date = "2026-09-01";
  lock.models = {"a/llama"};
  lock.facts = known();
  CheckNode& full = lock.facts.nodes.front();
  full.disagreement = true;
  full.osai_score = *parse_decimal("12.5");
  full.open[2] = {Choice{3}, Choice{2}};
  full.gated = Choice{1};
  full.bases = {"x/y", "z\x1b[31m"};
  lock.facts.aliases = {{"falcon", "a/Falcon"}};
  const auto again = parse_lock(lock_text(lock), "oms.lock");
  REQUIRE(again);
  CHECK(again->policy_hash == "abc");
  CHECK(again->date == "2026-09-01");
  CHECK(again->models == lock.models);
  CHECK(again->facts.nodes == lock.facts.nodes);
  CHECK(again->facts.aliases == lock.facts.aliases);
  CHECK(again->facts.licenses == lock.facts.licenses);
}

TEST_CASE("a base that is not in the catalog is not in it by the lock either", "[check][lock]") {
  CheckNode nowhere;
  nowhere.id = "x/nowhere";
  nowhere.known = false;
  Lock lock;
  lock.facts = facts({node("a/x", "mit", {"x/nowhere"}), nowhere});
  const auto again = parse_lock(lock_text(lock), "oms.lock");
  REQUIRE(again);
  CHECK(again->facts.nodes == lock.facts.nodes);
}

TEST_CASE("a lock without one of its lists, or with facts of another form, is damaged",
          "[check][lock]") {
  for (const std::string_view more :
       {"", R"(,"models":[],"nodes":{},"aliases":[],"licenses":[])",
        R"(,"models":[],"nodes":[{"id":"a/b","open_data":"yes"}],"aliases":[],"licenses":[])"}) {
    const auto read =
        parse_lock(R"({"format":"oms-lock","version":1,"sha256":"","policy_sha256":"",)"
                   R"("date":"2026-09-01")" +
                       std::string(more) + "}",
                   "oms.lock");
    REQUIRE_FALSE(read);
    CHECK(read.error().what == "lock 'oms.lock': damaged");
  }
}

TEST_CASE("a lock that was changed by hand is refused", "[check][lock]") {
  Lock lock;
  lock.facts = known();
  const std::string text = lock_text(lock);
  for (std::size_t at = 0; at < text.size(); at += 97) {
    std::string changed = text;
    changed[at] = changed[at] == 'x' ? 'y' : 'x';
    INFO(at);
    CHECK_FALSE(parse_lock(changed, "oms.lock"));
  }
  CHECK_FALSE(parse_lock(text + "\n", "oms.lock"));
  CHECK_FALSE(parse_lock(text.substr(0, text.size() / 2), "oms.lock"));
  CHECK_FALSE(parse_lock("", "oms.lock"));
  CHECK_FALSE(parse_lock("{\"format\":3}", "oms.lock"));
}

TEST_CASE("a lock with lists in lists without end is refused", "[check][lock]") {
  const std::string deep = deep_list();
  CHECK_FALSE(parse_lock(R"({"format":"oms-lock","version":)" + deep + "}", "oms.lock"));
  CHECK_FALSE(parse_lock(R"({"format":"oms-lock","version":1,"policy_sha256":"","date":"",)"
                         R"("models":[)" +
                             deep + R"(],"nodes":[],"aliases":[],"licenses":[]})",
                         "oms.lock"));
}

TEST_CASE("a baseline with lists in lists without end is refused", "[check][excuses]") {
  CHECK_FALSE(parse_baseline(R"({"format":"oms-baseline","version":)" + deep_list() + "}", "b"));
}

TEST_CASE("facts from a lock give the same report", "[check][lock]") {
  Lock lock;
  lock.facts = known();
  const auto again = parse_lock(lock_text(lock), "oms.lock");
  const Words ids = {"a/falcon", "d/distill", "a/apache"};
  CHECK(found(check(policy(kStrict), again->facts, request(ids), kToday)) ==
        found(check(policy(kStrict), known(), request(ids), kToday)));
}

TEST_CASE("a license that differs from the lock fails", "[check][lock]") {
  const CheckFacts before = known();
  CheckFacts now = known();
  CheckNode changed = node("a/apache", "cc-by-nc-4.0");
  for (CheckNode& one : now.nodes) {
    if (one.id == "a/apache") one = changed;
  }
  CheckRequest asked = request({"a/apache"});
  asked.before = &before;
  CHECK(
      found(check(policy("[license]\nmin_class='proprietary'\n"), before, asked, kToday)).empty());
  const CheckReport differs =
      check(policy("[license]\nmin_class='proprietary'\n"), now, asked, kToday);
  CHECK(found(differs) ==
        Words{"error lock.changed: the license was apache-2.0 and is cc-by-nc-4.0; the class was "
              "osi-permissive and is non-commercial; the effective class was osi-permissive and is "
              "non-commercial"});
  CHECK(differs.exit_code == 1);
}

TEST_CASE("a model that the lock does not have fails", "[check][lock]") {
  const CheckFacts before = facts({node("a/llama", "llama2")});
  CheckRequest asked = request({"a/apache"});
  asked.before = &before;
  CHECK(found(check(policy(kStrict), known(), asked, kToday)) ==
        Words{"error lock.missing: not in the lock"});
  asked.before = nullptr;
  const std::string hash;
  asked.locked_policy = &hash;
  CHECK(check(policy(""), before, asked, kToday).exit_code == 3);
}

TEST_CASE("another policy than the lock's is told", "[check][lock]") {
  const Policy strict = policy(kStrict);
  CheckRequest asked = request({"a/apache"});
  asked.locked_policy = &strict.hash;
  CHECK(found(check(strict, known(), asked, kToday)).empty());
  const std::string other = "0000";
  asked.locked_policy = &other;
  CHECK(found(check(strict, known(), asked, kToday)) ==
        Words{"warning lock.policy: the lock was written under another policy"});
  CHECK(found(check(Policy{}, known(), asked, kToday)) ==
        Words{"error lock.policy: the lock was written under a policy; here is none"});
}

TEST_CASE("how each key was decided can be told", "[check][explain]") {
  const Policy strict = policy(kStrict);
  const CheckReport all = check(strict, known(), request({"a/llama"}), kToday);
  Words lines;
  for (const KeyDecision& decision : explain_keys(strict, all, "a/llama")) {
    if (decision.key.starts_with("license."))
      lines.push_back(decision.key + ": " + decision.result);
  }
  CHECK(lines == Words{"license.min_class: llama2 is community; the policy asks for at least "
                       "open-other",
                       "license.allow: not asked", "license.deny: not asked",
                       "license.require_osi: not asked", "license.commercial_use: not asked",
                       "license.on_unknown: holds", "license.on_disagreement: holds"});
}
