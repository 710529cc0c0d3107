#include "cli/pick_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/page.h"
#include "cli/rank_view.h"
#include "cli/record_columns.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr RecordColumn kRole = {"role", "ROLE", CellType::text,
                                "best, cheapest or most_open; joined by + where one is several"};

// A chosen model and all that it was chosen for.
struct Chosen {
  Ranked model = {};
  std::vector<std::string> roles = {};
};

std::vector<Chosen> chosen_models(const Pick& picked) {
  std::vector<Chosen> chosen;
  const std::pair<const std::optional<Ranked>&, std::string_view> roles[] = {
      {picked.best, "best"}, {picked.cheapest, "cheapest"}, {picked.most_open, "most_open"}};
  for (const auto& [model, role] : roles) {
    if (!model) continue;
    const auto same = std::find_if(chosen.begin(), chosen.end(), [&](const Chosen& entry) {
      return entry.model.row == model->row;
    });
    if (same == chosen.end()) {
      chosen.push_back({*model, {std::string(role)}});
    } else {
      same->roles.emplace_back(role);
    }
  }
  return chosen;
}

class Screen {
 public:
  Screen(const Pick& picked, const Asked& asked, const Style& style)
      : picked_(picked), asked_(asked), style_(style), page_(style) {}

  std::string text() {
    add_title();
    for (const Chosen& chosen : chosen_models(picked_)) add_chosen(chosen);
    if (picked_.left_out) add_left_out(*picked_.left_out);
    const std::string command = try_command(picked_, asked_);
    if (!command.empty()) page_.paragraph("try: " + command);
    return page_.text() + (picked_.by_class.empty() ? "" : classes());
  }

 private:
  std::string value(std::string_view field, Row row) const {
    return display_text(kFields[field_id(field)], asked_.table.value(field_id(field), row),
                        style_.unicode);
  }
  bool known(std::string_view field, Row row) const {
    return !asked_.table.unknown(field_id(field), row);
  }

  void add_title() {
    std::vector<std::string> asked;
    for (const NamedCondition& condition : asked_.selection.conditions) {
      if (!condition.text.empty()) asked.push_back(condition.text);
    }
    page_.title(asked.empty() ? "All models" : join(asked, " "));
    std::string line =
        fmt::format("{} of {} models ranked by {}", picked_.ranking.ranked(),
                    picked_.ranking.size(), weights_text(picked_.ranking.query.weights));
    const std::string work = workload_text(asked_.selection.pricing, style_.unicode);
    if (!work.empty()) line += "; " + work;
    page_.paragraph(line);
  }

  std::string price(Row row) const {
    const std::string_view field = kFields[price_field(asked_.axis())].name;
    if (!known(field, row)) return "no price known";
    const std::string amount = value(field, row);
    if (amount == "free") return "free only, " + value("price_provider", row);
    const bool old = asked_.table.value(field_id("price_old"), row) == Value(true);
    return fmt::format(
        "{} {}, {}, {}{}", amount, asked_.axis() == PriceAxis::bill ? "USD" : "USD per 1M tokens",
        value("price_provider", row), value("price_as_of", row), old ? " (old)" : "");
  }
  std::string quality(Row row) const {
    if (!known("quality", row)) return "no score";
    const bool borrowed = value("quality_grade", row) == "borrowed";
    std::string text = value("quality_metric", row) + " " + value("quality", row);
    if (known("quality_as_of", row)) text += " of " + value("quality_as_of", row);
    return borrowed ? text + " (of its base)" : text;
  }
  std::string license(Row row) const {
    return fmt::format(
        "{}, {}", known("license", row) ? value("license", row) : "no license",
        known("license_effective", row) ? value("license_effective", row) : "class unknown");
  }

  std::string aside(const Chosen& chosen) const {
    std::vector<std::string> parts;
    for (const std::string& role : chosen.roles) {
      if (role == "best") parts.push_back("score " + score_text(chosen.model.score));
      if (role == "cheapest") {
        parts.push_back("within " + to_text(picked_.margin));
      }
      if (role == "most_open") {
        parts.push_back(value("openness", chosen.model.row) + " of 5 components open");
      }
    }
    return join(parts, ", ");
  }

  void add_chosen(const Chosen& chosen) {
    const Row row = chosen.model.row;
    std::vector<std::string> labels;
    for (const std::string& role : chosen.roles) {
      labels.push_back(role == "most_open" ? "most open" : role);
    }
    // Three labels are too long for their column: the first is said there, all of them behind.
    page_.item(labels.front(), printable(asked_.table.id(row)), aside(chosen));
    if (labels.size() > 1) page_.item("", "also " + join(std::span(labels).subspan(1), ", "));
    page_.item("", license(row) + "; " + quality(row));
    page_.item("", price(row));
  }

