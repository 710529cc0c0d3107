// The rules about the license: each where it fires and where it does not.
#include "check/check_samples.h"

using namespace oms;           // NOLINT: tests
using namespace oms::samples;  // NOLINT: tests

namespace {

CheckFacts known() {
  CheckNode deep = node("c/grandchild", "mit", {"b/child"});
  return facts({node("a/apache", "apache-2.0"), node("a/llama", "llama2"),
                node("b/child", "apache-2.0", {"a/llama"}), deep, node("c/nc", "cc-by-nc-4.0"),
                node("c/gpl", "gpl-3.0"), node("c/by", "cc-by-4.0"), node("d/silent", ""),
                node("d/other", "other"), node("e/hunyuan", "other:tencent-hunyuan"),
                node("e/yi", "other:yi")});
}

Words of(std::string_view policy_text, const std::string& id) {
  return found(policy_text, known(), {id});
}

}  // namespace

TEST_CASE("a class below the least one fails", "[check][rules]") {
  CHECK(of("[license]\nmin_class='open-other'\n", "a/llama") ==
        Words{"error license.class: llama2 is community; the policy asks for at least open-other"});
}

TEST_CASE("a class that is known without a declared license is judged as such", "[check][rules]") {
  CheckNode known_only = node("d/known", "");
  known_only.license_class = parse_choice(words::kLicenseClass, "community");
  CHECK(found("[license]\nmin_class='open-other'\n", facts({known_only}), {"d/known"}) ==
        Words{"error license.class: declares no license; its class is community; the policy asks "
              "for at least open-other"});
}

TEST_CASE("the least class and better ones pass", "[check][rules]") {
  CHECK(of("[license]\nmin_class='open-other'\n", "c/by").empty());
  CHECK(of("[license]\nmin_class='open-other'\n", "a/apache").empty());
}

TEST_CASE("the class is the one that a base leaves, through a model in between", "[check][rules]") {
  const Words lines =
      of("[license]\nmin_class='open-other'\n[lineage]\non_conflict='allow'\n", "c/grandchild");
  CHECK(lines == Words{"error license.class: declares mit, but its base a/llama (llama2) makes it "
                       "community; the policy asks for at least open-other"});
  const CheckReport report =
      check(policy("[license]\nmin_class='open-other'\n[lineage]\non_conflict='allow'\n"), known(),
            request({"c/grandchild"}), kToday);
  CHECK(report.findings.front().path == Words{"c/grandchild", "b/child", "a/llama"});
}

TEST_CASE("without lineage a model is judged by its own license", "[check][rules]") {
  CHECK(of("[license]\nmin_class='open-other'\n[lineage]\ncheck=false\n", "b/child").empty());
}

TEST_CASE("an allowed license passes, and no other", "[check][rules]") {
  CHECK(of("[license]\nallow=['cc-by-4.0']\n", "c/by").empty());
  CHECK(of("[license]\nallow=['cc-by-4.0']\n", "a/apache") ==
        Words{"error license.class: apache-2.0 is osi-permissive; the policy asks for cc-by-4.0"});
}

TEST_CASE("of a long allow list the message names four and the number", "[check][rules]") {
  CHECK(
      of("[license]\nallow=['mit','bsd-3-clause','cc-by-4.0','apache-2.0','isc']\n", "a/llama") ==
      Words{"error license.class: llama2 is community; the policy asks for mit or bsd-3-clause or "
            "cc-by-4.0 or apache-2.0 or one of 5 allowed"});
}

TEST_CASE("either the allow list or the least class is enough", "[check][rules]") {
  const std::string both = "[license]\nallow=['llama2']\nmin_class='osi-permissive'\n";
  CHECK(of(both, "a/llama").empty());
  CHECK(of(both, "a/apache").empty());
  CHECK(of(both, "c/by") == Words{"error license.class: cc-by-4.0 is open-other; the policy asks "
                                  "for at least osi-permissive or llama2"});
}

