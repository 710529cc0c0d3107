#include "oms/store/digest_pairs.h"

#include <algorithm>

#include "store/cache_samples.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

using Lines = std::vector<DigestLine>;
using Texts = std::vector<std::string>;

DigestLine line(std::string id, std::string license = "mit", std::string hub_id = "") {
  DigestLine line = samples::digest_line(std::move(id), std::move(license));
  line.hub_id = std::move(hub_id);
  return line;
}

// Two snapshots with these digests.
class TwoSnapshots {
 public:
  TwoSnapshots(const Lines& before, const Lines& after) {
    const auto writer = samples::open_writer(place_.path("oms"));
    before_ = publish(*writer, "2026-11-20T20:00:00Z", before);
    after_ = publish(*writer, "2026-11-23T20:00:00Z", after);
  }

  // "a/x mit > a/x apache-2.0", sorted; "-" for no line.
  Texts differences() const {
    Texts texts;
    const auto text = [](const DigestLine* of) {
      return of == nullptr ? "-" : of->id + " " + of->license;
    };
    const auto done = each_difference(Cache(place_.path("oms")), before_, after_,
                                      [&](const DigestLine* old, const DigestLine* now) {
                                        texts.push_back(text(old) + " > " + text(now));
                                      });
    if (!done) return {done.error().what};
    std::sort(texts.begin(), texts.end());
    return texts;
  }

 private:
  static std::string publish(CacheWriter& writer, const std::string& time, const Lines& lines) {
    const auto name = writer.publish(
        samples::manifest(time, {samples::write_page(writer, "{\"id\":\"a/x\"}\n")}), lines);
    if (!name) FAIL(name.error().what);
    return *name;
  }

  TempDir place_ = TempDir();
  std::string before_ = {};
  std::string after_ = {};
};

Texts differences(const Lines& before, const Lines& after) {
  return TwoSnapshots(before, after).differences();
}

TEST_CASE("models of which both digests say the same are no difference, in any order", "[digest]") {
  CHECK(differences({line("a/1"), line("a/2"), line("a/3"), line("a/4")},
                    {line("a/4"), line("a/2"), line("a/1"), line("a/3")}) == Texts{});
}

TEST_CASE("a changed model is found in any order of the others", "[digest]") {
  Lines before = {line("a/1"), line("a/2"), line("a/3"), line("a/4"), line("a/5")};
  Lines after = before;
  after[2].license = "gpl-3.0";
  std::sort(after.begin(), after.end(),
            [](const DigestLine& a, const DigestLine& b) { return a.id < b.id; });
  do {
    CHECK(differences(before, after) == Texts{"a/3 mit > a/3 gpl-3.0"});
  } while (
      std::next_permutation(after.begin(), after.end(),
                            [](const DigestLine& a, const DigestLine& b) { return a.id < b.id; }));
}

TEST_CASE("a model of one digest only has no line in the other", "[digest]") {
  CHECK(differences({line("a/1"), line("a/2"), line("a/3")}, {line("a/0"), line("a/2")}) ==
        Texts{"- > a/0 mit", "a/1 mit > -", "a/3 mit > -"});
}

TEST_CASE("the same _id under another id is the same model", "[digest]") {
  CHECK(differences({line("a/1", "mit", "01"), line("a/2")},
                    {line("a/2"), line("b/1", "mit", "01")}) == Texts{"a/1 mit > b/1 mit"});
}

TEST_CASE("ids that two models exchanged are told as such", "[digest]") {
  CHECK(differences({line("a/1", "mit", "01"), line("a/2", "bsd", "02")},
                    {line("a/1", "bsd", "02")}) == Texts{"a/1 mit > a/1 bsd", "a/2 bsd > a/1 bsd"});
}

TEST_CASE("an _id that nobody has does not make two models one", "[digest]") {
  CHECK(differences({line("a/1")}, {line("a/2")}) == Texts{"- > a/2 mit", "a/1 mit > -"});
}

TEST_CASE("an id that has to be quoted is compared as what it stands for", "[digest]") {
  CHECK(differences({line("a/\"1\\\x01"), line("a/2"), line("é/3")},
                    {line("é/3"), line("a/2"), line("a/\"1\\\x01", "bsd")}) ==
        Texts{"a/\"1\\\x01 mit > a/\"1\\\x01 bsd"});
}

TEST_CASE("a digest that was never written is an error that names it", "[digest]") {
  TempDir place;
  const auto done = each_difference(Cache(place.path("oms")), "2026-11-20T200000Z",
                                    "2026-11-23T200000Z", [](const auto*, const auto*) {});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == Errc::data);
  CHECK(done.error().what == "cannot read digest '" +
                                 place.path("oms/digests/2026-11-20T200000Z.ndjson") +
                                 "': it, or one that it goes on from, is missing");
}

}  // namespace
}  // namespace oms
