#include <algorithm>

#include "oms/base/text.h"
#include "scan/data_tree.h"

namespace oms {
namespace {

// Line by line: the indentation says what belongs to what.
class YamlReader {
 public:
  YamlReader(std::string_view text, DataTree& tree)
      : text_(text), tree_(tree), flow_(text, Dialect::yaml, tree) {}

  void read() {
    while (at_ < text_.size()) read_line();
  }

 private:
  // A key or a dash whose value is on the lines below.
  struct Level {
    std::size_t indent = 0;
    bool dash = false;
    std::uint32_t node = kNoNode;
  };

  std::size_t line_end(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }
  std::size_t next_line(std::size_t at) const { return std::min(line_end(at) + 1, text_.size()); }
  // Blanks in front of the line at `at`; npos when there is nothing but blanks and a comment.
  std::size_t indent_of(std::size_t at) const {
    const std::size_t end = line_end(at);
    std::size_t i = at;
    while (i < end && (text_[i] == ' ' || text_[i] == '\t')) ++i;
    if (i == end || text_[i] == '\r' || text_[i] == '#') return std::string_view::npos;
    return i - at;
  }

  void read_line() {
    const std::size_t indent = indent_of(at_);
    const std::string_view line = text_.substr(at_, line_end(at_) - at_);
    const bool marker = line.starts_with("---") || line.starts_with("...");
    if (marker) levels_.clear();
    if (indent == std::string_view::npos || marker || line.starts_with('%')) {
      at_ = next_line(at_);
      return;
    }
    line_start_ = at_;
    at_ += indent;
    read_content();
  }

  std::uint32_t parent() const { return levels_.empty() ? kNoNode : levels_.back().node; }
  std::size_t column() const { return at_ - line_start_; }

  void leave(std::size_t indent, bool dash) {
    while (!levels_.empty() &&
           (levels_.back().indent > indent ||
            (levels_.back().indent == indent && (levels_.back().dash || !dash)))) {
      levels_.pop_back();
    }
  }

  void enter(std::size_t indent, bool dash, std::string_view key) {
    DataNode node;
    node.parent = parent();
    node.key = key;
    levels_.push_back({indent, dash, static_cast<std::uint32_t>(tree_.size())});
    tree_.push_back(node);
  }

  void read_content() {
    constexpr std::size_t kDeepest = 20;
    for (std::size_t depth = 0; is_dash(); ++depth) {
      if (depth == kDeepest) {
        at_ = next_line(at_);
        return;
      }
      const std::size_t indent = column();
      leave(indent, true);
      ++at_;
      skip_spaces();
      const bool nothing = at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '#';
      if (nothing || text_.substr(at_).starts_with("- ") || key_size() > 0) {
        enter(indent, true, {});
        if (!nothing) continue;
        at_ = next_line(at_);
        return;
      }
      return read_value({}, indent);
    }
    const std::size_t size = key_size();
    if (size == 0) {  // a scalar of its own, or something that is not understood
      at_ = next_line(at_);
      return;
    }
    const std::size_t indent = column();
    leave(indent, false);
    std::string_view key = trim(text_.substr(at_, size));
    if (key.size() > 1 && (key.front() == '"' || key.front() == '\'')) {
      key = key.substr(1, key.size() - 2);
    }
    at_ += size + 1;
    skip_spaces();
    skip_properties();
    if (at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '#') {
      enter(indent, false, key);
      at_ = next_line(at_);
      return;
    }
    read_value(key, indent);
  }

  bool is_dash() const {
    return text_.substr(at_).starts_with("- ") || text_.substr(at_).starts_with("-\n");
  }
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  // Anchors and tags.
  void skip_properties() {
    while (at_ < text_.size() && (text_[at_] == '&' || text_[at_] == '!')) {
      at_ = std::min(text_.find_first_of(" \n", at_), text_.size());
      skip_spaces();
    }
  }

  // Size of the key that the line goes on with, 0 when there is none.
  std::size_t key_size() const {
    const std::size_t end = line_end(at_);
    std::size_t i = at_;
    if (i < end && (text_[i] == '"' || text_[i] == '\'')) {
      i = std::min(text_.find(text_[i], i + 1), end);
      if (i < end) ++i;
    } else if (i < end && (text_[i] == '[' || text_[i] == '{' || text_[i] == '|')) {
      return 0;
    }
    for (; i < end; ++i) {
      const bool ends =
          text_[i] == ':' && (i + 1 == end || text_[i + 1] == ' ' || text_[i + 1] == '\r');
      if (ends) return i - at_;
      if (text_[i] == '#' && i > at_ && text_[i - 1] == ' ') return 0;
    }
    return 0;
  }

  void read_value(std::string_view key, std::size_t indent) {
    const char c = text_[at_];
    if (c == '|' || c == '>') return read_block(key, indent);
    if (c == '[' || c == '{' || c == '"' || c == '\'') {
      at_ = next_line(flow_.read(at_, parent(), key) - 1);
      return;
    }
    read_plain(key, indent);
  }

  // Lines that belong to the value: those that are further in than its key or dash.
  std::size_t value_end(std::size_t at, std::size_t indent, bool comments) const {
    std::size_t end = at;
    while (at < text_.size()) {
      std::size_t inner = indent_of(at);
      const bool comment = inner == std::string_view::npos && trim(line_at(at)).starts_with('#');
      if (comment && comments) inner = text_.find('#', at) - at;
      if (inner != std::string_view::npos && inner <= indent) break;
      at = next_line(at);
      if (inner != std::string_view::npos) end = at;
    }
    return end;
  }
  std::string_view line_at(std::size_t at) const { return text_.substr(at, line_end(at) - at); }

  void read_block(std::string_view key, std::size_t indent) {
    const TextForm form = text_[at_] == '>' ? TextForm::folded : TextForm::plain;
    const std::size_t start = next_line(at_);
    const std::size_t end = value_end(start, indent, true);
    add(key, start, end, form);
    tree_.back().block = true;
    at_ = std::max(end, start);
  }

  void read_plain(std::string_view key, std::size_t indent) {
    const std::size_t start = at_;
    std::size_t end = line_end(at_);
    const std::size_t comment = text_.substr(start, end - start).find(" #");
    if (comment != std::string_view::npos) end = start + comment;
    const std::size_t below = next_line(at_);
    const std::size_t last = value_end(below, indent, false);
    const bool several = last > below;
    add(key, start, several ? last : end, several ? TextForm::folded : TextForm::plain);
    at_ = std::max(last, below);
  }

  void add(std::string_view key, std::size_t start, std::size_t end, TextForm form) {
    DataNode node;
    node.parent = parent();
    node.key = key;
    node.is_text = true;
    node.form = form;
    node.text = text_.substr(start, end - start);
    while (!node.text.empty() &&
           (node.text.back() == ' ' || node.text.back() == '\r' || node.text.back() == '\n')) {
      node.text.remove_suffix(1);
    }
    node.index = start;
    tree_.push_back(node);
  }

  std::string_view text_;
  DataTree& tree_;
  FlowReader flow_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::vector<Level> levels_ = {};
};

}  // namespace

DataTree read_yaml(std::string_view text) {
  DataTree tree;
  YamlReader(text, tree).read();
  return tree;
}

}  // namespace oms
