#include "cli/footer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/freshness.h"
#include "oms/base/text.h"
#include "oms/base/tsv.h"

namespace oms {
namespace {

struct Everyday {
  std::string_view field = {};
  std::string_view name = {};
};
// Fields whose own name does not stand behind "have no known".
constexpr std::array kEveryday = {
    Everyday{"tasks", "task"},
    Everyday{"chat", "task"},
    Everyday{"languages", "language"},
    Everyday{"tags", "tag"},
    Everyday{"license_class", "license"},
    Everyday{"license_effective", "license"},
    Everyday{"license_verdict", "verdict on the license"},
    Everyday{"license_name", "name of the license"},
    Everyday{"license_reason", "reason"},
    Everyday{"osi_approved", "license"},
    Everyday{"commercial_use", "license"},
    Everyday{"derivatives_allowed", "license"},
    Everyday{"redistribution", "license"},
    Everyday{"gated", "gate"},
    Everyday{"created", "day of creation"},
    Everyday{"modified", "day of change"},
    Everyday{"downloads", "number of downloads"},
    Everyday{"downloads_all_time", "number of downloads"},
    Everyday{"likes", "number of likes"},
    Everyday{"trending", "trending score"},
    Everyday{"params", "size"},
    Everyday{"params_inferred", "size"},
    Everyday{"active_params", "active size"},
    Everyday{"size_bytes", "size of the files"},
    Everyday{"base_models", "base model"},
    Everyday{"bill", "bill"},
    Everyday{"price_as_of", "quote of that age"},
    Everyday{"on_frontier", "place on the frontier"},
    Everyday{"open_weights", "state of the weights"},
    Everyday{"open_data", "state of the training data"},
    Everyday{"open_evaluation", "state of the evaluation code"},
    Everyday{"open_finetuning", "state of the fine-tuning code"},
    Everyday{"open_metrics", "state of the training metrics"},
    Everyday{"traditional_open_source", "verdict on open source"},
    Everyday{"mof_class", "MOF class"},
    Everyday{"osai_score", "European index"},
    Everyday{"providers", "host"},
    Everyday{"available_on", "host"},
    Everyday{"scores", "score"},
    Everyday{"as_of", "date"},
};

// What a reader calls the thing that is not known.
std::string everyday_name(FieldId field) {
  const std::string_view name = kFields[field].name;
  for (const Everyday& row : kEveryday) {
    if (row.field == name) return std::string(row.name);
  }
  if (name.starts_with("price_")) return "price";
  return std::string(name.substr(0, name.find('_')));  // quality_metric and the like
}

std::string unknown_note(const Answer& answer) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const auto& [field, count] : answer.unknown) {
    const std::string name = everyday_name(field);
    const auto same = std::find_if(counts.begin(), counts.end(),
                                   [&](const auto& entry) { return entry.first == name; });
    if (same == counts.end()) {
      counts.emplace_back(name, count);
    } else {
      same->second += count;
    }
  }
  if (counts.empty()) return {};
  if (counts.size() == 1) {
    return fmt::format("{} more {} no known {} (--unknown)", counts[0].second,
                       counts[0].second == 1 ? "has" : "have", counts[0].first);
  }
  std::string note;
  for (const auto& [name, count] : counts) {
    note += fmt::format("{}{} {}", note.empty() ? "left out as unknown: " : ", ", name, count);
  }
  return note + " (--unknown)";
}

std::string quality_note(const QualityInForce& quality) {
  if (quality.metric == nullptr) return "quality: no source for this task";
  const MetricCoverage& coverage = quality.coverage();
  return fmt::format("quality: {}, {}, {} of {}", quality.metric->title,
                     coverage.as_of ? to_text(*coverage.as_of) : "undated", coverage.rows,
                     coverage.of);
}

