#include "source/json_cursor.h"

#include <algorithm>
#include <array>

namespace oms {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Characters of a string that need no look: neither quote, backslash nor control character.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < plain.size(); ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

// Where the string that begins at `open` ends, behind its quote; npos when it does not.
std::size_t end_of_string(std::string_view text, std::size_t open) {
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

char JsonCursor::peek() {
  while (at_ < text_.size() && is_space(text_[at_])) {
    ++at_;
    ++spaces_;
  }
  return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonCursor::at_end() {
  peek();
  return at_ == text_.size();
}

bool JsonCursor::take(char expected) {
  if (peek() != expected || at_ == text_.size()) return false;
  ++at_;
  return true;
}

bool JsonCursor::escape() {
  if (++at_ == text_.size()) return false;
  const char c = text_[at_++];
  if (c != 'u') return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
  for (int i = 0; i < 4; ++i, ++at_) {
    if (at_ == text_.size() || !is_hex(text_[at_])) return false;
  }
  return true;
}

bool JsonCursor::string() {
  if (!take('"')) return false;
  while (at_ < text_.size()) {
    while (at_ < text_.size() && is_plain(text_[at_])) ++at_;
    if (at_ == text_.size()) return false;
    if (text_[at_] == '"') {
      ++at_;
      return true;
    }
    if (text_[at_] != '\\' || !escape()) return false;
  }
  return false;
}

bool JsonCursor::digits() {
  const std::size_t from = at_;
  while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  return at_ != from;
}

bool JsonCursor::number() {
  const auto next_is = [&](char c) { return at_ < text_.size() && text_[at_] == c; };
  if (next_is('-')) ++at_;
  if (next_is('0')) {
    ++at_;
  } else if (!digits()) {
    return false;
  }
  if (next_is('.')) {
    ++at_;
    if (!digits()) return false;
  }
  if (!next_is('e') && !next_is('E')) return true;
  ++at_;
  if (next_is('+') || next_is('-')) ++at_;
  return digits();
}

bool JsonCursor::word(std::string_view expected) {
  if (text_.substr(at_, expected.size()) != expected) return false;
  at_ += expected.size();
  return true;
}

bool JsonCursor::array() {
  take('[');
  if (take(']')) return true;
  do {
    if (!value()) return false;
  } while (take(','));
  return take(']');
}

bool JsonCursor::object() {
  take('{');
  if (take('}')) return true;
  do {
    if (!string() || !take(':') || !value()) return false;
  } while (take(','));
  return take('}');
}

bool JsonCursor::value() {
  const char first = peek();
  if (first == '"') return string();
  if (first == 't') return word("true");
  if (first == 'f') return word("false");
  if (first == 'n') return word("null");
  if (first != '{' && first != '[') return number();
  const bool valid = enter() && (first == '{' ? object() : array());
  leave();
  return valid;
}

bool JsonCursor::balanced() {
  std::string open;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '"') {
      at_ = std::min(end_of_string(text_, at_), text_.size());
      continue;
    }
    if (c == '{' || c == '[') {
      open += c == '{' ? '}' : ']';  // no recursion: as deep as the text is long
    } else if (c == '}' || c == ']') {
      if (open.empty() || open.back() != c) return false;
      open.pop_back();
    }
    ++at_;
    if (open.empty()) return true;
  }
  return false;
}

void append_compact(std::string& out, std::string_view json) {
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"') {
      const std::size_t end = std::min(end_of_string(json, i), json.size());
      out += json.substr(i, end - i);
      i = end - 1;
    } else if (!is_space(json[i])) {
      out += json[i];
    }
  }
}

}  // namespace oms
