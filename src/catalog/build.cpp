#include "oms/catalog/build.h"

#include <algorithm>
#include <array>
#include <deque>
#include <future>
#include <unordered_map>

#include "catalog/assemble.h"
#include "catalog/assemble_facts.h"
#include "catalog/borrow_scores.h"
#include "catalog/curated.h"
#include "catalog/extras.h"
#include "catalog/fetched_table.h"
#include "catalog/join_table.h"
#include "catalog/joiner.h"
#include "catalog/lineage_pass.h"
#include "catalog/merge.h"
#include "oms/base/text.h"
#include "oms/model/lineage.h"
#include "oms/model/table_builder.h"
#include "oms/store/image.h"
#include "oms/store/table_image.h"

namespace oms {
namespace {

constexpr std::array<std::string_view, 18> kFiles = {
    "licenses.tsv", "known-licenses.tsv", "tasks.tsv",         "metrics.tsv", "families.tsv",
    "domains.tsv",  "languages.tsv",      "openness.tsv",      "lineage.tsv", "architecture.tsv",
    "prices.tsv",   "scores.tsv",         "closed-models.tsv", "hosts.tsv",   "aliases.tsv",
    "sources.tsv",  "source-names.tsv",   "snapshot.ndjson"};

using Records = std::vector<Record>;

std::string file_or_empty(const DataFiles& files, std::string_view name) {
  const auto found = files.find(name);
  return found == files.end() ? std::string() : found->second;
}

Result<Done> merge_all(const DataFiles& files, const FetchedData& fetched, MergedRecords& merged) {
  const auto snapshot = merged.add_snapshot(file_or_empty(files, "snapshot.ndjson"));
  if (!snapshot) return snapshot.error();
  for (const FetchedPage& page : fetched.pages) {
    const auto added = merged.add_page(page);
    if (!added) return added.error();
  }
  return Done{};
}

Records make_records(const FetchedData& fetched, const Curated& curated,
                     const MergedRecords& merged, const Extras& extras) {
  const Replaced replaced = replaced_sources(fetched);
  const std::deque<HubRecord>& hubs = merged.records();
  Records records(hubs.size());
  const auto assemble_from = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      records[i] = assemble(hubs[i], curated, replaced, extras.of(hubs[i].id));
    }
  };
  // Each record is by itself: two threads, for the two cores that there are at least.
  auto half = std::async(std::launch::async, assemble_from, 0, hubs.size() / 2);
  assemble_from(hubs.size() / 2, hubs.size());
  half.get();
  for (std::size_t row = 0; row < curated.closed.rows(); ++row) {
    const Extra& extra = extras.of(curated.closed.cell(row, "id"));
    records.push_back(assemble_closed(curated, row, replaced, extra));
  }
  return records;
}

// A model whose name says nothing belongs to the family of its first base that has one.
void inherit_families(Records& records, const RowById& rows) {
  for (Record& record : records) {
    const Model* model = &record.model;
    for (std::size_t depth = 0; depth < kDeepestLineage && model->family.empty(); ++depth) {
      if (model->base_models.empty()) break;
      const auto base = rows.find(fold(model->base_models.front()));
      if (base == rows.end()) break;
      model = &records[base->second].model;
    }
    if (!record.model.family.empty() || model->family.empty()) continue;
    record.model.family = model->family;
    add_fact(record, "family", "its base model", {}, "inferred");
  }
}

Day newest_price(const Records& records) {
  Day newest;
  for (const Record& record : records) {
    for (const Offer& offer : record.offers) newest = std::max(newest, offer.as_of);
  }
  return newest;
}

// Every row of a joined table must have met its model: data/ is kept consistent.
Result<Done> check_joined(const DataTable& table, std::string_view file, const RowById& rows) {
  const auto row =
      table.first_row_without([&](const std::string& folded) { return rows.contains(folded); });
  if (!row) return Done{};
  return Error{Errc::data,
               std::string(file) + ":" + std::to_string(*row + 2) + ": no model '" +
                   std::string(table.cell(*row, "id")) + "' in snapshot.ndjson",
               ""};
}

// The records are made with these rows, so they are checked first.
Result<Done> check_known_licenses(const Curated& curated) {
  const DataTable& known = curated.known_licenses;
  for (std::size_t row = 0; row < known.rows(); ++row) {
    if (curated.licenses.find(known.cell(row, "key")) != nullptr) continue;
    return Error{Errc::data,
                 "known-licenses.tsv: no license '" + std::string(known.cell(row, "key")) + "'",
                 ""};
  }
  return Done{};
}

Result<Done> check(const Curated& curated, const Records& records, const RowById& rows) {
  if (rows.size() != records.size()) {
    return Error{Errc::data, "snapshot.ndjson or closed-models.tsv: an id stands twice", ""};
  }
  for (const auto& [table, file] :
       {std::pair{&curated.prices, "prices.tsv"}, std::pair{&curated.scores, "scores.tsv"},
        std::pair{&curated.openness, "openness.tsv"}, std::pair{&curated.lineage, "lineage.tsv"},
        std::pair{&curated.architecture, "architecture.tsv"}}) {
    const auto joined = check_joined(*table, file, rows);
    if (!joined) return joined.error();
  }
  for (std::size_t row = 0; row < curated.scores.rows(); ++row) {
    const auto metric = curated.metrics.look_up(curated.scores.cell(row, "metric"));
    if (!metric) return Error{Errc::data, "scores.tsv: " + metric.error().what, ""};
  }
  return Done{};
}

