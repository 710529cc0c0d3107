#include "cli/diff_filter.h"

#include "oms/base/text.h"
#include "oms/store/digest_pairs.h"

namespace oms {

void DiffFilter::add_author(std::string_view author) { add_id(std::string(author) + "/"); }

void DiffFilter::add_id(std::string_view id) {
  wanted_.insert(fold(id));
  unseen_.insert(fold(id));
}

bool DiffFilter::meet(std::string_view id) {
  const std::string folded = fold(id);
  bool met = false;
  for (const std::string_view word :
       {std::string_view(folded), std::string_view(folded).substr(0, folded.find('/') + 1)}) {
    if (!wanted_.contains(word)) continue;
    met = true;
    if (const auto found = unseen_.find(word); found != unseen_.end()) unseen_.erase(found);
  }
  return met;
}

bool DiffFilter::takes(const DigestLine* before, const DigestLine* after) {
  if (empty()) return true;
  const bool former = before != nullptr && meet(before->id);
  return (after != nullptr && meet(after->id)) || former;
}

Result<std::vector<std::string>> DiffFilter::missing(const Cache& cache,
                                                     const std::vector<std::string>& snapshots) {
  for (const std::string& snapshot : snapshots) {
    if (unseen_.empty()) break;
    auto reader = DigestReader::open(cache, snapshot);
    if (!reader) return std::move(reader).error();
    std::string_view id;
    std::string_view line;
    while (!unseen_.empty() && reader->next(id, line)) meet(id);
  }
  std::vector<std::string> names;
  for (std::string name : unseen_) {
    if (name.ends_with('/')) name.pop_back();
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace oms
