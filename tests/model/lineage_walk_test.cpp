#include "oms/model/lineage.h"
#include "support/catch.h"
#include "support/lineage_sample.h"

namespace oms {

using samples::Lineage;

TEST_CASE("a model without a base has no lineage, which is not ok", "[lineage]") {
  Lineage lineage;
  lineage.add("a/model", "mit");
  CHECK(lineage.verdict("a/model") == "no-lineage");
  CHECK(lineage.effective("a/model") == "osi-permissive");
  CHECK_FALSE(lineage.of("a/model").unknown_base);
}

TEST_CASE("laundering in the middle does not clean the grandchildren", "[lineage]") {
  Lineage lineage;
  lineage.add("meta-llama/Llama-3-8B", "llama3");
  lineage.add("d/washed", "apache-2.0", {"meta-llama/Llama-3-8B"});
  lineage.add("c/child", "apache-2.0", {"d/washed"});
  CHECK(lineage.verdicts("c/child") ==
        "ok d/washed notice; conflict meta-llama/Llama-3-8B terms-dropped");
  CHECK(lineage.effective("c/child") == "community");
  CHECK(lineage.of("c/child").ancestors[1].path == std::vector<NodeId>{2, 1, 0});
}

TEST_CASE("a merge is bound by all its parents", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "apache-2.0");
  lineage.add("b/research", "other:mrl");
  lineage.add("c/merge", "apache-2.0", {"b/free", "b/research"}, "merge");
  CHECK(lineage.verdict("c/merge") == "conflict");
  CHECK(lineage.effective("c/merge") == "research-only");
}

TEST_CASE("the worst verdict wins: conflict, review, undetermined, ok", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "mit");
  lineage.add("b/read", "other:nvidia-open-model");
  lineage.add("b/llama", "llama2");
  lineage.add("c/ok", "mit", {"b/free"});
  lineage.add("c/undetermined", "mit", {"b/free", "x/gone"});
  lineage.add("c/review", "mit", {"x/gone", "b/read"});
  lineage.add("c/conflict", "mit", {"b/read", "b/llama", "x/gone"});
  CHECK(lineage.verdict("c/ok") == "ok");
  CHECK(lineage.verdict("c/undetermined") == "undetermined");
  CHECK(lineage.verdict("c/review") == "review");
  CHECK(lineage.verdict("c/conflict") == "conflict");
}

TEST_CASE("a circle of bases ends", "[lineage]") {
  Lineage lineage;
  lineage.add("a/one", "mit", {"a/two"});
  lineage.add("a/two", "mit", {"a/three"});
  lineage.add("a/three", "llama2", {"a/one"});
  CHECK(lineage.verdicts("a/one") == "ok a/two notice; review a/three same-owner");
}

TEST_CASE("a model is no base of itself", "[lineage]") {
  Lineage lineage;
  lineage.add("a/model", "mit", {"A/Model"});
  CHECK(lineage.verdict("a/model") == "no-lineage");
}

TEST_CASE("an ancestor that is reached twice counts once, by its shortest way", "[lineage]") {
  Lineage lineage;
  lineage.add("b/root", "llama2");
  lineage.add("b/middle", "llama2", {"b/root"});
  lineage.add("c/child", "llama2", {"b/middle", "b/root"}, "merge");
  CHECK(lineage.verdicts("c/child") == "ok b/middle same-license; ok b/root same-license");
  CHECK(lineage.of("c/child").ancestors[1].path == std::vector<NodeId>{2, 0});
}

TEST_CASE("a chain is followed for 16 steps", "[lineage]") {
  Lineage lineage;
  lineage.add("m/0", "mit");
  for (int step = 1; step <= 20; ++step) {
    lineage.add("m/" + std::to_string(step), "mit", {"m/" + std::to_string(step - 1)});
  }
  CHECK(lineage.of("m/20").ancestors.size() == 16);
  CHECK(lineage.nodes[lineage.of("m/20").ancestors.back().node].id == "m/4");
}

TEST_CASE("a base outside the catalog leaves the own class, undetermined", "[lineage]") {
  Lineage lineage;
  lineage.add("c/child", "mit", {"x/gone"});
  CHECK(lineage.verdicts("c/child") == "undetermined x/gone base-not-cached");
  CHECK(lineage.effective("c/child") == "osi-permissive");
  CHECK(lineage.of("c/child").unknown_base);
}

