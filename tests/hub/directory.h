// Records and bodies read from files, to serve what a test or a user wrote down.
//
// A directory holds one folder a source: `hub/`, `router/`, `openrouter/`, `openevals/`, ... with
// files of any name ending in .json or .ndjson, read in name order. A file is a list, one record,
// or an envelope {request, status, headers, body}; an .ndjson file has one of these a line.
// Bare NaN is read as null. In `hub/`, `tasks.json` and `models-tags-by-type.json` are bodies.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "hub/records.h"
#include "oms/base/result.h"

namespace oms::loopback {

using OrderedJson = nlohmann::ordered_json;

// The JSON values of all files in a folder; lists and envelopes are opened. An absent folder is
// an empty list. `member` names the list inside an object, such as `data`.
Result<std::vector<OrderedJson>> read_folder(const std::filesystem::path& folder,
                                             std::string_view member);

// The bytes of a file, or an empty string.
std::string read_file(const std::filesystem::path& file);

class Directory final : public Records {
 public:
  // Records without an id are skipped; those with equal ids are merged, later files win.
  static Result<std::unique_ptr<Directory>> open(const std::filesystem::path& hub_folder);

  Row size() const override { return static_cast<Row>(items_.size()); }
  std::string object_id(Row row) const override { return items_[row].object_id; }
  std::optional<std::int64_t> number(Row row, SortKey key) const override;
  std::string pipeline_tag(Row row) const override;
  bool gated(Row row) const override;
  std::vector<std::string> providers(Row row) const override;
  std::vector<std::string> tags(Row row) const override;

 protected:
  std::string own_id(Row row) const override { return items_[row].id; }
  std::optional<Row> find_own(std::string_view id) const override;
  void write_field(Row row, std::string_view field, Shape shape, JsonWriter& writer) const override;
  void set_downloads(Row row, std::int64_t downloads) override;
  void set_license(Row row, std::string_view license) override;

 private:
  struct Item {
    std::string object_id = {};
    std::string id = {};
    OrderedJson record = {};
  };

  const OrderedJson* field(Row row, std::string_view name) const;  // null: absent

  std::vector<Item> items_ = {};
  std::unordered_map<std::string, Row> rows_by_id_ = {};    // in lower case
  std::unordered_map<std::string, Row> rows_by_name_ = {};  // without the owner
};

}  // namespace oms::loopback
