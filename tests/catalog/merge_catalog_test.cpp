// An index that is made out of a former one is the one that is made of everything.
#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "oms/catalog/build.h"
#include "oms/store/table_image.h"
#include "store/layout.h"
#include "support/catch.h"
#include "support/table_files.h"

namespace oms {
namespace {

std::span<const std::byte> bytes(const std::string& image) {
  return std::as_bytes(std::span(image));
}

std::string built(const DataFiles& files, const FetchedData& fetched) {
  auto image = build_catalog(files, fetched);
  if (!image) FAIL(image.error().what);
  return *std::move(image);
}

// "" where it could not be merged.
std::string merged(const DataFiles& files, const FetchedData& fetched, const std::string& former) {
  MemoryImage image;
  MemoryScratch scratch;
  const auto before = ImageView::open(bytes(former), schema_hash(), Trust::file);
  if (!before) return {};
  const auto done = merge_catalog(files, fetched, *before, {image, scratch, {}, {}});
  if (!done) FAIL(done.error().what);
  return *done ? std::move(image).bytes() : std::string();
}

// The sections that differ, for the message.
std::string difference(const std::string& one, const std::string& other) {
  const auto sections = [](const std::string& image) {
    layout::Header header;
    std::memcpy(&header, image.data(), sizeof(header));
    std::map<std::string, std::string> found;
    for (std::size_t i = 0; i < header.sections; ++i) {
      layout::Entry entry;
      std::memcpy(&entry, image.data() + header.directory + i * sizeof(entry), sizeof(entry));
      found[entry.name] = image.substr(entry.offset, entry.size);
    }
    return found;
  };
  const auto first = sections(one);
  auto second = sections(other);
  std::string names;
  for (const auto& [name, text] : first) {
    if (second[name] != text) names += name + ' ';
  }
  return names;
}

// Numbers from a seed, the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return engine_() % end; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& values) {
    return values[below(values.size())];
  }

 private:
  std::mt19937 engine_;
};

constexpr std::size_t kModels = 150;

// A cache whose pages, services and statuses change at random.
class ChangingCache {
 public:
  explicit ChangingCache(std::uint32_t seed) : dice_(seed) {
    for (std::size_t number = 0; number < kModels; ++number) hub_ids_.push_back(number);
    tables_.record("owner/bundled-llama",
                   R"("tags":["fr"],)" + from("hf-model-matrix", R"("tags")"));
    tables_.record("owner/other",
                   R"("cardData":{"license":"mit"},)" + from("hf-model-matrix", R"("cardData")"));
    tables_.row("prices.tsv", {{"id", "owner/bundled-llama"},
                               {"host", "groq"},
                               {"route", "groq"},
                               {"input", "1"},
                               {"output", "2"},
                               {"as_of", "2026-08-01"},
                               {"source", "a list"}});
    tables_.row("aliases.tsv", {{"alias", "former/m3"}, {"id", "o3/m3"}});
    tables_.row("aliases.tsv", {{"alias", "o9/m9"}, {"id", "former/m3"}});
    tables_.row("closed-models.tsv", {{"id", "openrouter:acme/closed"},
                                      {"name", "Closed"},
                                      {"author", "Acme"},
                                      {"price_input", "3"},
                                      {"price_output", "4"},
                                      {"price_as_of", "2026-08-01"},
                                      {"price_source", "OpenRouter"}});
    for (std::size_t first = 0; first < kModels - 20; first += 10) {
      fetched_.pages.push_back(page({"*"}, first, first + 10));
    }
    files_ = tables_.files();
    files_["overrides.json"] =
        R"({"facts":[{"model":"o3/m3","field":"license","value":"mit","source":"s","as_of":"2026-08-01"},)"
        R"({"model":"o5/m5","field":"open_data","value":"open","source":"s","as_of":"2026-08-01"},)"
        R"({"model":"o6/m6","field":"price_input","value":2,"source":"s","as_of":"2026-08-01"}]})";
  }

  const DataFiles& files() const { return files_; }
  const FetchedData& fetched() const { return fetched_; }

