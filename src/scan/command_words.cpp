#include "scan/command_words.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "scan/code_scan.h"
#include "scan/data_scan.h"
#include "scan/repo_id.h"
#include "scan/rule_lookup.h"

namespace oms {
namespace {

// Their arguments are images, packages or repositories of source code.
constexpr std::string_view kOtherPrograms =
    "git gh npm npx pnpm yarn bun brew apt apt-get dnf apk pip pip3 conda docker podman kubectl "
    "helm "
    "nerdctl go cargo cd mkdir rm cp mv ls cat echo test [ source . scp rsync chmod chown find";
// They name the models of a service that they talk to.
constexpr std::string_view kServiceClients =
    "aider litellm llm codex claude opencode goose ollama rails ng prisma";
constexpr std::string_view kRunners =
    "sudo exec env time nohup uv poetry pdm hatch run uvx pipx "
    "command nice stdbuf xargs if then while ! do";
// Of what downloads: their values are no models.
constexpr std::string_view kOtherFlags =
    "--local-dir --cache-dir --include --exclude --token --revision --repo-type "
    "--local-dir-use-symlinks "
    "--max-workers --type --host --port --api-key --dtype --served-model-name --dataset "
    "--dataset-name "
    "--dataset_name --image --name --hub-model-id --hub_model_id";
// Programs that a text with blanks begins with when it is a command that may name a model.
constexpr std::string_view kPrograms =
    "vllm huggingface-cli hf python python3 llama-server llama-cli text-generation-launcher docker "
    "ollama sglang accelerate torchrun lmdeploy optimum-cli litgpt mlx_lm.generate mlx_lm.convert "
    "mlx_lm.server lm_eval axolotl uv uvx cd transformers infinity_emb text-embeddings-router env "
    "exec bash sh export set";

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_flag(std::string_view word) { return word.size() > 1 && word[0] == '-'; }

class Matcher {
 public:
  Matcher(std::span<const Word> words, CandidateList& candidates)
      : words_(words), candidates_(candidates) {}

  void run() {
    std::size_t first = 0;
    for (; first < words_.size() && assigns(words_[first]); ++first) {
    }
    words_ = words_.subspan(first);
    program_ = find_program();
    if (is_python()) match_code();
    if (!is_one_of(kServiceClients, program_)) match_flags();
    match_commands();
    for (std::size_t i = 0; i < words_.size(); ++i) match_rest(i);
    if (is_dataset()) {
      for (const std::size_t number : found_) candidates_.drop(number);
    }
    const auto revision = value_of("--revision");
    for (const std::size_t number : found_) candidates_.set_revision(number, revision);
  }

 private:
  // NAME=value in front of the command.
  bool assigns(const Word& word) {
    const std::string_view text = word.text();
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      return is_one_of("export local readonly declare typeset", text);
    }
    const std::string_view name = text.substr(0, equals);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain) return false;
    match_assignment(name, behind(word, equals), candidates_);
    return true;
  }

  static Word behind(const Word& word, std::size_t equals) {
    Word value = word;
    value.value.text.erase(0, equals + 1);
    value.value.places.erase(value.value.places.begin(),
                             value.value.places.begin() + static_cast<std::ptrdiff_t>(equals + 1));
    return value;
  }

