#include "oms/store/cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "store/cache_samples.h"
#include "store/checksum.h"
#include "store/digest.h"
#include "store/faulty_files.h"
#include "store/file_names.h"
#include "store/manifest.h"
#include "support/catch.h"
#include "support/temp_dir.h"

namespace oms {
namespace {

using samples::Bodies;

constexpr const char* kName = "2026-11-23T200000Z";
constexpr const char* kTime = "2026-11-23T20:00:00Z";

// A cache with one page in a directory of its own.
struct OnePage {
  TempDir place = TempDir();
  std::string directory = place.path("oms");
  PageInfo page = {};

  OnePage() {
    const auto writer = samples::open_writer(directory);
    page = samples::write_page(*writer, "{\"id\":\"a/x\"}\n");
    REQUIRE(
        writer->publish(samples::manifest(kTime, {page}), {samples::digest_line("a/x", "mit")}));
  }
  std::string path(const std::string& file) const { return directory + "/" + file; }
  Cache cache() const { return Cache(directory); }
};

// "file: what; repair" a line.
std::string problems(const std::string& directory) {
  std::string text;
  for (const Cache::Problem& problem : Cache(directory).verify().problems) {
    text += problem.file + ": " + problem.what + "; " + problem.repair + "\n";
  }
  return text;
}

// A manifest with a right checksum around any text.
std::string framed(const std::string& body) {
  return "{\"checksum\":\"" + to_hex(checksum(body)) + "\",\"manifest\":" + body + "}\n";
}

std::string body_of(const std::string& text) {
  return text.substr(text.find("\"manifest\":") + 11,
                     text.rfind('}') - text.find("\"manifest\":") - 11);
}

std::string problem_of(const std::string& body) {
  const Result<Manifest> manifest = parse_manifest(framed(body));
  return manifest ? "none" : manifest.error().what;
}

// The text of a manifest with one part of it replaced.
std::string problem_after(const std::string& part, const std::string& replacement) {
  Manifest manifest = samples::manifest(kTime);
  manifest.history = {kName};
  PageInfo page;
  page.file = "pages/00000000000000000000000000000000.ndjson";
  page.source = "hub";
  manifest.pages = {page};
  std::string body = body_of(manifest_text(manifest));
  const std::size_t at = body.find(part);
  REQUIRE(at != std::string::npos);
  return problem_of(body.replace(at, part.size(), replacement));
}

}  // namespace

TEST_CASE("where there is no cache, the manifest is empty and nothing is created", "[store]") {
  TempDir place;
  const Cache cache(place.path("oms"));
  REQUIRE(cache.current());
  CHECK(cache.current()->pages.empty());
  CHECK_FALSE(cache.exists());
  CHECK(cache.current_name().empty());
  CHECK(cache.verify().problems.empty());
  CHECK(cache.usage().bytes == 0);
  CHECK_FALSE(std::filesystem::exists(place.path("oms")));
}

TEST_CASE("a manifest is read as it was written", "[store]") {
  Manifest manifest = samples::manifest(kTime);
  manifest.history = {kName};
  manifest.scopes = {
      {"author mistralai", "kind=filtered&author=mistralai", {"a/b"}, kTime, "/n", 3, true}};
  PageInfo page;
  page = {"sources/router/0123456789abcdef0123456789abcdef.json",
          "router",
          "s",
          "/v1/models",
          {"cardData", "gguf"},
          "W/\"1\"",
          kTime,
          7,
          2,
          0xfedcba9876543210,
          PageState::left};
  manifest.pages = {page};
  manifest.sources = {{"router", "https://x", kTime, "HTTP 503", 5, 1}};
  manifest.statuses = {{"a/b", "renamed", "a/c", kTime}};
  manifest.refused_expand = {"https://x baseModels"};
  const Result<Manifest> read = parse_manifest(manifest_text(manifest));
  REQUIRE(read);
  CHECK(manifest_text(*read) == manifest_text(manifest));
  CHECK(read->pages[0].checksum == 0xfedcba9876543210);
  CHECK(read->pages[0].rejected == 2);
  CHECK(read->pages[0].state == PageState::left);
  CHECK(read->pages[0].expand == std::vector<std::string>{"cardData", "gguf"});
  CHECK(read->scopes[0].resume == "/n");
  CHECK(read->scopes[0].unfinished == 3);
  CHECK(read->statuses[0].now == "a/c");
  CHECK(read->complete);
}

TEST_CASE("a manifest's file is JSON with its checksum in front", "[store]") {
  CHECK(manifest_text(samples::manifest(kTime)) ==
        R"({"checksum":")" + to_hex(checksum(body_of(manifest_text(samples::manifest(kTime))))) +
            R"(","manifest":{"format":1,"created_at":"2026-11-23T20:00:00Z","history":[],)"
            R"("scopes":[],"pages":[],"sources":[],"statuses":[],"refused_expand":[],)"
            R"("complete":true}})"
            "\n");
}

