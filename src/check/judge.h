// What a rule looks at, and where it puts what it finds. One function a rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/resolved.h"
#include "oms/check/report.h"

namespace oms {

// A license that binds whoever uses the model: its own, or one that an ancestor passes on.
struct Terms {
  NodeId node = 0;
  const License* license = nullptr;
  Choice license_class = {};  // never unknown, but for the model's own
  Choice commercial_use = {};
  Words path = {};  // ids from the model to that ancestor; empty for its own
};

struct Judged {
  const Policy& policy;
  const ResolvedFacts& facts;
  NodeId id = 0;
  Inheritance inheritance = {};
  std::vector<Terms> terms = {};  // its own first
  Choice known_class = {};        // the least class of `terms`; 0 = none is known
  Words revisions = {};           // as asked for; "" where none stood next to the id
  std::string meant = {};         // the id that a name without an owner may stand for; "" none
  Date today = {};

  const CheckNode& node() const { return facts.node(id); }
};

// What a rule found about one model.
class Findings {
 public:
  explicit Findings(std::string model) : model_(std::move(model)) {}

  Finding& add(std::string_view rule, Level level, std::string message, std::string fix = {},
               Words path = {});
  // At the level that an answer of the policy stands for; nothing where it lets it pass.
  void answer(std::string_view rule, Choice answer, std::string message, std::string fix = {},
              Words path = {});

  std::vector<Finding>& all() { return all_; }

 private:
  std::string model_;
  std::vector<Finding> all_ = {};
};

using Judge = void (*)(const Judged&, Findings&);

void judge_not_cached(const Judged& model, Findings& findings);
void judge_gone(const Judged& model, Findings& findings);
void judge_overridden(const Judged& model, Findings& findings);
void judge_stale(const Judged& model, Findings& findings);
void judge_revision(const Judged& model, Findings& findings);

void judge_denied(const Judged& model, Findings& findings);
void judge_class(const Judged& model, Findings& findings);
void judge_unknown(const Judged& model, Findings& findings);
void judge_disagreement(const Judged& model, Findings& findings);

void judge_commercial(const Judged& model, Findings& findings);
void judge_threshold(const Judged& model, Findings& findings);
void judge_territory(const Judged& model, Findings& findings);

void judge_lineage(const Judged& model, Findings& findings);

void judge_components(const Judged& model, Findings& findings);
void judge_scores(const Judged& model, Findings& findings);
void judge_gated(const Judged& model, Findings& findings);

// "llama2", or what is declared where the table has no such license, or "no license".
std::string license_text(const CheckNode& node);
// The same as the publisher wrote it: "other (Upstage Solar License)".
std::string declared_text(const CheckNode& node);
// "run 'oms fetch a/b'"; where the id is none of the Hub, no command that somebody may paste.
std::string fetch_hint(const std::string& id, std::string_view flags = {});
// The word of a license class; "unknown" for none.
std::string class_text(Choice license_class);
// "meta-llama/Llama-2-7b-hf passes on llama2, which", or for the model's own license "llama2".
std::string subject_text(const Judged& model, const Terms& terms);
// Whether an answer of the Hub and one that was asked for are the same commit. A short one of at
// least seven digits stands for the long one.
bool same_revision(std::string_view a, std::string_view b);

}  // namespace oms
