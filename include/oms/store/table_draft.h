// The table of an index while it is made: takes records one by one, lets what they owe each other
// be filled in, and writes the columns. What nobody asks for in between waits in a Scratch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/model/records.h"
#include "oms/model/table.h"
#include "oms/store/image.h"
#include "oms/store/scratch.h"
#include "oms/store/text_table.h"

namespace oms {

using Position = TextTable::Code;  // of a record, in the order of adding
inline constexpr Position kNoPosition = TextTable::kNone;

// Of names in the code: see field_id().
std::vector<FieldId> field_ids(std::span<const std::string_view> names);

// Millions of records differ in names and figures, and are alike in all else: they have one shape.
using Shape = std::uint32_t;
// What each record has for itself, beside its id and its base models.
inline constexpr std::array<std::string_view, 13> kOwnFields = {
    "author", "name",     "tags",   "created",    "modified", "downloads", "downloads_all_time",
    "likes",  "trending", "params", "size_bytes", "context",  "revision"};

// What TableDraft::kin() hands out: fields beside id and base models, and fields of facts.
std::span<const std::string_view> kin_fields();
std::span<const std::string_view> kin_facts();

class TableDraft {
 public:
  // `ids`, letter case aside, and `scratch` must outlive it. The ids of the records need not be
  // final before write().
  TableDraft(const TextTable& ids, Scratch& scratch);
  ~TableDraft();

  // The record whose id has the next position. Returns its shape.
  Shape add(const Record& record);
  // One more record of a shape, whose model has kOwnFields and base models of its own.
  void add_like(Shape shape, const Model& own);
  std::size_t size() const;

  // Replaces every base model by what `resolve` makes of it; the model itself and doubles are left
  // out. Once, after the last add().
  void resolve_bases(const std::function<std::string(std::string_view)>& resolve);
  // Positions of the base models; kNoPosition for one that has no record.
  std::vector<Position> bases(Position of) const;

  // The part of a record that its relatives look at: identity, license, lineage, openness, scores,
  // and the facts about license class and open data and metrics; without what fill() changed. After
  // resolve_bases(); by several threads at once.
  Record kin(Position of) const;
  // Takes over these fields, which facts were added and which are gone, and the scores behind those
  // that kin() had.
  void fill(Position of, const Record& record, std::span<const FieldId> fields);
  // Calls `use` for each record with offers, ascending.
  void each_with_offers(const std::function<void(Position, const std::vector<Offer>&)>& use) const;
  // Takes over these fields alone, which were unknown so far; ascending positions.
  void fill_later(Position of, const Model& model, std::span<const FieldId> fields);

  // Fields that kin() has, fill() or fill_later() filled, gated and status, as they stand now.
  void read(Position of, std::span<const FieldId> fields, Model& into) const;
  std::vector<Observation> scores(Position of) const;

  // Of what kin() hands out, its id aside, with the base models as they were added. Equal for equal
  // parts, whatever table they are in.
  std::uint64_t kin_mark(Position of) const;

  // The sections of the table, rows in the order of the folded ids. Returns the row of each
  // position. Nothing but kin_mark() can be asked afterwards.
  std::vector<Row> write(ImageWriter& image);

 private:
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

}  // namespace oms
