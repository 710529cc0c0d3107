#include <algorithm>

#include "oms/base/text.h"
#include "scan/data_tree.h"

namespace oms {
namespace {

class TomlReader {
 public:
  TomlReader(std::string_view text, DataTree& tree)
      : text_(text), tree_(tree), flow_(text, Dialect::toml, tree) {}

  void read() {
    while (at_ < text_.size()) read_line();
  }

 private:
  void read_line() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = trim(text_.substr(at_, end - at_));
    if (line.starts_with('[')) {
      add_table(line);
      at_ = end + 1;
      return;
    }
    const std::size_t equals = text_.substr(at_, end - at_).find('=');
    if (line.empty() || line.starts_with('#') || equals == std::string_view::npos) {
      at_ = end + 1;
      return;
    }
    const std::string_view key = last_part(text_.substr(at_, equals));
    const std::size_t behind = flow_.read(at_ + equals + 1, table_, key);
    at_ = std::min(text_.find('\n', behind == 0 ? end : behind - 1), text_.size()) + 1;
  }

  // [a.b] is a table of its own; the tables around it matter for what their names say.
  void add_table(std::string_view line) {
    std::string_view name = line.substr(0, line.find(']'));
    name.remove_prefix(std::min(name.find_first_not_of("[ "), name.size()));
    table_ = kNoNode;
    for (const std::string_view part : split(name, '.')) {
      DataNode node;
      node.parent = table_;
      node.key = unquoted(part);
      table_ = static_cast<std::uint32_t>(tree_.size());
      tree_.push_back(node);
    }
  }

  static std::string_view unquoted(std::string_view key) {
    key = trim(key);
    if (key.size() > 1 && (key.front() == '"' || key.front() == '\'')) {
      key = key.substr(1, key.size() - 2);
    }
    return key;
  }
  static std::string_view last_part(std::string_view key) {
    key = trim(key);
    if (key.ends_with('"') || key.ends_with('\'')) return unquoted(key);
    return key.substr(key.rfind('.') + 1);
  }

  std::string_view text_;
  DataTree& tree_;
  FlowReader flow_;
  std::size_t at_ = 0;
  std::uint32_t table_ = kNoNode;
};

}  // namespace

DataTree read_toml(std::string_view text) {
  DataTree tree;
  TomlReader(text, tree).read();
  return tree;
}

}  // namespace oms
