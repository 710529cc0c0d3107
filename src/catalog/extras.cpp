#include "catalog/extras.h"

#include <algorithm>
#include <map>

#include "oms/base/text.h"

namespace oms {
namespace {

// All that one service says is of one day.
Day day_of(const FetchedSource& source) {
  return source.harvest.offers.empty() ? Day() : source.harvest.offers.front().second.as_of;
}

// A service may list a model twice, under two spellings of its id or for each effort.
void add_offer(Extra& extra, const Offer& offer) {
  const bool known = std::any_of(extra.offers.begin(), extra.offers.end(), [&](const Offer& other) {
    return other.host == offer.host && other.route == offer.route && other.input == offer.input &&
           other.output == offer.output;
  });
  if (!known) extra.offers.push_back(offer);
}

// Joins the names of one source, each once.
class SourceNames {
 public:
  SourceNames(const FetchedSource& source, const Joiner& joiner)
      : source_(source), joiner_(joiner) {
    const Service* service = find_service(source.name);
    if (service != nullptr) named_by_ = service->named_by;
    for (const Harvest::Named& named : source.harvest.names) known_.emplace(named.key, &named);
    // Also models that the source names and says nothing else about.
    for (const Harvest::Named& named : source.harvest.names) id_of(named.key);
  }

  // "" where the catalog has no such model.
  const std::string& id_of(const std::string& key) {
    const auto [place, fresh] = ids_.try_emplace(fold(key));
    if (fresh) {
      const auto named = known_.find(key);
      const std::string name = named == known_.end() ? "" : named->second->name;
      place->second = joiner_.id_of(source_.name, named_by_, key, name);
      if (place->second.empty()) {
        join_.unmatched.push_back(named == known_.end() ? Harvest::Named{key, key, ""}
                                                        : *named->second);
      } else {
        ++join_.joined;
      }
    }
    return place->second;
  }

  SourceJoin finish() {
    join_.source = source_.name;
    for (const std::string& name : source_.harvest.unmatched) {
      if (ids_.try_emplace(fold(name)).second) join_.unmatched.push_back({name, name, ""});
    }
    std::sort(join_.unmatched.begin(), join_.unmatched.end(), [](const auto& a, const auto& b) {
      const int order = compare_folded(a.name, b.name);
      return order != 0 ? order < 0 : a.key < b.key;
    });
    return std::move(join_);
  }

 private:
  const FetchedSource& source_;
  const Joiner& joiner_;
  NamedBy named_by_ = NamedBy::hub_ids;
  std::map<std::string, const Harvest::Named*, std::less<>> known_ = {};
  std::map<std::string, std::string, std::less<>> ids_ = {};  // folded key → id
  SourceJoin join_ = {};
};

SourceJoin collect(const FetchedSource& source, const Joiner& joiner,
                   std::unordered_map<std::string, Extra>& by_id) {
  SourceNames names(source, joiner);
  // The extra of a model; null where there is none.
  const auto extra_of = [&](const std::string& key) {
    const std::string& id = names.id_of(key);
    return id.empty() ? nullptr : &by_id[id];
  };
  for (const auto& [key, offer] : source.harvest.offers) {
    if (Extra* extra = extra_of(key)) add_offer(*extra, offer);
  }
  for (const auto& [key, score] : source.harvest.scores) {
    if (Extra* extra = extra_of(key)) extra->scores.push_back(score);
  }
  for (const std::string& key : source.harvest.text_models) {
    if (Extra* extra = extra_of(key)) extra->sold_as_text = true;
  }
  for (const Harvest::Sized& context : source.harvest.contexts) {
    Extra* extra = extra_of(context.id);
    if (extra != nullptr && context.tokens > extra->served.tokens) {
      extra->served = {context.tokens, source.name, day_of(source)};
    }
  }
  return names.finish();
}

}  // namespace

const Extra& Extras::of(std::string_view id) const {
  static const Extra kNothing;
  const auto found = by_id.find(fold(id));
  return found == by_id.end() ? kNothing : found->second;
}

Extras collect_extras(const FetchedData& fetched, const Joiner& joiner) {
  Extras extras;
  for (const FetchedSource& source : fetched.sources) {
    extras.joins.push_back(collect(source, joiner, extras.by_id));
  }
  // What became of a former name says nothing about the model that has another name today.
  for (const FetchedStatus& status : fetched.statuses) {
    Extra& extra = extras.by_id[fold(status.id)];
    extra.status = status.status;
    extra.status_as_of = status.as_of;
  }
  return extras;
}

Replaced replaced_sources(const FetchedData& fetched) {
  Replaced replaced;
  for (const FetchedSource& source : fetched.sources) {
    const Service* service = find_service(source.name);
    if (service == nullptr) continue;
    if (source.name == "router") replaced.router = true;
    if (source.name == "openrouter") replaced.openrouter = true;
    replaced.scores_of.emplace(service->source);
  }
  return replaced;
}

}  // namespace oms
