#include "oms/source/hub_page.h"

#include <simdjson.h>

#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "source/json_cursor.h"
#include "source/record_copy.h"

namespace oms {
namespace {

constexpr std::size_t kShownColumns = 60;  // of foreign text in a message

std::string shown(std::string_view text) {
  return shorten(printable(trim(text.substr(0, 200))), kShownColumns, Cut::end, "...");
}

std::string place(std::size_t number, std::string_view id) {
  std::string text = "record " + std::to_string(number);
  if (!id.empty()) text += " '" + shown(id) + "'";
  return text;
}

// Reads the record that comes next into `page`. False when it is not even clear where it ends.
bool add_record(JsonCursor& cursor, Siblings keep, std::size_t number, HubPage& page) {
  if (cursor.peek() != '{') {
    if (!cursor.value()) return false;
    page.rejected.push_back(place(number, {}) + ": not a JSON object");
    return true;
  }
  const std::size_t start = cursor.position();
  const std::size_t line = page.lines.size();
  RecordCopy record(cursor, keep, page.lines);
  const bool valid = record.copy();
  if (valid && is_hub_id(record.id())) {
    page.lines += '\n';
    page.ids.push_back(record.id());
    ++page.records;
    return true;
  }
  page.lines.resize(line);
  page.rejected.push_back(place(number, record.id()) +
                          (valid ? ": no valid model id" : ": not valid JSON"));
  if (valid) return true;
  cursor.seek(start);
  return cursor.balanced();
}

Error bad(std::string what) { return {Errc::data, std::move(what), ""}; }

// "" when the bytes may hold JSON.
std::string fault_of_bytes(std::string_view body) {
  if (trim(body).empty()) return "the answer is empty";
  if (!simdjson::validate_utf8(body.data(), body.size())) return "the answer is not valid UTF-8";
  return {};
}

// What the server says in {"error": "…"}; "" when the body is something else.
std::string error_of(std::string_view body) {
  JsonCursor cursor(body);
  if (!cursor.take('{') || cursor.peek() == '}') return {};
  do {
    cursor.peek();
    const std::size_t key = cursor.position();
    if (!cursor.string()) return {};
    const bool error = cursor.since(key) == R"("error")";
    if (!cursor.take(':')) return {};
    const bool text = cursor.peek() == '"';
    const std::size_t start = cursor.position();
    if (!cursor.value()) return {};
    const std::string_view value = cursor.since(start);
    if (error && text) return std::string(value.substr(1, value.size() - 2));
  } while (cursor.take(','));
  return {};
}

Error not_the_shape(std::string_view body, std::string_view shape) {
  const std::string error = error_of(body);
  if (!error.empty()) return bad("the answer is an error: '" + shown(error) + "'");
  return bad("the answer is " + std::string(shape) + " but begins with '" + shown(body) + "'");
}

Error broken(JsonCursor& cursor, std::string_view body) {
  if (cursor.at_end())
    return bad("the answer ends early, after " + std::to_string(body.size()) + " bytes");
  return bad("the answer is not valid JSON near byte " + std::to_string(cursor.position()));
}

}  // namespace

Result<HubPage> reduce_hub_page(std::string_view body, Siblings keep) {
  if (std::string fault = fault_of_bytes(body); !fault.empty()) return bad(std::move(fault));
  JsonCursor cursor(body);
  if (!cursor.take('[')) return not_the_shape(body, "no JSON list");
  HubPage page;
  page.lines.reserve(body.size());
  std::size_t number = 0;
  bool more = cursor.peek() != ']';
  while (more) {
    if (!add_record(cursor, keep, ++number, page)) return broken(cursor, body);
    more = cursor.take(',');
  }
  if (!cursor.take(']') || !cursor.at_end()) return broken(cursor, body);
  return page;
}

Result<HubPage> reduce_hub_detail(std::string_view body, Siblings keep) {
  if (std::string fault = fault_of_bytes(body); !fault.empty()) return bad(std::move(fault));
  JsonCursor cursor(body);
  if (cursor.peek() != '{') return not_the_shape(body, "no JSON object");
  HubPage page;
  if (!add_record(cursor, keep, 1, page) || !cursor.at_end()) return broken(cursor, body);
  if (page.records == 0) return not_the_shape(body, "no model record");
  return page;
}

bool looks_like_hub_page(std::string_view body) {
  if (!fault_of_bytes(body).empty()) return false;
  JsonCursor cursor(body);
  return cursor.peek() == '[' && cursor.value() && cursor.at_end();
}

}  // namespace oms