  // What happened, for the message.
  std::string change() {
    std::vector<FetchedPage>& pages = fetched_.pages;
    const std::size_t at = dice_.below(pages.size());
    switch (dice_.below(9)) {
      case 0: {
        pages.push_back(page({"likes", "downloads"}, 0, 0, 3));
        return "counters";
      }
      case 1:
        pages.push_back(page({"*"}, 0, 0, 4));
        return "records";
      case 2:
        pages[at] = page({"*"}, 0, 0, 3);
        return "a page in the place of another";
      case 3:
        if (pages.size() > 9) pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(at));
        return "a page less";
      case 4:
        pages.insert(pages.begin() + static_cast<std::ptrdiff_t>(at), page({"*"}, 0, 0, 2));
        pages[at].left = true;
        return "models that left";
      case 5:
        std::rotate(pages.begin() + static_cast<std::ptrdiff_t>(at),
                    pages.begin() + static_cast<std::ptrdiff_t>(at) + 1, pages.end());
        return "a page goes to the end";
      case 6:
        return change_service();
      case 7:
        return change_status();
      default:
        pages[at].as_of = day();
        return "a page is of another day";
    }
  }

 private:
  Day day() { return Day(Date{20'600 + static_cast<std::int32_t>(dice_.below(200))}); }

  std::string id(std::size_t number) {
    const std::string digits = std::to_string(number);
    if (number % 10 == 7 && dice_.one_in(3)) return "O" + digits + "/M" + digits;
    return "o" + digits + "/m" + digits;
  }
  // Some names lead elsewhere, some to nothing.
  std::string base() {
    const std::size_t kind = dice_.below(12);
    if (kind == 0) return "former/m3";
    if (kind == 1) return "nobody/here";
    if (kind == 2) return "owner/bundled-llama";
    return id(dice_.below(dice_.one_in(2) ? 12 : kModels));
  }
  std::string line(std::size_t number) {
    // A name may pass from one model to another, and a model may be made anew.
    if (dice_.one_in(25)) std::swap(hub_ids_[number], hub_ids_[dice_.below(kModels)]);
    if (dice_.one_in(40)) hub_ids_[number] = 1000 + dice_.below(50);
    std::string text =
        R"({"id":")" + id(number) + R"(","_id":"h)" + std::to_string(hub_ids_[number]) + '"';
    text += R"(,"likes":)" + std::to_string(dice_.below(100));
    text += R"(,"downloads":)" + std::to_string(dice_.below(10'000));
    text +=
        R"(,"createdAt":"2025-0)" + std::to_string(1 + dice_.below(9)) + R"(-03T00:00:00.000Z")";
    text += R"(,"sha":"c)" + std::to_string(dice_.below(1'000'000)) + '"';
    if (dice_.one_in(2)) text += R"(,"pipeline_tag":"text-generation")";
    if (dice_.one_in(5)) text += R"(,"gated":"auto")";
    text += R"(,"tags":["t)" + std::to_string(dice_.below(30)) + '"';
    if (dice_.one_in(2)) text += R"(,"license:)" + dice_.of(licenses_) + '"';
    if (dice_.one_in(3)) text += R"(,"fr","dataset:some/data")";
    if (dice_.one_in(2)) {
      const std::string named = base();
      text += R"(,"base_model:)" + named + '"';
      const std::string relation = dice_.one_in(2) ? "quantized" : "finetune";
      text += R"(,"base_model:)" + relation + ':' + named + R"(","gguf")";
    }
    text += ']';
    if (dice_.one_in(4)) text += R"(,"cardData":{"license":")" + dice_.of(licenses_) + R"("})";
    return text + "}\n";
  }
  FetchedPage page(std::vector<std::string> keys, std::size_t first, std::size_t last,
                   std::size_t some = 0) {
    FetchedPage made;
    for (std::size_t number = first; number < last; ++number) made.lines += line(number);
    for (std::size_t i = 0; i < some; ++i) made.lines += line(dice_.below(kModels));
    made.keys = std::move(keys);
    made.as_of = day();
    made.file = "page " + std::to_string(++made_);
    return made;
  }
  std::string change_service() {
    Harvest harvest;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::string name =
          dice_.one_in(5) ? std::string("openrouter:acme/closed") : id(dice_.below(kModels));
      harvest.offers.emplace_back(
          name, Offer{"groq", "openrouter", "s", decimal(static_cast<std::int64_t>(dice_.below(9))),
                      decimal(static_cast<std::int64_t>(dice_.below(9))), day()});
    }
    for (std::size_t i = 0; i < 3; ++i) {
      harvest.scores.emplace_back(
          id(dice_.below(20)),
          Observation{"mmlu", decimal(static_cast<std::int64_t>(dice_.below(90))), day(),
                      parse_choice(words::kGrade, "independent"), "", "s"});
    }
    fetched_.sources.assign({{"openrouter", harvest}});
    return "a service";
  }
  std::string change_status() {
    const std::vector<std::string> states = {"unlisted", "gone", "renamed"};
    FetchedStatus status{id(dice_.below(kModels)), dice_.of(states), "", day()};
    if (status.status == "renamed") status.now = id(dice_.below(kModels));
    if (fetched_.statuses.size() > 2) fetched_.statuses.erase(fetched_.statuses.begin());
    fetched_.statuses.push_back(std::move(status));
    return "a status";
  }

  Dice dice_;
  Tables tables_ = {};
  DataFiles files_ = {};
  std::vector<std::size_t> hub_ids_ = {};
  std::vector<std::string> licenses_ = {"mit", "cc-by-nc-4.0", "other"};
  FetchedData fetched_ = {};
  std::size_t made_ = 0;
};

}  // namespace

