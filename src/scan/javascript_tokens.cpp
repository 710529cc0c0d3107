#include "scan/code_tokens.h"

#include <algorithm>

namespace oms {
namespace {

constexpr std::size_t kLongestRegex = 2000;
constexpr std::size_t kLongestLine = 10'000;  // of text with an apostrophe in it

class JavascriptReader {
 public:
  explicit JavascriptReader(std::string_view text) : text_(text) {}

  Tokens read() {
    if (text_.starts_with("#!")) skip_line();
    while (at_ < text_.size()) step();
    tokens_.list.push_back({TokenKind::end, {}, text_.size(), false});
    return std::move(tokens_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\n') return end_line();
    if (c == ' ' || c == '\t' || c == '\r') return skip(1);
    if (c == '/' && starts("//") && !behind_scheme()) return skip_line();
    if (c == '/' && starts("/*")) return skip_comment();
    if (c == '/' && regex_may_start() && skip_regex()) return;
    if (c == '"' || c == '\'') return read_string();
    if (c == '`') return read_template();
    if (is_name_start(c)) return read_name();
    add(TokenKind::symbol, symbol_size(text_, at_));
  }

  bool starts(std::string_view start) const { return text_.substr(at_).starts_with(start); }
  void skip(std::size_t size) { at_ += size; }
  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }
  void skip_comment() {
    const std::size_t end = text_.find("*/", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + 2;
  }
  // "https://…" in the text of a page begins no comment.
  bool behind_scheme() const { return at_ > 0 && text_[at_ - 1] == ':'; }

  const Token* last() const { return tokens_.list.empty() ? nullptr : &tokens_.list.back(); }
  void add(TokenKind kind, std::size_t size) {
    tokens_.list.push_back({kind, text_.substr(at_, size), at_, false});
    at_ += size;
  }
  void end_line() {
    if (last() != nullptr && last()->kind != TokenKind::newline) {
      return add(TokenKind::newline, 1);
    }
    skip(1);
  }

  bool regex_may_start() const {
    if (last() == nullptr || last()->kind == TokenKind::newline) return true;
    if (last()->is_name("return") || last()->is_name("case")) return true;
    if (last()->kind != TokenKind::symbol) return false;
    return !last()->is(")") && !last()->is("]") && !last()->is("}") && !last()->is("<") &&
           !last()->is(">");
  }
  bool skip_regex() {
    bool in_class = false;
    const std::size_t limit = std::min(text_.size(), at_ + kLongestRegex);
    for (std::size_t end = at_ + 1; end < limit && text_[end] != '\n'; ++end) {
      const char c = text_[end];
      if (c == '\\') {
        ++end;
      } else if (c == '[') {
        in_class = true;
      } else if (c == ']') {
        in_class = false;
      } else if (c == '/' && !in_class) {
        at_ = end + 1;
        return true;
      }
    }
    return false;
  }

  void read_name() {
    std::size_t end = at_;
    while (end < text_.size() && is_name_byte(text_[end])) ++end;
    add(TokenKind::name, end - at_);
  }

  void read_string() {
    const char quote = text_[at_];
    const std::size_t start = at_ + 1;
    std::size_t end = start;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2U : 1U;
    }
    if (end >= text_.size() || text_[end] != quote) {
      return skip(end - start < kLongestLine ? 1 : end - at_);  // an apostrophe
    }
    tokens_.list.push_back({TokenKind::text, text_.substr(start, end - start), start, false});
    at_ = end + 1;
  }

  // Behind the '}' that closes the placeholder which begins at `at`.
  std::size_t placeholder_end(std::size_t at) const {
    std::size_t depth = 0;
    for (; at < text_.size(); ++at) {
      if (text_[at] == '{') ++depth;
      if (text_[at] == '}' && --depth == 0) return at + 1;
    }
    return at;
  }

  void read_template() {
    const std::size_t start = at_ + 1;
    std::size_t end = start;
    bool dynamic = false;
    while (end < text_.size() && text_[end] != '`') {
      if (text_[end] == '$' && text_.substr(end, 2) == "${") {
        dynamic = true;
        end = placeholder_end(end + 1);
      } else {
        end += text_[end] == '\\' ? 2U : 1U;
      }
    }
    end = end > text_.size() ? text_.size() : end;
    tokens_.list.push_back({TokenKind::text, text_.substr(start, end - start), start, dynamic});
    at_ = end + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Tokens tokens_ = {};
};

}  // namespace

Tokens javascript_tokens(std::string_view text) { return JavascriptReader(text).read(); }

}  // namespace oms