TEST_CASE("an allowed license does not pass what a base made worse", "[check][rules]") {
  CHECK(of("[license]\nallow=['apache-2.0']\n[lineage]\non_conflict='allow'\n", "b/child").size() ==
        1);
}

TEST_CASE("a class on the allow list is that class alone", "[check][rules]") {
  CHECK(of("[license]\nallow=['class:open-other']\n", "c/by").empty());
  CHECK(of("[license]\nallow=['class:open-other']\n", "a/apache").size() == 1);
}

TEST_CASE("an empty allow list lets nothing pass", "[check][rules]") {
  CHECK(of("[license]\nallow=[]\n", "a/apache") ==
        Words{"error license.class: apache-2.0 is osi-permissive; the policy asks for nothing: the "
              "allow list is empty"});
}

TEST_CASE("only OSI-approved licenses pass where they are required", "[check][rules]") {
  CHECK(of("[license]\nrequire_osi=true\n", "a/apache").empty());
  CHECK(of("[license]\nrequire_osi=true\n", "c/gpl").empty());
  CHECK(of("[license]\nrequire_osi=true\n", "c/by") ==
        Words{"error license.class: cc-by-4.0 is open-other; the policy asks for an OSI-approved "
              "license"});
  CHECK(of("[license]\nrequire_osi=true\n[lineage]\non_conflict='allow'\n", "b/child").size() == 1);
}

TEST_CASE("a denied license fails, though it is allowed", "[check][rules]") {
  CHECK(of("[license]\ndeny=['apache-2.0']\nmin_class='community'\n", "a/apache") ==
        Words{"error license.denied: apache-2.0 is denied"});
  CHECK(of("[license]\ndeny=['apache-2.0']\n", "c/by").empty());
}

TEST_CASE("a denied class fails", "[check][rules]") {
  CHECK(of("[license]\ndeny=['class:community']\n", "a/llama") ==
        Words{"error license.denied: llama2 is denied (class:community)"});
}

TEST_CASE("a license that a base passes on is denied, too", "[check][rules]") {
  CHECK(of("[license]\ndeny=['llama2']\n[lineage]\non_conflict='allow'\n", "b/child") ==
        Words{"error license.denied: its base a/llama passes on llama2, which is denied"});
}

TEST_CASE("a license of unknown class fails", "[check][rules]") {
  CHECK(of("[license]\nmin_class='proprietary'\n", "d/other") ==
        Words{"error license.unknown: declares other, a license of unknown class"});
  CHECK(of("[data]\nmax_age_days=1000\n", "d/other").size() == 1);
  CHECK(of("[license]\nmin_class='proprietary'\n", "a/llama").empty());
}

TEST_CASE("an unknown license passes only where the policy says so", "[check][rules]") {
  CHECK(of("[license]\nmin_class='open-other'\non_unknown='allow'\n", "d/other").empty());
  CHECK(of("[license]\nmin_class='open-other'\non_unknown='warn'\n", "d/other") ==
        Words{"warning license.unknown: declares other, a license of unknown class"});
}

TEST_CASE("no license fails", "[check][rules]") {
  CHECK(of("[license]\nmin_class='proprietary'\n", "d/silent") ==
        Words{"error license.missing: declares no license"});
  CHECK(of("[license]\nmin_class='proprietary'\n", "a/apache").empty());
}

TEST_CASE("a gap of the catalog is not the publisher's silence", "[check][rules]") {
  CheckNode gap = node("a/gap", "");
  gap.license_reason = parse_choice(words::kReason, "not-collected");
  CHECK(found("[license]\nmin_class='proprietary'\n", facts({gap}), {"a/gap"}) ==
        Words{"error license.unknown: its license is not in the catalog"});
}

