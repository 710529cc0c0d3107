// Which models have another name today, as the Hub says.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace oms {

class Renames {
 public:
  // A later word about the same former name wins.
  void add(std::string_view former, std::string_view now);
  // A model goes by this name: it is no former one.
  void forget(std::string_view id);
  // Today's name, over several renames; `id` itself when it has no other.
  std::string present(std::string_view id) const;

  // By folded former name.
  const std::map<std::string, std::string, std::less<>>& all() const { return now_; }

 private:
  std::map<std::string, std::string, std::less<>> now_ = {};
};

}  // namespace oms
