#include "oms/model/taxonomy.h"

#include <string>
#include <vector>

#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kFamilies =
    "family\ttitle\tvendor\tpattern\tnote\n"
    "llama-3\tLlama 3\tMeta\tllama[-_]?3([^0-9.b]|$)\t\n"
    "phi\tPhi\tMicrosoft\t(^|[/_.-])phi[-_.0-9]\t\n"
    "llama\tLlama\tMeta\t(^|[/_.-])llama\t\n";
constexpr std::string_view kDomains =
    "domain\ttitle\ttags\tpattern\tnote\n"
    "medical\tMedicine\tmedical,chest x-ray\tbiomistral\t\n"
    "code\tProgramming\tcoding\t(^|[/_.-])coder\t\n";
constexpr std::string_view kLanguages =
    "code\tname\n"
    "de\tGerman\n"
    "deu\tGerman\n"
    "en\tEnglish\n"
    "eng\tEnglish\n"
    "pt\tPortuguese\n"
    "yue\tCantonese\n"
    "multilingual\tMultilingual\n";

Taxonomy small() { return Taxonomy::parse(kFamilies, kDomains, kLanguages).value(); }

struct Shipped {
  std::string families = data_file("families.tsv");
  std::string domains = data_file("domains.tsv");
  std::string languages = data_file("languages.tsv");
  Taxonomy taxonomy = Taxonomy::parse(families, domains, languages).value();
};
const Taxonomy& shipped() {
  static const Shipped kShipped;
  return kShipped.taxonomy;
}

Words languages(const Words& tags, const Words& card = {}) {
  return small().languages_of(tags, card);
}

Words domains_of(const Taxonomy& taxonomy, std::string_view id, const Words& tags) {
  return taxonomy.domains(taxonomy.domains_of_id(id), taxonomy.domains_of_tags(tags));
}

}  // namespace

TEST_CASE("the first family whose pattern occurs in the id wins", "[taxonomy]") {
  CHECK(small().family_of("meta-llama/Meta-Llama-3-8B") == "llama-3");
  CHECK(small().family_of("meta-llama/Llama-Guard") == "llama");
}

TEST_CASE("letter case of an id does not matter for its family", "[taxonomy]") {
  CHECK(small().family_of("x/LLAMA-3-70B") == "llama-3");
}

TEST_CASE("an id that no pattern matches has no family", "[taxonomy]") {
  CHECK(small().family_of("x/something").empty());
}

TEST_CASE("a family name inside another word is no family", "[taxonomy]") {
  CHECK(small().family_of("cognitivecomputations/dolphin-2.9").empty());
  CHECK(small().family_of("x/Philosophy-7B").empty());
  CHECK(small().family_of("x/ollama-test").empty());
}

TEST_CASE("a bad family pattern is refused by row", "[taxonomy]") {
  const auto taxonomy =
      Taxonomy::parse("family\ttitle\tvendor\tpattern\tnote\nx\tX\tY\t(\t\n", kDomains, kLanguages);
  REQUIRE_FALSE(taxonomy);
  CHECK(taxonomy.error().code == Errc::data);
  CHECK(taxonomy.error().what.starts_with("family table: row 'x': bad pattern: "));
}

TEST_CASE("a bad domain pattern is refused by row", "[taxonomy]") {
  const auto taxonomy =
      Taxonomy::parse(kFamilies, "domain\ttitle\ttags\tpattern\tnote\nx\tX\t\t[\t\n", kLanguages);
  REQUIRE_FALSE(taxonomy);
  CHECK(taxonomy.error().what.starts_with("domain table: row 'x': bad pattern: "));
}

TEST_CASE("a missing column is refused by table", "[taxonomy]") {
  const auto taxonomy = Taxonomy::parse(kFamilies, kDomains, "code\nen\n");
  REQUIRE_FALSE(taxonomy);
  CHECK(taxonomy.error().what == "language table: no column 'name'");
}

TEST_CASE("a version step of a family is not its neighbor", "[taxonomy]") {
  CHECK(shipped().family_of("meta-llama/Llama-2-7b-hf") == "llama-2");
  CHECK(shipped().family_of("meta-llama/Meta-Llama-3-8B") == "llama-3");
  CHECK(shipped().family_of("meta-llama/Llama-3.1-8B-Instruct") == "llama-3.1");
  CHECK(shipped().family_of("meta-llama/Llama-3.3-70B-Instruct") == "llama-3.3");
}

TEST_CASE("the families of the lesson's variants are known", "[taxonomy]") {
  CHECK(shipped().family_of("elyza/ELYZA-japanese-Llama-2-7b") == "llama-2");
  CHECK(shipped().family_of("TencentARC/LLaMA-Pro-8B") == "llama-2");
  CHECK(shipped().family_of("BioMistral/BioMistral-7B") == "mistral");
  CHECK(shipped().family_of("OpenAssistant/falcon-40b-sft-top1-560") == "falcon");
  CHECK(shipped().family_of("allenai/OLMo-7B") == "olmo");
}

TEST_CASE("short family names need a boundary", "[taxonomy]") {
  CHECK(shipped().family_of("x/philosopher-7b") != "phi");
  CHECK(shipped().family_of("x/yippee-1") != "yi");
  CHECK(shipped().family_of("x/optimus-1b") != "opt");
  CHECK(shipped().family_of("allenai/Molmo-7B-D-0924") == "molmo");
}

TEST_CASE("a domain is found by tag", "[taxonomy]") {
  CHECK(domains_of(small(), "x/y", Words{"Chest X-Ray"}) == Words{"medical"});
}

TEST_CASE("a domain is found by id", "[taxonomy]") {
  CHECK(domains_of(small(), "BioMistral/BioMistral-7B", Words{}) == Words{"medical"});
}

TEST_CASE("several domains stand in table order, each once", "[taxonomy]") {
  CHECK(domains_of(small(), "x/BioMistral", Words{"coding", "medical"}) ==
        Words{"medical", "code"});
}

TEST_CASE("language codes among the tags are languages", "[taxonomy]") {
  CHECK(languages({"transformers", "en", "de", "multilingual"}) ==
        Words{"de", "en", "multilingual"});
}

TEST_CASE("names and codes of one language become its shortest code", "[taxonomy]") {
  CHECK(languages({"eng"}, {"English", "german", "DEU"}) == Words{"de", "en"});
}

TEST_CASE("a region behind a language of the card is left out", "[taxonomy]") {
  CHECK(languages({}, {"pt-BR", "en_US"}) == Words{"en", "pt"});
}

TEST_CASE("a language name among the tags is free text", "[taxonomy]") {
  CHECK(languages({"english", "EN"}).empty());
}

TEST_CASE("a card language that nobody knows is left out", "[taxonomy]") {
  CHECK(languages({}, {"False", "", "Klingon"}).empty());
}

TEST_CASE("libraries and methods with three letters are no languages", "[taxonomy]") {
  const Words tags = {"trl", "sft", "tf",  "jax", "mms", "mlx", "moe", "awq", "asr", "tts",
                      "dpo", "nlp", "ocr", "vit", "llm", "vlm", "rag", "ner", "opt", "phi"};
  CHECK(shipped().languages_of(tags, {}) == Words{});
}

TEST_CASE("the shipped languages know codes and names", "[taxonomy]") {
  CHECK(shipped().languages_of(Words{"ja", "jpn", "yue"}, Words{"French", "zh-CN"}) ==
        Words{"fr", "ja", "yue", "zh"});
}

}  // namespace oms
