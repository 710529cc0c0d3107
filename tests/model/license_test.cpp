#include "oms/model/license.h"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "oms/model/license_match.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

// One line of a license table; what a test does not name is harmless.
struct Line {
  std::string key = {};
  std::string spdx_id = {};
  std::string license_class = "osi-permissive";
  std::string osi_approved = "true";
  std::string commercial_use = "yes";
  std::string derivatives = "yes";
  std::string kind = "hub";
  std::string match_name = {};
  std::string match_link = {};
  std::string failed = {};
  std::string users = {};
};

std::string tsv(const std::vector<Line>& lines) {
  std::string text =
      "key\tspdx_id\tname\tosi_approved\tclass\tcommercial_use\tderivatives\tredistribution\t"
      "use_restrictions\tattribution_required\tshare_alike\tpatent_grant\tthreshold\t"
      "failed_osd_criteria\tnotes\tsource\tkind\tmatch_name\tmatch_link\tderived_rule\tconfidence\t"
      "mau_limit\tannual_revenue_limit_usd\tterritory_excluded\n";
  for (const Line& line : lines) {
    text += line.key + '\t' + line.spdx_id + "\tA license\t" + line.osi_approved + '\t' +
            line.license_class + '\t' + line.commercial_use + '\t' + line.derivatives +
            "\tyes\tno\tyes\tno\tno\t\t" + line.failed + "\t\tHUB\t" + line.kind + '\t' +
            line.match_name + '\t' + line.match_link + "\tnotice\thigh\t" + line.users + "\t\t\n";
  }
  return text;
}

std::string error_of(const std::vector<Line>& lines) {
  const std::string text = tsv(lines);
  const auto table = LicenseTable::parse(text);
  return table ? "" : table.error().what;
}

// The shipped table with its matcher.
struct Shipped {
  std::string text = data_file("licenses.tsv");
  LicenseTable table = LicenseTable::parse(text).value();
  LicenseMatcher matcher = LicenseMatcher(table);

  LicenseVerdict resolve(LicenseStatement statement) const { return matcher.resolve(statement); }
  LicenseVerdict id(const std::string& id) const { return resolve({.ids = {id}}); }
  LicenseVerdict other(const std::string& name, const std::string& link = "") const {
    return resolve({.ids = {"other"}, .license_name = name, .license_link = link});
  }
};

const Shipped& shipped() {
  static const Shipped kShipped;
  return kShipped;
}

std::string class_of(const LicenseVerdict& verdict) {
  return std::string(word_of(words::kLicenseClass, verdict.license_class));
}
std::string reason_of(const LicenseVerdict& verdict) {
  return std::string(word_of(words::kReason, verdict.reason));
}
std::string commercial_use_of(const LicenseVerdict& verdict) {
  return std::string(word_of(words::kAllowed, verdict.commercial_use));
}
std::string derivatives_of(const LicenseVerdict& verdict) {
  return std::string(word_of(words::kAllowed, verdict.derivatives));
}

const LicenseTable& shipped_table() { return shipped().table; }

