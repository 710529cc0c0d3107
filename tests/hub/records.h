// The models a loopback Hub knows, whatever they come from, and the changes made to them while
// it runs. Rows are in order of creation, which is the order of `_id`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hub/json_writer.h"

namespace oms::loopback {

using Row = std::uint32_t;

enum class SortKey {
  created_at,
  downloads,
  likes,
  last_modified,
  trending_score,
  likes_30d,
  num_parameters,
  id
};

// Some fields are written differently in a list and in a single record.
enum class Shape { list, detail };

// Shares of all records, in percent, that one round of corrections touches.
struct Mutation {
  double downloads = 0;
  double license = 0;
  double deleted = 0;
  double renamed = 0;
};

class Records {
 public:
  virtual ~Records() = default;

  virtual Row size() const = 0;  // deleted rows included
  virtual std::string object_id(Row row) const = 0;
  // Times are in Unix milliseconds. Nothing for a missing value and for SortKey::id.
  virtual std::optional<std::int64_t> number(Row row, SortKey key) const = 0;
  virtual std::string pipeline_tag(Row row) const = 0;  // empty: none
  virtual bool gated(Row row) const = 0;
  virtual std::vector<std::string> providers(Row row) const = 0;
  virtual std::vector<std::string> tags(Row row) const = 0;

  std::string id(Row row) const;
  // The last rows may not have been created yet.
  bool deleted(Row row) const { return row >= size() - unborn_ || deleted_.count(row) != 0; }
  void set_unborn(Row count) { unborn_ = count < size() ? count : size(); }
  // Also by a former id, another case, or a legacy id without an owner.
  std::optional<Row> find(std::string_view id) const;

  // One record as the Hub writes it: `_id`, `id`, and those of `fields` that it has, in order.
  void write(Row row, const std::vector<std::string_view>& fields, Shape shape,
             JsonWriter& writer) const;

  void rename(Row row, std::string new_id);
  void remove(Row row) { deleted_.insert(row); }
  void mutate(const Mutation& mutation);  // every call is another round

 protected:
  virtual std::string own_id(Row row) const = 0;
  virtual std::optional<Row> find_own(std::string_view id) const = 0;
  // Writes `"field":value` and nothing when the record has no such field.
  virtual void write_field(Row row, std::string_view field, Shape shape,
                           JsonWriter& writer) const = 0;
  virtual void set_downloads(Row row, std::int64_t downloads) = 0;
  virtual void set_license(Row row, std::string_view license) = 0;
  int rounds() const { return rounds_; }  // of mutate()

 private:
  std::unordered_map<Row, std::string> renamed_ = {};
  std::unordered_map<std::string, Row> new_ids_ = {};  // in lower case
  std::unordered_set<Row> deleted_ = {};
  Row unborn_ = 0;
  int rounds_ = 0;
};

// A well-mixed number from up to three others; all that is random here comes from it.
std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0);

std::string_view owner_of(std::string_view id);  // empty for a legacy id

}  // namespace oms::loopback
