#include "store/draft_columns.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "oms/store/text_table.h"
#include "store/draft_shortcuts.h"
#include "store/draft_values.h"
#include "store/section_names.h"
#include "store/stored_value.h"
#include "store/word_codes.h"

namespace oms {
namespace {

// They follow from the offers, which few models have.
constexpr std::array<std::string_view, 10> kLate = {
    "price_input", "price_output", "price_blended", "price_provider", "price_source",
    "price_as_of", "price_old",    "price_min",     "price_max",      "providers"};

Keep keep_of(std::string_view field) {
  const auto is_in = [&](const auto& names) {
    return std::find(names.begin(), names.end(), field) != names.end();
  };
  if (is_in(kLate)) return Keep::late;
  return is_in(kOwnFields) ? Keep::own : Keep::shaped;
}

template <typename Member>
class NumberDraft : public DraftColumn {
  using As = StoredAs<Member>;
  using T = typename As::Type;

 public:
  NumberDraft(Member Model::*member, Keep keep, const std::vector<Shape>& shapes, Scratch& scratch)
      : member_(member), values_(keep, As::kMissing, shapes, scratch) {}

  void push(const Model& model) override { values_.push(As::from(model.*member_)); }
  void set(Position at, const Model& model) override { values_.set(at, As::from(model.*member_)); }
  void added(Position at, Model& model) const override {
    model.*member_ = As::to(values_.added(at));
  }
  void now(Position at, Model& model) const override { model.*member_ = As::to(values_.now(at)); }
  void write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const override {
    std::vector<T> by_row(order.rows.size());
    values_.each([&](Position at, T value) { by_row[order.rows[at]] = value; });
    image.add(prefix, by_row);
    const std::span<const T> values(by_row);
    if constexpr (std::is_same_v<T, std::uint8_t>) {
      write_planes(image, prefix, values);
    } else {
      write_highest(image, prefix, values);
      write_few(image, prefix, values);
    }
    if constexpr (std::is_same_v<T, std::int32_t>) {
      DayRange range;
      range.add(values);
      range.write(image, prefix);
    }
  }

 private:
  Member Model::*member_;
  Values<T> values_;
};

// Of a text that each record has for itself.
class TextDraft : public DraftColumn {
 public:
  TextDraft(Text Model::*member, Scratch& scratch)
      : member_(member), scratch_(scratch), texts_(scratch) {}

  void push(const Model& model) override { texts_.push(std::span<const char>(model.*member_)); }
  void write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const override {
    std::vector<std::uint32_t> offsets(order.rows.size() + 1, 0);
    Position at = 0;
    texts_.lengths().each([&](std::uint32_t size) { offsets[order.rows[at++] + 1] = size; });
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    ScratchVector<char> pool(offsets.back(), 0, &scratch_);
    at = 0;
    texts_.each([&](std::span<const char> text) {
      std::copy(text.begin(), text.end(), pool.begin() + offsets[order.rows[at++]]);
    });
    image.add(section::part(prefix, "offsets"), offsets);
    image.add(section::part(prefix, "pool"), pool);
  }

 private:
  Text Model::*member_;
  Scratch& scratch_;
  ListSpool<char> texts_;
};

class WordDraft : public DraftColumn {
 public:
  WordDraft(Text Model::*member, Keep keep, const std::vector<Shape>& shapes, Scratch& scratch)
      : member_(member), words_(LetterCase::matters, &scratch), codes_(keep, 0, shapes, scratch) {
    words_.add("");  // 0
  }

  void push(const Model& model) override { codes_.push(code(model)); }
  void set(Position at, const Model& model) override { codes_.set(at, code(model)); }
  void added(Position at, Model& model) const override {
    model.*member_ = words_[codes_.added(at)];
  }
  void now(Position at, Model& model) const override { model.*member_ = words_[codes_.now(at)]; }
  void write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const override {
    std::vector<bool> used(words_.size());
    codes_.each([&](Position, std::uint32_t code) { used[code] = true; });
    const SortedWords sorted(words_, used);
    std::vector<std::uint32_t> by_row(order.rows.size());
    codes_.each(
        [&](Position at, std::uint32_t code) { by_row[order.rows[at]] = sorted.code(code); });
    image.add(section::part(prefix, "codes"), by_row);
    sorted.write(image, prefix);
    write_planes(image, prefix, std::span<const std::uint32_t>(by_row));
  }

 private:
  std::uint32_t code(const Model& model) { return words_.add(model.*member_).first; }

