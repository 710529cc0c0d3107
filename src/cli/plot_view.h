// From the figures of `plot` to its pictures: names, titles and notes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "cli/plot_data.h"
#include "cli/plot_sources.h"
#include "oms/render/plot.h"

namespace oms {

// What an answer is told with.
struct PlotSubject {
  const Asked& asked;
  const Matches& matches;
  const Answer& answer;  // the numbers of it, without rows
  std::int64_t now_ms = 0;

  const Table& table() const { return asked.table; }
  const QualityInForce& quality() const { return asked.selection.quality; }
};

struct PlotNotes {
  std::vector<std::string> parts = {};  // how many, how old, by which metric: side by side
  std::vector<std::string> lines = {};  // who is left out, what the marks mean
};

// The direction and the unit of a field; of quality those of the metric in force.
Better better_of(FieldId field, const QualityInForce& quality);
std::string_view unit_of(FieldId field, const QualityInForce& quality);

// A value as tables show it, with the mark of its field: "~7B", "0.28*".
std::string figure_text(const Table& table, Row row, FieldId field);

// The pictures, without notes.
Scatter scatter_of(const PlotSubject& subject, const ScatterData& data, bool unicode);
Bars bars_of(const PlotSubject& subject, const BarData& data, FieldId field);
// "blended price (3:1)", "bill of 20,000 in + 1,000 out × 5 calls"
std::string price_title(const Asked& asked, bool unicode);

PlotNotes notes_of(const PlotSubject& subject, const ScatterData& data, bool unicode);
PlotNotes notes_of(const PlotSubject& subject, const BarData& data, FieldId field, bool unicode);

// For a picture that leaves the terminal, the notes together with where the figures come from.
std::vector<std::string> picture_notes(const PlotNotes& notes, std::span<const PlotSource> sources);

}  // namespace oms