  std::string_view find_program() const {
    for (const Word& word : words_) {
      const std::string_view name = file_name(word.text());
      if (!is_flag(name) && !is_one_of(kRunners, name)) return name;
      if (is_flag(name)) return {};
    }
    return {};
  }
  bool is_python() const {
    return program_.starts_with("python") || program_ == "py" || program_ == "ipython";
  }
  std::string_view value_of(std::string_view flag) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string_view text = words_[i].text();
      if (text == flag && i + 1 < words_.size() && !words_[i + 1].dynamic) {
        return words_[i + 1].text();
      }
      if (text.starts_with(flag) && text.substr(flag.size()).starts_with('=')) {
        return text.substr(flag.size() + 1);
      }
    }
    return {};
  }
  bool is_dataset() const {
    for (const std::string_view flag : {"--repo-type", "--type"}) {
      const std::string_view kind = value_of(flag);
      if (kind == "dataset" || kind == "space") return true;
    }
    return false;
  }

  // python -c "…"
  void match_code() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (words_[i].text() == "-c") scan_python(words_[i + 1].value.piece(), candidates_);
    }
  }

  void match_flags() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string_view text = words_[i].text();
      if (!is_flag(text)) continue;
      const std::size_t equals = text.find('=');
      const Rule* rule = find_flag(text.substr(0, equals));
      if (rule != nullptr && equals != std::string_view::npos) {
        Word value = behind(words_[i], equals);
        add(value, *rule);
      } else if (rule != nullptr && i + 1 < words_.size() && !is_flag(words_[i + 1].text())) {
        add(words_[i + 1], *rule);
      } else if (text == "--model_args" && i + 1 < words_.size()) {
        match_model_arguments(words_[i + 1]);
      }
    }
  }

  // lm_eval's "pretrained=a/b,dtype=auto"
  void match_model_arguments(const Word& word) {
    for (const std::string_view key : {"pretrained=", "peft=", "tokenizer="}) {
      const std::size_t start = word.text().find(key);
      if (start == std::string_view::npos) continue;
      const std::size_t from = start + key.size();
      const std::size_t comma = word.text().find(',', from);
      const Piece value = word.value.piece().part(from, comma - from);
      keep(candidates_.add_strong(value, rule_named("model-flag")));
    }
  }

  void add(const Word& word, const Rule& rule) {
    if (!word.variable.empty()) candidates_.use_constant(word.variable, &rule);
    const std::string_view text = word.text();
    if (text.size() > 2 && text.front() == '{' && text.back() == '}') {  // of a notebook's command
      candidates_.use_constant(text.substr(1, text.size() - 2), &rule);
    } else if (word.dynamic) {
      if (text.find('/') != std::string_view::npos && text.front() != '/' && text.front() != '.') {
        candidates_.add_dynamic(word.value.piece(), rule);
      }
    } else if (!text.empty()) {
      keep(candidates_.add_strong(word.value.piece(), rule));
    }
  }

  void keep(std::size_t number) {
    if (number != kNothing) found_.push_back(number);
  }

  // The words of a command one behind the other, anywhere: behind `uv run`, in `docker run IMAGE
  // …`.
  std::size_t behind_command(std::string_view command) const {
    const auto parts = split_words(command, ' ');
    for (std::size_t i = 0; i + parts.size() <= words_.size(); ++i) {
      bool same = file_name(words_[i].text()) == parts[0];
      for (std::size_t k = 1; same && k < parts.size(); ++k)
        same = words_[i + k].text() == parts[k];
      if (same) return i + parts.size();
    }
    return kNothing;
  }

  void match_commands() {
    for (const Rule& rule : scan_rules()) {
      if (rule.place != RulePlace::command) continue;
      for (const std::string_view command : split_words(rule.words, ',')) {
        const std::size_t start = behind_command(command);
        if (start == kNothing) continue;
        match_operand(start, rule);
        return;
      }
    }
  }

  // The first word that is neither a flag nor the value of one which takes something else.
  void match_operand(std::size_t start, const Rule& rule) {
    for (std::size_t i = start; i < words_.size(); ++i) {
      if (is_flag(words_[i].text())) {
        const bool valued = is_one_of(kOtherFlags, words_[i].text()) || find_flag(words_[i].text());
        if (valued) ++i;
        continue;
      }
      return add(words_[i], rule);
    }
  }

  void match_rest(std::size_t i) {
    const Word& word = words_[i];
    std::vector<std::size_t> numbers;
    if (candidates_.add_urls(word.value.piece(), &numbers)) {
      found_.insert(found_.end(), numbers.begin(), numbers.end());
      return;
    }
    if (word.text().starts_with('{') && !word.dynamic) {  // curl -d '{"model": "a/b"}'
      const Piece json = word.value.piece();
      return scan_data(json, read_json(json.text), candidates_);
    }
    if (word.dynamic || is_flag(word.text()) || is_one_of(kOtherPrograms, program_)) return;
    if (i > 0 && is_one_of(kOtherFlags, words_[i - 1].text())) return;
    keep(candidates_.add_weak(word.value.piece()));
  }

  std::span<const Word> words_;
  CandidateList& candidates_;
  std::string_view program_ = {};
  std::vector<std::size_t> found_ = {};
};

}  // namespace

void match_words(std::span<const Word> words, CandidateList& candidates) {
  Matcher(words, candidates).run();
}

void match_assignment(std::string_view name, const Word& value, CandidateList& candidates) {
  if (is_other_key(name)) return;
  if (!value.variable.empty()) candidates.pass_constant(value.variable, name);
  if (value.text().empty()) return;
  const Piece text = value.value.piece();
  if (candidates.add_urls(text)) return;
  if (value.dynamic) {
    const Rule* rule = find_key(name);
    if (rule != nullptr && text.text.find('/') > 0 && text.text.find('/') < text.text.size()) {
      candidates.add_dynamic(text, *rule);
    }
    return;
  }
  candidates.set_text(name, text.text);
  candidates.add_constant(text, {std::string(name)}, find_key(name));
}

bool looks_like_command(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \n\t");
  if (start == std::string_view::npos) return false;
  const std::size_t blank = text.find_first_of(" \n", start);
  if (blank == std::string_view::npos) return false;
  return text[start] == '-' || is_one_of(kPrograms, file_name(text.substr(start, blank - start)));
}

}  // namespace oms
