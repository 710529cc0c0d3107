// The rules about lineage, openness and data: each where it fires and where it does not.
#include "check/check_samples.h"

using namespace oms;           // NOLINT: tests
using namespace oms::samples;  // NOLINT: tests

namespace {

CheckNode open_model(std::string_view state, std::string_view evidence) {
  CheckNode model = node("a/x", "mit");
  for (ComponentFact& fact : model.open) {
    fact = {parse_choice(words::kOpen, state), parse_choice(words::kEvidence, evidence)};
  }
  return model;
}

Words of(std::string_view policy_text, const CheckNode& model, const std::string& pin = "") {
  return found(policy_text, facts({model}), {model.id + pin});
}

bool has(const Words& lines, std::string_view beginning) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.starts_with(beginning); });
}

const std::string kFixed = "0123456789abcdef0123456789abcdef01234567";

}  // namespace

TEST_CASE("a license that drops a duty of its base fails", "[check][rules]") {
  const CheckFacts known = facts({node("a/llama", "llama2"), node("b/x", "apache-2.0", {"a/llama"}),
                                  node("b/same", "llama2", {"a/llama"})});
  CHECK(
      has(found("[license]\nmin_class='community'\n", known, {"b/x"}), "error lineage.conflict: "));
  CHECK(
      has(found("[lineage]\non_conflict='warn'\n", known, {"b/x"}), "warning lineage.conflict: "));
  CHECK(found("[license]\nmin_class='community'\n", known, {"b/same"}).empty());
}

TEST_CASE("terms that nobody can decide by rule are a warning", "[check][rules]") {
  const CheckFacts known = facts({node("a/rail", "openrail"), node("b/x", "llama2", {"a/rail"}),
                                  node("b/same", "openrail", {"a/rail"})});
  CHECK(has(found("[lineage]\ncheck=true\n", known, {"b/x"}), "warning lineage.review: "));
  CHECK(has(found("[lineage]\non_review='fail'\n", known, {"b/x"}), "error lineage.review: "));
  CHECK_FALSE(
      has(found("[lineage]\non_review='fail'\n", known, {"b/same"}), "error lineage.review"));
}

TEST_CASE("a base that is not in the catalog fails", "[check][rules]") {
  const CheckFacts known = facts({node("b/x", "mit", {"a/nowhere"}), node("b/root", "mit")});
  CHECK(has(found("[lineage]\ncheck=true\n", known, {"b/x"}), "error lineage.undetermined: "));
  CHECK(has(found("[lineage]\nunknown_base='warn'\n", known, {"b/x"}),
            "warning lineage.undetermined: "));
  CHECK(found("[lineage]\nunknown_base='ignore'\n", known, {"b/x"}).empty());
  CHECK(found("[lineage]\ncheck=true\n", known, {"b/root"}).empty());
}

TEST_CASE("an unknown base makes the effective class unknown unless it is ignored",
          "[check][rules]") {
  const CheckFacts known = facts({node("b/x", "mit", {"a/nowhere"})});
  const auto effective = [&](std::string_view policy_text) {
    const CheckReport report = check(policy(policy_text), known, request({"b/x"}), kToday);
    return report.models.front().license_effective;
  };
  CHECK(effective("[lineage]\nunknown_base='fail'\n") == "unknown");
  CHECK(effective("[lineage]\nunknown_base='warn'\n") == "unknown");
  CHECK(effective("[lineage]\nunknown_base='ignore'\n") == "osi-permissive");
}

TEST_CASE("a base whose license is unknown fails, too", "[check][rules]") {
  const CheckFacts known = facts({node("a/silent", ""), node("b/x", "mit", {"a/silent"})});
  CHECK(has(found("[license]\nmin_class='open-other'\n", known, {"b/x"}),
            "error lineage.undetermined: "));
}

TEST_CASE("no base on record is told where the policy asks", "[check][rules]") {
  const CheckFacts known = facts({node("a/x", "mit"), node("b/x", "mit", {"a/x"})});
  CHECK(found("[lineage]\non_no_lineage='fail'\n", known, {"a/x"}) ==
        Words{"error lineage.no-lineage: no base model is on record"});
  CHECK(found("[lineage]\ncheck=true\n", known, {"a/x"}).empty());
  CHECK(found("[lineage]\non_no_lineage='fail'\n", known, {"b/x"}).empty());
}

TEST_CASE("a required component must be public", "[check][rules]") {
  const std::string policy_text = "[openness]\nrequire=['data']\n";
  CHECK(of(policy_text, open_model("open", "curated")).empty());
  CHECK(of(policy_text, open_model("partial", "curated")) ==
        Words{"error openness.component: the training data is public in part only"});
  CHECK(of(policy_text, open_model("closed", "curated")) ==
        Words{"error openness.component: the training data is not public"});
  CHECK(of(policy_text, node("a/x", "mit")) ==
        Words{"error openness.component: the training data is not known to be public"});
  CHECK(of("[openness]\nallow_gated=true\n", open_model("closed", "curated")).empty());
}

TEST_CASE("a component must be known well enough to be public", "[check][rules]") {
  const std::string policy_text = "[openness]\nrequire=['weights']\nmin_evidence='verified'\n";
  CHECK(of(policy_text, open_model("open", "declared")) ==
        Words{"error openness.evidence: the weights are public by declared evidence; the policy "
              "asks for verified"});
  CHECK(
      of(policy_text, open_model("open", "")) ==
      Words{"error openness.evidence: the weights are public by unknown evidence; the policy asks "
            "for verified"});
  CHECK(of(policy_text, open_model("open", "verified")).empty());
  CHECK(of(policy_text, open_model("open", "curated")).empty());
  CHECK(of("[openness]\nrequire=['weights']\n", open_model("open", "")).empty());
}

