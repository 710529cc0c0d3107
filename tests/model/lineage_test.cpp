#include "oms/model/lineage.h"

#include "support/catch.h"
#include "support/lineage_sample.h"

namespace oms {
namespace {

// Verdict and reason for a model under `own` made from one under `base`.
std::string judge(const std::string& own, const std::string& base,
                  std::string_view relation = "finetune") {
  samples::Lineage lineage;
  lineage.add("b/base", base);
  lineage.add("c/child", own, {"b/base"}, relation);
  return lineage.verdicts("c/child");
}

// The same for a license that is told by name.
std::string judge_named(const std::string& own, const std::string& name, const std::string& base) {
  samples::Lineage lineage;
  lineage.add("b/base", base);
  lineage.add("c/child", own, {"b/base"});
  lineage["c/child"].license_name = name;
  return lineage.verdicts("c/child");
}

}  // namespace

TEST_CASE("notice: a derived model may take any terms", "[lineage]") {
  CHECK(judge("cc-by-nc-4.0", "apache-2.0") == "ok b/base notice");
  CHECK(judge("mit", "apache-2.0") == "ok b/base notice");
}

TEST_CASE("notice: also without a license of its own", "[lineage]") {
  CHECK(judge("", "mit") == "ok b/base notice");
}

TEST_CASE("notice: a vendor's license on top of it is pointed out", "[lineage]") {
  CHECK(judge("llama2", "apache-2.0") == "ok b/base over-restricted");
}

TEST_CASE("notice: a vendor's license that another base asks for is in order", "[lineage]") {
  samples::Lineage lineage;
  lineage.add("b/free", "apache-2.0");
  lineage.add("b/llama", "llama2");
  lineage.add("c/child", "llama2", {"b/free", "b/llama"}, "merge");
  CHECK(lineage.verdicts("c/child") == "ok b/free notice; ok b/llama same-license");
}

TEST_CASE("file-copyleft: the same license is fine", "[lineage]") {
  CHECK(judge("mpl-2.0", "mpl-2.0") == "ok b/base same-license");
}

TEST_CASE("file-copyleft: a license that the text names is fine", "[lineage]") {
  CHECK(judge("gpl-3.0", "mpl-2.0") == "ok b/base compatible-license");
}

TEST_CASE("file-copyleft: anything else is to be reviewed, not a conflict", "[lineage]") {
  CHECK(judge("mit", "mpl-2.0") == "review b/base file-copyleft");
}

TEST_CASE("same-license: the same license is fine", "[lineage]") {
  CHECK(judge("gpl-3.0", "gpl-3.0") == "ok b/base same-license");
}

TEST_CASE("same-license: GPL-3 may become AGPL-3", "[lineage]") {
  CHECK(judge("agpl-3.0", "gpl-3.0") == "ok b/base compatible-license");
}

TEST_CASE("same-license: GPL-2 may not become GPL-3, for the id does not say 'or later'",
          "[lineage]") {
  CHECK(judge("gpl-3.0", "gpl-2.0") == "conflict b/base copyleft-dropped");
}

TEST_CASE("same-license: a stricter license is a conflict too", "[lineage]") {
  CHECK(judge("cc-by-nc-4.0", "gpl-3.0") == "conflict b/base copyleft-dropped");
}

TEST_CASE("same-license: a bare family id leaves the version open", "[lineage]") {
  CHECK(judge("gpl-3.0", "gpl") == "review b/base version-unclear");
}

TEST_CASE("same-license: CC-BY-NC-SA may go to its later version", "[lineage]") {
  CHECK(judge("cc-by-nc-sa-4.0", "cc-by-nc-sa-3.0") == "ok b/base compatible-license");
}

TEST_CASE("share-alike: the same license is fine", "[lineage]") {
  CHECK(judge("cc-by-sa-4.0", "cc-by-sa-4.0") == "ok b/base same-license");
}

TEST_CASE("share-alike: the later version is fine, the earlier is not", "[lineage]") {
  CHECK(judge("cc-by-sa-4.0", "cc-by-sa-3.0") == "ok b/base compatible-license");
  CHECK(judge("cc-by-sa-3.0", "cc-by-sa-4.0") == "conflict b/base share-alike-dropped");
}

TEST_CASE("share-alike: CC-BY-SA-4.0 may become GPL-3", "[lineage]") {
  CHECK(judge("gpl-3.0", "cc-by-sa-4.0") == "ok b/base compatible-license");
}

TEST_CASE("share-alike: another license is a conflict, a stricter one too", "[lineage]") {
  CHECK(judge("apache-2.0", "cc-by-sa-4.0") == "conflict b/base share-alike-dropped");
  CHECK(judge("cc-by-nc-4.0", "cc-by-sa-4.0") == "conflict b/base share-alike-dropped");
}

TEST_CASE("same-restrictions: the same license under another key is fine", "[lineage]") {
  CHECK(judge("other:gemma-terms", "gemma") == "ok b/base same-license");
}

TEST_CASE("same-restrictions: another license with a list of uses is to be reviewed", "[lineage]") {
  CHECK(judge("openrail", "creativeml-openrail-m") == "review b/base other-restrictions");
  CHECK(judge("llama2", "gemma") == "review b/base other-restrictions");
  CHECK(judge("cc-by-nc-4.0", "gemma") == "review b/base other-restrictions");
}

TEST_CASE("same-restrictions: an open license drops them", "[lineage]") {
  CHECK(judge("apache-2.0", "gemma") == "conflict b/base restrictions-dropped");
  CHECK(judge("cc-by-4.0", "gemma") == "conflict b/base restrictions-dropped");
}

TEST_CASE("same-family: the same license is fine", "[lineage]") {
  CHECK(judge("llama3", "llama3") == "ok b/base same-license");
}

TEST_CASE("same-family: a Llama 3.3 card may name a Llama 3.1 base", "[lineage]") {
  CHECK(judge("llama3.3", "llama3.1") == "ok b/base version-step");
}

TEST_CASE("same-family: an earlier version is to be reviewed", "[lineage]") {
  CHECK(judge("llama3", "llama3.1") == "review b/base other-community-license");
}

TEST_CASE("same-family: a compound name that contains the license is fine", "[lineage]") {
  CHECK(judge("other:nvidia-open-model+llama3.1", "llama3.1") == "ok b/base compound-name");
  CHECK(judge_named("other", "nvidia-open-model-license-with-llama3.1-terms", "llama3.1") ==
        "ok b/base compound-name");
}

TEST_CASE("same-family: a compound name with another version does not count", "[lineage]") {
  CHECK(judge("other:nvidia-open-model+llama3.1", "llama3") ==
        "review b/base other-community-license");
}

TEST_CASE("same-family: a list of licenses that has it is fine", "[lineage]") {
  CHECK(judge("apache-2.0 AND llama3.1", "llama3.1") == "ok b/base compound-name");
}

TEST_CASE("same-family: a wider license drops its terms", "[lineage]") {
  CHECK(judge("apache-2.0", "llama2") == "conflict b/base terms-dropped");
  CHECK(judge("openrail", "llama2") == "conflict b/base terms-dropped");
}

TEST_CASE("same-family: another community license is to be reviewed", "[lineage]") {
  CHECK(judge("other:yi", "llama2") == "review b/base other-community-license");
}

TEST_CASE("same-family: a stricter license does not pass its terms on", "[lineage]") {
  CHECK(judge("cc-by-nc-4.0", "llama2") == "conflict b/base terms-dropped");
}

TEST_CASE("same-family: the name of another license of the same vendor does not count",
          "[lineage]") {
  CHECK(judge("other:qwen-research", "other:qwen") == "conflict b/base terms-dropped");
}

TEST_CASE("non-commercial: a license that bars commercial use too is fine", "[lineage]") {
  CHECK(judge("cc-by-nc-sa-4.0", "cc-by-nc-4.0") == "ok b/base stays-non-commercial");
  CHECK(judge("apple-amlr", "cc-by-nc-4.0") == "ok b/base stays-non-commercial");
}

TEST_CASE("non-commercial: one that allows it is a conflict, with conditions too", "[lineage]") {
  CHECK(judge("apache-2.0", "cc-by-nc-4.0") == "conflict b/base commercial-use-opened");
  CHECK(judge("llama2", "cc-by-nc-4.0") == "conflict b/base commercial-use-opened");
}

TEST_CASE("non-commercial: one that leaves it open is to be reviewed", "[lineage]") {
  samples::Lineage lineage;
  lineage.add("b/base", "cc-by-nc-4.0");
  lineage.add("c/child", "llama2", {"b/base"});
  lineage["c/child"].commercial_use = parse_choice(words::kAllowed, "unclear");
  CHECK(lineage.verdicts("c/child") == "review b/base commercial-use-unclear");
}

TEST_CASE("research-only: the same license is fine", "[lineage]") {
  CHECK(judge("other:mrl", "other:mrl") == "ok b/base same-license");
}

TEST_CASE("research-only: another research license is to be reviewed", "[lineage]") {
  CHECK(judge("other:mnpl", "other:mrl") == "review b/base other-research-license");
}

TEST_CASE("research-only: anything wider is a conflict", "[lineage]") {
  CHECK(judge("cc-by-nc-4.0", "other:mrl") == "conflict b/base wider-than-research");
  CHECK(judge("apache-2.0", "other:mrl") == "conflict b/base wider-than-research");
}

TEST_CASE("no-derivatives: no license makes a fine-tune, adapter or merge fine", "[lineage]") {
  CHECK(judge("cc-by-nd-4.0", "cc-by-nd-4.0") == "conflict b/base derivatives-barred");
  CHECK(judge("mit", "cc-by-nd-4.0", "adapter") == "conflict b/base derivatives-barred");
  CHECK(judge("mit", "cc-by-nc-nd-4.0", "merge") == "conflict b/base derivatives-barred");
}

TEST_CASE("no-derivatives: a quantized copy shifts the format only", "[lineage]") {
  CHECK(judge("cc-by-nd-4.0", "cc-by-nd-4.0", "quantized") == "review b/base format-shift");
}

TEST_CASE("no-derivatives: a quantized copy of a fine-tune is no mere format", "[lineage]") {
  samples::Lineage lineage;
  lineage.add("b/base", "cc-by-nd-4.0");
  lineage.add("d/tuned", "cc-by-nd-4.0", {"b/base"});
  lineage.add("c/child", "cc-by-nd-4.0", {"d/tuned"}, "quantized");
  CHECK(lineage.verdicts("c/child") ==
        "review d/tuned format-shift; conflict b/base derivatives-barred");
}

TEST_CASE("no-derivatives: a relation that nobody tells is to be reviewed", "[lineage]") {
  CHECK(judge("mit", "cc-by-nd-4.0", "unspecified") == "review b/base relation-unclear");
}

TEST_CASE("review: the same license is fine", "[lineage]") {
  CHECK(judge("other:nvidia-open-model", "other:nvidia-open-model") == "ok b/base same-license");
}

TEST_CASE("review: any other license is to be reviewed", "[lineage]") {
  CHECK(judge("mit", "other:nvidia-open-model") == "review b/base use-terms-unclear");
}

TEST_CASE("unknown: terms that nobody read leave it undetermined", "[lineage]") {
  CHECK(judge("mit", "other:minimax-h3") == "undetermined b/base base-license-unknown");
  CHECK(judge("mit", "other:gemma-compound") == "undetermined b/base base-license-unknown");
  CHECK(judge("mit", "") == "undetermined b/base base-license-missing");
}

TEST_CASE("a license of the model that nobody can read leaves it undetermined", "[lineage]") {
  CHECK(judge("other", "llama2") == "undetermined b/base license-unresolved");
}

TEST_CASE("a word outside the rules is an error of the license table", "[lineage]") {
  std::string text = data_file("licenses.tsv");
  text.replace(text.find("\tnotice\t"), 8, "\tnotise\t");
  const auto table = LicenseTable::parse(text);
  REQUIRE_FALSE(table);
  CHECK(table.error().what == "license table: row 'apache-2.0': unknown derived_rule 'notise'");
}

TEST_CASE("every license of the Hub whose class is known has a rule", "[lineage]") {
  for (const License& license : samples::shipped_licenses().rows()) {
    if (license.named || license.license_class.code == 0) continue;
    CAPTURE(license.key);
    CHECK(license.derived_rule.code != 0);
  }
}

}  // namespace oms
