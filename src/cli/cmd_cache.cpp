#include <CLI/App.hpp>

#include <algorithm>
#include <array>

#include "cli/asked.h"
#include "cli/cache_info.h"
#include "cli/command.h"
#include "cli/export_catalog.h"
#include "cli/record_columns.h"
#include "cli/reference.h"
#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct CacheOptions {
  std::string action = {};
  std::string directory = {};  // to import from or to export to
};

// What every action works with: the place of the cache, which need not be there yet.
struct CacheCall {
  std::string directory = {};
  std::string other = {};
  Context& context;
};

// What an action that changes something did.
struct Effect {
  std::string_view action = {};
  CopiedCache copied = {};
};

Records records_of(const CacheCall& call, const Effect& effect) {
  Records records{.columns = cache_action_columns()};
  records.rows.push_back({text_cell(effect.action), text_cell(call.directory),
                          text_cell(call.other), text_cell(effect.copied.snapshot),
                          text_cell(effect.copied.replaced), count_cell(effect.copied.pages),
                          count_cell(effect.copied.bytes)});
  return records;
}

void print(const CacheCall& call, const Effect& effect, const std::string& text) {
  Context& context = call.context;
  const Records records = records_of(call, effect);
  if (context.json()) {
    context.out.write(json_block(members_of(records, 0)) + "\n");
  } else if (context.format != nullptr) {
    write_records(context.out, records, *context.format, context.style);
  } else if (!context.common.quiet) {
    context.out.write(text);
  }
}

std::string none_yet(const std::string& directory) {
  return "no cache yet in " + printable(directory) + "; 'oms fetch' makes it\n";
}

// Also with -q, and as it is: scripts pass it on.
Outcome run_path(CacheCall& call) {
  if (call.context.format != nullptr) {
    print(call, {"path", {}}, "");
  } else {
    call.context.out.write(call.directory + "\n");
  }
  return 0;
}

Outcome run_info(CacheCall& call) {
  Context& context = call.context;
  const auto info = read_cache_info(call.directory, context.world.clock.now_ms());
  if (!info) return info.error();
  if (context.json()) {
    context.out.write(cache_json(*info));
  } else if (context.format != nullptr) {
    write_records(context.out, cache_records(*info), *context.format, context.style);
  } else if (!context.common.quiet) {
    const std::string none = info->interrupted_at.empty()
                                 ? none_yet(call.directory)
                                 : "no cache yet in " + printable(call.directory) +
                                       "; a fetch was interrupted, 'oms fetch' goes on with it\n";
    context.out.write(info->snapshot.empty() ? none : cache_page(*info, context.style));
  }
  return 0;
}

Outcome run_verify(CacheCall& call) {
  Context& context = call.context;
  const Cache::Verified verified = Cache(call.directory).verify();
  Records records{.columns = cache_problem_columns()};
  std::string text;
  for (const Cache::Problem& problem : verified.problems) {
    records.rows.push_back(
        {text_cell(problem.file), text_cell(problem.what), text_cell(problem.repair)});
    text += printable(problem.file + ": " + problem.what) + "; run '" + problem.repair + "'\n";
  }
  const bool sound = verified.problems.empty();
  if (sound) {
    text = verified.files == 0 ? none_yet(call.directory)
                               : counted(verified.files, "file") + " checked, all sound\n";
  }
  if (context.format != nullptr) {
    write_records(context.out, records, *context.format, context.style);
  } else if (!context.common.quiet) {
    context.out.write(text);
  }
  return sound ? 0 : static_cast<int>(Errc::data);
}

Outcome run_clear(CacheCall& call) {
  const Cache cache(call.directory);
  const std::string where = printable(call.directory);
  // A writer would make the directory.
  if (cache.usage().bytes == 0 && !cache.exists()) {
    print(call, {"clear", {}}, "nothing to clear in " + where + "\n");
    return 0;
  }
  const auto writer = CacheWriter::open(call.directory);
  if (!writer) return writer.error();
  const Cache::Usage before = cache.usage();  // with the lock, which stays
  const auto cleared = (*writer)->clear();
  if (!cleared) return cleared.error();
  Effect effect{"clear", {}};
  effect.copied.pages = before.pages;
  effect.copied.bytes = before.bytes - std::min(before.bytes, cache.usage().bytes);
  const std::string what = counted(before.pages, "page") + ", " +
                           counted(before.snapshots, "snapshot") + ", " +
                           bytes_text(effect.copied.bytes) + " freed\n";
  print(call, effect,
        effect.copied.bytes == 0 ? "nothing to clear in " + where + "\n"
                                 : "cleared " + where + ": " + what);
  return 0;
}

std::string copied_text(const CopiedCache& copied) {
  return counted(copied.pages, "page") + ", " + bytes_text(copied.bytes);
}

std::string replaced_text(const CopiedCache& copied) {
  if (copied.replaced.empty()) return "";
  return "snapshot " + copied.replaced + ", which was current, stays as the previous one\n";
}

