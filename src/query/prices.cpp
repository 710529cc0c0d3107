#include "oms/query/prices.h"

#include <algorithm>
#include <string_view>

namespace oms {
namespace {

std::int64_t stored(const Number& number) { return number ? number->billionths : kNoInteger; }

std::uint32_t code_in(const WordColumn& column, std::string_view word) {
  return code_of(column.dictionary, word).value_or(0);
}

}  // namespace

Day newest_price(const Table& table) {
  std::int32_t newest = kNoDay;
  for (const std::int32_t days : table.offers.as_of) newest = std::max(newest, days);
  if (newest == kNoDay) return std::nullopt;
  return Date{newest};
}

PriceColumns::PriceColumns(const Pricing& pricing, const Table& table)
    : input_(table.rows, kNoInteger),
      output_(table.rows, kNoInteger),
      blended_(table.rows, kNoInteger),
      bill_(table.rows, kNoInteger),
      min_(table.rows, kNoInteger),
      max_(table.rows, kNoInteger),
      providers_(table.rows, kNoInteger),
      provider_(table.rows, 0),
      source_(table.rows, 0),
      as_of_(table.rows, kNoDay),
      old_(table.rows, 0) {
  const Date newest = newest_price(table).value_or(Date{});
  const OfferTable& offers = table.offers;
  for (std::size_t i = 0; i < offers.rows.size();) {
    const Row row = offers.rows[i];
    const std::vector<Offer> of_row = table.offers_of(row);
    const auto price = choose_price(of_row, newest, pricing);
    if (price) set(row, *price, offers);
    i += of_row.size();
  }
}

void PriceColumns::set(Row row, const Price& price, const OfferTable& offers) {
  input_[row] = stored(price.offer.input);
  output_[row] = stored(price.offer.output);
  blended_[row] = stored(price.blended);
  bill_[row] = stored(price.bill);
  min_[row] = stored(price.min);
  max_[row] = stored(price.max);
  providers_[row] = price.providers;
  provider_[row] = code_in(offers.host, price.offer.host);
  source_[row] = code_in(offers.source, price.offer.source);
  as_of_[row] = price.offer.as_of ? price.offer.as_of->days : kNoDay;
  old_[row] = price.old ? 2 : 1;
}

void PriceColumns::add_to(Table& table) const {
  const auto put = [&](std::string_view field, Column column) {
    table.set_column(field_id(field), std::move(column));
  };
  put("price_input", DecimalColumn{input_});
  put("price_output", DecimalColumn{output_});
  put("price_blended", DecimalColumn{blended_});
  put("bill", DecimalColumn{bill_});
  put("price_min", DecimalColumn{min_});
  put("price_max", DecimalColumn{max_});
  put("providers", IntegerColumn{providers_});
  put("price_provider", WordColumn{provider_, table.offers.host.dictionary});
  put("price_source", WordColumn{source_, table.offers.source.dictionary});
  put("price_as_of", DateColumn{as_of_});
  put("price_old", CodeColumn{old_});
}

}  // namespace oms
