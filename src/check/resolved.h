// Facts with the clarifications of a policy in them, ready for the rules of lineage.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/check/facts.h"
#include "oms/model/lineage.h"

namespace oms {

class ResolvedFacts {
 public:
  // `asked`: ids that are to be nodes, known or not.
  ResolvedFacts(const CheckFacts& facts, const Policy& policy, std::span<const std::string> asked);
  ResolvedFacts(const ResolvedFacts&) = delete;
  ResolvedFacts& operator=(const ResolvedFacts&) = delete;

  // What became of a clarification, in the order of the policy.
  enum class Use : std::uint8_t { used, unused, revision_differs };
  const std::vector<Use>& uses() const { return uses_; }

  std::span<const CheckNode> nodes() const { return facts_.nodes; }
  const CheckNode& node(NodeId id) const { return facts_.nodes[id]; }
  bool clarified(NodeId id) const { return clarified_[id]; }
  std::span<const LineageNode> lineage() const { return lineage_; }
  const LicenseTable& licenses() const { return licenses_; }
  const License* license(NodeId id) const { return lineage_[id].license; }
  // Of an id that was asked for, or that is a base.
  NodeId find(std::string_view id) const;

 private:
  void apply(const Clarification& clarification);
  void add_missing(std::span<const std::string> asked);
  void link();

  CheckFacts facts_;
  LicenseTable licenses_ = {};
  std::vector<LineageNode> lineage_ = {};
  std::vector<bool> clarified_ = {};
  Words clarified_ids_ = {};
  std::vector<Use> uses_ = {};
};

}  // namespace oms
