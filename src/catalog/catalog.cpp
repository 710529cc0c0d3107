#include "oms/catalog/catalog.h"

#include <algorithm>
#include <vector>

#include "catalog/fetched_table.h"
#include "catalog/join_table.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"
#include "oms/store/table_image.h"

namespace oms {
namespace {

constexpr std::size_t kMostCandidates = 5;

void widen(Span& span, std::int32_t days) {
  if (days == kNoDay) return;
  const Date date{days};
  if (!span.first || date < *span.first) span.first = date;
  if (!span.last || date > *span.last) span.last = date;
}

std::string_view name_of(std::string_view id) {
  const std::size_t slash = id.rfind('/');
  return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

// Rows for which `wanted` holds, most downloaded first: what people mean comes first.
template <typename Predicate>
std::vector<Row> rows_where(const Table& table, Predicate wanted) {
  std::vector<Row> rows;
  for (Row row = 0; row < table.rows; ++row) {
    if (wanted(table.id(row))) rows.push_back(row);
  }
  const auto& downloads = std::get<IntegerColumn>(table.column(field_id("downloads")));
  std::stable_sort(rows.begin(), rows.end(),
                   [&](Row a, Row b) { return downloads[a] > downloads[b]; });
  return rows;
}

std::string candidate_list(const Table& table, const std::vector<Row>& rows) {
  std::vector<std::string> ids;
  for (const Row row : rows) {
    if (ids.size() == kMostCandidates) break;
    ids.push_back(printable(table.id(row)));
  }
  std::string list = join(ids, ", ");
  if (rows.size() > ids.size()) list += ", +" + std::to_string(rows.size() - ids.size()) + " more";
  return list;
}

// Ids near `text`: same owner or any, compared by name so that a typo in a long id still counts.
std::string nearest(const Table& table, std::string_view text) {
  std::vector<std::string_view> ids;
  ids.reserve(table.rows);
  for (Row row = 0; row < table.rows; ++row) ids.push_back(table.id(row));
  const auto found = suggestions(text, ids, 1);
  return found.empty() ? std::string() : "; did you mean '" + printable(found.front()) + "'?";
}

}  // namespace

Result<Catalog> Catalog::open(std::span<const std::byte> image) {
  return open(image, Trust::program);
}

Result<Catalog> Catalog::open(MappedFile file) {
  auto catalog = open(file.bytes(), Trust::file);
  if (!catalog) return catalog;
  catalog->file_.emplace(std::move(file));  // the address of the mapping stays
  return catalog;
}

Result<Catalog> Catalog::open(std::span<const std::byte> image, Trust trust) {
  auto view = ImageView::open(image, schema_hash(), trust);
  if (!view) return std::move(view).error();
  // The small tables are asked for at any time, also when something is printed already.
  if (!view->verify(".tsv")) return Error{Errc::data, "index: damaged tables", ""};
  auto kept = std::make_unique<const ImageView>(*std::move(view));
  auto table = read_table(*kept);
  if (!table) return std::move(table).error();
  return Catalog(std::move(kept), *std::move(table));
}

bool Catalog::verify() const { return image_->verify(); }

std::string_view Catalog::data(std::string_view file) const {
  const std::string_view bytes = image_->blob("data/" + std::string(file));
  if (image_->damaged()) throw DamagedIndex();
  return bytes;
}

void Catalog::add_scores(OwnScores own) {
  added_ = std::make_unique<const AddedScores>(table_.scores, std::move(own.scores));
  own_metrics_ = std::make_unique<const std::vector<OwnMetric>>(std::move(own.metrics));
  table_.scores = added_->table();
}

std::vector<SourceInfo> Catalog::fetched_sources() const {
  return read_fetched_table(image_->blob(kFetchedTable));
}

std::vector<SourceJoin> Catalog::source_joins() const {
  return read_join_table(image_->blob(kJoinTable));
}

// The build has parsed these very bytes: a failure would be a bug, and an empty table shows it.
LicenseTable Catalog::licenses() const {
  auto table = LicenseTable::parse(data("licenses.tsv"));
  return table ? *std::move(table) : LicenseTable();
}
TaskTable Catalog::tasks() const {
  auto table = TaskTable::parse(data("tasks.tsv"));
  return table ? *std::move(table) : TaskTable();
}
MetricTable Catalog::metrics() const {
  auto table = MetricTable::parse(data("metrics.tsv"));
  if (!table) return {};
  if (own_metrics_ == nullptr) return *std::move(table);
  for (const OwnMetric& own : *own_metrics_) {
    table->add({.word = own.word, .title = own.word, .better = own.better, .own = true});
  }
  return *std::move(table);
}

Row Catalog::find_exact(std::string_view id) const {
  const Row row = table_.find(id);
  if (row != kNoRow) return row;
  const std::string_view text = data("aliases.tsv");
  if (!contains_folded(text, fold(id))) return kNoRow;  // scan asks for thousands
  const auto aliases = Tsv::parse(text);
  if (!aliases) return kNoRow;
  // A former name may lead to another former one.
  constexpr int kMostRenames = 4;
  for (int renames = 0; renames < kMostRenames; ++renames) {
    std::size_t i = 0;
    while (i < aliases->rows() && !equal_folded(aliases->at(i, 0), id)) ++i;
    if (i == aliases->rows()) return kNoRow;
    id = aliases->at(i, 1);
    const Row present = table_.find(id);
    if (present != kNoRow) return present;
  }
  return kNoRow;
}

Result<Row> Catalog::find(std::string_view text) const {
  const Row exact = find_exact(text);
  if (exact != kNoRow) return exact;
  const std::string wanted = fold(text);
  const std::string shown = printable(text);
  if (wanted.empty()) return Error{Errc::no, "an empty text names no model", ""};
  auto rows =
      rows_where(table_, [&](std::string_view id) { return equal_folded(name_of(id), wanted); });
  if (rows.empty()) {
    rows = rows_where(table_, [&](std::string_view id) { return contains_folded(id, wanted); });
  }
  if (rows.size() == 1) return rows.front();
  if (rows.empty()) {
    return Error{Errc::no, "no model '" + shown + "' in the catalog" + nearest(table_, text),
                 "'oms list --search TEXT' looks for a part of a name"};
  }
  return Error{Errc::no,
               "'" + shown + "' fits " + std::to_string(rows.size()) +
                   " models: " + candidate_list(table_, rows),
               "give the whole id"};
}

Span Catalog::record_dates() const {
  Span span;
  for (const std::int32_t days : std::get<DateColumn>(table_.column(field_id("as_of")))) {
    widen(span, days);
  }
  return span;
}

Span Catalog::price_dates() const {
  Span span;
  for (const std::int32_t days : table_.offers.as_of) widen(span, days);
  return span;
}

}  // namespace oms
