// Which model a name of a source stands for, and what becomes of names that stand for none.
#include <string>
#include <vector>

#include "oms/base/text.h"
#include "support/built_catalog.h"
#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

using Strings = std::vector<std::string>;

constexpr Date kDay{20'780};

// The shipped tables without their rows, and some of our own.
DataFiles tables(const Strings& ids) {
  DataFiles files;
  for (const std::string_view name : data_file_names()) {
    const std::string shipped = data_file(std::string(name));
    files[std::string(name)] =
        name.ends_with(".tsv") ? shipped.substr(0, shipped.find('\n') + 1) : "";
  }
  files["metrics.tsv"] = data_file("metrics.tsv");
  for (const std::string& id : ids) files["snapshot.ndjson"] += R"({"id":")" + id + "\"}\n";
  return files;
}

Observation score(const std::string& metric, std::int64_t value, const std::string& variant = {}) {
  return {metric, decimal(value), kDay, parse_choice(words::kGrade, "independent"), variant, "s"};
}

// What one service gave.
FetchedData fetched(const std::string& source, Harvest harvest) {
  FetchedData data;
  data.sources.push_back({source, std::move(harvest)});
  return data;
}

// Ratings of the Arena under these names, 1200 each.
FetchedData arena(const Strings& names) {
  Harvest harvest;
  for (const std::string& name : names) {
    harvest.names.push_back({name, name, "Acme"});
    harvest.scores.emplace_back(name, score("arena", 1200));
  }
  return fetched("arena", std::move(harvest));
}

// Means of the Open LLM Leaderboard under these ids.
FetchedData board(const Strings& ids) {
  Harvest harvest;
  for (const std::string& id : ids) harvest.scores.emplace_back(id, score("ollb2", 30));
  return fetched("open-llm-leaderboard", std::move(harvest));
}

// "arena: 1 joined; not: x, y"
std::string joins(const BuiltCatalog& built) {
  std::string text;
  for (const SourceJoin& join : built.catalog().source_joins()) {
    Strings names;
    for (const Harvest::Named& named : join.unmatched) names.push_back(named.name);
    text += join.source + ": " + std::to_string(join.joined) +
            " joined; not: " + oms::join(names, ", ");
  }
  return text;
}

bool has_score(const BuiltCatalog& built, std::string_view id) { return !built.scores(id).empty(); }

}  // namespace

TEST_CASE("an id joins as it is and without regard to letter case", "[join]") {
  const BuiltCatalog built(tables({"acme/Chat-7B", "acme/other"}),
                           board({"ACME/chat-7b", "acme/other"}));
  CHECK(has_score(built, "acme/Chat-7B"));
  CHECK(has_score(built, "acme/other"));
  CHECK(joins(built) == "open-llm-leaderboard: 2 joined; not: ");
}

TEST_CASE("ids that differ in case are one name of one model", "[join]") {
  Harvest harvest;
  harvest.offers.emplace_back("MiniMaxAI/Minimax-M3",
                              Offer{"openrouter", "openrouter", "s", decimal(1), decimal(2), kDay});
  harvest.offers.emplace_back("MiniMaxAI/MiniMax-M3",
                              Offer{"openrouter", "openrouter", "s", decimal(1), decimal(2), kDay});
  const BuiltCatalog built(tables({"MiniMaxAI/MiniMax-M3"}), fetched("openrouter", harvest));
  CHECK(joins(built) == "openrouter: 1 joined; not: ");
  CHECK(built.table().offers_of(built.row("MiniMaxAI/MiniMax-M3")).size() == 1);
}

TEST_CASE("a former name joins with the present one, over several renames", "[join]") {
  DataFiles files = tables({"CohereLabs/aya-23-8B", "new/three"});
  files["aliases.tsv"] += "CohereForAI/aya-23-8B\tCohereLabs/aya-23-8B\trenamed\n";
  files["aliases.tsv"] += "old/one\told/two\trenamed\nold/two\tnew/three\trenamed\n";
  const BuiltCatalog built(files, board({"cohereforai/aya-23-8b", "old/one"}));
  CHECK(has_score(built, "CohereLabs/aya-23-8B"));
  CHECK(has_score(built, "new/three"));
}

