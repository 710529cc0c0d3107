#include "catalog/left_models.h"

#include <algorithm>
#include <unordered_map>

#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// A model that was there is not asked about again for so long.
constexpr std::int32_t kConfirmedForDays = 7;
// So many requests in a row without any answer: another time.
constexpr int kMostFailures = 3;
// A page of left models is begun anew past this size.
constexpr std::size_t kLargestLeftPage = std::size_t{16} << 20;

struct Candidate {
  std::string id = {};
  std::string hub_id = {};
  bool proved = false;  // its scope no longer has it, and has everything
  bool listed = false;
  bool moved = false;  // another record stands for it now
  bool lost = false;   // its record is, with its page
};

class Settlement {
 public:
  Settlement(const LeftModels& left, Manifest& manifest, const Settling& with)
      : left_(left), manifest_(manifest), with_(with) {}

  Result<Done> run();

 private:
  void read_fresh();
  void find_candidates();
  void cross_off_listed();
  void settle_named();
  void settle_proved();
  void ask();
  void note(Candidate& candidate, HubWalk::Confirmed confirmed, bool listed);
  void note_all(std::vector<std::pair<Candidate*, HubWalk::Confirmed>> answers);
  Result<Done> write_pages();

  enum class Pages { fresh, current };
  template <typename Take>
  void each_listed(Pages which, Take take) const;
  std::string content_of(const PageInfo& page) const;
  Candidate* find(std::string_view id);
  bool leaves(const Candidate& candidate) const { return !candidate.listed && !candidate.moved; }
  void set_status(const std::string& id, std::string_view status, const std::string& now = {});
  const StatusInfo* status_of(std::string_view id) const;
  std::vector<Candidate*> to_ask_about();
  Result<Done> flush(PageInfo& page, std::string& lines, std::vector<PageInfo>& pages);

  const LeftModels& left_;
  Manifest& manifest_;
  const Settling& with_;
  std::vector<const PageInfo*> old_pages_ = {};  // newest first: replaced, and left before
  bool replaced_ = false;                        // some of them are
  std::vector<Candidate> candidates_ = {};
  std::unordered_map<std::string, std::size_t> by_id_ = {};  // folded, position in candidates_
  std::unordered_map<std::string, std::size_t> by_hub_id_ = {};
  std::unordered_map<std::string, StatusInfo> statuses_ = {};  // by folded id
  IdSet fresh_ = {};                                           // on the pages that came
  std::vector<HubWalk::Confirmed> there_ = {};
};

// A page that can no longer be read is as good as none.
std::string Settlement::content_of(const PageInfo& page) const {
  auto content = with_.cache.read_page(page);
  return content ? *std::move(content) : std::string();
}

template <typename Take>
void Settlement::each_listed(Pages which, Take take) const {
  for (const PageInfo& page : manifest_.pages) {
    if (!page.is_current("hub")) continue;
    if (which == Pages::fresh && !left_.fresh.contains(page.file)) continue;
    const std::string content = content_of(page);
    for (const HubLine& line : hub_lines(content)) take(line);
  }
}

Candidate* Settlement::find(std::string_view id) {
  const auto found = by_id_.find(fold(id));
  return found == by_id_.end() ? nullptr : &candidates_[found->second];
}

// What is known already keeps its date; that of an unlisted one says when it was asked about.
void Settlement::set_status(const std::string& id, std::string_view status,
                            const std::string& now) {
  const StatusInfo* known = status_of(id);
  const bool same = known != nullptr && known->status == status && known->now == now;
  if (same && status != "unlisted") return;
  statuses_[fold(id)] = {id, std::string(status), now, timestamp(with_.clock.now_ms())};
}

const StatusInfo* Settlement::status_of(std::string_view id) const {
  const auto found = statuses_.find(fold(id));
  return found == statuses_.end() ? nullptr : &found->second;
}

// What is listed has not left, and a former status is disproved by it.
void Settlement::read_fresh() {
  each_listed(Pages::fresh, [&](const HubLine& line) {
    fresh_.insert(line.id);
    statuses_.erase(fold(line.id));
  });
}

// What stands in pages that no scope has any more, and not in those that came. Nothing is kept of
// the others: after a walk of the whole Hub they are millions.
void Settlement::find_candidates() {
  for (const PageInfo* page : old_pages_) {
    const bool proves = left_.all_proved || left_.proving.contains(page->scope);
    const std::string content = content_of(*page);
    for (const HubLine& line : hub_lines(content)) {
      if (fresh_.contains(line.id)) continue;
      if (!by_id_.emplace(fold(line.id), candidates_.size()).second) continue;
      if (!line.hub_id.empty()) by_hub_id_.emplace(line.hub_id, candidates_.size());
      candidates_.push_back({std::string(line.id), std::string(line.hub_id), proves});
    }
  }
  for (const auto& [id, status] : statuses_) {
    if (status.status != "unlisted" || !by_id_.emplace(id, candidates_.size()).second) continue;
    candidates_.push_back({.id = status.id, .lost = true});
  }
}