TEST_CASE("bytes that are not UTF-8 do not stop a manifest", "[store]") {
  Manifest manifest = samples::manifest(kTime);
  manifest.refused_expand = {"\xff"};
  const Result<Manifest> read = parse_manifest(manifest_text(manifest));
  REQUIRE(read);
  CHECK(read->refused_expand[0] == "\xEF\xBF\xBD");
}

TEST_CASE("each member of a manifest stands in its file under its key", "[store]") {
  Manifest manifest = samples::manifest(kTime);
  manifest.history = {kName};
  manifest.scopes = {{"author a", "kind=b", {"c/d", "e/f"}, kTime, "/n", 3, true}};
  manifest.pages = {{"pages/0123456789abcdef0123456789abcdef.ndjson",
                     "hub",
                     "author a",
                     "/api/models?limit=2",
                     {"cardData", "gguf"},
                     "W/\"1\"",
                     "2026-11-22T20:00:00Z",
                     7,
                     2,
                     0xfedcba9876543210,
                     PageState::left}};
  manifest.sources = {{"router", "https://x", kTime, "HTTP 503\n", 5, 1}};
  manifest.statuses = {{"a/b", "renamed", "a/c", kTime}};
  manifest.refused_expand = {"https://x base\xc3\xa9"};
  CHECK(body_of(manifest_text(manifest)) ==
        R"({"format":1,"created_at":"2026-11-23T20:00:00Z","history":["2026-11-23T200000Z"],)"
        R"("scopes":[{"key":"author a","request":"kind=b","ids":["c/d","e/f"],)"
        R"("fetched_at":"2026-11-23T20:00:00Z","resume":"/n","unfinished":3,"complete":true}],)"
        R"("pages":[{"file":"pages/0123456789abcdef0123456789abcdef.ndjson","source":"hub",)"
        R"("scope":"author a","request":"/api/models?limit=2","expand":["cardData","gguf"],)"
        R"("etag":"W/\"1\"","fetched_at":"2026-11-22T20:00:00Z","records":7,"rejected":2,)"
        R"("checksum":"fedcba9876543210","state":"left"}],)"
        R"("sources":[{"name":"router","endpoint":"https://x","fetched_at":"2026-11-23T20:00:00Z",)"
        R"("error":"HTTP 503\n","records":5,"rejected":1}],)"
        R"("statuses":[{"id":"a/b","status":"renamed","now":"a/c",)"
        R"("as_of":"2026-11-23T20:00:00Z"}],)"
        "\"refused_expand\":[\"https://x base\xc3\xa9\"],\"complete\":true}");
}

TEST_CASE("a manifest that JSON may spell in another way is read as well", "[store]") {
  Manifest manifest = samples::manifest(kTime);
  manifest.history = {kName};
  PageInfo page;
  page.file = "pages/00000000000000000000000000000000.ndjson";
  page.etag = "W/\"a\\b\"";
  manifest.pages = {page};
  const std::string body = body_of(manifest_text(manifest));
  const auto read_with = [&](std::string_view part, std::string_view other) {
    std::string text = body;
    text.replace(text.find(part), part.size(), other);
    const Result<Manifest> read = parse_manifest(framed(text));
    REQUIRE(read);
    CHECK(body_of(manifest_text(*read)) == body);
  };
  read_with("\"etag\":", " \"etag\" : ");
  read_with("W/", "\\u0057\\/");
  read_with("\"rejected\":0", "\"other\":[{}],\"rejected\":0");
  read_with(R"("format":1,"created_at":")" + std::string(kTime) + '"',
            R"("created_at":")" + std::string(kTime) + R"(","format":1)");
}

TEST_CASE("a manifest cut at any length or changed in any byte is refused", "[store]") {
  Manifest manifest = samples::manifest(kTime);
  PageInfo page;
  page.file = "pages/00000000000000000000000000000000.ndjson";
  manifest.pages = {page};
  const std::string text = manifest_text(manifest);
  for (std::size_t size = 0; size < text.size(); ++size) {
    if (parse_manifest(text.substr(0, size))) FAIL("cut at " << size);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    if (parse_manifest(changed)) FAIL("changed at " << at);
  }
}