std::string words_text(const std::string& text) {
  const auto words = parse_license_words(text, shipped_table);
  if (!words) return words.error().what;
  constexpr std::string_view kKinds[] = {"id", "class", "osi", "open", "commercial", "conditional"};
  std::string out;
  for (const LicenseWord& word : *words) {
    out += word.excluded ? "!" : "";
    out += std::string(kKinds[static_cast<std::size_t>(word.kind)]) + ":" + word.word + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("every license id of the Hub has its class in the table", "[license]") {
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"apache-2.0", "osi-permissive"},
      {"mit", "osi-permissive"},
      {"openrail", "restricted"},
      {"bigscience-openrail-m", "restricted"},
      {"creativeml-openrail-m", "restricted"},
      {"bigscience-bloom-rail-1.0", "restricted"},
      {"bigcode-openrail-m", "restricted"},
      {"afl-3.0", "osi-permissive"},
      {"artistic-2.0", "osi-copyleft"},
      {"bsl-1.0", "osi-permissive"},
      {"bsd", "open-other"},
      {"bsd-2-clause", "osi-permissive"},
      {"bsd-3-clause", "osi-permissive"},
      {"bsd-3-clause-clear", "open-other"},
      {"c-uda", "restricted"},
      {"cc", "unknown"},
      {"cc0-1.0", "open-other"},
      {"cc-by-2.0", "open-other"},
      {"cc-by-2.5", "open-other"},
      {"cc-by-3.0", "open-other"},
      {"cc-by-4.0", "open-other"},
      {"cc-by-sa-3.0", "open-other"},
      {"cc-by-sa-4.0", "open-other"},
      {"cc-by-nc-2.0", "non-commercial"},
      {"cc-by-nc-3.0", "non-commercial"},
      {"cc-by-nc-4.0", "non-commercial"},
      {"cc-by-nd-4.0", "restricted"},
      {"cc-by-nc-nd-3.0", "non-commercial"},
      {"cc-by-nc-nd-4.0", "non-commercial"},
      {"cc-by-nc-sa-2.0", "non-commercial"},
      {"cc-by-nc-sa-3.0", "non-commercial"},
      {"cc-by-nc-sa-4.0", "non-commercial"},
      {"cdla-sharing-1.0", "open-other"},
      {"cdla-permissive-1.0", "open-other"},
      {"cdla-permissive-2.0", "open-other"},
      {"wtfpl", "open-other"},
      {"ecl-2.0", "osi-permissive"},
      {"epl-1.0", "osi-copyleft"},
      {"epl-2.0", "osi-copyleft"},
      {"etalab-2.0", "open-other"},
      {"eupl-1.1", "osi-copyleft"},
      {"eupl-1.2", "osi-copyleft"},
      {"agpl-3.0", "osi-copyleft"},
      {"gfdl", "open-other"},
      {"gpl", "osi-copyleft"},
      {"gpl-2.0", "osi-copyleft"},
      {"gpl-3.0", "osi-copyleft"},
      {"lgpl", "osi-copyleft"},
      {"lgpl-2.1", "osi-copyleft"},
      {"lgpl-3.0", "osi-copyleft"},
      {"isc", "osi-permissive"},
      {"h-research", "research-only"},
      {"intel-research", "research-only"},
      {"lppl-1.3c", "osi-copyleft"},
      {"ms-pl", "osi-permissive"},
      {"apple-ascl", "open-other"},
      {"apple-amlr", "research-only"},
      {"mpl-2.0", "osi-copyleft"},
      {"odc-by", "open-other"},
      {"odbl", "open-other"},
      {"openmdw-1.0", "open-other"},
      {"openmdw-1.1", "open-other"},
      {"openrail++", "restricted"},
      {"osl-3.0", "osi-copyleft"},
      {"postgresql", "osi-permissive"},
      {"ofl-1.1", "osi-copyleft"},
      {"ncsa", "osi-permissive"},
      {"unlicense", "osi-permissive"},
      {"zlib", "osi-permissive"},
      {"pddl", "open-other"},
      {"lgpl-lr", "open-other"},
      {"deepfloyd-if-license", "research-only"},
      {"fair-noncommercial-research-license", "research-only"},
      {"llama2", "community"},
      {"llama3", "community"},
      {"llama3.1", "community"},
      {"llama3.2", "community"},
      {"llama3.3", "community"},
      {"llama4", "community"},
      {"grok2-community", "community"},
      {"gemma", "restricted"},
      {"unknown", "unknown"},
      {"other", "unknown"},
  };
  CHECK(expected.size() == 83);
  for (const auto& [key, license_class] : expected) {
    CAPTURE(key);
    const License* license = shipped().table.find(key);
    REQUIRE(license != nullptr);
    CHECK_FALSE(license->named);
    const std::string_view word = word_of(words::kLicenseClass, license->license_class);
    CHECK((word.empty() ? "unknown" : word) == license_class);
  }
}