TEST_CASE("names that lead in a circle join nothing", "[join]") {
  DataFiles files = tables({"acme/x"});
  files["aliases.tsv"] += "old/one\told/two\trenamed\nold/two\told/one\trenamed\n";
  CHECK(joins(BuiltCatalog(files, board({"old/one"}))) ==
        "open-llm-leaderboard: 0 joined; not: old/one");
}

TEST_CASE("what the Hub says of a former name counts for prices and scores too", "[join]") {
  FetchedData data = board({"old/name"});
  data.statuses.push_back({"old/name", "renamed", "new/name", kDay});
  CHECK(has_score(BuiltCatalog(tables({"new/name"}), data), "new/name"));
}

TEST_CASE("a source's own name joins through data/source-names.tsv", "[join]") {
  DataFiles files = tables({"acme/Chat-7B-Instruct"});
  files["source-names.tsv"] += "acme-chat-7b\tarena\tacme/Chat-7B-Instruct\t2026-09-18\n";
  const BuiltCatalog built(files, arena({"Acme-Chat-7b"}));
  CHECK(has_score(built, "acme/Chat-7B-Instruct"));
  CHECK(joins(built) == "arena: 1 joined; not: ");
}

TEST_CASE("a name of one source says nothing about another's", "[join]") {
  DataFiles files = tables({"acme/Chat-7B-Instruct"});
  files["source-names.tsv"] +=
      "acme-chat-7b\tartificial-analysis\tacme/Chat-7B-Instruct\t2026-09-18\n";
  CHECK(joins(BuiltCatalog(files, arena({"acme-chat-7b"}))) ==
        "arena: 0 joined; not: acme-chat-7b");
}

TEST_CASE("a source's own name is never held against ids or bare former names", "[join]") {
  DataFiles files = tables({"openai-community/gpt2", "acme/chat"});
  files["aliases.tsv"] += "gpt2\topenai-community/gpt2\tbare id\n";
  CHECK(joins(BuiltCatalog(files, arena({"gpt2", "acme/chat"}))) ==
        "arena: 0 joined; not: acme/chat, gpt2");
}

TEST_CASE("a base model does not take the score of a name that omits the word instruct", "[join]") {
  const BuiltCatalog built(tables({"acme/Chat-7B", "acme/Chat-7B-Instruct"}), arena({"chat-7b"}));
  CHECK_FALSE(has_score(built, "acme/Chat-7B"));
  CHECK_FALSE(has_score(built, "acme/Chat-7B-Instruct"));
}

TEST_CASE("a dated revision is another model", "[join]") {
  const BuiltCatalog built(tables({"deepseek-ai/DeepSeek-V3", "deepseek-ai/DeepSeek-V3-0324"}),
                           board({"deepseek-ai/DeepSeek-V3"}));
  CHECK(has_score(built, "deepseek-ai/DeepSeek-V3"));
  CHECK_FALSE(has_score(built, "deepseek-ai/DeepSeek-V3-0324"));
}

TEST_CASE("several scores of one model in one metric are all kept, the first is shown", "[join]") {
  DataFiles files = tables({"acme/x"});
  files["source-names.tsv"] +=
      "k-1\tartificial-analysis\tacme/x\t2026-09-18\nk-2\tartificial-analysis\tacme/"
      "x\t2026-09-18\n";
  Harvest harvest;
  harvest.names = {{"k-1", "X (low)", "Acme"}, {"k-2", "X (high)", "Acme"}};
  harvest.scores.emplace_back("k-1", score("aa", 20, "low"));
  harvest.scores.emplace_back("k-2", score("aa", 30, "high"));
  highest_effort_first(harvest);
  const BuiltCatalog built(files, fetched("artificial-analysis", harvest));
  CHECK(built.scores("acme/x") == Strings{"aa 30, 2026-11-23, independent, 'high', s",
                                          "aa 20, 2026-11-23, independent, 'low', s"});
}

