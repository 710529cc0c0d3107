// References in shell scripts, and in what is made of shell commands.
#pragma once

#include "scan/candidate_list.h"
#include "scan/command_words.h"

namespace oms {

void scan_shell(const Piece& text, CandidateList& candidates);
void scan_makefile(const Piece& text, CandidateList& candidates);
void scan_dockerfile(const Piece& text, CandidateList& candidates);

}  // namespace oms