TEST_CASE("every Hub id leads to the class of its own row", "[license]") {
  for (const License& license : shipped().table.rows()) {
    if (license.named || license.license_class == Choice{}) continue;
    CAPTURE(license.key);
    CHECK(shipped().id(std::string(license.key)).row == &license);
  }
}

TEST_CASE("a license table without a needed column is refused", "[license]") {
  const auto table = LicenseTable::parse("key\tspdx_id\nmit\tMIT\n");
  REQUIRE_FALSE(table);
  CHECK(table.error().code == Errc::data);
  CHECK(table.error().what == "license table: no column 'name'");
}

TEST_CASE("a class outside the nine is refused by row", "[license]") {
  CHECK(error_of({{.key = "x", .license_class = "free"}}) ==
        "license table: row 'x': unknown class 'free'");
}

TEST_CASE("a key that stands twice is refused", "[license]") {
  CHECK(error_of({{.key = "x"}, {.key = "X"}}) == "license table: row 'X': key stands twice");
}

TEST_CASE("criterion 2 is never failed by a license text", "[license]") {
  CHECK(error_of({{.key = "x", .failed = "1;2"}}) ==
        "license table: row 'x': failed_osd_criteria '1;2' takes numbers from 1 to 10 without 2, "
        "separated by ';'");
}

TEST_CASE("a limit that is no whole number is refused", "[license]") {
  CHECK(error_of({{.key = "x", .users = "700M"}}) ==
        "license table: row 'x': mau_limit '700M' is not a whole number");
}

TEST_CASE("a row keeps its failed criteria as numbers", "[license]") {
  CHECK(shipped().table.find("llama2")->failed_osd_criteria == std::vector<int>{5, 6, 9});
}

TEST_CASE("a row keeps its limits as numbers", "[license]") {
  CHECK(shipped().table.find("llama3")->monthly_users_limit == 700'000'000);
  CHECK(shipped().table.find("other:jamba")->annual_revenue_limit_usd == 50'000'000);
}

TEST_CASE("a license is found by key in any letter case", "[license]") {
  CHECK(shipped().table.find("Apache-2.0")->key == "apache-2.0");
}

TEST_CASE("a license is looked up by SPDX id", "[license]") {
  CHECK(shipped().table.look_up("agpl-3.0-ONLY")->key == "agpl-3.0");
}

TEST_CASE("a named license is looked up without its prefix", "[license]") {
  CHECK(shipped().table.look_up("MRL")->key == "other:mrl");
}

TEST_CASE("an empty text looks up no license", "[license]") {
  CHECK(shipped().table.look_up(" ") == nullptr);
}

TEST_CASE("the ten criteria stand in order", "[license]") {
  for (int i = 0; i < 10; ++i) CHECK(kOsdCriteria[i].number == i + 1);
}

// --- The tie-breaks of the class order, each over the row that decides it.

TEST_CASE("moonshot modified-mit: one size trigger makes a license community", "[license]") {
  const auto verdict = shipped().other(
      "modified-mit", "https://huggingface.co/moonshotai/Kimi-K2-Instruct/blob/main/LICENSE");
  CHECK(verdict.row->key == "other:moonshot-modified-mit");
  CHECK(class_of(verdict) == "community");
  CHECK(commercial_use_of(verdict) == "yes");
}

TEST_CASE("nvidia-open-model: a use list stays restricted even if it repeats the law",
          "[license]") {
  CHECK(class_of(shipped().other("nvidia-open-model-license")) == "restricted");
}

TEST_CASE("cc-by-nd-4.0: no derivatives with commercial use is restricted", "[license]") {
  CHECK(class_of(shipped().id("cc-by-nd-4.0")) == "restricted");
  CHECK(derivatives_of(shipped().id("cc-by-nd-4.0")) == "no");
}

