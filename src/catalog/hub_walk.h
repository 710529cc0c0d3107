// Asks the Hub for one scope and puts the pages into the cache.
#pragma once

#include <functional>
#include <future>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/id_set.h"
#include "oms/catalog/refresh.h"
#include "oms/source/hub_page.h"

namespace oms {

// What came of a walk. To go on with an interrupted one, fill in `seen`, `models` and `resume`.
struct Walked {
  struct Redirected {
    std::string id = {};      // asked for
    std::string now = {};     // there under this name
    std::string hub_id = {};  // _id of that
  };
  // By _id where there is one: a moving ranking repeats rows. Stays empty in a walk of the whole
  // Hub, whose order holds still.
  IdSet seen = {};
  std::size_t models = 0;                     // that came, each counted once
  std::vector<std::string> ids = {};          // of models by name, as the server spells them
  std::vector<std::string> rejected = {};     // "page 2, record 17 'acme/x': not valid JSON"
  std::vector<std::string> odd = {};          // the same, of records that stay
  std::vector<std::string> missing_ids = {};  // asked for by name, not there
  std::vector<std::string> failed_ids = {};   // asked for by name, no usable answer
  std::vector<Redirected> redirected = {};
  bool to_the_end = false;  // the listing has nothing more, so that absence proves something
  bool cut_short = false;   // the last page is full and names no next one, though more was wanted
  bool refused = false;     // the server does not answer this question
  std::string resume = {};  // where it was stopped: path of the next page, or the next id
  Error failure = {};       // why it ended early, or why some ids are missing; `what` "": neither

  bool failed() const { return !failure.what.empty(); }
  bool whole() const { return !failed() && resume.empty(); }
};

// How a listing is walked.
struct Course {
  std::string name = {};  // under which its pages are kept; "": the key of the scope
  Expand expand = Expand::full;
  bool filled = false;   // it had models the last time: an empty list is asked for twice
  bool restarts = true;  // from the beginning, when the server does not know the place to go on at
  // Not "": the scope's models, last changed first, until a whole page is older than this time.
  // That page is not kept.
  std::string since = {};
};

// What is needed to ask the Hub.
struct HubAccess {
  Transport& transport;
  CacheWriter& writer;
  const Cache& cache;
  Clock& clock;
  const RefreshEvents& events;
  std::string endpoint = {};  // as it may be shown
  bool has_token = false;
  std::vector<std::string>& refused;  // Manifest::refused_expand
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
  Walked listing(const HubScope& scope, const Course& course, Walked walked, const Kept& kept);
  // One request a model, and one for each of its bases that was not asked for before.
  Walked models(std::vector<std::string> ids, bool with_bases, Walked walked, const Kept& kept);

  // What one request says about a model that a listing no longer has.
  struct Confirmed {
    enum class State { there, gone, refused, no_answer };
    State state = State::no_answer;
    std::string id = {};      // under which it is there
    std::string hub_id = {};  // its _id
    std::string line = {};    // its record as the cache keeps it, with the end of the line
    std::vector<std::string> keys = {};  // that were asked for
  };
  Confirmed confirm(const std::string& id);

 private:
  struct Stored;
  struct Listing;
  struct Names;
  struct Detail;

  Result<Fetched> get_page(Listing& now);
  bool may_go_on(const Listing& now, const Fetched& fetched) const;
  bool way_is_good(const Listing& now, const Fetched& fetched) const;
  void store(Listing& now, Fetched fetched);
  Stored reduce_and_write(PageInfo page, std::string_view body);
  Stored reuse(PageInfo page, const PageInfo& known) const;
  void write(Stored& stored);
  void ask_again(Stored& bad);
  bool take(Listing& now, const Kept& kept);
  void count(Listing& now, const HubPage& content) const;
  void tell(const Listing& now, std::size_t page) const;
  void advance(Listing& now, const std::string& next, const Kept& kept);
  Detail get_model(const std::string& id, Expand expand, Siblings siblings);
  bool fetch_model(const std::string& id, Names& names, Walked& walked, const Kept& kept);
  bool add_model(const std::string& id, const Detail& detail, Names& names, Walked& walked,
                 const Kept& kept);

  static Error refused_answer(const HttpResponse& response, std::string_view path);
  bool stopped() const { return hub_.events.stopped && hub_.events.stopped(); }
  void step(const std::string& line) const;
  const PageInfo* known(std::string_view request) const;
  PageInfo page_info(std::string_view scope, std::string_view request,
                     const HttpResponse& response) const;
  std::vector<std::string> allowed_keys(Expand expand) const;
  void remember_refused(Expand expand, const std::vector<std::string>& keys);

  HubAccess hub_;
  int fruitless_ = 0;   // pages that were as bad the second time
  bool dated_ = false;  // the newest change on a page matters
};

}  // namespace oms
