// Pages and records of the Hub: what is kept of them reads back, and reduces to itself.
#include "fuzz/targets.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_record.h"

namespace oms::fuzz {
namespace {

void check_page(const HubPage& page, Siblings keep) {
  expect(page.ids.size() == page.records && page.hub_ids.size() == page.records,
         "a page counts its records");
  const std::vector<HubLine> lines = hub_lines(page.lines);
  expect(lines.size() == page.records, "each record is a line with an id");
  HubRecordReader reader;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    expect(is_hub_id(lines[i].id), "only valid ids are kept");
    const auto record = reader.read(lines[i].text);
    expect(record.has_value(), "what is kept can be read");
    expect(record->id == page.ids[i], "a record has the id that the page tells");
    record_keys(lines[i].text);
    HubRecord onto;
    overlay(onto, *record, HubKeys{"id", "cardData", "tags", "config", "siblings"});
    const auto again = reduce_hub_detail(lines[i].text, keep);
    expect(again.has_value() && again->lines == std::string(lines[i].text) + '\n',
           "reducing a line again gives the same line");
  }
  newest_change(page.lines);
}

}  // namespace

void run_hub_page(std::string_view input) {
  const auto page = reduce_hub_page(input, Siblings::drop);
  if (page) check_page(*page, Siblings::drop);
  static_cast<void>(HubRecordReader().read(input));
}

void run_hub_detail(std::string_view input) {
  for (const Siblings keep : {Siblings::keep, Siblings::drop}) {
    const auto page = reduce_hub_detail(input, keep);
    if (page) check_page(*page, keep);
  }
  static_cast<void>(HubRecordReader().read(input));
}

}  // namespace oms::fuzz