TEST_CASE("the user's word comes before all others, by name or by key", "[join]") {
  DataFiles files = tables({"acme/one", "acme/two", "acme/three"});
  files["source-names.tsv"] += "chat\tarena\tacme/one\t2026-09-18\n";
  files["overrides.json"] = R"({"names":{"arena":{"chat":"acme/two"},)"
                            R"("open-llm-leaderboard":{"acme/one":"acme/three"}}})";
  FetchedData data = arena({"chat"});
  data.sources.push_back(board({"acme/one"}).sources.front());
  const BuiltCatalog built(files, data);
  CHECK_FALSE(has_score(built, "acme/one"));
  CHECK(built.scores("acme/two").size() == 1);
  CHECK(built.scores("acme/three").size() == 1);
}

TEST_CASE("settings that cannot be read stop the build", "[join]") {
  DataFiles files = tables({"acme/one"});
  files["overrides.json"] = "{";
  const auto made = build_catalog(files);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == Errc::usage);
}

TEST_CASE("a closed model takes the rating that was fetched for its name", "[join]") {
  DataFiles files = tables({"acme/x"});
  files["closed-models.tsv"] +=
      "openrouter:acme/big\tBig\tAcme\t1\t2\t\t2026-08-14\ta list\t1100\tarena\t2025-12-11\ta "
      "list\n";
  files["source-names.tsv"] += "big\tarena\topenrouter:acme/big\t2026-09-18\n";
  CHECK(BuiltCatalog(files).scores("openrouter:acme/big").size() == 1);
  CHECK(BuiltCatalog(files, arena({"big"})).scores("openrouter:acme/big") ==
        Strings{"arena 1200, 2026-11-23, independent, '', s"});
}

TEST_CASE("what was fetched takes the place of all bundled scores of its source", "[join]") {
  DataFiles files = tables({"acme/x", "acme/y"});
  files["scores.tsv"] += "acme/x\tarena\t1100\t2025-12-11\tindependent\t\ta list\n";
  files["scores.tsv"] += "acme/x\twer\t5\t2025-12-11\tindependent\t\ta list\n";
  files["source-names.tsv"] += "why\tarena\tacme/y\t2026-09-18\n";
  const BuiltCatalog built(files, arena({"why"}));
  CHECK(built.scores("acme/x") == Strings{"wer 5, 2025-12-11, independent, '', a list"});
  CHECK(built.scores("acme/y").size() == 1);
}

TEST_CASE("a median of hosts is a price only where no host's own is known", "[join]") {
  DataFiles files = tables({"acme/x", "acme/y"});
  files["prices.tsv"] += "acme/x\tgroq\tgroq\t3\t4\t2026-08-01\ta list\n";
  files["source-names.tsv"] +=
      "k-1\tartificial-analysis\tacme/x\t2026-09-18\n"
      "k-2\tartificial-analysis\tacme/y\t2026-09-18\n";
  Harvest harvest;
  for (const char* key : {"k-1", "k-2"}) {
    harvest.names.push_back({key, key, ""});
    harvest.offers.emplace_back(key, Offer{"artificial-analysis", "artificial-analysis", "median",
                                           decimal(1), decimal(2), kDay});
  }
  const BuiltCatalog built(files, fetched("artificial-analysis", harvest));
  CHECK(built.word("acme/x", "price_provider") == "groq");
  CHECK(built.word("acme/y", "price_provider") == "artificial-analysis");
  CHECK(built.list("acme/y", "available_on").empty());
}

TEST_CASE("names without a model survive in the index, with key and owner", "[join]") {
  Harvest harvest;
  harvest.names = {{"k-2", "B\tbig", "Acme\nInc"}, {"k-1", "A", ""}};
  harvest.unmatched = {"no id"};
  const BuiltCatalog built(tables({"acme/x"}), fetched("artificial-analysis", harvest));
  const auto read = built.catalog().source_joins();
  REQUIRE(read.size() == 1);
  REQUIRE(read[0].unmatched.size() == 3);
  CHECK(read[0].unmatched[0].name == "A");
  CHECK(read[0].unmatched[1].name == "B big");
  CHECK(read[0].unmatched[1].key == "k-2");
  CHECK(read[0].unmatched[1].owner == "Acme Inc");
  CHECK(read[0].unmatched[2].name == "no id");
}

TEST_CASE("an index without anything fetched has no names", "[join]") {
  CHECK(BuiltCatalog(tables({"acme/x"})).catalog().source_joins().empty());
}

}  // namespace oms
