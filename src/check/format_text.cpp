// Findings as a compiler prints them, then a line a model, then the counts.
#include <algorithm>

#include "check/format_functions.h"
#include "check/format_parts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kPlainWidth = 80;  // not on a terminal
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidestProse = 100;  // longer lines are hard to read
constexpr std::size_t kMostPlaces = 4;     // of one finding; the other formats have them all
constexpr std::size_t kIndent = 2;
constexpr std::size_t kHanging = 4;  // of a lineage behind its first line

constexpr std::string_view kBold = "1";
constexpr std::string_view kFaint = "2";
constexpr std::string_view kGreen = "32";
constexpr std::string_view kRed = "1;31";
constexpr std::string_view kYellow = "1;33";
constexpr std::string_view kCyan = "36";

// How a finding or a verdict begins.
struct Label {
  std::string_view word = {};
  std::string_view color = {};
};

Label label_of(const Finding& finding) {
  switch (finding.excused) {
    case Excused::waived:
      return {"WAIVED", kCyan};
    case Excused::baseline:
      return {"BASELINE", kCyan};
    case Excused::audit:
      return {"AUDIT", kYellow};
    case Excused::no:
      break;
  }
  if (finding.level == Level::error) return {"error", kRed};
  return finding.level == Level::warning ? Label{"warning", kYellow} : Label{"note", kCyan};
}

Label label_of(const CheckedModel& model) {
  if (model.outcome == "fail") return {"FAIL", kRed};
  if (model.outcome == "waived") return {"WAIVED", kCyan};
  return model.outcome == "warn" ? Label{"warn", kYellow} : Label{"pass", kGreen};
}

// Runners of CI jobs obey lines that begin with "::", and "##[" or "##vso[" anywhere in a line.
std::string log_safe(std::string_view text) {
  const auto begins_line = [](char c) { return c == ':' || c <= ' ' || c > '~'; };
  std::string safe;
  for (const char c : text) {
    const bool marks = (c == '#' && safe.ends_with('#')) ||
                       (c == ':' && std::all_of(safe.begin(), safe.end(), begins_line));
    if (marks && !safe.empty()) safe += ' ';
    safe += c;
  }
  return safe;
}

std::string class_of(const CheckedModel& model) {
  if (!model.known) return "not in the catalog";
  const bool own =
      model.license_effective.empty() || model.license_effective == model.license_class;
  std::vector<std::string> remarks;
  if (!own) remarks.emplace_back("base");
  if (model.clarified) remarks.emplace_back("clarified");
  const std::string text = own ? model.license_class : model.license_effective;
  return remarks.empty() ? text : text + " (" + join(remarks, ", ") + ")";
}

class TextReport {
 public:
  explicit TextReport(const Style& style)
      : style_(style),
        width_(style.width == 0 ? kPlainWidth : std::clamp(style.width, kNarrowest, kWidestProse)) {
  }

  // What the finding before it has shown of the same model is not repeated.
  void add(const Finding& finding, const Finding* before) {
    const Label label = label_of(finding);
    const std::string head = std::string(label.word) + "[" + std::string(finding.rule->id) + "]";
    const bool same = before != nullptr && before->model == finding.model;
    const std::string& subject = finding.model.empty() ? finding.message : finding.model;
    std::vector<std::string> lines = wrap(head + ": " + printable(subject), width_ - kIndent);
    lines.front() = styled(head, label.color) + lines.front().substr(head.size());
    add_lines(lines, kIndent);
    if (!finding.model.empty()) add_labeled("", finding.message);
    add_places(finding.places, same && before->places == finding.places ? 1 : kMostPlaces);
    if (!same || before->path != finding.path) add_path(finding.path);
    if (finding.excused == Excused::no) add_labeled("fix: ", finding.fix);
    if (finding.excuse != excused_word(finding.excused)) add_labeled("why: ", finding.excuse);
    text_ += '\n';
  }

