// What differs from a lock that was written before.
#pragma once

#include <map>
#include <string>

#include "check/judge.h"
#include "oms/check/check.h"

namespace oms {

class Changes {
 public:
  Changes(const CheckRequest& request, const Policy& policy);

  // Compares a checked model with what the lock has about it.
  void judge(const CheckedModel& now, Findings& findings) const;
  // The policy is not the one that the lock was written under.
  void say_policy(const Policy& policy, std::vector<Finding>& findings) const;

 private:
  const CheckRequest& request_;
  std::map<std::string, CheckedModel> before_ = {};  // by folded id
};

}  // namespace oms
