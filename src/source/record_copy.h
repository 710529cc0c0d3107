// One model record of the Hub, copied without what no question needs.
#pragma once

#include <string>

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
  // The id's text between its quotes; "" when there was none.
  const std::string& id() const { return id_; }

 private:
  bool object(const RecordRule& rule);
  bool array(const RecordRule& rule);
  bool apply(const RecordRow& row);
  bool reduce(const RecordRule& rule);
  bool keep();
  bool keep_id();
  bool chat_template();
  void append_since(std::size_t start, std::size_t spaces);

  JsonCursor& cursor_;
  Siblings keep_;
  std::string& out_;
  std::string id_ = {};
};

}  // namespace oms
