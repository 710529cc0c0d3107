#include "cli/source_list.h"

#include <map>
#include <set>

#include "cli/record_columns.h"
#include "cli/source_names.h"
#include "cli/units.h"

namespace oms {
namespace {

// What comes from one source, as far as names tell.
struct Use {
  std::size_t records = 0;  // models with a fact from it
  std::size_t prices = 0;
  std::size_t scores = 0;
  std::vector<std::string> metrics = {};
};
using Uses = std::map<std::string, Use, std::less<>>;  // by name of the source

std::vector<Source> read_sources(const Tsv& tsv) {
  std::vector<Source> sources;
  for (std::size_t row = 0; row < tsv.rows(); ++row) {
    const auto cell = [&](std::string_view name) {
      const std::size_t column = tsv.column(name);
      return column == tsv.columns().size() ? std::string_view() : tsv.at(row, column);
    };
    sources.push_back({cell("source"), cell("kind"), cell("title"), cell("url"), cell("gives"),
                       cell("terms"), cell("credit"), parse_date(cell("as_of_from")),
                       parse_date(cell("as_of_to")), cell("fetch")});
  }
  return sources;
}

// The names that each text of a dictionary stands for: texts repeat, so this is asked once a text.
using Names = std::vector<std::vector<std::string>>;  // by code
Names names_of(const StringColumn& dictionary, const Tsv& sources) {
  Names names;
  for (std::size_t code = 0; code < dictionary.size(); ++code) {
    names.push_back(source_names(dictionary[code], sources));
  }
  return names;
}

void count_facts(const FactTable& facts, const Tsv& sources, Uses& uses) {
  const Names names = names_of(facts.source.dictionary, sources);
  // What is inherited has base models as its sources.
  std::vector<std::size_t> models(facts.profile_count(), 0);
  for (const std::uint32_t profile : facts.profiles) ++models[profile];
  for (std::uint32_t profile = 0; profile < models.size(); ++profile) {
    if (models[profile] == 0) continue;
    std::set<std::string_view> seen;  // a source says several things about a model
    for (const std::uint32_t fact : facts.of_profile(profile)) {
      for (const std::string& name : names[facts.source.codes[fact]]) {
        if (seen.insert(name).second) uses[name].records += models[profile];
      }
    }
  }
}

void count_prices(const OfferTable& offers, const Tsv& sources, Uses& uses) {
  const Names names = names_of(offers.source.dictionary, sources);
  for (const std::uint32_t code : offers.source.codes) {
    for (const std::string& name : names[code]) ++uses[name].prices;
  }
}

void count_scores(const ScoreTable& scores, const MetricTable& metrics, Uses& uses) {
  for (const Metric& metric : metrics.rows()) {
    uses[std::string(metric.source)].metrics.emplace_back(metric.word);
  }
  // A borrowed score is another model's, which is counted already.
  const std::uint8_t borrowed = parse_choice(words::kGrade, "borrowed").code;
  for (std::size_t i = 0; i < scores.rows.size(); ++i) {
    if (scores.grade[i] == borrowed) continue;
    const Metric* metric = metrics.find(scores.metric[static_cast<Row>(i)]);
    if (metric != nullptr) ++uses[std::string(metric->source)].scores;
  }
}

// Nothing counted says "none" only where the kind promises something; else it was not joined.
std::optional<std::int64_t> told(std::size_t number, bool promised) {
  if (number == 0 && !promised) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

CountedSource counted(const Source& source, const Uses& uses, std::int64_t now_ms) {
  const auto found = uses.find(source.name);
  const Use use = found == uses.end() ? Use{} : found->second;
  CountedSource result{source,
                       told(use.records, false),
                       told(use.prices, source.kind == "prices"),
                       told(use.scores, source.kind == "scores" && !use.metrics.empty()),
                       use.metrics,
                       {},
                       {},
                       {}};
  if (source.to) result.age_days = age_days(to_text(*source.to), now_ms);
  return result;
}

std::optional<SourceInfo> asked_for(std::span<const SourceInfo> asked, std::string_view name) {
  for (const SourceInfo& info : asked) {
    if (info.name == name) return info;
  }
  return std::nullopt;
}

void add_fetch(CountedSource& entry, std::span<const SourceInfo> asked, std::int64_t now_ms) {
  entry.asked = asked_for(asked, entry.source.fetch);
  if (!entry.fetched()) return;
  entry.source.from = parse_date(entry.asked->fetched_at);
  entry.source.to = entry.source.from;
  entry.age_days = age_days(entry.asked->fetched_at, now_ms);
}

void add_fetch_cells(const CountedSource& entry, std::vector<RecordCell>& cells) {
  const bool fetched = entry.fetched();
  cells.push_back(fetched ? text_cell(entry.asked->fetched_at) : RecordCell());
  cells.push_back(fetched ? count_cell(entry.asked->records) : RecordCell());
  cells.push_back(fetched ? count_cell(entry.asked->rejected) : RecordCell());
  cells.push_back(entry.asked ? text_cell(entry.asked->error) : RecordCell());
  cells.push_back(entry.join ? count_cell(entry.join->joined) : RecordCell());
  cells.push_back(entry.join ? count_cell(entry.join->unmatched.size()) : RecordCell());
}

}  // namespace

std::vector<CountedSource> count_sources(const Tsv& sources, const Catalog& catalog,
                                         std::int64_t now_ms) {
  Uses uses;
  count_facts(catalog.table().facts(), sources, uses);
  count_prices(catalog.table().offers, sources, uses);
  count_scores(catalog.table().scores, catalog.metrics(), uses);
  std::vector<CountedSource> result;
  const std::vector<SourceInfo> asked = catalog.fetched_sources();
  const std::vector<SourceJoin> joins = catalog.source_joins();
  for (const Source& source : read_sources(sources)) {
    result.push_back(counted(source, uses, now_ms));
    add_fetch(result.back(), asked, now_ms);
    for (const SourceJoin& join : joins) {
      if (join.source == source.fetch) result.back().join = join;
    }
  }
  return result;
}

Records source_records(std::span<const CountedSource> sources) {
  Records records{.columns = source_columns()};
  for (const CountedSource& entry : sources) {
    const Source& source = entry.source;
    records.rows.push_back(
        {text_cell(source.name), text_cell(source.kind), text_cell(source.title),
         optional_cell(source.from), optional_cell(source.to), optional_cell(entry.age_days),
         optional_cell(entry.records), optional_cell(entry.prices), optional_cell(entry.scores),
         text_cell(source.gives), text_cell(source.terms), text_cell(source.credit),
         text_cell(source.url), entry.metrics.empty() ? RecordCell() : RecordCell(entry.metrics)});
    add_fetch_cells(entry, records.rows.back());
  }
  return records;
}

}  // namespace oms
