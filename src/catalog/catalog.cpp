#include "oms/catalog/catalog.h"

#include <algorithm>
#include <vector>

#include "catalog/fetched_table.h"
#include "catalog/join_table.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"
#include "oms/query/query.h"
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

RowSet ids_with(const Table& table, const std::string& folded) {
  const Operand part{.text = folded};
  return matching_set({Expr::Type::leaf, {field_id("id"), Op::contains, {part}}, {}}, table);
}

// Those of `rows` that are the name behind the slash.
RowSet ids_named(const Table& table, const RowSet& rows, std::string_view folded) {
  RowSet named(table.rows);
  rows.for_each([&](Row row) {
    if (equal_folded(name_of(table.id(row)), folded)) named.insert(row);
    return true;
  });
  return named;
}

// Most downloaded first: what people mean comes first.
std::string candidate_list(const Table& table, const RowSet& set) {
  std::vector<Row> rows = set.rows();
  const auto& downloads = std::get<IntegerColumn>(table.column(field_id("downloads")));
  const std::size_t shown = std::min(rows.size(), kMostCandidates);
  const auto past_shown = rows.begin() + static_cast<std::ptrdiff_t>(shown);
  std::partial_sort(rows.begin(), past_shown, rows.end(), [&](Row a, Row b) {
    return downloads[a] != downloads[b] ? downloads[a] > downloads[b] : a < b;
  });
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < shown; ++i) ids.push_back(printable(table.id(rows[i])));
  std::string list = join(ids, ", ");
  if (rows.size() > shown) list += ", +" + std::to_string(rows.size() - shown) + " more";
  return list;
}

// The id that was probably meant. With more mistakes than that nobody can tell, and looking for it
// would take all ids of the Hub.
std::string nearest(const Table& table, std::string_view text) {
  constexpr std::size_t kMostMistakes = 3;
  const auto id = [&](std::size_t row) { return table.id(static_cast<Row>(row)); };
  const std::size_t row = nearest_sorted(text, table.rows, id, kMostMistakes);
  return row == table.rows ? std::string() : "; did you mean '" + printable(id(row)) + "'?";
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
LicenseTable Catalog::licenses(std::span<const std::string> keys) const {
  auto table = LicenseTable::parse(data("licenses.tsv"), keys);
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
  RowSet rows = ids_with(table_, wanted);
  if (RowSet named = ids_named(table_, rows, wanted); named.size() > 0) rows = std::move(named);
  const std::size_t count = rows.size();
  if (count == 1) return rows.first(1).front();
  if (count == 0) {
    return Error{Errc::no, "no model '" + shown + "' in the catalog" + nearest(table_, text),
                 "'oms list --search TEXT' looks for a part of a name"};
  }
  return Error{
      Errc::no,
      "'" + shown + "' fits " + std::to_string(count) + " models: " + candidate_list(table_, rows),
      "give the whole id"};
}

Span Catalog::record_dates() const {
  Span span;
  for (const std::int32_t days : table_.range(field_id("as_of"))) widen(span, days);
  return span;
}

Span Catalog::price_dates() const {
  Span span;
  for (const std::int32_t days : table_.offers.as_of) widen(span, days);
  return span;
}

}  // namespace oms
