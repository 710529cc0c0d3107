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

PriceColumns::PriceColumns(const Pricing& pricing, const Table& table) {
  const Date newest = newest_price(table).value_or(Date{});
  const OfferTable& offers = table.offers;
  for (std::size_t i = 0; i < offers.rows.size();) {
    const Row row = offers.rows[i];
    const std::vector<Offer> of_row = table.offers_of(row);
    const auto price = choose_price(of_row, newest, pricing);
    if (price) add(row, *price, offers);
    i += of_row.size();
  }
  columns_ = {{field_id("price_input"), DecimalColumn{input_}},
              {field_id("price_output"), DecimalColumn{output_}},
              {field_id("price_blended"), DecimalColumn{blended_}},
              {field_id("bill"), DecimalColumn{bill_}},
              {field_id("price_min"), DecimalColumn{min_}},
              {field_id("price_max"), DecimalColumn{max_}},
              {field_id("providers"), IntegerColumn{providers_}},
              {field_id("price_provider"), WordColumn{provider_, offers.host.dictionary}},
              {field_id("price_source"), WordColumn{source_, offers.source.dictionary}},
              {field_id("price_as_of"), DateColumn{as_of_}},
              {field_id("price_old"), CodeColumn{old_}}};
}

void PriceColumns::add(Row row, const Price& price, const OfferTable& offers) {
  rows_.push_back(row);
  input_.push_back(stored(price.offer.input));
  output_.push_back(stored(price.offer.output));
  blended_.push_back(stored(price.blended));
  bill_.push_back(stored(price.bill));
  min_.push_back(stored(price.min));
  max_.push_back(stored(price.max));
  providers_.push_back(price.providers);
  provider_.push_back(code_in(offers.host, price.offer.host));
  source_.push_back(code_in(offers.source, price.offer.source));
  as_of_.push_back(price.offer.as_of ? price.offer.as_of->days : kNoDay);
  old_.push_back(price.old ? 2 : 1);
}

void PriceColumns::add_to(Table& table) const {
  for (const auto& [field, column] : columns_)
    table.set_column(field, SparseColumn{rows_, &column});
}

}  // namespace oms
