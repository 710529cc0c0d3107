#include "oms/scan/scan_text.h"

#include <algorithm>

#include "scan/candidate_list.h"
#include "scan/code_scan.h"
#include "scan/data_scan.h"
#include "scan/markdown.h"
#include "scan/scan_piece.h"
#include "scan/shell_scan.h"

namespace oms {
namespace {

// Without any of these nothing can be found, and most files have none.
constexpr std::string_view kSigns[] = {"/",       "pretrained",  "pipeline",
                                       "Encoder", "Transformer", "model"};

bool may_refer(std::string_view text) {
  return std::any_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

// Of lists of packages only the addresses say anything.
void scan_requirements(const Piece& piece, CandidateList& candidates) {
  for (std::size_t at = 0; at < piece.text.size();) {
    const std::size_t end = std::min(piece.text.find('\n', at), piece.text.size());
    const std::string_view line = piece.text.substr(at, end - at);
    const std::size_t comment = line.starts_with('#') ? 0 : line.find(" #");
    candidates.add_urls(piece.part(at, std::min(comment, line.size())));
    at = end + 1;
  }
}

void scan_as(const Piece& text, FileKind kind, CandidateList& candidates) {
  switch (kind) {
    case FileKind::python:
      return scan_python(text, candidates);
    case FileKind::javascript:
      return scan_javascript(text, candidates);
    case FileKind::notebook:
      return scan_notebook(text, candidates);
    case FileKind::yaml:
      return scan_data(text, read_yaml(text.text), candidates);
    case FileKind::toml:
      return scan_data(text, read_toml(text.text), candidates);
    case FileKind::json:
      return scan_data(text, read_json(text.text), candidates);
    case FileKind::dockerfile:
      return scan_dockerfile(text, candidates);
    case FileKind::shell:
    case FileKind::environment:
      return scan_shell(text, candidates);
    case FileKind::makefile:
      return scan_makefile(text, candidates);
    case FileKind::requirements:
      return scan_requirements(text, candidates);
    case FileKind::markdown:
      return scan_markdown(text, candidates);
  }
}

}  // namespace

void scan_piece(const Piece& text, FileKind kind, CandidateList& candidates) {
  if (candidates.enter()) scan_as(text, kind, candidates);
  candidates.leave();
}

std::vector<Candidate> scan_text(std::string_view text, FileKind kind) {
  if (!may_refer(text)) return {};
  CandidateList candidates;
  const bool has_urls = text.find("hf") != std::string_view::npos ||
                        text.find("huggingface.co") != std::string_view::npos;
  if (!has_urls) candidates.skip_urls();
  scan_piece({text, 0, nullptr}, kind, candidates);
  return candidates.take();
}

}  // namespace oms
