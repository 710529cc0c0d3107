// What changed about one model between two snapshots, and which of many changes are printed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/record_columns.h"
#include "cli/records.h"
#include "oms/store/cache.h"

namespace oms {

// In the order of rows.
enum class ChangeKind : std::uint8_t {
  gone,
  renamed,
  replaced,
  license,
  license_class,
  gated,
  status,
  absent,
  price,
  score,
  added,
};

struct ChangeWord {
  ChangeKind kind = {};
  std::string_view word = {};  // for --only and --fail-on
  std::string_view help = {};  // one line, no final period
  // A value that is unknown on one side may just not have been collected there: nothing is known to
  // have changed.
  bool may_be_missed = false;
};
// In the order in which they are counted.
std::span<const ChangeWord> change_words();
const ChangeWord& word_of(ChangeKind kind);
inline constexpr std::size_t kChangeKinds = 11;

class ChangeKinds {  // a set of them
 public:
  void add(ChangeKind kind) { has_[static_cast<std::size_t>(kind)] = true; }
  bool has(ChangeKind kind) const { return has_[static_cast<std::size_t>(kind)]; }

 private:
  std::array<bool, kChangeKinds> has_ = {};
};
// "license,gone". Errc::usage names the flag and all words.
Result<ChangeKinds> parse_change_kinds(std::string_view flag, std::string_view text);

struct Change {
  ChangeKind kind = {};
  std::string id = {};     // in the later snapshot, or the earlier one where it is not there
  std::string field = {};  // what changed: a field, or the word of a metric
  RecordCell before = {};  // unknown where it was
  RecordCell after = {};
  std::optional<Decimal> percent = {};  // of a price that is known on both sides
  bool one_sided = false;               // unknown on one side, and nothing known to have changed
  bool fails = false;                   // --fail-on has its kind
};

// `before` or `after` is nullptr where that snapshot has no such model; see each_difference().
std::vector<Change> changes_of(const DigestLine* before, const DigestLine* after);

// Counts all changes and keeps those that come first: what fails, then by kind, then by id.
class ChangeList {
 public:
  explicit ChangeList(std::size_t limit) : limit_(limit) {}  // 0 = keep all

  // All about one model.
  void add(std::vector<Change> changes);
  std::vector<Change> rows();

  // Models with such a change.
  std::size_t models(ChangeKind kind) const { return models_[static_cast<std::size_t>(kind)]; }
  std::size_t one_sided(ChangeKind kind) const {
    return one_sided_[static_cast<std::size_t>(kind)];
  }
  std::size_t total() const { return total_; }    // rows, kept or not
  std::size_t failed() const { return failed_; }  // of them

 private:
  void shorten();

  std::size_t limit_;
  std::vector<Change> kept_ = {};
  std::array<std::size_t, kChangeKinds> models_ = {};
  std::array<std::size_t, kChangeKinds> one_sided_ = {};
  std::size_t total_ = 0;
  std::size_t failed_ = 0;
};

Records change_records(std::span<const Change> changes);

}  // namespace oms
