// Aligned tables. Two passes over the rows, one for the widths and one to print: a table of the
// whole Hub then needs no memory for its cells.
#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "oms/base/log_command.h"
#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {
namespace {

constexpr std::size_t kGap = 2;       // columns between columns
constexpr std::size_t kLeastId = 24;  // an id cut further says nothing about the model
constexpr std::size_t kLeastText = 8;
constexpr std::size_t kNeverCut = std::numeric_limits<std::size_t>::max();

struct GridColumn {
  TextColumn look = {};
  std::size_t least = kLeastText;  // width below which it is not cut
};

struct Grid {
  std::vector<GridColumn> columns = {};
  std::size_t rows = 0;
  std::function<Cell(std::size_t row, std::size_t column)> cell = {};
};

using Widths = std::vector<std::size_t>;  // of the columns that are printed

Widths natural_widths(const Grid& grid, const Style& style) {
  Widths widths(grid.columns.size());
  for (std::size_t column = 0; column < widths.size(); ++column) {
    if (style.header) widths[column] = display_width(grid.columns[column].look.title);
  }
  for (std::size_t row = 0; row < grid.rows; ++row) {
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const std::size_t width = display_width(grid.cell(row, column).text);
      widths[column] = std::max(widths[column], width);
    }
  }
  return widths;
}

std::size_t total(const Widths& widths) {
  const std::size_t gaps = widths.empty() ? 0 : (widths.size() - 1) * kGap;
  return std::accumulate(widths.begin(), widths.end(), gaps);
}

// Narrows the columns that `flexible` names, the widest first, until the table fits or none of
// them can give more.
void narrow(Widths& widths, std::span<const GridColumn> columns, std::size_t width, bool flexible) {
  for (std::size_t sum = total(widths); sum > width; --sum) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (columns[i].look.flexible != flexible || widths[i] <= columns[i].least) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

// Cuts columns, then drops them from the right, until the table is no wider than `width`.
Widths fitted(Widths natural, std::span<const GridColumn> columns, std::size_t width) {
  if (width == 0 || total(natural) <= width) return natural;
  for (std::size_t i = 0; i < natural.size(); ++i) {
    const bool cut = natural[i] > columns[i].least;
    if (cut) natural[i] = std::min(natural[i], std::max(columns[i].least, width));
  }
  for (;; natural.pop_back()) {
    Widths widths = natural;
    narrow(widths, columns, width, /*flexible=*/true);
    narrow(widths, columns, width, /*flexible=*/false);
    if (total(widths) <= width) return widths;
    if (widths.size() == 1) return {width};  // the first column stays, whatever is left of it
  }
}

std::string_view color_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::unknown:
      return "\x1b[2m";
    case Tone::doubtful:
      return "\x1b[33m";
    case Tone::free:
      return "\x1b[32m";
  }
  return "";
}

std::string colored(std::string text, std::string_view color) {
  if (color.empty() || text.empty()) return text;
  return std::string(color) + text + "\x1b[0m";
}

std::string linked(std::string text, std::string_view url) {
  if (url.empty()) return text;
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", url, text);
}

// One line of cells; blanks are written only before text, so no line ends with them.
class Line {
 public:
  void add(std::string_view bare, const std::string& styled, std::size_t width, bool right) {
    const std::size_t used = display_width(bare);
    const std::size_t padding = width > used ? width - used : 0;
    if (right) blanks_ += padding;
    if (!bare.empty()) {
      text_.append(blanks_, ' ').append(styled);
      blanks_ = 0;
    }
    blanks_ += kGap + (right ? 0 : padding);
  }
  std::string take() { return std::move(text_) + '\n'; }

 private:
  std::string text_ = {};
  std::size_t blanks_ = 0;
};

std::string header_line(const Grid& grid, const Widths& widths, const Style& style) {
  Line line;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const TextColumn& look = grid.columns[i].look;
    const std::string title = shorten(look.title, widths[i], Cut::end, style.unicode ? "…" : "...");
    line.add(title, colored(title, style.color ? "\x1b[1m" : ""), widths[i], look.right);
  }
  return line.take();
}

std::string row_line(const Grid& grid, std::size_t row, const Widths& widths, const Style& style) {
  Line line;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const TextColumn& look = grid.columns[i].look;
    const Cell cell = grid.cell(row, i);
    const std::string text = shorten(cell.text, widths[i], look.middle ? Cut::middle : Cut::end,
                                     style.unicode ? "…" : "...");
    const std::string styled = colored(text, style.color ? color_of(cell.tone) : "");
    line.add(text, linked(styled, cell.url), widths[i], look.right);
  }
  return line.take();
}

void write_grid(Sink& sink, const Grid& grid, const Style& style) {
  if (grid.rows == 0 || grid.columns.empty()) return;
  const Widths widths = fitted(natural_widths(grid, style), grid.columns, style.width);
  Buffer out(sink);
  if (style.header) out.add(header_line(grid, widths, style));
  for (std::size_t row = 0; row < grid.rows; ++row) out.add(row_line(grid, row, widths, style));
}

// Where the Hub shows a model; "" for reference rows, whose ids have another form. Bytes that
// could end the escape sequence around it are encoded.
std::string hub_url(std::string_view id) {
  if (id.find(':') != std::string_view::npos) return "";
  std::string url = "https://huggingface.co/";
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool plain = letter || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    url += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return url;
}

std::size_t least_width(const Field& field) {
  if (field.name == "id") return kLeastId;
  if (is_number(field.kind) || field.kind == Kind::date) return kNeverCut;
  return kLeastText;
}

GridColumn column_of(const Field& field) {
  const bool id = field.name == "id";
  return {.look = {.title = std::string(field.header),
                   .right = is_number(field.kind),
                   .middle = id,
                   .flexible = id},
          .least = least_width(field)};
}

}  // namespace

void write_table(Sink& sink, const Rows& rows, std::span<const FieldId> fields,
                 const Style& style) {
  const std::vector<DisplayColumn> columns = display_columns(fields);
  Grid grid{.rows = rows.size};
  for (const FieldId field : fields) grid.columns.push_back(column_of(kFields[field]));
  grid.cell = [&](std::size_t row, std::size_t column) {
    Cell cell = display_cell(rows, row, columns[column], style.unicode);
    cell.text = without_log_commands(std::move(cell.text));
    if (style.hyperlinks && kFields[fields[column]].name == "id") {
      cell.url = hub_url(machine_text(kFields[fields[column]], rows.cell(row, fields[column])));
    }
    return cell;
  };
  write_grid(sink, grid, style);
}

std::string text_table(std::span<const TextColumn> columns,
                       std::span<const std::vector<std::string>> rows, const Style& style) {
  Grid grid{.rows = rows.size()};
  for (const TextColumn& column : columns) {
    const std::size_t least = column.middle ? kLeastId : kLeastText;
    grid.columns.push_back({column, column.right ? kNeverCut : least});
  }
  grid.cell = [&](std::size_t row, std::size_t column) {
    return Cell{.text = column < rows[row].size()
                            ? without_log_commands(printable(rows[row][column]))
                            : ""};
  };
  StringSink sink;
  write_grid(sink, grid, style);
  return std::move(sink.text);
}

}  // namespace oms
