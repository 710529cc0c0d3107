#include "cli/plot_sources.h"

#include <algorithm>
#include <map>

#include "cli/source_names.h"

namespace oms {
namespace {

class Use {
 public:
  explicit Use(const Tsv& sources) : sources_(sources) {}

  void add_text(std::string_view as_written, const Day& day) {
    auto found = names_.find(as_written);
    if (found == names_.end()) {  // a text stands in many rows: it is taken apart once
      found = names_.emplace(as_written, source_names(as_written, sources_)).first;
    }
    for (const std::string& name : found->second) add_name(name, day);
  }
  void add_name(std::string_view name, const Day& day) {
    Day& newest = newest_.try_emplace(std::string(name)).first->second;
    newest = std::max(newest, day);
  }
  std::vector<PlotSource> in_order() const {
    std::vector<PlotSource> list;
    const std::size_t title = sources_.column("title");
    for (std::size_t row = 0; row < sources_.rows(); ++row) {
      const auto found = newest_.find(sources_.at(row, 0));
      if (found == newest_.end()) continue;
      const bool titled = title != sources_.columns().size();
      list.push_back({found->first, titled ? std::string(sources_.at(row, title)) : "",
                      std::string(source_credit(found->first, sources_)), found->second});
    }
    return list;
  }

 private:
  const Tsv& sources_;
  std::map<std::string, std::vector<std::string>, std::less<>> names_ = {};
  std::map<std::string, Day, std::less<>> newest_ = {};
};

Day day_of(const Value& value) {
  const auto* date = std::get_if<Date>(&value);
  return date == nullptr ? Day() : Day(*date);
}

void add_price(Use& use, const Table& table, Row row) {
  const Value source = table.value(field_id("price_source"), row);
  const auto* text = std::get_if<std::string_view>(&source);
  if (text != nullptr) use.add_text(*text, day_of(table.value(field_id("price_as_of"), row)));
}

void add_facts(Use& use, const Table& table, Row row, std::string_view field) {
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
  Use use(*sources);
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
  return use.in_order();
}

}  // namespace oms
