#include "cli/completion.h"

#include <algorithm>
#include <optional>

#include "cli/option_rows.h"
#include "cli/topics.h"
#include "cli/value_kinds.h"
#include "oms/base/text.h"
#include "oms/store/table_image.h"

namespace oms {
namespace {

// The command line up to the word that is being typed.
class Line {
 public:
  Line(std::span<const std::string> words, const World& world)
      : before_(words.first(words.size() - 1)), typed_(words.back()), world_(world) {}

  Completion complete() {
    const std::size_t position = command_position(before_);
    if (position == before_.size()) {
      offer_first_words();
    } else if (before_[position] == "help") {
      offer_help_words(position);
    } else {
      for (const Command& command : commands()) {
        if (command.name == before_[position]) complete_command(command, position);
      }
    }
    return std::move(result_);
  }

 private:
  Wanted wanted(std::string_view text) {
    return {text,
            command_,
            option_,
            [this]() -> const Catalog& { return catalog(); },
            result_.candidates,
            world_};
  }

  const Catalog& catalog() {
    if (!catalog_) catalog_.emplace(open_ready_catalog(world_));
    return *catalog_;
  }

  void offer_commands() {
    for (const Command& command : commands()) wanted(typed_).offer(command.name, command.help);
  }

  void offer_first_words() {
    offer_commands();
    wanted(typed_).offer("help", "on a command or a topic");
    if (!typed_.starts_with('-')) return;
    wanted(typed_).offer("--help", "this help");
    wanted(typed_).offer("--version", "the version");
  }

  void offer_help_words(std::size_t position) {
    if (position + 1 != before_.size()) return;
    offer_commands();
    for (const Topic& topic : topics()) wanted(typed_).offer(topic.name, topic.title);
  }

  void complete_command(const Command& command, std::size_t position) {
    command_ = &command;
    rows_ = option_rows(command);
    std::size_t place = 0;    // of the next argument without a flag
    bool flags_over = false;  // behind --
    option_ = nullptr;        // whose value comes next
    for (const std::string& word : before_.subspan(position + 1)) {
      if (option_ != nullptr) {
        option_ = nullptr;
      } else if (flags_over || !word.starts_with('-') || word == "-") {
        ++place;
      } else if (word == "--") {
        flags_over = true;
      } else {
        take_flag(word);
      }
    }
    if (option_ != nullptr) return offer_values(typed_, "");
    if (!flags_over && typed_.starts_with('-')) return complete_flag();
    option_ = argument_at(place);
    if (option_ != nullptr) offer_values(typed_, "");
  }

  OptionRow* row_of(std::string_view flag) {
    for (OptionRow& row : rows_) {
      if (std::find(row.names.begin(), row.names.end(), flag) != row.names.end()) return &row;
    }
    return nullptr;
  }

  void take_flag(const std::string& word) {
    const std::size_t equal = word.find('=');
    const OptionRow* row = row_of(std::string_view(word).substr(0, equal));
    if (row == nullptr) return;
    if (!row->repeated) given_.push_back(row);
    if (row->takes_value() && equal == std::string::npos) option_ = row;
  }

  const OptionRow* argument_at(std::size_t place) const {
    std::size_t at = 0;
    for (const OptionRow& row : rows_) {
      if (!row.positional()) continue;
      if (at == place || row.repeated) return &row;
      ++at;
    }
    return nullptr;
  }

  void complete_flag() {
    const std::size_t equal = typed_.find('=');
    if (equal == std::string::npos) return offer_flags();
    option_ = row_of(std::string_view(typed_).substr(0, equal));
    if (option_ == nullptr || option_->value.empty()) return;
    offer_values(std::string_view(typed_).substr(equal + 1), typed_.substr(0, equal + 1));
  }

  void offer_flags() {
    for (const OptionRow& row : rows_) {
      if (std::find(given_.begin(), given_.end(), &row) != given_.end()) continue;
      for (const std::string& name : row.names) {
        const bool is_short = !name.starts_with("--");
        if (is_short && typed_ != "-" && typed_ != name) continue;
        wanted(typed_).offer(name, option_help(row));
      }
    }
  }

  // `lead` stands before the value in the same word.
  void offer_values(std::string_view text, std::string lead) {
    const ValueKind* kind = find_value_kind(option_->value);
    if (kind == nullptr) return;
    result_.beside = kind->beside;
    std::size_t begin = 0;
    std::vector<std::string_view> used;
    if (kind->list) {
      const std::size_t comma = text.rfind(',');
      begin = comma == std::string_view::npos ? 0 : comma + 1;
      used = split_words(text.substr(0, begin), ',');
      if (text.substr(begin).starts_with('!')) ++begin;
    }
    if (kind->signs &&
        (text.substr(begin).starts_with('-') || text.substr(begin).starts_with('+'))) {
      ++begin;
    }
    lead += text.substr(0, begin);
    if (kind->offer != nullptr) kind->offer(wanted(text.substr(begin)));
    std::erase_if(result_.candidates, [&](const CompletionWord& candidate) {
      return std::find(used.begin(), used.end(), candidate.word) != used.end();
    });
    for (CompletionWord& candidate : result_.candidates) candidate.word.insert(0, lead);
  }

  std::span<const std::string> before_;
  const std::string& typed_;
  const World& world_;
  const Command* command_ = nullptr;
  const OptionRow* option_ = nullptr;
  std::vector<OptionRow> rows_ = {};
  std::vector<const OptionRow*> given_ = {};
  std::optional<Catalog> catalog_ = {};
  Completion result_ = {};
};

}  // namespace

Completion complete(std::span<const std::string> words, const World& world) {
  if (words.empty()) return {};
  try {
    return Line(words, world).complete();
  } catch (const DamagedIndex&) {
    return {};  // the next command says so, and makes it anew
  }
}

std::string completion_lines(const Completion& completion) {
  std::string text;
  if (completion.beside == Beside::files) text += ":files\n";
  if (completion.beside == Beside::folders) text += ":folders\n";
  for (const CompletionWord& candidate : completion.candidates) {
    text += printable(candidate.word);
    if (!candidate.help.empty()) text += "\t" + printable(candidate.help);
    text += "\n";
  }
  return text;
}

}  // namespace oms
