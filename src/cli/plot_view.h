// From the figures of `plot` to its pictures: names, titles and notes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/plot_data.h"
#include "cli/plot_sources.h"
#include "cli/selection.h"
#include "oms/render/plot.h"

namespace oms {

// What an answer is told with.
struct PlotSubject {
  const Catalog& catalog;
  const Table& table;  // the catalog's with the columns of this query
  const Answer& answer;
  const QualityInForce& quality;
  std::int64_t now_ms = 0;
};

struct PlotNotes {
  std::vector<std::string> parts = {};  // how many, how old, by which metric: side by side
  std::vector<std::string> lines = {};  // who is left out, what the marks mean
};

// The direction and the unit of a field; of quality those of the metric in force.
Better better_of(FieldId field, const QualityInForce& quality);
std::string_view unit_of(FieldId field, const QualityInForce& quality);

// The pictures, without notes.
Scatter scatter_of(const PlotSubject& subject, const ScatterData& data, FieldId price);
Bars bars_of(const PlotSubject& subject, const BarData& data, FieldId field);

PlotNotes notes_of(const PlotSubject& subject, const ScatterData& data, FieldId price);
PlotNotes notes_of(const PlotSubject& subject, const BarData& data, FieldId field);

// For a picture that leaves the terminal, the notes together with where the figures come from.
std::vector<std::string> picture_notes(const PlotNotes& notes, std::span<const PlotSource> sources);

}  // namespace oms
