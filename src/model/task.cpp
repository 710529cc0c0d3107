#include "oms/model/task.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/named_rows.h"
#include "oms/base/text.h"

namespace oms {
namespace {

enum class Column : std::uint8_t { task, kind, group, title, where, help };
constexpr std::array<std::string_view, 6> kColumns = {"task",  "kind",  "group",
                                                      "title", "where", "help"};
constexpr std::array<std::string_view, 3> kKinds = {"pipeline", "computed", "alias"};

constexpr std::string_view kChat = "chat";

// Pipeline tags whose output is text; two of them survive only in old records.
constexpr std::array<std::string_view, 7> kTextGenerating = {
    "text-generation",    "image-text-to-text",   "any-to-any",    "audio-text-to-text",
    "video-text-to-text", "text2text-generation", kConversational,
};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool generates_text(std::string_view pipeline_tag) {
  const auto& tags = kTextGenerating;
  return pipeline_tag.empty() || std::find(tags.begin(), tags.end(), pipeline_tag) != tags.end();
}

Result<Task> read_row(const NamedRows& rows, std::size_t row) {
  Task task{.word = rows.at(row, Column::task),
            .group = rows.at(row, Column::group),
            .title = rows.at(row, Column::title),
            .where = rows.at(row, Column::where),
            .help = rows.at(row, Column::help)};
  if (task.word.empty() || task.word != fold(task.word)) {
    return rows.error(row, "a task is a word in lower case");
  }
  const std::string_view kind = rows.at(row, Column::kind);
  const auto found = std::find(kKinds.begin(), kKinds.end(), kind);
  if (found == kKinds.end()) return rows.error(row, "unknown kind '" + printable(kind) + "'");
  task.kind = static_cast<Task::Kind>(found - kKinds.begin());
  if (task.kind == Task::Kind::alias && task.where.empty()) {
    return rows.error(row, "an alias stands for a condition");
  }
  return task;
}

}  // namespace

Result<TaskTable> TaskTable::parse(std::string_view tsv) {
  const Result<NamedRows> rows = NamedRows::parse("task table", tsv, kColumns);
  if (!rows) return rows.error();

  TaskTable table;
  for (std::size_t row = 0; row < rows->size(); ++row) {
    Result<Task> task = read_row(*rows, row);
    if (!task) return task.error();
    if (!table.positions_.emplace(task->word, row).second) {
      return rows->error(row, "task stands twice");
    }
    table.rows_.push_back(std::move(task).value());
  }
  return table;
}

// Asked for every tag of every record, nearly all of them in lower case: fold only the others.
const Task* TaskTable::find(std::string_view word) const {
  auto found = positions_.find(word);
  if (found == positions_.end() && std::any_of(word.begin(), word.end(), is_upper)) {
    found = positions_.find(fold(word));
  }
  return found == positions_.end() ? nullptr : &rows_[found->second];
}

Result<const Task*> TaskTable::look_up(std::string_view word) const {
  if (const Task* task = find(word)) return task;
  std::vector<std::string_view> candidates;
  for (const Task& task : rows_) candidates.push_back(task.word);
  return Error{Errc::usage,
               "unknown task '" + printable(word) + "'" + did_you_mean(word, candidates),
               "'oms tasks' lists all"};
}

Flag is_chat(const ChatSigns& signs) {
  const auto& tags = signs.tags;
  if (std::find(tags.begin(), tags.end(), kConversational) != tags.end()) return true;
  if (signs.chat_template || signs.served_conversational) return true;
  if (!generates_text(signs.pipeline_tag)) return false;
  if (signs.text_token_price) return true;
  return signs.all_tags ? Flag(false) : std::nullopt;
}

std::vector<std::string> tasks_of(const ChatSigns& signs, const TaskTable& table) {
  std::vector<std::string> tasks;
  const auto add = [&tasks](std::string_view task) {
    if (std::find(tasks.begin(), tasks.end(), task) == tasks.end()) tasks.emplace_back(task);
  };
  // A tag that the Hub has given up since stays what the record says.
  if (!signs.pipeline_tag.empty()) add(signs.pipeline_tag);
  for (const std::string& tag : signs.tags) {
    const Task* task = table.find(tag);
    if (task != nullptr && task->kind == Task::Kind::pipeline) add(task->word);
  }
  if (is_chat(signs) == Flag(true)) add(kChat);
  return tasks;
}

}  // namespace oms
