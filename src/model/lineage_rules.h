// How the license of one ancestor judges the license that a model declares.
#pragma once

#include <span>
#include <string_view>

#include "oms/model/lineage.h"

namespace oms {

// A model, and the way from it to one of its ancestors.
struct LineagePath {
  std::span<const LineageNode> nodes = {};
  std::span<const NodeId> steps = {};  // from the model to the ancestor, both included

  const LineageNode& child() const { return nodes[steps.front()]; }
  const LineageNode& ancestor() const { return nodes[steps.back()]; }
};

// Also where it says "unknown", the Hub's own word for that.
bool declares_none(const LineageNode& node);

// What was found, by its stable word. `said` goes on after the name of the ancestor.
struct LineageReason {
  std::string_view word = {};
  std::string_view verdict = {};  // words::kLicenseVerdict
  std::string_view said = {};
};

// The reason that holds for the ancestor, from the closed set; never null.
const LineageReason& judge(const LineagePath& path);
// By its word; nullptr when there is none.
const LineageReason* find_reason(std::string_view word);

// Whether the owner of the ancestor gave a model on the way other terms than it passes on: a
// licensor may. That names agree is only a hint.
bool relicensed(const LineagePath& path);

}  // namespace oms