TEST_CASE("a manifest's wrong types are named", "[store]") {
  CHECK(problem_after("\"complete\":true", "\"complete\":1") == "complete is not true or false");
  CHECK(problem_after("\"scopes\":[]", "\"scopes\":{}") == "scopes is not a list");
  CHECK(problem_after("\"scopes\":[]", "\"scopes\":[7]") == "scopes[0] is not an object");
  CHECK(problem_after("\"etag\":\"\"", "\"etag\":null") == "pages[0].etag is not a text");
  CHECK(problem_after("\"expand\":[]", "\"expand\":[1]") == "pages[0].expand[0] is not a text");
  CHECK(problem_after("\"state\":\"current\"", "\"state\":\"new\"") ==
        "pages[0].state is none of current, replaced, left");
  CHECK(problem_of("[]") == "it is not an object");
  CHECK(problem_of("{") == "it is not valid JSON");
  CHECK(problem_of("\"\\ud800\"") == "it is not valid JSON");
}

TEST_CASE("a manifest's missing keys are named", "[store]") {
  CHECK(problem_of("{}") == "format is missing");
  CHECK(problem_after("\"created_at\"", "\"created\"") == "created_at is missing");
  CHECK(problem_after("\"etag\":\"\",", "") == "pages[0].etag is missing");
}

TEST_CASE("a manifest of another format is refused with both numbers", "[store]") {
  CHECK(problem_after("\"format\":1", "\"format\":2") ==
        "it has format 2, this version of oms reads format 1");
}

TEST_CASE("a manifest's absurd numbers are refused", "[store]") {
  const auto with = [](const std::string& number) {
    return problem_after("\"records\":0", "\"records\":" + number);
  };
  CHECK(with("1000000000") == "none");
  for (const char* number : {"1000000001", "18446744073709551615", "99999999999999999999", "-1",
                             "1.5", "1e300", "\"7\""}) {
    CHECK(with(number) == "pages[0].records is not a plausible number");
  }
}

TEST_CASE("a page's file name cannot lead out of the directory", "[store]") {
  const std::string hash(32, '0');
  for (const std::string& name :
       {std::string("../../etc/passwd"), std::string("/etc/passwd"), "pages/../" + hash + ".ndjson",
        "pages/" + hash, "pages/" + hash + ".ndjson/..", "sources/../" + hash + ".json",
        "sources//" + hash + ".json", "sources/a/b/" + hash + ".json",
        "sources/Router/" + hash + ".json", "sources/router/" + hash + ".html",
        "pages/" + std::string(32, 'A') + ".ndjson", std::string()}) {
    CHECK(problem_after("pages/" + hash + ".ndjson", name) ==
          "pages[0].file is not the name of a page");
  }
}

TEST_CASE("a history's names cannot lead out of the directory", "[store]") {
  CHECK(problem_after("\"2026-11-23T200000Z\"", "\"../x\"") ==
        "history has an entry that names no snapshot");
}

TEST_CASE("a page that is asked for by a forged name is not read", "[store]") {
  OnePage sample;
  put_file(sample.place.path("secret"), "secret");
  sample.page.file = "../secret";
  sample.page.checksum = checksum("secret");
  CHECK_FALSE(sample.cache().read_page(sample.page));
}

TEST_CASE("a page under the name of another content is refused", "[store]") {
  OnePage sample;
  const std::string content = "{\"id\":\"a/y\"}\n";
  put_file(sample.path(sample.page.file), content);
  sample.page.checksum = checksum(content);
  const Result<std::string> read = sample.cache().read_page(sample.page);
  REQUIRE_FALSE(read);
  CHECK(read.error().what == "cannot read page '" + sample.path(sample.page.file) +
                                 "': its content does not fit its name");
}

TEST_CASE("a page that is a symbolic link is not read", "[store]") {
  OnePage sample;
  const std::string file = sample.path(sample.page.file);
  std::filesystem::rename(file, sample.place.path("elsewhere"));
  std::filesystem::create_symlink(sample.place.path("elsewhere"), file);
  const Result<std::string> content = sample.cache().read_page(sample.page);
  REQUIRE_FALSE(content);
  CHECK(content.error().what == "cannot read page '" + file + "': it is a symbolic link");
}

