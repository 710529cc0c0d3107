#include <algorithm>
#include <array>

#include "oms/base/text.h"
#include "oms/scan/scan_text.h"
#include "scan/rule_lookup.h"

namespace oms {
namespace {

struct KindRow {
  FileKind kind = FileKind::python;
  std::string_view endings = {};  // of the name, behind the last dot
  std::string_view names = {};    // whole, in lower case; '*' at one end
};

// The first row that fits wins.
constexpr std::array<KindRow, 11> kKinds = {{
    {FileKind::dockerfile, "dockerfile containerfile",
     "dockerfile containerfile modelfile dockerfile.* containerfile.* modelfile.*"},
    {FileKind::environment, "env", ".env .env.* env.example"},
    {FileKind::python, "py pyi pyw", ""},
    {FileKind::javascript, "js ts jsx tsx mjs cjs mts cts", ""},
    {FileKind::notebook, "ipynb", ""},
    {FileKind::yaml, "yaml yml", ""},
    {FileKind::toml, "toml", "pipfile"},
    {FileKind::json, "json jsonc json5", ""},
    {FileKind::shell, "sh bash zsh", ".bashrc .zshrc .profile"},
    {FileKind::makefile, "mk", "makefile gnumakefile"},
    {FileKind::markdown, "md markdown mdx", ""},
}};

}  // namespace

std::optional<FileKind> kind_by_name(std::string_view name) {
  const std::string folded = fold(name);
  const std::size_t dot = folded.rfind('.');
  const std::string ending = dot == std::string::npos ? "" : folded.substr(dot + 1);
  const bool requirements =
      (folded.starts_with("requirements") || folded.starts_with("constraints")) &&
      (ending == "txt" || ending == "in");
  if (requirements) return FileKind::requirements;
  for (const KindRow& row : kKinds) {
    if (!row.names.empty() && is_one_of(row.names, folded)) return row.kind;
    if (!ending.empty() && is_one_of(row.endings, ending)) return row.kind;
  }
  return std::nullopt;
}

std::optional<FileKind> kind_by_first_line(std::string_view text) {
  if (!text.starts_with("#!")) return std::nullopt;
  const std::string_view line = text.substr(0, text.find('\n'));
  for (const std::string_view word : split_words(line.substr(2), ' ')) {
    const std::string_view name = word.substr(word.rfind('/') + 1);
    if (name.starts_with("python")) return FileKind::python;
    if (name == "sh" || name == "bash" || name == "zsh" || name == "dash") return FileKind::shell;
    if (name == "node" || name == "deno" || name == "bun") return FileKind::javascript;
    if (name == "make") return FileKind::makefile;
  }
  return std::nullopt;
}

}  // namespace oms
