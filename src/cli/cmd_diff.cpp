#include <CLI/App.hpp>

#include <fmt/format.h>

#include "cli/check_list.h"
#include "cli/command.h"
#include "cli/diff_changes.h"
#include "cli/diff_filter.h"
#include "cli/diff_view.h"
#include "cli/footer.h"
#include "cli/snapshot_choice.h"
#include "cli/units.h"
#include "oms/base/text.h"
#include "oms/store/cache.h"
#include "oms/store/digest_pairs.h"

namespace oms {
namespace {

struct DiffOptions {
  SnapshotChoice choice = {};
  std::string only = {};
  std::string fail_on = {};
  std::vector<std::string> authors = {};
  std::vector<std::string> ids = {};
  std::vector<std::string> files = {};
  std::string limit = "20";
};

struct DiffRequest {
  ChangeKinds only = {};
  bool has_only = false;
  ChangeKinds fail_on = {};
  bool has_gate = false;
  DiffFilter filter = {};
  std::size_t limit = 0;
};

Result<DiffRequest> read_request(const DiffOptions& options, const Context& context) {
  DiffRequest request{.has_only = !options.only.empty(), .has_gate = !options.fail_on.empty()};
  const auto only = parse_change_kinds("--only", options.only);
  if (!only) return only.error();
  const auto fail_on = parse_change_kinds("--fail-on", options.fail_on);
  if (!fail_on) return fail_on.error();
  const auto limit = parse_count("-n", "rows", options.limit);
  if (!limit) return limit.error();
  request.only = *only;
  request.fail_on = *fail_on;
  request.limit = *limit;
  const auto each_word = [](const std::vector<std::string>& values, const auto& use) {
    for (const std::string& value : values) {
      for (const std::string_view word : split_words(value, ',')) use(word);
    }
  };
  each_word(options.authors, [&](auto author) { request.filter.add_author(author); });
  each_word(options.ids, [&](auto id) { request.filter.add_id(id); });
  const auto listed = ids_in_lists(options.files, context);
  if (!listed) return listed.error();
  for (const std::string& id : *listed) request.filter.add_id(id);
  return request;
}

struct DiffAnswer {
  ChangeList printed;  // what --only leaves
  ChangeList failing;
  std::vector<std::string> missing = {};  // asked for, in neither snapshot
};

Result<DiffAnswer> compare(const Cache& cache, const SnapshotPair& snapshots,
                           DiffRequest& request) {
  DiffAnswer answer{ChangeList(request.limit), ChangeList(1)};
  const auto add = [&](const DigestLine* before, const DigestLine* after) {
    if (!request.filter.takes(before, after)) return;
    std::vector<Change> changes = changes_of(before, after);
    std::vector<Change> failing;
    for (Change& change : changes) {
      change.fails = request.fail_on.has(change.kind) && !change.one_sided;
      if (change.fails) failing.push_back(change);
    }
    answer.failing.add(std::move(failing));
    if (request.has_only) {
      std::erase_if(changes, [&](const Change& change) { return !request.only.has(change.kind); });
    }
    answer.printed.add(std::move(changes));
  };
  const auto compared = each_difference(cache, snapshots.before, snapshots.after, add);
  if (!compared) return compared.error();
  auto missing = request.filter.missing(cache, {snapshots.after, snapshots.before});
  if (!missing) return std::move(missing).error();
  answer.missing = *std::move(missing);
  return answer;
}

std::string aged(const std::string& snapshot, std::int64_t now_ms) {
  const auto age = age_ms(snapshot_time(snapshot), now_ms);
  return age ? fmt::format("{} ({})", snapshot, age_text(*age)) : snapshot;
}

void print(const DiffView& view, Context& context) {
  const Format* format = context.format;
  if (format == nullptr) format = find_format(context.common.quiet ? "ids" : "table");
  if (format->name == "ids") {
    context.out.write(diff_ids(view.rows));
  } else if (format->name == "table") {
    context.out.write(diff_table(view, context.style));
  } else if (format->name == "md") {
    context.out.write(diff_markdown(view, context.style));
  } else {
    write_records(context.out, change_records(view.rows), *format, context.style);
  }
}

void print_notes(const DiffView& view, const DiffAnswer& answer, Context& context) {
  const std::int64_t now_ms = context.world.clock.now_ms();
  std::vector<std::string> parts = {fmt::format("{} of {}", view.rows.size(), view.total),
                                    aged(view.snapshots.before, now_ms) +
                                        std::string(arrow(context.style)) +
                                        aged(view.snapshots.after, now_ms)};
  for (const Change& change : view.rows) {
    if (change.kind != ChangeKind::price) continue;
    parts.emplace_back("USD per 1M tokens");
    break;
  }
  for (const std::string& line : footer_lines(parts, context)) context.note(line);
  if (!answer.missing.empty()) {
    context.note("in neither snapshot: " + printable(join(answer.missing, ", ")));
  }
  const std::vector<std::string> failing = count_texts(answer.failing);
  if (!failing.empty()) context.note("fails: " + join(failing, ", "));
}

Outcome run_diff(const DiffOptions& options, Context& context) {
  auto request = read_request(options, context);
  if (!request) return std::move(request).error();
  const Cache cache(cache_directory(context.world));
  const auto manifest = cache.current();
  if (!manifest) return manifest.error();
  if (manifest->history.empty()) {
    return Error{Errc::data, "no catalog in '" + printable(cache.directory()) + "'",
                 "run 'oms fetch' first"};
  }
  const auto snapshots =
      choose_snapshots(options.choice, manifest->history, context.world.clock.now_ms());
  if (!snapshots) return snapshots.error();
  auto answer = compare(cache, *snapshots, *request);
  if (!answer) return std::move(answer).error();

  const std::vector<Change> rows = answer->printed.rows();
  const DiffView view{.snapshots = *snapshots,
                      .counts = count_texts(answer->printed),
                      .rows = rows,
                      .total = answer->printed.total(),
                      .has_gate = request->has_gate};
  print(view, context);
  print_notes(view, *answer, context);
  if (request->has_gate && !answer->missing.empty()) return static_cast<int>(Errc::data);
  return answer->failing.total() > 0 ? static_cast<int>(Errc::no) : 0;
}

}  // namespace

Run setup_diff(CLI::App& app) {
  auto options = std::make_shared<DiffOptions>();
  app.add_option("snapshot", options->choice.names,
                 "earlier and later one (default: the last two); one: against the last")
      ->type_name("SNAPSHOT");
  app.add_option("--since", options->choice.since,
                 "against the newest snapshot at or before that: 7d, 2026-11-20, a snapshot")
      ->type_name("AGE");
  const char* what = "What is compared";
  std::string words;
  for (const ChangeWord& word : change_words()) {
    words += (words.empty() ? "" : ", ") + std::string(word.word);
  }
  app.add_option("--only", options->only, "kinds of changes: " + words)
      ->type_name("KINDS")
      ->group(what);
  app.add_option("--fail-on", options->fail_on, "exit 1 when there is a change of these kinds")
      ->type_name("KINDS")
      ->group(what);
  const auto list = [&](const char* flag, std::vector<std::string>& values, const char* type,
                        const char* help) {
    app.add_option(flag, values, help)->type_name(type)->allow_extra_args(false)->group(what);
  };
  list("--author", options->authors, "OWNER", "only models of these owners");
  list("--id", options->ids, "ID", "only these models");
  list("-f,--file", options->files, "FILE", "only those of a list, one id a line; - for stdin");
  app.add_option("-n,--limit", options->limit, "rows, 0 = all")->type_name("N")->group(what);
  return [options](Context& context) { return run_diff(*options, context); };
}

}  // namespace oms
