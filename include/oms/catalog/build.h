// From the tables of data/, and what was fetched, to the catalog's index image.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/field.h"
#include "oms/source/price_sources.h"
#include "oms/store/cache.h"
#include "oms/store/image.h"
#include "oms/store/scratch.h"

namespace oms {

// File name without its folder ("licenses.tsv") → content.
using DataFiles = std::map<std::string, std::string, std::less<>>;
// The same, made when they are first needed: a request need not wait for megabytes to be copied.
using DataSource = std::function<const DataFiles&()>;

// The user's own settings, where there are any: one more of the files.
inline constexpr std::string_view kOverridesFile = "overrides.json";

// Names of the files that build_catalog() needs, in reading order.
std::span<const std::string_view> data_file_names();

// One page of the Hub, as the cache keeps it.
struct FetchedPage {
  std::vector<std::string> keys = {};  // that were asked for: absent ones are known to be missing
  std::string lines = {};              // NDJSON
  Day as_of = {};
  bool left = false;  // of models that are no longer listed
  // Give the lines, and a part of them, when they are needed: few pages are in memory at a time.
  std::function<Result<std::string>()> load = {};
  std::function<Result<std::string>(std::size_t offset, std::size_t size)> part = {};
  std::string file = {};  // a name that its content follows from; "": it has none
};
// All that one price or score service said. It replaces that source's bundled rows as a whole.
struct FetchedSource {
  std::string name = {};  // a row of services(): "router"
  Harvest harvest = {};
};
struct FetchedStatus {
  std::string id = {};
  std::string status = {};  // words::kStatus
  std::string now = {};     // id under which a renamed model is found
  Day as_of = {};
};
// What a cache adds to the bundled data; later pages overlay earlier ones.
struct FetchedData {
  std::vector<FetchedPage> pages = {};
  std::vector<FetchedSource> sources = {};
  std::vector<FetchedStatus> statuses = {};
  std::vector<SourceInfo> asked = {};  // every service that was asked, also those that failed
};

// Where a catalog is built: all of them must outlive the build.
struct BuildOutput {
  ImageOutput& image;
  Scratch& scratch;
  std::function<void(const DigestLine&)> digest = {};  // gets a line for each model, not closed
};

// The same where an index is made out of a former one.
struct MergeOutput {
  ImageOutput& image;
  Scratch& scratch;
  std::function<void(const DigestLine&)> digest = {};  // the lines that may have changed
  std::function<void(std::string_view id)> gone = {};  // of whose id there is no line any more
};

// Joins everything; memory grows with the number of models, some 100 bytes each, not with their
// records. Same input, same bytes. Errc::data names the file, the row and what is wrong with it, or
// what failed on the disk.
Result<Done> build_catalog(const DataFiles& files, const FetchedData& fetched,
                           const BuildOutput& to);
// Makes the same bytes out of `former`, the image of another state of the cache. False, and nothing
// is written, where that cannot be: it is damaged, made by another version or with other tables, or
// much has changed. Errc::data as above.
Result<bool> merge_catalog(const DataFiles& files, const FetchedData& fetched,
                           const ImageView& former, const MergeOutput& to);
// The same in memory: the image.
Result<std::string> build_catalog(const DataFiles& files, const FetchedData& fetched = {});

}  // namespace oms
