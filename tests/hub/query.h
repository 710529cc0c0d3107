// The parameters of GET /api/models, read and refused as the Hub does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/encode.h"
#include "hub/records.h"
#include "oms/base/result.h"

namespace oms::loopback {

// What a record must satisfy; everything stated must hold.
struct Conditions {
  std::vector<std::string> filters = {};   // tags
  std::vector<std::string> searches = {};  // parts of the id, in lower case
  std::string author = {};
  std::string pipeline_tag = {};
  std::optional<bool> gated = {};
  std::vector<std::string> providers = {};  // any of them; "all": any at all
  bool warm = false;
  std::optional<std::int64_t> least_parameters = {};
  std::optional<std::int64_t> most_parameters = {};
};

struct Listing {
  SortKey sort = SortKey::trending_score;
  bool ascending = false;  // only by creation time
  std::size_t limit = 1000;
  std::size_t skip = 0;
  std::string cursor = {};  // as received; empty: first page
  Conditions conditions = {};
  std::vector<std::string_view> fields = {};
};

std::string_view sort_name(SortKey key);

// An Error's text is the message of the Hub's answer 400.
Result<Listing> parse_listing(const Parameters& parameters);

// The fields asked for by `expand` or `expand[]`, in the order in which the Hub writes them;
// nothing when there is no such parameter.
Result<std::optional<std::vector<std::string_view>>> parse_expand(const Parameters& parameters,
                                                                  Shape shape);

bool matches(const Records& records, Row row, const Conditions& conditions);

}  // namespace oms::loopback
