#include "oms/source/hub_page.h"

#include <simdjson.h>

#include "oms/base/text.h"
#include "oms/source/hub_record.h"
#include "source/json_cursor.h"

namespace oms {
namespace {

enum class Act : std::uint8_t {
  keep,           // the value as it stands
  drop,           // neither key nor value
  reduce,         // the value by another rule, `same`: by this one
  chat_template,  // a template's text becomes two booleans
  siblings,       // as the caller wishes
  id,             // kept, and remembered
};

struct Rule;
struct Row {
  std::string_view key;  // with '*' at the end: any key that begins so
  Act act = Act::drop;
  const Rule* rule = nullptr;
};

// What happens to the keys of an object, or of each object of a list.
struct Rule {
  const Row* rows;
  std::size_t count;
  Act others;  // keep, drop, or reduce by this same rule
};
template <std::size_t N>
constexpr Rule rule(const Row (&rows)[N], Act others) {
  return {rows, N, others};
}

// Signatures of verified runs: hundreds of bytes each, of use to the Hub alone.
constexpr Row kNoTokenRows[] = {{"verifyToken"}};
constexpr Rule kNoToken = rule(kNoTokenRows, Act::reduce);

// What names a metric row of a model-index, and where it comes from.
constexpr Row kTaskRows[] = {{"type", Act::keep}};
constexpr Rule kTask = rule(kTaskRows, Act::drop);
constexpr Row kDatasetRows[] = {{"type", Act::keep},
                                {"name", Act::keep},
                                {"config", Act::keep},
                                {"split", Act::keep},
                                {"args", Act::reduce, &kNoToken}};
constexpr Rule kDataset = rule(kDatasetRows, Act::drop);
constexpr Row kMetricRows[] = {{"type", Act::keep},
                               {"name", Act::keep},
                               {"value", Act::reduce, &kNoToken},
                               {"config", Act::keep},
                               {"args", Act::reduce, &kNoToken},
                               {"verified", Act::keep}};
constexpr Rule kMetric = rule(kMetricRows, Act::drop);
constexpr Row kOriginRows[] = {{"name", Act::keep}, {"url", Act::keep}};
constexpr Rule kOrigin = rule(kOriginRows, Act::drop);
constexpr Row kResultRows[] = {{"task", Act::reduce, &kTask},
                               {"dataset", Act::reduce, &kDataset},
                               {"metrics", Act::reduce, &kMetric},
                               {"source", Act::reduce, &kOrigin}};
constexpr Rule kResult = rule(kResultRows, Act::drop);
constexpr Row kModelIndexRows[] = {{"results", Act::reduce, &kResult}};
constexpr Rule kModelIndex = rule(kModelIndexRows, Act::drop);

constexpr Row kTemplateRows[] = {{"chat_template", Act::chat_template}};
constexpr Rule kTemplate = rule(kTemplateRows, Act::keep);
constexpr Row kConfigRows[] = {{"tokenizer_config", Act::reduce, &kTemplate},
                               {"processor_config", Act::reduce, &kTemplate},
                               {"chat_template_jinja", Act::chat_template}};
constexpr Rule kConfig = rule(kConfigRows, Act::keep);

constexpr Row kCardRows[] = {{"extra_gated_*"}, {"widget"}, {"model-index"}, {"thumbnail"}};
constexpr Rule kCard = rule(kCardRows, Act::keep);

constexpr Row kRecordRows[] = {{"id", Act::id},
                               {"widgetData"},
                               {"spaces"},
                               {"transformersInfo"},
                               {"siblings", Act::siblings},
                               {"cardData", Act::reduce, &kCard},
                               {"evalResults", Act::reduce, &kNoToken},
                               {"model-index", Act::reduce, &kModelIndex},
                               {"config", Act::reduce, &kConfig},
                               {"gguf", Act::reduce, &kTemplate}};
constexpr Rule kRecord = rule(kRecordRows, Act::keep);

bool matches(std::string_view pattern, std::string_view key) {
  if (!pattern.ends_with('*')) return pattern == key;
  return key.starts_with(pattern.substr(0, pattern.size() - 1));
}

Row row_for(const Rule& rule, std::string_view key) {
  for (std::size_t i = 0; i < rule.count; ++i) {
    if (matches(rule.rows[i].key, key)) return rule.rows[i];
  }
  return {{}, rule.others, &rule};
}

// Copies one record from the cursor, reduced. Each function returns false at a fault in the JSON.
class RecordCopy {
 public:
  RecordCopy(JsonCursor& cursor, Siblings keep, std::string& out)
      : cursor_(cursor), keep_(keep), out_(out) {}

