#include "cli/envelope.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/freshness.h"
#include "cli/source_names.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

constexpr int kSchemaVersion = 1;

std::string day(const Day& date) { return date ? json_quote(to_text(*date)) : "null"; }

std::string quoted_list(std::span<const std::string> texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + json_quote(text);
  return "[" + list + "]";
}

std::string quality_object(const QualityInForce& quality) {
  if (quality.metric == nullptr) return "null";
  return fmt::format(R"({{"metric": {}, "title": {}, "as_of": {}, "scored": {}, "of": {}}})",
                     json_quote(quality.metric->word), json_quote(quality.metric->title),
                     day(quality.coverage().as_of), quality.coverage().rows, quality.coverage().of);
}

std::string pricing_object(const Pricing& pricing) {
  std::string workload = "null";
  if (const auto& work = pricing.workload) {
    workload =
        fmt::format(R"({{"input": {}, "output": {}, "calls": {}, "cache_hit": {}}})", work->input,
                    work->output, work->calls, work->cached ? to_text(*work->cached) : "null");
  }
  return fmt::format(R"({{"ratio": {}, "workload": {}, "not_before": {}}})",
                     json_quote(ratio_text(pricing.ratio)), workload, day(pricing.not_before));
}

UsedSources used_sources(const Table& table, std::span<const Row> rows, const MetricTable& metrics,
                         const Tsv& sources) {
  SourceUse use(sources);
  for (const Row row : rows) {
    for (const Fact& fact : table.facts_of(row)) use.add_text(fact.source, fact.as_of);
    for (const Offer& offer : table.offers_of(row)) use.add_text(offer.source, offer.as_of);
    for (const Observation& score : table.scores_of(row)) {
      const Metric* metric = metrics.find(score.metric);
      if (metric != nullptr) use.add_name(metric->source, score.as_of);
    }
  }
  return use.used();
}

std::string text_or_null(std::string_view text) {
  return text.empty() ? std::string("null") : json_quote(text);
}

// In the order of the table; a source without a dated statement has the day of its own row.
std::string sources_array(const Catalog& catalog, std::span<const Row> rows) {
  const auto sources = Tsv::parse(catalog.data("sources.tsv"));
  if (!sources) return "[]";
  const auto cell = [&](std::size_t row, std::string_view name) {
    const std::size_t column = sources->column(name);
    return column == sources->columns().size() ? std::string_view() : sources->at(row, column);
  };
  const UsedSources used = used_sources(catalog.table(), rows, catalog.metrics(), *sources);
  std::string objects;
  for (std::size_t row = 0; row < sources->rows(); ++row) {
    const auto found = used.find(cell(row, "source"));
    if (found == used.end()) continue;
    const Day as_of = found->second ? found->second : parse_date(cell(row, "as_of_to"));
    const auto fetched = fetched_source(catalog, cell(row, "fetch"));
    objects += fmt::format(
        R"({}{{"source": {}, "title": {}, "as_of": {}, "fetched_at": {}, "credit": {}}})",
        objects.empty() ? "\n" : ",\n", json_quote(found->first), text_or_null(cell(row, "title")),
        day(as_of), text_or_null(fetched ? fetched->fetched_at : ""),
        text_or_null(cell(row, "credit")));
  }
  return objects.empty() ? "[]" : "[" + objects + "\n]";
}

std::string unknown_object(const Answer& answer) {
  std::string counts;
  for (const auto& [field, count] : answer.unknown) {
    counts +=
        fmt::format("{}{}: {}", counts.empty() ? "" : ", ", json_quote(kFields[field].name), count);
  }
  return "{" + counts + "}";
}

}  // namespace

void write_envelope(Sink& out, const Envelope& envelope, const Rows& rows,
                    std::span<const FieldId> fields, const Style& style) {
  const Span records = envelope.catalog.record_dates();
  const Span prices = envelope.catalog.price_dates();
  const auto hub = fetched_source(envelope.catalog, "hub");
  out.write(
      fmt::format("{{\n\"schema_version\": {},\n\"query\": {},\n\"printed\": {},\n"
                  "\"matched\": {},\n\"left_out_unknown\": {},\n",
                  kSchemaVersion, quoted_list(envelope.arguments), rows.size,
                  envelope.answer.matched, unknown_object(envelope.answer)));
  out.write(fmt::format(
      "\"data_as_of\": {{\"hub_fetched_at\": {}, \"records_from\": {}, \"records_to\": {}, "
      "\"prices_from\": {}, \"prices_to\": {}}},\n\"quality\": {},\n\"pricing\": {},\n\"sources\": "
      "{},\n"
      "\"models\": ",
      text_or_null(hub ? hub->fetched_at : ""), day(records.first), day(records.last),
      day(prices.first), day(prices.last), quality_object(envelope.selection.quality),
      pricing_object(envelope.selection.pricing),
      sources_array(envelope.catalog, envelope.answer.rows)));
  find_format("json")->write(out, rows, fields, style);
  out.write("}\n");
}

}  // namespace oms
