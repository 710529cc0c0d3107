// References in JSON, YAML and TOML, and in notebooks, which are JSON.
#pragma once

#include "scan/data_tree.h"
#include "scan/findings.h"

namespace oms {

void scan_data(const Piece& text, const DataTree& tree, Findings& findings);
void scan_notebook(const Piece& text, Findings& findings);

// A text as it is meant.
PlacedText plain_text(const Piece& text, TextForm form);

}  // namespace oms
