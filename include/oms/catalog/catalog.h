// The open catalog: the model table and the small tables that commands consult.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/catalog/source_join.h"
#include "oms/model/added_scores.h"
#include "oms/model/license.h"
#include "oms/model/metric.h"
#include "oms/model/table.h"
#include "oms/model/task.h"
#include "oms/store/cache.h"
#include "oms/store/image.h"
#include "oms/store/mapped_file.h"

namespace oms {

// First and last day of something; unset when there is nothing.
struct Span {
  Day first = {};
  Day last = {};
};

// A metric of the user's own.
struct OwnMetric {
  std::string word = {};
  Better better = Better::higher;
};
struct OwnScores {
  std::vector<OwnMetric> metrics = {};
  std::vector<std::pair<Row, Observation>> scores = {};
};

class Catalog {
 public:
  // `image` must outlive the catalog. Errc::data: the image is not one of this program.
  static Result<Catalog> open(std::span<const std::byte> image);

  // The same over a file of the cache, which the catalog keeps. Damage of what every query needs is
  // an error here; of the rest it is a DamagedIndex where it is first touched.
  static Result<Catalog> open(MappedFile file);

  // Reads all of it now. False: something is damaged.
  bool verify() const;

  const Table& table() const { return table_; }
  // Whether fetched records are in it; otherwise it is the bundled data alone.
  bool from_cache() const { return file_.has_value(); }
  // A table of data/ as it stands, e.g. "sources.tsv"; "" when the image does not carry it.
  std::string_view data(std::string_view file) const;

  // The user's own results, for this run: table() and metrics() have them too, once only.
  void add_scores(OwnScores own);

  // The services that were asked for what is in it, with the last error of each; none in the
  // bundled catalog. Parsed anew at each call, like the tables below.
  std::vector<SourceInfo> fetched_sources() const;
  // Of each price and score service that something was fetched from: which names are models here.
  std::vector<SourceJoin> source_joins() const;

  // Parsed anew at each call: a command asks once, most commands never.
  LicenseTable licenses() const;
  LicenseTable licenses(std::span<const std::string> keys) const;  // of these alone
  TaskTable tasks() const;
  MetricTable metrics() const;

  // The id that a bare, former or differently spelled id stands for: exact, letter case aside,
  // then data/aliases.tsv. kNoRow when the catalog does not know it. Never guesses.
  Row find_exact(std::string_view id) const;
  // The ladder for people: find_exact, then the only id with that name behind the slash, then the
  // only id that contains it. Errc::no: unknown (with suggestions) or ambiguous (with candidates).
  Result<Row> find(std::string_view text) const;

  Span record_dates() const;  // oldest and newest as_of of the records
  Span price_dates() const;   // oldest and newest price

 private:
  Catalog(std::unique_ptr<const ImageView> image, Table table)
      : image_(std::move(image)), table_(std::move(table)) {}
  static Result<Catalog> open(std::span<const std::byte> image, Trust trust);

  std::optional<MappedFile> file_ = {};
  std::unique_ptr<const ImageView> image_;  // the table asks it for its parts: it stays in place
  Table table_;
  // Views of table_ and metrics() lead there: they stay when the catalog moves.
  std::unique_ptr<const AddedScores> added_ = {};
  std::unique_ptr<const std::vector<OwnMetric>> own_metrics_ = {};
};

}  // namespace oms
