// The Hub's own endpoints: the list of models, single models, who am I, task and tag lists.
#pragma once

#include <string>
#include <unordered_map>

#include "hub/faults.h"
#include "hub/http.h"
#include "hub/order.h"
#include "hub/records.h"

namespace oms::loopback {

struct ApiSettings {
  std::string link_host = "https://huggingface.co";  // scheme and host in the Link header
  std::size_t page_rows = 1000;                      // at most so many, whatever the limit
};

class Api {
 public:
  Api(Records& records, ApiSettings settings)
      : records_(records), order_(records), settings_(std::move(settings)) {}

  // What faults look at. A page's number is known once this Hub has issued the cursor to it.
  FaultTarget target(const Request& request) const;

  // Faults of Stage::page and Stage::link act here; null: none.
  Answer list(const Request& request, const Fault* fault);
  Answer detail(const Request& request, bool has_token);

  void records_changed() { order_.forget(); }

 private:
  // What was issued with a cursor: the page it leads to, and the last rows before that.
  struct Issued {
    int page = 0;
    std::vector<Row> rows_before = {};
  };

  int page_number(const Parameters& parameters) const;
  const std::vector<Row>& rows_before(const Listing& listing) const;
  void spoil_page(const Fault& fault, const Listing& listing, Page& page);
  std::string next_link(const Parameters& parameters, const std::string& cursor) const;
  std::string spoiled_link(const Fault& fault, const Request& request, std::string next) const;

  Records& records_;
  Order order_;
  ApiSettings settings_ = {};
  std::unordered_map<std::string, Issued> issued_ = {};
};

}  // namespace oms::loopback
