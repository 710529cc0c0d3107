#include <CLI/App.hpp>

#include <algorithm>

#include "cli/command.h"
#include "cli/counts.h"
#include "cli/page.h"
#include "cli/record_columns.h"
#include "cli/records.h"
#include "cli/selection.h"
#include "oms/base/text.h"
#include "oms/query/query.h"

namespace oms {
namespace {

struct TasksOptions {
  std::string text = {};
};

struct CountedTask {
  Task task = {};
  std::size_t models = 0;
};

std::string_view kind_word(Task::Kind kind) {
  switch (kind) {
    case Task::Kind::pipeline:
      return "pipeline";
    case Task::Kind::computed:
      return "computed";
    case Task::Kind::alias:
      break;
  }
  return "alias";
}

bool mentions(const Task& task, std::string_view folded) {
  return contains_folded(task.word, folded) || contains_folded(task.title, folded) ||
         contains_folded(task.group, folded) || contains_folded(task.help, folded);
}

// Counts what `list --task` would print. A pipeline tag is the value of one field, so one pass
// counts them all; the others are conditions.
Result<std::vector<CountedTask>> count_tasks(const TaskTable& tasks, std::string_view text,
                                             const Catalog& catalog) {
  const MetricTable metrics = catalog.metrics();
  const auto listed = listed_rows(catalog, metrics);
  if (!listed) return listed.error();
  const WordCounts tags = count_words(catalog.table(), field_id("task"), *listed);
  const std::string wanted = fold(text);
  std::vector<CountedTask> counted;
  for (const Task& task : tasks.rows()) {
    if (!mentions(task, wanted)) continue;
    if (task.kind == Task::Kind::pipeline) {
      counted.push_back({task, count_of(tags, task.word)});
      continue;
    }
    const auto asked = task_condition(tasks, task.word);
    if (!asked) return asked.error();
    counted.push_back({task, matching_set(*asked, catalog.table()).size_with(*listed)});
  }
  return counted;
}

Records records_of(const std::vector<CountedTask>& tasks) {
  Records records{.columns = task_columns()};
  for (const auto& [task, models] : tasks) {
    records.rows.push_back({text_cell(task.word), text_cell(kind_word(task.kind)),
                            text_cell(task.group), text_cell(task.title), text_cell(task.where),
                            text_cell(task.help), count_cell(models)});
  }
  return records;
}

// "task=a,b" → "a, b"; other conditions as they stand.
std::string alias_text(std::string_view where) {
  constexpr std::string_view kPlain = "task=";
  const bool plain = where.starts_with(kPlain) &&
                     where.substr(kPlain.size()).find_first_of("=~ ()") == std::string_view::npos;
  if (!plain) return std::string(where);
  return join(split_words(where.substr(kPlain.size()), ','), ", ");
}

std::string sentence(const Task& task) {
  if (task.kind != Task::Kind::alias) return std::string(task.help);
  return std::string(task.help) + ": " + alias_text(task.where);
}

struct Group {
  std::string title = {};
  std::vector<CountedTask> tasks = {};
  std::size_t models = 0;
};

// The computed task first, then the Hub's groups, the largest first, then the aliases.
std::vector<Group> groups_of(const std::vector<CountedTask>& tasks) {
  constexpr std::string_view kComputed = "By what a model can do";
  constexpr std::string_view kAliases = "Short names";
  std::vector<Group> groups;
  for (const CountedTask& counted : tasks) {
    std::string_view title = counted.task.group;
    if (counted.task.kind == Task::Kind::computed) title = kComputed;
    if (counted.task.kind == Task::Kind::alias) title = kAliases;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& known) { return known.title == title; });
    if (group == groups.end()) group = groups.insert(groups.end(), {std::string(title), {}, 0});
    group->tasks.push_back(counted);
    group->models += counted.models;
  }
  const auto place = [&](const Group& group) {
    return group.title == kComputed ? 0 : group.title == kAliases ? 2 : 1;
  };
  std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
    if (place(a) != place(b)) return place(a) < place(b);
    return a.models > b.models;
  });
  for (Group& group : groups) {
    if (group.title == kAliases) continue;  // by name: several often mean the same
    std::stable_sort(group.tasks.begin(), group.tasks.end(),
                     [](const auto& a, const auto& b) { return a.models > b.models; });
  }
  return groups;
}

std::string page_of(const std::vector<CountedTask>& tasks, const Style& style) {
  // The Hub's tasks stand in one column; the short names are short and take what they need.
  PageColumn word;
  for (const CountedTask& counted : tasks) {
    if (counted.task.kind == Task::Kind::alias) continue;
    word.least = std::max(word.least, display_width(counted.task.word));
  }
  Page page(style);
  for (const Group& group : groups_of(tasks)) {
    page.heading(group.title);
    const bool aliases = group.tasks.front().task.kind == Task::Kind::alias;
    const std::vector<PageColumn> columns = {
        aliases ? PageColumn{} : word, {.right = true, .least = 4}, {}};
    std::vector<std::vector<std::string>> rows;
    for (const auto& [task, models] : group.tasks) {
      rows.push_back({std::string(task.word), std::to_string(models), sentence(task)});
    }
    page.rows(columns, rows);
  }
  return page.text();
}

Outcome run_tasks(const TasksOptions& options, Context& context) {
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const TaskTable table = catalog->tasks();
  const auto tasks = count_tasks(table, options.text, *catalog);
  if (!tasks) return tasks.error();
  if (context.format != nullptr) {
    write_records(context.out, records_of(*tasks), *context.format, context.style);
  } else if (context.common.quiet) {
    write_first_column(context.out, records_of(*tasks));
  } else {
    context.out.write(page_of(*tasks, context.style));
  }
  if (tasks->empty()) {
    std::vector<std::string_view> words;
    for (const Task& task : table.rows()) words.push_back(task.word);
    context.note("no task mentions '" + options.text + "'" + did_you_mean(options.text, words));
  } else if (context.format == nullptr) {
    context.note("the numbers count what 'oms list --task TASK' finds in the catalog");
  }
  return 0;
}

}  // namespace

Run setup_tasks(CLI::App& app) {
  auto options = std::make_shared<TasksOptions>();
  app.add_option("text", options->text, "only tasks that mention this")->type_name("TEXT");
  return [options](Context& context) { return run_tasks(*options, context); };
}

}  // namespace oms
