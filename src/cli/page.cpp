#include "cli/page.h"

#include <algorithm>

#include "oms/base/log_command.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kPlainWidth = 80;  // not on a terminal
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidestProse = 100;  // longer lines are hard to read
constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelWidth = 16;     // the longest label and two blanks
constexpr std::size_t kNarrowestLast = 16;  // of the last column of rows()

constexpr std::string_view kBold = "1";
constexpr std::string_view kFaint = "2";

std::size_t prose_width(const Style& style) {
  if (style.width == 0) return kPlainWidth;
  return std::clamp(style.width, kNarrowest, kWidestProse);
}

std::string padding(std::size_t used, std::size_t width) {
  return std::string(width > used ? width - used : 0, ' ');
}

}  // namespace

struct Page::Piece {
  std::string text;
  std::string_view code;  // "" = plain
};

Page::Page(const Style& style) : style_(style), width_(prose_width(style)) {}

std::string Page::styled(std::string_view text, std::string_view code) const {
  if (!style_.color || code.empty() || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

// The pieces one behind the other, as if they were one text; a piece that does not fit into the
// rest of the line starts a new one if that saves a break.
void Page::wrapped(std::string_view first_margin, std::size_t margin,
                   std::span<const Piece> pieces) {
  const std::size_t room = width_ > margin + kNarrowestLast ? width_ - margin : kNarrowestLast;
  text_ += first_margin;
  std::size_t used = 0;
  const auto new_line = [&] {
    text_ += "\n" + std::string(margin, ' ');
    used = 0;
  };
  for (const Piece& piece : pieces) {
    if (piece.text.empty()) continue;
    std::size_t gap = used == 0 ? 0 : 2;
    if (used > 0 && used + gap + display_width(piece.text) > room) {
      new_line();
      gap = 0;
    }
    const std::vector<std::string> lines = wrap(piece.text, room);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) new_line();
      text_ += std::string(gap, ' ') + styled(without_log_commands(lines[i]), piece.code);
      used += gap + display_width(lines[i]);
      gap = 0;
    }
  }
  text_ += '\n';
}

void Page::title(std::string_view text, std::string_view aside) {
  const std::vector<Piece> pieces = {{printable(text), kBold}, {printable(aside), {}}};
  wrapped("", kIndent, pieces);
}

void Page::heading(std::string_view text, std::string_view aside) {
  if (!text_.empty()) blank();
  title(text, aside);
}

void Page::paragraph(std::string_view text) {
  const std::vector<Piece> pieces = {{printable(text), {}}};
  wrapped(std::string(kIndent, ' '), kIndent, pieces);
}

void Page::footnote(std::string_view text) {
  const std::vector<Piece> pieces = {{printable(text), kFaint}};
  wrapped(std::string(kIndent, ' '), kIndent, pieces);
}

void Page::item(std::string_view label, std::string_view text, std::string_view aside) {
  const std::string safe = printable(label);
  const std::size_t used = display_width(safe);
  std::string margin = std::string(kIndent, ' ') + safe;
  // A label that would touch its text has a line of its own.
  margin += used < kLabelWidth ? padding(used, kLabelWidth)
                               : "\n" + std::string(kIndent + kLabelWidth, ' ');
  const std::vector<Piece> pieces = {{printable(text), {}}, {printable(aside), kFaint}};
  wrapped(margin, kIndent + kLabelWidth, pieces);
}

void Page::rows(std::span<const PageColumn> columns,
                std::span<const std::vector<std::string>> cells) {
  if (columns.empty()) return;
  const std::size_t last = columns.size() - 1;
  std::vector<std::size_t> widths;
  for (const PageColumn& column : columns) {
    widths.push_back(std::max(column.least, display_width(column.title)));
  }
  for (const auto& row : cells) {
    for (std::size_t i = 0; i < last; ++i) {
      widths[i] = std::max(widths[i], display_width(printable(row[i])));
    }
  }
  std::size_t margin = kIndent;
  for (std::size_t i = 0; i < last; ++i) margin += widths[i] + 2;

  const auto add_line = [&](const std::vector<std::string>& row, std::string_view code) {
    std::string start(kIndent, ' ');
    for (std::size_t i = 0; i < last; ++i) {
      const std::string text = printable(row[i]);
      const std::string blanks = padding(display_width(text), widths[i]);
      const std::string shown = styled(text, code);
      start += columns[i].right ? blanks + shown : shown + blanks;
      start += "  ";
    }
    const std::vector<Piece> pieces = {{printable(row[last]), code}};
    if (row[last].empty()) start.erase(start.find_last_not_of(' ') + 1);
    wrapped(start, margin, pieces);
  };
  const bool titled = std::any_of(columns.begin(), columns.end(),
                                  [](const PageColumn& column) { return !column.title.empty(); });
  if (titled && style_.header) {
    std::vector<std::string> titles;
    for (const PageColumn& column : columns) titles.emplace_back(column.title);
    add_line(titles, kBold);
  }
  for (const auto& row : cells) add_line(row, {});
}

void Page::blank() { text_ += '\n'; }

}  // namespace oms
