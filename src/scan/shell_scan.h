// References in shell scripts, and in what is made of shell commands.
#pragma once

#include "scan/command_words.h"
#include "scan/findings.h"

namespace oms {

void scan_shell(const Piece& text, Findings& findings);
void scan_makefile(const Piece& text, Findings& findings);
void scan_dockerfile(const Piece& text, Findings& findings);

}  // namespace oms
