// Models that the Hub no longer has under their id: what list and show make of them.
#include "support/built_catalog.h"
#include "support/catch.h"
#include "support/data_file.h"
#include "support/program.h"

namespace oms {
namespace {

// The shipped data with these two models found to have left.
const BuiltCatalog& catalog() {
  static const BuiltCatalog kBuilt = [] {
    DataFiles files;
    for (const std::string_view name : data_file_names()) {
      files.emplace(name, data_file(std::string(name)));
    }
    FetchedData fetched;
    fetched.statuses = {{"allenai/OLMo-7B", "gone"}, {"allenai/OLMo-1B", "renamed"}};
    return BuiltCatalog(files, fetched);
  }();
  return kBuilt;
}

Ran run_there(const std::vector<std::string>& arguments) {
  Surroundings around;
  around.bundle = catalog().image();
  return run_program(arguments, around);
}

TEST_CASE("a model that is gone or renamed is listed only with --gone", "[status]") {
  CHECK(run_there({"list", "id=allenai/OLMo-7B,allenai/OLMo-1B", "-q"}).out == "");
  CHECK(run_there({"list", "id=allenai/OLMo-7B,allenai/OLMo-1B", "-q", "--gone"}).out ==
        "allenai/OLMo-7B\nallenai/OLMo-1B\n");
  CHECK(run_there({"list", "status=renamed", "-q", "--gone"}).out == "allenai/OLMo-1B\n");
}

TEST_CASE("the page of a model says that it is gone or renamed", "[status]") {
  CHECK(run_there({"show", "allenai/OLMo-7B"})
            .out.starts_with("allenai/OLMo-7B  gone from the Hub"
                             "\n"));
  CHECK(run_there({"show", "allenai/OLMo-1B"})
            .out.starts_with("allenai/OLMo-1B  renamed on the Hub"
                             "\n"));
}

}  // namespace
}  // namespace oms
