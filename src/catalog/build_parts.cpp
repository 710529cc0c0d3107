#include "catalog/build_parts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "catalog/borrow_scores.h"
#include "catalog/fetched_table.h"
#include "catalog/join_table.h"
#include "catalog/record_maker.h"

namespace oms {
namespace {

constexpr std::array<std::string_view, 18> kFiles = {
    "licenses.tsv",     "tasks.tsv",        "metrics.tsv",        "families.tsv",
    "domains.tsv",      "languages.tsv",    "aliases.tsv",        "sources.tsv",
    "hosts.tsv",        "openness.tsv",     "lineage.tsv",        "prices.tsv",
    "scores.tsv",       "architecture.tsv", "known-licenses.tsv", "closed-models.tsv",
    "source-names.tsv", "snapshot.ndjson"};
constexpr std::size_t kOfCommands = 8;  // the first ones: what commands ask for

// Every row of a joined table must have met its model: data/ is kept consistent.
Result<Done> check_rows(const DataTable& table, std::string_view file, const IdLookup& ids) {
  const auto row = table.first_row_without([&](std::string_view id) { return !ids(id).empty(); });
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

void rename_bundled(Curated& curated, const Renames& renames, const IdLookup& ids) {
  for (const auto& [former, now] : renames.all()) {
    const std::string present = renames.present(former);
    if (!ids(present).empty()) curated.rename(former, present);
  }
}

std::string text_or_dash(Number number) { return number ? to_text(*number) : "-"; }

// The best score in each metric: "arena_text=1365 mmlu_pro=0.7".
std::string score_text(const std::vector<Observation>& scores) {
  std::string text;
  for (const auto& [metric, score] : best_scores(scores)) {
    text += (text.empty() ? "" : " ") + std::string(metric) + '=' + to_text(score->value);
  }
  return text;
}

// What is told of each model beside its fields.
constexpr std::array<std::string_view, 6> kDigested = {"license", "license_class", "gated",
                                                       "status",  "price_input",   "price_output"};

}  // namespace

std::span<const std::string_view> data_file_names() { return kFiles; }

std::string_view file_or_empty(const DataFiles& files, std::string_view name) {
  const auto found = files.find(name);
  return found == files.end() ? std::string_view() : std::string_view(found->second);
}

Renames all_renames(Renames renames, const FetchedData& fetched) {
  for (const FetchedStatus& status : fetched.statuses) {
    if (status.status == "renamed") renames.add(status.id, status.now);
  }
  return renames;
}

DataFiles with_renamed(const DataFiles& bundled, const Renames& renames) {
  DataFiles files = bundled;
  const auto aliases = files.find("aliases.tsv");
  if (aliases == files.end()) return files;
  for (const auto& [former, now] : renames.all()) {
    aliases->second += former + '\t' + now + "\tthe Hub\n";
  }
  return files;
}

Result<std::unique_ptr<Curated>> load_curated(const DataFiles& files, const Renames& renames,
                                              const IdLookup& ids) {
  auto curated = Curated::load(files);
  if (!curated) return curated;
  rename_bundled(**curated, renames, ids);
  const auto licensed = check_known_licenses(**curated);
  if (!licensed) return licensed.error();
  return curated;
}

Result<Done> check_joined(const Curated& curated, const IdLookup& ids) {
  for (const auto& [table, file] :
       {std::pair{&curated.prices, "prices.tsv"}, std::pair{&curated.scores, "scores.tsv"},
        std::pair{&curated.openness, "openness.tsv"}, std::pair{&curated.lineage, "lineage.tsv"},
        std::pair{&curated.architecture, "architecture.tsv"}}) {
    const auto joined = check_rows(*table, file, ids);
    if (!joined) return joined.error();
  }
  for (std::size_t row = 0; row < curated.scores.rows(); ++row) {
    const auto metric = curated.metrics.look_up(curated.scores.cell(row, "metric"));
    if (!metric) return Error{Errc::data, "scores.tsv: " + metric.error().what, ""};
  }
  return Done{};
}

Result<Done> add_closed(const Curated& curated, const Replaced& replaced, const Extras& extras,
                        TextTable& ids, TableDraft& draft) {
  for (std::size_t row = 0; row < curated.closed.rows(); ++row) {
    const std::string_view id = curated.closed.cell(row, "id");
    if (!ids.add(id).second) {
      return Error{Errc::data, "closed-models.tsv: '" + std::string(id) + "' stands twice", ""};
    }
    draft.add(assemble_closed(curated, row, replaced, extras.of(id)));
  }
  return Done{};
}

Result<Done> draft_all(const ModelLines& lines, const RecordInputs& inputs, TableDraft& draft,
                       const std::function<void(const DraftedRecord&)>& also) {
  const auto maker = [&]() -> MakeRecord {
    const auto made =
        std::make_shared<RecordMaker>(inputs.curated, inputs.replaced, inputs.extras, inputs.named);
    return [made](const HubRecord& hub, DraftedRecord& into) { (*made)(hub, into); };
  };
  return draft_records(lines, maker, [&](const DraftedRecord& made) {
    if (made.whole == nullptr) {
      draft.add_like(*made.shape, made.own.model);
    } else {
      const Shape shape = draft.add(*made.whole);
      if (made.shape != nullptr) *made.shape = shape;
    }
    also(made);
  });
}

void Digest::add(const DraftedRecord& made) {
  texts_.push(std::span<const char>(made.hub_id));
  texts_.push(std::span<const char>(made.sha));
}

void Digest::write(const TableDraft& draft, const TextTable& ids,
                   const std::function<void(const DigestLine&)>& use) const {
  const std::vector<FieldId> fields = field_ids(kDigested);
  Position at = 0;
  std::string hub_id;
  bool is_sha = false;
  texts_.each([&](std::span<const char> text) {
    if (!std::exchange(is_sha, !is_sha)) {
      hub_id.assign(text.begin(), text.end());
      return;
    }
    DigestLine line{
        .id = std::string(ids[at]), .hub_id = hub_id, .sha = std::string(text.begin(), text.end())};
    Model model;
    draft.read(at, fields, model);
    line.license = model.license;
    line.license_class = word_of(words::kLicenseClass, model.license_class);
    line.gated = word_of(words::kGated, model.gated);
    line.status = word_of(words::kStatus, model.status);
    if (model.price_input || model.price_output) {
      line.price = text_or_dash(model.price_input) + '/' + text_or_dash(model.price_output);
    }
    line.score = score_text(draft.scores(at));
    use(line);
    ++at;
  });
}

// Commands ask for some of the files; a cache is joined with all of them, which the bundled image
// has.
void add_tables(ImageWriter& image, const DataFiles& files, const FetchedData& fetched,
                const Extras& extras) {
  const auto add = [&](std::string_view name) {
    const auto found = files.find(name);
    if (found != files.end()) image.add("data/" + std::string(name), found->second);
  };
  const bool bundled = fetched.asked.empty();
  for (const std::string_view name : std::span(kFiles).first(bundled ? kFiles.size() : kOfCommands))
    add(name);
  add(kOverridesFile);
  if (!fetched.asked.empty()) image.add(kFetchedTable, fetched_table(fetched.asked));
  if (!extras.joins.empty()) image.add(kJoinTable, join_table(extras.joins));
}

}  // namespace oms
