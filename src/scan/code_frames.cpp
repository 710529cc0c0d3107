#include <algorithm>

#include "scan/code_reader.h"
#include "scan/code_scan.h"
#include "scan/command_words.h"
#include "scan/rule_lookup.h"
#include "scan/shell_scan.h"

namespace oms {
namespace {

constexpr std::size_t kDeepest = 500;  // brackets in brackets; deeper ones are skipped

constexpr std::string_view kKeywords =
    "if elif else while for in of and or not return yield await del lambda with switch catch case "
    "typeof except raise assert print from as is instanceof";
constexpr std::string_view kModifiers =
    "const let var export default static readonly public private protected declare global nonlocal "
    "final override";
constexpr std::string_view kReaders = "get getenv pop setdefault env getattr parametrize";

bool is_keyword(const Token& token) {
  return token.kind == TokenKind::name && is_one_of(kKeywords, token.text);
}

}  // namespace

void CodeReader::run() {
  frames_.push_back({});
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    switch (token(i).kind) {
      case TokenKind::symbol:
        on_symbol(i);
        break;
      case TokenKind::text:
        on_text(i);
        break;
      case TokenKind::name:
        on_name(i);
        break;
      case TokenKind::newline:
        end_line(i);
        break;
      case TokenKind::command:
        if (token(i).text.starts_with('!')) {
          scan_shell(piece_.part(token(i).index + 1, token(i).text.size() - 1), candidates_);
        }
        top().start = i + 1;
        break;
      case TokenKind::end:
        break;
    }
  }
  while (!frames_.empty()) finish();
}

const Token& CodeReader::before(std::size_t i) const {
  static const Token none = {TokenKind::newline, {}, 0, false};
  while (i > 0 && token(i - 1).kind == TokenKind::newline) --i;
  return i == 0 ? none : token(i - 1);
}

void CodeReader::on_symbol(std::size_t i) {
  const std::string_view symbol = token(i).text;
  if (symbol.size() > 1) {
    if (symbol == ":=") set_key(i);
    return;
  }
  switch (symbol[0]) {
    case '(':
    case '[':
    case '{':
      return open(i);
    case ')':
    case ']':
    case '}':
      return close(symbol[0]);
    case ',':
      return end_argument(i);
    case ';':
      return end_statement(i);
    case '=':
      return set_key(i);
    case ':':
      if (top().form == Form::object && i == top().start + 1) top().key = token(i - 1).text;
      return;
    default:
      return;
  }
}

CodeReader::Form CodeReader::form_at(std::size_t i) const {
  const Token& previous = before(i);
  const bool name = previous.kind == TokenKind::name && !is_keyword(previous);
  const bool value = name || previous.is(")") || previous.is("]") ||
                     previous.kind == TokenKind::text || previous.is("?.");
  switch (token(i).text[0]) {
    case '(':
      return name || previous.is("?.") ? Form::call : Form::group;
    case '[':
      return value ? Form::subscript : Form::list;
    default:
      break;
  }
  if (language_ == Language::python) return Form::object;
  const bool expression = previous.is("=") || previous.is(":") || previous.is("(") ||
                          previous.is("[") || previous.is(",") || previous.is("?") ||
                          previous.is("||") || previous.is("??") || previous.is_name("return");
  return expression ? Form::object : Form::block;
}

void CodeReader::name_call(Frame& frame, std::size_t i) {
  if (i == 0 || token(i - 1).kind != TokenKind::name) return;
  if (i > 1 && (token(i - 2).is_name("def") || token(i - 2).is_name("function") ||
                token(i - 2).is_name("class"))) {
    frame.form = Form::group;
    const bool makes = token(i - 1).is_name("__init__") || token(i - 1).is_name("constructor");
    if (!token(i - 2).is_name("class")) frame.definition = makes ? class_ : token(i - 1).text;
    return;
  }
  frame.callee = token(i - 1).text;
  const bool owned = i > 2 && token(i - 2).is(".") && token(i - 3).kind == TokenKind::name;
  if (owned) frame.owner = token(i - 3).text;
}

void CodeReader::open(std::size_t i) {
  if (frames_.size() > kDeepest) {
    ++too_deep_;
    return;
  }
  const char symbol = token(i).text[0];
  Frame frame;
  frame.form = form_at(i);
  frame.close = symbol == '(' ? ')' : symbol == '[' ? ']' : '}';
  frame.start = i + 1;
  const Frame& parent = top();
  frame.other = parent.other;
  if (frame.form == Form::list || frame.form == Form::object) {
    frame.other = frame.other || (!parent.key.empty() && is_other_key(parent.key));
  }
  if (frame.form == Form::call) {
    name_call(frame, i);
    frame.other = frame.other || is_other_call(frame.owner, frame.callee);
    if (!frame.callee.empty()) frame.call = find_call(frame.owner, frame.callee);
  }
  const Token& previous = before(i);
  if (frame.form == Form::object && parent.form == Form::call &&
      (previous.is("(") || previous.is(","))) {
    frame.options = true;
    frame.owner = parent.owner;
    frame.callee = parent.callee;
    frame.call = parent.call;
  }
  frames_.push_back(std::move(frame));
}

void CodeReader::close(char symbol) {
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  // A bracket that does not fit is one in the text of a page or in what is not understood.
  constexpr std::size_t kReach = 3;
  for (std::size_t depth = 1; depth <= kReach && depth < frames_.size(); ++depth) {
    if (frames_[frames_.size() - depth].close != symbol) continue;
    for (; depth > 0; --depth) finish();
    return;
  }
}