TEST_CASE("pages in a folder that is a symbolic link are not read", "[store]") {
  OnePage sample;
  std::filesystem::rename(sample.path("pages"), sample.place.path("elsewhere"));
  std::filesystem::create_symlink(sample.place.path("elsewhere"), sample.path("pages"));
  CHECK_FALSE(sample.cache().read_page(sample.page));
}

TEST_CASE("a page that is a directory is not read", "[store]") {
  OnePage sample;
  const std::string file = sample.path(sample.page.file);
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  const Result<std::string> content = sample.cache().read_page(sample.page);
  REQUIRE_FALSE(content);
  CHECK(content.error().what == "cannot read page '" + file + "': it is a directory");
}

TEST_CASE("a page that is a pipe is refused without waiting", "[store]") {
  OnePage sample;
  const std::string file = sample.path(sample.page.file);
  std::filesystem::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  const Result<std::string> content = sample.cache().read_page(sample.page);
  REQUIRE_FALSE(content);
  CHECK(content.error().what == "cannot read page '" + file + "': it is not a regular file");
}

TEST_CASE("a changed page is refused, and the hint says what loads it again", "[store]") {
  OnePage sample;
  put_file(sample.path(sample.page.file), "{\"id\":\"a/y\"}\n");
  const Result<std::string> content = sample.cache().read_page(sample.page);
  REQUIRE_FALSE(content);
  CHECK(content.error().code == Errc::data);
  CHECK(content.error().what ==
        "cannot read page '" + sample.path(sample.page.file) + "': its checksum is wrong");
  CHECK(content.error().hint == "run 'oms fetch' to load it again");
}

TEST_CASE("a damaged CURRENT is an error with the commands that repair it", "[store]") {
  for (const char* text : {"", "\n", "../../x", "2026-11-23T200000Z\n\n", "2026-11-23"}) {
    OnePage sample;
    put_file(sample.path("CURRENT"), text);
    const Result<Manifest> current = sample.cache().current();
    REQUIRE_FALSE(current);
    CHECK(sample.cache().exists());
    CHECK(sample.cache().current_name().empty());
    CHECK(current.error().what ==
          "cannot read '" + sample.path("CURRENT") + "': it names no snapshot");
    CHECK(current.error().hint == "run 'oms cache clear', then 'oms fetch'");
  }
}

TEST_CASE("a cache directory that is a file is an error", "[store]") {
  TempDir place;
  put_file(place.path("file"), "");
  const Result<Manifest> current = Cache(place.path("file")).current();
  REQUIRE_FALSE(current);
  CHECK(current.error().what == "cannot read '" + place.path("file") + "': it is not a directory");
  CHECK(current.error().hint == "set OMS_CACHE_DIR to a directory");
}

TEST_CASE("verify finds nothing wrong with a cache as it was written", "[store]") {
  OnePage sample;
  CHECK(problems(sample.directory).empty());
}

TEST_CASE("verify counts every file that it reads, once", "[store]") {
  OnePage sample;
  CHECK(sample.cache().verify().files == 4);  // CURRENT, manifest, page, digest
  samples::publish(*samples::open_writer(sample.directory), "2026-11-24T20:00:00Z",
                   {"{\"id\":\"a/x\"}\n", "new\n"});
  CHECK(sample.cache().verify().files == 7);  // and a manifest, a page, a digest
  CHECK(samples::open_writer(sample.directory)->save_progress(sample.cache().current().value()));
  CHECK(sample.cache().verify().files == 8);
  CHECK(Cache(sample.path("none")).verify().files == 0);
}

TEST_CASE("verify names a changed page", "[store]") {
  OnePage sample;
  put_file(sample.path(sample.page.file), "x");
  CHECK(problems(sample.directory) == sample.page.file + ": its checksum is wrong; oms fetch\n");
}

TEST_CASE("verify names a missing page", "[store]") {
  OnePage sample;
  std::filesystem::remove(sample.path(sample.page.file));
  CHECK(problems(sample.directory) == sample.page.file + ": it does not exist; oms fetch\n");
}

TEST_CASE("verify names a damaged manifest", "[store]") {
  OnePage sample;
  put_file(sample.path("snapshots/2026-11-23T200000Z.json"), "{}");
  CHECK(problems(sample.directory) ==
        "snapshots/2026-11-23T200000Z.json: it is not a manifest, or cut; oms cache clear && oms "
        "fetch\n");
}

