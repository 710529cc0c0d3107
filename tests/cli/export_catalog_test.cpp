#include "cli/export_catalog.h"

#include <algorithm>
#include <filesystem>

#include "oms/catalog/bundle.h"
#include "oms/catalog/catalog.h"
#include "support/catch.h"
#include "support/temp_dir.h"

using namespace oms;  // NOLINT: tests

namespace {

struct Written {
  ExportedCatalog counts = {};
  std::vector<std::string> names = {};
};

Written write(const TempDir& place, std::string_view format, std::size_t rows_a_file) {
  const auto catalog = Catalog::open(bundled_image());
  REQUIRE(catalog);
  const MetricTable metrics = catalog->metrics();
  const auto written = export_catalog({.table = catalog->table(),
                                       .metrics = metrics,
                                       .newest_price = catalog->price_dates().last,
                                       .format = *find_format(format),
                                       .rows_a_file = rows_a_file},
                                      place.path("out"));
  REQUIRE(written);
  Written result{.counts = *written};
  for (const auto& entry : std::filesystem::directory_iterator(place.path("out"))) {
    result.names.push_back(entry.path().filename().string());
  }
  std::sort(result.names.begin(), result.names.end());
  return result;
}

std::size_t lines_of(const std::string& path) {
  const std::string text = file_text(path);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string first_line(const std::string& path) {
  const std::string text = file_text(path);
  return text.substr(0, text.find('\n'));
}

std::size_t lines_of_table(const TempDir& place, const Written& written, std::string_view table) {
  std::size_t lines = 0;
  for (const std::string& name : written.names) {
    if (name.starts_with(table)) lines += lines_of(place.path("out/" + name));
  }
  return lines;
}

}  // namespace

TEST_CASE("every model, offer and score of the catalog is one line of an export", "[export]") {
  TempDir place;
  const Written written = write(place, "ndjson", 1000);
  const auto catalog = Catalog::open(bundled_image());
  REQUIRE(catalog);
  CHECK(lines_of_table(place, written, "models-") == catalog->table().rows);
  CHECK(lines_of_table(place, written, "offers-") == catalog->table().offers.rows.size());
  CHECK(lines_of_table(place, written, "scores-") == catalog->table().scores.rows.size());
  CHECK(written.counts.models == catalog->table().rows);
  CHECK(written.counts.files == written.names.size() - 1);  // beside the mark
}

TEST_CASE("no file of an export has more rows than it may, and all but the last so many",
          "[export]") {
  TempDir place;
  const Written written = write(place, "ndjson", 1000);
  for (std::size_t i = 1; i < written.names.size(); ++i) {  // the first is the mark
    const std::string& name = written.names[i];
    INFO(name);
    const bool last = i + 1 == written.names.size() || written.names[i + 1].front() != name.front();
    const std::size_t lines = lines_of(place.path("out/" + name));
    CHECK((last ? lines > 0 && lines <= 1000 : lines == 1000));
  }
}

TEST_CASE("each file of an export in CSV begins with the header", "[export]") {
  TempDir place;
  const Written written = write(place, "csv", 2500);
  for (const std::string& name : written.names) {
    if (!name.starts_with("offers-")) continue;
    INFO(name);
    CHECK(first_line(place.path("out/" + name)) ==
          "id,host,route,source,input,output,cached,blended,as_of,shown,outlier,old");
  }
  CHECK(std::count_if(written.names.begin(), written.names.end(),
                      [](const std::string& name) { return name.starts_with("models-"); }) == 3);
}

TEST_CASE("parts of an export that are put together are the export in one part", "[export]") {
  const auto models_in = [](std::size_t rows_a_file) {
    TempDir place;
    std::string text;
    for (const std::string& name : write(place, "ndjson", rows_a_file).names) {
      if (name.starts_with("models-")) text += file_text(place.path("out/" + name));
    }
    return text;
  };
  CHECK((models_in(999) == models_in(1'000'000)));
}