  bool copy() { return object(kRecord); }
  // The id's text between its quotes; "" when there was none.
  const std::string& id() const { return id_; }

 private:
  bool object(const Rule& rule);
  bool array(const Rule& rule);
  bool apply(const Row& row);
  bool reduce(const Rule& rule);
  bool keep();
  bool keep_id();
  bool chat_template();
  void append_since(std::size_t start, std::size_t spaces);

  JsonCursor& cursor_;
  Siblings keep_;
  std::string& out_;
  std::string id_ = {};
};

void RecordCopy::append_since(std::size_t start, std::size_t spaces) {
  if (cursor_.spaces() == spaces) {
    out_ += cursor_.since(start);
  } else {
    append_compact(out_, cursor_.since(start));
  }
}

bool RecordCopy::keep() {
  cursor_.peek();
  const std::size_t start = cursor_.position();
  const std::size_t spaces = cursor_.spaces();
  if (!cursor_.value()) return false;
  append_since(start, spaces);
  return true;
}

bool RecordCopy::keep_id() {
  const bool text = cursor_.peek() == '"';
  const std::size_t start = out_.size();
  if (!keep()) return false;
  if (text) id_ = out_.substr(start + 1, out_.size() - start - 2);
  return true;
}

// A text or a list of named texts; anything else stays, so does what was reduced before.
bool RecordCopy::chat_template() {
  const char first = cursor_.peek();
  const std::size_t start = cursor_.position();
  const std::size_t from = out_.size();
  if (!keep()) return false;
  const std::string_view text = cursor_.since(start);
  const bool empty = out_.size() - from == 2;
  if ((first != '"' && first != '[') || empty) return true;
  const bool tools = text.find("tools") != std::string_view::npos;
  out_.resize(from);
  out_ +=
      tools ? R"({"chat_template":true,"tools":true})" : R"({"chat_template":true,"tools":false})";
  return true;
}

bool RecordCopy::apply(const Row& row) {
  switch (row.act) {
    case Act::drop:
      return cursor_.value();
    case Act::reduce:
      return reduce(*row.rule);
    case Act::chat_template:
      return chat_template();
    case Act::id:
      return keep_id();
    case Act::keep:
    case Act::siblings:
      break;
  }
  return keep();
}

bool RecordCopy::reduce(const Rule& rule) {
  const char first = cursor_.peek();
  if (first != '{' && first != '[') return keep();
  const bool valid = cursor_.enter() && (first == '{' ? object(rule) : array(rule));
  cursor_.leave();
  return valid;
}

bool RecordCopy::array(const Rule& rule) {
  cursor_.take('[');
  out_ += '[';
  if (!cursor_.take(']')) {
    do {
      if (out_.back() != '[') out_ += ',';
      if (!reduce(rule)) return false;
    } while (cursor_.take(','));
    if (!cursor_.take(']')) return false;
  }
  out_ += ']';
  return true;
}

bool RecordCopy::object(const Rule& rule) {
  cursor_.take('{');
  out_ += '{';
  if (cursor_.take('}')) {
    out_ += '}';
    return true;
  }
  bool first = true;
  do {
    cursor_.peek();
    const std::size_t start = cursor_.position();
    if (!cursor_.string()) return false;
    const std::string_view quoted = cursor_.since(start);
    if (!cursor_.take(':')) return false;
    Row row = row_for(rule, quoted.substr(1, quoted.size() - 2));
    if (row.act == Act::siblings && keep_ == Siblings::drop) row.act = Act::drop;
    if (row.act != Act::drop) {
      if (!first) out_ += ',';
      out_ += quoted;
      out_ += ':';
      first = false;
    }
    if (!apply(row)) return false;
  } while (cursor_.take(','));
  if (!cursor_.take('}')) return false;
  out_ += '}';
  return true;
}

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
