#include "cli/show_text.h"

#include <algorithm>
#include <array>

#include "cli/source_names.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct Item {
  std::string_view field = {};
  std::string_view label = {};
  bool gap_when_unknown = true;  // false: most models simply have none
};

constexpr std::array kWhat = {
    Item{"tasks", "tasks"},
    Item{"family", "family"},
    Item{"domain", "domain", false},
    Item{"languages", "languages"},
    Item{"library", "library"},
    Item{"params", "parameters"},
    Item{"active_params", "active", false},
    Item{"size_bytes", "stored in"},
    Item{"context", "context"},
    Item{"architecture", "architecture"},
    Item{"attention", "attention"},
    Item{"quantization", "quantization", false},
};

constexpr std::array kRecord = {
    Item{"created", "created"},
    Item{"modified", "modified"},
    Item{"downloads", "downloads"},
    Item{"downloads_all_time", "in all"},
    Item{"likes", "likes"},
    Item{"trending", "trending"},
    Item{"available_on", "offered on", false},
    Item{"tags", "tags"},
    Item{"revision", "revision"},
    Item{"as_of", "record of"},
};

std::string list_text(const Value& value) {
  const auto* list = std::get_if<TextList>(&value);
  return list == nullptr ? std::string() : join(*list, ", ");
}

// What a reader should know beside the number.
std::string unit_text(const Field& field) {
  if (field.show == Show::tokens) return " tokens";
  if (field.name == "downloads") return " in 30 days";
  if (field.name == "downloads_all_time") return " downloads";
  if (field.name == "active_params") return " for one token";
  return "";
}

// The publisher declares tasks; `chat` is computed, and says so.
void add_tasks(ShowPage& show, std::string_view label, const TextList& tasks) {
  TextList declared;
  TextList computed;
  for (const std::string_view word : tasks) {
    const Task* task = show.shown.tables->tasks.find(word);
    const bool own = task != nullptr && task->kind == Task::Kind::computed;
    (own ? computed : declared).push_back(word);
  }
  if (!declared.empty()) show.page.item(label, join(declared, ", "), provenance(show, "task"));
  if (computed.empty()) return;
  const std::string how = provenance(show, "tasks");
  show.page.item(declared.empty() ? label : "", join(computed, ", "),
                 how.empty() ? "computed" : how);
}

void add_value(ShowPage& show, FieldId field, std::string_view label, std::string_view unit,
               const Style& style) {
  const Value value = show.shown.value(field);
  const auto* list = std::get_if<TextList>(&value);
  if (list != nullptr && kFields[field].name == "tasks") return add_tasks(show, label, *list);
  const std::string text = list_text(value);
  show.page.item(label,
                 text.empty() ? value_text(show.shown, field, style) + std::string(unit) : text,
                 provenance(show, kFields[field].name));
}

void add_items(ShowPage& show, std::span<const Item> items, const Style& style) {
  for (const Item& item : items) {
    const FieldId field = field_id(item.field);
    if (is_unknown(show.shown.value(field))) {
      // A reference row is no repository: most of a record does not apply.
      const bool gap =
          item.gap_when_unknown && (!show.shown.reference() || item.field == "context");
      if (gap) show.missing.push_back(item.field);
      continue;
    }
    add_value(show, field, item.label, unit_text(kFields[field]), style);
  }
}

// One statement gives both the bases and the relation, or two do.
bool has_own_statement(const Shown& shown, std::string_view field, std::string_view beside) {
  const Fact* own = shown.fact(field);
  const Fact* other = shown.fact(beside);
  if (own == nullptr || other == nullptr) return own != nullptr;
  return own->source != other->source || own->as_of != other->as_of ||
         own->evidence != other->evidence;
}

void add_bases(ShowPage& show) {
  const std::string_view relation = choice_text(show.shown, "relation");
  const std::vector<ShownBase>& bases = show.shown.bases;
  const bool known = relation != "unknown" && relation != "unspecified";
  const bool apart =
      known && (bases.empty() || has_own_statement(show.shown, "relation", "base_models"));
  for (const ShownBase& base : bases) {
    std::string text = base.id;
    if (known && !apart) text += " (" + std::string(relation) + ")";
    if (!base.known) text += ", not in the catalog";
    show.page.item(&base == &bases.front() ? "made from" : "", text,
                   &base == &bases.back() ? provenance(show, "base_models") : "");
  }
  if (apart) show.page.item("relation", relation, provenance(show, "relation"));
}

// The usual status needs no line unless somebody vouches for it.
void add_status(ShowPage& show) {
  const std::string how = show.shown.reference() ? std::string() : provenance(show, "status");
  if (!how.empty()) show.page.item("status", choice_text(show.shown, "status"), how);
}

