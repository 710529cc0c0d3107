#include "oms/source/hub_page.h"

#include <simdjson.h>

#include <algorithm>

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

// Which bytes of a record are looked at: all of it, once the body is known to be no UTF-8.
enum class Utf8 { known, doubted };

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

// Reads the record that comes next into `page`. False when it is not even clear where it ends.
bool add_record(JsonCursor& cursor, Siblings keep, Utf8 utf8, std::size_t number, HubPage& page) {
  if (cursor.peek() != '{') {
    if (!cursor.value()) return false;
    page.rejected.push_back(place(number, {}) + ": not a JSON object");
    return true;
  }
  const std::size_t start = cursor.position();
  const std::size_t line = page.lines.size();
  RecordCopy record(cursor, keep, page.lines);
  const bool valid = record.copy();
  const bool text = utf8 == Utf8::known || !valid || is_utf8(cursor.since(start));
  if (valid && text && is_hub_id(record.id())) {
    page.lines += '\n';
    page.ids.push_back(record.id());
    page.hub_ids.push_back(record.hub_id());
    ++page.records;
    for (const std::string& oddity : record.oddities()) {
      page.odd.push_back(place(number, record.id()) + ": " + oddity);
    }
    return true;
  }
  page.lines.resize(line);
  page.rejected.push_back(place(number, record.id()) + (!valid  ? ": not valid JSON"
                                                        : !text ? ": not valid UTF-8"
                                                                : ": no valid model id"));
  if (valid) return true;
  cursor.seek(start);
  return cursor.balanced();
}

// Calls `take(key, value)` for each key of an object, both as they stand, until it returns false.
template <typename Take>
void each_member(std::string_view text, Take take) {
  JsonCursor cursor(text);
  if (!cursor.take('{') || cursor.peek() == '}') return;
  do {
    cursor.peek();
    const std::size_t start = cursor.position();
    if (!cursor.string()) return;
    const std::string_view key = cursor.since(start);
    if (!cursor.take(':')) return;
    cursor.peek();
    const std::size_t from = cursor.position();
    if (!cursor.value()) return;
    if (!take(key.substr(1, key.size() - 2), cursor.since(from))) return;
  } while (cursor.take(','));
}

std::string_view unquoted(std::string_view value) {
  return value.starts_with('"') ? value.substr(1, value.size() - 2) : std::string_view();
}

Error bad(std::string what) { return {Errc::data, std::move(what), ""}; }

// What the server says in {"error": "…"}; "" when the body is something else.
std::string error_of(std::string_view body) {
  std::string error;
  each_member(body, [&](std::string_view key, std::string_view value) {
    if (key == "error") error = unquoted(value);
    return error.empty();
  });
  return error;
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
  if (trim(body).empty()) return bad("the answer is empty");
  const Utf8 utf8 = is_utf8(body) ? Utf8::known : Utf8::doubted;
  JsonCursor cursor(body);
  if (!cursor.take('[')) return not_the_shape(body, "no JSON list");
  HubPage page;
  page.lines.reserve(body.size());
  std::size_t number = 0;
  bool more = cursor.peek() != ']';
  while (more) {
    if (!add_record(cursor, keep, utf8, ++number, page)) return broken(cursor, body);
    more = cursor.take(',');
  }
  if (!cursor.take(']') || !cursor.at_end()) return broken(cursor, body);
  return page;
}

Result<HubPage> reduce_hub_detail(std::string_view body, Siblings keep) {
  if (trim(body).empty()) return bad("the answer is empty");
  if (!is_utf8(body)) return bad("the answer is not valid UTF-8");
  JsonCursor cursor(body);
  if (cursor.peek() != '{') return not_the_shape(body, "no JSON object");
  HubPage page;
  if (!add_record(cursor, keep, Utf8::known, 1, page) || !cursor.at_end())
    return broken(cursor, body);
  if (page.records == 0) return not_the_shape(body, "no model record");
  return page;
}

std::vector<std::string> record_keys(std::string_view line) {
  std::vector<std::string> keys;
  each_member(line, [&](std::string_view key, std::string_view) {
    keys.emplace_back(key);
    return true;
  });
  return keys;
}

std::string newest_change(std::string_view lines) {
  std::string_view newest;
  for (const std::string_view text : split(lines, '\n')) {
    each_member(text, [&](std::string_view key, std::string_view value) {
      if (key != "lastModified") return true;
      newest = std::max(newest, unquoted(value));
      return false;
    });
  }
  return std::string(newest);
}

std::vector<HubLine> hub_lines(std::string_view lines) {
  std::vector<HubLine> found;
  for (const std::string_view text : split(lines, '\n')) {
    HubLine line{text, {}, {}};
    // The rest is passed over as soon as both are known.
    each_member(text, [&](std::string_view key, std::string_view value) {
      if (key == "id") line.id = unquoted(value);
      if (key == "_id") line.hub_id = unquoted(value);
      return line.id.empty() || line.hub_id.empty();
    });
    if (!line.id.empty()) found.push_back(line);
  }
  return found;
}

}  // namespace oms
