// References in Python and in JavaScript or TypeScript.
#pragma once

#include "scan/candidate_list.h"
#include "scan/code_tokens.h"

namespace oms {

void scan_python(const Piece& text, CandidateList& candidates,
                 PythonFlavor flavor = PythonFlavor::plain);
void scan_javascript(const Piece& text, CandidateList& candidates);

}  // namespace oms
