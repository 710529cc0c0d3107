// A text of a known kind, which may be a part of another.
#pragma once

#include "oms/scan/scan_text.h"
#include "scan/findings.h"
#include "scan/piece.h"

namespace oms {

void scan_piece(const Piece& text, FileKind kind, Findings& findings);

}  // namespace oms
