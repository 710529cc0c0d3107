#include <algorithm>

#include "oms/base/text.h"
#include "scan/code_reader.h"
#include "scan/command_words.h"
#include "scan/rule_lookup.h"
#include "scan/shell_scan.h"

namespace oms {
namespace {

struct HandsOn {
  std::string_view callees = {};
  std::size_t index = 0;
  std::string_view keyword = {};
};
constexpr HandsOn kHandsOn[] = {
    {"get getenv pop setdefault getattr", 1, "default"},
    {"field Field Option Argument Query", 0, "default"},
    {"str String Literal cast Param enumerate sorted list tuple set zip tqdm", 0, "value"},
    {"add_argument option config env environ", 9, "default"},
};

// A '/' that is not inside of a placeholder, in what is no path of this machine.
bool names_owner(std::string_view text) {
  if (text.empty() || text.front() == '/' || text.front() == '.' || text.front() == '~') {
    return false;
  }
  std::size_t depth = 0;
  std::size_t slashes = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && depth > 0) --depth;
    if (c == '/' && depth == 0) ++slashes;
    if (c == '\n' || c == ' ') return false;
  }
  return slashes == 1;
}

bool is_revision_key(std::string_view key) {
  if (key.empty()) return false;
  return is_one_of("revision model_revision code_revision rev commit_hash commit sha",
                   snake_case(key));
}

std::string argument_name(std::string_view function, std::size_t index) {
  return std::string(function) + "#" + std::to_string(index);
}

bool is_kind_key(std::string_view key) { return is_one_of("repo_type type", snake_case(key)); }

}  // namespace

bool hands_on(std::string_view callee, std::size_t index, std::string_view key) {
  return std::any_of(std::begin(kHandsOn), std::end(kHandsOn), [&](const HandsOn& row) {
    return (index == row.index || key == row.keyword) && is_one_of(row.callees, callee);
  });
}

// The brackets around the value, from the inside; true: those around them matter as well.
bool CodeReader::look_at(const Frame& frame, bool in_list, Target& target) const {
  target.other = target.other || frame.other;
  target.other_key = target.other_key || (!frame.key.empty() && is_other_key(frame.key));
  if (frame.form == Form::subscript) return false;
  const bool by_position = frame.form == Form::call && frame.key.empty();
  if (frame.call != nullptr && !in_list && (by_position || !frame.key.empty()) &&
      takes_argument(*frame.call, frame.index, frame.key)) {
    target.call = frame.call;
    target.other = frame.other;
    target.other_key = false;  // `repo` of a call of the Hub is no repository of source code
  }
  if (!frame.key.empty()) {
    target.names.push_back(frame.key);
    if (target.key == nullptr) target.key = find_key(frame.key);
  }
  if (target.call != nullptr) return false;
  if (frame.form == Form::file || frame.form == Form::block) return false;
  if (frame.form == Form::call) {
    if (by_position && !frame.callee.empty()) {
      target.names.push_back(argument_name(frame.callee, frame.index));
    }
    return hands_on(frame.callee, frame.index, frame.key);
  }
  return true;
}

CodeReader::Target CodeReader::target() const {
  Target target;
  bool in_list = false;
  constexpr std::ptrdiff_t kReach = 8;
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame - frames_.rbegin() >= kReach) break;
    if (!look_at(*frame, in_list, target)) break;
    const bool named = frame->form == Form::object && (frame->key == "name" || frame->options);
    if (frame->form == Form::list || (frame->form == Form::object && !named)) in_list = true;
  }
  return target;
}

Piece CodeReader::piece_of(const Token& token) const {
  const char* begin = piece_.text.data();
  const bool inside = token.text.data() >= begin &&
                      token.text.data() + token.text.size() <= begin + piece_.text.size();
  if (inside) return piece_.part(token.index, token.text.size());
  return {token.text, piece_.at(token.index), nullptr};  // joined: placed by its first part
}

bool CodeReader::begins_value(std::size_t i) const {
  const Token& previous = before(i);
  if (previous.kind == TokenKind::newline) return true;
  if (previous.kind == TokenKind::symbol) {
    constexpr std::string_view kOne = "(,[{=:?;";
    if (previous.text.size() == 1) return kOne.find(previous.text[0]) != std::string_view::npos;
    return is_one_of(":= || ?? =>", previous.text);
  }
  return previous.kind == TokenKind::name &&
         is_one_of("or else return await yield in of default", previous.text);
}

bool CodeReader::ends_value(std::size_t i) const {
  const Token& next = token(i + 1);
  if (next.kind == TokenKind::newline || next.kind == TokenKind::end) return true;
  if (next.kind == TokenKind::symbol) {
    constexpr std::string_view kOne = "),]}:;?";
    if (next.text.size() == 1) return kOne.find(next.text[0]) != std::string_view::npos;
    return is_one_of("|| ??", next.text);
  }
  return next.kind == TokenKind::name && is_one_of("or if else for as satisfies", next.text);
}

// A string that is a statement of its own.
bool CodeReader::is_docstring(std::size_t i) const {
  if (language_ != Language::python || top().form != Form::file) return false;
  const bool alone_before = i == 0 || token(i - 1).kind == TokenKind::newline;
  const bool alone_behind =
      token(i + 1).kind == TokenKind::newline || token(i + 1).kind == TokenKind::end;
  return alone_before && alone_behind;
}