TEST_CASE("verify names a CURRENT whose snapshot does not exist", "[store]") {
  OnePage sample;
  put_file(sample.path("CURRENT"), "2020-01-01T000000Z\n");
  CHECK(problems(sample.directory) ==
        "CURRENT: it names '2020-01-01T000000Z', which does not exist; oms cache clear && oms "
        "fetch\n");
}

TEST_CASE("verify names a snapshot whose history is that of another one", "[store]") {
  OnePage sample;
  Manifest manifest = *sample.cache().current();
  const std::string file = manifest_file(sample.cache().current_name());
  manifest.history = {"2020-01-01T000000Z"};
  put_file(sample.path(file), manifest_text(manifest));
  CHECK(problems(sample.directory)
            .starts_with(file + ": its history does not end with itself; oms cache clear && oms "
                                "fetch\n"));
}

TEST_CASE("verify names a CURRENT that cannot be read", "[store]") {
  OnePage sample;
  put_file(sample.path("CURRENT"), "?");
  CHECK(problems(sample.directory) ==
        "CURRENT: it cannot be read or names no snapshot; oms cache clear && oms fetch\n");
}

TEST_CASE("verify names a CURRENT that is gone", "[store]") {
  OnePage sample;
  std::filesystem::remove(sample.path("CURRENT"));
  CHECK(problems(sample.directory) ==
        "CURRENT: it is missing: the first fetch was interrupted, or the file was removed; "
        "oms fetch\n");
}

TEST_CASE("verify names a damaged and a missing digest", "[store]") {
  OnePage sample;
  put_file(sample.path("digests/2026-11-23T200000Z.ndjson"), "{}\n");
  CHECK(problems(sample.directory) ==
        "digests/2026-11-23T200000Z.ndjson: its checksum is wrong; oms cache clear && oms fetch\n");
  std::filesystem::remove(sample.path("digests/2026-11-23T200000Z.ndjson"));
  CHECK(problems(sample.directory) ==
        "digests/2026-11-23T200000Z.ndjson: it does not exist; oms cache clear && oms fetch\n");
}

TEST_CASE("verify names damaged progress", "[store]") {
  OnePage sample;
  put_file(sample.path("progress.json"), "x");
  CHECK(problems(sample.directory) == "progress.json: it is not a manifest, or cut; oms fetch\n");
}

TEST_CASE("verify looks at the pages of the previous snapshot too", "[store]") {
  OnePage sample;
  samples::publish(*samples::open_writer(sample.directory), "2026-11-24T20:00:00Z", {"new\n"});
  std::filesystem::remove(sample.path(sample.page.file));
  CHECK(problems(sample.directory) == sample.page.file + ": it does not exist; oms fetch\n");
}

TEST_CASE("usage counts pages, snapshots and bytes of our files only", "[store]") {
  OnePage sample;
  put_file(sample.path("notes.txt"), "not ours");
  std::uint64_t bytes = 0;
  for (const char* file : {"CURRENT", "lock", "snapshots/2026-11-23T200000Z.json",
                           "digests/2026-11-23T200000Z.ndjson"}) {
    bytes += file_text(sample.path(file)).size();
  }
  const Cache::Usage usage = sample.cache().usage();
  CHECK(usage.pages == 1);
  CHECK(usage.snapshots == 1);
  CHECK(usage.bytes == bytes + file_text(sample.path(sample.page.file)).size());
}

namespace {

std::string digest_text(const std::vector<DigestLine>& lines) {
  TempDir place;
  auto file = PendingFile::open(unsynced_files, place.path("digest"));
  REQUIRE(file);
  DigestFile digest(*std::move(file));
  for (const DigestLine& line : lines) digest.add(line);
  REQUIRE(digest.keep());
  return file_text(place.path("digest"));
}

}  // namespace

TEST_CASE("a digest is read as it was written", "[store]") {
  OnePage sample;
  const auto writer = samples::open_writer(sample.directory);
  DigestLine line = {"a/\"x\"\n", "65a", "c0ffee", "mit", "osi-permissive",
                     "no",        "0.5", "1300",   "gone"};
  const Result<std::string> name =
      writer->publish(samples::manifest("2026-11-24T20:00:00Z"), {line, {"b/y"}});
  REQUIRE(name);
  const auto lines = sample.cache().read_digest(*name);
  REQUIRE(lines);
  REQUIRE(lines->size() == 2);
  CHECK(digest_text(*lines) == digest_text({line, {"b/y"}}));
  CHECK(lines->front().id == "a/\"x\"\n");
  CHECK(lines->front().status == "gone");
  CHECK(lines->back().sha.empty());
}

