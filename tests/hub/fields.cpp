#include "hub/fields.h"

#include <array>

namespace oms::loopback {
namespace {

using Names = std::string_view;

constexpr std::array<Names, 9> kDefaultList = {"likes",        "trendingScore", "private",
                                               "downloads",    "tags",          "pipeline_tag",
                                               "library_name", "createdAt",     "modelId"};

// What `full=true` sends; it does not add `safetensors`.
constexpr std::array<Names, 14> kFullList = {
    "author",    "gated", "lastModified", "likes",        "trendingScore", "private", "sha",
    "downloads", "tags",  "pipeline_tag", "library_name", "createdAt",     "modelId", "siblings"};

constexpr std::array<Names, 26> kDefaultDetail = {
    "private",          "pipeline_tag", "library_name", "tags",         "downloads", "likes",
    "modelId",          "author",       "sha",          "lastModified", "gated",     "disabled",
    "inference",        "mask_token",   "widgetData",   "model-index",  "config",    "cardData",
    "transformersInfo", "safetensors",  "gguf",         "siblings",     "spaces",    "createdAt",
    "usedStorage",      "resourceGroup"};

constexpr std::array<Names, 33> kExpandable = {"author",
                                               "private",
                                               "disabled",
                                               "gated",
                                               "inference",
                                               "lastModified",
                                               "sha",
                                               "pipeline_tag",
                                               "library_name",
                                               "tags",
                                               "likes",
                                               "downloads",
                                               "downloadsAllTime",
                                               "trendingScore",
                                               "baseModels",
                                               "cardData",
                                               "config",
                                               "model-index",
                                               "mask_token",
                                               "widgetData",
                                               "transformersInfo",
                                               "safetensors",
                                               "gguf",
                                               "siblings",
                                               "spaces",
                                               "evalResults",
                                               "inferenceProviderMapping",
                                               "resourceGroup",
                                               "xetEnabled",
                                               "gitalyUid",
                                               "createdAt",
                                               "childrenModelCount",
                                               "usedStorage"};

bool in_detail_only(Names field) { return field == "childrenModelCount" || field == "usedStorage"; }

}  // namespace

std::span<const Names> default_list_fields() { return kDefaultList; }
std::span<const Names> full_list_fields() { return kFullList; }
std::span<const Names> default_detail_fields() { return kDefaultDetail; }

std::vector<Names> expandable_fields(Shape shape) {
  std::vector<Names> result;
  for (const Names field : kExpandable) {
    if (shape == Shape::detail || !in_detail_only(field)) result.push_back(field);
  }
  return result;
}

std::string expand_message(const std::vector<Names>& accepted) {
  std::string message = "\"expand\" must be one of [";
  for (const Names field : accepted) {
    if (message.back() != '[') message += ", ";
    message += field;
  }
  return message + ']';
}

}  // namespace oms::loopback
