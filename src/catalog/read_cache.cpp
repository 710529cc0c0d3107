// From the pages of a cache back to what build_catalog() takes.
#include <algorithm>
#include <iterator>

#include "oms/catalog/refresh.h"
#include "oms/catalog/services.h"
#include "oms/source/price_sources.h"

namespace oms {
namespace {

void append(Harvest& all, Harvest more) {
  const auto move_into = [](auto& target, auto& source) {
    target.insert(target.end(), std::make_move_iterator(source.begin()),
                  std::make_move_iterator(source.end()));
  };
  move_into(all.offers, more.offers);
  move_into(all.scores, more.scores);
  move_into(all.contexts, more.contexts);
  move_into(all.text_models, more.text_models);
  move_into(all.names, more.names);
  move_into(all.unmatched, more.unmatched);
  move_into(all.rejected, more.rejected);
  all.records += more.records;
  all.next = std::move(more.next);
}

// A service that was fetched only in part so far says nothing yet.
bool is_whole(const Manifest& manifest, std::string_view source) {
  for (const SourceInfo& info : manifest.sources) {
    if (info.name == source) return !info.fetched_at.empty();
  }
  return true;
}

}  // namespace

Result<Beginning> next_beginning(const Cache& cache) {
  auto current = cache.current();
  if (!current) return std::move(current).error();
  auto progress = cache.progress();
  const bool goes_on =
      progress && !progress->created_at.empty() && progress->history == current->history;
  return Beginning{goes_on ? *std::move(progress) : *std::move(current), goes_on};
}

Result<FetchedData> read_fetched(const Cache& cache, const Manifest& manifest) {
  FetchedData fetched;
  fetched.asked = manifest.sources;
  for (const PageInfo& page : manifest.pages) {
    const Day as_of = parse_date(page.fetched_at);
    if (page.source == "hub") {
      fetched.pages.push_back({page.expand, "", as_of, page.state == PageState::left,
                               [&cache, page] { return cache.read_page(page); },
                               [&cache, page](std::size_t offset, std::size_t size) {
                                 return cache.read_part(page, offset, size);
                               },
                               page.file});
      continue;
    }
    const Service* service = find_service(page.source);
    if (service == nullptr || !is_whole(manifest, page.source)) continue;
    auto content = cache.read_page(page);
    if (!content) return std::move(content).error();
    auto harvest = service->parse(*content, as_of.value_or(Date{}));
    if (!harvest) return std::move(harvest).error();
    auto known =
        std::find_if(fetched.sources.begin(), fetched.sources.end(),
                     [&](const FetchedSource& source) { return source.name == page.source; });
    if (known == fetched.sources.end()) {
      known = fetched.sources.insert(fetched.sources.end(), FetchedSource{page.source, {}});
    }
    append(known->harvest, *std::move(harvest));
  }
  for (FetchedSource& source : fetched.sources) {
    const Service* service = find_service(source.name);
    if (service->settle != nullptr) service->settle(source.harvest);
  }
  for (const StatusInfo& status : manifest.statuses) {
    const Day as_of = parse_date(status.as_of);
    fetched.statuses.push_back({status.id, status.status, status.now, as_of});
  }
  return fetched;
}

Result<Done> build_from_cache(const Cache& cache, const DataFiles& bundled, const BuildOutput& to) {
  const auto manifest = cache.current();
  if (!manifest) return manifest.error();
  const auto fetched = read_fetched(cache, *manifest);
  if (!fetched) return fetched.error();
  return build_catalog(bundled, *fetched, to);
}

}  // namespace oms
