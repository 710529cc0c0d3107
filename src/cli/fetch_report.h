// What `fetch` says of what it did, or would do.
#pragma once

#include "cli/command.h"
#include "cli/fetch_request.h"
#include "oms/catalog/refresh.h"

namespace oms {

// The requests that a fetch would take, to stdout.
void report_dry_run(const RefreshOptions& options, const Manifest& manifest, Context& context);

// Warnings, missing models and the closing line; the exit code.
Outcome report_fetch(const RefreshReport& report, const FetchCommandOptions& options,
                     Context& context);

}  // namespace oms
