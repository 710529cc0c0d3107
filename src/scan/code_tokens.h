// Python and JavaScript as names, strings and symbols; comments are gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "scan/piece.h"

namespace oms {

enum class TokenKind : std::uint8_t { name, text, symbol, newline, command, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text = {};  // of a string what is between the quotes, escapes as they stand
  std::size_t index = 0;       // of the text's first byte in the piece
  bool dynamic = false;        // a string with placeholders

  bool is(std::string_view symbol) const { return kind == TokenKind::symbol && text == symbol; }
  bool is_name(std::string_view name) const { return kind == TokenKind::name && text == name; }
};

struct Tokens {
  std::vector<Token> list = {};         // ends with one of kind end
  std::deque<std::string> joined = {};  // texts of strings that stand next to each other
};

// Adjacent strings are one, as in Python. Line ends count only outside of brackets. In a notebook a
// line that begins with '!' or '%' is a command.
enum class PythonFlavor { plain, notebook };
Tokens python_tokens(std::string_view text, PythonFlavor flavor);
// Templates are strings, regular expressions are nothing. A string ends with its line, so that an
// apostrophe in the text of a page does not swallow the rest.
Tokens javascript_tokens(std::string_view text);

bool is_name_start(char c);
bool is_name_byte(char c);
// How many bytes at `at` make one symbol.
std::size_t symbol_size(std::string_view text, std::size_t at);

}  // namespace oms
