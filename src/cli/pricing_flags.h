// The flags that say what is paid for: a workload, a ratio of input to output, an age of quotes.
#pragma once

#include <string>

#include "oms/base/date.h"
#include "oms/base/result.h"
#include "oms/model/price.h"

namespace CLI {
class App;
}

namespace oms {

struct PricingOptions {
  std::string input = {};   // tokens a call
  std::string output = {};  // tokens a call
  std::string calls = {};
  std::string cache_hit = {};
  std::string ratio = {};
  std::string price_age = {};

  bool workload() const { return !input.empty() || !output.empty(); }
  // Whether the price columns of the catalog are not those that were asked for.
  bool given() const { return workload() || !ratio.empty() || !price_age.empty(); }
};

void add_pricing(CLI::App& app, PricingOptions& options);

// Errc::usage with the flag's name for whatever cannot be read. Ages count from `today`.
Result<Pricing> read_pricing(const PricingOptions& options, Date today);

// "20,000 in + 1,000 out x 2,000,000 calls, 50 % cached"; "" without a workload.
std::string workload_text(const Pricing& pricing, bool unicode);
// "3:1"
std::string ratio_text(const Ratio& ratio);

}  // namespace oms
