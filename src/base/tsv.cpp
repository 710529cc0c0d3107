#include "oms/base/tsv.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/each_part.h"

namespace oms {
namespace {

// In an even table; a cell takes a byte at least, that of its tab or newline.
std::size_t count_cells(std::string_view rows, std::size_t columns) {
  const auto lines = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\n'));
  return std::min(columns * lines, rows.size());
}

}  // namespace

Result<Tsv> Tsv::parse(std::string_view text, const Wanted& wanted) {
  if (text.empty()) return Error{Errc::data, "table is empty"};
  if (text.back() != '\n') return Error{Errc::data, "table has no newline at its end"};

  Tsv tsv;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line > 1 && wanted && !wanted(row.substr(0, row.find('\t')))) continue;
    const std::size_t before = tsv.cells_.size();
    each_part(row, '\t', [&](std::string_view cell) { tsv.cells_.push_back(cell); });
    if (line == 1) {
      tsv.columns_ = std::exchange(tsv.cells_, {});
      if (!wanted) tsv.cells_.reserve(count_cells(text, tsv.columns_.size()));
    } else if (tsv.cells_.size() - before != tsv.columns_.size()) {
      return Error{Errc::data, fmt::format("table line {}: {} cells, the header has {}", line,
                                           tsv.cells_.size() - before, tsv.columns_.size())};
    }
  }
  return tsv;
}

std::size_t Tsv::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace oms