TEST_CASE("cc-by-nc-nd-4.0: no derivatives without commercial use is non-commercial", "[license]") {
  CHECK(class_of(shipped().id("cc-by-nc-nd-4.0")) == "non-commercial");
  CHECK(derivatives_of(shipped().id("cc-by-nc-nd-4.0")) == "no");
}

TEST_CASE("minimax-m2.7: an MIT-shaped text that bars commercial use is non-commercial",
          "[license]") {
  CHECK(class_of(shipped().other("minimax-m2.7-license")) == "non-commercial");
}

TEST_CASE("modified-mit: the name alone never decides", "[license]") {
  CHECK(class_of(shipped().other("modified-mit")).empty());
  CHECK(reason_of(shipped().other("modified-mit")) == "unresolved");
}

TEST_CASE("gemma: the id is restricted", "[license]") {
  CHECK(class_of(shipped().id("gemma")) == "restricted");
}

TEST_CASE("gemma as a name without a link stays unknown", "[license]") {
  CHECK(class_of(shipped().other("gemma")).empty());
}

TEST_CASE("gemma as a name with the terms' link is restricted", "[license]") {
  CHECK(class_of(shipped().other("gemma", "https://ai.google.dev/gemma/terms")) == "restricted");
}

TEST_CASE("qwen-research and qwen: two licenses of one family differ in class", "[license]") {
  CHECK(class_of(shipped().other("qwen-research")) == "research-only");
  CHECK(class_of(shipped().other("qwen")) == "community");
}

TEST_CASE("deepseek: the license of 2024 is restricted", "[license]") {
  CHECK(class_of(shipped().other("deepseek-license")) == "restricted");
}

TEST_CASE("falcon-180b: not the license of the smaller Falcons", "[license]") {
  CHECK(class_of(shipped().other("falcon-180b-license")) == "community");
}

TEST_CASE("gpl: the bare family is copyleft, its approval open", "[license]") {
  CHECK(class_of(shipped().id("gpl")) == "osi-copyleft");
  CHECK_FALSE(shipped().id("gpl").osi_approved.has_value());
}

TEST_CASE("lgpl: the bare family is copyleft, its approval open", "[license]") {
  CHECK(class_of(shipped().id("lgpl")) == "osi-copyleft");
  CHECK_FALSE(shipped().id("lgpl").osi_approved.has_value());
}

TEST_CASE("bsd: the bare family has the class of its worst common member", "[license]") {
  CHECK(class_of(shipped().id("bsd")) == "open-other");
  CHECK_FALSE(shipped().id("bsd").osi_approved.has_value());
}

TEST_CASE("gfdl: the bare family is open-other", "[license]") {
  CHECK(class_of(shipped().id("gfdl")) == "open-other");
}

TEST_CASE("openrail: the bare family is restricted", "[license]") {
  CHECK(class_of(shipped().id("openrail")) == "restricted");
}

TEST_CASE("cc: the bare family says nothing", "[license]") {
  const auto verdict = shipped().id("cc");
  CHECK(verdict.license == "cc");
  CHECK(verdict.row == nullptr);
  CHECK(reason_of(verdict) == "unresolved");
}

TEST_CASE("bsl-1.0: Boost, not Business Source", "[license]") {
  CHECK(shipped().id("bsl-1.0").row->spdx_id == "BSL-1.0");
  CHECK(class_of(shipped().id("bsl-1.0")) == "osi-permissive");
  CHECK(class_of(shipped().id("BUSL-1.1")).empty());
}

TEST_CASE("fair-noncommercial-research-license: not the approved license Fair", "[license]") {
  CHECK(class_of(shipped().id("fair-noncommercial-research-license")) == "research-only");
  CHECK(class_of(shipped().id("Fair")).empty());
}