TEST_CASE("an index merged from a former one and what changed is the one built of everything",
          "[merge]") {
  std::size_t merges = 0;
  std::size_t steps = 0;
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    ChangingCache cache(seed);
    std::string former = built(cache.files(), cache.fetched());
    for (int step = 0; step < 12; ++step, ++steps) {
      const std::string what = cache.change();
      const std::string whole = built(cache.files(), cache.fetched());
      const std::string made = merged(cache.files(), cache.fetched(), former);
      if (!made.empty()) {
        ++merges;
        if (made != whole) {
          FAIL("seed " << seed << ", step " << step << ", " << what << ": "
                       << difference(whole, made));
        }
      }
      former = whole;
    }
  }
  CHECK(merges * 2 > steps);
}

TEST_CASE("a former index that is damaged anywhere gives way to a full build", "[merge]") {
  const ChangingCache cache(1);
  const std::string former = built(cache.files(), cache.fetched());
  for (std::size_t at = 0; at < former.size(); at += 4099) {
    std::string damaged = former;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    if (!merged(cache.files(), cache.fetched(), damaged).empty()) FAIL("changed at " << at);
  }
  CHECK(merged(cache.files(), cache.fetched(), former.substr(0, former.size() / 2)).empty());
  CHECK(merged(cache.files(), cache.fetched(), "").empty());
}

TEST_CASE("a former index that was made with other tables gives way to a full build", "[merge]") {
  const ChangingCache cache(1);
  const std::string former = built(cache.files(), cache.fetched());
  DataFiles files = cache.files();
  files["families.tsv"] += "bert\tbert\n";
  CHECK(merged(files, cache.fetched(), former).empty());
}

TEST_CASE("a former index without what it was built from gives way to a full build", "[merge]") {
  const ChangingCache cache(1);
  CHECK(merged(cache.files(), cache.fetched(), built(cache.files(), {})).empty());
}

TEST_CASE("more than a fifth of the models that change give way to a full build", "[merge]") {
  const ChangingCache cache(1);
  const std::string former = built(cache.files(), cache.fetched());
  FetchedData fetched = cache.fetched();
  for (std::size_t page = 0; page < 4; ++page) fetched.pages[page].as_of = parse_date("2026-11-01");
  CHECK(merged(cache.files(), fetched, former).empty());
}

TEST_CASE("a line that is not what it was when the index was built stops the merge", "[merge]") {
  const ChangingCache cache(1);
  const std::string former = built(cache.files(), cache.fetched());
  FetchedData fetched = cache.fetched();
  FetchedPage newer = fetched.pages[2];
  newer.file = "newer";
  fetched.pages.push_back(newer);
  CHECK_FALSE(merged(cache.files(), fetched, former).empty());
  fetched.pages[2].lines.replace(fetched.pages[2].lines.find("likes"), 5, "LIKES");
  CHECK(merged(cache.files(), fetched, former).empty());
}

TEST_CASE("a merge tells the digest's lines of what may have changed and which ids are gone",
          "[merge]") {
  const ChangingCache cache(1);
  const std::string former = built(cache.files(), cache.fetched());
  FetchedData fetched = cache.fetched();
  fetched.pages.erase(fetched.pages.begin() + 5);
  MemoryImage image;
  MemoryScratch scratch;
  std::set<std::string> told;
  std::set<std::string> gone;
  const auto view = ImageView::open(bytes(former), schema_hash(), Trust::file);
  REQUIRE(view);
  const auto done =
      merge_catalog(cache.files(), fetched, *view,
                    {image, scratch, [&](const DigestLine& line) { told.insert(line.id); },
                     [&](std::string_view id) { gone.emplace(id); }});
  REQUIRE(done);
  REQUIRE(*done);
  const BuiltCatalog before(cache.files(), cache.fetched());
  const BuiltCatalog after(cache.files(), fetched);
  std::set<std::string> expected;
  for (Row row = 0; row < before.table().rows; ++row) {
    const std::string id(before.table().id(row));
    if (after.table().find(id) == kNoRow) expected.insert(id);
  }
  CHECK(gone == expected);
  CHECK_FALSE(expected.empty());
  CHECK(told.size() < after.table().rows / 2);
}

}  // namespace oms