TEST_CASE("a base of unknown class leaves the own class, undetermined", "[lineage]") {
  Lineage lineage;
  lineage.add("b/base", "other");
  lineage.add("c/child", "mit", {"b/base"});
  CHECK(lineage.effective("c/child") == "osi-permissive");
  CHECK(lineage.of("c/child").unknown_base);
}

TEST_CASE("the same owner may give other terms: review, and no bound", "[lineage]") {
  Lineage lineage;
  lineage.add("tiiuae/falcon-180B", "other:falcon-180b");
  lineage.add("TIIUAE/falcon-new", "apache-2.0", {"tiiuae/falcon-180B"});
  CHECK(lineage.verdicts("TIIUAE/falcon-new") == "review tiiuae/falcon-180B same-owner");
  CHECK(lineage.effective("TIIUAE/falcon-new") == "osi-permissive");
}

TEST_CASE("what the owner gave other terms is passed on with them", "[lineage]") {
  Lineage lineage;
  lineage.add("deepseek-ai/V3-Base", "other:deepseek");
  lineage.add("deepseek-ai/R1", "mit", {"deepseek-ai/V3-Base"});
  lineage.add("c/child", "mit", {"deepseek-ai/R1"});
  CHECK(lineage.verdicts("c/child") ==
        "ok deepseek-ai/R1 notice; review deepseek-ai/V3-Base same-owner");
  CHECK(lineage.effective("c/child") == "osi-permissive");
}

TEST_CASE("the owner's model between under the same terms excuses nothing", "[lineage]") {
  Lineage lineage;
  lineage.add("meta-llama/Base", "llama2");
  lineage.add("meta-llama/Chat", "llama2", {"meta-llama/Base"});
  lineage.add("c/child", "mit", {"meta-llama/Chat"});
  CHECK(lineage.verdicts("c/child") ==
        "conflict meta-llama/Chat terms-dropped; conflict meta-llama/Base terms-dropped");
}

TEST_CASE("ids without an owner have no owner in common", "[lineage]") {
  Lineage lineage;
  lineage.add("base", "llama2");
  lineage.add("child", "mit", {"base"});
  CHECK(lineage.verdict("child") == "conflict");
}

TEST_CASE("a model without a license is no conflict and has its worst base's class", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "mit");
  lineage.add("b/llama", "llama2");
  lineage.add("c/child", "", {"b/free", "b/llama"}, "merge");
  CHECK(lineage.verdicts("c/child") == "ok b/free notice; undetermined b/llama missing-license");
  CHECK(lineage.effective("c/child") == "community");
}

TEST_CASE("a model that declares 'unknown' is one without a license", "[lineage]") {
  Lineage lineage;
  lineage.add("b/llama", "llama2");
  lineage.add("c/child", "unknown", {"b/llama"});
  CHECK(lineage.verdicts("c/child") == "undetermined b/llama missing-license");
  CHECK(lineage.effective("c/child") == "community");
}

TEST_CASE("a model without a license over an unknown base stays unknown", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "mit");
  lineage.add("c/child", "", {"b/free", "x/gone"}, "merge");
  CHECK(lineage.effective("c/child") == "");
}

TEST_CASE("a license that was not collected is not taken for none", "[lineage]") {
  Lineage lineage;
  lineage.add("b/llama", "llama2");
  lineage.add("c/child", "", {"b/llama"});
  lineage["c/child"].license_collected = false;
  CHECK(lineage.verdicts("c/child") == "undetermined b/llama license-not-collected");
  CHECK(lineage.effective("c/child") == "");
  CHECK(lineage.sentence("c/child") ==
        "has no license on record, but its base b/llama (llama2) passes terms on");
}

TEST_CASE("a license that nobody can read stays unknown, whatever the base", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "mit");
  lineage.add("c/child", "other", {"b/free"});
  CHECK(lineage.effective("c/child") == "");
}

TEST_CASE("the effective class is the own one where that is stricter", "[lineage]") {
  Lineage lineage;
  lineage.add("b/gemma", "gemma");
  lineage.add("c/child", "cc-by-nc-4.0", {"b/gemma"});
  CHECK(lineage.effective("c/child") == "non-commercial");
}

