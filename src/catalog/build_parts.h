// What building a catalog and merging what changed into one have in common.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "catalog/assemble.h"
#include "catalog/curated.h"
#include "catalog/draft_records.h"
#include "catalog/extras.h"
#include "catalog/id_lookup.h"
#include "catalog/renames.h"
#include "oms/catalog/build.h"
#include "oms/store/table_draft.h"
#include "store/spool.h"

namespace oms {

// "" for a file that is not there.
std::string_view file_or_empty(const DataFiles& files, std::string_view name);

// What a cache knows of other names: `renames` by _id, and the Hub's word.
Renames all_renames(Renames renames, const FetchedData& fetched);
// Former names lead to the present ones, as those of data/ do.
DataFiles with_renamed(const DataFiles& bundled, const Renames& renames);

// The tables of data/, checked; the bundled figures follow their model to its present name. `files`
// must outlive them.
Result<std::unique_ptr<Curated>> load_curated(const DataFiles& files, const Renames& renames,
                                              const IdLookup& ids);
// Every row of a joined table must meet its model: data/ is kept consistent.
Result<Done> check_joined(const Curated& curated, const IdLookup& ids);

// The closed models come behind those of the Hub; `ids` gets theirs.
Result<Done> add_closed(const Curated& curated, const Replaced& replaced, const Extras& extras,
                        TextTable& ids, TableDraft& draft);

// What records are made with beside their lines.
struct RecordInputs {
  const Curated& curated;
  const Replaced& replaced;
  const Extras& extras;
  const TextTable& named;  // named_models() of them
};
// Adds the record of each model to the draft, in their order; `also` sees them as well.
Result<Done> draft_all(const ModelLines& lines, const RecordInputs& inputs, TableDraft& draft,
                       const std::function<void(const DraftedRecord&)>& also);

// What a digest tells of each model beside the fields of the draft.
class Digest {
 public:
  explicit Digest(Scratch& scratch) : texts_(scratch) {}

  void add(const DraftedRecord& made);
  // Calls `use` for each, in the order of adding; `ids` and `draft` have them at the same
  // positions.
  void write(const TableDraft& draft, const TextTable& ids,
             const std::function<void(const DigestLine&)>& use) const;

 private:
  ListSpool<char> texts_;  // _id and sha of each, in turn
};

// What stands in an index beside the table of models.
void add_tables(ImageWriter& image, const DataFiles& files, const FetchedData& fetched,
                const Extras& extras);

}  // namespace oms