TEST_CASE("a digest leaves out what is empty", "[store]") {
  const std::string text = digest_text({samples::digest_line("a/x", "mit")});
  CHECK(text.substr(text.find('\n') + 1) == "{\"id\":\"a/x\",\"license\":\"mit\"}\n");
}

TEST_CASE("a digest without blanks behind its header is read as well", "[store]") {
  std::string text = digest_text({samples::digest_line("a/x", "mit")});
  const std::size_t end = text.find('\n');
  text.erase(text.find(' '), end - text.find(' '));
  const auto digest = parse_digest(text);
  REQUIRE(digest);
  CHECK(digest->lines.front().id == "a/x");
}

TEST_CASE("a digest that goes on from another one is read with what that one has", "[store]") {
  OnePage sample;
  const auto writer = samples::open_writer(sample.directory);
  const auto first = writer->publish(samples::manifest("2026-11-24T20:00:00Z"),
                                     {samples::digest_line("a/x", "mit"), {"b/y"}, {"c/z"}});
  REQUIRE(first);
  const auto name = writer->next_name("2026-11-25T20:00:00Z");
  REQUIRE(name);
  const auto next = writer->begin_digest(*name);
  REQUIRE(next);
  (*next)->go_on_from(*first);
  (*next)->add(samples::digest_line("a/x", "other"));
  (*next)->add({"d/new"});
  (*next)->remove("b/y");
  REQUIRE(writer->publish(samples::manifest("2026-11-25T20:00:00Z"), **next));
  const auto lines = sample.cache().read_digest(*name);
  REQUIRE(lines);
  CHECK(digest_text(*lines) ==
        digest_text({samples::digest_line("a/x", "other"), {"c/z"}, {"d/new"}}));
  CHECK(sample.cache().digest_chain(*name) == std::vector<std::string>{*name, *first});
  CHECK(sample.cache().verify().problems.empty());
  std::filesystem::remove(sample.path("digests/" + *first + ".ndjson"));
  CHECK_FALSE(sample.cache().read_digest(*name));
  CHECK_FALSE(sample.cache().verify().problems.empty());
}

TEST_CASE("a digest that goes on from itself is read to an end", "[store]") {
  OnePage sample;
  const auto writer = samples::open_writer(sample.directory);
  const auto name = writer->next_name("2026-11-25T20:00:00Z");
  REQUIRE(name);
  const auto digest = writer->begin_digest(*name);
  REQUIRE(digest);
  (*digest)->go_on_from(*name);
  (*digest)->add({"a/x"});
  REQUIRE(writer->publish(samples::manifest("2026-11-25T20:00:00Z"), **digest));
  CHECK(sample.cache().digest_chain(*name).empty());
  const auto lines = sample.cache().read_digest(*name);
  REQUIRE(lines);
  CHECK(digest_text(*lines) == digest_text({{"a/x"}}));
}

TEST_CASE("a digest takes over the former lines of all models that it has no line of", "[store]") {
  const std::string former = digest_text({samples::digest_line("a/x", "mit"), {"b/y"}, {"c/z"}});
  TempDir place;
  auto file = PendingFile::open(unsynced_files, place.path("digest"));
  REQUIRE(file);
  DigestFile digest(*std::move(file));
  digest.add(samples::digest_line("b/y", "other"));
  digest.add_others(former, [](std::string_view id) { return id != "b/y"; });
  REQUIRE(digest.keep());
  CHECK(file_text(place.path("digest")) ==
        digest_text(
            {samples::digest_line("b/y", "other"), samples::digest_line("a/x", "mit"), {"c/z"}}));
}

TEST_CASE("a digest cut at any length or changed in any byte is refused", "[store]") {
  const std::string text = digest_text({samples::digest_line("a/x", "mit"), {"b/y"}});
  for (std::size_t size = 0; size < text.size(); ++size) {
    if (parse_digest(text.substr(0, size))) FAIL("cut at " << size);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    if (parse_digest(changed)) FAIL("changed at " << at);
  }
}

TEST_CASE("a digest is read by a snapshot's name only", "[store]") {
  OnePage sample;
  const auto lines = sample.cache().read_digest("../CURRENT");
  REQUIRE_FALSE(lines);
  CHECK(lines.error().what == "there is no snapshot '../CURRENT'");
}

}  // namespace oms
