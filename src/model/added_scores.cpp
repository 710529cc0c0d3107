#include "oms/model/added_scores.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace oms {
namespace {

using Added = std::vector<std::pair<Row, Observation>>;

std::vector<std::string_view> texts(const Added& added, std::string Observation::*member) {
  std::vector<std::string_view> result;
  for (const auto& [row, score] : added) result.push_back(score.*member);
  return result;
}

}  // namespace

// Words of a dictionary are distinct and sorted, "" is the first: codes change with new ones.
AddedScores::Words AddedScores::join(const WordColumn& known,
                                     std::span<const std::string_view> added,
                                     std::span<const Place> places) {
  std::map<std::string_view, std::uint32_t> codes{{"", 0}};
  for (std::size_t code = 0; code < known.dictionary.size(); ++code) {
    codes.emplace(known.dictionary[code], 0);
  }
  for (const std::string_view word : added) codes.emplace(word, 0);
  Words words;
  std::uint32_t next = 0;
  for (auto& [word, code] : codes) {
    code = next++;
    words.pool.insert(words.pool.end(), word.begin(), word.end());
    words.offsets.push_back(static_cast<std::uint32_t>(words.pool.size()));
  }
  for (const Place& place : places) {
    const std::string_view word =
        place.added ? added[place.position] : known[static_cast<Row>(place.position)];
    words.codes.push_back(codes.find(word)->second);
  }
  return words;
}

AddedScores::AddedScores(const ScoreTable& known, Added added) {
  const auto key = [&](const Place& place) {
    if (!place.added) {
      return std::pair(known.rows[place.position], known.metric[static_cast<Row>(place.position)]);
    }
    const auto& [row, score] = added[place.position];
    return std::pair(row, std::string_view(score.metric));
  };
  const auto before = [&](const Place& a, const Place& b) { return key(a) < key(b); };
  std::vector<Place> places;
  for (std::size_t i = 0; i < known.rows.size(); ++i) places.push_back({false, i});
  std::vector<Place> more;
  for (std::size_t i = 0; i < added.size(); ++i) more.push_back({true, i});
  std::stable_sort(more.begin(), more.end(), before);
  const auto middle = static_cast<std::ptrdiff_t>(places.size());
  places.insert(places.end(), more.begin(), more.end());
  std::inplace_merge(places.begin(), places.begin() + middle, places.end(), before);

  for (const Place& place : places) {
    rows_.push_back(key(place).first);
    if (place.added) {
      const Observation& score = added[place.position].second;
      values_.push_back(score.value.billionths);
      as_of_.push_back(score.as_of ? score.as_of->days : kNoDay);
      grades_.push_back(score.grade.code);
    } else {
      values_.push_back(known.value.billionths[place.position]);
      as_of_.push_back(known.as_of[place.position]);
      grades_.push_back(known.grade[place.position]);
    }
  }
  metrics_ = join(known.metric, texts(added, &Observation::metric), places);
  variants_ = join(known.variant, texts(added, &Observation::variant), places);
  sources_ = join(known.source, texts(added, &Observation::source), places);
}

ScoreTable AddedScores::table() const {
  return {rows_,   metrics_.column(),  {values_},        as_of_,
          grades_, variants_.column(), sources_.column()};
}

}  // namespace oms