// What stands beside a model in the same call belongs to it.
void CodeReader::finish() {
  end_parameter();
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.form == Form::list) match_items(frame);
  for (const std::size_t number : frame.found) {
    if (frame.dataset) candidates_.drop(number);
    if (!frame.revision.empty()) candidates_.set_revision(number, frame.revision);
    if (!frame.revision_name.empty()) candidates_.set_revision_name(number, frame.revision_name);
  }
  if (frames_.empty()) return;
  const bool passes = frame.options || frame.form == Form::group || frame.form == Form::list ||
                      frame.form == Form::object || hands_on(frame.callee, frame.index, frame.key);
  if (!passes || top().form == Form::file || top().form == Form::block) return;
  top().found.insert(top().found.end(), frame.found.begin(), frame.found.end());
  if (!frame.options) return;
  top().dataset = top().dataset || frame.dataset;
  if (top().revision.empty()) top().revision = frame.revision;
}

// ["vllm", "serve", "a/b"] is a command.
void CodeReader::match_items(const Frame& frame) {
  if (frame.other) return;
  std::vector<Word> words;
  const bool has_program = !frames_.empty() && top().form == Form::call && top().index == 1 &&
                           top().key.empty() && !top().first_text.empty() &&
                           top().first_text.find('/') == std::string::npos;
  if (has_program) {  // spawn("vllm", ["serve", "a/b"])
    words.emplace_back();
    for (const char c : top().first_text) words.back().value.add(c, 0);
  }
  if (frame.items.size() + words.size() < 2) return;
  for (const std::size_t item : frame.items) {
    Word word;
    if (token(item).kind == TokenKind::name) {
      word.variable = token(item).text;
    } else {
      word.value.add(piece_of(token(item)));
      word.dynamic = token(item).dynamic;
    }
    words.push_back(std::move(word));
  }
  match_words(words, candidates_);
}

void CodeReader::end_argument(std::size_t i) {
  Frame& frame = top();
  if (frame.form == Form::file || frame.form == Form::block) return;
  end_parameter();
  ++frame.index;
  frame.key.clear();
  frame.start = i + 1;
  if (frame.index == 1 && is_one_of(kReaders, frame.callee)) frame.key = frame.first_text;
}

void CodeReader::end_statement(std::size_t i) {
  Frame& frame = top();
  if (frame.form == Form::call || frame.form == Form::group || frame.form == Form::list) return;
  frame.key.clear();
  frame.start = i + 1;
}

void CodeReader::end_line(std::size_t i) {
  if (language_ == Language::python) return end_statement(i);
  const Form form = top().form;
  if (form != Form::file && form != Form::block) {
    if (form == Form::object && top().start == i) top().start = i + 1;
    return;
  }
  constexpr std::string_view kGoesOn = "= : ( , + ? || ?? && => . |";
  constexpr std::string_view kWentOn = ". ? : || ?? + && | ?.";
  const Token& last = before(i);
  const Token& next = token(i + 1);
  if (last.kind == TokenKind::symbol && is_one_of(kGoesOn, last.text)) return;
  if (next.kind == TokenKind::symbol && is_one_of(kWentOn, next.text)) return;
  end_statement(i);
}

void CodeReader::set_key(std::size_t i) {
  Frame& frame = top();
  std::string name = assigned_name(frame.start, i);
  // parser.add_argument("--model-id", default="a/b")
  if (name == "default" && !frame.first_text.empty()) {
    name = frame.first_text.substr(
        std::min(frame.first_text.find_first_not_of('-'), frame.first_text.size()));
    std::replace(name.begin(), name.end(), '-', '_');
  }
  if (!name.empty()) frame.key = std::move(name);
}

// `const a: string =`, `self.a =`, `config["a"] =`, `a: str =`.
std::string CodeReader::assigned_name(std::size_t from, std::size_t end) const {
  const auto skip_lines = [&] {
    while (from < end && token(from).kind == TokenKind::newline) ++from;
  };
  skip_lines();
  while (from + 1 < end && token(from).kind == TokenKind::name &&
         token(from + 1).kind == TokenKind::name && is_one_of(kModifiers, token(from).text)) {
    ++from;
  }
  if (from >= end || token(from).kind != TokenKind::name) return {};
  std::string name(token(from++).text);
  while (from + 1 < end && token(from).is(".") && token(from + 1).kind == TokenKind::name) {
    name = token(from + 1).text;
    from += 2;
  }
  if (from + 2 < end && token(from).is("[") && token(from + 1).kind == TokenKind::text) {
    name = token(from + 1).text;
    from += 3;
  }
  if (from < end && token(from).is("?")) ++from;
  return from == end || token(from).is(":") ? name : std::string();
}

void scan_python(const Piece& text, CandidateList& candidates, PythonFlavor flavor) {
  if (!candidates.enter()) return candidates.leave();
  const Tokens tokens = python_tokens(text.text, flavor);
  CodeReader(text, tokens, Language::python, candidates).run();
  candidates.leave();
}

void scan_javascript(const Piece& text, CandidateList& candidates) {
  const Tokens tokens = javascript_tokens(text.text);
  CodeReader(text, tokens, Language::javascript, candidates).run();
}

}  // namespace oms
