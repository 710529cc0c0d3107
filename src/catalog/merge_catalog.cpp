#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "catalog/build_parts.h"
#include "catalog/built_from.h"
#include "catalog/joiner.h"
#include "catalog/kin_pass.h"
#include "catalog/lent_record.h"
#include "catalog/merge_plan.h"
#include "catalog/record_maker.h"
#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "oms/store/table_image.h"
#include "store/background_output.h"
#include "store/table_merge.h"

namespace oms {
namespace {

// More would cost as much as making everything anew.
constexpr std::size_t kMostTouched = 5;  // one in so many models

class CatalogMerge {
 public:
  CatalogMerge(const DataFiles& bundled, const FetchedData& fetched, const ImageView& image,
               Table& former, const MergeOutput& to)
      : bundled_(bundled),
        fetched_(fetched),
        image_(image),
        former_(former),
        built_(read_built(image)),
        to_(to),
        touched_(former.rows),
        has_lines_(former.rows),
        draft_(ids_, to.scratch),
        digest_(to.scratch),
        is_lent_(former.rows) {}

  Result<bool> run();

 private:
  bool is_usable() const;
  bool touch_changed_pages();
  Result<bool> read_changed();
  Result<bool> join();
  Result<bool> draft_touched();
  void touch_renamed();
  void touch_extras();
  void note_changed(std::string_view id);
  void note_changes();
  void touch_descendants();
  void lend(Row row);
  void lend_ancestors();
  void add_lent();
  void touch_priced();
  Result<bool> finish();
  void tell_digest();
  Result<Done> write();

  // Too much is touched.
  bool is_too_much() const { return touched_.size() - closed_ > former_.rows / kMostTouched; }
  void touch(std::string_view id) {
    const Row row = former_row(id);
    if (row != kNoRow) touched_.add(row);
  }
  // As former_.find(); most names of bases come many times.
  Row former_row(std::string_view id) const {
    const auto [code, added] = asked_.add(id);
    if (added) rows_asked_.push_back(former_.find(id));
    return rows_asked_[code];
  }
  std::string_view present(std::string_view id) const;

  const DataFiles& bundled_;
  const FetchedData& fetched_;
  const ImageView& image_;
  Table& former_;
  BuiltFrom built_;
  const MergeOutput& to_;

