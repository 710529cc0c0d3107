// The price and score services beside the Hub: one row each.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "oms/source/price_sources.h"

namespace oms {

// What a service calls its models.
enum class NamedBy { hub_ids, its_own };
// Whether what it gave can change.
enum class Lasts { until_asked_again, for_good };

struct Service {
  std::string_view name = {};      // word of `fetch --only`
  std::string_view source = {};    // row of data/sources.tsv, and of the metrics it brings
  std::string_view variable = {};  // of another base url
  std::string_view base_url = {};
  std::string_view path = {};        // path and query of the first page
  std::string_view older_path = {};  // asked for where the first answers 404; "" = nothing
  Result<Harvest> (*parse)(std::string_view body, Date as_of) = nullptr;
  void (*settle)(Harvest& whole) = nullptr;  // once all pages are there; null: nothing to settle
  std::string_view list = {};                // key of the body with the records; "" = no JSON
  std::size_t first_pages = 1;               // to expect at least
  std::size_t most_pages = 100;              // a server that leads on for ever is left there
  std::string_view key_variable = {};        // of the user's key; "" = it asks for none
  std::string_view key_header = {};          // that carries it
  NamedBy named_by = NamedBy::hub_ids;
  Lasts lasts = Lasts::until_asked_again;
  bool in_groups = false;   // what we use stands together: the walk ends behind it
  bool by_default = false;  // fetched without being asked for by name
};

// In the order in which they are asked.
std::span<const Service> services();
const Service* find_service(std::string_view name);  // nullptr: no such service

}  // namespace oms
