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
};

}  // namespace

struct RecordRow {
  std::string_view key;  // with '*' at the end: any key that begins so
  Act act = Act::drop;
  const RecordRule* rule = nullptr;
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

constexpr RecordRow kRecordRows[] = {{"id", Act::id},
                                     {"widgetData"},
                                     {"spaces"},
                                     {"transformersInfo"},
                                     {"siblings", Act::siblings},
                                     {"cardData", Act::reduce, &kCard},
                                     {"evalResults", Act::reduce, &kNoToken},
                                     {"model-index", Act::reduce, &kModelIndex},
                                     {"config", Act::reduce, &kConfig},
                                     {"gguf", Act::reduce, &kTemplate}};
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

bool RecordCopy::apply(const RecordRow& row) {
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
