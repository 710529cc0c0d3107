// What the records of a draft owe to each other.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "catalog/data_table.h"
#include "catalog/id_lookup.h"
#include "oms/model/license.h"
#include "oms/store/table_draft.h"

namespace oms {

// Base models under a former or differently spelled id get their present one; then families,
// effective licenses, the bound on training data and borrowed scores. Every base that `ids` knows
// has a record in the draft.
void fill_kin(TableDraft& draft, const IdLookup& ids, const LicenseTable& licenses,
              const DataTable& aliases);
// Goes from an id to the name that it is an alias of, and on, since names may have changed more
// than once, until `is_wanted` says so or there is no further one. Returns where it ended.
std::string_view follow_aliases(std::string_view id, const DataTable& aliases,
                                const std::function<bool(std::string_view name)>& is_wanted);
// The id that a base model has today, as far as it is known.
std::string present_id(std::string_view id, const IdLookup& ids, const DataTable& aliases);

// The newest price among the offers.
Day newest_price(const TableDraft& draft);
// The price fields, out of the offers and the newest price in the catalog.
void fill_prices(TableDraft& draft, Day newest);

}  // namespace oms
