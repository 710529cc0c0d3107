#include "source/record_copy.h"

#include <cstdint>
#include <string_view>

namespace oms {
namespace {

enum class Act : std::uint8_t {
  keep,           // the value as it stands
  drop,           // neither key nor value
  reduce,         // the value by a rule of its own
  chat_template,  // a template's text becomes two booleans
  siblings,       // as the caller wishes
  id,             // kept, and remembered
  hub_id,         // the same
};

// Kinds of JSON values, one bit each. Null stands for a missing value and is always allowed.
using Kinds = std::uint8_t;
constexpr Kinds kText = 1;
constexpr Kinds kNumber = 2;
constexpr Kinds kBool = 4;
constexpr Kinds kList = 8;
constexpr Kinds kObject = 16;
constexpr Kinds kNull = 32;
constexpr Kinds kAny = 63;

}  // namespace

struct RecordRow {
  std::string_view key;  // with '*' at the end: any key that begins so
  Act act = Act::drop;
  const RecordRule* rule = nullptr;
  Kinds kinds = kAny;  // that the Hub sends: hub-api of the design, section 4
};

// What happens to the keys of an object, or of each object of a list.
struct RecordRule {
  const RecordRow* rows;
  std::size_t count;
  Act others;  // keep, drop, or reduce by this same rule
};

namespace {

template <std::size_t N>
constexpr RecordRule rule(const RecordRow (&rows)[N], Act others) {
  return {rows, N, others};
}

// Signatures of verified runs: hundreds of bytes each, of use to the Hub alone.
constexpr RecordRow kNoTokenRows[] = {{"verifyToken"}};
constexpr RecordRule kNoToken = rule(kNoTokenRows, Act::reduce);

// What names a metric row of a model-index, and where it comes from.
constexpr RecordRow kTaskRows[] = {{"type", Act::keep}};
constexpr RecordRule kTask = rule(kTaskRows, Act::drop);
constexpr RecordRow kDatasetRows[] = {{"type", Act::keep},
                                      {"name", Act::keep},
                                      {"config", Act::keep},
                                      {"split", Act::keep},
                                      {"args", Act::reduce, &kNoToken}};
constexpr RecordRule kDataset = rule(kDatasetRows, Act::drop);
constexpr RecordRow kMetricRows[] = {{"type", Act::keep},
                                     {"name", Act::keep},
                                     {"value", Act::reduce, &kNoToken},
                                     {"config", Act::keep},
                                     {"args", Act::reduce, &kNoToken},
                                     {"verified", Act::keep}};
constexpr RecordRule kMetric = rule(kMetricRows, Act::drop);
constexpr RecordRow kOriginRows[] = {{"name", Act::keep}, {"url", Act::keep}};
constexpr RecordRule kOrigin = rule(kOriginRows, Act::drop);
constexpr RecordRow kResultRows[] = {{"task", Act::reduce, &kTask},
                                     {"dataset", Act::reduce, &kDataset},
                                     {"metrics", Act::reduce, &kMetric},
                                     {"source", Act::reduce, &kOrigin}};
constexpr RecordRule kResult = rule(kResultRows, Act::drop);
constexpr RecordRow kModelIndexRows[] = {{"results", Act::reduce, &kResult}};
constexpr RecordRule kModelIndex = rule(kModelIndexRows, Act::drop);

constexpr RecordRow kTemplateRows[] = {{"chat_template", Act::chat_template}};
constexpr RecordRule kTemplate = rule(kTemplateRows, Act::keep);
constexpr RecordRow kConfigRows[] = {{"tokenizer_config", Act::reduce, &kTemplate},
                                     {"processor_config", Act::reduce, &kTemplate},
                                     {"chat_template_jinja", Act::chat_template}};
constexpr RecordRule kConfig = rule(kConfigRows, Act::keep);

constexpr RecordRow kCardRows[] = {{"extra_gated_*"}, {"widget"}, {"model-index"}, {"thumbnail"}};
constexpr RecordRule kCard = rule(kCardRows, Act::keep);

// A key that is kept as it stands.
constexpr RecordRow kept(std::string_view key, Kinds kinds) {
  return {key, Act::keep, nullptr, kinds};
}

constexpr RecordRow kRecordRows[] = {{"id", Act::id, nullptr, kText},
                                     {"_id", Act::hub_id, nullptr, kText},
                                     {"widgetData"},
                                     {"spaces"},
                                     {"transformersInfo"},
                                     {"siblings", Act::siblings, nullptr, kList},
                                     {"cardData", Act::reduce, &kCard, kObject},
                                     {"evalResults", Act::reduce, &kNoToken, kList},
                                     {"model-index", Act::reduce, &kModelIndex},
                                     {"config", Act::reduce, &kConfig, kObject},
                                     {"gguf", Act::reduce, &kTemplate, kObject},
                                     kept("author", kText),
                                     kept("pipeline_tag", kText),
                                     kept("library_name", kText),
                                     kept("tags", kList),
                                     kept("likes", kNumber),
                                     kept("downloads", kNumber),
                                     kept("downloadsAllTime", kNumber),
                                     kept("trendingScore", kNumber),
                                     kept("createdAt", kText),
                                     kept("lastModified", kText),
                                     kept("gated", kText | kBool),
                                     kept("private", kBool),
                                     kept("disabled", kBool),
                                     kept("sha", kText),
                                     kept("safetensors", kObject),
                                     kept("baseModels", kObject),
                                     kept("inferenceProviderMapping", kList | kObject)};
constexpr RecordRule kRecord = rule(kRecordRows, Act::keep);

bool matches(std::string_view pattern, std::string_view key) {
  if (!pattern.ends_with('*')) return pattern == key;
  return key.starts_with(pattern.substr(0, pattern.size() - 1));
}

RecordRow row_for(const RecordRule& rule, std::string_view key) {
  for (std::size_t i = 0; i < rule.count; ++i) {
    if (matches(rule.rows[i].key, key)) return rule.rows[i];
  }
  return {{}, rule.others, &rule};
}

Kinds kind_of(char first) {
  switch (first) {
    case '"':
      return kText;
    case '{':
      return kObject;
    case '[':
      return kList;
    case 't':
    case 'f':
      return kBool;
    case 'n':
      return kNull;
    default:
      return kNumber;
  }
}

std::string_view name_of(Kinds kind) {
  if (kind == kText) return "a text";
  if (kind == kObject) return "an object";
  if (kind == kList) return "a list";
  return kind == kBool ? "a truth value" : "a number";
}

}  // namespace

bool RecordCopy::copy() { return object(kRecord); }

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

bool RecordCopy::keep_text(std::string& kept) {
  const bool text = cursor_.peek() == '"';
  const std::size_t start = out_.size();
  if (!keep()) return false;
  if (text) kept = out_.substr(start + 1, out_.size() - start - 2);
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

void RecordCopy::check_kind(const RecordRow& row) {
  if (row.kinds == kAny) return;
  const Kinds kind = kind_of(cursor_.peek());
  if ((kind & (row.kinds | kNull)) != 0) return;
  oddities_.push_back(std::string(row.key) + " is " + std::string(name_of(kind)));
}

bool RecordCopy::apply(const RecordRow& row) {
  check_kind(row);
  switch (row.act) {
    case Act::drop:
      return cursor_.value();
    case Act::reduce:
      return reduce(*row.rule);
    case Act::chat_template:
      return chat_template();
    case Act::id:
      return keep_text(id_);
    case Act::hub_id:
      return keep_text(hub_id_);
    case Act::keep:
    case Act::siblings:
      break;
  }
  return keep();
}

bool RecordCopy::reduce(const RecordRule& rule) {
  const char first = cursor_.peek();
  if (first != '{' && first != '[') return keep();
  const bool valid = cursor_.enter() && (first == '{' ? object(rule) : array(rule));
  cursor_.leave();
  return valid;
}

bool RecordCopy::array(const RecordRule& rule) {
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

bool RecordCopy::object(const RecordRule& rule) {
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
    RecordRow row = row_for(rule, quoted.substr(1, quoted.size() - 2));
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

}  // namespace oms
