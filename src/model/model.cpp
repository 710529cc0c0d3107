#include "oms/model/model.h"

#include <cstdlib>
#include <string>
#include <utility>

#include "oms/base/text.h"

namespace oms {
namespace {

using M = Model;
constexpr auto kUsd = std::string_view("USD per 1M tokens");

constexpr Field text(std::string_view name, std::string_view header, std::string_view help,
                     Text M::*member) {
  return {.name = name, .kind = Kind::text, .header = header, .help = help, .member = member};
}
constexpr Field word(std::string_view name, std::string_view header, std::string_view help,
                     Member member) {
  return {.name = name, .kind = Kind::word, .header = header, .help = help, .member = member};
}
constexpr Field list(std::string_view name, std::string_view header, std::string_view help,
                     Words M::*member) {
  return {.name = name, .kind = Kind::list, .header = header, .help = help, .member = member};
}
constexpr Field integer(std::string_view name, std::string_view unit, Better better, Show show,
                        std::string_view header, std::string_view help, Integer M::*member) {
  return {.name = name,
          .kind = Kind::integer,
          .unit = unit,
          .better = better,
          .show = show,
          .header = header,
          .help = help,
          .member = member};
}
constexpr Field decimal(std::string_view name, std::string_view unit, Better better, Show show,
                        std::string_view header, std::string_view help, Member member) {
  return {.name = name,
          .kind = Kind::decimal,
          .unit = unit,
          .better = better,
          .show = show,
          .header = header,
          .help = help,
          .member = member};
}
constexpr Field date(std::string_view name, std::string_view header, std::string_view help,
                     Member member) {
  return {.name = name,
          .kind = Kind::date,
          .unit = "date",
          .better = Better::higher,
          .header = header,
          .help = help,
          .member = member};
}
constexpr Field choice(std::string_view name, std::string_view header, std::string_view help,
                       std::span<const std::string_view> words, Better better, Member member) {
  return {.name = name,
          .kind = Kind::choice,
          .better = better,
          .header = header,
          .help = help,
          .words = words,
          .member = member};
}
constexpr Field flag(std::string_view name, std::string_view header, std::string_view help,
                     Member member) {
  return {.name = name,
          .kind = Kind::flag,
          .better = Better::higher,
          .header = header,
          .help = help,
          .member = member};
}
// What a license or a component is called when nobody knows: a word that policies ask for.
constexpr Field says_unknown(Field field) {
  field.says_unknown = true;
  return field;
}
constexpr Field marked(Field field, std::string_view by, std::string_view mark,
                       std::string_view when = {}) {
  field.marked_by = by;
  field.marked_when = when;
  field.mark = mark;
  return field;
}

constexpr std::array<Field, kFieldCount> kTable = {
    text("id", "MODEL",
         "repository id on the Hub, owner/name; closed models: openrouter:vendor/name", &M::id),
    word("author", "AUTHOR", "owner of the repository: a user or an organization", &M::author),
    text("name", "NAME", "the part of the id behind the owner", &M::name),
    word("family", "FAMILY", "model family by name, else that of the base model", &M::family),
    word("task", "TASK", "the Hub's pipeline tag", &M::task),
    list("tasks", "TASKS", "pipeline tag, other tasks among the tags, and the computed task chat",
         &M::tasks),
    flag("chat", "CHAT",
         "whether it holds conversations, computed; null where its tags say too little to tell",
         &M::chat),
    list("domain", "DOMAIN", "subject that the model is tuned for, by tags and name", &M::domain),
    list("languages", "LANGUAGES", "ISO 639 codes that the card or the tags name", &M::languages),
    word("library", "LIBRARY", "library that loads the model", &M::library),
    list("tags", "TAGS", "the Hub's tags as they stand", &M::tags),
    choice("status", "STATUS", "whether the Hub still lists the model", words::kStatus,
           Better::higher, &M::status),
    word("license", "LICENSE", "license id that the publisher declared; null if none", &M::license),
    word("license_name", "LICENSE NAME", "name that the publisher gave to a license without an id",
         &M::license_name),
    says_unknown(
        choice("license_class", "CLASS",
               "how open the declared license is, in eight ordered classes ('oms licenses')",
               words::kLicenseClass, Better::higher, &M::license_class)),
    choice("license_reason", "REASON", "why the license or its class is not known", words::kReason,
           Better::none, &M::license_reason),
    says_unknown(choice("license_effective", "EFFECTIVE",
                        "the class that is left once the terms of its base models are passed on",
                        words::kLicenseClass, Better::higher, &M::license_effective)),
    says_unknown(choice("license_verdict", "VERDICT",
                        "whether the declared license keeps what those of its base models ask for",
                        words::kLicenseVerdict, Better::higher, &M::license_verdict)),
    flag("osi_approved", "OSI", "whether the Open Source Initiative approved the license text",
         &M::osi_approved),
    choice("commercial_use", "COMMERCIAL", "whether the license allows commercial use",
           words::kAllowed, Better::higher, &M::commercial_use),
    choice("derivatives_allowed", "DERIVATIVES", "whether the license allows derived models",
           words::kAllowed, Better::higher, &M::derivatives_allowed),
    choice("redistribution", "REDISTRIBUTION", "whether the license allows passing copies on",
           words::kAllowed, Better::higher, &M::redistribution),
    choice("gated", "GATED", "whether the files are handed out only after a request", words::kGated,
           Better::higher, &M::gated),
    date("created", "CREATED", "day the repository was created; 2022-03-02 stands for older",
         &M::created),
    date("modified", "MODIFIED", "day of the last change to the repository", &M::modified),
    integer("downloads", "downloads in 30 days", Better::higher, Show::si, "DOWNLOADS",
            "downloads of the last 30 days, as the Hub counts them", &M::downloads),
    integer("downloads_all_time", "downloads", Better::higher, Show::si, "ALL DOWNLOADS",
            "downloads since the Hub began to count", &M::downloads_all_time),
    integer("likes", "count", Better::higher, Show::si, "LIKES", "likes on the Hub", &M::likes),
    decimal("trending", "score", Better::higher, Show::plain, "TRENDING",
            "the Hub's trending score", &M::trending),
    marked(integer("params", "parameters", Better::none, Show::si, "PARAMS",
                   "total parameters; marked ~ where only the name states them", &M::params),
           "params_inferred", "~"),
    flag("params_inferred", "PARAMS INFERRED", "true where params was read from the name only",
         &M::params_inferred),
    integer("active_params", "parameters", Better::lower, Show::si, "ACTIVE",
            "parameters used for one token, in mixtures of experts", &M::active_params),
    integer("size_bytes", "bytes", Better::lower, Show::bytes, "SIZE",
            "weights as stored: safetensors, else the GGUF file that the Hub describes",
            &M::size_bytes),
    integer("context", "tokens", Better::higher, Show::tokens, "CONTEXT",
            "longest context the model is made for", &M::context),
    word("architecture", "ARCHITECTURE",
         "class that loads the weights; where none is told, the type of the model",
         &M::architecture),
    choice("attention", "ATTENTION", "kind of attention", words::kAttention, Better::none,
           &M::attention),
    word("quantization", "QUANT", "format or method of a reduced-precision copy", &M::quantization),
    list("base_models", "BASE", "models it was made from", &M::base_models),
    choice("relation", "RELATION", "how it was made from its base models", words::kRelation,
           Better::none, &M::relation),
    integer("derivatives", "models", Better::higher, Show::si, "DERIVED",
            "models in the catalog that name it as a base", &M::derivatives),
    says_unknown(choice("open_weights", "WEIGHTS",
                        "whether the full weights are public; gated ones are partial", words::kOpen,
                        Better::higher, &M::open_weights)),
    says_unknown(choice("open_data", "DATA", "whether the training data is public", words::kOpen,
                        Better::higher, &M::open_data)),
    says_unknown(choice("open_evaluation", "EVALUATION", "whether the evaluation code is public",
                        words::kOpen, Better::higher, &M::open_evaluation)),
    says_unknown(choice("open_finetuning", "FINE-TUNING", "whether the fine-tuning code is public",
                        words::kOpen, Better::higher, &M::open_finetuning)),
    says_unknown(choice("open_metrics", "METRICS", "whether the training metrics are public",
                        words::kOpen, Better::higher, &M::open_metrics)),
    integer("openness", "components of 5", Better::higher, Show::plain, "OPENNESS",
            "how many of the five components are known to be open", &M::openness),
    flag("traditional_open_source", "OPEN SOURCE",
         "OSI-approved license and all five components open", &M::traditional_open_source),
    choice("mof_class", "MOF", "class in the Model Openness Framework; I is the most open",
           words::kMofClass, Better::higher, &M::mof_class),
    decimal("osai_score", "percent", Better::higher, Show::plain, "OSAI",
            "score in the European Open Source AI Index", &M::osai_score),
    marked(decimal("price_input", kUsd, Better::lower, Show::usd, "IN $/M",
                   "price of input tokens in the offer shown", &M::price_input),
           "price_old", "*"),
    marked(decimal("price_output", kUsd, Better::lower, Show::usd, "OUT $/M",
                   "price of output tokens in the offer shown", &M::price_output),
           "price_old", "*"),
    marked(decimal("price_blended", kUsd, Better::lower, Show::usd, "BLEND $/M",
                   "three parts input and one part output price of the offer shown",
                   &M::price_blended),
           "price_old", "*"),
    word("price_provider", "PROVIDER", "host of the offer shown: the cheapest that is not too old",
         &M::price_provider),
    word("price_source", "PRICE SOURCE", "where the price stands", &M::price_source),
    date("price_as_of", "PRICED", "day of the price", &M::price_as_of),
    flag("price_old", "PRICE OLD", "true where only quotes exist that are over 60 days behind",
         &M::price_old),
    decimal("price_min", kUsd, Better::lower, Show::usd, "MIN $/M",
            "lowest blended price among the hosts", &M::price_min),
    decimal("price_max", kUsd, Better::lower, Show::usd, "MAX $/M",
            "highest blended price among the hosts", &M::price_max),
    integer("providers", "count", Better::higher, Show::plain, "HOSTS",
            "hosts that sell the model by the token, old quotes aside", &M::providers),
    list("available_on", "AVAILABLE ON",
         "hosts that sell the model and platforms that offer it; azure-huggingface: in Azure's "
         "Hugging Face collection; huggingface-router: the Hub's router reaches a host",
         &M::available_on),
    marked(decimal("bill", "USD for the workload", Better::lower, Show::usd, "BILL $",
                   "what the workload (--in, --out, --calls) costs at the offer shown", Member{}),
           "price_old", "*"),
    marked(decimal("quality", "unit of quality_metric", Better::higher, Show::plain, "QUALITY",
                   "score in the one metric in force (--quality)", Member{}),
           "quality_grade", "^", "borrowed"),
    word("quality_metric", "METRIC", "the metric in force", Member{}),
    date("quality_as_of", "SCORED", "day of the score", Member{}),
    choice("quality_grade", "GRADE", "who measured the score", words::kGrade, Better::higher,
           Member{}),
    {.name = "scores",
     .kind = Kind::scores,
     .unit = "value by metric",
     .header = "SCORES",
     .help = "every score known, by metric"},
    flag("on_frontier", "FRONTIER",
         "whether no other model of the task is at least as cheap and as good, and better in one",
         Member{}),
    {.name = "folded",
     .kind = Kind::integer,
     .unit = "count",
     .header = "FOLDED",
     .help = "quantized copies that stand behind this row"},
    text("revision", "REVISION", "newest commit of the repository in the record", &M::revision),
    date("as_of", "AS OF", "newest day for which the record is known to be true", &M::as_of),
};

// Counts the members of an aggregate: the most initializers it takes.
struct Anything {
  template <typename T>
  operator T() const {
    return T();
  }
};
template <typename T, typename... Args>
constexpr std::size_t arity() {
  if constexpr (requires { T{std::declval<Args>()..., std::declval<Anything>()}; }) {
    return arity<T, Args..., Anything>();
  } else {
    return sizeof...(Args);
  }
}

constexpr std::size_t stored_rows() {
  std::size_t count = 0;
  for (const Field& field : kTable) {
    count += std::holds_alternative<std::monostate>(field.member) ? 0 : 1;
  }
  return count;
}
static_assert(stored_rows() == arity<Model>(), "every member of Model needs a row in the table");

}  // namespace

constinit const std::array<Field, kFieldCount> kFields = kTable;

FieldId find_field(std::string_view name) {
  for (FieldId id = 0; id < kFields.size(); ++id) {
    if (kFields[id].name == name) return id;
  }
  return kNoField;
}

Result<FieldId> parse_field(std::string_view name) {
  const FieldId exact = find_field(fold(name));
  if (exact != kNoField) return exact;
  std::array<std::string_view, kFieldCount> names;
  for (FieldId id = 0; id < kFields.size(); ++id) names[id] = kFields[id].name;
  return Error{Errc::usage, "unknown field '" + printable(name) + "'" + did_you_mean(name, names),
               "'oms fields' lists all"};
}

FieldId field_id(std::string_view name) {
  const FieldId id = find_field(name);
  if (id == kNoField) std::abort();
  return id;
}

Choice parse_choice(std::span<const std::string_view> words, std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) return Choice{static_cast<std::uint8_t>(i + 1)};
  }
  return Choice{};
}

std::string_view word_of(std::span<const std::string_view> words, Choice choice) {
  return choice.code == 0 || choice.code > words.size() ? std::string_view{}
                                                        : words[choice.code - 1];
}

}  // namespace oms