TEST_CASE("a card that names two licenses is a warning", "[check][rules]") {
  CheckNode two = node("a/two", "cc-by-nc-4.0");
  two.license = "apache-2.0";
  two.license_name = "cc-by-nc-4.0";
  two.disagreement = true;
  CHECK(found("[license]\nmin_class='non-commercial'\n", facts({two}), {"a/two"}) ==
        Words{"warning license.disagreement: declares apache-2.0 and names cc-by-nc-4.0; the "
              "stricter one is judged"});
  CHECK(found("[license]\non_disagreement='allow'\n", facts({two}), {"a/two"}).empty());
  CHECK(found("[license]\non_disagreement='fail'\n", known(), {"a/apache"}).empty());
}

TEST_CASE("commercial use must be allowed where it is asked for", "[check][rules]") {
  CHECK(of("[license]\ncommercial_use='yes'\n", "a/apache").empty());
  CHECK(of("[license]\ncommercial_use='conditional-ok'\n", "c/nc") ==
        Words{"error license.commercial: cc-by-nc-4.0 does not allow commercial use"});
  CHECK(of("[license]\ncommercial_use='any'\n", "c/nc").empty());
}

TEST_CASE("a license that does not say whether commercial use is allowed does not allow it",
          "[check][rules]") {
  CheckNode silent = node("c/by", "cc-by-4.0");
  silent.commercial_use = {};
  CHECK(
      found("[license]\ncommercial_use='conditional-ok'\n", facts({silent}), {"c/by"}) ==
      Words{"error license.commercial: cc-by-4.0 does not say whether commercial use is allowed"});
}

TEST_CASE("conditions on commercial use pass where they are said to be right", "[check][rules]") {
  const std::string users = "[thresholds]\nmonthly_active_users=5\n";
  CHECK(of("[license]\ncommercial_use='yes'\n" + users, "a/llama") ==
        Words{"error license.commercial: llama2 allows commercial use on conditions only"});
  CHECK(of("[license]\ncommercial_use='conditional-ok'\n" + users, "a/llama").empty());
}

TEST_CASE("a base passes its bar of commercial use on", "[check][rules]") {
  const CheckFacts derived = facts({node("a/nc", "cc-by-nc-4.0"), node("b/x", "mit", {"a/nc"})});
  CHECK(found("[license]\ncommercial_use='yes'\n[lineage]\non_conflict='allow'\n", derived,
              {"b/x"}) == Words{"error license.commercial: its base a/nc passes on cc-by-nc-4.0, "
                                "which does not allow commercial use"});
}

TEST_CASE("a limit of users is satisfied below it", "[check][rules]") {
  CHECK(of("[thresholds]\nmonthly_active_users=699999999\n", "a/llama").empty());
  CHECK(of("[thresholds]\nmonthly_active_users=700000000\n", "a/llama") ==
        Words{"error license.threshold: llama2 ends at 700000000 monthly users; the policy states "
              "700000000"});
}

TEST_CASE("a limit that nobody holds a number against is a warning", "[check][rules]") {
  CHECK(of("[license]\ncommercial_use='conditional-ok'\n", "a/llama") ==
        Words{"warning license.threshold: llama2 ends at 700000000 monthly users, and the policy "
              "does not state yours"});
  CHECK(of("[license]\nmin_class='community'\n", "a/llama").empty());
}

TEST_CASE("a limit in words is a warning where commercial use is asked for", "[check][rules]") {
  CHECK(of("[license]\ncommercial_use='conditional-ok'\n", "e/yi").size() == 1);
}

TEST_CASE("a territory that the license excludes fails", "[check][rules]") {
  CHECK(of("[thresholds]\nterritory=['US','DE','GB']\n", "e/hunyuan") ==
        Words{"error license.territory: other:tencent-hunyuan grants nothing in DE, GB"});
  CHECK(of("[thresholds]\nterritory=['US','CH']\n", "e/hunyuan").empty());
  CHECK(of("[thresholds]\nterritory=['DE']\n", "a/llama").empty());
}
