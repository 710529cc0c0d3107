// What can be asked of the Hub's listing, and the requests that ask it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

// Members that a kind does not name are ignored by it.
struct HubScope {
  enum class Kind : std::uint8_t {
    ranked,    // the `top` first by `by`
    served,    // every model that some inference provider serves
    filtered,  // author AND filters AND search AND task; all of them, or the `top` first by `by`
    ids,       // models by name, one request each
    all,       // the whole Hub, in the order of creation
  };
  Kind kind = Kind::ranked;
  std::size_t top = 0;
  std::string by = "downloads";  // one of kRankKeys
  std::string author = {};
  std::vector<std::string> filters = {};  // tags: "license:mit", "gguf"
  std::string search = {};
  std::string task = {};  // pipeline tag
  std::vector<std::string> ids = {};

  // Whether a walk of it is whole only when it has every model of an owner, of a list or of the
  // Hub, so that a model which it no longer has is no longer there.
  bool proves_absence() const {
    if (kind == Kind::filtered) {
      return !author.empty() && filters.empty() && search.empty() && task.empty() && top == 0;
    }
    return kind == Kind::ids || kind == Kind::all;
  }
  // Whether its order moves while it is walked, so that an old place in it is worth nothing.
  bool moves() const { return top > 0; }
};

// What a ranking may go by; the Hub answers 400 to most other words.
inline constexpr std::array<std::string_view, 3> kRankKeys = {"downloads", "likes",
                                                              "trendingScore"};
inline constexpr std::size_t kPageSize = 1000;  // the most that the Hub sends at once

// The 20,000 most downloaded and every model that is served: what a plain `fetch` begins with.
std::vector<HubScope> default_scopes();
// The first of them: the models whose counters most questions are about.
HubScope most_downloaded();

// One text for the same question: "top 20000 by downloads", "served by a provider",
// "author mistralai", "filter license:mit + task text-generation", "ids", "all".
std::string scope_key(const HubScope& scope);

// The same scope as a query, "kind=ranked&top=20000&by=downloads", to be read back later. A list of
// ids gives its kind alone.
std::string scope_query(const HubScope& scope);
// nullopt: not made by scope_query().
std::optional<HubScope> parse_scope(std::string_view query);

// Keys of a record that are asked for with `expand`; `_id` and `id` always come.
enum class Expand : std::uint8_t {
  light,   // without the bulky cardData, config, gguf: for the whole Hub
  full,    // all that a listing can say and the catalog uses
  counts,  // only what moves without a change to the model: downloads, likes, trendingScore
  detail,  // for a model by name: also its files
};
std::vector<std::string> expand_keys(Expand expand);
// An older or foreign server refuses the whole request (400) for one key that it does not know.
// Removes the next keys to do without: baseModels first, then evalResults,
// inferenceProviderMapping, gguf and downloadsAllTime together. False when none is left.
bool drop_optional(std::vector<std::string>& keys);

// Path and query of the first page; the next ones come from the server. "" for ids.
// `expand[]` is written `expand%5B%5D`: brackets are not allowed in a query (RFC 3986), and both
// the Hub and its mirrors decode names. Values keep letters, digits and "-_.~" only, so that '+'
// is %2B and never a space. A walk that must miss nothing goes by creation, whose order holds
// still while it is walked; a ranking always says direction=-1.
std::string first_path(const HubScope& scope, std::span<const std::string> expand,
                       std::size_t page_size = kPageSize);
// The same for all models of the Hub, last changed first.
std::string changed_path(std::span<const std::string> expand, std::size_t page_size = kPageSize);
// The same page in smaller pieces, for a server that cannot make a large one in time.
std::string with_limit(std::string_view path, std::size_t limit);
// Of one model. Without `expand` the server's default record.
std::string detail_path(std::string_view id, std::span<const std::string> expand);

// The keys that the records behind such a path have unless they are known to be missing: what it
// asks for with `expand`, else the server's default for a listing or a single record, and what
// `full`, `cardData` and `config` add to it.
std::vector<std::string> keys_of(std::string_view path);
// In place of those keys: nobody knows what was asked for, so what a record lacks is unknown.
inline constexpr std::string_view kKeysNotTold = "*";

struct RequestCount {
  std::size_t count = 0;
  bool exact = true;  // false: at least so many, or, for the whole Hub, about
};
RequestCount request_count(const HubScope& scope, std::size_t page_size = kPageSize);

}  // namespace oms
