// References in Markdown: addresses, code, and the YAML in front of it. Prose is left alone.
#pragma once

#include "scan/candidate_list.h"
#include "scan/piece.h"

namespace oms {

void scan_markdown(const Piece& text, CandidateList& candidates);

}  // namespace oms
