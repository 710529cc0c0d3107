#include "render/plot_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "oms/base/text.h"

namespace oms {
namespace {

class Placer {
 public:
  Placer(const Grid& grid, Grid marks, const LabelRules& rules)
      : grid_(grid), marks_(std::move(marks)), rules_(rules) {}

  void add_frontier(std::span<const Mark* const> marks) {
    for (const Mark* mark : marks) {
      const std::vector<std::string> texts = mark_labels(*mark, rules_.columns, rules_.ellipsis);
      if (beside(*mark, texts, Side::upper)) continue;
      if (rules_.leaders && apart(*mark, texts)) continue;
      if (beside(*mark, texts, Side::any)) continue;
      labels_.unlabeled.push_back(texts.front());
    }
  }

  // Names that would have to lose more than the owner are left out, but for very long ids.
  void add_others(std::span<const Mark> marks) {
    for (const Box& box : rules_.better_side) grid_.take(box);
    const auto is_cut = [&](const std::string& text) {
      return text.find(rules_.ellipsis) != std::string::npos;
    };
    for (const Mark& mark : marks) {
      if (mark.frontier) continue;
      std::vector<std::string> texts = mark_labels(mark, rules_.columns, rules_.ellipsis);
      texts.erase(std::remove_if(texts.begin() + 1, texts.end(), is_cut), texts.end());
      beside(mark, texts, Side::any);
    }
  }

  std::size_t missing() const { return labels_.unlabeled.size(); }
  Labels take() && { return std::move(labels_); }

 private:
  // No other mark is in it.
  bool is_clear(const Box& box, const Box& own) const {
    return overlap(box, own) || !marks_.has_taken(box);
  }

  bool beside(const Mark& mark, const std::vector<std::string>& texts, Side side) {
    const Box own = rules_.cells(mark);
    const auto may = [&](const Box& box) {
      const int c = rules_.clearance;
      return is_clear({box.x - c, box.y, c, box.height}, own) &&
             is_clear({box.right(), box.y, c, box.height}, own);
    };
    for (const std::string& text : texts) {
      const auto spot = place_beside(grid_, own, rules_.size(text), side, may);
      if (!spot) continue;
      labels_.placed.push_back({&mark, text, *spot, {}});
      return true;
    }
    return false;
  }

  bool apart(const Mark& mark, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      const auto leader = place_apart(grid_, rules_.cells(mark), rules_.size(text));
      if (!leader) continue;
      labels_.placed.push_back({&mark, text, leader->spot, leader});
      return true;
    }
    return false;
  }

  Grid grid_;
  Grid marks_;  // they alone
  const LabelRules& rules_;
  Labels labels_ = {};
};

Labels finished(Placer placer, std::span<const Mark> marks) {
  placer.add_others(marks);
  return std::move(placer).take();
}

}  // namespace

Labels place_labels(const Grid& grid, std::span<const Mark> marks, const LabelRules& rules) {
  Grid taken(grid.width(), grid.height());
  for (const Mark& mark : marks) taken.take(rules.cells(mark));
  std::vector<const Mark*> frontier;
  for (const Mark& mark : marks) {
    if (mark.frontier) frontier.push_back(&mark);
  }
  std::stable_sort(frontier.begin(), frontier.end(),
                   [](const Mark* a, const Mark* b) { return a->at.x > b->at.x; });
  // The best first; from the cheapest up where that leaves fewer of them without a name.
  Placer placer(grid, taken, rules);
  placer.add_frontier(frontier);
  if (placer.missing() > 0) {
    std::reverse(frontier.begin(), frontier.end());
    Placer other(grid, taken, rules);
    other.add_frontier(frontier);
    if (other.missing() < placer.missing()) return finished(std::move(other), marks);
  }
  return finished(std::move(placer), marks);
}

std::vector<std::string> mark_labels(const Mark& mark, std::size_t columns,
                                     std::string_view ellipsis) {
  const std::size_t others = mark.points.size() - 1;
  const std::string more = others == 0 ? "" : fmt::format(" +{}", others);
  const std::string id = printable(mark.points.front()->label);
  const std::string name = id.substr(id.find('/') + 1);  // all of it where there is no owner
  std::vector<std::string> labels;
  const auto add = [&](const std::string& text, std::size_t most) {
    const std::size_t room = most > more.size() ? most - more.size() : 0;
    std::string label = shorten(text, room, Cut::middle, ellipsis) + more;
    const bool shorter = labels.empty() || display_width(label) < display_width(labels.back());
    if (shorter) labels.push_back(std::move(label));
  };
  add(id, columns);
  add(name, columns);
  add(name, columns / 2);
  return labels;
}

}  // namespace oms
