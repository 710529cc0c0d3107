#include "cli/report_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/footer.h"
#include "cli/plot_data.h"
#include "cli/plot_view.h"
#include "oms/base/text.h"
#include "oms/catalog/check_facts.h"
#include "oms/check/check.h"

namespace oms {
namespace {

// The fields of each table behind the id; those of the first one that a workload adds.
constexpr std::array<std::string_view, 10> kOverview = {
    "license_effective", "params",  "context",  "price_input", "price_output",
    "price_blended",     "quality", "openness", "downloads",   "as_of"};
constexpr std::array<std::string_view, 9> kLicense = {
    "license",      "license_class",  "license_effective",   "license_verdict",
    "osi_approved", "commercial_use", "derivatives_allowed", "redistribution",
    "gated"};
constexpr std::array<std::string_view, 9> kOpenness = {
    "open_weights", "open_data", "open_evaluation", "open_finetuning",        "open_metrics",
    "openness",     "mof_class", "osai_score",      "traditional_open_source"};

std::vector<FieldId> ids_of(std::span<const std::string_view> names) {
  std::vector<FieldId> fields;
  for (const std::string_view name : names) fields.push_back(field_id(name));
  return fields;
}

// Fields of ordered words in which the middle ones are no judgement.
constexpr std::array<std::string_view, 2> kToneless = {"license_verdict", "mof_class"};

ReportTone tone_of(const Field& field, const Value& value) {
  if (std::find(kToneless.begin(), kToneless.end(), field.name) != kToneless.end()) {
    return ReportTone::none;
  }
  if (const bool* flag = std::get_if<bool>(&value)) {
    if (field.better == Better::none) return ReportTone::none;
    return *flag == (field.better == Better::higher) ? ReportTone::good : ReportTone::bad;
  }
  const auto* word = std::get_if<std::string_view>(&value);
  if (word == nullptr || field.words.empty() || field.better == Better::none) {
    return ReportTone::none;
  }
  if (*word == field.words.back()) return ReportTone::good;
  return *word == field.words.front() ? ReportTone::bad : ReportTone::middle;
}

bool is_number(const Field& field) {
  return field.kind == Kind::integer || field.kind == Kind::decimal;
}

class ReportMaker {
 public:
  explicit ReportMaker(const ReportSubject& subject)
      : subject_(subject), table_(subject.asked.table), overview_(overview_fields()) {
    if (metric() == nullptr) return;
    for (std::size_t at = 0; at < subject_.answer.rows.size(); ++at) {
      (subject_.answer.uncertain[at] ? shown_.uncertain : shown_.certain)
          .insert(subject_.answer.rows[at]);
    }
    drawn_ = scatter_data(shown_, subject_.asked);
  }

  Report make() const {
    Report report{.title =
                      subject_.title.empty() ? "Decision record: open models" : subject_.title};
    add_facts(report);
    report.tables = {
        table("Models", "The models of the answer, in its order.", overview_),
        table("License",
              "What the publisher declares, and what is left of it once the terms of base models "
              "are passed on.",
              ids_of(kLicense)),
        table("Openness",
              "The five components that traditional open source asks for, and what others say.",
              ids_of(kOpenness)),
        sources(), credits()};
    add_picture(report);
    return report;
  }

 private:
  const Selection& selection() const { return subject_.asked.selection; }
  const Metric* metric() const { return selection().quality.metric; }

  std::vector<FieldId> overview_fields() const {
    std::vector<FieldId> fields = ids_of(kOverview);
    if (!subject_.asked.selection.pricing.workload) return fields;
    std::replace(fields.begin(), fields.end(), field_id("price_blended"), field_id("bill"));
    return fields;
  }

  ReportColumn column(FieldId field) const {
    const Field& about = kFields[field];
    ReportColumn column{.title = std::string(about.header),
                        .help = std::string(about.help),
                        .number = is_number(about)};
    if (field == field_id("quality") && metric() != nullptr) column.title = metric()->title;
    return column;
  }

  ReportCell cell(FieldId field, Row row) const {
    const Field& about = kFields[field];
    const Value value = table_.value(field, row);
    if (is_unknown(value)) return {};
    return {.text = figure_text(table_, row, field),
            .key = is_number(about) ? machine_text(about, value) : fold(machine_text(about, value)),
            .tone = tone_of(about, value)};
  }