TEST_CASE("notice, file-copyleft and review bases bound nothing", "[lineage]") {
  Lineage lineage;
  lineage.add("b/notice", "cc-by-4.0");
  lineage.add("b/file", "mpl-2.0");
  lineage.add("b/review", "other:nvidia-open-model");
  lineage.add("c/child", "mit", {"b/notice", "b/file", "b/review"}, "merge");
  CHECK(lineage.effective("c/child") == "osi-permissive");
}

TEST_CASE("a base that the model agrees with bounds it too", "[lineage]") {
  Lineage lineage;
  lineage.add("b/base", "cc-by-sa-4.0");
  lineage.add("c/child", "gpl-3.0", {"b/base"});
  CHECK(lineage.verdict("c/child") == "ok");
  CHECK(lineage.effective("c/child") == "open-other");
  CHECK(lineage.of("c/child").ancestors[0].caps);
}

TEST_CASE("R1-Distill-Llama: without a base on record nothing is found", "[lineage]") {
  Lineage lineage;
  lineage.add("deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "mit");
  CHECK(lineage.verdict("deepseek-ai/DeepSeek-R1-Distill-Llama-8B") == "no-lineage");
  CHECK(lineage.effective("deepseek-ai/DeepSeek-R1-Distill-Llama-8B") == "osi-permissive");
}

TEST_CASE("R1-Distill-Llama: with its curated bases it drops Llama's terms", "[lineage]") {
  Lineage lineage;
  lineage.add("deepseek-ai/DeepSeek-R1", "mit");
  lineage.add("meta-llama/Llama-3.1-8B", "llama3.1");
  lineage.add("deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "mit",
              {"deepseek-ai/DeepSeek-R1", "meta-llama/Llama-3.1-8B"}, "distill");
  CHECK(lineage.verdicts("deepseek-ai/DeepSeek-R1-Distill-Llama-8B") ==
        "ok deepseek-ai/DeepSeek-R1 notice; conflict meta-llama/Llama-3.1-8B terms-dropped");
  CHECK(lineage.effective("deepseek-ai/DeepSeek-R1-Distill-Llama-8B") == "community");
}

TEST_CASE("a sentence names what is declared, the base and what it asks for", "[lineage]") {
  Lineage lineage;
  lineage.add("meta-llama/Llama-2-7b-hf", "llama2");
  lineage.add("c/child", "apache-2.0", {"meta-llama/Llama-2-7b-hf"});
  CHECK(lineage.sentence("c/child") ==
        "declares apache-2.0, but its base meta-llama/Llama-2-7b-hf (llama2) passes its own terms "
        "on");
}

TEST_CASE("a sentence names the way to a farther ancestor", "[lineage]") {
  Lineage lineage;
  lineage.add("b/gemma", "gemma");
  lineage.add("d/one", "mit", {"b/gemma"});
  lineage.add("d/two", "mit", {"d/one"});
  lineage.add("c/child", "mit", {"d/two"});
  CHECK(lineage.sentence("c/child", 2) ==
        "declares mit, but b/gemma (gemma), reached through d/two and d/one, passes its limits of "
        "use on");
}

TEST_CASE("a sentence says when nothing is declared", "[lineage]") {
  Lineage lineage;
  lineage.add("b/llama", "llama2");
  lineage.add("c/child", "", {"b/llama"});
  CHECK(lineage.sentence("c/child") ==
        "declares no license, but its base b/llama (llama2) passes terms on");
}

TEST_CASE("a sentence about a base outside the catalog names no license", "[lineage]") {
  Lineage lineage;
  lineage.add("c/child", "mit", {"x/gone"});
  CHECK(lineage.sentence("c/child") == "declares mit, but its base x/gone is not in the catalog");
}

TEST_CASE("a sentence calls a named license by its name", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "mit");
  lineage.add("c/child", "other:yi", {"b/free"});
  lineage["c/child"].license_name = "yi-license";
  CHECK(lineage.sentence("c/child") ==
        "declares yi-license, and its base b/free (mit) asks for less than that");
}

TEST_CASE("what is printed of an id is safe to print", "[lineage]") {
  Lineage lineage;
  lineage.add("b/free", "mit");
  lineage.add("c/child", "mit", {"b/free"});
  lineage["b/free"].id = "b/\x1b[31mred";
  CHECK(lineage.sentence("c/child").find('\x1b') == std::string::npos);
}

}  // namespace oms