// The same _id under another name is the same model, renamed. Pages of before need to be read only
// where some were replaced or where an answer about a model is to be held against them.
void Settlement::cross_off_listed() {
  if (candidates_.empty()) return;
  std::vector<std::pair<std::size_t, std::string>> names;  // candidate, other name of its _id
  const bool all = replaced_ || with_.ask != nullptr;
  each_listed(all ? Pages::current : Pages::fresh, [&](const HubLine& line) {
    if (Candidate* candidate = find(line.id)) candidate->listed = true;
    const auto same = by_hub_id_.find(std::string(line.hub_id));
    if (same == by_hub_id_.end() || equal_folded(candidates_[same->second].id, line.id)) return;
    names.emplace_back(same->second, std::string(line.id));
  });
  for (const auto& [position, name] : names) {
    Candidate& former = candidates_[position];
    if (former.listed) continue;
    former.moved = true;
    set_status(former.id, "renamed", name);
  }
}

// A name that leads to another repository is not a new name of the old one.
void Settlement::settle_named() {
  for (const Walked::Redirected& moved : left_.redirected) {
    const Candidate* candidate = find(moved.id);
    const bool other = candidate != nullptr && !candidate->hub_id.empty() &&
                       !moved.hub_id.empty() && candidate->hub_id != moved.hub_id;
    set_status(moved.id, other ? "gone" : "renamed", moved.now);
  }
  for (const std::string& id : left_.missing_ids) set_status(id, "gone");
}

void Settlement::settle_proved() {
  for (const Candidate& candidate : candidates_) {
    const StatusInfo* status = status_of(candidate.id);
    const bool settled = status != nullptr && status->status != "unlisted";
    if (leaves(candidate) && candidate.proved && !settled) set_status(candidate.id, "gone");
  }
}

