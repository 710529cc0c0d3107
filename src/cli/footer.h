// What `list` says about its answer on stderr: how many, how old, by which metric, what is missing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/selection.h"
#include "oms/catalog/catalog.h"
#include "oms/query/query.h"
#include "oms/render/render.h"

namespace oms {

// "12 of 431", "Hub …" or "bundled records of …", "prices …", the workload, "quality: …", "9 more
// have no known price".
std::vector<std::string> footer_parts(const Answer& answer, const Catalog& catalog,
                                      const Selection& selection, std::int64_t now_ms,
                                      bool unicode);
// The parts on as few lines as `width` columns allow; 0 = one line.
std::vector<std::string> footer_lines(std::span<const std::string> parts, std::size_t width,
                                      bool unicode);

// The same, as wide as the terminal that notes go to.
std::vector<std::string> footer_lines(std::span<const std::string> parts, const Context& context);

// Explains the marks (~ * ?) that the printed cells carry, a line each.
std::vector<std::string> mark_notes(const Rows& rows, std::span<const FieldId> fields);

}  // namespace oms