  PageChanges pages_ = {};
  Touched touched_;
  std::vector<bool> has_lines_;  // by row: false for closed models
  std::size_t closed_ = 0;
  // Rows whose lines changed, or may be mixed up with those of others; the others keep their ids.
  std::vector<bool> changed_rows_ = {};
  std::vector<std::unique_ptr<SomeLines>> lines_ = {};  // what changed, then what follows
  std::vector<Position> firsts_ = {};                   // of each of them
  Renames renames_ = {};
  DataFiles files_ = {};
  std::unique_ptr<Curated> curated_ = {};
  Extras extras_ = {};
  Replaced replaced_ = {};
  TextTable named_{LetterCase::folded};
  TextTable ids_{LetterCase::folded};
  TableDraft draft_;
  Digest digest_;
  TextTable changed_ids_{LetterCase::folded};
  std::vector<Row> lent_ = {};  // bases of what is touched that are not, and theirs
  std::vector<bool> is_lent_;
  std::size_t looked_at_ = 0;  // of them
  std::vector<std::string> lent_ids_ = {};
  mutable TextTable asked_{LetterCase::folded};
  mutable std::vector<Row> rows_asked_ = {};
  Day newest_ = {};
};

bool CatalogMerge::is_usable() const {
  const std::size_t lines = built_.line_rows.size();
  return can_be_merged(fetched_) && built_.inputs.size() == 1 &&
         built_.inputs[0] == inputs_mark(bundled_, fetched_) && !built_.pages.empty() &&
         built_.hub.size() == former_.rows && built_.kin.size() == former_.rows &&
         built_.extra_marks.size() == built_.extra_rows.size() &&
         built_.line_page.size() == lines && built_.line_offset.size() == lines &&
         built_.line_size.size() == lines && built_.line_check.size() == lines;
}

// Rows with a line in a page that is new or gone, and those that may be mixed up with others.
bool CatalogMerge::touch_changed_pages() {
  std::vector<std::uint64_t> marks;
  for (const FetchedPage& page : fetched_.pages) marks.push_back(page_mark(page));
  pages_ = page_changes(built_.pages, marks);
  for (std::size_t i = 0; i < built_.line_rows.size(); ++i) {
    const std::uint32_t page = built_.line_page[i];
    has_lines_[built_.line_rows[i]] = true;
    const bool bundled = page == ModelLines::kInSnapshot;
    if (!bundled && pages_.now[page] == PageChanges::kGone) touched_.add(built_.line_rows[i]);
  }
  for (Row row = 0; row < former_.rows; ++row) {
    if (!has_lines_[row]) closed_ += touched_.add(row) ? 1 : 0;
  }
  for (const Row row : built_.entangled) touched_.add(row);
  return !is_too_much();
}

// Also the models that a line of a new page may be mixed up with: the same _id under another name.
Result<bool> CatalogMerge::read_changed() {
  std::unordered_set<std::uint32_t> hubs;
  std::vector<bool> lower(std::size_t{1} << 20);  // ends of them: most rows are told by theirs
  for (std::size_t i = 0; i < fetched_.pages.size(); ++i) {
    if (!pages_.added[i]) continue;
    const FetchedPage& page = fetched_.pages[i];
    const auto text = page.load ? page.load() : Result<std::string>(page.lines);
    if (!text) return text.error();
    for (const HubLine& line : hub_lines(*text)) {
      touch(line.id);
      const std::uint32_t hub = ModelLines::hub_hash(line.hub_id);
      if (hub == 0 || !hubs.insert(hub).second) continue;
      lower[hub % lower.size()] = true;
    }
    if (is_too_much()) return false;
  }
  for (Row row = 0; row < former_.rows && !hubs.empty(); ++row) {
    const std::uint32_t hub = built_.hub[row];
    if (lower[hub % lower.size()] && hubs.contains(hub)) touched_.add(row);
  }
  if (is_too_much()) return false;
  const std::vector<Row> rows = touched_.take();
  changed_rows_.resize(former_.rows);
  for (const Row row : rows) changed_rows_[row] = true;
  lines_.push_back(std::make_unique<SomeLines>(bundled_, fetched_));
  return lines_.back()->read(built_, pages_, rows, pages_.added);
}

std::string_view CatalogMerge::present(std::string_view id) const {
  const TextTable& changed = lines_.front()->lines().ids();
  const Position at = changed.find(id);
  if (at != kNoPosition) return changed[at];
  const Row row = former_row(id);
  return row == kNoRow || changed_rows_[row] ? std::string_view() : former_.id(row);
}

// Former names that lead elsewhere than before.
void CatalogMerge::touch_renamed() {
  Renames before;
  const std::string_view aliases = image_.blob("data/aliases.tsv");
  const std::size_t bundled = file_or_empty(bundled_, "aliases.tsv").size();
  for (const std::string_view line :
       split(aliases.substr(std::min(bundled, aliases.size())), '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() == 3) before.add(cells[0], cells[1]);
  }
  const auto compare = [this](const Renames& one, const Renames& other) {
    for (const auto& [former, now] : one.all()) {
      const auto there = other.all().find(former);
      if (there != other.all().end() && there->second == now) continue;
      for (const std::string& id : {former, now, one.present(former), other.present(former)}) {
        note_changed(id);
        touch(id);
      }
    }
  };
  compare(before, renames_);
  compare(renames_, before);
}

// Models of which services say something else than before.
void CatalogMerge::touch_extras() {
  std::unordered_map<Row, std::uint64_t> marks;
  for (const auto& [id, extra] : extras_.by_id) {
    const Row row = former_.find(id);
    if (row != kNoRow) marks.emplace(row, extra_mark(extra));
  }
  for (std::size_t i = 0; i < built_.extra_rows.size(); ++i) {
    const auto found = marks.find(built_.extra_rows[i]);
    const bool same = found != marks.end() && found->second == built_.extra_marks[i];
    if (!same) touched_.add(built_.extra_rows[i]);
    if (found != marks.end()) marks.erase(found);
  }
  for (const auto& [row, mark] : marks) touched_.add(row);
}

// What names this id as its base may have another base now, or another kind of base.
void CatalogMerge::note_changed(std::string_view id) {
  follow_aliases(id, curated_->aliases, [this](std::string_view name) {
    changed_ids_.add(name);
    touch(name);
    return false;
  });
}

Result<bool> CatalogMerge::join() {
  renames_ = all_renames(lines_.front()->lines().renames(), fetched_);
  files_ = with_renamed(bundled_, renames_);
  const IdLookup ids = [this](std::string_view id) { return present(id); };
  auto curated = load_curated(files_, renames_, ids);
  if (!curated) return curated.error();
  curated_ = *std::move(curated);
  const auto overrides = parse_name_overrides(file_or_empty(files_, kOverridesFile));
  if (!overrides) return overrides.error();
  extras_ = collect_extras(fetched_, Joiner(ids, renames_, *curated_, *overrides));
  replaced_ = replaced_sources(fetched_);
  named_ = named_models(*curated_, extras_);
  touch_renamed();
  touch_extras();
  return !is_too_much();
}

// Makes the records of what is touched and was not drafted yet.
Result<bool> CatalogMerge::draft_touched() {
  const std::vector<Row> rows = touched_.take();
  if (is_too_much()) return false;
  if (!rows.empty()) {
    lines_.push_back(std::make_unique<SomeLines>(bundled_, fetched_));
    const auto read =
        lines_.back()->read(built_, pages_, rows, std::vector<bool>(fetched_.pages.size()));
    if (!read || !*read) return read;
  }
  const IdLookup ids = [this](std::string_view id) { return present(id); };
  for (std::size_t i = firsts_.size(); i < lines_.size(); ++i) {
    const ModelLines& lines = lines_[i]->lines();
    firsts_.push_back(static_cast<Position>(ids_.size()));
    for (Position at = 0; at < lines.models(); ++at) {
      if (!ids_.add(lines.ids()[at]).second) return false;
    }
    const auto drafted = draft_all(
        lines, {*curated_, replaced_, extras_, named_}, draft_, [&](const DraftedRecord& made) {
          if (to_.digest) digest_.add(made);
          const Record& record = made.whole == nullptr ? made.own : *made.whole;
          for (const std::string& base : record.model.base_models) {
            const Row row = former_row(present_id(base, ids, curated_->aliases));
            if (row != kNoRow) lend(row);
          }
        });
    if (!drafted) return drafted.error();
  }
  lend_ancestors();
  return true;
}

// Ids that are new or gone or spelled another way, and models whose part in what they pass on is
// another one.
void CatalogMerge::note_changes() {
  for (Position at = 0; at < ids_.size(); ++at) {
    const Row row = former_row(ids_[at]);
    const bool same = row != kNoRow && former_.id(row) == ids_[at];
    if (!same) note_changed(ids_[at]);
    if (same && built_.kin[row] != draft_.kin_mark(at)) changed_ids_.add(ids_[at]);
  }
  for (Row row = 0; row < former_.rows; ++row) {
    if (!changed_rows_[row] || !has_lines_[row]) continue;
    if (ids_.find(former_.id(row)) == kNoPosition) note_changed(former_.id(row));
  }
}

void CatalogMerge::touch_descendants() {
  if (changed_ids_.size() == 0) return;
  const auto& bases = std::get<ListColumn>(former_.column(field_id("base_models")));
  std::vector<std::uint32_t> codes;
  for (std::uint32_t code = 1; code < bases.dictionary.size(); ++code) {
    if (changed_ids_.find(bases.dictionary[code]) != TextTable::kNone) codes.push_back(code);
  }
  std::vector<bool> seen(former_.rows);
  while (!codes.empty()) {
    const std::uint32_t code = codes.back();
    codes.pop_back();
    for (const Row row : bases.rows_with(code)) {
      if (seen[row]) continue;
      seen[row] = true;
      touched_.add(row);
      const auto named = code_of(bases.dictionary, former_.id(row));
      if (named) codes.push_back(*named);
    }
  }
}

// A base of what is touched: what it passes on is in the former table, where it is as it was.
void CatalogMerge::lend(Row row) {
  if (touched_.contains(row)) return;
  if (!is_lendable(former_, row)) {
    touched_.add(row);
  } else if (!is_lent_[row]) {
    is_lent_[row] = true;
    lent_.push_back(row);
  }
}

// All that lent ones descend from in turn: their bases are as they were, or touched already.
void CatalogMerge::lend_ancestors() {
  const auto& bases = std::get<ListColumn>(former_.column(field_id("base_models")));
  for (; looked_at_ < lent_.size(); ++looked_at_) {
    for (const std::uint32_t code : bases.of(lent_[looked_at_])) {
      const Row base = former_row(bases.dictionary[code]);
      if (base != kNoRow) lend(base);
    }
  }
}

// Those that were not touched after all.
void CatalogMerge::add_lent() {
  for (const Row row : lent_) {
    if (touched_.contains(row)) continue;
    lent_ids_.emplace_back(former_.id(row));
    ids_.add(former_.id(row));
    draft_.add(lent_record(former_, row));
  }
}

// Whether a price is an old one follows from the newest price of all.
void CatalogMerge::touch_priced() {
  const OfferTable& offers = former_.offers;
  const auto newer = [](Day day, std::int32_t days) {
    return days == kNoDay ? day : std::max(day, Day(Date{days}));
  };
  Day before;
  newest_ = newest_price(draft_);
  for (std::size_t i = 0; i < offers.rows.size(); ++i) {
    before = newer(before, offers.as_of[i]);
    const bool stays =
        !has_lines_[offers.rows[i]] || ids_.find(former_.id(offers.rows[i])) == kNoPosition;
    const bool gone = changed_rows_[offers.rows[i]] && has_lines_[offers.rows[i]];
    if (stays && !gone) newest_ = newer(newest_, offers.as_of[i]);
  }
  if (before == newest_) return;
  for (const Row row : offers.rows) touched_.add(row);
}

Result<bool> CatalogMerge::finish() {
  add_lent();
  const auto closed = add_closed(*curated_, replaced_, extras_, ids_, draft_);
  if (!closed) return closed.error();
  bool whole = true;
  const IdLookup ids = [&](std::string_view id) {
    const Position at = ids_.find(id);
    return at == kNoPosition ? present(id) : ids_[at];
  };
  const IdLookup drafted = [&](std::string_view id) {
    const std::string_view known = ids(id);
    whole = whole && (known.empty() || ids_.find(known) != kNoPosition);
    return known;
  };
  const auto checked = check_joined(*curated_, ids);
  if (!checked) return checked.error();
  fill_kin(draft_, drafted, curated_->licenses, curated_->aliases);
  if (!whole) return false;
  fill_prices(draft_, std::max(newest_, newest_price(draft_)));
  if (to_.digest) tell_digest();
  const auto written = write();
  if (!written) return written.error();
  return true;
}

void CatalogMerge::tell_digest() {
  digest_.write(draft_, ids_, to_.digest);
  for (const Row row : touched_.all()) {
    const Position at = ids_.find(former_.id(row));
    const bool stays = at != kNoPosition && ids_[at] == former_.id(row);
    if (!stays && to_.gone) to_.gone(former_.id(row));
  }
}

Result<Done> CatalogMerge::write() {
  MemoryImage made;
  ImageWriter small(made);
  const std::vector<Row> rows = draft_.write(small);
  std::vector<BuiltLines> lines;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const SomeLines& some = *lines_[i];
    lines.push_back({some.lines(), firsts_[i],
                     [&some](const ModelLines::Place& place) { return some.place(place); }});
  }
  write_built_rows(small, {extras_, ids_, draft_, rows}, lines);
  small.finish(schema_hash());
  const auto view =
      ImageView::open(std::as_bytes(std::span(made.bytes())), schema_hash(), Trust::program);
  if (!view) return view.error();
  const auto fresh = read_table(*view);
  if (!fresh) return fresh.error();

  std::vector<Row> lent;
  for (const std::string& id : lent_ids_) lent.push_back(fresh->find(id));
  std::sort(lent.begin(), lent.end());
  const RowMerge merge(former_, *fresh, touched_.all(), lent);
  BackgroundOutput output(to_.image);
  ImageWriter image(output);
  write_merged(image, former_, *fresh, merge);
  add_tables(image, files_, fetched_, extras_);
  merge_built_rows(image, built_, read_built(*view), merge, pages_.now);
  write_built_inputs(image, bundled_, fetched_);
  image.finish(schema_hash());
  if (const auto failure = to_.scratch.failure()) return *failure;
  return Done{};
}

Result<bool> CatalogMerge::run() {
  if (!is_usable() || !touch_changed_pages()) return false;
  for (const auto step :
       {&CatalogMerge::read_changed, &CatalogMerge::join, &CatalogMerge::draft_touched}) {
    const auto done = (this->*step)();
    if (!done || !*done) return done;
  }
  note_changes();
  touch_descendants();
  touch_priced();
  while (touched_.has_new()) {
    const auto drafted = draft_touched();
    if (!drafted || !*drafted) return drafted;
  }
  return finish();
}

}  // namespace

Result<bool> merge_catalog(const DataFiles& files, const FetchedData& fetched,
                           const ImageView& former, const MergeOutput& to) {
  if (!former.verify()) return false;
  auto table = read_table(former);
  if (!table) return false;
  return CatalogMerge(files, fetched, former, *table, to).run();
}

}  // namespace oms
