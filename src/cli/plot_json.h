// `oms plot --json`: the figures that the pictures are drawn from, and the columns of their rows.
#pragma once

#include <span>
#include <string>

#include "cli/plot_view.h"
#include "cli/records.h"

namespace oms {

std::span<const RecordColumn> plot_point_columns();
std::span<const RecordColumn> plot_bar_columns();
std::span<const RecordColumn> plot_axis_columns();
std::span<const RecordColumn> plot_source_columns();
std::span<const RecordColumn> plot_point_left_out_columns();
std::span<const RecordColumn> plot_bar_left_out_columns();

std::string plot_json(const PlotSubject& subject, const ScatterData& data,
                      std::span<const PlotSource> sources);
std::string plot_json(const PlotSubject& subject, const BarData& data, FieldId field,
                      std::span<const PlotSource> sources);

}  // namespace oms
