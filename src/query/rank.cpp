#include "oms/query/rank.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "oms/base/text.h"
#include "oms/query/number_reader.h"

namespace oms {

constinit const std::array<CriterionRow, kCriteria> kCriterionRows = {{
    {"quality", "score in the metric in force"},
    {"price", "bill of the workload, else blended price"},
    {"license", "class of the effective license"},
    {"openness", "how many of the five components are known to be open"},
}};

namespace {

constexpr double kMostPoints = 100;
constexpr std::int64_t kMostWeight = 1'000'000;
constexpr double kComponents = 5;  // data, weights, evaluation, finetuning, metrics

// What a model has, exact, more is better; unset where it is missing.
using Goods = std::array<std::optional<std::int64_t>, kCriteria>;

struct Candidate {
  Ranked ranked = {};
  Goods goods = {};
};

std::size_t at(Criterion criterion) { return static_cast<std::size_t>(criterion); }

class Judge {
 public:
  Judge(const Table& table, const RankQuery& query)
      : query_(query),
        price_(table, price_field(query.axis)),
        quality_(table, field_id("quality")),
        openness_(table, field_id("openness")),
        license_(table.column(field_id("license_effective"))) {}

  Candidate judge(Row row) {
    Candidate result;
    result.ranked.row = row;
    judge_quality(row, result);
    judge_price(row, result);
    judge_license(row, result);
    judge_openness(row, result);
    add_score(result.ranked);
    return result;
  }

 private:
  void put(Candidate& result, Criterion criterion, std::int64_t good, double share) const {
    result.goods[at(criterion)] = good;
    result.ranked.points[at(criterion)] = kMostPoints * std::clamp(share, 0.0, 1.0);
  }
  static void miss(Candidate& result, Criterion criterion, Missing why = Missing::unknown) {
    result.ranked.missing[at(criterion)] = why;
  }

  void judge_quality(Row row, Candidate& result) {
    const Decimal score{quality_[row]};
    const Scales& scales = query_.scales;
    if (score.billionths == kNoInteger || !scales.lowest_quality || !scales.highest_quality) {
      return miss(result, Criterion::quality);
    }
    const double low = to_double(*scales.lowest_quality);
    const double high = to_double(*scales.highest_quality);
    const double share = high > low ? (to_double(score) - low) / (high - low) : 1;
    const bool lower = scales.better == Better::lower;
    put(result, Criterion::quality, lower ? -score.billionths : score.billionths,
        lower && high > low ? 1 - share : share);
  }

  void judge_price(Row row, Candidate& result) {
    const Decimal price{price_[row]};
    if (price.billionths == kNoInteger) return miss(result, Criterion::price);
    if (price <= Decimal{}) return miss(result, Criterion::price, Missing::free_only);
    const double low = std::log(to_double(query_.scales.cheapest.value_or(price)));
    const double high = std::log(to_double(query_.scales.dearest.value_or(price)));
    const double here = std::log(to_double(price));
    put(result, Criterion::price, -round_significant(price).billionths,
        high > low ? (high - here) / (high - low) : 1);
  }

  void judge_license(Row row, Candidate& result) const {
    const auto* codes = std::get_if<CodeColumn>(&license_);
    const std::int64_t place = codes == nullptr ? 0 : (*codes)[row];
    if (place == 0) return miss(result, Criterion::license);
    constexpr auto kLast = static_cast<double>(std::size(words::kLicenseClass) - 1);
    put(result, Criterion::license, place, static_cast<double>(place - 1) / kLast);
  }

  void judge_openness(Row row, Candidate& result) {
    const std::int64_t open = openness_[row];
    if (open == kNoInteger) return miss(result, Criterion::openness);
    put(result, Criterion::openness, open, static_cast<double>(open) / kComponents);
  }

  void add_score(Ranked& ranked) const {
    double sum = 0;
    double all = 0;
    ranked.ranked = true;
    for (std::size_t i = 0; i < kCriteria; ++i) {
      if (!query_.weights.uses(static_cast<Criterion>(i))) continue;
      if (ranked.missing[i] != Missing::no) ranked.ranked = false;
      const double weight = to_double(query_.weights.of[i]);
      sum += weight * ranked.points[i];
      all += weight;
    }
    ranked.score = ranked.ranked ? sum / all : 0;
  }

  const RankQuery& query_;
  NumberReader price_;
  NumberReader quality_;
  NumberReader openness_;
  const Column& license_;
};

// Both are ranked.
bool is_before(const Candidate& a, const Candidate& b, const Weights& weights) {
  if (a.ranked.score != b.ranked.score) return a.ranked.score > b.ranked.score;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    const bool used = weights.uses(static_cast<Criterion>(i));
    if (used && a.goods[i] != b.goods[i]) return a.goods[i] > b.goods[i];
  }
  return a.ranked.row < b.ranked.row;
}

// Both are ranked: no weighted criterion is missing.
bool dominates(const Candidate& a, const Candidate& b, const Weights& weights) {
  bool better = false;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    if (!weights.uses(static_cast<Criterion>(i))) continue;
    if (a.goods[i] < b.goods[i]) return false;
    better = better || a.goods[i] > b.goods[i];
  }
  return better;
}

