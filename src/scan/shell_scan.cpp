#include "scan/shell_scan.h"

#include <algorithm>

#include "oms/base/text.h"
#include "oms/scan/scan_text.h"
#include "scan/code_scan.h"
#include "scan/scan_piece.h"
#include "scan/shell_words.h"

namespace oms {
namespace {

constexpr std::size_t kLongestName = 100;  // of a variable of make

// What a here-document is read as: by the program that gets it, or the file that it is written to.
std::optional<FileKind> kind_of_document(std::span<const Word> command) {
  std::optional<FileKind> kind;
  if (command.empty()) kind = FileKind::shell;  // RUN <<EOF
  for (const Word& word : command) {
    const std::string_view text = word.text();
    const std::string_view name = text.substr(text.rfind('/') + 1);
    if (name.starts_with("python")) return FileKind::python;
    if (name == "bash" || name == "sh" || name == "ssh") kind = FileKind::shell;
    if (const auto named = kind_by_name(name)) kind = named;
  }
  return kind;
}

// A file's lines, with those that a final backslash joins as one.
template <typename Use>
void for_each_logical_line(const Piece& piece, Use use) {
  const std::string_view text = piece.text;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    for (bool more = true; more && at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      const bool comment = trim(line).starts_with('#');
      more = line.ends_with('\\') || (comment && at > start);
      at = std::min(end + 1, text.size());
    }
    at = use(start, at);
  }
}

PlacedText make_as_shell(const Piece& piece) {
  PlacedText shell;
  for (std::size_t i = 0; i < piece.text.size(); ++i) {
    const std::string_view rest = piece.text.substr(i);
    if (rest.starts_with("$$")) {
      shell.add('$', piece.at(i++));
      continue;
    }
    const std::size_t close =
        rest.starts_with("$(") ? rest.substr(0, kLongestName).find(')') : std::string_view::npos;
    const bool variable = close != std::string_view::npos &&
                          rest.substr(0, close).find(' ') == std::string_view::npos;
    if (!variable) {
      shell.add(piece.text[i], piece.at(i));
      continue;
    }
    for (std::size_t k = 0; k <= close; ++k) {
      const char c = rest[k] == '(' ? '{' : rest[k] == ')' ? '}' : rest[k];
      shell.add(c, piece.at(i + k));
    }
    i += close;
  }
  return shell;
}

// NAME = value, NAME ?= value; whether the line was one.
bool scan_make_assignment(const Piece& line, CandidateList& candidates) {
  const std::size_t equals = line.text.find('=');
  if (equals == std::string_view::npos) return false;
  std::string_view name = line.text.substr(0, equals);
  while (!name.empty() && std::string_view(" \t:?+!").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  if (const std::size_t blank = name.rfind(' '); blank != std::string_view::npos) {
    name.remove_prefix(blank + 1);
  }
  if (name.empty() || name.find_first_of(":$/\"'") != std::string_view::npos) return false;
  const std::vector<Word> words = shell_words(line.part(equals + 1));
  if (words.size() == 1) {
    match_assignment(name, words.front(), candidates);
  } else {
    match_words(words, candidates);
  }
  return true;
}

// One instruction of a container file without its comments and line ends.
PlacedText instruction_text(const Piece& piece) {
  PlacedText joined;
  std::size_t at = 0;
  while (at < piece.text.size()) {
    const std::size_t end = std::min(piece.text.find('\n', at), piece.text.size());
    std::string_view line = piece.text.substr(at, end - at);
    if (at == 0 || !trim(line).starts_with('#')) {
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.ends_with('\\')) line.remove_suffix(1);
      joined.add(piece.part(at, line.size()));
      joined.add(' ', piece.at(at));
    }
    at = end + 1;
  }
  return joined;
}

// "RUN <<EOF": the lines up to EOF belong to the instruction. The index behind them.
std::size_t document_end(std::string_view text, std::string_view instruction, std::size_t at) {
  const std::size_t mark = instruction.find("<<");
  if (mark == std::string_view::npos) return at;
  std::string_view word = instruction.substr(mark + 2);
  word.remove_prefix(std::min(word.find_first_not_of("-\"'"), word.size()));
  word = word.substr(0, word.find_first_of("\"' \n\r\\&;|>"));
  while (!word.empty() && at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
    if (line == word) break;
  }
  return at;
}

void scan_environment(const Piece& rest, CandidateList& candidates) {
  PlacedText text;
  text.add(rest);
  const std::size_t blank = text.text.find_first_of(" \t");
  if (blank < text.text.find('=')) text.text[blank] = '=';  // ENV NAME value
  scan_shell(text.piece(), candidates);
}

void scan_instruction(std::string_view word, const Piece& rest, CandidateList& candidates) {
  const std::string name = fold(word);
  if (name == "env" || name == "arg") return scan_environment(rest, candidates);
  if (name == "run" || name == "cmd" || name == "entrypoint" || name == "healthcheck") {
    std::size_t start = std::min(rest.text.find_first_not_of(" \t"), rest.text.size());
    while (name == "run" && rest.text.substr(start).starts_with("--")) {  // RUN --mount=…
      start = std::min(rest.text.find(' ', start), rest.text.size());
      start = std::min(rest.text.find_first_not_of(" \t", start), rest.text.size());
    }
    const Piece command = rest.part(start);
    if (command.text.starts_with('[')) return scan_javascript(command, candidates);
    return scan_shell(command, candidates);
  }
  candidates.add_urls(rest);
}

}  // namespace

void scan_shell(const Piece& text, CandidateList& candidates) {
  if (!candidates.enter()) return candidates.leave();
  ShellListener listener;
  listener.command = [&](std::span<const Word> words) { match_words(words, candidates); };
  listener.document = [&](const HereDocument& document) {
    const auto kind = kind_of_document(document.command);
    if (kind) {
      scan_piece(document.body, *kind, candidates);
    } else {
      candidates.add_urls(document.body);
    }
  };
  read_shell(text, listener);
  candidates.leave();
}

void scan_makefile(const Piece& text, CandidateList& candidates) {
  for_each_logical_line(text, [&](std::size_t start, std::size_t end) {
    const PlacedText line = make_as_shell(text.part(start, end - start));
    const Piece piece = line.piece();
    if (piece.text.starts_with('\t')) {
      const std::size_t command = piece.text.find_first_not_of("\t@-+ ");
      if (command != std::string_view::npos) scan_shell(piece.part(command), candidates);
    } else if (!piece.text.starts_with('#')) {
      scan_make_assignment(piece, candidates);
    }
    return end;
  });
}

void scan_dockerfile(const Piece& text, CandidateList& candidates) {
  for_each_logical_line(text, [&](std::size_t start, std::size_t end) {
    const std::string_view line = text.text.substr(start, end - start);
    std::size_t word = std::min(line.find_first_not_of(" \t\n\r"), line.size());
    if (line.substr(word).starts_with("ONBUILD ")) word += 8;
    if (word == line.size() || line[word] == '#') return end;
    const std::size_t word_end = std::min(line.find_first_of(" \t\n", word), line.size());
    const std::string_view name = line.substr(word, word_end - word);
    const std::size_t behind = document_end(text.text, line, end);
    if (behind > end) {
      scan_instruction(name, text.part(start + word_end, behind - start - word_end), candidates);
      return behind;
    }
    const PlacedText rest = instruction_text(text.part(start + word_end, end - start - word_end));
    const std::size_t first = std::min(rest.text.find_first_not_of(' '), rest.text.size());
    scan_instruction(name, rest.piece().part(first), candidates);
    return end;
  });
}

}  // namespace oms
