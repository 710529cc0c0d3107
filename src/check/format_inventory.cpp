// The models in use, to keep beside the code that uses them.
#include "check/format_functions.h"
#include "check/format_parts.h"
#include "check/markdown_table.h"
#include "oms/base/text.h"

namespace oms {

void write_check_inventory(const CheckReport& report, Sink& sink, const Style&) {
  std::string text = "# Models in use\n\n" + count_text(report.models.size(), "model") + " on " +
                     markdown_text(report.date) + ".\n\n";
  text += markdown_header({"Model", "License", "Class", "Effective class", "Verdict", "Revision",
                           "Record of", "Used in"});
  for (const CheckedModel& model : report.models) {
    text += markdown_row({markdown_cell(model.id), markdown_cell(declared_license(model)),
                          model.known ? own_class(model) : "not in the catalog",
                          markdown_cell(model.license_effective), markdown_cell(model.outcome),
                          markdown_cell(model.revision), markdown_cell(model.as_of),
                          markdown_places(model.places, /*most=*/0)});
  }
  sink.write(text);
}

}  // namespace oms
