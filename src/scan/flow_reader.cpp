#include <algorithm>

#include "oms/base/text.h"
#include "scan/data_tree.h"

namespace oms {
namespace {

constexpr std::size_t kDeepest = 200;

}  // namespace

void FlowReader::add_text(std::uint32_t parent, std::string_view key, std::string_view content,
                          std::size_t start, TextForm form) {
  DataNode node;
  node.parent = parent;
  node.key = key;
  node.is_text = true;
  node.block = content.find('\n') != std::string_view::npos;
  node.form = form;
  node.text = content;
  node.index = start;
  tree_.push_back(node);
}

// Blanks, line ends and comments.
std::size_t FlowReader::skip_blank(std::size_t at) const {
  while (at < text_.size()) {
    const std::string_view rest = text_.substr(at);
    const bool line_comment =
        dialect_ == Dialect::json ? rest.starts_with("//") : rest.starts_with('#');
    if (line_comment) {
      at = std::min(text_.find('\n', at), text_.size());
    } else if (dialect_ == Dialect::json && rest.starts_with("/*")) {
      const std::size_t end = text_.find("*/", at + 2);
      at = end == std::string_view::npos ? text_.size() : end + 2;
    } else if (std::string_view(" \t\r\n").find(rest[0]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t FlowReader::read_quoted(std::size_t at, std::string_view& content,
                                    std::size_t& start) const {
  const char quote = text_[at];
  const std::string triple(3, quote);
  if (dialect_ == Dialect::toml && text_.substr(at).starts_with(triple)) {
    start = at + 3;
    const std::size_t end = std::min(text_.find(triple, start), text_.size());
    content = text_.substr(start, end - start);
    return std::min(end + 3, text_.size());
  }
  const bool escapes = quote == '"';
  start = at + 1;
  std::size_t end = start;
  while (end < text_.size() && text_[end] != quote) {
    end += escapes && text_[end] == '\\' ? 2U : 1U;
  }
  end = std::min(end, text_.size());
  content = text_.substr(start, end - start);
  return std::min(end + 1, text_.size());
}

std::size_t FlowReader::plain_end(std::size_t at) const {
  while (at < text_.size()) {
    const char c = text_[at];
    if (c == ',' || c == ']' || c == '}' || c == '\n') break;
    if (dialect_ != Dialect::yaml && (c == ' ' || c == '\t' || c == '/')) break;
    if (dialect_ == Dialect::yaml && c == ':' &&
        (at + 1 >= text_.size() || text_[at + 1] == ' ' || text_[at + 1] == '\n')) {
      break;
    }
    ++at;
  }
  return at;
}

std::size_t FlowReader::read(std::size_t at, std::uint32_t parent, std::string_view key) {
  at = skip_blank(at);
  if (at >= text_.size()) return at;
  const char c = text_[at];
  if (c == '[' || c == '{') return read_container(at, parent, key);
  if (c == '"' || c == '\'') {
    std::string_view content;
    std::size_t start = 0;
    at = read_quoted(at, content, start);
    add_text(parent, key, content, start, c == '"' ? TextForm::escaped : TextForm::plain);
    return at;
  }
  const std::size_t end = plain_end(at);
  if (dialect_ == Dialect::yaml) {
    add_text(parent, key, trim(text_.substr(at, end - at)), at, TextForm::plain);
  }
  return std::max(end, at + 1);
}

std::size_t FlowReader::read_container(std::size_t at, std::uint32_t parent, std::string_view key) {
  if (depth_ >= kDeepest) return text_.size();
  ++depth_;
  const bool map = text_[at] == '{';
  const auto container = static_cast<std::uint32_t>(tree_.size());
  DataNode node;
  node.parent = parent;
  node.key = key;
  tree_.push_back(node);
  ++at;
  while (true) {
    at = skip_blank(at);
    if (at >= text_.size()) break;
    const char c = text_[at];
    if (c == '}' || c == ']') {
      ++at;
      break;
    }
    if (c == ',') {
      ++at;
      continue;
    }
    at = map ? read_member(at, container) : read(at, container, {});
  }
  --depth_;
  return at;
}

std::size_t FlowReader::read_member(std::size_t at, std::uint32_t container) {
  std::string_view key;
  std::size_t start = at;
  if (text_[at] == '"' || text_[at] == '\'') {
    at = read_quoted(at, key, start);
  } else {
    std::size_t end = at;
    while (end < text_.size() &&
           std::string_view(":=,}] \t\n").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    key = text_.substr(at, end - at);
    at = end;
  }
  at = skip_blank(at);
  if (at < text_.size() && (text_[at] == ':' || text_[at] == '=')) {
    return read(at + 1, container, key);
  }
  return std::max(at, start + 1);
}

DataTree read_json(std::string_view text) {
  DataTree tree;
  FlowReader reader(text, Dialect::json, tree);
  std::size_t at = 0;
  while (at < text.size()) at = reader.read(at, kNoNode, {});
  return tree;
}

}  // namespace oms
