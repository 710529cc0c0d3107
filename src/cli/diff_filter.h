// The models that a comparison of snapshots is limited to: by author, by id.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "oms/store/cache.h"

namespace oms {

class DiffFilter {
 public:
  // Letter case aside.
  void add_author(std::string_view author);
  void add_id(std::string_view id);

  bool empty() const { return wanted_.empty(); }
  // Whether either line is wanted; what it was wanted for is there from now on.
  bool takes(const DigestLine* before, const DigestLine* after);
  // What no snapshot has; reads those again for what nothing changed of.
  Result<std::vector<std::string>> missing(const Cache& cache,
                                           const std::vector<std::string>& snapshots);

 private:
  bool meet(std::string_view id);

  std::set<std::string, std::less<>> wanted_ = {};  // folded ids; authors with a "/" behind them
  std::set<std::string, std::less<>> unseen_ = {};  // of them
};

}  // namespace oms
