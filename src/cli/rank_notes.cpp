#include "cli/rank_notes.h"

#include <fmt/format.h>

#include <map>

#include "cli/footer.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// "12 are not ranked: 9 no price, 3 free only"
std::string unranked_note(const Ranking& ranking, const Asked& asked) {
  std::map<std::string, std::size_t> reasons;
  for (std::size_t i = ranking.ranked; i < ranking.models.size(); ++i) {
    ++reasons[unranked_reason(ranking.models[i], ranking.query, asked)];
  }
  std::vector<std::string> parts;
  for (const auto& [reason, count] : reasons) parts.push_back(fmt::format("{} {}", count, reason));
  const std::size_t all = ranking.models.size() - ranking.ranked;
  if (all == 0) return {};
  return fmt::format("{} not ranked: {}", all, join(parts, "; "));
}

}  // namespace

void print_rank_notes(const Ranking& ranking, const Asked& asked, std::size_t printed,
                      const Context& context) {
  for (const std::string& note : asked.selection.notes) context.note(note);
  if (!ranking.note.empty()) context.note(ranking.note);
  if (ranking.models.empty()) context.note("no model matches");
  std::vector<std::string> parts =
      footer_parts(ranking.answer, asked.catalog, asked.selection, context.world.clock.now_ms(),
                   context.style.unicode);
  parts.front() = fmt::format("{} of {}", printed, ranking.models.size());
  parts.insert(parts.begin() + 1,
               fmt::format("{} ranked by {}", ranking.ranked, weights_text(ranking.query.weights)));
  if (std::string note = unranked_note(ranking, asked); !note.empty()) {
    parts.push_back(std::move(note));
  }
  const Terminal& terminal = context.world.err_terminal;
  const std::size_t width = terminal.is_terminal ? terminal.width : 0;
  for (const std::string& line : footer_lines(parts, width, context.style.unicode)) {
    context.note(line);
  }
}

}  // namespace oms