TEST_CASE("cc0-1.0: for every purpose, but not OSI-approved", "[license]") {
  CHECK(class_of(shipped().id("cc0-1.0")) == "open-other");
  CHECK(shipped().id("cc0-1.0").osi_approved == Flag(false));
}

TEST_CASE("unlicense: a public-domain grant that OSI approved", "[license]") {
  CHECK(class_of(shipped().id("unlicense")) == "osi-permissive");
  CHECK(shipped().id("unlicense").osi_approved == Flag(true));
}

// --- From statement to verdict.

TEST_CASE("a declared id is kept folded", "[license]") {
  CHECK(shipped().id("  Apache-2.0 ").license == "apache-2.0");
}

TEST_CASE("a known license has no reason to be unknown", "[license]") {
  CHECK(reason_of(shipped().id("mit")).empty());
}

TEST_CASE("an SPDX id stands for its Hub id", "[license]") {
  const auto verdict = shipped().id("GPL-3.0-only");
  CHECK(verdict.license == "gpl-3.0-only");
  CHECK(verdict.row->key == "gpl-3.0");
}

TEST_CASE("an id that is no id may be the name of a license", "[license]") {
  CHECK(class_of(shipped().id("Qwen-Research")) == "research-only");
}

TEST_CASE("an id that nobody knows is kept and unresolved", "[license]") {
  const auto verdict = shipped().id("My-Own-License");
  CHECK(verdict.license == "my-own-license");
  CHECK(class_of(verdict).empty());
  CHECK(reason_of(verdict) == "unresolved");
}

TEST_CASE("no license in a collected record is the publisher's silence", "[license]") {
  const auto verdict = shipped().resolve({});
  CHECK(verdict.license.empty());
  CHECK(reason_of(verdict) == "not-declared");
}

TEST_CASE("no license in a record that never carried one is our gap", "[license]") {
  CHECK(reason_of(shipped().resolve({.collected = false})) == "not-collected");
}

TEST_CASE("the literal unknown declares nothing", "[license]") {
  const auto verdict = shipped().id("unknown");
  CHECK(verdict.license == "unknown");
  CHECK(class_of(verdict).empty());
  CHECK(reason_of(verdict) == "not-declared");
}

TEST_CASE("unknown beside a name that resolves takes the name", "[license]") {
  CHECK(class_of(shipped().resolve({.ids = {"unknown"}, .license_name = "falcon-180b-license"})) ==
        "community");
}

TEST_CASE("other without a name declares nothing", "[license]") {
  CHECK(reason_of(shipped().other("")) == "not-declared");
}

TEST_CASE("other in a source without names is our gap", "[license]") {
  CHECK(reason_of(shipped().resolve({.ids = {"other"}, .name_collected = false})) ==
        "not-collected");
}

TEST_CASE("other with a link and no name is a text we do not read", "[license]") {
  CHECK(reason_of(shipped().other("", "https://example.org/LICENSE")) == "unresolved");
}

TEST_CASE("other with a name nobody knows is unresolved", "[license]") {
  CHECK(reason_of(shipped().other("Skywork Terms and Conditions")) == "unresolved");
}

TEST_CASE("other with a named license whose text was not seen is unresolved", "[license]") {
  const auto verdict = shipped().other("nvidia-license");
  CHECK(verdict.row == nullptr);
  CHECK(reason_of(verdict) == "unresolved");
}

TEST_CASE("letter case and blanks of a license name do not matter", "[license]") {
  const auto verdict = shipped().other("  LFM  Open License V1.0 ");
  CHECK(verdict.row->key == "other:lfm");
  CHECK(verdict.license == "other");
  CHECK(verdict.license_name == "LFM  Open License V1.0");
}

TEST_CASE("a license name is matched as a whole", "[license]") {
  CHECK(class_of(shipped().other("not-qwen-research")).empty());
}

