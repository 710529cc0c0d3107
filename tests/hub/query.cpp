#include "hub/query.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "hub/fields.h"

namespace oms::loopback {
namespace {

struct SortRow {
  std::string_view name = {};
  SortKey key = {};
};

constexpr std::array<SortRow, 8> kSorts = {{{"createdAt", SortKey::created_at},
                                            {"downloads", SortKey::downloads},
                                            {"likes", SortKey::likes},
                                            {"lastModified", SortKey::last_modified},
                                            {"trendingScore", SortKey::trending_score},
                                            {"likes30d", SortKey::likes_30d},
                                            {"num_parameters", SortKey::num_parameters},
                                            {"id", SortKey::id}}};

// Above this the real one's reaction is not known; refusing shows a client's mistake.
constexpr std::size_t kLargestLimit = 1000;

Error refusal(std::string message) { return Error{Errc::usage, std::move(message)}; }

std::optional<std::size_t> parse_count(std::string_view text) {
  std::size_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> result;
  for (;;) {
    const std::size_t end = text.find(separator);
    result.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    text.remove_prefix(end + 1);
  }
}

// 6B, 128B, 500M, 70000
std::optional<std::int64_t> parse_magnitude(std::string text) {
  std::int64_t unit = 1;
  if (!text.empty()) {
    const char last = text.back();
    unit = last == 'B' ? 1'000'000'000 : last == 'M' ? 1'000'000 : last == 'K' ? 1000 : 1;
    if (unit > 1) text.pop_back();
  }
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return static_cast<std::int64_t>(value * static_cast<double>(unit));
}

bool read_parameter_range(std::string_view text, Conditions& conditions) {
  for (const std::string& half : split(text, ',')) {
    const auto value = half.size() > 4 ? parse_magnitude(half.substr(4)) : std::nullopt;
    if (!value) return false;
    if (half.compare(0, 4, "min:") == 0) {
      conditions.least_parameters = value;
    } else if (half.compare(0, 4, "max:") == 0) {
      conditions.most_parameters = value;
    } else {
      return false;
    }
  }
  return true;
}

// Empty: fine. Parameters that the Hub does not know are ignored, as it ignores them.
std::string read_condition(const std::string& name, const std::string& value, Conditions& out) {
  if (name == "filter") {
    out.filters.push_back(value);
  } else if (name == "search") {
    out.searches.push_back(lower(value));
  } else if (name == "author") {
    out.author = value;
  } else if (name == "pipeline_tag") {
    out.pipeline_tag = value;
  } else if (name == "inference") {
    out.warm = value == "warm";
  } else if (name == "inference_provider") {
    for (std::string& provider : split(value, ',')) out.providers.push_back(std::move(provider));
  } else if (name == "gated") {
    if (value != "true" && value != "false") return "\"gated\" must be a boolean";
    out.gated = value == "true";
  } else if (name == "num_parameters") {
    if (!read_parameter_range(value, out)) return "Invalid num_parameters: " + value;
  }
  return {};
}

std::string read_order(const std::string& name, const std::string& value, Listing& out) {
  if (name == "sort") {
    const auto row = std::find_if(kSorts.begin(), kSorts.end(),
                                  [&](const SortRow& entry) { return entry.name == value; });
    if (row == kSorts.end()) return "Invalid sort parameter: " + value;
    out.sort = row->key;
  } else if (name == "direction") {
    if (value != "-1" && value != "1") return "\"direction\" must be one of [-1, 1]";
    out.ascending = value == "1";
  } else if (name == "limit") {
    const auto limit = parse_count(value);
    if (!limit || *limit == 0) return "\"limit\" must be a positive number";
    if (*limit > kLargestLimit) return "\"limit\" must be less than or equal to 1000";
    out.limit = *limit;
  } else if (name == "skip") {
    out.skip = parse_count(value).value_or(0);
  } else if (name == "cursor") {
    out.cursor = value;
  }
  return {};
}

bool is_true(const Parameters& parameters, std::string_view wanted) {
  return std::any_of(parameters.begin(), parameters.end(), [&](const auto& entry) {
    return entry.first == wanted && (entry.second == "true" || entry.second == "1");
  });
}

// The fields of a list without `expand`.
std::vector<std::string_view> plain_fields(const Parameters& parameters) {
  const auto base = is_true(parameters, "full") ? full_list_fields() : default_list_fields();
  std::vector<std::string_view> result(base.begin(), base.end());
  if (is_true(parameters, "cardData")) result.emplace_back("cardData");
  if (is_true(parameters, "config")) result.emplace_back("config");
  return result;
}

bool has_provider(const Records& records, Row row, const std::vector<std::string>& wanted) {
  const std::vector<std::string> providers = records.providers(row);
  if (std::find(wanted.begin(), wanted.end(), "all") != wanted.end()) return !providers.empty();
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& provider) {
    return std::find(providers.begin(), providers.end(), provider) != providers.end();
  });
}

