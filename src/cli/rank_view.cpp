#include "cli/rank_view.h"

#include <fmt/format.h>

#include <array>

#include "cli/record_columns.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr double kTenth = 10;

// Points as they are printed: to one decimal, exact from there on.
Decimal tenths(double points) {
  return Decimal{static_cast<std::int64_t>(points * kTenth + 0.5) * (Decimal::kScale / 10)};
}

class View {
 public:
  View(const Ranking& ranking, const Asked& asked) : ranking_(ranking), asked_(asked) {}

  // In the order of rank_columns().
  std::vector<RecordCell> record(const Ranked& model) const {
    std::vector<RecordCell> cells = {text_cell(asked_.table.id(model.row)),
                                     model.place > 0 ? count_cell(model.place) : RecordCell(),
                                     model.ranked ? RecordCell(tenths(model.score)) : RecordCell()};
    for (std::size_t i = 0; i < kCriteria; ++i) {
      const bool known = model.missing[i] == Missing::no;
      cells.push_back(known ? RecordCell(tenths(model.points[i])) : RecordCell());
    }
    for (const std::string_view field : kFieldsShown) cells.push_back(cell(field, model.row));
    // A model without a place was not held against the others.
    cells.push_back(model.place > 0 ? RecordCell(on_front(model)) : RecordCell());
    cells.push_back(model.place > 0 ? RecordCell(model.near) : RecordCell());
    cells.push_back(text_cell(dominator(model)));
    cells.push_back(text_cell(unranked_reason(model, ranking_.query, asked_)));
    return cells;
  }

  std::string field_text(const Ranked& model, FieldId field, const Style& style) const {
    std::string text =
        display_text(kFields[field], asked_.table.value(field, model.row), style.unicode);
    const Field& row = kFields[field];
    if (row.marked_by.empty()) return text;
    const Value mark = asked_.table.value(field_id(row.marked_by), model.row);
    const bool marked =
        row.marked_when.empty() ? mark == Value(true) : mark == Value(row.marked_when);
    return marked ? text + std::string(row.mark) : text;
  }

  // What one criterion adds to the score.
  std::string share_text(const Ranked& model, std::size_t criterion, const Style& style) const {
    if (model.missing[criterion] != Missing::no) {
      return style.unicode ? "–" : "-";
    }
    double all = 0;
    for (const Decimal weight : ranking_.query.weights.of) all += to_double(weight);
    const double weight = to_double(ranking_.query.weights.of[criterion]);
    return score_text(model.points[criterion] * weight / all);
  }

  std::string note(const Ranked& model, const RankShow& show) const {
    if (!model.ranked) return unranked_reason(model, ranking_.query, asked_);
    if (!show.pareto) return {};
    if (on_front(model)) return "front";
    return (model.near ? "near, by " : "by ") + dominator(model);
  }

 private:
  static constexpr std::array<std::string_view, 12> kFieldsShown = {
      "quality",       "quality_metric", "quality_as_of",     "quality_grade",
      "price_blended", "bill",           "price_provider",    "price_as_of",
      "price_old",     "license",        "license_effective", "openness"};

  static bool on_front(const Ranked& model) { return model.dominated_by == kNoRow; }

  std::string dominator(const Ranked& model) const {
    return model.dominated_by == kNoRow ? std::string()
                                        : std::string(asked_.table.id(model.dominated_by));
  }

  RecordCell cell(std::string_view field, Row row) const {
    return value_cell(kFields[field_id(field)], asked_.table.value(field_id(field), row));
  }

  const Ranking& ranking_;
  const Asked& asked_;
};

// The field that a table shows for a criterion.
FieldId field_of(std::size_t criterion, PriceAxis axis) {
  switch (static_cast<Criterion>(criterion)) {
    case Criterion::quality:
      return field_id("quality");
    case Criterion::price:
      return price_field(axis);
    case Criterion::license:
      return field_id("license_effective");
    case Criterion::openness:
      break;
  }
  return field_id("openness");
}

std::string upper(std::string_view word) {
  std::string text(word);
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

void print_table(const Ranking& ranking, const Asked& asked, std::size_t printed,
                 const RankShow& show, Context& context) {
  const View view(ranking, asked);
  const RankQuery& query = ranking.query;
  std::vector<TextColumn> columns = {{.title = "#", .right = true},
                                     {.title = "MODEL", .middle = true, .flexible = true},
                                     {.title = "SCORE", .right = true}};
  std::vector<std::size_t> shares;
  std::vector<FieldId> fields;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    const bool used = query.weights.uses(static_cast<Criterion>(i));
    if (used && show.explain) shares.push_back(i);
    // The license decides who may use the model; what beats it is worth more where room is short.
    const bool license = static_cast<Criterion>(i) == Criterion::license && !show.pareto;
    if (used || license) {
      fields.push_back(field_of(i, query.axis));
    }
  }
  for (const std::size_t share : shares) {
    columns.push_back({.title = "+" + upper(kCriterionRows[share].word), .right = true});
  }
  for (const FieldId field : fields) {
    const bool number =
        kFields[field].kind == Kind::decimal || kFields[field].kind == Kind::integer;
    columns.push_back({.title = std::string(kFields[field].header), .right = number});
  }
  const bool notes = show.pareto || printed > ranking.ranked();
  if (notes) {
    columns.push_back({.title = show.pareto ? "FRONT" : "NOTE", .middle = true, .flexible = true});
  }
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < printed; ++i) {
    const Ranked model = model_at(i, ranking, asked);
    const std::string_view dash = context.style.unicode ? "–" : "-";
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back(model.place > 0 ? std::to_string(model.place) : std::string(dash));
    row.push_back(printable(asked.table.id(model.row)));
    row.push_back(model.ranked ? score_text(model.score) : std::string(dash));
    for (const std::size_t share : shares)
      row.push_back(view.share_text(model, share, context.style));
    for (const FieldId field : fields) row.push_back(view.field_text(model, field, context.style));
    if (notes) row.push_back(printable(view.note(model, show)));
  }
  context.out.write(text_table(columns, rows, context.style));
}

}  // namespace

std::string score_text(double score) { return fmt::format("{:.1f}", to_double(tenths(score))); }

std::vector<RecordCell> rank_cells(const Ranked& model, const Ranking& ranking,
                                   const Asked& asked) {
  return View(ranking, asked).record(model);
}

JsonMembers rank_members(const Ranked& model, const Ranking& ranking, const Asked& asked) {
  const Records record{.columns = rank_columns(), .rows = {rank_cells(model, ranking, asked)}};
  return members_of(record, 0);
}

void print_ranking(const Ranking& ranking, const Asked& asked, std::size_t printed,
                   const RankShow& show, Context& context) {
  const Format* format = context.format;
  if (format == nullptr && context.common.quiet) format = find_format("ids");
  if (format == nullptr || format->name == "table") {
    return print_table(ranking, asked, printed, show, context);
  }
  const View view(ranking, asked);
  Records records{.columns = rank_columns()};
  // ids are answers: what has no place is none.
  if (format->name == "ids") printed = std::min(printed, ranking.ranked());
  for (std::size_t i = 0; i < printed; ++i) {
    records.rows.push_back(view.record(model_at(i, ranking, asked)));
  }
  write_records(context.out, records, *format, context.style);
}

}  // namespace oms
