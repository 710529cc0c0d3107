#include "catalog/join_table.h"

#include <charconv>

#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

// A row with a number begins a source; each row behind it is a name that found no model.
constexpr std::string_view kHeader = "source\tjoined\tname\tkey\towner\n";

std::string line(const std::vector<std::string>& cells) { return join(cells, "\t") + "\n"; }

}  // namespace

std::string join_table(std::span<const SourceJoin> joins) {
  std::string text(kHeader);
  for (const SourceJoin& entry : joins) {
    text += line({printable(entry.source), std::to_string(entry.joined), "", "", ""});
    for (const Harvest::Named& named : entry.unmatched) {
      // What a server said may hold tabs and line ends.
      text += line({printable(entry.source), "", printable(named.name), printable(named.key),
                    printable(named.owner)});
    }
  }
  return text;
}

std::vector<SourceJoin> read_join_table(std::string_view text) {
  std::vector<SourceJoin> joins;
  if (!text.starts_with(kHeader)) return joins;
  const auto table = Tsv::parse(text);
  if (!table) return joins;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto cell = [&](std::size_t column) { return std::string(table->at(row, column)); };
    const std::string joined = cell(1);
    if (!joined.empty()) {
      joins.push_back({.source = cell(0)});
      std::from_chars(joined.data(), joined.data() + joined.size(), joins.back().joined);
    } else if (!joins.empty()) {
      joins.back().unmatched.push_back({cell(3), cell(2), cell(4)});
    }
  }
  return joins;
}

}  // namespace oms