  void add(const std::vector<CheckedModel>& models) {
    if (models.empty()) return;
    const std::vector<TextColumn> columns = {{.title = "VERDICT"},
                                             {.title = "MODEL", .middle = true, .flexible = true},
                                             {.title = "LICENSE"},
                                             {.title = "CLASS"}};
    std::vector<std::vector<std::string>> rows;
    for (const CheckedModel& model : models) rows.push_back(row_of(model));
    // The colors are set here, where the verdicts are known.
    const Style plain = {.width = style_.width, .unicode = style_.unicode, .header = style_.header};
    const std::string table = text_table(columns, rows, plain);
    std::size_t row = 0;
    for (const std::string_view line : split(trim(table), '\n')) {
      const bool titles = style_.header && line.starts_with(columns.front().title);
      const Label label = titles ? Label{line, kBold} : label_of(models[row++]);
      const std::string_view start = line.substr(0, label.word.size());
      text_.append(styled(start, label.color)).append(line.substr(start.size())) += '\n';
    }
    text_ += '\n';
  }

  void add_counts(const CheckReport& report) {
    const std::string line = counts_text(report, style_.unicode);
    if (display_width(line) > width_) return add_lines(counts_parts(report), kIndent);
    text_ += line + '\n';
  }

  const std::string& text() const { return text_; }

 private:
  std::string styled(std::string_view text, std::string_view code) const {
    if (!style_.color || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  // All but the first behind a margin.
  void add_lines(const std::vector<std::string>& lines, std::size_t margin) {
    for (const std::string& line : lines) {
      if (&line != &lines.front()) text_.append(margin, ' ');
      text_ += log_safe(line) + '\n';
    }
  }

  // A place stays on one line: it is clicked and copied.
  void add_places(const std::vector<Place>& places, std::size_t most) {
    // "and 1 more" would take the line of the one that it hides.
    const std::size_t shown = places.size() > most + 1 ? most : places.size();
    for (std::size_t i = 0; i < shown; ++i) {
      if (places[i].file.empty()) continue;
      text_ += "  " + styled("-->", kFaint) + " " + log_safe(place_text(places[i])) + '\n';
    }
    if (shown == places.size()) return;
    const std::string more = "and " + count_text(places.size() - shown, "more place");
    text_ += "      " + styled(more, kFaint) + '\n';
  }

  // Broken before an arrow.
  void add_path(const std::vector<std::string>& path) {
    if (path.size() < 2) return;
    const std::string arrow = style_.unicode ? "← " : "<- ";
    std::string line = "  " + log_safe(printable(path.front()));
    for (std::size_t i = 1; i < path.size(); ++i) {
      const std::string step = arrow + log_safe(printable(path[i]));
      const bool fits = display_width(line) + 1 + display_width(step) <= width_;
      if (!fits) text_ += line + '\n';
      line = fits ? line + " " + step : std::string(kHanging, ' ') + step;
    }
    text_ += line + '\n';
  }

  void add_labeled(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    const std::size_t margin = kIndent + label.size();
    text_ += "  " + styled(label, kFaint);
    add_lines(wrap(printable(text), width_ - margin), margin);
  }

  std::vector<std::string> row_of(const CheckedModel& model) const {
    const std::string license = declared_license(model);
    const std::string dash = style_.unicode ? "–" : "-";
    return {std::string(label_of(model).word), log_safe(model.id),
            license.empty() ? dash : log_safe(license), class_of(model)};
  }

  Style style_;
  std::size_t width_;
  std::string text_ = {};
};

}  // namespace

void write_check_text(const CheckReport& report, Sink& sink, const Style& style) {
  TextReport text(style);
  const Finding* before = nullptr;
  for (const Finding& finding : report.findings) {
    text.add(finding, before);
    before = &finding;
  }
  text.add(report.models);
  text.add_counts(report);
  sink.write(text.text());
}

}  // namespace oms
