#include "cli/fetch_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/hub_token.h"
#include "oms/base/text.h"
#include "oms/catalog/services.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

constexpr std::int64_t kLongestSeconds = 86'400;

// Where the Hub is; the rows of services() say it of the others.
constexpr std::string_view kHub = "hub";
constexpr std::string_view kHubVariable = "HF_ENDPOINT";
constexpr std::string_view kHubUrl = "https://huggingface.co";

Error wrong(std::string what, std::string hint = {}) {
  return {Errc::usage, std::move(what), std::move(hint)};
}

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

template <typename Number>
bool parse_whole(const std::string& text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && out > 0;
}

Result<Done> take_seconds(std::string_view flag, const std::string& text, std::int64_t unit,
                          std::int64_t& out) {
  if (text.empty()) return Done{};
  std::int64_t seconds = 0;
  if (!parse_whole(text, seconds) || seconds > kLongestSeconds) {
    return wrong(fmt::format("{} takes a number of seconds from 1 to {}, not '{}'", flag,
                             kLongestSeconds, printable(text)));
  }
  out = seconds * unit;
  return Done{};
}

// The tags that the Hub's listing can be asked for: an alias may stand for several.
Result<std::vector<HubScope>> with_task(const HubScope& scope, const std::string& word,
                                        const TaskTable& tasks) {
  const auto task = tasks.look_up(word);
  if (!task) return task.error();
  if ((*task)->kind == Task::Kind::computed) {
    HubScope chat = scope;
    chat.filters.emplace_back("conversational");  // the tag that the Hub computes for it
    return std::vector<HubScope>{chat};
  }
  std::string_view tags = (*task)->word;
  if ((*task)->kind == Task::Kind::alias) {
    tags = (*task)->where;
    const bool plain = tags.starts_with("task=") && tags.find(' ') == std::string_view::npos;
    if (!plain) {
      return wrong("--task: the Hub's listing cannot be asked for '" + printable(word) + "'",
                   "fetch by a pipeline tag or --filter TAG, then 'oms list --task " +
                       printable(word) + "'");
    }
    tags.remove_prefix(5);
  }
  std::vector<HubScope> scopes;
  for (const std::string_view tag : split_words(tags, ',')) {
    scopes.push_back(scope);
    scopes.back().task = tag;
  }
  return scopes;
}

Result<HubScope> ids_scope(const std::vector<std::string>& ids) {
  HubScope scope;
  scope.kind = HubScope::Kind::ids;
  for (const std::string& id : ids) {
    if (!is_hub_id(id)) {
      return wrong("'" + printable(id) + "' is not the id of a model",
                   "an id is owner/name, as on the Hub's pages");
    }
    scope.ids.push_back(id);
  }
  return scope;
}

