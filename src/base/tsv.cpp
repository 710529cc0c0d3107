#include "oms/base/tsv.h"

#include <algorithm>

#include <fmt/format.h>

#include "oms/base/text.h"

namespace oms {

Result<Tsv> Tsv::parse(std::string_view text) {
  if (text.empty()) return Error{Errc::data, "table is empty"};
  if (text.back() != '\n') return Error{Errc::data, "table has no newline at its end"};
  text.remove_suffix(1);

  Tsv tsv;
  std::size_t line = 0;
  for (const std::string_view row : split(text, '\n')) {
    ++line;
    const std::vector<std::string_view> cells = split(row, '\t');
    if (line == 1) {
      tsv.columns_ = cells;
      continue;
    }
    if (cells.size() != tsv.columns_.size()) {
      return Error{Errc::data, fmt::format("table line {}: {} cells, the header has {}", line,
                                           cells.size(), tsv.columns_.size())};
    }
    tsv.cells_.insert(tsv.cells_.end(), cells.begin(), cells.end());
  }
  return tsv;
}

std::size_t Tsv::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace oms
