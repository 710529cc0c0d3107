#include <algorithm>

#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "oms/source/price_sources.h"
#include "source/csv.h"
#include "source/harvest.h"

namespace oms {
namespace {

constexpr std::string_view kSource = "Open ASR leaderboard, English short form";
constexpr std::string_view kWhat = "the table of the Open ASR leaderboard";

struct Columns {
  std::size_t model = 0;
  std::size_t error_rate = 0;
  std::size_t license = 0;
};

Result<std::size_t> column(const std::vector<std::string>& header, std::string_view name) {
  const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& cell) {
    return equal_folded(trim(cell), name);
  });
  if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
  return Error{Errc::data, std::string(kWhat) + " has no column '" + std::string(name) + "'", ""};
}

Result<Columns> columns_of(const std::vector<std::string>& header) {
  const auto model = column(header, "model");
  if (!model) return model.error();
  const auto error_rate = column(header, "Avg. WER");
  if (!error_rate) return error_rate.error();
  const auto license = column(header, "License");
  if (!license) return license.error();
  return Columns{*model, *error_rate, *license};
}

// A cell may be a link, with others behind it: the text of the first one.
std::string_view text_of(std::string_view cell) {
  cell = trim(cell);
  while (cell.starts_with('<')) {
    const std::size_t end = cell.find('>');
    if (end == std::string_view::npos) return {};
    cell = trim(cell.substr(end + 1));
  }
  return trim(cell.substr(0, cell.find('<')));
}

void add_row(Harvest& harvest, const std::vector<std::string>& row, const Columns& columns,
             Date as_of) {
  const auto cell = [&](std::size_t position) {
    return position < row.size() ? text_of(row[position]) : std::string_view();
  };
  const std::string id(cell(columns.model));
  const std::string_view rate = cell(columns.error_rate);
  const auto value = parse_decimal(rate);
  if (!rate.empty() && !value) {
    return reject(harvest, id, "Avg. WER '" + printable_name(rate) + "' is not a number");
  }
  if (id.empty()) return reject(harvest, id, "model is missing");
  // Their ids look like those of the Hub, but nothing stands there.
  if (!is_hub_id(id) || equal_folded(cell(columns.license), "proprietary")) {
    harvest.unmatched.push_back(printable_name(id));
    return;
  }
  if (rate.empty() || *value == decimal(-1)) return;
  if (*value < Decimal{}) {
    return reject(harvest, id, "Avg. WER " + to_text(*value) + " is below 0");
  }
  harvest.scores.emplace_back(
      id, Observation{"wer", round_significant(*value), as_of,
                      parse_choice(words::kGrade, "independent"), "", std::string(kSource)});
}

}  // namespace

Result<Harvest> parse_open_asr(std::string_view body, Date as_of) {
  const auto rows = read_csv(body);
  if (rows.empty()) return Error{Errc::data, std::string(kWhat) + " is empty", ""};
  const auto columns = columns_of(rows.front());
  if (!columns) return columns.error();
  // A table has no end that could be missed, but its rows have.
  if (!body.ends_with('\n') && rows.back().size() < rows.front().size()) {
    return Error{Errc::data, std::string(kWhat) + " breaks off in a row", ""};
  }
  Harvest harvest;
  harvest.records = rows.size() - 1;
  for (std::size_t i = 1; i < rows.size(); ++i) add_row(harvest, rows[i], *columns, as_of);
  return harvest;
}

}  // namespace oms
