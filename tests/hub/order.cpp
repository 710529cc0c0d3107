#include "hub/order.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace oms::loopback {
namespace {

using json = nlohmann::ordered_json;  // members in the order in which the Hub writes them
using Value = std::optional<std::int64_t>;

bool is_time(SortKey key) { return key == SortKey::created_at || key == SortKey::last_modified; }

// What a cursor says: continue after the record with this value and `_id`.
struct Mark {
  std::string object_id = {};
  Value value = {};
  std::string id = {};  // for SortKey::id
};

std::optional<Mark> parse_mark(const std::string& cursor, SortKey key) {
  const auto text = base64_decode(cursor);
  if (!text) return std::nullopt;
  const json parsed = json::parse(*text, nullptr, /*allow_exceptions=*/false);
  const json* equal = &parsed;  // the branch for equal values carries both parts
  if (parsed.is_object() && parsed.contains("$or") && parsed["$or"].is_array() &&
      !parsed["$or"].empty()) {
    equal = &parsed["$or"][0];
  }
  if (!equal->is_object() || !equal->contains("_id")) return std::nullopt;
  const json& condition = (*equal)["_id"];
  if (!condition.is_object() || condition.empty() || !condition.front().is_string()) {
    return std::nullopt;
  }
  Mark mark;
  mark.object_id = condition.front();
  const std::string name(sort_name(key));
  if (key == SortKey::created_at) return mark;
  if (!equal->contains(name)) return std::nullopt;
  const json& value = (*equal)[name];
  if (value.is_number_integer()) mark.value = value.get<std::int64_t>();
  if (value.is_string() && key == SortKey::id) mark.id = value;
  if (value.is_string() && is_time(key)) mark.value = parse_iso_time(value.get<std::string>());
  return mark;
}

// Is `row` at or before the mark, in descending order with missing values last?
bool not_after(const Records& records, SortKey key, Row row, const Mark& mark) {
  if (key == SortKey::id) {
    const std::string id = records.id(row);
    return id > mark.id || (id == mark.id && records.object_id(row) <= mark.object_id);
  }
  const Value value = records.number(row, key);
  if (value != mark.value) return value > mark.value;  // nothing is less than any number
  return records.object_id(row) <= mark.object_id;
}

}  // namespace

const std::vector<Row>& Order::sorted(SortKey key) {
  std::vector<Row>& rows = sorted_[key];
  if (!rows.empty() || records_.size() == 0) return rows;
  rows.reserve(records_.size());
  if (key == SortKey::id) {
    std::vector<std::pair<std::string, Row>> ids;
    for (Row row = 0; row < records_.size(); ++row) ids.emplace_back(records_.id(row), row);
    std::sort(ids.begin(), ids.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (const auto& entry : ids) rows.push_back(entry.second);
    return rows;
  }
  std::vector<std::pair<std::int64_t, Row>> values;
  values.reserve(records_.size());
  for (Row row = 0; row < records_.size(); ++row) {
    values.emplace_back(
        records_.number(row, key).value_or(std::numeric_limits<std::int64_t>::min()), row);
  }
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (const auto& entry : values) rows.push_back(entry.second);
  return rows;
}

Row Order::row_at(const Listing& listing, std::size_t position) {
  if (listing.sort != SortKey::created_at) return sorted(listing.sort)[position];
  const auto row = static_cast<Row>(position);
  return listing.ascending ? row : records_.size() - 1 - row;
}

Result<std::size_t> Order::position_after(const Listing& listing) {
  if (listing.cursor.empty()) return std::size_t{0};
  const auto mark = parse_mark(listing.cursor, listing.sort);
  if (!mark) return Error{Errc::usage, "Invalid cursor"};
  const auto seen = [&](std::size_t position) {
    const Row row = row_at(listing, position);
    if (listing.sort != SortKey::created_at) {
      return not_after(records_, listing.sort, row, *mark);
    }
    const std::string object_id = records_.object_id(row);
    return listing.ascending ? object_id <= mark->object_id : object_id >= mark->object_id;
  };
  std::size_t low = 0;
  std::size_t high = records_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (seen(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::string Order::cursor_after(const Listing& listing, Row row) const {
  const std::string object_id = records_.object_id(row);
  if (listing.sort == SortKey::created_at) {
    return base64_encode(json{{"_id", {{listing.ascending ? "$gt" : "$lt", object_id}}}}.dump());
  }
  const std::string name(sort_name(listing.sort));
  const Value number = records_.number(row, listing.sort);
  json value;
  if (listing.sort == SortKey::id) {
    value = records_.id(row);
  } else if (number) {
    value = is_time(listing.sort) ? json(iso_time(*number)) : json(*number);
  }
  const json equal = {{name, value}, {"_id", {{"$gt", object_id}}}};
  if (value.is_null()) return base64_encode(equal.dump());
  return base64_encode(
      json{{"$or", json::array({equal, {{name, {{"$lt", value}}}}, {{name, nullptr}}})}}.dump());
}

Result<Page> Order::page(const Listing& listing) {
  const Result<std::size_t> start = position_after(listing);
  if (!start) return start.error();
  Page page;
  // The next link repeats `skip`, which must not leave out rows of every page.
  std::size_t left_to_skip = listing.cursor.empty() ? listing.skip : 0;
  for (std::size_t position = *start; position < records_.size(); ++position) {
    const Row row = row_at(listing, position);
    if (!matches(records_, row, listing.conditions)) continue;
    if (left_to_skip > 0) {
      --left_to_skip;
      continue;
    }
    if (page.rows.size() == listing.limit) {
      page.next_cursor = cursor_after(listing, page.rows.back());
      break;
    }
    page.rows.push_back(row);
  }
  return page;
}

}  // namespace oms::loopback
