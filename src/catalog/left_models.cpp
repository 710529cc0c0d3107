#include "catalog/left_models.h"

#include <algorithm>
#include <unordered_map>

#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// A model that was there is not asked about again for so long.
constexpr std::int32_t kConfirmedForDays = 7;
// A page of left models is begun anew past this size.
constexpr std::size_t kLargestLeftPage = std::size_t{16} << 20;

struct Candidate {
  std::string id = {};
  std::string hub_id = {};
  bool proved = false;  // its scope no longer has it, and has everything
  bool moved = false;   // another record stands for it now
};

class Settlement {
 public:
  Settlement(const LeftModels& left, Manifest& manifest, const Settling& with)
      : left_(left), manifest_(manifest), with_(with) {}

  Result<Done> run();

 private:
  Result<Done> read_listed();
  Result<Done> find_candidates();
  Result<Done> find_renamed();
  void ask();
  Result<Done> write_pages();

  Result<std::string> content_of(const PageInfo& page);
  void set_status(const std::string& id, std::string_view status, const std::string& now = {});
  void drop_status(std::string_view id);
  const StatusInfo* status_of(std::string_view id) const;
  std::vector<Candidate*> to_ask_about();
  Result<Done> flush(PageInfo& page, std::string& lines, std::vector<PageInfo>& pages);

  const LeftModels& left_;
  Manifest& manifest_;
  const Settling& with_;
  std::vector<PageInfo> old_pages_ = {};  // newest first: displaced, and left before
  IdSet listed_ = {};
  std::vector<Candidate> candidates_ = {};
  std::unordered_map<std::string, std::size_t> by_id_ = {};    // folded, position in candidates_
  std::unordered_map<std::string, StatusInfo> statuses_ = {};  // by folded id
  std::vector<HubWalk::Confirmed> there_ = {};
};

// A page that can no longer be read is as good as none: its models are not known to have left.
Result<std::string> Settlement::content_of(const PageInfo& page) {
  auto content = with_.cache.read_page(page);
  return content ? std::move(content) : std::string();
}

void Settlement::set_status(const std::string& id, std::string_view status,
                            const std::string& now) {
  statuses_[fold(id)] = {id, std::string(status), now, timestamp(with_.clock.now_ms())};
}

void Settlement::drop_status(std::string_view id) { statuses_.erase(fold(id)); }

const StatusInfo* Settlement::status_of(std::string_view id) const {
  const auto found = statuses_.find(fold(id));
  return found == statuses_.end() ? nullptr : &found->second;
}

// What is listed now, and whether a status of before is disproved by it.
Result<Done> Settlement::read_listed() {
  for (const PageInfo& page : manifest_.pages) {
    if (page.source != "hub" || page.left) continue;
    const auto content = content_of(page);
    if (!content) return content.error();
    const bool fresh = left_.fresh.contains(page.file);
    for (const HubLine& line : hub_lines(*content)) {
      listed_.insert(line.id);
      if (fresh) drop_status(line.id);
    }
  }
  return Done{};
}

Result<Done> Settlement::find_candidates() {
  IdSet seen;
  for (const PageInfo& page : old_pages_) {
    const auto content = content_of(page);
    if (!content) return content.error();
    const bool proves = left_.proving.contains(page.scope);
    for (const HubLine& line : hub_lines(*content)) {
      if (listed_.contains(line.id) || !seen.insert(line.id)) continue;
      by_id_.emplace(fold(line.id), candidates_.size());
      candidates_.push_back({std::string(line.id), std::string(line.hub_id), proves, false});
    }
  }
  return Done{};
}

// The same _id under another name is the same model, renamed.
Result<Done> Settlement::find_renamed() {
  std::unordered_map<std::string_view, Candidate*> by_hub_id;
  for (Candidate& candidate : candidates_) {
    if (!candidate.hub_id.empty()) by_hub_id.emplace(candidate.hub_id, &candidate);
  }
  if (by_hub_id.empty()) return Done{};
  for (const PageInfo& page : manifest_.pages) {
    if (page.source != "hub" || page.left) continue;
    const auto content = content_of(page);
    if (!content) return content.error();
    for (const HubLine& line : hub_lines(*content)) {
      const auto found = by_hub_id.find(line.hub_id);
      if (found == by_hub_id.end() || equal_folded(found->second->id, line.id)) continue;
      found->second->moved = true;
      set_status(found->second->id, "renamed", std::string(line.id));
    }
  }
  return Done{};
}

