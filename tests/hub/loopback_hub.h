// The Hub on loopback: serves models as the Hugging Face Hub does, and misbehaves on command.
//
//   LoopbackHub hub;
//   hub.start({.models = 2500, .seed = 7});
//   hub.faults().add({.kind = "status", .page = 2, .times = 3, .status = 503});
//   ... let the program under test talk to hub.url() ...
//   CHECK(hub.requests().size() == 6);
//
// It listens on 127.0.0.1 only. Everything here may be called while it serves. Over HTTP the same
// is reached under /_control (docs in control.cpp), which no fault, quota or log touches.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "hub/api.h"
#include "hub/faults.h"
#include "hub/other_sources.h"
#include "hub/quota.h"
#include "hub/records.h"
#include "hub/server.h"
#include "oms/base/result.h"

namespace oms::loopback {

struct LoopbackOptions {
  int port = 0;       // 0: any free one
  Row models = 1000;  // size of the invented Hub, unless `data` has records
  std::uint64_t seed = 1;
  std::string data = {};  // directory with hub/, router/, ... (directory.h)
  QuotaRules quota = {};
  std::string token = {};                            // the one token that is valid; empty: none is
  std::string link_host = "https://huggingface.co";  // "self": this server
  std::size_t page_rows = 1000;  // at most so many a page, whatever the limit of the request
  std::string prefix = {};       // path before all others, as of a mirror: /mirror
  std::vector<Fault> faults = {};
};

// A request as it came in. A token's text is never kept.
struct SeenRequest {
  std::string method = {};
  std::string path = {};                                          // percent-decoded
  std::string query = {};                                         // as received
  std::vector<std::pair<std::string, std::string>> headers = {};  // without Authorization
  bool authorization = false;                                     // was there such a header?
  int connection = 0;      // equal for requests over one connection
  int page = 0;            // of a listing, from 1; -1: a cursor of another run
  int status = 0;          // answered
  std::string fault = {};  // kind of the fault it met
};

class LoopbackHub {
 public:
  LoopbackHub();
  LoopbackHub(const LoopbackHub&) = delete;
  LoopbackHub& operator=(const LoopbackHub&) = delete;
  ~LoopbackHub();

  Result<Done> start(LoopbackOptions options);
  void stop() { server_.stop(); }

  int port() const { return port_; }
  std::string url() const;  // http://127.0.0.1:PORT, with the prefix

  FaultList& faults() { return faults_; }
  std::vector<SeenRequest> requests() const;
  void clear_requests();

  // Changes that a second fetch should notice.
  void mutate(const Mutation& mutation);
  void set_unborn(Row count);  // so many of the last models are not created yet
  bool rename(const std::string& id, const std::string& new_id);  // false: no such model
  bool remove(const std::string& id);

  void advance_clock(int seconds);  // the quota's window moves on
  void set_quota(const QuotaRules& rules);
  void refuse_for(std::chrono::milliseconds span) { server_.refuse_for(span); }
  Result<Done> reset();  // as just started, without faults, log and changes

 private:
  struct World;  // what one reset replaces

  Delivery handle(const Request& request);
  Delivery handle_locked(const Request& request);
  Answer regular_answer(const Request& request, const Fault* fault, bool has_token);
  Answer fault_answer(const Fault& fault, const Request& request) const;
  void finish(const Request& request, Answer& answer);
  void log(const Request& request, const FaultTarget& target, const Fault* fault, int status);
  Result<std::unique_ptr<World>> build() const;
  Result<Done> reset_world();

  LoopbackOptions options_ = {};
  int port_ = 0;
  FaultList faults_ = {};

  mutable std::mutex mutex_ = {};  // guards everything below
  std::unique_ptr<World> world_;
  std::vector<SeenRequest> log_ = {};
  std::uint64_t answered_ = 0;

  Server server_ = {};  // last, so that no thread outlives what it uses
};

}  // namespace oms::loopback
