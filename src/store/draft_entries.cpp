#include "store/draft_entries.h"

#include <algorithm>
#include <span>
#include <string>

#include "store/side_column.h"
#include "store/stored_value.h"
#include "store/word_codes.h"

namespace oms {
namespace {

template <typename Entry>
void write_words(ImageWriter& image, const std::string& name, const std::vector<Entry>& entries,
                 const TextTable& words, TextTable::Code Entry::*member) {
  const SortedWords sorted(words);
  write_column(image, name + "/codes", entries,
               [&](const Entry& entry) { return sorted.code(entry.*member); });
  sorted.write(image, name);
}

}  // namespace

void DraftOffers::add(Position at, const Offer& offer) {
  entries_.push_back({at, hosts_.add(offer.host).first, routes_.add(offer.route).first,
                      sources_.add(offer.source).first, stored(offer.as_of), stored(offer.input),
                      stored(offer.output), stored(offer.cached)});
}

Offer DraftOffers::offer(const Entry& entry) const {
  return {std::string(hosts_[entry.host]),     std::string(routes_[entry.route]),
          std::string(sources_[entry.source]), StoredAs<Number>::to(entry.input),
          StoredAs<Number>::to(entry.output),  StoredAs<Day>::to(entry.as_of),
          StoredAs<Number>::to(entry.cached)};
}

void DraftOffers::write(ImageWriter& image, const RowOrder& order) const {
  std::vector<Entry> entries = entries_;
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return order.rows[a.at] < order.rows[b.at];
  });
  write_column(image, "offer/rows", entries,
               [&](const Entry& entry) { return order.rows[entry.at]; });
  write_words(image, "offer/host", entries, hosts_, &Entry::host);
  write_words(image, "offer/route", entries, routes_, &Entry::route);
  write_words(image, "offer/source", entries, sources_, &Entry::source);
  write_column(image, "offer/input", entries, [](const Entry& entry) { return entry.input; });
  write_column(image, "offer/output", entries, [](const Entry& entry) { return entry.output; });
  write_column(image, "offer/as_of", entries, [](const Entry& entry) { return entry.as_of; });
  write_column(image, "offer/cached", entries, [](const Entry& entry) { return entry.cached; });
}

DraftScores::Entry DraftScores::entry(Position at, const Observation& score) {
  return {at,
          metrics_.add(score.metric).first,
          variants_.add(score.variant).first,
          sources_.add(score.source).first,
          stored(score.as_of),
          score.grade.code,
          score.value.billionths};
}

void DraftScores::add(Position at, const Observation& score) {
  entries_.push_back(entry(at, score));
}

void DraftScores::add_late(Position at, const Observation& score) {
  late_.push_back(entry(at, score));
}

void DraftScores::append(const std::vector<Entry>& entries, Position at,
                         std::vector<Observation>& to) const {
  const auto [begin, end] =
      std::equal_range(entries.begin(), entries.end(), Entry{.at = at},
                       [](const Entry& a, const Entry& b) { return a.at < b.at; });
  for (auto entry = begin; entry != end; ++entry) {
    to.push_back({std::string(metrics_[entry->metric]), Decimal{entry->value},
                  StoredAs<Day>::to(entry->as_of), Choice{entry->grade},
                  std::string(variants_[entry->variant]), std::string(sources_[entry->source])});
  }
}

std::vector<Observation> DraftScores::added(Position at) const {
  std::vector<Observation> scores;
  append(entries_, at, scores);
  return scores;
}

std::vector<Observation> DraftScores::now(Position at) const {
  std::vector<Observation> scores = added(at);
  append(late_, at, scores);
  return scores;
}

void DraftScores::write(ImageWriter& image, const RowOrder& order) const {
  std::vector<Entry> entries = entries_;
  entries.insert(entries.end(), late_.begin(), late_.end());
  const SortedWords metrics(metrics_);
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (a.at != b.at) return order.rows[a.at] < order.rows[b.at];
    return metrics.code(a.metric) < metrics.code(b.metric);
  });
  write_column(image, "score/rows", entries,
               [&](const Entry& entry) { return order.rows[entry.at]; });
  write_words(image, "score/metric", entries, metrics_, &Entry::metric);
  write_column(image, "score/value", entries, [](const Entry& entry) { return entry.value; });
  write_column(image, "score/as_of", entries, [](const Entry& entry) { return entry.as_of; });
  write_column(image, "score/grade", entries, [](const Entry& entry) { return entry.grade; });
  write_words(image, "score/variant", entries, variants_, &Entry::variant);
  write_words(image, "score/source", entries, sources_, &Entry::source);
}

}  // namespace oms
