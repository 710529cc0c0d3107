// Ranks models by several weighted criteria. docs/ranking.md says how for users.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/table.h"
#include "oms/query/frontier.h"
#include "oms/query/row_set.h"

namespace oms {

enum class Criterion : std::uint8_t { quality, price, license, openness };
inline constexpr std::size_t kCriteria = 4;

// One row a criterion, in the order of the enumeration.
struct CriterionRow {
  std::string_view word = {};
  std::string_view help = {};
};
extern const std::array<CriterionRow, kCriteria> kCriterionRows;

// How much each criterion counts, by Criterion; 0 = not at all. At least one is above 0.
struct Weights {
  std::array<Decimal, kCriteria> of = {};

  bool uses(Criterion criterion) const {
    return of[static_cast<std::size_t>(criterion)] > Decimal{};
  }
};

// "quality=3,price=1". Errc::usage names what cannot be read.
Result<Weights> parse_weights(std::string_view text);
std::string weights_text(const Weights& weights);  // "quality=3,price=1", the used ones

// The ends of the scales. They come from the whole catalog, so that no condition of a query changes
// the points of a model.
struct Scales {
  Better better = Better::higher;  // of the metric
  Number lowest_quality = {};      // scores seen in the metric
  Number highest_quality = {};
  Number cheapest = {};  // prices above zero
  Number dearest = {};
};
// Ends of the prices of `axis` over all rows of the table; the quality members are the caller's.
Scales price_scales(const Table& table, PriceAxis axis);

// Why a model has no value for a criterion.
enum class Missing : std::uint8_t { no, unknown, free_only };

struct Ranked {
  Row row = kNoRow;
  bool ranked = false;     // false: a weighted criterion is missing
  std::size_t place = 0;   // by score, from 1; 0: none
  bool uncertain = false;  // not known whether it is asked for at all: never ranked
  double score = 0;        // 0 to 100, the weighted mean of the points
  std::array<double, kCriteria> points = {};    // 0 to 100, of those that are known
  std::array<Missing, kCriteria> missing = {};  // of all criteria
  // Row of the best ranked model that is at least as good in every weighted criterion and better in
  // one; kNoRow: none is, the model is on the front.
  Row dominated_by = kNoRow;
  bool near = false;  // dominated, but only by a quality that is at most `tolerance` better
};

struct RankQuery {
  Weights weights = {};
  Scales scales = {};
  PriceAxis axis = PriceAxis::blended;
  Decimal tolerance = {};  // in the unit of the metric
  bool front_first = false;
};

// The models with a place, as rank() orders them; of the others there may be millions.
struct RankedApart {
  std::vector<Ranked> ranked = {};
  std::vector<Row> unranked = {};  // ascending
  // How many of the unranked miss each weighted criterion, by Criterion and Missing.
  std::array<std::array<std::size_t, 3>, kCriteria> missing = {};
};
RankedApart rank_apart(const RowSet& rows, const Table& table, const RankQuery& query);

// What one model has, without a place among others.
Ranked judge_alone(Row row, const Table& table, const RankQuery& query);

// The ranked ones first, best score first; of equal scores the better in the first criterion, then
// by folded id. With front_first the front stands before the rest; places stay those by score. Then
// the others by folded id. Points never fall when a value gets better: quality runs evenly between
// the lowest and highest score, price evenly in its logarithm between dearest and cheapest, license
// by the position of its class, openness by its number of open components.
std::vector<Ranked> rank(std::span<const Row> rows, const Table& table, const RankQuery& query);

}  // namespace oms