void CodeReader::on_text(std::size_t i) {
  const Token& text = token(i);
  if (is_docstring(i)) return;
  const Token& previous = before(i);
  if (language_ == Language::javascript &&
      (previous.is_name("from") || previous.is_name("import"))) {
    return;
  }
  const Target place = target();
  const bool whole = begins_value(i) && ends_value(i);
  if (whole) remember(text, place);
  if (place.other) return;
  const Piece piece = piece_of(text);
  if (whole && top().form == Form::list) top().items.push_back(i);
  if (candidates_.add_urls(piece, &top().found)) return;
  if (text.text.find_first_of(" \n") != std::string_view::npos) {
    if (whole && looks_like_command(text.text)) scan_shell(piece, candidates_);
  } else if (whole && !text.dynamic) {
    on_whole_text(i, piece, place);
  } else {
    on_fragment(i, piece, place);
  }
}

void CodeReader::on_whole_text(std::size_t i, const Piece& text, const Target& place) {
  std::size_t number = kNothing;
  const bool is_key = token(i + 1).is(":") && top().form == Form::object && top().key.empty();
  if (is_key) {
    number = candidates_.add_weak(text);
  } else if (place.call != nullptr) {
    number = candidates_.add_strong(text, *place.call);
  } else if (!place.names.empty()) {
    number = candidates_.add_constant(text, place.names, place.other_key ? nullptr : place.key);
    if (place.other_key) candidates_.require_use(number);
  } else {
    number = candidates_.add_weak(text);
  }
  if (number != kNothing) top().found.push_back(number);
}

// A part of what is put together at run time.
void CodeReader::on_fragment(std::size_t i, const Piece& text, const Target& place) {
  const bool part = token(i).dynamic || before(i).is("+") || token(i + 1).is("+") ||
                    token(i + 1).is("%") || token(i + 1).is(".");
  const Rule* rule = place.rule();
  if (part && rule != nullptr && names_owner(text.text)) {
    candidates_.add_dynamic(text, *rule);
  } else if (!token(i).dynamic) {
    candidates_.add_weak(text);
  }
}

void CodeReader::remember(const Token& text, const Target& place) {
  Frame& frame = top();
  const bool flag = text.text.starts_with("--") && !frame.first_text.starts_with("--");
  if (frame.form == Form::call && frame.key.empty() && (frame.index == 0 || flag)) {
    frame.first_text = text.text;
  }
  if (text.dynamic) return;
  if (is_revision_key(frame.key)) frame.revision = text.text;
  if ((text.text == "dataset" || text.text == "space") && is_kind_key(frame.key)) {
    frame.dataset = true;
  }
  for (const std::string& name : place.names) candidates_.set_text(name, text.text);
}

void CodeReader::use_name(std::string_view name) {
  const Target place = target();
  if (place.other || place.other_key) candidates_.use_constant(name, nullptr);
  if (place.other) return;
  if (place.call != nullptr) return candidates_.use_constant(name, place.call);
  for (const std::string& to : place.names) candidates_.pass_constant(name, to);
}

// The bracket that closes the one at `i`, or `i` itself when it is not near.
std::size_t CodeReader::closing(std::size_t i) const {
  constexpr std::size_t kReach = 20;
  std::size_t depth = 0;
  for (std::size_t at = i; at < i + kReach; ++at) {
    if (token(at).is("(") || token(at).is("[")) ++depth;
    if ((token(at).is(")") || token(at).is("]")) && --depth == 0) return at;
  }
  return i;
}

// What is given by position to a function of the same file goes on to its parameter.
void CodeReader::end_parameter() {
  Frame& frame = top();
  if (frame.definition.empty()) return;
  std::size_t at = frame.start;
  while (token(at).is("*") || token(at).is("**") || token(at).kind == TokenKind::newline) ++at;
  const std::string_view name = token(at).text;
  if (token(at).kind != TokenKind::name || name == "self" || name == "cls") return;
  candidates_.pass_constant(argument_name(frame.definition, frame.parameters++), name);
}

// for NAME in …, for A, NAME in …, for (const NAME of …)
void CodeReader::begin_loop(std::size_t i) {
  if (i < 2 || token(i - 1).kind != TokenKind::name) return;
  std::size_t word = i - 2;
  while (word > 1 && token(word).is(",") && token(word - 1).kind == TokenKind::name) word -= 2;
  if (token(word).is_name("for") || token(word).is_name("const") || token(word).is_name("let")) {
    top().key = token(i - 1).text;
  }
}

void CodeReader::on_name(std::size_t i) {
  Frame& frame = top();
  const std::string_view name = token(i).text;
  if (name == "in" || name == "of") return begin_loop(i);
  if (i > 0 && token(i - 1).is_name("class")) class_ = name;
  if (frame.form == Form::object && token(i + 1).is(":") && i == frame.start) return;
  if (frame.callee.empty() && frame.key.empty() && frame.form != Form::list) return;
  if (!begins_value(i)) return;
  std::size_t last = i;
  while ((token(last + 1).is(".") || token(last + 1).is("?.")) &&
         token(last + 2).kind == TokenKind::name) {
    last += 2;
  }
  std::string_view used = token(last).text;
  if (last > i + 1 && is_one_of("items values keys get", used) && token(last + 1).is("(")) {
    used = token(last - 2).text;
    last = closing(last + 1);
  }
  if (token(last + 1).is("[")) {
    const bool by_text = token(last + 2).kind == TokenKind::text && token(last + 3).is("]");
    if (by_text) used = token(last + 2).text;
    last = closing(last + 1);
  }
  if (!ends_value(last)) return;
  if (is_revision_key(frame.key)) frame.revision_name = used;
  if (frame.form == Form::list && last == i) frame.items.push_back(i);
  use_name(used);
}

}  // namespace oms
