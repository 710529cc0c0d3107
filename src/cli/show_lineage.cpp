// The block of `show` about what the licenses of the bases mean for the model.
#include "cli/license_words.h"
#include "cli/show_text.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string license_text(const LineageNode& node) {
  if (!node.known) return "not in the catalog";
  if (node.declared.empty()) return "no license on record";
  const bool named = equal_folded(node.declared, "other") && !node.license_name.empty();
  return named ? node.license_name : node.declared;
}

}  // namespace

void add_lineage(ShowPage& show) {
  const Shown& shown = show.shown;
  const Inheritance& inherited = shown.inherited;
  if (inherited.ancestors.empty()) return;
  Page& page = show.page;
  page.heading("License of its bases", word_of(words::kLicenseVerdict, inherited.verdict));
  std::vector<std::vector<std::string>> rows;
  for (const AncestorVerdict& ancestor : inherited.ancestors) {
    const LineageNode& node = shown.lineage.nodes[ancestor.node];
    rows.push_back({std::string(word_of(words::kLicenseVerdict, ancestor.verdict)),
                    license_text(node), node.id});
  }
  page.rows(std::vector<PageColumn>(3), rows);
  for (const AncestorVerdict& ancestor : inherited.ancestors) {
    const std::string_view verdict = word_of(words::kLicenseVerdict, ancestor.verdict);
    if (verdict == "ok" || !shown.lineage.nodes[ancestor.node].known) continue;
    page.paragraph(std::string(verdict) + ": " + explain(shown.lineage.nodes, 0, ancestor));
  }
  page.item("class left", word_or_unknown(words::kLicenseClass, inherited.license_effective),
            provenance(show, "license_effective"));
}

}  // namespace oms
