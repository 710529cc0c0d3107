#include "cli/envelope.h"

#include <fmt/format.h>

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
                     day(quality.coverage.as_of), quality.coverage.rows, quality.coverage.of);
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
  out.write(
      fmt::format("{{\n\"schema_version\": {},\n\"query\": {},\n\"printed\": {},\n"
                  "\"matched\": {},\n\"left_out_unknown\": {},\n",
                  kSchemaVersion, quoted_list(envelope.arguments), rows.size,
                  envelope.answer.matched, unknown_object(envelope.answer)));
  out.write(fmt::format(
      "\"data_as_of\": {{\"records_from\": {}, \"records_to\": {}, \"prices_from\": {}, "
      "\"prices_to\": {}}},\n\"quality\": {},\n\"sources\": [\"bundled\"],\n\"models\": ",
      day(records.first), day(records.last), day(prices.first), day(prices.last),
      quality_object(envelope.quality)));
  find_format("json")->write(out, rows, fields, style);
  out.write("}\n");
}

}  // namespace oms
