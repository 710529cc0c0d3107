#include "cli/tree_view.h"

#include <fmt/format.h>

#include <vector>

#include "cli/record_columns.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string word(const Table& table, std::string_view field, Row row) {
  if (row == kNoRow) return {};
  const Value value = table.value(field_id(field), row);
  const auto* text = std::get_if<std::string_view>(&value);
  return text == nullptr ? std::string() : std::string(*text);
}

// What is said about one model of the tree.
struct Line {
  const TreeNode* node = nullptr;
  bool has_bases = false;
  std::string relation = {};
  std::string license = {};
  std::string license_class = {};
  std::string effective = {};
  std::string verdict = {};
  Number quality = {};
  Number delta = {};  // against the model that it was made from; unknown when either is
};

Number quality_of(const std::optional<TreeScores>& scores, Row row) {
  if (!scores || row == kNoRow) return {};
  const Value value = scores->table.value(field_id("quality"), row);
  const auto* decimal = std::get_if<Decimal>(&value);
  return decimal == nullptr ? Number() : Number(*decimal);
}

Line line_of(const TreeNode& node, const Catalog& catalog,
             const std::optional<TreeScores>& scores) {
  const Table& table = catalog.table();
  Line line{.node = &node};
  line.has_bases = node.row != kNoRow && !table.unknown(field_id("base_models"), node.row);
  line.relation = word(table, "relation", node.row);
  line.license = word(table, "license", node.row);
  const std::string name = word(table, "license_name", node.row);
  if (line.license == "other" && !name.empty()) line.license = name;
  line.license_class = word(table, "license_class", node.row);
  line.effective = word(table, "license_effective", node.row);
  line.verdict = word(table, "license_verdict", node.row);
  line.quality = quality_of(scores, node.row);
  if (node.direction == TreeDirection::derivative) {
    const Number base = quality_of(scores, table.find(node.parent));
    if (line.quality && base) line.delta = Decimal{line.quality->billionths - base->billionths};
  }
  return line;
}

std::string_view direction_word(TreeDirection direction) {
  constexpr std::string_view kWords[] = {"base", "model", "derivative"};
  return kWords[static_cast<std::size_t>(direction)];
}

std::vector<RecordCell> record_of(const Line& line) {
  const TreeNode& node = *line.node;
  const auto judged = [](const std::string& text) {
    return text_cell(text.empty() ? "unknown" : text);
  };
  return {text_cell(node.id),
          text_cell(direction_word(node.direction)),
          count_cell(node.depth),
          text_cell(node.parent),
          text_cell(line.relation),
          text_cell(line.license),
          judged(line.license_class),
          judged(line.effective),
          judged(line.verdict),
          optional_cell(line.quality),
          optional_cell(line.delta),
          node.row != kNoRow,
          node.again,
          count_cell(node.quantizations),
          count_cell(node.more),
          count_cell(node.deeper)};
}

// The lines that lead to a node: one flag a level, whether a brother of that level follows.
class Branches {
 public:
  explicit Branches(bool unicode) : unicode_(unicode) {}

  // In front of a node that is `depth` steps from the root.
  std::string before(std::size_t depth, bool last) {
    follows_.resize(depth);
    if (depth == 0) return {};
    follows_.back() = !last;
    std::string text;
    for (std::size_t level = 0; level + 1 < depth; ++level) text += margin(follows_[level]);
    return text + (last ? (unicode_ ? "└─ " : "`- ") : (unicode_ ? "├─ " : "|- "));
  }

 private:
  std::string margin(bool follows) const {
    if (!follows) return "   ";
    return unicode_ ? "│  " : "|  ";
  }

  bool unicode_;
  std::vector<bool> follows_ = {};
};

// "+ 12 quantizations, 30 more"; "" when nothing is left out.
std::string left_out(const TreeNode& node) {
  std::vector<std::string> parts;
  if (node.more > 0) parts.push_back(fmt::format("{} more", node.more));
  if (node.quantizations > 0) {
    parts.push_back(
        fmt::format("{} quantization{}", node.quantizations, node.quantizations == 1 ? "" : "s"));
  }
  if (node.deeper > 0) parts.push_back(fmt::format("{} below", node.deeper));
  return parts.empty() ? std::string() : "+ " + join(parts, ", ");
}