// What a cache knows of other names, by the Hub's word and by _id.
Renames all_renames(const MergedRecords& merged, const FetchedData& fetched) {
  Renames renames = merged.renames();
  for (const FetchedStatus& status : fetched.statuses) {
    if (status.status == "renamed") renames.add(status.id, status.now);
  }
  return renames;
}

// Former names lead to the present ones, as those of data/ do.
DataFiles with_renamed(const DataFiles& bundled, const Renames& renames) {
  DataFiles files = bundled;
  const auto aliases = files.find("aliases.tsv");
  if (aliases == files.end()) return files;
  for (const auto& [former, now] : renames.all()) {
    aliases->second += former + '\t' + now + "\tthe Hub\n";
  }
  return files;
}

// The bundled figures follow their model to its present name.
void rename_bundled(Curated& curated, const Renames& renames, const MergedRecords& merged) {
  for (const auto& [former, now] : renames.all()) {
    const std::string present = renames.present(former);
    if (merged.find(present) != MergedRecords::npos) curated.rename(former, present);
  }
}

// What records owe to each other, and to the newest price among them.
Result<Done> finish_records(Records& records, const Curated& curated) {
  const RowById rows = rows_by_id(records);
  const auto checked = check(curated, records, rows);
  if (!checked) return checked.error();
  resolve_bases(records, rows, curated.aliases);
  inherit_families(records, rows);
  fill_inherited(records, rows, curated.licenses);
  borrow_scores(records, rows);
  if (const Day newest = newest_price(records)) {
    for (Record& record : records) fill_price(record, *newest);
  }
  return Done{};
}

// Commands read some of them, and a cache is joined with all of them.
void add_tables(ImageWriter& image, const DataFiles& files) {
  const auto add = [&](std::string_view name) {
    const auto found = files.find(name);
    if (found != files.end()) image.add("data/" + std::string(name), found->second);
  };
  for (const std::string_view name : kFiles) add(name);
  add(kOverridesFile);
}

std::string text_or_dash(Number number) { return number ? to_text(*number) : "-"; }

// The best score in each metric: "arena_text=1365 mmlu_pro=0.7".
std::string score_text(const std::vector<Observation>& scores) {
  std::map<std::string_view, const Observation*> best;
  for (const Observation& score : scores) {
    const Observation*& place = best[score.metric];
    const auto rank = [](const Observation& one) { return std::pair(one.grade.code, one.as_of); };
    if (place == nullptr || rank(score) > rank(*place)) place = &score;
  }
  std::string text;
  for (const auto& [metric, score] : best) {
    text += (text.empty() ? "" : " ") + std::string(metric) + '=' + to_text(score->value);
  }
  return text;
}

DigestLine digest_line(const Record& record, const HubRecord& hub) {
  const Model& model = record.model;
  DigestLine line{model.id, hub.hub_id, hub.sha, model.license};
  line.license_class = word_of(words::kLicenseClass, model.license_class);
  line.gated = word_of(words::kGated, model.gated);
  line.status = word_of(words::kStatus, model.status);
  if (model.price_input || model.price_output) {
    line.price = text_or_dash(model.price_input) + '/' + text_or_dash(model.price_output);
  }
  line.score = score_text(record.scores);
  return line;
}

}  // namespace

std::span<const std::string_view> data_file_names() { return kFiles; }

Result<std::string> build_catalog(const DataFiles& bundled, const FetchedData& fetched,
                                  std::vector<DigestLine>* digest) {
  MergedRecords merged;
  const auto all = merge_all(bundled, fetched, merged);
  if (!all) return all.error();
  const Renames renames = all_renames(merged, fetched);
  const DataFiles files = with_renamed(bundled, renames);
  const auto curated = Curated::load(files);
  if (!curated) return curated.error();
  rename_bundled(**curated, renames, merged);
  const auto licensed = check_known_licenses(**curated);
  if (!licensed) return licensed.error();
  const auto overrides = parse_name_overrides(file_or_empty(files, kOverridesFile));
  if (!overrides) return overrides.error();
  const Extras extras = collect_extras(fetched, Joiner(merged, renames, **curated, *overrides));
  Records records = make_records(fetched, **curated, merged, extras);
  const auto finished = finish_records(records, **curated);
  if (!finished) return finished.error();
  if (digest != nullptr) {
    for (std::size_t i = 0; i < merged.records().size(); ++i) {
      digest->push_back(digest_line(records[i], merged.records()[i]));
    }
  }
  const TableBuilder builder(std::move(records));
  ImageWriter image;
  write_table(image, builder.table());
  add_tables(image, files);
  if (!fetched.asked.empty()) image.add(kFetchedTable, fetched_table(fetched.asked));
  if (!extras.joins.empty()) image.add(kJoinTable, join_table(extras.joins));
  return image.finish(schema_hash());
}

}  // namespace oms
