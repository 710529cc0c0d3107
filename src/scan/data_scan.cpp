#include "scan/data_scan.h"

#include <algorithm>
#include <map>

#include "oms/base/text.h"
#include "oms/scan/scan_text.h"
#include "scan/command_words.h"
#include "scan/rule_lookup.h"
#include "scan/scan_piece.h"
#include "scan/shell_scan.h"
#include "scan/shell_words.h"

namespace oms {
namespace {

constexpr std::size_t kMostWords = 200;  // a longer list is data, not a command

constexpr std::string_view kCommandKeys =
    "run command commands script scripts args entrypoint cmd before_script after_script shell "
    "post_create_command on_create_command exec";
constexpr std::string_view kModelMaps =
    "model base_model llm embedding_model embeddings embedder reranker tokenizer";

class DataScan {
 public:
  DataScan(const Piece& piece, const DataTree& tree, CandidateList& candidates)
      : piece_(piece), tree_(tree), candidates_(candidates), other_(tree.size(), 0) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const DataNode& node = tree_[i];
      const bool inherited = node.parent != kNoNode && other_[node.parent] != 0;
      other_[i] = inherited || (!node.key.empty() && is_other_key(node.key)) ? 1 : 0;
      if (!node.is_text) continue;
      note_facts(node);
      if (node.key.empty() && node.parent != kNoNode) lists_[node.parent].push_back(i);
    }
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text && other_[i] == 0) scan_value(i);
    }
    for (const auto& [list, items] : lists_) {
      if (other_[list] == 0 && items.size() <= kMostWords) scan_items(items);
    }
    for (const auto& [map, numbers] : found_) settle(map, numbers);
  }

 private:
  // What stands beside a model in the same map.
  struct Facts {
    std::string_view name = {};
    std::string_view revision = {};
    bool dataset = false;
  };

  void note_facts(const DataNode& node) {
    if (node.key == "name") facts_[node.parent].name = node.text;
    const std::string key = snake_case(node.key);
    if (is_one_of("revision model_revision", key)) facts_[node.parent].revision = node.text;
    if (key == "repo_type" && (node.text == "dataset" || node.text == "space")) {
      facts_[node.parent].dataset = true;
    }
  }

  void settle(std::uint32_t map, const std::vector<std::size_t>& numbers) {
    const auto facts = facts_.find(map);
    if (facts == facts_.end()) return;
    for (const std::size_t number : numbers) {
      if (facts->second.dataset) candidates_.drop(number);
      if (!facts->second.revision.empty()) {
        candidates_.set_revision(number, facts->second.revision);
      }
    }
  }

  // The key that says what a text is; of an element that of its list.
  std::string key_of(std::uint32_t i) const {
    const DataNode& node = tree_[i];
    std::uint32_t at = i;
    while (tree_[at].key.empty() && tree_[at].parent != kNoNode) at = tree_[at].parent;
    const std::string_view key = tree_[at].key;
    const std::uint32_t above = tree_[at].parent;
    if (key == "value") {  // {name: MODEL_ID, value: a/b}
      const auto facts = facts_.find(node.parent);
      if (facts != facts_.end() && !facts->second.name.empty()) {
        return std::string(facts->second.name);
      }
    }
    const bool named = (key == "name" || key == "id") && above != kNoNode &&
                       is_one_of(kModelMaps, snake_case(tree_[above].key));
    return named ? "model_name" : std::string(key);
  }

  void scan_value(std::uint32_t i) {
    const DataNode& node = tree_[i];
    const Piece text = piece_.part(node.index, node.text.size());
    const std::string key = key_of(i);
    if (node.block || node.text.find(' ') != std::string_view::npos) {
      return scan_prose(node, key, text);
    }
    std::vector<std::size_t>& found = found_[node.parent];
    if (candidates_.add_urls(text, &found)) return;
    if (node.text.find("${") != std::string_view::npos) {
      const std::vector<Word> words = shell_words(text);
      if (words.size() == 1) match_assignment(key, words.front(), candidates_);
      return;
    }
    if (is_other_key(key)) return;
    const std::size_t number = key.empty() ? candidates_.add_weak(text)
                                           : candidates_.add_constant(text, {key}, find_key(key));
    if (number != kNothing) found.push_back(number);
  }

  void scan_prose(const DataNode& node, const std::string& key, const Piece& text) {
    const PlacedText plain = plain_text(text, node.form);
    if (node.block) {
      if (const auto kind = kind_by_name(key)) return scan_piece(plain.piece(), *kind, candidates_);
    }
    const bool below_scripts = node.parent != kNoNode && tree_[node.parent].key == "scripts";
    if (below_scripts || is_one_of(kCommandKeys, snake_case(key)) ||
        looks_like_command(node.text)) {
      return scan_shell(plain.piece(), candidates_);
    }
    candidates_.add_urls(plain.piece());
  }

  // ["--model", "a/b"], [MODEL_ID=a/b]
  void scan_items(const std::vector<std::uint32_t>& items) {
    std::vector<Word> words;
    for (const std::uint32_t item : items) {
      const DataNode& node = tree_[item];
      if (node.block || node.text.find(' ') != std::string_view::npos) continue;
      const std::vector<Word> parts = shell_words(piece_.part(node.index, node.text.size()));
      if (parts.size() != 1) continue;
      if (parts.front().text().find('=') != std::string_view::npos) {
        match_words(parts, candidates_);
      }
      words.push_back(parts.front());
    }
    if (words.size() > 1) match_words(words, candidates_);
  }

  Piece piece_;
  const DataTree& tree_;
  CandidateList& candidates_;
  std::vector<char> other_;
  std::map<std::uint32_t, Facts> facts_ = {};
  std::map<std::uint32_t, std::vector<std::uint32_t>> lists_ = {};
  std::map<std::uint32_t, std::vector<std::size_t>> found_ = {};
};

}  // namespace

PlacedText plain_text(const Piece& text, TextForm form) {
  PlacedText plain;
  for (std::size_t i = 0; i < text.text.size(); ++i) {
    char c = text.text[i];
    const std::size_t place = text.at(i);
    if (c == '\n' && form == TextForm::folded) c = ' ';
    if (c == '\\' && form == TextForm::escaped && i + 1 < text.text.size()) {
      constexpr std::string_view kEscapes = "nrt\"\\/";
      constexpr std::string_view kMeanings = "\n\r\t\"\\/";
      const std::size_t which = kEscapes.find(text.text[i + 1]);
      if (which != std::string_view::npos) {
        c = kMeanings[which];
        ++i;
      }
    }
    plain.add(c, place);
  }
  return plain;
}

void scan_data(const Piece& text, const DataTree& tree, CandidateList& candidates) {
  DataScan(text, tree, candidates).run();
}

}  // namespace oms
