#include <algorithm>
#include <array>
#include <cctype>

#include "cli/compare_print.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelWidth = 16;  // "fine-tuning code"
constexpr std::size_t kGap = 2;
constexpr std::size_t kLabelRoom = kIndent + kLabelWidth;
constexpr std::size_t kLeast = 14;     // columns of a model: "osi-permissive"
constexpr std::size_t kMostWord = 24;  // a longer word is none that must stay whole
constexpr std::size_t kUncut = 40;     // of a model where no width is given

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A value and what belongs to it, ready to print.
std::string whole_cell(const CompareCell& cell, bool unicode) {
  std::string text = printable(cell_text(cell, unicode));
  if (!cell.aside.empty()) text += " " + printable(cell.aside);
  return text;
}

class TextPage {
 public:
  TextPage(const Comparison& comparison, const Style& style)
      : comparison_(comparison), style_(style), people_(rows_for_people(comparison)) {}

  std::string make(std::span<const std::string> notes) {
    const std::size_t models = comparison_.ids.size();
    const std::size_t side_by_side = models_a_block();
    for (std::size_t first = 0; first < models; first += side_by_side) {
      if (first > 0) text_ += "\n";
      add_block(first, std::min(first + side_by_side, models));
    }
    text_ += "\n";
    for (const std::string& note : notes) add_note(note);
    return std::move(text_);
  }

 private:
  // The longest word that must not be cut.
  std::size_t longest_figure() const {
    std::size_t longest = kLeast;
    for (const CompareRow* row : people_.rows) {
      for (const CompareCell& cell : row->cells) {
        const std::string text = whole_cell(cell, style_.unicode);
        for (const std::string_view word : split_words(text, ' ')) {
          const std::size_t width = display_width(word);
          if (has_digit(word) && width <= kMostWord) longest = std::max(longest, width);
        }
      }
    }
    return longest;
  }

  std::size_t share(std::size_t models) const {
    const std::size_t room = style_.width > kLabelRoom ? style_.width - kLabelRoom : 0;
    const std::size_t each = room / models;
    return each > kGap ? each - kGap : 0;
  }

  std::size_t models_a_block() const {
    std::size_t models = comparison_.ids.size();
    if (style_.width == 0) return models;
    const std::size_t least = longest_figure();
    while (models > 1 && share(models) < least) --models;
    return models;
  }

  // As wide as the widest cell, as far as there is room.
  std::size_t column_width(std::size_t model, std::size_t models) const {
    std::size_t natural = std::max(kLeast, display_width(printable(comparison_.ids[model])));
    for (const CompareRow* row : people_.rows) {
      natural = std::max(natural, display_width(whole_cell(row->cells[model], style_.unicode)));
    }
    const std::size_t most = style_.width == 0 ? kUncut : std::max(share(models), longest_figure());
    return std::min(natural, most);
  }

  void add_block(std::size_t first, std::size_t past) {
    widths_.clear();
    for (std::size_t i = first; i < past; ++i) widths_.push_back(column_width(i, past - first));
    std::vector<std::string> ids;
    for (std::size_t i = first; i < past; ++i) ids.push_back(printable(comparison_.ids[i]));
    add_line("", ids, std::vector<bool>(ids.size(), true));
    std::string_view group;
    for (const CompareRow* row : people_.rows) {
      if (row->group != group) text_ += "\n" + bold(group_title(row->group)) + "\n";
      group = row->group;
      std::vector<std::string> cells;
      std::vector<bool> best;
      for (std::size_t i = first; i < past; ++i) {
        cells.push_back(whole_cell(row->cells[i], style_.unicode));
        best.push_back(row->cells[i].best);
      }
      add_line(row_label(*row), cells, best);
    }
  }

  void add_line(std::string_view label, const std::vector<std::string>& cells,
                const std::vector<bool>& strong) {
    const std::vector<std::string> labels = wrap(printable(label), kLabelWidth);
    std::vector<std::vector<std::string>> columns;
    std::size_t lines = labels.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      columns.push_back(wrap(cells[i], widths_[i]));
      lines = std::max(lines, columns.back().size());
    }
    for (std::size_t line = 0; line < lines; ++line) {
      std::string text(kIndent, ' ');
      std::size_t used = kIndent;
      const auto add = [&](std::string_view part, std::size_t start, bool is_strong) {
        if (part.empty()) return;
        text += std::string(start - used, ' ') + (is_strong ? bold(part) : std::string(part));
        used = start + display_width(part);
      };
      add(line < labels.size() ? labels[line] : std::string_view(), kIndent, false);
      std::size_t start = kLabelRoom;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        start += kGap;
        if (line < columns[i].size()) add(columns[i][line], start, strong[i]);
        start += widths_[i];
      }
      text_ += text + "\n";
    }
  }

  void add_note(std::string_view note) {
    constexpr std::size_t kUsualWidth = 80;
    const std::size_t width = style_.width == 0 ? kUsualWidth : std::max(style_.width, kLabelRoom);
    for (const std::string& line : wrap(printable(note), width)) text_ += faint(line) + "\n";
  }

  std::string styled(std::string_view text, std::string_view code) const {
    if (!style_.color) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
  std::string bold(std::string_view text) const { return styled(text, "1"); }
  std::string faint(std::string_view text) const { return styled(text, "2"); }

  const Comparison& comparison_;
  Style style_;
  PeopleRows people_;
  std::vector<std::size_t> widths_ = {};  // of the models in the block
  std::string text_ = {};
};

}  // namespace

PeopleRows rows_for_people(const Comparison& comparison) {
  PeopleRows people;
  for (const CompareRow& row : comparison.rows) {
    if (row.known()) {
      people.rows.push_back(&row);
    } else {
      people.without.push_back(row.label);
    }
  }
  return people;
}

std::string_view best_mark(bool unicode) { return unicode ? "▲" : "(best)"; }

std::string cell_text(const CompareCell& cell, bool unicode) {
  if (cell.text.empty()) return unicode ? "–" : "-";
  return cell.best ? cell.text + " " + std::string(best_mark(unicode)) : cell.text;
}

std::string row_label(const CompareRow& row) {
  if (row.metric.empty()) return row.label;
  std::string label = row.label;
  if (!row.unit.empty()) label += ", " + std::string(row.unit);
  if (row.better == Better::lower) label += ", lower is better";
  return label;
}

std::string group_title(std::string_view group) {
  return std::string(group) + (group == "Price" ? ", USD per 1M tokens" : "");
}

std::string compare_text(const Comparison& comparison, std::span<const std::string> notes,
                         const Style& style) {
  return TextPage(comparison, style).make(notes);
}

}  // namespace oms
