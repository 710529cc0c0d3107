// A table in memory out of records, the way an index is made and read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "oms/store/mapped_file.h"
#include "oms/store/table_draft.h"
#include "oms/store/table_image.h"
#include "support/catch.h"

namespace oms {

class TableBuilder {
 public:
  // A later record of an id, letter case aside, is dropped.
  explicit TableBuilder(const std::vector<Record>& records) {
    MemoryScratch scratch;
    TextTable ids(LetterCase::folded);
    TableDraft draft(ids, scratch);
    for (const Record& record : records) {
      if (ids.add(record.model.id).second) draft.add(record);
    }
    draft.resolve_bases([](std::string_view base) { return std::string(base); });
    const std::vector<FieldId> prices = {field_id("price_input"),   field_id("price_output"),
                                         field_id("price_blended"), field_id("price_provider"),
                                         field_id("price_source"),  field_id("price_as_of"),
                                         field_id("price_old"),     field_id("price_min"),
                                         field_id("price_max"),     field_id("providers")};
    Position at = 0;
    TextTable seen(LetterCase::folded);
    for (const Record& record : records) {
      if (seen.add(record.model.id).second) draft.fill_later(at++, record.model, prices);
    }
    MemoryImage image;
    ImageWriter writer(image);
    draft.write(writer);
    writer.finish(schema_hash());
    auto file = MappedFile::copy_of(image.bytes());
    REQUIRE(file);
    file_.emplace(*std::move(file));
    auto view = ImageView::open(file_->bytes(), schema_hash(), Trust::file);
    REQUIRE(view);
    view_ = std::make_unique<ImageView>(*std::move(view));
    auto table = read_table(*view_);
    REQUIRE(table);
    table_ = std::make_unique<Table>(*std::move(table));
  }

  const Table& table() const { return *table_; }

 private:
  std::optional<MappedFile> file_ = {};
  std::unique_ptr<ImageView> view_ = {};
  std::unique_ptr<Table> table_ = {};
};

}  // namespace oms