TEST_CASE("a least openness score fails what has less or none", "[check][rules]") {
  CheckNode scored = node("a/x", "mit");
  CHECK(of("[openness]\nmin_osai=50\n", scored) ==
        Words{"error openness.osai: its score in the European Open Source AI Index is unknown; the "
              "policy asks for 50"});
  scored.osai_score = decimal(49);
  CHECK(of("[openness]\nmin_osai=50\n", scored).size() == 1);
  scored.osai_score = decimal(50);
  CHECK(of("[openness]\nmin_osai=50\n", scored).empty());
}

TEST_CASE("a least openness class fails what has less or none", "[check][rules]") {
  CheckNode classed = node("a/x", "mit");
  CHECK(of("[openness]\nmof_class='III'\n", classed).size() == 1);
  classed.mof_class = parse_choice(words::kMofClass, "III");
  CHECK(of("[openness]\nmof_class='II'\n", classed) ==
        Words{"error openness.mof: its class in the Model Openness Framework is III; the policy "
              "asks for II"});
  classed.mof_class = parse_choice(words::kMofClass, "I");
  CHECK(of("[openness]\nmof_class='II'\n", classed).empty());
}

TEST_CASE("a gated model fails where the policy says so", "[check][rules]") {
  CheckNode gated = node("a/x", "mit");
  gated.gated = parse_choice(words::kGated, "manual");
  CHECK(of("[openness]\nallow_gated=false\n", gated) ==
        Words{"error openness.gated: the model is handed out on request only"});
  CHECK(of("[openness]\nallow_gated=true\n", gated).empty());
  gated.gated = parse_choice(words::kGated, "no");
  CHECK(of("[openness]\nallow_gated=false\n", gated).empty());
  CHECK(of("[openness]\nallow_gated=false\n", node("a/x", "mit")) ==
        Words{"error openness.gated: it is not known whether the model is gated"});
  CHECK(of("[openness]\nallow_gated=false\n", open_model("open", "curated")).empty());
}

TEST_CASE("a model that is not in the catalog never passes", "[check][rules]") {
  for (const std::string_view text : {"", "[license]\non_unknown='allow'\n",
                                      "mode='audit'\n[license]\nmin_class='open-other'\n"}) {
    const CheckReport report = check(policy(text), facts({}), request({"a/nowhere"}), kToday);
    CHECK(found(report) ==
          Words{"error data.not-cached: not in the catalog: nothing is known about it"});
    CHECK(report.exit_code == 3);
    CHECK(report.models.front().outcome == "fail");
  }
}

TEST_CASE("a model that is gone, disabled or renamed fails", "[check][rules]") {
  CheckNode gone = node("a/x", "mit");
  for (const std::string_view status : {"gone", "disabled", "renamed"}) {
    gone.status = parse_choice(words::kStatus, status);
    CHECK(has(of("[license]\nmin_class='open-other'\n", gone), "error data.gone: the Hub "));
  }
  gone.status = parse_choice(words::kStatus, "unlisted");
  CHECK(of("[license]\nmin_class='open-other'\n", gone).empty());
}

TEST_CASE("a record that is too old or without a date cannot be judged", "[check][rules]") {
  CheckNode old = node("a/x", "mit");  // of 2026-08-22, 10 days before
  CHECK(of("[data]\nmax_age_days=10\n", old).empty());
  CHECK(
      of("[data]\nmax_age_days=9\n", old) ==
      Words{"error data.stale: its record of 2026-08-22 is 10 days old; the policy allows 9 days"});
  old.as_of.reset();
  CHECK(of("[data]\nmax_age_days=9\n", old).size() == 1);
  CHECK(
      check(policy("[data]\nmax_age_days=9\n"), facts({old}), request({"a/x"}), kToday).exit_code ==
      3);
}

TEST_CASE("a pinned revision must be the one in the catalog", "[check][rules]") {
  CheckNode pinned = node("a/x", "mit");
  const std::string policy_text = "[license]\nmin_class='open-other'\n";
  CHECK(of(policy_text, pinned, "@" + kFixed) ==
        Words{"error data.revision: it is used at " + kFixed +
              "; the revision in the catalog is unknown"});
  pinned.revision = kFixed;
  CHECK(of(policy_text, pinned, "@" + kFixed).empty());
  CHECK(of(policy_text, pinned, "@0123456").empty());
  CHECK(of(policy_text, pinned, "@fffffff") ==
        Words{"error data.revision: it is used at fffffff; the catalog knows " + kFixed});
  CHECK(of(policy_text, pinned, "@main").empty());
  CHECK(of(policy_text, pinned).empty());
}

TEST_CASE("every model must be pinned where the policy says so", "[check][rules]") {
  CheckNode pinned = node("a/x", "mit");
  pinned.revision = kFixed;
  const std::string policy_text = "[data]\npin_revision=true\n";
  CHECK(of(policy_text, pinned) == Words{"error data.revision: it is used without a revision"});
  CHECK(of(policy_text, pinned, "@main") ==
        Words{"error data.revision: it is used at 'main', which is no commit"});
  CHECK(of(policy_text, pinned, "@" + kFixed).empty());
}