TEST_CASE("the first row whose name matches wins", "[license]") {
  CHECK(shipped().other("tencent-hunyuan-community").row->key == "other:tencent-hunyuan");
}

TEST_CASE("a link decides between rows that share a name", "[license]") {
  CHECK(shipped()
            .other("modified-mit",
                   "https://huggingface.co/mistralai/Devstral-2-123B/blob/main/LICENSE")
            .row->key == "other:mistral-modified-mit");
}

TEST_CASE("a relative link confirms nothing", "[license]") {
  CHECK(class_of(shipped().other("modified-mit", "LICENSE")).empty());
}

TEST_CASE("the repository of a quantizer does not confirm a name", "[license]") {
  CHECK(class_of(shipped().other("modified-mit",
                                 "https://huggingface.co/unsloth/Kimi-K2-GGUF/blob/main/LICENSE"))
            .empty());
}

TEST_CASE("a name without an id is read as other", "[license]") {
  const auto verdict = shipped().resolve({.license_name = "Research-only RAIL-M5"});
  CHECK(verdict.license == "other");
  CHECK(class_of(verdict) == "research-only");
}

TEST_CASE("an id may stand where the name is asked for", "[license]") {
  CHECK(class_of(shipped().other("MIT")) == "osi-permissive");
}

TEST_CASE("a name that joins licenses is unresolved when one part is unknown", "[license]") {
  CHECK(reason_of(shipped().other("Apache-2.0 and CC-BY-NC-4.0 and additional terms")) ==
        "unresolved");
}

TEST_CASE("an open-ended pattern does not hide an unknown part of a name", "[license]") {
  CHECK(class_of(shipped().other("Llama 3.3 Community License and house rules")).empty());
}

TEST_CASE("a name that joins known licenses takes the strictest", "[license]") {
  const auto verdict = shipped().other("CC-BY-NC-4.0 and C4AI acceptable use policy");
  CHECK(class_of(verdict) == "non-commercial");
  CHECK(verdict.row->key == "cc-by-nc-4.0");
}

TEST_CASE("a list of licenses takes the strictest value of each field", "[license]") {
  const auto verdict = shipped().resolve({.ids = {"llama2", "cc-by-nd-4.0"}});
  CHECK(verdict.license == "llama2 AND cc-by-nd-4.0");
  CHECK(verdict.row->key == "llama2");
  CHECK(class_of(verdict) == "community");
  CHECK(commercial_use_of(verdict) == "conditional");
  CHECK(derivatives_of(verdict) == "no");
}

TEST_CASE("a list is OSI-approved only when all of it is", "[license]") {
  CHECK(shipped().resolve({.ids = {"mit", "apache-2.0"}}).osi_approved == Flag(true));
  CHECK(shipped().resolve({.ids = {"mit", "gpl"}}).osi_approved == Flag());
  CHECK(shipped().resolve({.ids = {"gpl", "cc-by-4.0"}}).osi_approved == Flag(false));
}

TEST_CASE("one unknown license makes a list unknown", "[license]") {
  const auto verdict = shipped().resolve({.ids = {"mit", "other"}});
  CHECK(verdict.license == "mit AND other");
  CHECK(class_of(verdict).empty());
  CHECK(reason_of(verdict) == "unresolved");
}

TEST_CASE("a license named twice counts once", "[license]") {
  CHECK(shipped().resolve({.ids = {"mit", "MIT"}}).license == "mit");
}

TEST_CASE("other in a list is resolved by the name", "[license]") {
  const auto verdict = shipped().resolve({.ids = {"apache-2.0", "other"}, .license_name = "mrl"});
  CHECK(class_of(verdict) == "research-only");
  CHECK_FALSE(verdict.disagreement);
}

TEST_CASE("an id beside a name of another class: the stricter one wins", "[license]") {
  const auto verdict =
      shipped().resolve({.ids = {"apache-2.0"}, .license_name = "jamba-open-model-license"});
  CHECK(verdict.license == "apache-2.0");
  CHECK(verdict.disagreement);
  CHECK(class_of(verdict) == "community");
  CHECK(verdict.row->key == "other:jamba");
}

