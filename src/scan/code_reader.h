// Walks the tokens of a program, knows at each which call, keyword and constant it belongs to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scan/candidate_list.h"
#include "scan/code_tokens.h"

namespace oms {

enum class Language : std::uint8_t { python, javascript };

class CodeReader {
 public:
  CodeReader(const Piece& piece, const Tokens& tokens, Language language, CandidateList& candidates)
      : piece_(piece), tokens_(tokens.list), language_(language), candidates_(candidates) {}
  void run();

 private:
  enum class Form : std::uint8_t { file, group, call, list, subscript, object, block };
  struct Frame {
    Form form = Form::file;
    char close = 0;
    std::string_view owner = {};  // of a call, or of the call whose options an object holds
    std::string_view callee = {};
    const Rule* call = nullptr;        // of the callee
    std::string_view definition = {};  // the brackets hold the parameters of this function
    std::size_t parameters = 0;        // of them so far, without self
    bool options = false;              // an object that is an argument of the call
    bool other = false;                // no model stands in it
    std::size_t start = 0;             // token at which the present argument or statement begins
    std::size_t index = 0;             // of the argument
    std::string key = {};              // keyword, key or constant in front of the value; "" none
    std::string first_text = {};       // the first argument, when it is a string
    std::vector<std::size_t> found = {};
    std::string revision = {};
    std::string revision_name = {};
    bool dataset = false;
    std::vector<std::size_t> items = {};  // tokens of a list that are a value each
  };
  // What the place of a value says.
  struct Target {
    const Rule* call = nullptr;
    const Rule* key = nullptr;
    bool other = false;      // it is something else
    bool other_key = false;  // the name of its key says so, which the use of a constant overrules
    std::vector<std::string> names = {};  // of the constants that it becomes a part of
    const Rule* rule() const { return call != nullptr ? call : key; }
  };

  // code_frames.cpp
  void on_symbol(std::size_t i);
  void open(std::size_t i);
  Form form_at(std::size_t i) const;
  void name_call(Frame& frame, std::size_t i);
  void close(char symbol);
  void finish();
  void end_argument(std::size_t i);
  void end_statement(std::size_t i);
  void end_line(std::size_t i);
  void set_key(std::size_t i);
  std::string assigned_name(std::size_t from, std::size_t end) const;
  void match_items(const Frame& frame);

  // code_values.cpp
  void on_text(std::size_t i);
  void on_whole_text(std::size_t i, const Piece& text, const Target& target);
  void on_fragment(std::size_t i, const Piece& text, const Target& target);
  void remember(const Token& token, const Target& target);
  void on_name(std::size_t i);
  void begin_loop(std::size_t i);
  void end_parameter();
  std::size_t closing(std::size_t i) const;
  void use_name(std::string_view name);
  bool begins_value(std::size_t i) const;
  bool ends_value(std::size_t i) const;
  bool is_docstring(std::size_t i) const;
  Target target() const;
  bool look_at(const Frame& frame, bool in_list, Target& target) const;
  Piece piece_of(const Token& token) const;

  const Token& token(std::size_t i) const { return tokens_[std::min(i, tokens_.size() - 1)]; }
  const Token& before(std::size_t i) const;  // line ends left out
  Frame& top() { return frames_.back(); }
  const Frame& top() const { return frames_.back(); }

  Piece piece_;
  const std::vector<Token>& tokens_;
  Language language_;
  CandidateList& candidates_;
  std::vector<Frame> frames_ = {};
  std::size_t too_deep_ = 0;
  std::string_view class_ = {};  // the last that was defined
};

// Functions that hand a value on: os.getenv("MODEL", "a/b"), field(default="a/b").
bool hands_on(std::string_view callee, std::size_t index, std::string_view key);

}  // namespace oms
