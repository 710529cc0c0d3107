// References in JSON, YAML and TOML, and in notebooks, which are JSON.
#pragma once

#include "scan/candidate_list.h"
#include "scan/data_tree.h"

namespace oms {

void scan_data(const Piece& text, const DataTree& tree, CandidateList& candidates);
void scan_notebook(const Piece& text, CandidateList& candidates);

// A text as it is meant.
PlacedText plain_text(const Piece& text, TextForm form);

}  // namespace oms
