// `list --json --envelope`: the models with the query, dates and sources around them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/selection.h"
#include "oms/env/sink.h"
#include "oms/query/query.h"
#include "oms/render/render.h"

namespace oms {

struct Envelope {
  const Catalog& catalog;
  const Answer& answer;
  const Selection& selection;
  std::vector<std::string> arguments = {};  // the command line behind `list`, as typed
};

void write_envelope(Sink& out, const Envelope& envelope, const Rows& rows,
                    std::span<const FieldId> fields, const Style& style);

}  // namespace oms