bool has_tags(const Records& records, Row row, const std::vector<std::string>& wanted) {
  const std::vector<std::string> tags = records.tags(row);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
  });
}

}  // namespace

std::string_view sort_name(SortKey key) {
  for (const SortRow& row : kSorts) {
    if (row.key == key) return row.name;
  }
  return {};
}

Result<std::optional<std::vector<std::string_view>>> parse_expand(const Parameters& parameters,
                                                                  Shape shape) {
  const std::vector<std::string_view> accepted = expandable_fields(shape);
  std::vector<bool> asked(accepted.size());
  bool any = false;
  for (const auto& [name, value] : parameters) {
    if (name != "expand" && name != "expand[]") continue;
    any = true;
    const auto found = std::find(accepted.begin(), accepted.end(), value);
    if (found == accepted.end()) return refusal(expand_message(accepted));
    asked[static_cast<std::size_t>(found - accepted.begin())] = true;
  }
  if (!any) return std::optional<std::vector<std::string_view>>{};
  std::vector<std::string_view> fields;
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    if (asked[i]) fields.push_back(accepted[i]);
  }
  return std::optional(std::move(fields));
}

Result<Listing> parse_listing(const Parameters& parameters) {
  Listing listing;
  for (const auto& [name, value] : parameters) {
    std::string message = read_condition(name, value, listing.conditions);
    if (message.empty()) message = read_order(name, value, listing);
    if (!message.empty()) return refusal(std::move(message));
  }
  if (listing.ascending && listing.sort != SortKey::created_at) {
    return refusal("\"direction\" must be -1");
  }
  auto expanded = parse_expand(parameters, Shape::list);
  if (!expanded) return std::move(expanded).error();
  if (!*expanded) {
    listing.fields = plain_fields(parameters);
    return listing;
  }
  for (const char* other : {"full", "cardData", "config"}) {
    if (is_true(parameters, other)) {
      return refusal(std::string("\"expand\" conflict with \"") + other + '"');
    }
  }
  listing.fields = std::move(**expanded);
  return listing;
}

bool matches(const Records& records, Row row, const Conditions& conditions) {
  // Cheap ones first: a filter may have to look at millions of records.
  if (records.deleted(row)) return false;
  if (!conditions.providers.empty() && !has_provider(records, row, conditions.providers)) {
    return false;
  }
  if (conditions.warm && records.providers(row).empty()) return false;
  if (conditions.gated && records.gated(row) != *conditions.gated) return false;
  if (conditions.least_parameters || conditions.most_parameters) {
    const auto count = records.number(row, SortKey::num_parameters);
    if (!count || *count < conditions.least_parameters.value_or(0)) return false;
    if (conditions.most_parameters && *count > *conditions.most_parameters) return false;
  }
  if (!conditions.pipeline_tag.empty() && records.pipeline_tag(row) != conditions.pipeline_tag) {
    return false;
  }
  if (!conditions.author.empty() && owner_of(records.id(row)) != conditions.author) return false;
  if (!conditions.searches.empty()) {
    const std::string id = lower(records.id(row));
    for (const std::string& part : conditions.searches) {
      if (id.find(part) == std::string::npos) return false;
    }
  }
  return conditions.filters.empty() || has_tags(records, row, conditions.filters);
}

}  // namespace oms::loopback
