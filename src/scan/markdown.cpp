#include "scan/markdown.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "scan/command_words.h"
#include "scan/rule_lookup.h"
#include "scan/scan_piece.h"
#include "scan/shell_scan.h"

namespace oms {
namespace {

struct Name {
  std::string_view words = {};
  FileKind kind = FileKind::python;
};
// The word behind a fence.
constexpr std::array<Name, 9> kNames = {{
    {"python py python3 pycon ipython", FileKind::python},
    {"bash sh shell zsh console shell-session terminal cmd shellsession", FileKind::shell},
    {"js javascript ts typescript jsx tsx mjs", FileKind::javascript},
    {"yaml yml", FileKind::yaml},
    {"json jsonc json5", FileKind::json},
    {"toml", FileKind::toml},
    {"dockerfile docker modelfile", FileKind::dockerfile},
    {"make makefile", FileKind::makefile},
    {"env dotenv", FileKind::environment},
}};

std::optional<FileKind> kind_of_block(std::string_view word, std::string_view code) {
  const std::string folded = fold(word);
  for (const Name& name : kNames) {
    if (!folded.empty() && is_one_of(name.words, folded)) return name.kind;
  }
  if (code.find("from_pretrained(") != std::string_view::npos || code.starts_with("from ") ||
      code.starts_with("import ")) {
    return FileKind::python;
  }
  const std::size_t prompt = code.starts_with("$ ") ? 2 : 0;
  if (folded.empty() && looks_like_command(code.substr(prompt))) return FileKind::shell;
  return std::nullopt;
}

// A session shows what was typed behind a prompt, and then what came of it.
PlacedText typed_lines(const Piece& code) {
  constexpr std::string_view kPrompts[] = {">>> ", "... ", "$ "};
  PlacedText typed;
  bool goes_on = false;
  for (std::size_t at = 0; at < code.text.size();) {
    const std::size_t end = std::min(code.text.find('\n', at), code.text.size() - 1) + 1;
    const Piece line = code.part(at, end - at);
    const auto* prompt = std::find_if(std::begin(kPrompts), std::end(kPrompts),
                                      [&](auto text) { return line.text.starts_with(text); });
    if (prompt != std::end(kPrompts)) {
      typed.add(line.part(prompt->size()));
    } else if (goes_on) {
      typed.add(line);
    }
    goes_on = (prompt != std::end(kPrompts) || goes_on) && trim(line.text).ends_with('\\');
    at = end;
  }
  return typed;
}

class MarkdownReader {
 public:
  MarkdownReader(const Piece& piece, CandidateList& candidates)
      : piece_(piece), text_(piece.text), candidates_(candidates) {}

  void read() {
    if (text_.starts_with("---\n") || text_.starts_with("---\r\n")) read_front_matter();
    while (at_ < text_.size()) read_line();
  }

 private:
  std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }

  void read_front_matter() {
    const std::size_t end = text_.find("\n---", 3);
    if (end == std::string_view::npos) return;
    scan_piece(piece_.part(4, end - 3), FileKind::yaml, candidates_);
    at_ = end + 4;
  }

  void read_line() {
    const std::size_t end = line_end();
    std::string_view line = text_.substr(at_, end - at_);
    const std::size_t mark = line.find_first_not_of(" \t>*-+0123456789.");
    const std::string_view rest = mark == std::string_view::npos ? "" : line.substr(mark);
    if (rest.starts_with("```") || rest.starts_with("~~~")) return read_block(rest);
    const bool indented = line.starts_with("    ") || line.starts_with('\t');
    if (indented && looks_like_command(line)) {
      scan_shell(piece_.part(at_, end - at_), candidates_);
    } else {
      read_prose(piece_.part(at_, end - at_));
    }
    at_ = end + 1;
  }

  void read_block(std::string_view fence) {
    const std::size_t size = fence.find_first_not_of(fence[0]);
    const std::string_view mark = fence.substr(0, size);
    std::string_view word = fence.substr(mark.size());
    word.remove_prefix(std::min(word.find_first_not_of(" {.\r"), word.size()));
    word = word.substr(0, word.find_first_of(" ,}:\r\t"));
    const std::size_t start = std::min(line_end() + 1, text_.size());
    std::size_t end = start;
    for (at_ = start; at_ < text_.size(); at_ = end) {
      const std::string_view line = trim(text_.substr(at_, line_end() - at_));
      end = std::min(line_end() + 1, text_.size());
      if (line.starts_with(mark) && line.find_first_not_of(mark[0]) == std::string_view::npos) {
        read_code(word, piece_.part(start, at_ - start));
        at_ = end;
        return;
      }
    }
    read_code(word, piece_.part(start));
    at_ = text_.size();
  }

  void read_code(std::string_view word, const Piece& code) {
    const auto kind = kind_of_block(word, code.text);
    if (!kind) {
      candidates_.add_urls(code);
      return;
    }
    const PlacedText typed = typed_lines(code);
    scan_piece(typed.text.empty() ? code : typed.piece(), *kind, candidates_);
  }

  // Addresses, and `code`.
  void read_prose(Piece line) {
    line = without_comment(line);
    std::size_t from = 0;
    while (true) {
      const std::size_t open = line.text.find('`', from);
      const std::size_t close =
          open == std::string_view::npos ? open : line.text.find('`', open + 1);
      if (close == std::string_view::npos) break;
      const Piece code = line.part(open + 1, close - open - 1);
      if (looks_like_command(code.text)) {
        scan_shell(code, candidates_);
      } else {
        candidates_.add_weak(code);
      }
      from = close + 1;
    }
    candidates_.add_urls(line);
  }

  // Comments of HTML are not shown to the reader.
  Piece without_comment(const Piece& line) {
    std::size_t from = 0;
    if (in_comment_) {
      const std::size_t end = line.text.find("-->");
      if (end == std::string_view::npos) return line.part(0, 0);
      in_comment_ = false;
      from = end + 3;
    }
    const std::size_t start = line.text.find("<!--", from);
    if (start == std::string_view::npos) return line.part(from);
    in_comment_ = line.text.find("-->", start) == std::string_view::npos;
    return line.part(from, start - from);
  }

  Piece piece_;
  std::string_view text_;
  CandidateList& candidates_;
  std::size_t at_ = 0;
  bool in_comment_ = false;
};

}  // namespace

void scan_markdown(const Piece& text, CandidateList& candidates) {
  MarkdownReader(text, candidates).read();
}

}  // namespace oms
