#include "scan/candidate_list.h"

#include <algorithm>

#include "oms/base/text.h"
#include "scan/hub_url.h"
#include "scan/repo_id.h"
#include "scan/rule_lookup.h"

namespace oms {
namespace {

// "$CACHE_DIR/llama" is a folder of this machine.
bool is_local_variable(std::string_view text) {
  for (const std::string_view word : {"dir", "path", "home", "root", "cache", "pwd", "folder"}) {
    if (contains_folded(text, word)) return true;
  }
  return false;
}

}  // namespace

std::size_t CandidateList::add(const Piece& text, const Rule& rule, Strength strength) {
  const auto parsed = parse_repo_id(text.text);
  if (!parsed) return kNothing;
  Found found;
  found.candidate = {.offset = text.at(0),
                     .id = std::string(parsed->id),
                     .written = std::string(text.text),
                     .position = rule.name,
                     .strength = strength,
                     .only_known = strength == Strength::weak,
                     .revision = std::string(parsed->revision),
                     .quantization = std::string(parsed->quantization)};
  found.bare = parsed->bare();
  found_.push_back(std::move(found));
  return found_.size() - 1;
}

// What may be a folder or a service's name counts only if the catalog knows it: the place says that
// a model is meant, not where it is.
void CandidateList::make_strong(Found& found, const Rule& rule) {
  Candidate& candidate = found.candidate;
  candidate.position = rule.name;
  candidate.strength = Strength::strong;
  const bool as_is = rule.bare == Bare::as_is && is_bare_model(candidate.id);
  candidate.only_known = is_local_path(candidate.id) || is_service_model(candidate.id) ||
                         is_placeholder_id(candidate.id) || (found.bare && !as_is);
}

std::size_t CandidateList::add_strong(const Piece& text, const Rule& rule) {
  const std::size_t number = add(text, rule, Strength::strong);
  if (number != kNothing) make_strong(found_[number], rule);
  return number;
}

std::size_t CandidateList::add_weak(const Piece& text) {
  if (text.text.find('/') == std::string_view::npos) return kNothing;
  return add(text, rule_named("weak"), Strength::weak);
}

std::size_t CandidateList::add_constant(const Piece& text, std::vector<std::string> names,
                                        const Rule* rule) {
  const std::size_t number =
      rule == nullptr ? add(text, rule_named("weak"), Strength::weak) : add_strong(text, *rule);
  if (number != kNothing) found_[number].names = std::move(names);
  return number;
}

void CandidateList::add_dynamic(const Piece& text, const Rule& rule) {
  if (rule.place != RulePlace::url && is_local_variable(text.text)) return;
  Found found;
  found.candidate = {.offset = text.at(0),
                     .id = std::string(text.text),
                     .written = std::string(text.text),
                     .position = rule.name,
                     .strength = Strength::dynamic,
                     .only_known = false};
  found_.push_back(std::move(found));
}

bool CandidateList::add_urls(const Piece& text, std::vector<std::size_t>* numbers) {
  if (!has_urls_) return false;
  bool any = false;
  std::size_t from = 0;
  while (const auto url = find_hub_url(text.text, from)) {
    from = std::max(url->end, from + 1);
    const Rule& rule = rule_named(url->uri ? "hub-uri" : "hub-url");
    any = true;
    if (url->dynamic) {
      const std::size_t end = text.text.find_first_of(" \t\r\n\"'`)>", url->start);
      add_dynamic(text.part(url->start, end - url->start), rule);
      from = std::max(from, std::min(end, text.text.size()));
      continue;
    }
    const std::size_t number = add(text.part(url->start, url->size), rule, Strength::strong);
    if (number == kNothing) continue;
    Candidate& candidate = found_[number].candidate;
    candidate.only_known = found_[number].bare;
    candidate.revision = url->revision;
    candidate.quantization = url->quantization;
    if (numbers != nullptr) numbers->push_back(number);
  }
  return any;
}

void CandidateList::set_revision(std::size_t number, std::string_view revision) {
  if (found_[number].candidate.revision.empty()) found_[number].candidate.revision = revision;
}

void CandidateList::set_revision_name(std::size_t number, std::string_view constant) {
  found_[number].revision_name = constant;
}

void CandidateList::drop(std::size_t number) { found_[number].dropped = true; }

void CandidateList::require_use(std::size_t number) {
  if (number != kNothing) found_[number].needs_use = true;
}

void CandidateList::use_constant(std::string_view name, const Rule* rule) {
  if (rule == nullptr) {
    other_uses_.emplace(name);
  } else {
    uses_.emplace(name, rule);
  }
}

void CandidateList::pass_constant(std::string_view from, std::string_view to) {
  if (from != to) passings_.push_back({std::string(from), std::string(to)});
}

void CandidateList::set_text(std::string_view name, std::string_view value) {
  texts_.emplace(name, value);
}

bool CandidateList::enter() {
  constexpr std::size_t kDeepest = 12;
  return ++depth_ <= kDeepest;
}

void CandidateList::resolve() {
  constexpr int kMostSteps = 4;  // from constant to constant
  for (int step = 0; step < kMostSteps; ++step) {
    for (const Passing& passing : passings_) {
      const auto use = uses_.find(passing.to);
      if (use != uses_.end()) uses_.emplace(passing.from, use->second);
      if (other_uses_.count(passing.to) > 0) other_uses_.insert(passing.from);
    }
  }
  for (Found& found : found_) {
    if (found.needs_use) found.dropped = true;
    for (const std::string& name : found.names) {
      const auto use = uses_.find(name);
      if (use != uses_.end()) {
        make_strong(found, *use->second);
        found.dropped = false;
        break;
      }
      if (other_uses_.count(name) > 0) found.dropped = true;
    }
    const auto revision = texts_.find(found.revision_name);
    if (revision != texts_.end() && found.candidate.revision.empty()) {
      found.candidate.revision = revision->second;
    }
    const bool weak_bare = found.candidate.strength == Strength::weak && found.bare;
    if (weak_bare) found.dropped = true;
  }
}

std::vector<Candidate> CandidateList::take() {
  resolve();
  std::vector<Candidate> candidates;
  for (Found& found : found_) {
    if (!found.dropped) candidates.push_back(std::move(found.candidate));
  }
  found_.clear();
  // At one place what counts without the catalog comes first.
  const auto rank = [](const Candidate& c) {
    return std::pair(c.strength == Strength::weak, c.only_known);
  };
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) {
                     if (a.offset != b.offset) return a.offset < b.offset;
                     return rank(a) < rank(b);
                   });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.offset == b.offset; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
  return candidates;
}

}  // namespace oms
