#include "scan/shell_words.h"

#include <algorithm>

namespace oms {
namespace {

constexpr std::size_t kDeepest = 20;       // $( ) in $( )
constexpr std::size_t kMostDocuments = 4;  // of one command

bool is_variable_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class ShellReader {
 public:
  ShellReader(const Piece& piece, const ShellListener& listener, std::size_t depth)
      : piece_(piece), text_(piece.text), listener_(listener), depth_(depth) {}

  void read() {
    while (at_ < text_.size()) step();
    end_command();
  }

 private:
  void step() {
    const char c = text_[at_];
    switch (c) {
      case ' ':
      case '\t':
      case '\r':
        end_word();
        ++at_;
        return;
      case '\n':
        end_command();
        ++at_;
        return read_documents();
      case ';':
      case '|':
      case '&':
      case '(':
      case ')':
        end_command();
        ++at_;
        return;
      case '>':
        end_word();
        ++at_;
        return;
      case '<':
        return read_redirection();
      case '#':
        if (!in_word_) return skip_line();
        return take(1);
      case '\\':
        return read_escape();
      case '\'':
        return read_single_quotes();
      case '"':
        return read_double_quotes();
      case '$':
        return read_dollar();
      case '`':
        return read_backquotes();
      default:
        return take(1);
    }
  }

  void take(std::size_t size) {
    in_word_ = true;
    ++parts_;
    for (; size > 0 && at_ < text_.size(); --size, ++at_)
      word_.value.add(text_[at_], piece_.at(at_));
  }
  void end_word() {
    if (in_word_) {
      if (parts_ != 1) word_.variable.clear();
      words_.push_back(std::move(word_));
    }
    word_ = {};
    in_word_ = false;
    parts_ = 0;
  }
  void end_command() {
    end_word();
    for (Pending& pending : pending_) {
      if (pending.command.empty()) pending.command = words_;
    }
    if (!words_.empty() && listener_.command) listener_.command(words_);
    words_.clear();
  }
  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void read_escape() {
    ++at_;
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
      return;
    }
    take(1);
  }

  void read_single_quotes() {
    const std::size_t end = std::min(text_.find('\'', at_ + 1), text_.size());
    ++at_;
    in_word_ = true;
    if (at_ < end) take(end - at_);
    at_ = end + 1;
  }

  void read_double_quotes() {
    ++at_;
    in_word_ = true;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '$') {
        read_dollar();
      } else if (text_[at_] == '`') {
        read_backquotes();
      } else {
        const bool escaped =
            text_[at_] == '\\' && at_ + 1 < text_.size() &&
            std::string_view("\"\\$`\n").find(text_[at_ + 1]) != std::string_view::npos;
        if (escaped) ++at_;
        if (escaped && text_[at_] == '\n') {
          ++at_;
          continue;
        }
        take(1);
      }
    }
    ++at_;
  }

  // The index behind the bracket that closes the one at `from`.
  std::size_t closing(std::size_t from, char open, char close) const {
    std::size_t depth = 0;
    for (std::size_t i = from; i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == open) {
        ++depth;
      } else if (text_[i] == close && --depth == 0) {
        return i + 1;
      }
    }
    return text_.size();
  }

  void add_dynamic(std::size_t end) {
    take(end - at_);
    word_.dynamic = true;
  }

  void read_dollar() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (next == '(') {
      const std::size_t end = closing(at_ + 1, '(', ')');
      if (depth_ < kDeepest && end > at_ + 3) {
        ShellReader(piece_.part(at_ + 2, end - at_ - 3), listener_, depth_ + 1).read();
      }
      return add_dynamic(end);
    }
    if (next == '{') return read_braces();
    if (!is_variable_byte(next)) return take(1);
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_variable_byte(text_[end])) ++end;
    word_.variable = text_.substr(at_ + 1, end - at_ - 1);
    add_dynamic(end);
  }

  // ${NAME}, ${NAME:-value}; ${{ … }} is filled in by a workflow.
  void read_braces() {
    const std::size_t end = closing(at_ + 1, '{', '}');
    std::size_t name_end = at_ + 2;
    while (name_end < end && is_variable_byte(text_[name_end])) ++name_end;
    const std::string_view rest = text_.substr(name_end, end > name_end ? end - name_end - 1 : 0);
    const bool has_value = rest.starts_with(":-") || rest.starts_with(":=") ||
                           (rest.starts_with('-') && rest.size() > 1);
    if (!has_value || rest.find('$') != std::string_view::npos) {
      word_.variable = text_.substr(at_ + 2, name_end - at_ - 2);
      return add_dynamic(end);
    }
    word_.variable = text_.substr(at_ + 2, name_end - at_ - 2);
    const std::size_t value = name_end + (rest[0] == ':' ? 2 : 1);
    at_ = value;
    take(end - 1 - value);
    at_ = end;
  }

  void read_backquotes() {
    const std::size_t end = text_.find('`', at_ + 1);
    add_dynamic(end == std::string_view::npos ? text_.size() : end + 1);
  }

  struct Pending {
    std::string end = {};
    bool tabs = false;
    std::vector<Word> command = {};
  };

  // "<" and "<<<" end a word; "<<EOF", "<<-'EOF'" announce lines that are no commands.
  void read_redirection() {
    end_word();
    if (!text_.substr(at_).starts_with("<<") || text_.substr(at_).starts_with("<<<")) {
      at_ = std::min(text_.find_first_not_of('<', at_), text_.size());
      return;
    }
    at_ += 2;
    Pending pending;
    if (at_ < text_.size() && text_[at_] == '-') {
      pending.tabs = true;
      ++at_;
    }
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    while (at_ < text_.size() &&
           (is_variable_byte(text_[at_]) || text_[at_] == '\'' || text_[at_] == '"')) {
      if (is_variable_byte(text_[at_])) pending.end += text_[at_];
      ++at_;
    }
    if (!pending.end.empty() && pending_.size() < kMostDocuments)
      pending_.push_back(std::move(pending));
  }

  void read_documents() {
    for (const Pending& pending : std::vector<Pending>(std::move(pending_))) {
      const std::size_t start = at_;
      std::size_t end = at_;
      while (at_ < text_.size()) {
        end = at_;
        const std::size_t line_end = std::min(text_.find('\n', at_), text_.size());
        std::string_view line = text_.substr(at_, line_end - at_);
        at_ = std::min(line_end + 1, text_.size());
        if (pending.tabs) line.remove_prefix(std::min(line.find_first_not_of("\t "), line.size()));
        if (line == pending.end) break;
        end = at_;
      }
      if (listener_.document) {
        listener_.document({pending.command, piece_.part(start, end - start)});
      }
    }
    pending_.clear();
  }

  Piece piece_;
  std::string_view text_;
  const ShellListener& listener_;
  std::size_t depth_;
  std::size_t at_ = 0;
  Word word_ = {};
  bool in_word_ = false;
  std::size_t parts_ = 0;
  std::vector<Word> words_ = {};
  std::vector<Pending> pending_ = {};
};

}  // namespace

void read_shell(const Piece& text, const ShellListener& listener) {
  ShellReader(text, listener, 0).read();
}

std::vector<Word> shell_words(const Piece& text) {
  std::vector<Word> all;
  ShellListener listener;
  listener.command = [&](std::span<const Word> words) {
    all.insert(all.end(), words.begin(), words.end());
  };
  read_shell(text, listener);
  return all;
}

}  // namespace oms
