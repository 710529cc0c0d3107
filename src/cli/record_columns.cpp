#include "cli/record_columns.h"

#include "cli/settings.h"

#include <array>

namespace oms {
namespace {

using T = CellType;

constexpr std::array<RecordColumn, 7> kTask = {{
    {"task", "TASK", T::text, "word that --task takes"},
    {"kind", "KIND", T::text, "pipeline (a tag of the Hub), computed or alias"},
    {"group", "", T::text, "the Hub's group of the task"},
    {"title", "", T::text, "title on the Hub"},
    {"where", "", T::text, "condition that an alias stands for"},
    {"help", "HELP", T::text, "what models of the task do", true},
    {"models", "MODELS", T::integer, "models that 'list --task' finds"},
}};

constexpr std::array<RecordColumn, 23> kLicense = {{
    {"license", "LICENSE", T::text, "id on the Hub, or other:NAME for one that has none"},
    {"class", "CLASS", T::text, "how open it is"},
    {"osi_approved", "OSI", T::flag, "whether the OSI approved the text; null: unclear"},
    {"commercial_use", "COMMERCIAL", T::text, "yes, conditional, unclear or no"},
    {"models", "MODELS", T::integer, "models that declare it"},
    {"name", "NAME", T::text, "full name", true},
    {"spdx_id", "", T::text, "id on the SPDX list"},
    {"derivatives", "", T::text, "whether derived models may be made and passed on"},
    {"redistribution", "", T::text, "whether copies may be passed on"},
    {"use_restrictions", "", T::text, "whether some uses are forbidden"},
    {"attribution_required", "", T::text, "whether the author has to be named"},
    {"share_alike", "", T::text, "whether derivatives must keep the license"},
    {"derived_rule", "", T::text, "what it asks of models derived from one under it, in a word"},
    {"patent_grant", "", T::text, "whether patents are licensed too"},
    {"threshold", "", T::text, "size above which other terms apply, in words"},
    {"monthly_users_limit", "", T::integer, "monthly users above which other terms apply"},
    {"annual_revenue_limit_usd", "", T::integer,
     "yearly revenue in USD above which other terms apply"},
    {"territory_excluded", "", T::list, "countries without any rights"},
    {"failed_osd_criteria", "", T::numbers,
     "criteria of the Open Source Definition that the text fails; never 2"},
    {"notes", "", T::text, "what else matters"},
    {"source", "", T::text, "where the judgement comes from"},
    {"confidence", "", T::text, "high, medium or low"},
    {"kind", "", T::text, "hub (an id of the Hub) or name (found by its name)"},
}};

constexpr std::array<RecordColumn, 4> kLicenseClass = {{
    {"class", "CLASS", T::text, "word that --license and --min-license-class take"},
    {"models", "MODELS", T::integer,
     "models that this class is left to, once the terms of their bases are passed on"},
    {"licenses", "LICENSES", T::integer, "known licenses of this class"},
    {"meaning", "MEANING", T::text, "what it allows, in one line", true},
}};

constexpr std::array<RecordColumn, 16> kTree = {{
    {"id", "MODEL", T::text, "id as the catalog spells it"},
    {"direction", "", T::text, "base (upward), model (that was asked for) or derivative"},
    {"depth", "DEPTH", T::integer, "steps from the model"},
    {"parent", "PARENT", T::text, "id one step nearer to the model; null for the model itself"},
    {"relation", "RELATION", T::text, "how it was made from its bases"},
    {"license", "LICENSE", T::text, "license as declared"},
    {"license_class", "CLASS", T::text, "how open that license is"},
    {"license_effective", "", T::text, "class that is left after what the bases pass on"},
    {"license_verdict", "VERDICT", T::text, "whether the license fits those of all its bases"},
    {"quality", "QUALITY", T::decimal, "with --delta: score in the metric of the model's tasks"},
    {"quality_delta", "DELTA", T::decimal, "with --delta: the same minus that of its parent"},
    {"in_catalog", "", T::flag, "no: it is only named as a base"},
    {"again", "", T::flag, "it stands further up already, with what was made of it"},
    {"quantizations", "", T::integer, "quantized copies that are only counted"},
    {"more", "", T::integer, "derivatives that are left out for their number (-n)"},
    {"deeper", "", T::integer, "derivatives of it below the last level (--depth)"},
}};

constexpr std::array<RecordColumn, 2> kCount = {{
    {"value", "VALUE", T::text, "value of the field; null: not known"},
    {"models", "MODELS", T::integer, "models that match and have it"},
}};

constexpr std::array<RecordColumn, 23> kRank = {{
    {"id", "MODEL", T::text, "repository id on the Hub", true},
    {"place", "PLACE", T::integer, "from 1; null: a weighted criterion is missing"},
    {"score", "SCORE", T::decimal, "weighted mean of the points, 0 to 100"},
    {"points_quality", "", T::decimal, "points for the quality, 0 to 100"},
    {"points_price", "", T::decimal, "points for the price or bill, 0 to 100"},
    {"points_license", "", T::decimal, "points for the class of the effective license, 0 to 100"},
    {"points_openness", "", T::decimal, "points for the open components, 0 to 100"},
    {"quality", "QUALITY", T::decimal, "score in the metric in force"},
    {"quality_metric", "METRIC", T::text, "the metric in force"},
    {"quality_as_of", "SCORED", T::date, "day of the score"},
    {"quality_grade", "", T::text, "who measured the score"},
    {"price_blended", "BLEND $/M", T::decimal, "blended price, USD per 1M tokens"},
    {"bill", "BILL $", T::decimal, "what the workload costs, USD; null without one"},
    {"price_provider", "PROVIDER", T::text, "host of the offer"},
    {"price_as_of", "PRICED", T::date, "day of the price"},
    {"price_old", "OLD", T::flag, "the quote is over 60 days behind the newest price"},
    {"license", "", T::text, "license as declared"},
    {"license_effective", "CLASS", T::text, "class that is left after what the bases pass on"},
    {"openness", "", T::integer, "how many of the five components are known to be open"},
    {"front", "FRONT", T::flag, "no other ranked model beats it in everything that has a weight"},
    {"near", "", T::flag, "beaten, but by a quality within --tolerance"},
    {"dominated_by", "DOMINATED BY", T::text, "the best ranked model that beats it", true},
    {"reason", "REASON", T::text, "why it has no place", true},
}};

constexpr std::array<RecordColumn, 3> kObstacle = {{
    {"condition", "", T::text, "the condition as it was given"},
    {"unknown", "", T::flag, "not known whether it holds; false: it does not"},
    {"found", "", T::text, "what the catalog has"},
}};

constexpr std::array<RecordColumn, 4> kCriterion = {{
    {"number", "", T::integer, "1 to 10, as the Open Source Definition counts"},
    {"title", "", T::text, "its short title"},
    {"verdict", "", T::text, "met, fails, depends on the release, or unknown"},
    {"meaning", "", T::text, "how a model license usually fails it"},
}};

constexpr std::array<RecordColumn, 7> kField = {{
    {"field", "FIELD", T::text, "name in conditions, --sort and --fields"},
    {"type", "TYPE", T::text, "kind of value"},
    {"unit", "UNIT", T::text, "unit of the value"},
    {"better", "BETTER", T::text, "higher or lower; null: neither"},
    {"words", "", T::list, "the closed set of words, worst first"},
    {"models", "MODELS", T::integer, "models with a value; null: computed by the query"},
    {"help", "HELP", T::text, "what it says", true},
}};

constexpr std::array<RecordColumn, 20> kSource = {{
    {"source", "SOURCE", T::text, "short name"},
    {"kind", "KIND", T::text, "what it gives: models, prices, scores, ..."},
    {"title", "TITLE", T::text, "full name", true},
    {"as_of_from", "", T::date, "oldest day of what is used"},
    {"as_of_to", "AS OF", T::date, "newest day of what is used"},
    {"age_days", "AGE D", T::integer, "days since then"},
    {"records", "RECORDS", T::integer, "models with a fact from it; null: not joined by name"},
    {"prices", "PRICES", T::integer, "offers from it; null: not joined by name"},
    {"scores", "SCORES", T::integer, "scores from it; null: not joined by name"},
    {"gives", "", T::text, "which facts it gives"},
    {"terms", "", T::text, "terms of use"},
    {"credit", "", T::text, "credit line"},
    {"url", "", T::text, "address"},
    {"metrics", "", T::list, "metrics whose scores come from it"},
    {"fetched_at", "", T::time, "last fetch, which the dates above tell too; null: bundled"},
    {"fetched_records", "", T::integer, "records of that fetch"},
    {"rejected", "", T::integer, "records of that fetch that could not be read"},
    {"error", "", T::text, "why the last try to fetch it failed; null: it did not"},
    {"joined", "", T::integer, "names of that fetch that found their model; null: bundled"},
    {"unjoined", "", T::integer, "names that found none; 'oms sources --unmatched' lists them"},
}};

constexpr std::array<RecordColumn, 4> kUnmatched = {{
    {"name", "NAME", T::text, "what the source calls the model", true},
    {"key", "KEY", T::text, "the source's own key; null: its name is the key"},
    {"owner", "OWNER", T::text, "who made the model, as the source says"},
    {"source", "SOURCE", T::text, "word that 'oms fetch --only' takes"},
}};

constexpr std::array<RecordColumn, 5> kConfig = {{
    {"name", "NAME", T::text, "name of the setting; query.NAME of a saved query"},
    {"value", "VALUE", T::text, "the value that holds; null: none", true},
    {"origin", "ORIGIN", T::text, "default, user file, project file, variable or flag"},
    {"where", "WHERE", T::text, "the flag, the variable, or file and line; null: default", true},
    {"help", "", T::text, "what it says"},
}};

constexpr std::array<RecordColumn, 21> kDoctor = {{
    {"version", "VERSION", T::text, "version of the program"},
    {"compiler", "COMPILER", T::text, "compiler it was built with"},
    {"build", "BUILD", T::text, "optimized or debug"},
    {"catalog", "CATALOG", T::text, "where the catalog comes from: bundled or cache"},
    {"models", "MODELS", T::integer, "models in the catalog"},
    {"reference_models", "", T::integer, "closed models for reference, not counted in models"},
    {"records_from", "", T::date, "oldest record"},
    {"records_to", "RECORDS TO", T::date, "newest record"},
    {"prices", "", T::integer, "price offers"},
    {"prices_from", "", T::date, "oldest price"},
    {"prices_to", "PRICES TO", T::date, "newest price"},
    {"scores", "", T::integer, "scores"},
    {"cache", "", T::text, "directory of the cache, there or not; null: no place is known"},
    {"today", "", T::date, "the day that ages count from"},
    {"terminal", "", T::flag, "whether stdout is a terminal"},
    {"width", "", T::integer, "columns that tables are fitted into; 0: never cut"},
    {"color", "", T::flag, "whether colors are used"},
    {"hyperlinks", "", T::flag, "whether ids are links"},
    {"unicode", "", T::flag, "whether symbols beyond ASCII are used"},
    {"environment", "", T::list, "variables that matter and are set; names only"},
    {"configuration", "", T::list, "files of settings that are read, the stronger first"},
}};

constexpr std::array<RecordColumn, 7> kFetched = {{
    {"source", "SOURCE", T::text, "word that 'oms fetch --only' takes"},
    {"endpoint", "", T::text, "scheme, host and prefix that were asked"},
    {"fetched_at", "FETCHED AT", T::time, "last fetch that went well; null: none did"},
    {"age_days", "AGE D", T::integer, "whole days since then"},
    {"records", "RECORDS", T::integer, "records of that fetch"},
    {"rejected", "REJECTED", T::integer, "records of that fetch that could not be read"},
    {"error", "ERROR", T::text, "why the last try failed; null: it did not", true},
}};

constexpr std::array<RecordColumn, 6> kFetch = {{
    {"snapshot", "", T::text,
     "name of what commands read from now on; null: nothing was published"},
    {"interrupted", "", T::flag, "stopped by a signal; the next fetch goes on"},
    {"requests", "", T::integer, "requests, retries included"},
    {"retries", "", T::integer, "how many of them were retries"},
    {"missing", "", T::list, "models asked for by name that the Hub does not have"},
    {"warnings", "", T::list, "pages that were lost, lists that are empty now"},
}};

constexpr std::array<RecordColumn, 5> kFetchSource = {{
    {"source", "SOURCE", T::text, "word that 'oms fetch --only' takes"},
    {"records", "RECORDS", T::integer, "records that came"},
    {"rejected", "REJECTED", T::list, "those that could not be read, with the reason"},
    {"odd", "ODD", T::list, "values that could not be read, taken as unknown"},
    {"error", "ERROR", T::text, "why it failed; null: it did not", true},
}};

constexpr std::array<RecordColumn, 4> kFetchPlan = {{
    {"source", "SOURCE", T::text, "word that 'oms fetch --only' takes"},
    {"scope", "SCOPE", T::text, "what the Hub would be asked for; null: another source"},
    {"requests", "REQUESTS", T::integer, "requests that it takes"},
    {"exact", "EXACT", T::flag, "false: at least so many"},
}};

constexpr std::array<RecordColumn, 10> kCache = {{
    {"directory", "DIRECTORY", T::text, "the place of the cache, there or not", true},
    {"snapshot", "SNAPSHOT", T::text, "name of what commands read; null: there is no cache yet"},
    {"created_at", "", T::time, "when it was made"},
    {"age_days", "AGE D", T::integer, "whole days since then"},
    {"complete", "COMPLETE", T::flag, "whether everything in the scopes was fetched"},
    {"interrupted_at", "", T::time,
     "when a fetch stopped that the next one goes on with; null: none did"},
    {"previous_snapshot", "", T::text, "the one before, which is kept"},
    {"pages", "PAGES", T::integer, "bodies of all sources"},
    {"snapshots", "", T::integer, "snapshots whose pages are kept"},
    {"bytes", "BYTES", T::integer, "size of all files of the cache"},
}};

constexpr std::array<RecordColumn, 6> kCacheScope = {{
    {"scope", "SCOPE", T::text, "what was asked for"},
    {"request", "", T::text, "the same as a query; null: files that were read once"},
    {"ids", "", T::list, "the models by name"},
    {"fetched_at", "FETCHED AT", T::time, "last fetch"},
    {"age_days", "AGE D", T::integer, "whole days since then"},
    {"complete", "COMPLETE", T::flag, "whether all of it was fetched; false: interrupted"},
}};

constexpr std::array<RecordColumn, 3> kCacheProblem = {{
    {"file", "FILE", T::text, "path in the cache"},
    {"problem", "PROBLEM", T::text, "what is wrong with it", true},
    {"repair", "REPAIR", T::text, "command that repairs it"},
}};

constexpr std::array<RecordColumn, 7> kCacheAction = {{
    {"action", "ACTION", T::text, "path, clear, import or export"},
    {"directory", "DIRECTORY", T::text, "the place of the cache", true},
    {"other", "OTHER", T::text, "where import copied from or export to", true},
    {"snapshot", "SNAPSHOT", T::text, "current there after copying"},
    {"replaced", "", T::text, "current before; null: there was none"},
    {"pages", "PAGES", T::integer, "bodies that were copied or removed"},
    {"bytes", "BYTES", T::integer, "their size; of clear: what was freed"},
}};

constexpr std::array<RecordColumn, 10> kScan = {{
    {"file", "FILE", T::text, "the path as given and what is below it", true},
    {"line", "LINE", T::integer, "from 1"},
    {"column", "COLUMN", T::integer, "from 1, in bytes: where the id begins"},
    {"id", "ID", T::text, "as the catalog spells it, else as written; null: dynamic"},
    {"written", "", T::text, "what stands in the file"},
    {"position", "POSITION", T::text, "rule that found it; docs/scan.md lists them"},
    {"strength", "STRENGTH", T::text,
     "strong, weak (counts because the catalog knows it) or dynamic (put together at run time)"},
    {"known", "KNOWN", T::flag, "whether the catalog has a record of it; null: dynamic"},
    {"revision", "", T::text, "the revision that stands with it"},
    {"quantization", "", T::text, "the quantized file that is named with it, as Q4_K_M"},
}};

constexpr std::array<RecordColumn, 11> kOffer = {{
    {"host", "HOST", T::text, "serving company"},
    {"route", "ROUTE", T::text, "how the quote was reached"},
    {"source", "", T::text, "where the figure stands"},
    {"input", "IN $/M", T::decimal, "USD per 1M input tokens"},
    {"output", "OUT $/M", T::decimal, "USD per 1M output tokens"},
    {"cached", "", T::decimal, "USD per 1M input tokens that the host reads from its cache"},
    {"blended", "BLEND $/M", T::decimal, "three parts input and one part output"},
    {"as_of", "DATE", T::date, "day of the quote"},
    {"shown", "", T::flag, "whether the price fields come from this offer"},
    {"outlier", "", T::flag,
     "whether it is over 5 times the median of the hosts, or under a fifth of it"},
    {"old", "", T::flag, "whether it is over 60 days behind the newest price of the catalog"},
}};

constexpr std::array<RecordColumn, 9> kObservation = {{
    {"metric", "METRIC", T::text, "metric that --quality takes"},
    {"title", "", T::text, "its title"},
    {"value", "VALUE", T::decimal, "the score"},
    {"unit", "UNIT", T::text, "unit of the score"},
    {"better", "", T::text, "higher or lower"},
    {"as_of", "DATE", T::date, "day of the score"},
    {"grade", "GRADE", T::text, "who measured it"},
    {"variant", "VARIANT", T::text, "effort, precision or revision"},
    {"source", "", T::text, "where the figure stands"},
}};

constexpr std::array<RecordColumn, 9> kLineage = {{
    {"id", "BASE", T::text, "model it was made from, nearest first"},
    {"relation", "RELATION", T::text, "how the model before it on the path was made from it"},
    {"known", "", T::flag, "whether the catalog has a record of it"},
    {"license", "LICENSE", T::text, "license that it declares"},
    {"license_class", "CLASS", T::text, "how open that is"},
    {"verdict", "VERDICT", T::text,
     "whether the model keeps its terms: ok, undetermined, review or conflict"},
    {"reason", "", T::text, "why, in one word that stays the same"},
    {"explanation", "", T::text, "why, in a sentence", true},
    {"path", "", T::list, "from the model to this one, both included"},
}};

template <std::size_t N>
constexpr std::array<RecordColumn, N + 1> behind_id(const std::array<RecordColumn, N>& columns) {
  std::array<RecordColumn, N + 1> all = {{{"id", "MODEL", T::text, "id of the model"}}};
  for (std::size_t i = 0; i < N; ++i) all[i + 1] = columns[i];
  return all;
}
constexpr auto kExportedOffer = behind_id(kOffer);
constexpr auto kExportedScore = behind_id(kObservation);

}  // namespace

std::span<const RecordColumn> task_columns() { return kTask; }
std::span<const RecordColumn> license_columns() { return kLicense; }
std::span<const RecordColumn> license_class_columns() { return kLicenseClass; }
std::span<const RecordColumn> criterion_columns() { return kCriterion; }
std::span<const RecordColumn> field_columns() { return kField; }
std::span<const RecordColumn> source_columns() { return kSource; }
std::span<const RecordColumn> unmatched_columns() { return kUnmatched; }
std::span<const RecordColumn> doctor_columns() { return kDoctor; }
std::span<const RecordColumn> config_columns() { return kConfig; }
std::span<const RecordColumn> fetched_columns() { return kFetched; }
std::span<const RecordColumn> fetch_columns() { return kFetch; }
std::span<const RecordColumn> fetch_source_columns() { return kFetchSource; }
std::span<const RecordColumn> fetch_plan_columns() { return kFetchPlan; }
std::span<const RecordColumn> cache_columns() { return kCache; }
std::span<const RecordColumn> cache_scope_columns() { return kCacheScope; }
std::span<const RecordColumn> cache_problem_columns() { return kCacheProblem; }
std::span<const RecordColumn> cache_action_columns() { return kCacheAction; }
std::span<const RecordColumn> scan_columns() { return kScan; }
std::span<const RecordColumn> offer_columns() { return kOffer; }
std::span<const RecordColumn> observation_columns() { return kObservation; }
std::span<const RecordColumn> tree_columns() { return kTree; }
std::span<const RecordColumn> count_columns() { return kCount; }
std::span<const RecordColumn> rank_columns() { return kRank; }
std::span<const RecordColumn> obstacle_columns() { return kObstacle; }
std::span<const RecordColumn> lineage_columns() { return kLineage; }
std::span<const RecordColumn> exported_offer_columns() { return kExportedOffer; }
std::span<const RecordColumn> exported_score_columns() { return kExportedScore; }

}  // namespace oms
