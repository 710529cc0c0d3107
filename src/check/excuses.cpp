#include "check/excuses.h"

#include <algorithm>

#include "check/judge.h"
#include "check/rules.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// The models stand in the order of their folded ids.
const ExcusedModel* find_model(const std::vector<ExcusedModel>& models, std::string_view id) {
  const auto found = std::lower_bound(models.begin(), models.end(), id,
                                      [](const ExcusedModel& model, std::string_view wanted) {
                                        return compare_folded(model.id, wanted) < 0;
                                      });
  return found == models.end() || !equal_folded(found->id, id) ? nullptr : &*found;
}

class WaiverJudge {
 public:
  WaiverJudge(const Policy& policy, const std::vector<ExcusedModel>& models, Date today,
              std::vector<Finding>& findings)
      : policy_(policy), models_(models), today_(today), findings_(findings) {}

  std::vector<Finding> run() {
    for (const Waiver& waiver : policy_.waivers) apply(waiver);
    return std::move(said_);
  }

 private:
  void apply(const Waiver& waiver) {
    const ExcusedModel* model = find_model(models_, waiver.model);
    if (model == nullptr) {
      // What a whole organization shares is for models of others too.
      if (waiver.place.file == policy_.path)
        say(waiver, "waiver.unused", "is about no checked model");
      return;
    }
    if (*waiver.expires < today_) {
      say(waiver, "waiver.expired", "ended on " + to_text(*waiver.expires));
    } else if (!waiver.revision.empty() && !same_revision(waiver.revision, model->revision)) {
      say(waiver, "waiver.void",
          "is for revision " + waiver.revision + "; the catalog knows " +
              (model->revision.empty() ? "none" : model->revision));
    } else if (const std::string seen(word_of(words::kClassSeen, waiver.class_seen));
               !seen.empty() && seen != model->license_effective) {
      say(waiver, "waiver.void",
          "was approved for the class " + seen + "; now it is " + model->license_effective);
    } else if (!excuse(waiver, *model)) {
      say(waiver, "waiver.unused", "excuses nothing");
    }
  }

  void say(const Waiver& waiver, std::string_view rule, const std::string& what) {
    Finding finding;
    finding.rule = find_check_rule(rule);
    finding.level = Level::warning;
    finding.places = {waiver.place};
    finding.message = "the waiver for " + waiver.model + " " + what;
    said_.push_back(std::move(finding));
  }

  bool excuse(const Waiver& waiver, const ExcusedModel& model) {
    std::string why = waiver.reason + " (";
    if (!waiver.approved_by.empty()) why += "approved by " + waiver.approved_by + ", ";
    why += "until " + to_text(*waiver.expires) + ")";
    bool used = false;
    for (Finding& finding : findings_) {
      const bool named = std::find(waiver.rules.begin(), waiver.rules.end(), finding.rule->id) !=
                         waiver.rules.end();
      if (!named || finding.model != model.id) continue;
      used = true;
      if (finding.excused != Excused::no) continue;
      finding.excused = Excused::waived;
      finding.excuse = why;
    }
    return used;
  }

  const Policy& policy_;
  const std::vector<ExcusedModel>& models_;
  Date today_;
  std::vector<Finding>& findings_;
  std::vector<Finding> said_ = {};
};

}  // namespace

void apply_waivers(const Policy& policy, const std::vector<ExcusedModel>& models, Date today,
                   std::vector<Finding>& findings) {
  const auto said = WaiverJudge(policy, models, today, findings).run();
  findings.insert(findings.end(), said.begin(), said.end());
}

void apply_baseline(const Baseline& baseline, const std::vector<ExcusedModel>& models,
                    std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (!finding.fails() || !may_be_excused(*finding.rule)) continue;
    const ExcusedModel* model = find_model(models, finding.model);
    if (model == nullptr) continue;
    if (!baseline.covers({model->id, std::string(finding.rule->id), model->license_effective})) {
      continue;
    }
    finding.excused = Excused::baseline;
    finding.excuse = "in the baseline";
  }
}

void apply_audit(std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const bool missing_data = exit_code_of(*finding.rule) != 1;
    if (!finding.fails() || !may_be_excused(*finding.rule) || missing_data) continue;
    finding.excused = Excused::audit;
    finding.excuse = "audit";
  }
}

}  // namespace oms
