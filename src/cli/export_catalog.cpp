#include "cli/export_catalog.h"

#include <algorithm>
#include <utility>

#include "cli/field_list.h"
#include "cli/record_columns.h"
#include "cli/records.h"
#include "cli/show_records.h"
#include "oms/store/export_directory.h"

namespace oms {
namespace {

constexpr std::size_t kBatch = 1000;  // records that are made before they are written

std::size_t parts_of(std::size_t rows, std::size_t rows_a_file) {
  return std::max<std::size_t>(1, (rows + rows_a_file - 1) / rows_a_file);
}

Result<Done> write_models(const CatalogExport& wanted, ExportDirectory& directory) {
  const Table& table = wanted.table;
  const std::vector<FieldId> fields = every_field_but_scores();
  const FieldId folded = field_id("folded");
  for (const FieldId field : fields) table.column(field);  // damage shows before anything is made
  for (std::size_t part = 0; part < parts_of(table.rows, wanted.rows_a_file); ++part) {
    const std::size_t first = part * wanted.rows_a_file;
    const Rows rows{std::min(wanted.rows_a_file, table.rows - first),
                    [&, first](std::size_t row, FieldId field) -> Value {
                      if (field == folded) return std::int64_t{0};  // copies are rows here
                      return table.value(field, static_cast<Row>(first + row));
                    }};
    Result<Done> done = directory.begin_file(part_name("models", part, wanted.format.name));
    if (!done) return done;
    wanted.format.write(directory.sink(), rows, fields, wanted.style);
    done = directory.end_file();
    if (!done) return done;
  }
  return Done{};
}

// Records that come one by one, written in batches into files of a bounded number of them.
class RecordParts {
 public:
  RecordParts(const CatalogExport& wanted, ExportDirectory& directory, std::string_view name,
              std::span<const RecordColumn> columns)
      : wanted_(wanted), directory_(directory), name_(name), batch_{columns, {}} {}

  Result<Done> add(std::vector<RecordCell> record) {
    batch_.rows.push_back(std::move(record));
    const bool full = in_file_ + batch_.rows.size() == wanted_.rows_a_file;
    if (!full && batch_.rows.size() < kBatch) return Done{};
    const Result<Done> written = write();
    return written && full ? end_file() : written;
  }

  // Writes what is left; a table without a record is a file without one.
  Result<Done> finish() {
    if (part_ > 0 && in_file_ == 0 && batch_.rows.empty()) return Done{};
    const Result<Done> written = write();
    return written ? end_file() : written;
  }

 private:
  Result<Done> write() {
    if (in_file_ == 0) {
      const Result<Done> begun =
          directory_.begin_file(part_name(name_, part_, wanted_.format.name));
      if (!begun) return begun;
    }
    Style style = wanted_.style;
    style.header = style.header && in_file_ == 0;
    write_records(directory_.sink(), batch_, wanted_.format, style);
    in_file_ += batch_.rows.size();
    batch_.rows.clear();
    return Done{};
  }

  Result<Done> end_file() {
    ++part_;
    in_file_ = 0;
    return directory_.end_file();
  }

  const CatalogExport& wanted_;
  ExportDirectory& directory_;
  std::string_view name_;
  Records batch_;
  std::size_t in_file_ = 0;
  std::size_t part_ = 0;
};

// Calls `write` with each row of a side table once. `rows` is sorted.
template <typename Write>
Result<Done> each_row(std::span<const std::uint32_t> rows, const Write& write) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0 && rows[i] == rows[i - 1]) continue;
    const Result<Done> written = write(rows[i]);
    if (!written) return written;
  }
  return Done{};
}

template <typename Entries, typename Cells>
Result<Done> add_entries(RecordParts& parts, std::string_view id, const Entries& entries,
                         const Cells& cells_of) {
  for (const auto& entry : entries) {
    std::vector<RecordCell> record = cells_of(entry);
    record.insert(record.begin(), text_cell(id));
    const Result<Done> added = parts.add(std::move(record));
    if (!added) return added;
  }
  return Done{};
}

Result<Done> write_offers(const CatalogExport& wanted, ExportDirectory& directory) {
  const Table& table = wanted.table;
  RecordParts parts(wanted, directory, "offers", exported_offer_columns());
  const Result<Done> written = each_row(table.offers.rows, [&](Row row) {
    return add_entries(parts, table.id(row), shown_offers(table, row, wanted.newest_price),
                       offer_cells);
  });
  return written ? parts.finish() : written;
}

Result<Done> write_scores(const CatalogExport& wanted, ExportDirectory& directory) {
  const Table& table = wanted.table;
  RecordParts parts(wanted, directory, "scores", exported_score_columns());
  const Result<Done> written = each_row(table.scores.rows, [&](Row row) {
    return add_entries(parts, table.id(row), shown_scores(table, row, wanted.metrics),
                       observation_cells);
  });
  return written ? parts.finish() : written;
}

std::string mark_of(const CatalogExport& wanted) {
  const auto count = [](std::size_t number) { return cell_json(count_cell(number)); };
  return json_line({{"oms_export", "1"},
                    {"format", json_quote(wanted.format.name)},
                    {"rows_a_file", count(wanted.rows_a_file)},
                    {"models", count(wanted.table.rows)},
                    {"offers", count(wanted.table.offers.rows.size())},
                    {"scores", count(wanted.table.scores.rows.size())}}) +
         "\n";
}

}  // namespace

Result<ExportedCatalog> export_catalog(const CatalogExport& wanted, const std::string& directory,
                                       FileSystem* files) {
  const auto begun = ExportDirectory::begin(directory, files);
  if (!begun) return begun.error();
  for (const auto write : {write_models, write_offers, write_scores}) {
    const Result<Done> written = write(wanted, **begun);
    if (!written) return written.error();
  }
  const Result<Done> published = (*begun)->publish(mark_of(wanted));
  if (!published) return published.error();
  return ExportedCatalog{wanted.table.rows, wanted.table.offers.rows.size(),
                         wanted.table.scores.rows.size(), (*begun)->files(), (*begun)->bytes()};
}

}  // namespace oms