  ReportCell name(std::size_t at) const {
    const std::string id(table_.id(subject_.answer.rows[at]));
    return {.text = subject_.answer.uncertain[at] ? id + " ?" : id, .key = fold(id)};
  }

  ReportTable table(std::string title, std::string about, std::span<const FieldId> fields) const {
    ReportTable result{.title = std::move(title),
                       .about = std::move(about),
                       .columns = {{.title = std::string(kFields[field_id("id")].header)}}};
    for (const FieldId field : fields) result.columns.push_back(column(field));
    for (std::size_t at = 0; at < subject_.answer.rows.size(); ++at) {
      auto& cells = result.rows.emplace_back();
      cells.push_back(name(at));
      for (const FieldId field : fields) cells.push_back(cell(field, subject_.answer.rows[at]));
    }
    return result;
  }

  std::vector<FieldId> all_fields() const {
    std::vector<FieldId> fields = overview_;
    for (const auto& more : {ids_of(kLicense), ids_of(kOpenness)}) {
      for (const FieldId field : more) {
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
      }
    }
    std::erase(fields, field_id("as_of"));
    return fields;
  }

  struct Origin {
    std::string source = {};
    std::string as_of = {};
    std::string evidence = {};
  };

  static std::string day_text(const Day& day) { return day ? to_text(*day) : std::string(); }

  std::string text_of(std::string_view field, Row row) const {
    return machine_text(kFields[field_id(field)], table_.value(field_id(field), row));
  }

  // The score that stands for the model in the metric in force.
  Origin origin_of_quality(Row row) const {
    Origin origin{.as_of = text_of("quality_as_of", row),
                  .evidence = text_of("quality_grade", row)};
    if (metric() == nullptr) return origin;
    const Value value = table_.value(field_id("quality"), row);
    for (const Observation& score : table_.scores_of(row)) {
      if (score.metric == metric()->word && Value(score.value) == value) {
        origin.source = score.source;
        break;
      }
    }
    return origin;
  }

  // The strongest statement, of equal ones the last.
  Origin origin_of(FieldId field, Row row, std::span<const Fact> facts) const {
    const std::string_view name = kFields[field].name;
    if (name == "quality") return origin_of_quality(row);
    if (name.starts_with("price_") || name == "bill") {
      const std::string host = text_of("price_provider", row);
      return {.source = text_of("price_source", row),
              .as_of = text_of("price_as_of", row),
              .evidence = host.empty() ? "" : "asked by " + host};
    }
    const Fact* best = nullptr;
    for (const Fact& fact : facts) {
      if (fact.field != name) continue;
      if (best == nullptr || fact.evidence >= best->evidence) best = &fact;
    }
    if (best == nullptr) return {};
    return {.source = best->source,
            .as_of = day_text(best->as_of),
            .evidence = std::string(oms::word_of(words::kEvidence, best->evidence))};
  }

  ReportTable sources() const {
    ReportTable result{.title = "Where each figure comes from",
                       .about = "A value without a source follows from others of the same model.",
                       .columns = {{.title = "MODEL"},
                                   {.title = "FIGURE"},
                                   {.title = "VALUE"},
                                   {.title = "DATE"},
                                   {.title = "EVIDENCE"},
                                   {.title = "SOURCE"}}};
    const auto plain = [](const std::string& text) { return ReportCell{text, fold(text)}; };
    const std::vector<FieldId> fields = all_fields();
    for (std::size_t at = 0; at < subject_.answer.rows.size(); ++at) {
      const Row row = subject_.answer.rows[at];
      const std::vector<Fact> facts = table_.facts_of(row);
      for (const FieldId field : fields) {
        ReportCell value = cell(field, row);
        if (value.text.empty()) continue;
        const Origin origin = origin_of(field, row, facts);
        value.tone = ReportTone::none;
        value.key = fold(value.text);
        result.rows.push_back({name(at), plain(std::string(kFields[field].name)), value,
                               plain(origin.as_of), plain(origin.evidence), plain(origin.source)});
      }
    }
    return result;
  }

