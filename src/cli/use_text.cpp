#include "cli/use_text.h"

#include <algorithm>
#include <array>

#include "oms/base/text.h"

namespace oms {
namespace {

using T = CellType;

constexpr std::array<RecordColumn, 6> kColumns = {{
    {"model", "MODEL", T::text, "id as the catalog spells it"},
    {"way", "WAY", T::text,
     "router, vllm, llama.cpp, ollama, mlx, transformers, sentence-transformers or diffusers; "
     "local and api: what is missing; null: there is no way at all"},
    {"command", "COMMAND", T::text, "for a POSIX shell; null: there is none, note says why", true},
    {"needs", "NEEDS", T::list, "programs, packages, variables and files; an access to ask for"},
    {"why", "WHY", T::text, "what the record says that allows it", true},
    {"note", "NOTE", T::text, "what else to know", true},
}};

constexpr std::size_t kUsualWidth = 80;

std::string needs_text(const UseWay& way) {
  return way.needs.empty() ? "" : "needs " + join(way.needs, ", ");
}

// What holds for every way.
std::vector<std::string> head(const UseFacts& facts) {
  if (facts.closed) return {};
  std::vector<std::string> lines = {facts.page()};
  if (facts.is_gated()) {
    lines.push_back("gated (" + facts.gated +
                    "): ask for access on that page first; downloads need " +
                    "a token of the account in HF_TOKEN");
  } else if (facts.gated.empty()) {
    lines.emplace_back(
        "gating is not collected: where a download is refused, that page tells how to get access");
  }
  if (facts.status == "renamed")
    lines.emplace_back("renamed on the Hub, which still takes this id");
  if (facts.status == "unlisted") lines.emplace_back("no longer listed by the Hub");
  return lines;
}

class Script {
 public:
  explicit Script(const Style& style)
      : color_(style.color), width_(style.width == 0 ? kUsualWidth : style.width) {}

  void remark(std::string_view text) {
    if (text.empty()) return;
    const std::string lines = comment(text, width_);
    text_ += color_ ? dim(lines) : lines;
  }
  void command(const std::string& text) { text_ += text + "\n"; }
  void blank() { text_ += "\n"; }
  const std::string& text() const { return text_; }

 private:
  static std::string dim(const std::string& lines) {
    std::string text;
    for (const std::string_view line : split_words(lines, '\n')) {
      text += "\033[2m" + std::string(line) + "\033[0m\n";
    }
    return text;
  }

  bool color_;
  std::size_t width_;
  std::string text_ = {};
};

}  // namespace

std::string comment(std::string_view text, std::size_t width) {
  constexpr std::size_t kLeast = 24;  // columns; less leaves no room for a word
  const std::string safe = printable(text);
  std::string lines;
  for (const std::string& line : wrap(safe, std::max(kLeast, width) - 4)) {
    lines += (lines.empty() ? "# " : "#   ") + line + "\n";
  }
  return lines;
}

std::string use_page(const UseFacts& facts, const Style& style) {
  Script script(style);
  script.remark(facts.id);
  for (const std::string& line : head(facts)) script.remark(line);
  for (const UseWay& way : ways_to_use(facts)) {
    script.blank();
    if (way.command.empty()) {
      script.remark(way.title.empty() ? way.note : std::string(way.title) + ": " + way.note);
      continue;
    }
    script.remark(std::string(way.title) + ": " + way.why);
    script.remark(needs_text(way));
    script.remark(way.note);
    script.command(way.command);
  }
  return script.text();
}

std::span<const RecordColumn> use_columns() { return kColumns; }

Records use_records(std::span<const UseFacts> models) {
  Records records{.columns = kColumns};
  for (const UseFacts& facts : models) {
    for (UseWay& way : ways_to_use(facts)) {
      records.rows.push_back({text_cell(facts.id), text_cell(way.way), text_cell(way.command),
                              std::move(way.needs), text_cell(way.why), text_cell(way.note)});
    }
  }
  return records;
}

}  // namespace oms