// Those about which least is known come first.
std::vector<Candidate*> Settlement::to_ask_about() {
  const Date today = with_.clock.today();
  std::vector<Candidate*> chosen;
  for (Candidate& candidate : candidates_) {
    const StatusInfo* status = status_of(candidate.id);
    if (candidate.moved || candidate.proved) continue;
    if (status != nullptr && status->status != "unlisted") continue;
    const Day day = status == nullptr ? Day() : parse_date(status->as_of);
    if (day && today.days - day->days < kConfirmedForDays) continue;
    chosen.push_back(&candidate);
  }
  const auto known_since = [&](const Candidate* candidate) {
    const StatusInfo* status = status_of(candidate->id);
    return status == nullptr ? std::string() : status->as_of;
  };
  std::stable_sort(chosen.begin(), chosen.end(), [&](const Candidate* a, const Candidate* b) {
    return known_since(a) < known_since(b);
  });
  if (chosen.size() > kMostConfirmations) chosen.resize(kMostConfirmations);
  return chosen;
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
  for (Candidate* candidate : chosen) {
    if (with_.events.stopped && with_.events.stopped()) return;
    HubWalk::Confirmed confirmed = with_.ask->confirm(candidate->id);
    if (confirmed.state == State::unknown) return;  // the server has trouble: another time
    if (confirmed.state == State::gone) {
      set_status(candidate->id, "gone");
      continue;
    }
    candidate->moved = true;  // its new record takes the place of the old one
    if (!equal_folded(confirmed.id, candidate->id)) {
      set_status(candidate->id, "renamed", confirmed.id);
    }
    if (listed_.contains(confirmed.id)) continue;
    set_status(confirmed.id, "unlisted");
    there_.push_back(std::move(confirmed));
  }
}

Result<Done> Settlement::flush(PageInfo& page, std::string& lines, std::vector<PageInfo>& pages) {
  if (lines.empty()) return Done{};
  page.left = true;
  page.etag.clear();
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
  for (const PageInfo& old : old_pages_) {
    if (!alike(old, page) || lines.size() > kLargestLeftPage) {
      const auto flushed = flush(page, lines, pages);
      if (!flushed) return flushed;
    }
    page = old;
    const auto content = content_of(old);
    if (!content) return content.error();
    for (const HubLine& line : hub_lines(*content)) {
      const auto found = by_id_.find(fold(line.id));
      if (found == by_id_.end() || candidates_[found->second].moved) continue;
      if (written.insert(line.id)) lines.append(line.text).append("\n");
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
  manifest_.pages.insert(manifest_.pages.begin(), pages.begin(), pages.end());
  return Done{};
}

Result<Done> Settlement::run() {
  old_pages_.assign(left_.displaced.rbegin(), left_.displaced.rend());
  for (auto page = manifest_.pages.rbegin(); page != manifest_.pages.rend(); ++page) {
    if (page->left) old_pages_.push_back(*page);
  }
  for (const StatusInfo& status : manifest_.statuses) statuses_[fold(status.id)] = status;
  const bool nothing = old_pages_.empty() && statuses_.empty() && left_.missing_ids.empty() &&
                       left_.redirected.empty();
  if (nothing) return Done{};

  Result<Done> step = read_listed();
  if (step) step = find_candidates();
  if (step) step = find_renamed();
  if (!step) return step;
  for (const auto& [id, now] : left_.redirected) set_status(id, "renamed", now);
  for (const std::string& id : left_.missing_ids) set_status(id, "gone");
  for (const Candidate& candidate : candidates_) {
    const StatusInfo* status = status_of(candidate.id);
    const bool settled = candidate.moved || (status != nullptr && status->status == "gone");
    if (candidate.proved && !settled) set_status(candidate.id, "gone");
  }
  if (with_.ask != nullptr) ask();
  std::erase_if(manifest_.pages, [](const PageInfo& page) { return page.left; });
  step = write_pages();
  if (!step) return step;
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