Outcome run_import(CacheCall& call) {
  if (!Cache(call.other).exists()) {
    return Error{Errc::data, "cannot import '" + printable(call.other) + "': there is no cache",
                 "'oms cache export DIR' makes a copy that can be imported"};
  }
  const auto copied = copy_cache(call.other, call.directory);
  if (!copied) return copied.error();
  // Makes the index now, while somebody who may write is here, and proves that it can be read.
  const auto catalog = open_catalog(call.context.world);
  if (!catalog) return catalog.error();
  const std::size_t models = catalog->table().rows - reference_rows(catalog->table());
  print(call, {"import", *copied},
        "imported " + copied_text(*copied) + " from " + printable(call.other) + "\nsnapshot " +
            copied->snapshot + " is current now: " + counted(models, "model") +
            " with the bundled ones\n" + replaced_text(*copied));
  return 0;
}

// Every model, as 'list --all --closed --gone -n 0' has it.
Outcome export_tables(CacheCall& call) {
  Context& context = call.context;
  SelectionOptions all;
  all.closed = true;
  all.gone = true;
  const auto asked = ask(all, context);
  if (!asked) return asked.error();
  const Asked& whole = **asked;
  const auto written = export_catalog({.table = whole.table,
                                       .metrics = whole.metrics,
                                       .newest_price = whole.catalog.price_dates().last,
                                       .format = *context.format,
                                       .style = context.style},
                                      call.other);
  if (!written) return written.error();
  context.out.write("exported " + counted(written->models, "model") + ", " +
                    counted(written->offers, "offer") + ", " + counted(written->scores, "score") +
                    " to " + printable(call.other) + "\n" + counted(written->files, "file") + ", " +
                    bytes_text(written->bytes) + "\n");
  return 0;
}

// A copy of the cache to import elsewhere; with a format for tables, the catalog in tables.
Outcome run_export(CacheCall& call) {
  if (const Format* format = call.context.format; format != nullptr && !call.context.json()) {
    if (format->name == "ndjson" || format->name == "csv") return export_tables(call);
    return Error{Errc::usage,
                 "cache export: the catalog is written as ndjson or csv, not as '" +
                     std::string(format->name) + "'",
                 "without --format it copies the cache"};
  }
  if (!Cache(call.directory).exists()) {
    return Error{Errc::data,
                 "cannot export the cache '" + printable(call.directory) + "': there is none",
                 "run 'oms fetch' first"};
  }
  const auto copied = copy_cache(call.directory, call.other);
  if (!copied) return copied.error();
  print(call, {"export", *copied},
        "exported " + copied_text(*copied) + " to " + printable(call.other) + "\nsnapshot " +
            copied->snapshot + " is current there\n" + replaced_text(*copied));
  return 0;
}

struct Action {
  std::string_view word = {};
  Outcome (*run)(CacheCall&) = nullptr;
  bool takes_directory = false;
};
constexpr std::array kActions = {
    Action{"path", run_path},           Action{"info", run_info},
    Action{"verify", run_verify},       Action{"clear", run_clear},
    Action{"import", run_import, true}, Action{"export", run_export, true}};

Error unknown_action(const std::string& word) {
  std::vector<std::string_view> words;
  for (const Action& action : kActions) words.push_back(action.word);
  const std::string what =
      word.empty() ? "cache: an action is missing"
                   : "cache: unknown action '" + printable(word) + "'" + did_you_mean(word, words);
  return {Errc::usage, what, "actions are " + join(words, ", ")};
}

Outcome run_cache(const CacheOptions& options, Context& context) {
  const auto* action = std::find_if(kActions.begin(), kActions.end(),
                                    [&](const Action& row) { return row.word == options.action; });
  if (action == kActions.end()) return unknown_action(options.action);
  if (action->takes_directory != !options.directory.empty()) {
    return Error{Errc::usage,
                 "cache " + options.action +
                     (action->takes_directory
                          ? ": the directory is missing"
                          : " takes no directory: '" + printable(options.directory) + "'"),
                 "'oms cache --help' explains the actions"};
  }
  CacheCall call{cache_directory(context.world), options.directory, context};
  if (call.directory.empty()) {
    return Error{Errc::data, "no place for the cache: HOME is not set", "set OMS_CACHE_DIR"};
  }
  return action->run(call);
}

}  // namespace

Run setup_cache(CLI::App& app) {
  auto options = std::make_shared<CacheOptions>();
  app.add_option(
         "action", options->action,
         "path: where it is; info: what is in it and how old; verify: read all of it; "
         "clear: remove it; import, export: copy a cache from or to DIR; export with --format "
         "ndjson or csv: all models, offers and scores as files in DIR")
      ->type_name("ACTION");
  app.add_option("dir", options->directory, "for import and export")->type_name("DIR");
  return [options](Context& context) { return run_cache(*options, context); };
}

}  // namespace oms
