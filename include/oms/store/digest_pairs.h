// Two snapshots, model by model: of each digest only what differs from the other is kept in memory.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "oms/base/result.h"
#include "oms/store/cache.h"
#include "oms/store/mapped_file.h"

namespace oms {

// The lines of a snapshot's digest in the order of the files that it is put together of. Texts are
// views that live as long as the reader.
class DigestReader {
 public:
  // Errc::data: a file is missing or damaged.
  static Result<DigestReader> open(const Cache& cache, std::string_view snapshot);

  // False behind the last one. `line` is JSON, with the id as its first key.
  bool next(std::string_view& id, std::string_view& line);

 private:
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  std::string_view id_of(std::string_view line);

  std::vector<MappedFile> files_ = {};  // newest first: what one tells, those behind it do not
  std::size_t file_ = 0;
  std::string_view rest_ = {};  // of that file
  std::unordered_set<std::string_view> told_ = {};
  std::deque<std::string> kept_ = {};  // ids that do not stand in a file as they are
};

// Calls `use` for each model of which the two snapshots do not say the same: with both lines, or
// with nullptr for the one that does not have it. Models are told apart by their ids; what only one
// of them has is the same model where `_id` is the same, so the ids of two lines may differ. The
// order is not defined. Errc::data: a digest is missing or damaged.
using UseDigestPair = std::function<void(const DigestLine* before, const DigestLine* after)>;
Result<Done> each_difference(const Cache& cache, std::string_view before, std::string_view after,
                             const UseDigestPair& use);

}  // namespace oms