std::vector<TextColumn> text_columns(bool with_scores) {
  std::vector<TextColumn> columns = {{.title = "MODEL", .middle = true, .flexible = true},
                                     {.title = "RELATION"},
                                     {.title = "LICENSE"},
                                     {.title = "CLASS"},
                                     {.title = "VERDICT"}};
  if (with_scores) {
    columns.push_back({.title = "QUALITY", .right = true});
    columns.push_back({.title = "DELTA", .right = true});
  }
  return columns;
}

std::string signed_text(const Number& number, std::string_view dash) {
  if (!number) return std::string(dash);
  return (number->billionths > 0 ? "+" : "") + to_text(*number);
}

// Names of licenses may be long, and the names of the models need the room.
constexpr std::size_t kLicenseColumns = 14;

std::vector<std::string> cells_of(const Line& line, std::string branch, bool with_scores,
                                  const Style& style) {
  const TreeNode& node = *line.node;
  const std::string_view dash = style.unicode ? "–" : "-";
  const auto known = [&](std::string_view text) { return std::string(text.empty() ? dash : text); };
  const std::string_view relation =
      line.relation == "continued-pretraining" ? "continued" : std::string_view(line.relation);
  const std::string license =
      shorten(line.license, kLicenseColumns, Cut::end, style.unicode ? "…" : "...");
  std::string model = std::move(branch) + node.id;
  if (node.again) model += " (above)";
  if (node.row == kNoRow) model += " (not in the catalog)";
  std::vector<std::string> cells = {std::move(model), line.has_bases ? known(relation) : "",
                                    known(license), known(line.license_class), known(line.verdict)};
  if (with_scores) {
    cells.push_back(line.quality ? to_text(*line.quality) : std::string(dash));
    cells.push_back(signed_text(line.delta, dash));
  }
  return cells;
}

// The lines of one section. What is left out of a model's derivatives stands behind them.
class Section {
 public:
  Section(const Catalog& catalog, const std::optional<TreeScores>& scores, const Style& style)
      : catalog_(catalog),
        scores_(scores),
        style_(style),
        columns_(text_columns(scores.has_value())),
        branches_(style.unicode) {}

  std::string text(const std::vector<TreeNode>& nodes) {
    for (const TreeNode& node : nodes) {
      close(node.depth);
      const bool more_follows = !open_.empty() && !left_out(*open_.back()).empty();
      std::string branch = branches_.before(node.depth, node.last && !more_follows);
      rows_.push_back(cells_of(line_of(node, catalog_, scores_), std::move(branch),
                               scores_.has_value(), style_));
      open_.push_back(&node);
    }
    close(0);
    return text_table(columns_, rows_, style_);
  }

 private:
  // Ends the models that are no step on the way to the next one.
  void close(std::size_t depth) {
    while (open_.size() > depth) {
      const TreeNode& node = *open_.back();
      open_.pop_back();
      const std::string more = left_out(node);
      if (more.empty()) continue;
      std::vector<std::string> cells(columns_.size());
      cells.front() = branches_.before(node.depth + 1, true) + more;
      rows_.push_back(std::move(cells));
    }
  }

  const Catalog& catalog_;
  const std::optional<TreeScores>& scores_;
  const Style& style_;
  std::vector<TextColumn> columns_;
  Branches branches_;
  std::vector<const TreeNode*> open_ = {};  // the way from the root to the last line
  std::vector<std::vector<std::string>> rows_ = {};
};

std::string section(const std::vector<TreeNode>& nodes, const Catalog& catalog,
                    const std::optional<TreeScores>& scores, const Style& style) {
  return Section(catalog, scores, style).text(nodes);
}

}  // namespace

Records tree_records(const LineageTree& tree, const Catalog& catalog,
                     const std::optional<TreeScores>& scores) {
  Records records{.columns = tree_columns()};
  const auto add = [&](const TreeNode& node) {
    records.rows.push_back(record_of(line_of(node, catalog, scores)));
  };
  for (std::size_t i = 1; i < tree.bases.size(); ++i) add(tree.bases[i]);
  for (const TreeNode& node : tree.derivatives) add(node);
  return records;
}

std::string tree_page(const LineageTree& tree, const Catalog& catalog,
                      const std::optional<TreeScores>& scores, const Style& style) {
  std::string text;
  if (tree.bases.size() > 1) {
    text += "Made from\n" + section(tree.bases, catalog, scores, style) + "\n";
  }
  const bool made = tree.derivatives.size() > 1 || !left_out(tree.derivatives.front()).empty();
  if (made) text += "Made of it\n";
  if (made || tree.bases.size() == 1) text += section(tree.derivatives, catalog, scores, style);
  return text;
}

}  // namespace oms
