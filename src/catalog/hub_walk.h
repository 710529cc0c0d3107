// Asks the Hub for one scope and puts the pages into the cache.
#pragma once

#include <functional>
#include <future>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/id_set.h"
#include "oms/catalog/refresh.h"
#include "oms/source/hub_page.h"

namespace oms {

// What came of a walk. To go on with an interrupted one, fill in `seen` and `resume`.
struct Walked {
  IdSet seen = {};  // models, by _id where there is one: a moving ranking repeats rows
  std::vector<std::string> ids = {};       // of models by name, as the server spells them
  std::vector<std::string> rejected = {};  // "page 2, record 17 'acme/x': not valid JSON"
  std::vector<std::string> odd = {};       // the same, of records that stay
  std::vector<Error> missing = {};         // asked for by name, not there
  std::vector<std::string> missing_ids = {};
  // Asked for by one name and there under another.
  std::vector<std::pair<std::string, std::string>> redirected = {};
  bool to_the_end = false;  // the listing has nothing more, so that absence proves something
  std::string resume = {};  // where it was stopped: path of the next page, or the next id
  std::string error = {};   // why it ended early, "" when it did not
  Errc code = Errc::network;

  bool whole() const { return error.empty() && resume.empty(); }
};

// What is needed to ask the Hub.
struct HubAccess {
  Transport& transport;
  CacheWriter& writer;
  const Cache& cache;
  Clock& clock;
  const RefreshEvents& events;
  std::string endpoint = {};
  bool has_token = false;
  std::vector<std::string>& refused;  // "https://… baseModels": keys that the server refuses
  // The page that an earlier fetch got for this request; nullptr when there is none. A server that
  // still has the same does not send it again.
  std::function<const PageInfo*(std::string_view request)> known = {};
};

class HubWalk {
 public:
  explicit HubWalk(HubAccess access) : hub_(std::move(access)) {}

  // Called after each page that is in the cache; `next`: where to resume from here.
  using Kept = std::function<Result<Done>(const PageInfo& page, const std::string& next)>;

  // Goes on at `walked.resume`, or begins when it is "". While a page is read and stored, the next
  // one is already on its way.
  Walked listing(const HubScope& scope, Walked walked, const Kept& kept);
  // One request a model, and one for each of its bases that was not asked for before.
  Walked models(std::vector<std::string> ids, bool with_bases, Walked walked, const Kept& kept);

  // What one request says about a model that a listing no longer has.
  struct Confirmed {
    enum class State { there, gone, unknown };
    State state = State::unknown;
    std::string id = {};    // under which it is there
    std::string line = {};  // its record as the cache keeps it, with the end of the line
    std::vector<std::string> keys = {};  // that were asked for
  };
  Confirmed confirm(const std::string& id);

 private:
  struct Stored;
  struct Listing;
  struct Names;

  Result<Fetched> get_page(Listing& now);
  bool may_go_on(const Listing& now, const Fetched& fetched) const;
  bool way_is_good(const Listing& now, const Fetched& fetched) const;
  void store(Listing& now, Fetched fetched);
  Stored reduce_and_write(PageInfo page, std::string_view body);
  Stored reuse(PageInfo page, const PageInfo& known) const;
  Stored ask_again(const Stored& bad);
  bool take(Listing& now, const Kept& kept);
  void advance(Listing& now, const std::string& next, const Kept& kept);
  bool fetch_model(const std::string& id, Names& names, Walked& walked, const Kept& kept);

  bool stopped() const { return hub_.events.stopped && hub_.events.stopped(); }
  void step(const std::string& line) const;
  const PageInfo* known(std::string_view request) const;
  PageInfo page_info(std::string_view scope, std::string_view request,
                     const HttpResponse& response) const;
  std::vector<std::string> allowed_keys(Expand expand) const;
  bool remember_refused(std::vector<std::string>& keys);

  HubAccess hub_;
};

}  // namespace oms
