#include "cli/diff_changes.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "oms/base/decimal.h"
#include "oms/base/text.h"

namespace oms {
namespace {

using K = ChangeKind;
using T = CellType;

constexpr std::array<ChangeWord, kChangeKinds> kWords = {{
    {K::added, "new", "only the later snapshot has the model"},
    {K::gone, "gone", "the Hub no longer has the model; proved by a walk or a request"},
    {K::renamed, "renamed", "the same repository (_id) has another id"},
    {K::replaced, "replaced", "another repository (_id) stands under the same id"},
    {K::license, "license", "the declared license is another one"},
    {K::license_class, "class", "the class of the declared license is another one"},
    {K::gated, "gated", "the files are handed out under another rule", true},
    {K::status, "status", "listed, unlisted, disabled, or back again"},
    {K::price, "price", "the price of input or output that is shown for the model", true},
    {K::score, "score", "the best score in a metric", true},
    {K::absent, "absent", "the later snapshot no longer has it, which does not prove it gone"},
}};

constexpr std::array<RecordColumn, 7> kColumns = {{
    {"change", "CHANGE", T::text, "what kind of change: a word that --only takes"},
    {"id", "MODEL", T::text, "id in the later snapshot, or in the earlier one if that is all"},
    {"field", "FIELD", T::text,
     "field that changed, of a score the metric; null where the model came or is absent"},
    {"before", "BEFORE", T::text, "its value in the earlier snapshot; prices in USD per 1M tokens"},
    {"after", "AFTER", T::text, "its value in the later snapshot"},
    {"percent", "PERCENT", T::decimal, "of a price that both know: the difference in percent"},
    {"fails", "FAILS", T::flag, "whether --fail-on asks for it"},
}};

struct TextField {
  K kind = {};
  std::string_view field = {};
  std::string DigestLine::*place = nullptr;
};
constexpr std::array<TextField, 3> kTextFields = {
    {{K::license, "license", &DigestLine::license},
     {K::license_class, "license_class", &DigestLine::license_class},
     {K::gated, "gated", &DigestLine::gated}}};

Change change_of(K kind, const DigestLine& of) {
  Change change;
  change.kind = kind;
  change.id = of.id;
  return change;
}

void add_texts(const DigestLine& of, std::string_view field, K kind, const std::string& before,
               const std::string& after, std::vector<Change>& changes) {
  if (before == after) return;
  Change change = change_of(kind, of);
  change.field = field;
  change.before = text_cell(before);
  change.after = text_cell(after);
  change.one_sided = word_of(kind).may_be_missed && (before.empty() || after.empty());
  changes.push_back(std::move(change));
}

using Figure = std::optional<Decimal>;
Figure figure_of(std::string_view text) {
  const auto number = parse_decimal(text);
  return number ? Figure(*number) : std::nullopt;
}

// Rounded to three digits that count.
Figure percent_of(Decimal before, Decimal after) {
  if (before.billionths <= 0) return std::nullopt;
  constexpr int kDigits = 3;
  const Int128 difference = static_cast<Int128>(after.billionths) - before.billionths;
  return round_significant(divide(difference * 100 * Decimal::kScale, before.billionths), kDigits);
}

void add_figures(const DigestLine& of, std::string_view field, K kind, Figure before, Figure after,
                 std::vector<Change>& changes) {
  if (before == after) return;
  Change change = change_of(kind, of);
  change.field = field;
  change.before = optional_cell(before);
  change.after = optional_cell(after);
  change.one_sided = !before || !after;
  if (kind == K::price && before && after) change.percent = percent_of(*before, *after);
  changes.push_back(std::move(change));
}

// "0.05/0.2", "-/0.2"
std::array<Figure, 2> prices_of(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {};
  return {figure_of(text.substr(0, slash)), figure_of(text.substr(slash + 1))};
}

// "arena_text=1365 mmlu_pro=0.7"
std::map<std::string_view, Figure> scores_of(std::string_view text) {
  std::map<std::string_view, Figure> scores;
  for (const std::string_view word : split_words(text, ' ')) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) continue;
    scores[word.substr(0, equals)] = figure_of(word.substr(equals + 1));
  }
  return scores;
}

void add_prices(const DigestLine& before, const DigestLine& after, std::vector<Change>& changes) {
  if (before.price == after.price) return;
  const auto old = prices_of(before.price);
  const auto now = prices_of(after.price);
  add_figures(after, "price_input", K::price, old[0], now[0], changes);
  add_figures(after, "price_output", K::price, old[1], now[1], changes);
}

