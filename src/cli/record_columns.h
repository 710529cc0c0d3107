// The columns of the commands whose rows are not models, in the order of JSON keys. Output and
// schemas are made from them.
#pragma once

#include <span>

#include "cli/records.h"

namespace oms {

std::span<const RecordColumn> task_columns();
std::span<const RecordColumn> license_columns();
std::span<const RecordColumn> license_class_columns();
std::span<const RecordColumn> criterion_columns();  // of one license's `osd_criteria`
std::span<const RecordColumn> field_columns();
std::span<const RecordColumn> source_columns();
std::span<const RecordColumn> unmatched_columns();  // names of a source without a model
std::span<const RecordColumn> doctor_columns();
std::span<const RecordColumn> fetched_columns();  // of a service that was asked
// Of `cache`: info and its scopes, verify, and the actions that print one line.
std::span<const RecordColumn> fetch_columns();
std::span<const RecordColumn> fetch_source_columns();
std::span<const RecordColumn> fetch_plan_columns();
std::span<const RecordColumn> cache_columns();
std::span<const RecordColumn> cache_scope_columns();
std::span<const RecordColumn> cache_problem_columns();
std::span<const RecordColumn> cache_action_columns();
std::span<const RecordColumn> scan_columns();
std::span<const RecordColumn> tree_columns();
std::span<const RecordColumn> count_columns();  // of list --count-by
std::span<const RecordColumn> rank_columns();
std::span<const RecordColumn> obstacle_columns();  // what keeps a model out of a ranking
std::span<const RecordColumn> change_columns();    // of diff
// Of the lists that belong to one model.
std::span<const RecordColumn> offer_columns();
std::span<const RecordColumn> observation_columns();
std::span<const RecordColumn> lineage_columns();
// The same of an export, where the id of the model goes in front.
std::span<const RecordColumn> exported_offer_columns();
std::span<const RecordColumn> exported_score_columns();

}  // namespace oms
