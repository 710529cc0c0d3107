// Tasks: the Hub's pipeline tags, the computed task `chat`, and aliases (data/tasks.tsv).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/field.h"

namespace oms {

struct Task {
  enum class Kind : std::uint8_t { pipeline, computed, alias };
  std::string_view word = {};  // "automatic-speech-recognition", "chat", "asr"
  Kind kind = Kind::pipeline;
  std::string_view group = {};  // "Audio"
  std::string_view title = {};  // "Automatic Speech Recognition"
  std::string_view where = {};  // alias: the condition it stands for
  std::string_view help = {};
};

class TaskTable {
 public:
  static Result<TaskTable> parse(std::string_view tsv);  // `tsv` must outlive the table
  const std::vector<Task>& rows() const { return rows_; }
  const Task* find(std::string_view word) const;  // letter case aside; nullptr when there is none
  // Errc::usage with a suggestion: "unknown task 'chatt'; did you mean 'chat'? …".
  Result<const Task*> look_up(std::string_view word) const;

 private:
  std::vector<Task> rows_ = {};
  std::unordered_map<std::string_view, std::size_t> positions_ = {};  // by word
};

// The tag by which a publisher says that a model is chat.
inline constexpr std::string_view kConversational = "conversational";

// What the rule for `chat` looks at.
struct ChatSigns {
  std::string_view pipeline_tag = {};
  std::span<const std::string> tags = {};
  bool all_tags = true;                // false: never collected, or the source cut the list
  bool chat_template = false;          // the record shows one
  bool served_conversational = false;  // a provider mapping has the task `conversational`
  bool text_token_price = false;       // some price list sells its text output by the token
};
// Design: tag `conversational`, a template, a conversational mapping; or a token price for text
// output unless the pipeline tag is not one that generates text. Nothing when the model may
// generate text and the tag that would tell may be among those nobody saw.
Flag is_chat(const ChatSigns& signs);

// All tasks of a record in table order of first mention: pipeline tag, other pipeline tags among
// its tags, then `chat` where it is certain. A list cannot say that one of its words is unknown:
// that is what the field `chat` is for.
std::vector<std::string> tasks_of(const ChatSigns& signs, const TaskTable& table);

}  // namespace oms