  ReportTable credits() const {
    ReportTable result{
        .title = "Sources",
        .columns = {{.title = "SOURCE"}, {.title = "NEWEST DATE"}, {.title = "CREDIT"}}};
    std::vector<FieldId> fields = all_fields();
    for (const PlotSource& source :
         plot_sources(subject_.asked.catalog, table_, metric(), subject_.answer.rows, fields)) {
      const std::string title = source.title.empty() ? source.name : source.title;
      result.rows.push_back({{title, fold(title)},
                             {day_text(source.as_of), day_text(source.as_of)},
                             {source.credit, fold(source.credit)}});
    }
    return result;
  }

  void add_facts(Report& report) const {
    report.facts.emplace_back("Question", subject_.question);
    report.facts.emplace_back("Made on", timestamp(subject_.now_ms).substr(0, 10));
    const std::vector<std::string> parts = footer_parts(
        subject_.answer, subject_.asked.catalog, selection(), subject_.now_ms, /*unicode=*/true);
    report.facts.emplace_back("Models", parts.front());
    report.facts.emplace_back("Data", join(std::span(parts).subspan(1), " · "));
    const Rows rows = {subject_.answer.rows.size(),
                       [this](std::size_t at, FieldId field) {
                         return table_.value(field, subject_.answer.rows[at]);
                       },
                       [this](std::size_t at) { return bool(subject_.answer.uncertain[at]); }};
    report.notes = selection().notes;
    for (std::string& note : mark_notes(rows, overview_)) report.notes.push_back(std::move(note));
    report.notes.emplace_back(
        "Prices are in USD per 1M tokens; – is unknown, free a price of zero.");
  }

  void add_picture(Report& report) const {
    if (drawn_.rows.empty()) return;
    const PlotSubject plot{subject_.asked, shown_, subject_.answer, subject_.now_ms};
    Scatter scatter = scatter_of(plot, drawn_, /*unicode=*/true);
    scatter.notes = notes_of(plot, drawn_, /*unicode=*/true).lines;
    report.picture_title = "Price and quality";
    report.picture = scatter_svg(scatter);
    add_frontier(report.tables.front());
  }

  // What the picture shows of each model, behind the others.
  void add_frontier(ReportTable& table) const {
    table.columns.push_back(
        {.title = "FRONTIER", .help = "no model of this record that is as cheap is better"});
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
      const Row row = subject_.answer.rows[at];
      const auto found = std::find_if(drawn_.rows.begin(), drawn_.rows.end(),
                                      [&](const ScatterRow& drawn) { return drawn.row == row; });
      const std::string word =
          found == drawn_.rows.end() ? "" : std::string(found->frontier ? "yes" : "no");
      table.rows[at].push_back({.text = word, .key = word});
    }
  }

  const ReportSubject& subject_;
  const Table& table_;
  std::vector<FieldId> overview_;
  Matches shown_ = {RowSet(table_.rows), RowSet(table_.rows)};  // the models of the tables
  ScatterData drawn_ = {};                                      // of them
};

}  // namespace

Report report_document(const ReportSubject& subject) { return ReportMaker(subject).make(); }

CheckReport report_inventory(const ReportSubject& subject) {
  const Table& table = subject.asked.table;
  std::vector<std::string> ids;
  CheckRequest request;
  for (const Row row : subject.answer.rows) {
    ids.emplace_back(table.id(row));
    request.models.push_back({.written = ids.back()});
  }
  const Policy nothing_asked;
  const CheckFacts facts = gather_facts(subject.asked.catalog, ids, {});
  CheckReport report = check(nothing_asked, facts, request, *parse_date(timestamp(subject.now_ms)));
  constexpr std::array<std::string_view, 8> kFigures = {
      "price_input", "price_output",   "price_source",  "price_as_of",
      "quality",     "quality_metric", "quality_as_of", "openness"};
  for (CheckedModel& model : report.models) {
    model.outcome.clear();  // nothing was judged
    const Row row = table.find(model.id);
    if (row == kNoRow) continue;
    for (const FieldId field : ids_of(kFigures)) {
      const Value value = table.value(field, row);
      if (is_unknown(value)) continue;
      model.figures.emplace_back(kFields[field].name, machine_text(kFields[field], value));
    }
  }
  return report;
}

}  // namespace oms
