#include <algorithm>

#include "oms/base/text.h"
#include "scan/code_tokens.h"

namespace oms {

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool is_name_byte(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }

std::size_t symbol_size(std::string_view text, std::size_t at) {
  constexpr std::string_view kPairs[] = {"==", "!=", "<=", ">=", "+=", ":=", "->",
                                         "=>", "||", "??", "&&", "**", "//", "?."};
  for (const std::string_view pair : kPairs) {
    if (text.substr(at, 2) == pair) return 2;
  }
  return 1;
}

namespace {

class PythonReader {
 public:
  PythonReader(std::string_view text, PythonFlavor flavor) : text_(text), flavor_(flavor) {}

  Tokens read() {
    while (at_ < text_.size()) step();
    tokens_.list.push_back({TokenKind::end, {}, text_.size(), false});
    return std::move(tokens_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\n') return end_line();
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f') return skip(1);
    if (c == '\\') return skip(2);
    if (c == '#') return skip_line();
    if (at_line_start() && flavor_ == PythonFlavor::notebook && (c == '!' || c == '%')) {
      return read_command();
    }
    if (c == '"' || c == '\'') return read_string(at_, false);
    if (is_name_start(c)) return read_name();
    if (c >= '0' && c <= '9') return read_number();
    const std::size_t size = symbol_size(text_, at_);
    if (c == '(' || c == '[' || c == '{') ++depth_;
    if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
    add(TokenKind::symbol, size);
  }

  void skip(std::size_t size) { at_ += size; }
  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }
  void add(TokenKind kind, std::size_t size) {
    tokens_.list.push_back({kind, text_.substr(at_, size), at_, false});
    at_ += size;
  }
  bool at_line_start() const {
    return depth_ == 0 && (tokens_.list.empty() || tokens_.list.back().kind == TokenKind::newline);
  }
  void end_line() {
    if (depth_ == 0 && !at_line_start()) return add(TokenKind::newline, 1);
    skip(1);
  }
  void read_command() {
    const std::size_t start = at_;
    skip_line();
    tokens_.list.push_back({TokenKind::command, text_.substr(start, at_ - start), start, false});
  }

  void read_name() {
    std::size_t end = at_;
    while (end < text_.size() && is_name_byte(text_[end])) ++end;
    const std::string_view name = text_.substr(at_, end - at_);
    const bool quoted = end < text_.size() && (text_[end] == '"' || text_[end] == '\'');
    constexpr std::size_t kLongestPrefix = 2;
    if (quoted && name.size() <= kLongestPrefix &&
        fold(name).find_first_not_of("rbuft") == std::string::npos) {
      const std::string prefix = fold(name);
      return read_string(end, prefix.find_first_of("ft") != std::string::npos);
    }
    add(TokenKind::name, end - at_);
  }

  void read_number() {
    std::size_t end = at_;
    while (end < text_.size() && (is_name_byte(text_[end]) || text_[end] == '.')) ++end;
    add(TokenKind::symbol, end - at_);
  }

  void read_string(std::size_t quote_at, bool formatted) {
    const char quote = text_[quote_at];
    const std::string_view triple = text_.substr(quote_at, 3);
    const bool is_triple = triple.size() == 3 && triple[1] == quote && triple[2] == quote;
    const std::size_t start = quote_at + (is_triple ? 3 : 1);
    std::size_t end = start;
    while (end < text_.size()) {
      const char c = text_[end];
      if (c == '\\') {
        end += 2;
        continue;
      }
      if (!is_triple && (c == quote || c == '\n')) break;
      if (is_triple && c == quote && text_.substr(end, 3) == triple) break;
      ++end;
    }
    end = end > text_.size() ? text_.size() : end;
    const bool closed = end < text_.size() && text_[end] == quote;
    const std::string_view content = text_.substr(start, end - start);
    at_ = end + (closed ? (is_triple ? 3 : 1) : 0);
    add_string({TokenKind::text, content, start, formatted && has_placeholder(content)});
  }

  static bool has_placeholder(std::string_view content) {
    for (std::size_t i = 0; i < content.size(); ++i) {
      if (content[i] != '{') continue;
      if (i + 1 >= content.size() || content[i + 1] != '{') return true;
      ++i;
    }
    return false;
  }

  void add_string(const Token& token) {
    if (!tokens_.list.empty() && tokens_.list.back().kind == TokenKind::text) {
      Token& last = tokens_.list.back();
      const bool joined =
          !tokens_.joined.empty() && last.text.data() == tokens_.joined.back().data();
      if (!joined) tokens_.joined.emplace_back(last.text);
      last.text = tokens_.joined.back() += token.text;
      last.dynamic = last.dynamic || token.dynamic;
      return;
    }
    tokens_.list.push_back(token);
  }

  std::string_view text_;
  PythonFlavor flavor_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  Tokens tokens_ = {};
};

}  // namespace

Tokens python_tokens(std::string_view text, PythonFlavor flavor) {
  return PythonReader(text, flavor).read();
}

}  // namespace oms