// The line that a source wants beside its figures, "" where its terms do not ask for one.
std::string credit_due(const Catalog& catalog, const QualityInForce& quality) {
  const Metric* metric = quality.metric;
  const auto sources = Tsv::parse(catalog.data("sources.tsv"));
  if (metric == nullptr || quality.coverage().rows == 0 || !sources) return {};
  const std::size_t terms = sources->column("terms");
  for (std::size_t row = 0; row < sources->rows(); ++row) {
    if (sources->at(row, 0) != metric->source || terms == sources->columns().size()) continue;
    const bool due = sources->at(row, terms).starts_with("attribution required");
    return due ? std::string(metric->credit) : std::string();
  }
  return {};
}

}  // namespace

std::vector<std::string> footer_parts(const Answer& answer, const Catalog& catalog,
                                      const Selection& selection, std::int64_t now_ms,
                                      bool unicode) {
  const QualityInForce& quality = selection.quality;
  std::vector<std::string> parts = {fmt::format("{} of {}", answer.rows.size(), answer.matched),
                                    record_range(catalog, now_ms)};
  if (const Span prices = catalog.price_dates(); prices.last) {
    parts.push_back("prices " + to_text(*prices.last));
  }
  const Pricing& pricing = selection.pricing;
  if (pricing.workload) parts.push_back("bill: " + workload_text(pricing, unicode));
  if (pricing.ratio != Ratio{}) parts.push_back("blend " + ratio_text(pricing.ratio));
  parts.push_back(quality_note(quality));
  std::string credit = credit_due(catalog, quality);
  if (!credit.empty()) parts.push_back(std::move(credit));
  std::string unknown = unknown_note(answer);
  if (!unknown.empty()) parts.push_back(std::move(unknown));
  return parts;
}

std::vector<std::string> footer_lines(std::span<const std::string> parts, std::size_t width,
                                      bool unicode) {
  const std::string_view separator = unicode ? " · " : " | ";
  std::vector<std::string> lines;
  for (const std::string& part : parts) {
    const std::size_t needed = display_width(separator) + display_width(part);
    const bool fits =
        width == 0 || (!lines.empty() && display_width(lines.back()) + needed <= width);
    if (lines.empty() || !fits) {
      lines.push_back(part);
    } else {
      lines.back().append(separator).append(part);
    }
  }
  return lines;
}

std::vector<std::string> footer_lines(std::span<const std::string> parts, const Context& context) {
  const Terminal& terminal = context.world.err_terminal;
  return footer_lines(parts, terminal.is_terminal ? terminal.width : 0, context.style.unicode);
}

std::vector<std::string> mark_notes(const Rows& rows, std::span<const FieldId> fields) {
  const auto shown = [&](std::string_view flag) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](FieldId field) { return kFields[field].marked_by == flag; });
  };
  bool inferred = false;
  bool uncertain = false;
  bool borrowed = false;
  Span old;
  for (std::size_t row = 0; row < rows.size; ++row) {
    inferred = inferred || rows.cell(row, field_id("params_inferred")) == Value(true);
    uncertain = uncertain || (rows.uncertain && rows.uncertain(row));
    borrowed = borrowed ||
               rows.cell(row, field_id("quality_grade")) == Value(std::string_view("borrowed"));
    if (rows.cell(row, field_id("price_old")) != Value(true)) continue;
    const Value date = rows.cell(row, field_id("price_as_of"));
    if (const auto* day = std::get_if<Date>(&date)) {
      if (!old.first || *day < *old.first) old.first = *day;
      if (!old.last || *day > *old.last) old.last = *day;
    }
  }
  std::vector<std::string> notes;
  if (inferred && shown("params_inferred")) notes.emplace_back("~ read from the model's name");
  if (old.first && shown("price_old")) {
    const std::string from = to_text(*old.first);
    const std::string to = to_text(*old.last);
    notes.push_back("* older quote, of " + (from == to ? from : from + " to " + to));
  }
  if (borrowed && shown("quality_grade")) {
    notes.emplace_back("^ score of the model that the copy was made of");
  }
  if (uncertain) notes.emplace_back("? a condition is unknown for this model");
  return notes;
}

}  // namespace oms
