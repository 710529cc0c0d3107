#include "oms/catalog/check_facts.h"

#include <algorithm>
#include <array>
#include <set>

#include "oms/base/text.h"
#include "oms/base/tsv.h"
#include "oms/model/lineage.h"
#include "oms/model/records.h"

namespace oms {
namespace {

constexpr std::array<std::string_view, kComponents> kOpenFields = {
    "open_data", "open_weights", "open_evaluation", "open_finetuning", "open_metrics"};

class RowReader {
 public:
  RowReader(const Table& table, Row row) : table_(table), row_(row), facts_(table.facts_of(row)) {}

  Value value(std::string_view field) const { return table_.value(field_id(field), row_); }
  Text text(std::string_view field) const {
    const Value cell = value(field);
    const auto* word = std::get_if<std::string_view>(&cell);
    return word == nullptr ? Text() : Text(*word);
  }
  Choice choice(std::string_view field, std::span<const std::string_view> words) const {
    return parse_choice(words, text(field));
  }
  Words list(std::string_view field) const {
    const Value cell = value(field);
    const auto* words = std::get_if<TextList>(&cell);
    return words == nullptr ? Words() : Words(words->begin(), words->end());
  }
  template <typename T>
  std::optional<T> maybe(std::string_view field) const {
    const Value cell = value(field);
    const T* found = std::get_if<T>(&cell);
    return found == nullptr ? std::nullopt : std::optional<T>(*found);
  }
  // Of the strongest statement.
  Choice evidence(std::string_view field) const {
    Choice best;
    for (const Fact& fact : facts_) {
      if (fact.field == field) best = std::max(best, fact.evidence);
    }
    return best;
  }
  // Key of the license that the class was read from.
  std::string_view license_key() const { return judged_license(facts_); }

 private:
  const Table& table_;
  Row row_;
  std::vector<Fact> facts_;
};

CheckNode read_node(const Table& table, Row row) {
  const RowReader read(table, row);
  CheckNode node;
  node.id = table.id(row);
  node.revision = read.text("revision");
  node.status = read.choice("status", words::kStatus);
  node.license = read.text("license");
  node.license_name = read.text("license_name");
  node.license_key = read.license_key();
  node.license_class = read.choice("license_class", words::kLicenseClass);
  node.license_reason = read.choice("license_reason", words::kReason);
  node.license_evidence = read.evidence("license_class");
  node.commercial_use = read.choice("commercial_use", words::kAllowed);
  node.osi_approved = read.maybe<bool>("osi_approved");
  node.gated = read.choice("gated", words::kGated);
  for (std::size_t i = 0; i < kComponents; ++i) {
    node.open[i] = {read.choice(kOpenFields[i], words::kOpen), read.evidence(kOpenFields[i])};
  }
  node.mof_class = read.choice("mof_class", words::kMofClass);
  node.osai_score = read.maybe<Decimal>("osai_score");
  node.relation = read.choice("relation", words::kRelation);
  node.bases = read.list("base_models");
  node.as_of = read.maybe<Date>("as_of");
  return node;
}

// The rows of the license table, as they stand, by key.
class LicenseLines {
 public:
  explicit LicenseLines(std::string_view text) : lines_(split(text, '\n')) {}

  const std::string_view* find(std::string_view key) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](std::string_view line) {
      return equal_folded(line.substr(0, line.find('\t')), key);
    });
    return found == lines_.end() ? nullptr : &*found;
  }
  // The header and the rows of these keys, in their order.
  std::string some(const std::set<std::string>& folded_keys) const {
    std::string text(lines_.front());
    text += '\n';
    for (const std::string_view line : lines_) {
      if (folded_keys.count(fold(line.substr(0, line.find('\t')))) == 0) continue;
      text += line;
      text += '\n';
    }
    return text;
  }
  std::string_view cell(std::string_view line, std::string_view column) const {
    const auto columns = split(lines_.front(), '\t');
    const auto cells = split(line, '\t');
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
      if (columns[i] == column) return cells[i];
    }
    return {};
  }

 private:
  std::vector<std::string_view> lines_;
};

class Gatherer {
 public:
  Gatherer(const Catalog& catalog, std::span<const Clarification> clarifications)
      : catalog_(catalog), clarifications_(clarifications), lines_(catalog.data("licenses.tsv")) {}

  CheckFacts run(std::span<const std::string> ids) {
    for (const std::string& id : ids) add(id);
    for (std::size_t step = 0; step < kDeepestLineage && !next_.empty(); ++step) {
      const Words bases = std::exchange(next_, {});
      for (const std::string& base : bases) add(base);
    }
    for (const Clarification& clarification : clarifications_) {
      if (!clarification.license.empty()) keys_.insert(fold(clarification.license));
    }
    facts_.licenses = lines_.some(keys_);
    facts_.sort();
    return std::move(facts_);
  }

 private:
  // A former name leads to the present one, where that is in the catalog.
  Row find(const std::string& id) const {
    const Row row = catalog_.find_exact(id);
    if (row == kNoRow) return row;
    const Value status = catalog_.table().value(field_id("status"), row);
    if (status != Value(std::string_view("renamed"))) return row;
    const auto aliases = Tsv::parse(catalog_.data("aliases.tsv"));
    for (std::size_t i = 0; aliases && i < aliases->rows(); ++i) {
      if (!equal_folded(aliases->at(i, 0), catalog_.table().id(row))) continue;
      const Row now = catalog_.table().find(aliases->at(i, 1));
      return now == kNoRow ? row : now;
    }
    return row;
  }

  void add(const std::string& id) {
    if (!asked_.insert(fold(id)).second) return;
    const Row row = find(id);
    if (row == kNoRow) return;
    const std::string_view name = catalog_.table().id(row);
    if (!equal_folded(name, id)) facts_.aliases.push_back({id, Text(name)});
    if (!seen_.insert(row).second) return;
    CheckNode node = read_node(catalog_.table(), row);
    judge_disagreement(node);
    if (!node.license_key.empty()) keys_.insert(fold(node.license_key));
    next_.insert(next_.end(), node.bases.begin(), node.bases.end());
    for (const Clarification& clarification : clarifications_) {
      if (!equal_folded(clarification.model, node.id)) continue;
      next_.insert(next_.end(), clarification.base_model.begin(), clarification.base_model.end());
    }
    facts_.nodes.push_back(std::move(node));
  }

  // Where the card's name or link led to another class than its id, the stricter one was taken.
  void judge_disagreement(CheckNode& node) const {
    if (node.license_key.empty() || equal_folded(node.license_key, node.license)) return;
    const std::string_view* declared = node.license.empty() ? nullptr : lines_.find(node.license);
    if (declared == nullptr) return;
    const Choice said = parse_choice(words::kLicenseClass, lines_.cell(*declared, "class"));
    node.disagreement = said.code != 0 && said != node.license_class;
  }

  const Catalog& catalog_;
  std::span<const Clarification> clarifications_;
  LicenseLines lines_;
  CheckFacts facts_ = {};
  std::set<std::string> asked_ = {};  // folded
  std::set<Row> seen_ = {};
  std::set<std::string> keys_ = {};  // of licenses in use, folded
  Words next_ = {};                  // bases to look at
};

}  // namespace

CheckFacts gather_facts(const Catalog& catalog, std::span<const std::string> ids,
                        std::span<const Clarification> clarifications) {
  return Gatherer(catalog, clarifications).run(ids);
}

}  // namespace oms
