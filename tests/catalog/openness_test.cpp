// What is known to be public: judges, gates, and what a record's metadata shows.
#include "support/catch.h"
#include "support/table_files.h"

namespace oms {
namespace {

// The catalog of a/x out of one page of the Hub.
Built seen(const std::string& json, Strings keys, Tables tables = {}) {
  FetchedData fetched;
  fetched.pages.push_back(
      {std::move(keys), R"({"id":"a/x",)" + json + "}\n", parse_date("2026-09-01")});
  return Built(tables, fetched);
}

constexpr std::string_view kWeights = R"("siblings":[{"rfilename":"model.safetensors"}])";

Built listed(const std::string& more, Strings keys = {}) {
  keys.insert(keys.end(), {"siblings", "gated"});
  return seen(std::string(kWeights) + more, std::move(keys));
}

Tables judged(std::string_view column, std::string_view state) {
  Tables tables;
  tables.record("a/x", R"("likes":1)");
  tables.row("openness.tsv", {{"id", "a/x"}, {column, state}, {"source", "an index"}});
  return tables;
}

}  // namespace

TEST_CASE("weight files that anybody may load are open, which was seen", "[openness]") {
  const Built built = listed(R"(,"gated":false)");
  CHECK(built.word("a/x", "open_weights") == "open");
  CHECK(built.facts("a/x", "open_weights") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("weights that the Hub counted the parameters of were seen too", "[openness]") {
  const Built built = seen(R"("safetensors":{"total":7},"gated":false)", {"safetensors", "gated"});
  CHECK(built.word("a/x", "open_weights") == "open");
}

TEST_CASE("a gate that nobody told of leaves the weights unknown", "[openness]") {
  CHECK(listed("").unknown("a/x", "open_weights"));
}

TEST_CASE("gated weights are public in part", "[openness]") {
  CHECK(listed(R"(,"gated":"auto")").word("a/x", "open_weights") == "partial");
}

TEST_CASE("the files of an adapter are not the full weights", "[openness]") {
  CHECK(listed(R"(,"gated":false,"library_name":"peft")", {"library_name"})
            .unknown("a/x", "open_weights"));
}

TEST_CASE("a repository without weight files says nothing about them", "[openness]") {
  CHECK(
      seen(R"("siblings":[],"gated":false)", {"siblings", "gated"}).unknown("a/x", "open_weights"));
}

TEST_CASE("a dataset among the tags declares a part of the training data", "[openness]") {
  const Built built = seen(R"("tags":["dataset:a/set"])", {"tags"});
  CHECK(built.word("a/x", "open_data") == "partial");
  CHECK(built.facts("a/x", "open_data") == Strings{"hub, 2026-09-01, declared"});
}

TEST_CASE("a part that is public does not say that the rest is not", "[openness]") {
  CHECK(seen(R"("tags":["dataset:a/set"])", {"tags"}).unknown("a/x", "traditional_open_source"));
}

TEST_CASE("training logs show metrics in part", "[openness]") {
  CHECK(seen(R"("tags":["tensorboard"])", {"tags"}).word("a/x", "open_metrics") == "partial");
  const Built logs =
      seen(R"("siblings":[{"rfilename":"runs/1/events.out.tfevents.1"}])", {"siblings"});
  CHECK(logs.word("a/x", "open_metrics") == "partial");
  CHECK(logs.facts("a/x", "open_metrics") == Strings{"hub, 2026-09-01, verified"});
}

TEST_CASE("a judge has the word before the metadata", "[openness]") {
  const Built built = seen(R"("tags":["dataset:a/set"])", {"tags"}, judged("data", "closed"));
  CHECK(built.word("a/x", "open_data") == "closed");
  CHECK(built.value("a/x", "traditional_open_source") == Value(false));
}

TEST_CASE("a part by a judge's word is the most that is public", "[openness]") {
  CHECK(Built(judged("data", "partial")).value("a/x", "traditional_open_source") == Value(false));
}

TEST_CASE("openness counts the components that are open", "[openness]") {
  CHECK(Built(judged("weights", "open")).value("a/x", "openness") == Value(std::int64_t{1}));
  CHECK(Built(judged("data", "partial")).value("a/x", "openness") == Value(std::int64_t{0}));
  CHECK(Built(judged("mof_class", "II")).unknown("a/x", "openness"));
}

}  // namespace oms
