// The other collections a catalog is filled from, and the Hub's small lists: bodies from the data
// directory where it has them, else invented ones in the documented shapes.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hub/directory.h"
#include "hub/http.h"
#include "hub/invented.h"

namespace oms::loopback {

class OtherSources {
 public:
  // With a directory nothing is invented: a source it lacks is empty. `invented` may be null and
  // must outlive the result.
  static Result<OtherSources> open(const std::filesystem::path& directory,
                                   const Invented* invented);

  // Nothing: not one of these paths.
  std::optional<Answer> answer(const std::string& path, const Parameters& parameters);

 private:
  const std::vector<OrderedJson>& rows(const std::string& source);
  Answer rows_answer(const Parameters& parameters);
  Answer router_model(const std::string& id);
  Answer open_asr_answer() const;

  std::filesystem::path directory_ = {};
  const Invented* invented_ = nullptr;
  std::map<std::string, std::vector<OrderedJson>> rows_ = {};  // by source, made on first use
  std::string open_asr_ = {};
  std::string tasks_ = {};
  std::string tags_ = {};
};

}  // namespace oms::loopback