std::string status_text(const Shown& shown) {
  const std::string_view status = choice_text(shown, "status");
  if (shown.reference()) return "closed model, for reference";
  if (status == "gone") return "gone from the Hub";
  if (status == "renamed") return "renamed on the Hub";
  if (status == "disabled") return "disabled on the Hub";
  if (status == "unlisted") return "no longer listed by the Hub";
  return "";
}

void add_what(ShowPage& show, const Style& style) {
  show.page.heading("What");
  add_items(show, kWhat, style);
  add_bases(show);
  if (show.shown.copies > 0) {
    show.page.item("copies", std::to_string(show.shown.copies) + " quantized in the catalog");
  }
}

// Credit lines of everything on the page, each once.
std::vector<std::string> credits_of(const Shown& shown) {
  std::vector<std::string> credits;
  const auto add = [&](std::string_view credit) {
    const auto known = [&](const std::string& line) { return line == credit; };
    if (!credit.empty() && std::none_of(credits.begin(), credits.end(), known)) {
      credits.emplace_back(credit);
    }
  };
  const std::optional<Tsv>& sources = shown.tables->sources;
  const auto add_source = [&](std::string_view text) {
    if (!sources) return;
    for (const std::string& name : source_names(text, *sources)) {
      add(source_credit(name, *sources));
    }
  };
  for (const ShownOffer& entry : shown.offers) add_source(entry.offer.source);
  for (const ShownScore& score : shown.scores) {
    if (score.metric != nullptr) add(score.metric->credit);
  }
  for (const Fact& fact : shown.facts) add_source(fact.source);
  return credits;
}

void add_sources(ShowPage& show) {
  const std::vector<std::string> credits = credits_of(show.shown);
  const std::vector<std::string>& texts = show.references.texts();
  if (credits.empty() && texts.empty()) return;
  show.page.heading("Sources");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    show.page.footnote("[" + std::to_string(i + 1) + "] " + texts[i]);
  }
  if (!credits.empty()) show.page.footnote("Credit: " + join(credits, "; "));
}

void add_missing(ShowPage& show) {
  if (show.missing.empty()) return;
  show.page.blank();
  show.page.footnote("not collected: " + join(show.missing, ", "));
}

}  // namespace

std::string References::cite(std::string_view source) {
  constexpr std::size_t kShort = 32;  // columns; fits behind a value and a date
  std::string text = source_text(source);
  if (display_width(text) <= kShort) return text;
  auto found = std::find(texts_.begin(), texts_.end(), text);
  if (found == texts_.end()) found = texts_.insert(texts_.end(), std::move(text));
  return "[" + std::to_string(found - texts_.begin() + 1) + "]";
}

std::string provenance(ShowPage& show, std::string_view field) {
  const Fact* fact = show.shown.fact(field);
  if (fact == nullptr) return "";
  std::string text(word_of(words::kEvidence, fact->evidence));
  if (fact->as_of) text += " " + to_text(*fact->as_of);
  const std::string source = show.references.cite(fact->source);
  if (!source.empty()) text += (source.starts_with('[') ? " " : ", ") + source;
  return text;
}

std::string value_text(const Shown& shown, FieldId field, const Style& style) {
  const Field& row = kFields[field];
  const std::string text = display_text(row, shown.value(field), style.unicode);
  const FieldId flag = find_field(row.marked_by);
  const bool marked = flag != kNoField && shown.value(flag) == Value(true);
  if (!marked) return text;
  return row.mark == "~" ? "~" + text : text + std::string(row.mark);
}

std::string_view choice_text(const Shown& shown, std::string_view field) {
  const Value value = shown.value(field);
  const auto* word = std::get_if<std::string_view>(&value);
  return word == nullptr ? "unknown" : *word;
}

std::string show_page(const Shown& shown, const Style& style) {
  ShowPage show{.shown = shown, .page = Page(style)};
  const std::string id(shown.table().id(shown.row));
  show.page.title(id, status_text(shown));
  if (id.find(':') == std::string::npos) show.page.footnote("https://huggingface.co/" + id);
  add_what(show, style);
  add_license(show);
  add_lineage(show);
  add_openness(show);
  add_price(show);
  add_quality(show);
  show.page.heading("Record");
  add_status(show);
  add_items(show, kRecord, style);
  add_sources(show);
  add_missing(show);
  return show.page.text();
}

std::string show_fields_page(const Shown& shown, std::span<const FieldId> fields,
                             const Style& style) {
  ShowPage show{.shown = shown, .page = Page(style)};
  show.page.title(shown.table().id(shown.row));
  for (const FieldId field : fields) {
    add_value(show, field, kFields[field].name, "", style);
  }
  if (!show.references.texts().empty()) add_sources(show);
  return show.page.text();
}

}  // namespace oms