void add_scores(const DigestLine& before, const DigestLine& after, std::vector<Change>& changes) {
  if (before.score == after.score) return;
  const auto old = scores_of(before.score);
  auto metrics = scores_of(after.score);
  for (const auto& [metric, value] : old) metrics.emplace(metric, std::nullopt);
  for (const auto& [metric, value] : metrics) {
    const auto former = old.find(metric);
    add_figures(after, metric, K::score, former == old.end() ? std::nullopt : former->second, value,
                changes);
  }
}

constexpr std::string_view kGone = "gone";

bool comes_before(const Change& a, const Change& b) {
  const auto key = [](const Change& change) {
    return std::tuple(!change.fails, change.kind, change.one_sided);
  };
  if (key(a) != key(b)) return key(a) < key(b);
  const int ids = compare_folded(a.id, b.id);
  if (ids != 0) return ids < 0;
  return std::tie(a.id, a.field) < std::tie(b.id, b.field);
}

}  // namespace

std::span<const ChangeWord> change_words() { return kWords; }

const ChangeWord& word_of(ChangeKind kind) {
  return *std::find_if(kWords.begin(), kWords.end(),
                       [&](const ChangeWord& word) { return word.kind == kind; });
}

Result<ChangeKinds> parse_change_kinds(std::string_view flag, std::string_view text) {
  std::vector<std::string_view> words;
  for (const ChangeWord& row : kWords) words.push_back(row.word);
  ChangeKinds kinds;
  for (const std::string_view asked : split_words(text, ',')) {
    const auto* row = std::find_if(kWords.begin(), kWords.end(), [&](const ChangeWord& word) {
      return equal_folded(word.word, asked);
    });
    if (row == kWords.end()) {
      return Error{Errc::usage,
                   std::string(flag) + ": unknown kind of change '" + printable(asked) + "'" +
                       did_you_mean(asked, words),
                   "there are " + join(words, ", ")};
    }
    kinds.add(row->kind);
  }
  return kinds;
}

std::vector<Change> changes_of(const DigestLine* before, const DigestLine* after) {
  if (after == nullptr) return {change_of(K::absent, *before)};
  if (before == nullptr) {
    if (after->status == kGone) return {};  // it was not known while it was there
    return {change_of(K::added, *after)};
  }
  std::vector<Change> changes;
  if (after->status == kGone) {
    add_texts(*after, "status", K::gone, before->status, after->status, changes);
    return changes;
  }
  add_texts(*after, "id", K::renamed, before->id, after->id, changes);
  if (!before->hub_id.empty() && !after->hub_id.empty()) {
    add_texts(*after, "_id", K::replaced, before->hub_id, after->hub_id, changes);
  }
  for (const TextField& row : kTextFields) {
    add_texts(*after, row.field, row.kind, before->*row.place, after->*row.place, changes);
  }
  add_texts(*after, "status", K::status, before->status, after->status, changes);
  add_prices(*before, *after, changes);
  add_scores(*before, *after, changes);
  return changes;
}

void ChangeList::add(std::vector<Change> changes) {
  std::array<bool, kChangeKinds> changed = {};
  std::array<bool, kChangeKinds> missed = {};
  for (Change& change : changes) {
    const auto kind = static_cast<std::size_t>(change.kind);
    (change.one_sided ? missed : changed)[kind] = true;
    ++total_;
    if (change.fails) ++failed_;
    kept_.push_back(std::move(change));
  }
  for (std::size_t kind = 0; kind < kChangeKinds; ++kind) {
    if (changed[kind]) ++models_[kind];
    if (missed[kind] && !changed[kind]) ++one_sided_[kind];
  }
  constexpr std::size_t kSpare = 1024;
  if (limit_ > 0 && kept_.size() > 2 * limit_ + kSpare) shorten();
}

void ChangeList::shorten() {
  if (limit_ == 0 || kept_.size() <= limit_) return;
  const auto past = kept_.begin() + static_cast<std::ptrdiff_t>(limit_);
  std::nth_element(kept_.begin(), past, kept_.end(), comes_before);
  kept_.erase(past, kept_.end());
}

std::vector<Change> ChangeList::rows() {
  shorten();
  std::sort(kept_.begin(), kept_.end(), comes_before);
  return std::move(kept_);
}

std::span<const RecordColumn> change_columns() { return kColumns; }

Records change_records(std::span<const Change> changes) {
  Records records{.columns = change_columns()};
  for (const Change& change : changes) {
    records.rows.push_back({text_cell(word_of(change.kind).word), text_cell(change.id),
                            text_cell(change.field), change.before, change.after,
                            optional_cell(change.percent), change.fails});
  }
  return records;
}

}  // namespace oms
