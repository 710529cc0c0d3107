// The changes between two snapshots as text: counts, then a row a change.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/diff_changes.h"
#include "cli/snapshot_choice.h"
#include "oms/render/render.h"

namespace oms {

struct DiffView {
  SnapshotPair snapshots = {};
  std::vector<std::string> counts = {};  // "41 new", "3 gone"
  std::span<const Change> rows = {};
  std::size_t total = 0;  // rows that there are
  bool has_gate = false;  // --fail-on was given
};

std::string_view arrow(const Style& style);  // with its blanks
// "41 new", "3 gone", "2 price unknown before or after"
std::vector<std::string> count_texts(const ChangeList& changes);
std::string diff_table(const DiffView& view, const Style& style);
std::string diff_markdown(const DiffView& view, const Style& style);
// Ids of the rows, each once.
std::string diff_ids(std::span<const Change> rows);

}  // namespace oms
