#include "scan/rule_lookup.h"

#include <unordered_map>
#include <vector>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::string_view kOtherCalls =
    "load_dataset load_dataset_builder load_metric load_from_disk push_to_hub create_repo "
    "get_dataset_config_names get_dataset_split_names dataset_info DatasetDict Dataset "
    "Dataset.from_* evaluate.load create_model_card ModelCard.from_template "
    "relative_to joinpath Path guess_type startswith endswith split include require import";

constexpr std::string_view kOtherKeys =
    "dataset datasets dataset_name dataset_id dataset_path dataset_repo dataset_repo_id *_dataset "
    "*_dataset_name *_dataset_id *_datasets hub_model_id hub_dataset eval_dataset train_dataset "
    "image image_name container_image base_image docker_image uses repository repo github "
    "github_repo git_repo homepage mimetype mime_type content_type media_type accept";

bool fits(std::string_view pattern, std::string_view word) {
  if (pattern.ends_with('*')) return word.starts_with(pattern.substr(0, pattern.size() - 1));
  if (pattern.starts_with('*')) return word.ends_with(pattern.substr(1));
  return pattern == word;
}

bool fits_call(std::string_view pattern, std::string_view owner, std::string_view name) {
  const std::size_t dot = pattern.find('.');
  if (dot == std::string_view::npos) return fits(pattern, name);
  return fits(pattern.substr(0, dot), owner) && fits(pattern.substr(dot + 1), name);
}

template <typename Fits>
bool any_word(std::string_view patterns, Fits check) {
  std::size_t start = 0;
  for (std::size_t end = 0; end <= patterns.size(); ++end) {
    if (end < patterns.size() && patterns[end] != ' ') continue;
    if (check(patterns.substr(start, end - start))) return true;
    start = end + 1;
  }
  return false;
}

constexpr std::size_t kMostNames = 100'000;  // a hostile tree must not fill the memory

// Every file asks for the same few hundred names again and again.
using Memo = std::unordered_map<std::string, const Rule*>;

template <typename Fits>
const Rule* remembered(Memo& memo, const std::string& name, RulePlace place, Fits check) {
  const auto known = memo.find(name);
  if (known != memo.end()) return known->second;
  const Rule* found = nullptr;
  for (const Rule& rule : scan_rules()) {
    if (rule.place != place || !any_word(rule.words, check)) continue;
    found = &rule;
    break;
  }
  if (memo.size() < kMostNames) memo.emplace(name, found);
  return found;
}

}  // namespace

bool is_one_of(std::string_view patterns, std::string_view word) {
  return any_word(patterns, [&](std::string_view pattern) { return fits(pattern, word); });
}

const Rule* find_call(std::string_view owner, std::string_view name) {
  thread_local Memo memo;
  const std::string key = std::string(owner) + "." + std::string(name);
  return remembered(memo, key, RulePlace::call,
                    [&](std::string_view pattern) { return fits_call(pattern, owner, name); });
}

bool takes_argument(const Rule& call, std::size_t index, std::string_view keyword) {
  return is_one_of(call.arguments, keyword.empty() ? std::to_string(index) : std::string(keyword));
}

std::string snake_case(std::string_view name) {
  std::string snake;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i] == '-' || name[i] == '.' ? '_' : name[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool after_lower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (upper && after_lower) snake += '_';
    snake += fold(c);
  }
  return snake;
}

const Rule* find_key(std::string_view name) {
  thread_local Memo memo;
  const std::string key = snake_case(name);
  return remembered(memo, key, RulePlace::key,
                    [&](std::string_view pattern) { return fits(pattern, key); });
}

const Rule* find_flag(std::string_view flag) {
  std::string dashed(flag);
  for (char& c : dashed) c = c == '_' ? '-' : c;
  for (const Rule& rule : scan_rules()) {
    if (rule.place == RulePlace::flag && is_one_of(rule.words, dashed)) return &rule;
  }
  return nullptr;
}

const Rule& rule_named(std::string_view name) {
  const auto rules = scan_rules();
  for (const Rule& rule : rules) {
    if (rule.name == name) return rule;
  }
  return rules.back();
}

bool is_other_call(std::string_view owner, std::string_view name) {
  thread_local std::unordered_map<std::string, bool> memo;
  const std::string key = std::string(owner) + "." + std::string(name);
  const auto known = memo.find(key);
  if (known != memo.end()) return known->second;
  const bool other = any_word(
      kOtherCalls, [&](std::string_view pattern) { return fits_call(pattern, owner, name); });
  if (memo.size() < kMostNames) memo.emplace(key, other);
  return other;
}

bool is_other_key(std::string_view name) {
  thread_local std::unordered_map<std::string, bool> memo;
  const auto known = memo.find(std::string(name));
  if (known != memo.end()) return known->second;
  const bool other = is_one_of(kOtherKeys, snake_case(name));
  if (memo.size() < kMostNames) memo.emplace(name, other);
  return other;
}

}  // namespace oms
