// What users type to select and order: each line is a condition, an expression and an order. What
// can be read is asked of a small table, of all rows at once and of each alone.
#include "fuzz/sample.h"
#include "fuzz/targets.h"
#include "oms/query/query.h"
#include "oms/store/mapped_file.h"
#include "oms/store/table_image.h"

namespace oms::fuzz {
namespace {

// The sample, open as long as the program runs.
const Table& table() {
  static const MappedFile file = *MappedFile::copy_of(sample_image());
  static const ImageView image = *ImageView::open(file.bytes(), schema_hash(), Trust::file);
  static const Table table = *read_table(image);
  return table;
}

void ask(const Expr& where) {
  fields_of(where);
  Query query;
  query.where = where;
  query.fold = false;
  query.admit_unknown = true;
  query.limit = 0;
  Answer answer;
  const Matches found = find_matches(query, table(), answer);
  for (Row row = 0; row < table().rows; ++row) {
    const Truth truth = truth_of(where, table(), row);
    expect((truth == Truth::yes) == found.certain.has(row),
           "a row is found where the condition is true of it");
    expect((truth == Truth::unknown) == found.uncertain.has(row),
           "a row is admitted where the condition is unknown of it");
  }
  const Answer all = run_query(query, table());
  expect(all.rows.size() == all.matched, "without a limit all that match come");
}

}  // namespace

void run_condition(std::string_view input) {
  const auto single = parse_condition(input);
  if (single) ask(*single);
  expect(single || single.error().code == Errc::usage, "a bad condition is wrong use");
  const auto whole = parse_expression(input);
  if (whole) ask(*whole);
  expect(whole || whole.error().code == Errc::usage, "a bad expression is wrong use");
  const auto order = parse_sort(input);
  if (!order) return;
  Query query;
  query.order = *order;
  expect(run_query(query, table()).rows.size() <= query.limit, "no more rows than asked for");
}

}  // namespace oms::fuzz
