#include "oms/base/text.h"
#include "render/formats.h"

namespace oms {

void write_ids(Sink& sink, const Rows& rows, std::span<const FieldId>, const Style&) {
  const FieldId id = field_id("id");
  Buffer out(sink);
  for (std::size_t row = 0; row < rows.size; ++row) {
    out.add(printable(machine_text(kFields[id], rows.cell(row, id))));
    out.add("\n");
  }
}

}  // namespace oms
