// What `fetch` says of what it did, or would do.
#pragma once

#include "cli/command.h"
#include "oms/catalog/refresh.h"

namespace oms {

// The requests that a fetch would take, to stdout.
void report_dry_run(const RefreshOptions& options, const Beginning& beginning, Context& context);

// Warnings and the closing line; the exit code, or the error that it stands for. `strict`: any
// source that failed counts, not only the Hub.
Outcome report_fetch(const RefreshReport& report, const RefreshOptions& options, bool strict,
                     Context& context);

}  // namespace oms
