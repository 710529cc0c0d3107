// References in Python and in JavaScript or TypeScript.
#pragma once

#include "scan/code_tokens.h"
#include "scan/findings.h"

namespace oms {

void scan_python(const Piece& text, Findings& findings, PythonFlavor flavor = PythonFlavor::plain);
void scan_javascript(const Piece& text, Findings& findings);

}  // namespace oms
