#include "support/check_report.h"

namespace oms::samples {
namespace {

constexpr CheckRule kRules[] = {
    kDenied,
    kClass,
    {"license.unknown", "license", "The license is unknown",
     "A license is declared, but nobody can tell its class."},
    {"license.commercial", "license", "Commercial use is not allowed",
     "The license does not allow commercial use to the degree that the policy asks for."},
    {"lineage.conflict", "lineage", "The license drops a duty of a base model",
     "The model declares a license that does not pass on what a base model requires."},
    kReview,
    {"openness.component", "openness", "A component is not public",
     "The policy requires a component of the model to be public."},
    {"data.not-cached", "data", "The model is not in the catalog",
     "Nothing is known about it, so it cannot pass."},
    {"data.stale", "data", "The record is too old", "The record is older than max_age_days."},
    kUnused,
};

const CheckRule* rule(std::string_view id) {
  for (const CheckRule& row : kRules) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

std::vector<const CheckRule*> all_rules() {
  std::vector<const CheckRule*> rules;
  for (const CheckRule& row : kRules) rules.push_back(&row);
  return rules;
}

CheckReport empty_report() {
  CheckReport report;
  report.policy = "oms-policy.toml";
  report.policy_hash = "5f2b";
  report.mode = "enforce";
  report.date = "2026-11-20";
  return report;
}

CheckedModel model(std::string id, std::string license, std::string license_class,
                   std::string outcome) {
  CheckedModel result;
  result.id = std::move(id);
  result.license = std::move(license);
  result.license_key = result.license;
  result.license_class = license_class;
  result.license_effective = std::move(license_class);
  result.license_verdict = "no-lineage";
  result.evidence = "declared";
  result.as_of = "2026-11-18";
  result.outcome = std::move(outcome);
  return result;
}

CheckedModel granite() {
  CheckedModel result =
      model("ibm-granite/granite-3.3-8b-instruct", "apache-2.0", "osi-permissive", "pass");
  result.places = {{"src/app/rag.py", 31, 20}};
  result.revision = "51dd4bc2ade4059a6bd87649d68aa11e4fb2529b";
  result.spdx_id = "Apache-2.0";
  result.license_title = "Apache License 2.0";
  result.license_verdict = "ok";
  result.chain = {{"ibm-granite/granite-3.3-8b-base",
                   {"ibm-granite/granite-3.3-8b-instruct", "ibm-granite/granite-3.3-8b-base"},
                   "apache-2.0",
                   "osi-permissive",
                   "ok",
                   "same-license"}};
  return result;
}

CheckedModel distill() {
  CheckedModel result =
      model("deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "mit", "osi-permissive", "fail");
  result.written = "DeepSeek-R1-Distill-Llama-8B";
  result.places = {{"deploy/values.yaml", 12, 10}, {"src/app/serve.py", 40, 15}};
  result.revision = "6A6F4AA4197940ADD57724A7707D069478DF56B1";
  result.spdx_id = "MIT";
  result.license_title = "MIT License";
  result.license_effective = "community";
  result.license_verdict = "conflict";
  result.clarified = true;
  result.chain = {{"meta-llama/Llama-3.1-8B",
                   {"deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "meta-llama/Llama-3.1-8B"},
                   "llama3.1",
                   "community",
                   "conflict",
                   "terms-dropped"}};
  return result;
}

Finding finding(std::string_view id, const CheckedModel& about, std::string message,
                std::string fix) {
  Finding result;
  result.rule = rule(id);
  result.model = about.id;
  result.places = about.places;
  result.message = std::move(message);
  result.fix = std::move(fix);
  return result;
}

Finding policy_finding() {
  Finding result;
  result.rule = rule("waiver.unused");
  result.level = Level::warning;
  result.places = {{"oms-policy.toml", 31, 1}};
  result.message = "the waiver for bigscience/bloom is about no checked model";
  return result;
}

Finding waived(Finding finding, std::string why) {
  finding.excused = Excused::waived;
  finding.excuse = std::move(why);
  return finding;
}

void add_many_places(std::vector<Place>& places) {
  for (int line = 3; line <= 45; line += 7) {
    places.push_back({"services/summarizer/config/production.yaml", line, 5});
  }
}

}  // namespace

CheckReport small_report() {
  CheckReport report = empty_report();
  report.rules = {&kDenied, &kClass, &kReview, &kUnused};
  report.exit_code = 1;

  CheckedModel falcon = model("tiiuae/falcon-180B", "other", "community", "waived");
  falcon.license_name = "falcon-180b";
  falcon.places = {{"models.txt", 3, 0}};
  report.models = {distill(), granite(), falcon};

  Finding about_class =
      finding("license.class", report.models[0],
              "declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes it community; "
              "the policy asks for at least open-other",
              "use Qwen/Qwen3-8B");
  about_class.path = report.models[0].chain[0].path;
  report.findings = {policy_finding(), about_class,
                     waived(finding("license.class", falcon,
                                    "falcon-180b is community; the policy asks for at least "
                                    "open-other",
                                    ""),
                            "internal evaluation only (approved by Jo, until 2026-12-31)")};
  report.findings[0].rule = &kUnused;
  report.findings[1].rule = &kClass;
  report.findings[2].rule = &kClass;
  return report;
}

CheckReport hostile_report(std::string_view raw) {
  const std::string text(raw);
  CheckReport report = empty_report();
  report.policy = text;
  report.rules = {&kClass};
  report.exit_code = 1;
  CheckedModel evil = model(text, text, "community", "fail");
  evil.license_name = text;
  evil.revision = text;
  evil.written = text;
  evil.places = {{text, 1, 1}, {text, 2, 0}};
  evil.chain = {{text, {text, text}, text, "community", "review", text}};
  Finding about = finding("license.class", evil, text, text);
  about.rule = &kClass;
  about.path = {text, text};
  report.findings = {about, waived(about, text)};
  report.models = {evil};
  return report;
}

CheckReport rich_report() {
  CheckReport report = empty_report();
  report.rules = all_rules();
  report.exit_code = 3;

  CheckedModel support = model("acme-intelligence/acme-support-assistant-13b-instruct-v2.1-AWQ",
                               "apache-2.0", "osi-permissive", "fail");
  add_many_places(support.places);
  support.revision = "0f1e2d3c4b5a69788796a5b4c3d2e1f001122334";
  support.spdx_id = "Apache-2.0";
  support.license_effective = "non-commercial";
  support.license_verdict = "conflict";
  const std::vector<std::string> path = {
      support.id, "acme-intelligence/acme-support-assistant-13b-instruct-v2.1",
      "acme-intelligence/acme-support-assistant-13b-base", "CohereLabs/c4ai-command-r-v01"};
  for (std::size_t steps = 2; steps <= path.size(); ++steps) {
    const bool last = steps == path.size();
    const auto end = path.begin() + static_cast<std::ptrdiff_t>(steps);
    support.chain.push_back({path[steps - 1],
                             {path.begin(), end},
                             last ? "cc-by-nc-4.0" : "apache-2.0",
                             last ? "non-commercial" : "osi-permissive",
                             last ? "conflict" : "ok",
                             last ? "commercial-use-opened" : "same-license"});
  }
  CheckedModel falcon = model("tiiuae/falcon-180B", "other", "community", "waived");
  falcon.license_name = "falcon-180b";
  CheckedModel missing = model("acme/summarizer", "", "", "fail");
  missing.known = false;
  missing.license_verdict = "";
  missing.as_of = "";
  missing.places = {{"src/app/rag.py", 88, 24}};
  CheckedModel gemma = model("google/gemma-3-4b-it", "gemma", "restricted", "warn");
  gemma.places = {{"src/app/rag.py", 12, 9}};
  CheckedModel closed = model("openrouter:acme/closed-1", "", "proprietary", "pass");
  report.models = {support, missing, distill(), gemma, granite(), closed, falcon};

  Finding conflict = finding(
      "lineage.conflict", support,
      "declares apache-2.0, but CohereLabs/c4ai-command-r-v01 (cc-by-nc-4.0), reached through "
      "acme-intelligence/acme-support-assistant-13b-instruct-v2.1 and "
      "acme-intelligence/acme-support-assistant-13b-base, bars commercial use",
      "");
  conflict.path = path;
  Finding commercial = finding("license.commercial", support,
                               "its base CohereLabs/c4ai-command-r-v01 passes on cc-by-nc-4.0, "
                               "which does not allow commercial use",
                               "use Qwen/Qwen3-14B-AWQ");
  commercial.path = path;
  Finding by_class = finding("license.class", report.models[2],
                             "declares mit, but its base meta-llama/Llama-3.1-8B (llama3.1) makes "
                             "it community; the policy asks for at least open-other",
                             "use Qwen/Qwen3-8B");
  by_class.path = report.models[2].chain[0].path;
  Finding review = finding("lineage.review", gemma,
                           "declares gemma; its base google/gemma-3-4b-pt (gemma) passes its terms "
                           "on, unless its owner changed them",
                           "read its license");
  review.level = Level::warning;
  Finding data =
      finding("openness.component", falcon, "the training data is not known to be public", "");
  data.excused = Excused::baseline;
  data.excuse = "in the baseline";
  Finding audited = finding("openness.component", falcon, "the evaluation code is not public", "");
  audited.excused = Excused::audit;
  audited.excuse = "audit";
  Finding stale = finding("data.stale", granite(), "its record of 2026-11-18 is 2 days old", "");
  stale.level = Level::note;
  report.findings = {
      policy_finding(),
      commercial,
      conflict,
      finding("data.not-cached", missing, "not in the catalog: nothing is known about it",
              "run 'oms fetch acme/summarizer --with-bases', or correct the name"),
      by_class,
      review,
      stale,
      waived(finding("license.class", falcon,
                     "falcon-180b is community; the policy asks for at least open-other",
                     "use another model"),
             "internal evaluation only, ticket 123 (approved by Jo Doe, until 2026-12-31)"),
      data,
      audited};
  return report;
}

}  // namespace oms::samples
