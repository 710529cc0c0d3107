#include "cli/plot_sources.h"

#include "cli/source_names.h"

namespace oms {
namespace {

// In the order of the table.
std::vector<PlotSource> in_order(const UsedSources& used, const Tsv& sources) {
  std::vector<PlotSource> list;
  const std::size_t title = sources.column("title");
  for (std::size_t row = 0; row < sources.rows(); ++row) {
    const auto found = used.find(sources.at(row, 0));
    if (found == used.end()) continue;
    const bool titled = title != sources.columns().size();
    list.push_back({found->first, titled ? std::string(sources.at(row, title)) : "",
                    std::string(source_credit(found->first, sources)), found->second});
  }
  return list;
}

Day day_of(const Value& value) {
  const auto* date = std::get_if<Date>(&value);
  return date == nullptr ? Day() : Day(*date);
}

void add_price(SourceUse& use, const Table& table, Row row) {
  const Value source = table.value(field_id("price_source"), row);
  const auto* text = std::get_if<std::string_view>(&source);
  if (text != nullptr) use.add_text(*text, day_of(table.value(field_id("price_as_of"), row)));
}

void add_facts(SourceUse& use, const Table& table, Row row, std::string_view field) {
  for (const Fact& fact : table.facts_of(row)) {
    if (fact.field == field) use.add_text(fact.source, fact.as_of);
  }
}

}  // namespace

std::vector<PlotSource> plot_sources(const Catalog& catalog, const Table& table,
                                     const Metric* metric, std::span<const Row> rows,
                                     std::span<const FieldId> fields) {
  const auto sources = Tsv::parse(catalog.data("sources.tsv"));
  if (!sources) return {};
  SourceUse use(*sources);
  for (const FieldId field : fields) {
    for (const Row row : rows) {
      if (kFields[field].name == "quality") {
        const Day day = day_of(table.value(field_id("quality_as_of"), row));
        if (metric != nullptr) use.add_name(metric->source, day);
      } else if (kFields[field].show == Show::usd) {
        add_price(use, table, row);
      } else {
        add_facts(use, table, row, kFields[field].name);
      }
    }
  }
  return in_order(use.used(), *sources);
}

}  // namespace oms