// Those about which least is known come first.
std::vector<Candidate*> Settlement::to_ask_about() {
  const Date today = with_.clock.today();
  std::vector<std::pair<std::string, Candidate*>> chosen;  // known since, whom
  for (Candidate& candidate : candidates_) {
    const StatusInfo* status = status_of(candidate.id);
    if (!leaves(candidate) || (status != nullptr && status->status != "unlisted")) continue;
    const Day day = status == nullptr ? Day() : parse_date(status->as_of);
    if (day && today.days - day->days < kConfirmedForDays && !candidate.lost) continue;
    chosen.emplace_back(status == nullptr ? "" : status->as_of, &candidate);
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (chosen.size() > kMostConfirmations) chosen.resize(kMostConfirmations);
  std::vector<Candidate*> result;
  for (const auto& [since, candidate] : chosen) result.push_back(candidate);
  return result;
}

// `listed`: under the name that the answer gives.
void Settlement::note(Candidate& candidate, HubWalk::Confirmed confirmed, bool listed) {
  const bool same = candidate.hub_id.empty() || candidate.hub_id == confirmed.hub_id;
  if (!equal_folded(confirmed.id, candidate.id)) {
    set_status(candidate.id, same ? "renamed" : "gone", confirmed.id);
  }
  candidate.moved = same;  // its new record takes the place of the old one
  if (listed) return;
  set_status(confirmed.id, "unlisted");
  there_.push_back(std::move(confirmed));
}

void Settlement::note_all(std::vector<std::pair<Candidate*, HubWalk::Confirmed>> answers) {
  IdSet others;  // names that are not the ones asked for
  for (const auto& [candidate, answer] : answers) {
    if (!equal_folded(answer.id, candidate->id)) others.insert(answer.id);
  }
  IdSet listed;
  if (others.size() > 0) {
    each_listed(Pages::current, [&](const HubLine& line) {
      if (others.contains(line.id)) listed.insert(line.id);
    });
  }
  for (auto& [candidate, answer] : answers) {
    const bool is_listed = listed.contains(answer.id);
    note(*candidate, std::move(answer), is_listed);
  }
}

void Settlement::ask() {
  const std::vector<Candidate*> chosen = to_ask_about();
  if (chosen.empty()) return;
  if (with_.events.step) {
    with_.events.step("hub: asking for " + std::to_string(chosen.size()) +
                      (chosen.size() == 1 ? " model that is" : " models that are") +
                      " no longer listed");
  }
  using State = HubWalk::Confirmed::State;
  std::vector<std::pair<Candidate*, HubWalk::Confirmed>> answers;
  int failures = 0;
  for (Candidate* candidate : chosen) {
    if (failures == kMostFailures || (with_.events.stopped && with_.events.stopped())) break;
    HubWalk::Confirmed confirmed = with_.ask->confirm(candidate->id);
    failures = confirmed.state == State::no_answer ? failures + 1 : 0;
    if (confirmed.state == State::gone) set_status(candidate->id, "gone");
    // What the server would not tell today counts as asked, or it would be asked first every day.
    if (confirmed.state == State::refused) set_status(candidate->id, "unlisted");
    if (confirmed.state == State::there) answers.emplace_back(candidate, std::move(confirmed));
  }
  note_all(std::move(answers));
}

Result<Done> Settlement::flush(PageInfo& page, std::string& lines, std::vector<PageInfo>& pages) {
  if (lines.empty()) return Done{};
  page.state = PageState::left;
  page.etag.clear();
  page.rejected = 0;
  page.records = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  Result<Done> written = with_.writer.write_page(page, lines);
  pages.push_back(page);
  lines.clear();
  return written;
}

// The old records as they stood, those of one scope, day and set of keys together; then the new
// ones. The oldest come first, so that nothing older overlays anything newer.
Result<Done> Settlement::write_pages() {
  std::vector<PageInfo> pages;
  PageInfo page;
  std::string lines;
  IdSet written;
  const auto alike = [](const PageInfo& a, const PageInfo& b) {
    return a.scope == b.scope && a.expand == b.expand &&
           a.fetched_at.substr(0, 10) == b.fetched_at.substr(0, 10);
  };
  for (const PageInfo* old : old_pages_) {
    if (!alike(*old, page) || lines.size() > kLargestLeftPage) {
      const auto flushed = flush(page, lines, pages);
      if (!flushed) return flushed;
    }
    page = *old;
    const std::string content = content_of(*old);
    for (const HubLine& line : hub_lines(content)) {
      const Candidate* candidate = find(line.id);
      const bool stays = candidate != nullptr && leaves(*candidate);
      if (stays && written.insert(line.id)) lines.append(line.text).append("\n");
    }
  }
  Result<Done> flushed = flush(page, lines, pages);
  if (!flushed) return flushed;
  std::reverse(pages.begin(), pages.end());
  PageInfo found{.source = "hub", .scope = "unlisted"};
  found.fetched_at = timestamp(with_.clock.now_ms());
  for (HubWalk::Confirmed& confirmed : there_) {
    if (found.expand != confirmed.keys) flushed = flush(found, lines, pages);
    if (!flushed) return flushed;
    found.expand = confirmed.keys;
    lines += confirmed.line;
  }
  flushed = flush(found, lines, pages);
  if (!flushed) return flushed;
  std::erase_if(manifest_.pages,
                [](const PageInfo& old) { return old.state != PageState::current; });
  manifest_.pages.insert(manifest_.pages.begin(), pages.begin(), pages.end());
  return Done{};
}

Result<Done> Settlement::run() {
  for (const PageState state : {PageState::replaced, PageState::left}) {
    for (auto page = manifest_.pages.rbegin(); page != manifest_.pages.rend(); ++page) {
      if (page->state == state) old_pages_.push_back(&*page);
    }
    if (state == PageState::replaced) replaced_ = !old_pages_.empty();
  }
  for (const StatusInfo& status : manifest_.statuses) statuses_[fold(status.id)] = status;
  const bool nothing = old_pages_.empty() && statuses_.empty() && left_.missing_ids.empty() &&
                       left_.redirected.empty();
  if (nothing) return Done{};

  read_fresh();
  find_candidates();
  cross_off_listed();
  settle_named();
  settle_proved();
  if (with_.ask != nullptr) ask();
  const Result<Done> written = write_pages();
  if (!written) return written;
  manifest_.statuses.clear();
  for (const auto& [id, status] : statuses_) manifest_.statuses.push_back(status);
  std::sort(manifest_.statuses.begin(), manifest_.statuses.end(),
            [](const StatusInfo& a, const StatusInfo& b) { return a.id < b.id; });
  return Done{};
}

}  // namespace

Result<Done> settle_left_models(const LeftModels& left, Manifest& manifest, const Settling& with) {
  return Settlement(left, manifest, with).run();
}

}  // namespace oms