// Whoever dominates a model stands before it and, if he is dominated himself, behind one that
// dominates both: the front so far is enough to look at.
void find_front(std::vector<Candidate>& ranked, const RankQuery& query) {
  const bool near = query.tolerance > Decimal{} && query.weights.uses(Criterion::quality);
  std::vector<std::size_t> front;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    Candidate& here = ranked[i];
    std::int64_t behind = 0;
    for (const std::size_t other : front) {
      if (!dominates(ranked[other], here, query.weights)) continue;
      if (here.ranked.dominated_by == kNoRow) here.ranked.dominated_by = ranked[other].ranked.row;
      behind = std::max(behind, *ranked[other].goods[0] - *here.goods[0]);
      if (!near) break;
    }
    if (here.ranked.dominated_by == kNoRow) {
      front.push_back(i);
    } else {
      here.ranked.near = near && behind <= query.tolerance.billionths;
    }
  }
}

}  // namespace

Result<Weights> parse_weights(std::string_view text) {
  std::array<std::string_view, kCriteria> words;
  for (std::size_t i = 0; i < kCriteria; ++i) words[i] = kCriterionRows[i].word;
  const std::string form = "weights look like quality=3,price=1";
  Weights weights;
  std::array<bool, kCriteria> given = {};
  for (const std::string_view part : split_words(text, ',')) {
    const std::size_t equals = part.find('=');
    const std::string_view word = trim(part.substr(0, equals));
    const auto* found = std::find(words.begin(), words.end(), fold(word));
    if (found == words.end()) {
      return Error{Errc::usage,
                   "unknown criterion '" + printable(word) + "'" + did_you_mean(word, words),
                   "criteria are " + join(words, ", ")};
    }
    const auto place = static_cast<std::size_t>(found - words.begin());
    const auto number = equals == std::string_view::npos
                            ? Result<Decimal>(decimal(1))
                            : parse_decimal(trim(part.substr(equals + 1)));
    if (!number || *number < Decimal{} || *number > decimal(kMostWeight)) {
      return Error{
          Errc::usage,
          "the weight of " + std::string(*found) + " is a number from 0 to 1000000, not '" +
              printable(equals == std::string_view::npos ? "" : part.substr(equals + 1)) + "'",
          form};
    }
    if (given[place]) {
      return Error{Errc::usage, std::string(*found) + " stands there twice", form};
    }
    given[place] = true;
    weights.of[place] = *number;
  }
  if (weights_text(weights).empty()) return Error{Errc::usage, "no criterion has a weight", form};
  return weights;
}

std::string weights_text(const Weights& weights) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    if (!weights.uses(static_cast<Criterion>(i))) continue;
    parts.push_back(fmt::format("{}={}", kCriterionRows[i].word, to_text(weights.of[i])));
  }
  return join(parts, ",");
}

Scales price_scales(const Table& table, PriceAxis axis) {
  Scales scales;
  const FewValues few = table.few(price_field(axis));
  const Column* column = few.rows.empty() ? &table.column(price_field(axis)) : &few.values;
  if (const auto* sparse = std::get_if<SparseColumn>(column)) column = sparse->values;
  const auto* prices = std::get_if<DecimalColumn>(column);
  if (prices == nullptr) return scales;
  for (const std::int64_t billionths : prices->billionths) {
    if (billionths == kNoInteger || billionths <= 0) continue;
    const Decimal price{billionths};
    if (!scales.cheapest || price < *scales.cheapest) scales.cheapest = price;
    if (!scales.dearest || price > *scales.dearest) scales.dearest = price;
  }
  return scales;
}

RankedApart rank_apart(const RowSet& rows, const Table& table, const RankQuery& query) {
  RankedApart result;
  Judge judge(table, query);
  std::vector<Candidate> candidates;
  rows.for_each([&](Row row) {
    const Candidate candidate = judge.judge(row);
    if (candidate.ranked.ranked) {
      candidates.push_back(candidate);
      return true;
    }
    result.unranked.push_back(row);
    for (std::size_t i = 0; i < kCriteria; ++i) {
      const bool used = query.weights.uses(static_cast<Criterion>(i));
      if (used) ++result.missing[i][static_cast<std::size_t>(candidate.ranked.missing[i])];
    }
    return true;
  });
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return is_before(a, b, query.weights); });
  for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].ranked.place = i + 1;
  find_front(candidates, query);
  if (query.front_first) {
    std::stable_partition(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
      return candidate.ranked.dominated_by == kNoRow;
    });
  }
  for (const Candidate& candidate : candidates) result.ranked.push_back(candidate.ranked);
  return result;
}

Ranked judge_alone(Row row, const Table& table, const RankQuery& query) {
  return Judge(table, query).judge(row).ranked;
}

std::vector<Ranked> rank(std::span<const Row> rows, const Table& table, const RankQuery& query) {
  RowSet set(table.rows);
  for (const Row row : rows) set.insert(row);
  RankedApart apart = rank_apart(set, table, query);
  Judge judge(table, query);
  for (const Row row : apart.unranked) apart.ranked.push_back(judge.judge(row).ranked);
  return std::move(apart.ranked);
}

}  // namespace oms
