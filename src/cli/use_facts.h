// What decides how a model can be started: a few values of its record, nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/show_facts.h"
#include "oms/model/price.h"

namespace oms {

struct UseFacts {
  std::string id = {};
  std::string task = {};                // the Hub's pipeline tag; "" = not declared
  std::vector<std::string> tasks = {};  // with those that are computed
  std::string base_task = {};           // of its only base, where the catalog knows that
  std::string library = {};
  std::string quantization = {};
  std::string status = {};
  std::string gated = {};  // "" = not collected
  std::vector<std::string> tags = {};
  std::vector<std::string> bases = {};
  bool chat = false;
  bool adapter = false;
  bool closed = false;  // a reference row: no repository
  std::vector<Offer> offers = {};
  Day newest_price = {};  // of the catalog

  bool has_tag(std::string_view tag) const;
  bool has_task(std::string_view word) const;
  // The library is declared, or nothing is and the tags name it.
  bool made_for(std::string_view program) const;
  bool is_gguf() const;
  // There are weights in another format than GGUF, or nothing says that there are not.
  bool has_other_weights() const;
  // Takes text (and perhaps images), gives text.
  bool writes_text() const;
  bool is_gated() const { return !gated.empty() && gated != "no"; }
  std::string page() const { return "https://huggingface.co/" + id; }
};

UseFacts use_facts(const Shown& shown);

// A provider behind the Hugging Face router, named as the router names it.
struct RouterOffer {
  std::string provider = {};
  Offer offer = {};
};
// One a provider, in the order of the offers. The router serves chats only.
std::vector<RouterOffer> router_offers(const UseFacts& facts);

}  // namespace oms
