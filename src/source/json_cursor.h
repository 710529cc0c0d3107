// Walks over JSON text by its grammar (RFC 8259), so that raw pieces of it can be copied and are
// known to be valid. simdjson does not serve here: On-Demand does not check what it passes over
// and gives up the whole text at the first fault; its DOM refuses whole numbers past 64 bits and
// lone surrogates, which both are valid JSON and come from the Hub's JavaScript as such.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace oms {

// The text must outlive the cursor. UTF-8 is not checked.
class JsonCursor {
 public:
  static constexpr int kDeepest = 64;  // levels; a card's front matter has about ten

  explicit JsonCursor(std::string_view text) : text_(text) {}

  // The next character that is no white space; '\0' at the end.
  char peek();
  bool at_end();
  // Passes `expected` if it is next.
  bool take(char expected);
  // Passes over one valid string or value; false at a fault, which is then near position().
  bool string();
  bool value();
  // Passes over an object or array that is broken or too deep, from its first bracket to the one
  // that closes it. False if none does: position() is the end of the text, or where the brackets go
  // wrong.
  bool balanced();

  std::size_t position() const { return at_; }
  void seek(std::size_t position) { at_ = position; }
  // The text from a position up to here.
  std::string_view since(std::size_t from) const { return text_.substr(from, at_ - from); }
  // White space passed so far, in characters.
  std::size_t spaces() const { return spaces_; }
  // Entering and leaving a level by hand; false when it is too deep.
  bool enter() { return ++depth_ <= kDeepest; }
  void leave() { --depth_; }

 private:
  bool escape();
  bool digits();
  bool number();
  bool word(std::string_view expected);
  bool array();
  bool object();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t spaces_ = 0;
  int depth_ = 0;
};

// Appends a valid piece of JSON without white space between its tokens.
void append_compact(std::string& out, std::string_view json);

}  // namespace oms
