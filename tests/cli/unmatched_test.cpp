// What 'oms sources' says of fetched names: how many joined, and which did not.
#include "support/built_catalog.h"
#include "support/catch.h"
#include "support/data_file.h"
#include "support/program.h"

namespace oms {
namespace {

// The shipped data with ratings of the Arena under one known and two unknown names.
const BuiltCatalog& catalog() {
  static const BuiltCatalog kBuilt = [] {
    DataFiles files;
    for (const std::string_view name : data_file_names()) {
      files.emplace(name, data_file(std::string(name)));
    }
    Harvest harvest;
    for (const char* name : {"phi-4", "zeta-9b", "alpha,9b"}) {
      harvest.names.push_back({name, name, name[0] == 'p' ? "Microsoft" : "Acme"});
      harvest.scores.emplace_back(
          name, Observation{"arena", decimal(1250), Date{20'690},
                            parse_choice(words::kGrade, "independent"), name, "the Arena"});
    }
    FetchedData fetched;
    fetched.sources.push_back({"arena", harvest});
    fetched.asked = {{"arena", "https://rows.example", "2026-08-25T20:00:00Z", "", 3, 0},
                     {"open-asr", "https://raw.example", "", "open-asr answered 404", 0, 0}};
    return BuiltCatalog(files, fetched);
  }();
  return kBuilt;
}

Ran run_there(const std::vector<std::string>& arguments) {
  Surroundings around;
  around.bundle = catalog().image();
  return run_program(arguments, around);
}

}  // namespace

TEST_CASE("a fetched source tells how many of its names are models here", "[unmatched]") {
  const std::string out = run_there({"sources", "lmarena"}).out;
  CHECK(out.find("3 records, 1 name joined, 2 not") != std::string::npos);
  CHECK(out.find("1 score\n") != std::string::npos);
}

TEST_CASE("a source is found by its word of --only too", "[unmatched]") {
  CHECK(run_there({"sources", "arena"}).out == run_there({"sources", "lmarena"}).out);
}

TEST_CASE("a source that failed says so and keeps what is bundled", "[unmatched]") {
  const std::string out = run_there({"sources", "open-asr-leaderboard"}).out;
  CHECK(out.find("last try failed: open-asr answered 404") != std::string::npos);
  CHECK(out.find("76 scores") != std::string::npos);
}

TEST_CASE("names without a model are listed in every format", "[unmatched]") {
  CHECK(run_there({"sources", "--unmatched", "arena", "-q"}).out == "alpha,9b\nzeta-9b\n");
  CHECK(run_there({"sources", "--unmatched", "lmarena", "--format", "csv"}).out ==
        "name,key,owner,source\n\"alpha,9b\",,Acme,arena\nzeta-9b,,Acme,arena\n");
  CHECK(run_there({"sources", "--unmatched", "arena", "--format", "ndjson"}).out ==
        "{\"name\": \"alpha,9b\", \"key\": null, \"owner\": \"Acme\", \"source\": \"arena\"}\n"
        "{\"name\": \"zeta-9b\", \"key\": null, \"owner\": \"Acme\", \"source\": \"arena\"}\n");
  const Ran table = run_there({"sources", "--unmatched", "arena"});
  CHECK(table.code == 0);
  CHECK(table.out.find("zeta-9b") != std::string::npos);
  CHECK(table.err.find("2 of 3 names of lmarena found no model") != std::string::npos);
}

TEST_CASE("a source that nothing was fetched from has no such names", "[unmatched]") {
  const Ran ran = run_there({"sources", "--unmatched", "mteb", "--json"});
  CHECK(ran.code == 0);
  CHECK(ran.out == "[]\n");
  CHECK(ran.err == "mteb: nothing is fetched, and every bundled row has its model\n");
}

TEST_CASE("an unknown source is wrong use under --unmatched as well", "[unmatched]") {
  const Ran ran = run_there({"sources", "--unmatched", "arenaa"});
  CHECK(ran.code == 2);
}

}  // namespace oms