// Nothing asked for: nothing here, and the scopes on record are refreshed.
Result<std::vector<HubScope>> make_scopes(const FetchCommandOptions& options,
                                          const TaskTable& tasks) {
  std::vector<HubScope> scopes;
  const bool filtered = !options.task.empty() || !options.author.empty() ||
                        !options.filter.empty() || !options.search.empty();
  if (options.all && (filtered || !options.top.empty())) {
    return wrong("--all is the whole Hub: it goes with no other choice of models");
  }
  if (options.full && !options.all) {
    return wrong("--full walks the whole Hub again", "say both: --all --full");
  }
  if (!options.by.empty() && options.top.empty()) {
    return wrong("--by orders what --top counts", "say both: --top 1000 --by likes");
  }
  if (!options.ids.empty()) {
    auto named = ids_scope(options.ids);
    if (!named) return std::move(named).error();
    scopes.push_back(*std::move(named));
  }
  if (options.all) scopes.push_back({.kind = HubScope::Kind::all});
  HubScope listing;
  listing.kind = filtered ? HubScope::Kind::filtered : HubScope::Kind::ranked;
  listing.author = options.author;
  listing.filters = options.filter;
  listing.search = options.search;
  if (!options.by.empty()) listing.by = options.by;
  if (std::find(kRankKeys.begin(), kRankKeys.end(), listing.by) == kRankKeys.end()) {
    return wrong("--by takes downloads, likes or trendingScore, not '" + printable(listing.by) +
                 "'");
  }
  if (!options.top.empty() && !parse_whole(options.top, listing.top)) {
    return wrong("--top takes a number of models, not '" + printable(options.top) + "'");
  }
  if (!options.task.empty()) {
    auto several = with_task(listing, options.task, tasks);
    if (!several) return several;
    scopes.insert(scopes.end(), several->begin(), several->end());
  } else if (filtered || listing.top > 0) {
    scopes.push_back(std::move(listing));
  }
  return scopes;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Result<std::vector<std::string>> wanted_sources(const std::vector<std::string>& only) {
  std::vector<std::string_view> names = {kHub};
  for (const Service& service : services()) names.push_back(service.name);
  std::vector<std::string> wanted;
  for (const std::string& value : only) {
    for (const std::string_view word : split_words(value, ',')) {
      if (std::find(names.begin(), names.end(), word) == names.end()) {
        return wrong("--only: unknown source '" + printable(word) + "'" + did_you_mean(word, names),
                     "sources are " + source_words());
      }
      wanted.emplace_back(word);
    }
  }
  return wanted;
}

// The sources asked for, in the order of the table. With another Hub than the usual one, sources
// that were not pointed elsewhere too are left out: a test or a mirror must not meet the real ones.
class SourceChoice {
 public:
  SourceChoice(const std::vector<std::string>& wanted, const World& world, const Context& context,
               RefreshOptions& result)
      : wanted_(wanted), world_(world), context_(context), result_(result) {
    const std::string hub = without_slash(variable(world, kHubVariable));
    elsewhere_ = !hub.empty() && hub != kHubUrl;
  }

  Result<Done> add_all() {
    if (is_asked(kHub, /*by_default=*/true)) add(kHub, kHubVariable, kHubUrl, "");
    for (const Service& service : services()) {
      if (!is_asked(service.name, service.by_default)) continue;
      const std::string key(trim(variable(world_, service.key_variable)));
      if (key.empty() && !service.key_variable.empty() && result_.from.empty()) {
        return wrong(fmt::format("--only: {} asks for a key", service.name),
                     fmt::format("set {} to yours", service.key_variable));
      }
      add(service.name, service.variable, service.base_url, key);
    }
    return Done{};
  }

 private:
  bool is_asked(std::string_view source, bool by_default) const {
    if (!wanted_.empty()) return contains(wanted_, source);
    // What lies in a folder was put there on purpose.
    return by_default || !result_.from.empty();
  }

  void add(std::string_view source, std::string_view name, std::string_view usual,
           const std::string& key) {
    std::string base_url = variable(world_, name);
    if (base_url.empty() && elsewhere_ && result_.from.empty()) {
      context_.note(fmt::format("oms: note: {} is left out: {} is set and {} is not", source,
                                kHubVariable, name));
      return;
    }
    if (base_url.empty()) base_url = usual;
    result_.sources.emplace_back(source);
    result_.endpoints.push_back({std::string(source), without_slash(std::move(base_url)), key});
  }

  const std::vector<std::string>& wanted_;
  const World& world_;
  const Context& context_;
  RefreshOptions& result_;
  bool elsewhere_ = false;
};

Result<Done> add_waits(const FetchCommandOptions& options, const World& world,
                       RefreshOptions& result) {
  Result<Done> taken = take_seconds("--timeout", options.timeout, 1000, result.stall_timeout_ms);
  if (taken) {
    taken =
        take_seconds("--connect-timeout", options.connect_timeout, 1000, result.connect_timeout_ms);
  }
  if (taken) taken = take_seconds("--max-wait", options.max_wait, 1, result.longest_wait_s);
  const std::string unit = variable(world, "OMS_RETRY_UNIT_MS");
  std::from_chars(unit.data(), unit.data() + unit.size(), result.retry_unit_ms);
  return taken;
}

}  // namespace

std::string source_words() {
  std::string words(kHub);
  for (const Service& service : services()) words += ", " + std::string(service.name);
  return words;
}

Result<Done> check_sources(const std::string& words) {
  const auto wanted = wanted_sources({words});
  if (!wanted) return wanted.error();
  return Done{};
}

Result<RefreshOptions> make_refresh_options(const FetchCommandOptions& options, const World& world,
                                            const TaskTable& tasks, const Context& context) {
  RefreshOptions result;
  result.from = options.from;
  result.with_bases = options.with_bases;
  result.whole_again = options.full;
  auto scopes = make_scopes(options, tasks);
  if (!scopes) return std::move(scopes).error();
  result.scopes = *std::move(scopes);
  if (!options.from.empty() && !result.scopes.empty()) {
    return wrong("--from reads files: it goes with no choice of models");
  }
  if (options.with_bases && options.ids.empty()) {
    return wrong("--with-bases goes with models by name", "oms fetch OWNER/NAME --with-bases");
  }
  const auto wanted = wanted_sources(options.only);
  if (!wanted) return wanted.error();
  const bool hub = wanted->empty() || contains(*wanted, kHub);
  if (!hub && !result.scopes.empty()) {
    return wrong("--only leaves out the hub, which the choice of models is about");
  }
  const auto chosen = SourceChoice(*wanted, world, context, result).add_all();
  if (!chosen) return chosen.error();
  const auto waits = add_waits(options, world, result);
  if (!waits) return waits.error();
  if (result.from.empty()) result.token = hub_token(world);
  return result;
}

}  // namespace oms