  Text Model::*member_;
  TextTable words_;
  Values<std::uint32_t> codes_;
};

class ListDraft : public DraftColumn {
 public:
  ListDraft(Words Model::*member, Keep keep, const std::vector<Shape>& shapes, Scratch& scratch)
      : member_(member),
        scratch_(scratch),
        words_(LetterCase::matters, &scratch),
        lists_(keep, shapes, scratch) {}

  void push(const Model& model) override {
    codes_.clear();
    for (const std::string& word : model.*member_) {
      if (!word.empty()) codes_.push_back(words_.add(word).first);
    }
    lists_.push(codes_);
  }
  void write(ImageWriter& image, const std::string& prefix, const RowOrder& order) const override {
    const SortedWords sorted(words_);
    std::vector<std::uint32_t> sizes(order.rows.size());
    lists_.each_size([&](Position at, std::uint32_t size) { sizes[order.rows[at]] = size; });
    RowLists lists(sizes, scratch_);
    lists_.each([&](Position at, std::span<const std::uint32_t> codes) {
      const std::span<std::uint32_t> place = lists.of(order.rows[at]);
      for (std::size_t i = 0; i < codes.size(); ++i) place[i] = sorted.code(codes[i]);
    });
    lists.write(image, prefix, sorted.size());
    sorted.write(image, prefix);
  }

 private:
  Words Model::*member_;
  Scratch& scratch_;
  TextTable words_;
  CodeLists lists_;
  std::vector<std::uint32_t> codes_ = {};
};

// Makes the column for each kind of member.
struct Maker {
  const Field& field;
  const std::vector<Shape>& shapes;
  Scratch& scratch;
  using Made = std::unique_ptr<DraftColumn>;

  Made operator()(std::monostate) const { return nullptr; }
  Made operator()(Text Model::*member) const {
    if (field.kind == Kind::text) return std::make_unique<TextDraft>(member, scratch);
    return std::make_unique<WordDraft>(member, keep_of(field.name), shapes, scratch);
  }
  Made operator()(Words Model::*member) const {
    return std::make_unique<ListDraft>(member, keep_of(field.name), shapes, scratch);
  }
  template <typename Member>
  Made operator()(Member Model::*member) const {
    return std::make_unique<NumberDraft<Member>>(member, keep_of(field.name), shapes, scratch);
  }
};

}  // namespace

std::vector<FieldId> drafted_fields() {
  const std::array<FieldId, 3> apart = {field_id("id"), field_id("base_models"),
                                        field_id("derivatives")};
  std::vector<FieldId> fields;
  for (FieldId field = 0; field < kFieldCount; ++field) {
    const bool has_member = !std::holds_alternative<std::monostate>(kFields[field].member);
    const bool is_apart = std::find(apart.begin(), apart.end(), field) != apart.end();
    if (has_member && !is_apart) fields.push_back(field);
  }
  return fields;
}

bool is_own(std::string_view field) { return keep_of(field) == Keep::own; }

std::unique_ptr<DraftColumn> draft_column(const Field& field, const std::vector<Shape>& shapes,
                                          Scratch& scratch) {
  return std::visit(Maker{field, shapes, scratch}, field.member);
}

RowLists::RowLists(const std::vector<std::uint32_t>& sizes, Scratch& scratch)
    : starts_(sizes.size() + 1, 0, &scratch), codes_(&scratch) {
  std::inclusive_scan(sizes.begin(), sizes.end(), starts_.begin() + 1);
  codes_.resize(starts_.back());
}

void RowLists::write(ImageWriter& image, const std::string& prefix, std::size_t words) const {
  image.add(section::part(prefix, "starts"), starts_);
  write_known(image, prefix, starts_);
  image.add(section::part(prefix, "codes"), codes_);
  // A word that stands twice in a row is counted once.
  const std::size_t rows = starts_.size() - 1;
  const auto each_posting = [&](auto use) {
    std::vector<Row> last(words, kNoRow);  // row of each word
    for (Row row = 0; row < rows; ++row) {
      for (std::uint32_t at = starts_[row]; at < starts_[row + 1]; ++at) {
        if (std::exchange(last[codes_[at]], row) != row) use(row, codes_[at]);
      }
    }
  };
  std::vector<std::uint32_t> starts(words + 1, 0);
  each_posting([&](Row, std::uint32_t code) { ++starts[code + 1]; });
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  image.add(section::part(prefix, "posting_starts"), starts);
  ScratchVector<Row> postings(starts.back(), 0, codes_.get_allocator());
  each_posting([&](Row row, std::uint32_t code) { postings[starts[code]++] = row; });
  image.add(section::part(prefix, "postings"), postings);
}

}  // namespace oms
