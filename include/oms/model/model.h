// The record of one model and, right below it, the field table: the only place where a field is
// declared. Conditions, sorting, columns, JSON, CSV, schemas, help and completion loop over it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "oms/base/result.h"
#include "oms/model/field.h"

namespace oms {

struct Model {
  Text id = {};
  Text author = {};
  Text name = {};
  Text family = {};
  Text task = {};
  Words tasks = {};
  Flag chat = {};
  Words domain = {};
  Words languages = {};
  Text library = {};
  Words tags = {};
  Choice status = {};
  Text license = {};
  Text license_name = {};
  Choice license_class = {};
  Choice license_reason = {};
  Choice license_effective = {};
  Choice license_verdict = {};
  Flag osi_approved = {};
  Choice commercial_use = {};
  Choice derivatives_allowed = {};
  Choice redistribution = {};
  Choice gated = {};
  Day created = {};
  Day modified = {};
  Integer downloads = {};
  Integer downloads_all_time = {};
  Integer likes = {};
  Number trending = {};
  Integer params = {};
  Flag params_inferred = {};
  Integer active_params = {};
  Integer size_bytes = {};
  Integer context = {};
  Text architecture = {};
  Choice attention = {};
  Text quantization = {};
  Words base_models = {};
  Choice relation = {};
  Integer derivatives = {};
  Choice open_weights = {};
  Choice open_data = {};
  Choice open_evaluation = {};
  Choice open_finetuning = {};
  Choice open_metrics = {};
  Integer openness = {};
  Flag traditional_open_source = {};
  Choice mof_class = {};
  Number osai_score = {};
  Number price_input = {};
  Number price_output = {};
  Number price_blended = {};
  Text price_provider = {};
  Text price_source = {};
  Day price_as_of = {};
  Flag price_old = {};
  Number price_min = {};
  Number price_max = {};
  Integer providers = {};
  Words available_on = {};
  Text revision = {};
  Day as_of = {};
};

// Closed sets of words, worst first; a Choice holds position + 1.
namespace words {
inline constexpr std::string_view kStatus[] = {"gone", "renamed", "disabled", "unlisted", "active"};
// The nine ordered classes: openness.md of the design, section 2; "unknown" is the ninth.
inline constexpr std::string_view kLicenseClass[] = {
    "proprietary", "research-only", "non-commercial", "community",
    "restricted",  "open-other",    "osi-copyleft",   "osi-permissive"};
// Worst first. no-lineage: no base is on record, which is not the same as having none.
inline constexpr std::string_view kLicenseVerdict[] = {"conflict", "review", "undetermined",
                                                       "no-lineage", "ok"};
inline constexpr std::string_view kReason[] = {"not-collected", "not-declared", "unresolved"};
inline constexpr std::string_view kAllowed[] = {"no", "unclear", "conditional", "yes"};
inline constexpr std::string_view kGated[] = {"manual", "auto", "yes", "no"};  // yes: kind not told
inline constexpr std::string_view kAttention[] = {"mha", "mqa", "gqa", "mla", "hybrid"};
inline constexpr std::string_view kRelation[] = {
    "unspecified",           "merge",   "adapter", "quantized", "distill", "expansion",
    "continued-pretraining", "finetune"};
inline constexpr std::string_view kOpen[] = {"closed", "partial", "open"};
inline constexpr std::string_view kMofClass[] = {"unclassified", "III", "II", "I"};
inline constexpr std::string_view kGrade[] = {"borrowed", "self-reported", "community",
                                              "independent", "verified"};
}  // namespace words

// One row a field, in the order of JSON keys and CSV columns.
inline constexpr std::size_t kFieldCount = 70;
extern const std::array<Field, kFieldCount> kFields;

using FieldId = std::size_t;  // position in kFields
inline constexpr FieldId kNoField = static_cast<FieldId>(-1);

FieldId find_field(std::string_view name);  // kNoField when there is none
// As find_field; Errc::usage with a suggestion when there is none.
Result<FieldId> parse_field(std::string_view name);
// For names in the code: a misspelt one stops the program in the first test that meets it.
FieldId field_id(std::string_view name);

// Position + 1 of `word` in a closed set (case-sensitive), 0 when it is not in it.
Choice parse_choice(std::span<const std::string_view> words, std::string_view word);
// "" for unknown.
std::string_view word_of(std::span<const std::string_view> words, Choice choice);

}  // namespace oms
