#include <algorithm>
#include <map>

#include "scan/code_scan.h"
#include "scan/data_scan.h"
#include "scan/markdown.h"
#include "scan/scan_piece.h"
#include "scan/shell_scan.h"

namespace oms {
namespace {

struct Cell {
  std::string_view type = {};
  PlacedText source = {};
};

// The cells in their order, by the number of their node. What they printed is no use of a model.
std::map<std::uint32_t, Cell> cells_of(const Piece& piece, const DataTree& tree) {
  std::map<std::uint32_t, Cell> cells;
  for (const DataNode& node : tree) {
    if (!node.is_text || node.parent == kNoNode) continue;
    const DataNode& parent = tree[node.parent];
    const bool line = node.key.empty() && parent.key == "source";
    const std::uint32_t number = line ? parent.parent : node.parent;
    if (number == kNoNode || !tree[number].key.empty()) continue;
    if (node.key == "cell_type") cells[number].type = node.text;
    if (line || node.key == "source") {
      cells[number].source.add(
          plain_text(piece.part(node.index, node.text.size()), TextForm::escaped).piece());
    }
  }
  return cells;
}

void scan_code_cell(const Piece& source, CandidateList& candidates) {
  if (!source.text.starts_with("%%")) {
    return scan_python(source, candidates, PythonFlavor::notebook);
  }
  const std::size_t end = std::min(source.text.find('\n'), source.text.size());
  const std::string_view magic = source.text.substr(0, end);
  const Piece body = source.part(std::min(end + 1, source.text.size()));
  if (magic.starts_with("%%writefile ")) {
    const auto kind = kind_by_name(magic.substr(magic.find_last_of(" /") + 1));
    if (kind) scan_piece(body, *kind, candidates);
  } else if (magic.starts_with("%%bash") || magic.starts_with("%%sh") ||
             magic.starts_with("%%script")) {
    scan_shell(body, candidates);
  } else if (magic.starts_with("%%js") || magic.starts_with("%%javascript")) {
    scan_javascript(body, candidates);
  } else if (!magic.starts_with("%%html") && !magic.starts_with("%%svg")) {
    scan_python(body, candidates, PythonFlavor::notebook);
  }
}

}  // namespace

void scan_notebook(const Piece& text, CandidateList& candidates) {
  const DataTree tree = read_json(text.text);
  for (const auto& [number, cell] : cells_of(text, tree)) {
    if (cell.type == "code") scan_code_cell(cell.source.piece(), candidates);
    if (cell.type == "markdown") scan_markdown(cell.source.piece(), candidates);
  }
}

}  // namespace oms