  void add_left_out(const LeftOut& left) {
    const std::string score =
        left.model.ranked ? "score " + score_text(left.model.score) : std::string("no place");
    page_.item("left out", printable(asked_.table.id(left.model.row)), score);
    page_.item("", obstacle_text(left.obstacle));
  }

  std::string classes() const {
    const bool bill = asked_.axis() == PriceAxis::bill;
    const std::vector<TextColumn> columns = {
        {.title = "LICENSE CLASS"},
        {.title = "SCORE", .right = true},
        {.title = "QUALITY", .right = true},
        {.title = bill ? "BILL $" : "BLEND $/M", .right = true},
        {.title = "BEST OF IT", .middle = true, .flexible = true}};
    std::vector<std::vector<std::string>> rows;
    for (const BestOfClass& best : picked_.by_class) {
      const Row row = best.model.row;
      const bool old = asked_.table.value(field_id("price_old"), row) == Value(true);
      rows.push_back({best.license_class, score_text(best.model.score), value("quality", row),
                      value(kFields[price_field(asked_.axis())].name, row) + (old ? "*" : ""),
                      printable(asked_.table.id(row))});
    }
    return "\n" + text_table(columns, rows, style_);
  }

  const Pick& picked_;
  const Asked& asked_;
  Style style_;
  Page page_;
};

std::string object_or_null(const std::optional<Ranked>& model, const Pick& picked,
                           const Asked& asked) {
  if (!model) return "null";
  return json_line(rank_members(*model, picked.ranking, asked));
}

std::string left_out_json(const Pick& picked, const Asked& asked) {
  if (!picked.left_out) return "null";
  const LeftOut& left = *picked.left_out;
  JsonMembers members = rank_members(left.model, picked.ranking, asked);
  members.emplace_back("condition", json_quote(left.obstacle.condition));
  members.emplace_back("unknown", left.obstacle.unknown ? "true" : "false");
  members.emplace_back("found", json_quote(left.obstacle.found));
  return json_line(members);
}

std::string classes_json(const Pick& picked, const Asked& asked) {
  std::vector<std::string> lines;
  for (const BestOfClass& best : picked.by_class) {
    JsonMembers members = {{"license_class", json_quote(best.license_class)}};
    for (auto& member : rank_members(best.model, picked.ranking, asked)) {
      members.push_back(std::move(member));
    }
    lines.push_back(json_line(members));
  }
  return json_array_block(lines);
}

}  // namespace

std::string try_command(const Pick& picked, const Asked& asked) {
  std::string ids;
  bool chat = true;  // only conversations can be had with several in one program
  for (const Chosen& chosen : chosen_models(picked)) {
    const Row row = chosen.model.row;
    chat = chat && asked.table.value(field_id("chat"), row) == Value(true);
    if (chat || ids.empty()) ids += " " + std::string(asked.table.id(row));
    if (!chat) break;
  }
  return ids.empty() ? "" : "oms show" + ids + " --use";
}

std::string pick_text(const Pick& picked, const Asked& asked, const Style& style) {
  return Screen(picked, asked, style).text();
}

std::string pick_json(const Pick& picked, const Asked& asked) {
  const Metric* metric = asked.selection.quality.metric;
  const std::string command = try_command(picked, asked);
  return json_block({{"weights", json_quote(weights_text(picked.ranking.query.weights))},
                     {"matched", std::to_string(picked.ranking.size())},
                     {"ranked", std::to_string(picked.ranking.ranked())},
                     {"metric", metric == nullptr ? "null" : json_quote(metric->word)},
                     {"margin", to_text(picked.margin)},
                     {"best", object_or_null(picked.best, picked, asked)},
                     {"cheapest", object_or_null(picked.cheapest, picked, asked)},
                     {"most_open", object_or_null(picked.most_open, picked, asked)},
                     {"left_out", left_out_json(picked, asked)},
                     {"by_class", classes_json(picked, asked)},
                     {"try", command.empty() ? "null" : json_quote(command)}}) +
         "\n";
}

void print_picked(const Pick& picked, const Asked& asked, const Format& format, Context& context) {
  std::vector<RecordColumn> columns(rank_columns().begin(), rank_columns().end());
  columns.push_back(kRole);
  Records records{.columns = columns};
  // Who reads ids takes the first for the best.
  const bool none = !picked.best && format.name == "ids";
  for (const Chosen& chosen : none ? std::vector<Chosen>() : chosen_models(picked)) {
    records.rows.push_back(rank_cells(chosen.model, picked.ranking, asked));
    records.rows.back().push_back(join(chosen.roles, "+"));
  }
  write_records(context.out, records, format, context.style);
}

}  // namespace oms
