// A text of a known kind, which may be a part of another.
#pragma once

#include "oms/scan/scan_text.h"
#include "scan/candidate_list.h"
#include "scan/piece.h"

namespace oms {

void scan_piece(const Piece& text, FileKind kind, CandidateList& candidates);

}  // namespace oms
