#include "catalog/fetched_table.h"

#include <charconv>

#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

constexpr std::string_view kHeader = "source\tendpoint\tfetched_at\trecords\trejected\terror\n";

std::size_t count_of(std::string_view digits) {
  std::size_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

}  // namespace

std::string fetched_table(std::span<const SourceInfo> sources) {
  std::string text(kHeader);
  for (const SourceInfo& source : sources) {
    // What a server said may hold tabs and line ends.
    const std::vector<std::string> cells = {
        printable(source.name),          printable(source.endpoint),
        printable(source.fetched_at),    std::to_string(source.records),
        std::to_string(source.rejected), printable(source.error)};
    text += join(cells, "\t") + "\n";
  }
  return text;
}

std::vector<SourceInfo> read_fetched_table(std::string_view text) {
  std::vector<SourceInfo> sources;
  if (!text.starts_with(kHeader)) return sources;
  const auto table = Tsv::parse(text);
  if (!table) return sources;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto cell = [&](std::size_t column) { return table->at(row, column); };
    sources.push_back({.name = std::string(cell(0)),
                       .endpoint = std::string(cell(1)),
                       .fetched_at = std::string(cell(2)),
                       .error = std::string(cell(5)),
                       .records = count_of(cell(3)),
                       .rejected = count_of(cell(4))});
  }
  return sources;
}

}  // namespace oms