TEST_CASE("a strict id wins over a name that allows more", "[license]") {
  const auto verdict =
      shipped().resolve({.ids = {"apple-amlr"}, .license_name = "apple-sample-code-license"});
  CHECK(verdict.disagreement);
  CHECK(class_of(verdict) == "research-only");
  CHECK(verdict.row->key == "apple-amlr");
}

TEST_CASE("an id beside another spelling of itself is agreement", "[license]") {
  const auto verdict = shipped().resolve({.ids = {"llama3.3"}, .license_name = "Llama 3.3"});
  CHECK_FALSE(verdict.disagreement);
  CHECK(verdict.row->key == "llama3.3");
}

TEST_CASE("an id beside a name nobody knows stands alone", "[license]") {
  const auto verdict = shipped().resolve({.ids = {"mit"}, .license_name = "house rules"});
  CHECK_FALSE(verdict.disagreement);
  CHECK(class_of(verdict) == "osi-permissive");
}

TEST_CASE("a pattern that cannot be read is a bug of the table", "[license]") {
  const std::string text = tsv({{.key = "other:x", .kind = "name", .match_name = "("}});
  const auto table = LicenseTable::parse(text);
  REQUIRE(table);
  CHECK_THROWS_AS(LicenseMatcher(*table), std::invalid_argument);
}

// --- The words of --license.

TEST_CASE("a license word is an id, a class or a shorthand", "[license]") {
  CHECK(words_text("apache-2.0,community,osi,open,commercial,conditional") ==
        "id:apache-2.0 class:community osi:osi open:open commercial:commercial "
        "conditional:conditional ");
}

TEST_CASE("unknown is a class word", "[license]") {
  CHECK(words_text("unknown") == "class:unknown ");
}

TEST_CASE("letter case of license words does not matter", "[license]") {
  CHECK(words_text("MIT,OSI,Non-Commercial") == "id:mit osi:osi class:non-commercial ");
}

TEST_CASE("an exclamation mark excludes one word", "[license]") {
  CHECK(words_text("open, !gemma") == "open:open !id:gemma ");
}

TEST_CASE("an SPDX id becomes the id of the Hub", "[license]") {
  CHECK(words_text("GPL-3.0-only") == "id:gpl-3.0 ");
}

TEST_CASE("an unknown license word is wrong use with a suggestion", "[license]") {
  CHECK(words_text("apache-2") == "unknown license 'apache-2'; did you mean 'apache-2.0'?");
}

TEST_CASE("classes and shorthands are license words without a look at the table", "[license]") {
  bool looked = false;
  const auto table = [&]() -> const LicenseTable& {
    looked = true;
    return shipped().table;
  };
  CHECK(parse_license_words("osi,open,commercial,conditional,!community,unknown", table));
  CHECK_FALSE(looked);
  CHECK(parse_license_words("osi,mit", table));
  CHECK(looked);
}

TEST_CASE("a part of the license table has the rows of the keys that were asked for", "[license]") {
  const std::string text = data_file("licenses.tsv");
  const std::vector<std::string> keys = {"MIT", "", "no-such-license", "other:qwen"};
  const auto some = LicenseTable::parse(text, keys);
  REQUIRE(some);
  std::vector<std::string_view> found;
  for (const License& license : some->rows()) found.push_back(license.key);
  CHECK(found == std::vector<std::string_view>{"mit", "other:qwen"});
  CHECK(some->find("mit")->license_class == shipped().table.find("mit")->license_class);
}

TEST_CASE("an empty list of licenses is wrong use", "[license]") {
  const auto words = parse_license_words(" , ", shipped_table);
  REQUIRE_FALSE(words);
  CHECK(words.error().code == Errc::usage);
}

}  // namespace oms
