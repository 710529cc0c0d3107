#include "cli/unmatched_list.h"

#include <fmt/format.h>

#include "cli/overrides_file.h"
#include "cli/record_columns.h"
#include "oms/base/text.h"

namespace oms {
namespace {

Records records_of(const SourceJoin& join) {
  Records records{.columns = unmatched_columns()};
  for (const Harvest::Named& named : join.unmatched) {
    const bool has_key = named.key != named.name;
    records.rows.push_back({text_cell(named.name), has_key ? text_cell(named.key) : RecordCell(),
                            text_cell(named.owner), text_cell(join.source)});
  }
  return records;
}

std::string note_of(const CountedSource& entry, const SourceJoin& join, const Context& context) {
  const std::string name(entry.source.name);
  if (!entry.join) return name + ": nothing is fetched, and every bundled row has its model";
  if (join.unmatched.empty()) return name + ": every name found its model";
  const std::string found =
      fmt::format("{} of {} names of {} found no model", join.unmatched.size(),
                  join.unmatched.size() + join.joined, name);
  const std::string path = overrides_path(context.world);
  if (path.empty()) return found;
  return found + fmt::format(
                     "; '{}' can say which it is: "
                     R"({{"names": {{"{}": {{"NAME": "OWNER/MODEL"}}}}}})",
                     path, join.source);
}

}  // namespace

void print_unmatched(const CountedSource& entry, Context& context) {
  const SourceJoin join = entry.join.value_or(SourceJoin{});
  const Records records = records_of(join);
  if (context.format == nullptr && context.common.quiet) {
    write_first_column(context.out, records);
  } else {
    const Format* format = context.format == nullptr ? find_format("table") : context.format;
    const bool empty_table = records.rows.empty() && format->name == "table";
    if (!empty_table) write_records(context.out, records, *format, context.style);
  }
  context.note(note_of(entry, join, context));
}

}  // namespace oms
