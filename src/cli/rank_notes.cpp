#include "cli/rank_notes.h"

#include <fmt/format.h>

#include "cli/footer.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// "12 not ranked (no price 9, no score in arena 5)": a model may miss several.
std::string unranked_note(const Ranking& ranking, const Asked& asked) {
  std::vector<std::string> parts;
  for (const auto& [reason, count] : unranked_counts(ranking, asked)) {
    parts.push_back(fmt::format("{} {}", reason, count));
  }
  const std::size_t all = ranking.size() - ranking.ranked();
  return all == 0 ? std::string() : fmt::format("{} not ranked ({})", all, join(parts, ", "));
}

// What was asked for that does not exist, and what the usual weights leave out.
void print_remarks(const Ranking& ranking, const Asked& asked, const Context& context) {
  for (const std::string& note : asked.selection.notes) context.note(note);
  if (!ranking.note.empty()) context.note(ranking.note);
  if (ranking.size() == 0) context.note("no model matches");
}

// Explains the marks of the cells that a table shows.
void print_marks(const Ranking& ranking, const Asked& asked, std::size_t printed,
                 const Context& context) {
  const bool table = context.format == nullptr || context.format->name == "table";
  if (!table || context.common.quiet) return;
  const Rows rows{printed,
                  [&](std::size_t row, FieldId field) {
                    return asked.table.value(field, model_at(row, ranking, asked).row);
                  },
                  {}};
  const Weights& weights = ranking.query.weights;
  std::vector<FieldId> fields;
  if (weights.uses(Criterion::price)) fields.push_back(field_id("price_blended"));
  if (weights.uses(Criterion::quality)) fields.push_back(field_id("quality"));
  for (const std::string& note : mark_notes(rows, fields)) context.note(note);
}

void print_parts(std::span<const std::string> parts, const Context& context) {
  for (const std::string& line : footer_lines(parts, context)) context.note(line);
}

}  // namespace

void print_rank_notes(const Ranking& ranking, const Asked& asked, std::size_t printed,
                      const Context& context) {
  print_remarks(ranking, asked, context);
  print_marks(ranking, asked, printed, context);
  std::vector<std::string> parts =
      footer_parts(ranking.answer, asked.catalog, asked.selection, context.world.clock.now_ms(),
                   context.style.unicode);
  parts.front() = fmt::format("{} of {}", printed, ranking.size());
  parts.insert(parts.begin() + 1, fmt::format("{} ranked by {}", ranking.ranked(),
                                              weights_text(ranking.query.weights)));
  if (std::string note = unranked_note(ranking, asked); !note.empty()) {
    parts.push_back(std::move(note));
  }
  print_parts(parts, context);
}

void print_pick_notes(const Ranking& ranking, const Asked& asked, const Context& context) {
  print_remarks(ranking, asked, context);
  const std::vector<std::string> parts =
      footer_parts(ranking.answer, asked.catalog, asked.selection, context.world.clock.now_ms(),
                   context.style.unicode);
  print_parts(std::span(parts).subspan(1), context);  // how many stands on the screen
}

}  // namespace oms
