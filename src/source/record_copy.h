// One model record of the Hub, copied without what no question needs.
#pragma once

#include <string>
#include <vector>

#include "oms/source/hub_page.h"
#include "source/json_cursor.h"

namespace oms {

struct RecordRule;
struct RecordRow;

// Copies the record that the cursor stands at, reduced and compact, behind what `out` holds.
// Each function returns false at a fault in the JSON; `out` then ends with a piece of the record.
class RecordCopy {
 public:
  RecordCopy(JsonCursor& cursor, Siblings keep, std::string& out)
      : cursor_(cursor), keep_(keep), out_(out) {}

  bool copy();
  // The text of `id` and `_id` between its quotes; "" when there was none.
  const std::string& id() const { return id_; }
  const std::string& hub_id() const { return hub_id_; }
  // Keys of the record whose value is of a kind that the Hub never sends: "downloads is a text".
  const std::vector<std::string>& oddities() const { return oddities_; }

 private:
  bool object(const RecordRule& rule);
  bool array(const RecordRule& rule);
  bool apply(const RecordRow& row);
  void check_kind(const RecordRow& row);
  bool reduce(const RecordRule& rule);
  bool keep();
  bool keep_text(std::string& text);
  bool chat_template();
  void append_since(std::size_t start, std::size_t spaces);

  JsonCursor& cursor_;
  Siblings keep_;
  std::string& out_;
  std::string id_ = {};
  std::string hub_id_ = {};
  std::vector<std::string> oddities_ = {};
};

}  // namespace oms
