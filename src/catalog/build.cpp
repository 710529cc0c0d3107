#include "oms/catalog/build.h"

#include <array>
#include <utility>

#include "catalog/build_parts.h"
#include "catalog/built_from.h"
#include "catalog/joiner.h"
#include "catalog/kin_pass.h"
#include "catalog/model_lines.h"
#include "catalog/record_maker.h"
#include "oms/store/table_image.h"

namespace oms {
namespace {

Result<Done> find_lines(const DataFiles& files, const FetchedData& fetched, ModelLines& lines) {
  const auto snapshot = lines.add_snapshot(file_or_empty(files, "snapshot.ndjson"));
  if (!snapshot) return snapshot;
  for (std::uint32_t number = 0; number < fetched.pages.size(); ++number) {
    const auto added = lines.add_page(fetched.pages[number], number);
    if (!added) return added;
  }
  lines.finish();
  return Done{};
}

}  // namespace

Result<Done> build_catalog(const DataFiles& bundled, const FetchedData& fetched,
                           const BuildOutput& to) {
  ModelLines lines(&to.scratch);
  const auto found = find_lines(bundled, fetched, lines);
  if (!found) return found;
  const IdLookup ids = [&lines](std::string_view id) {
    const Position at = lines.ids().find(id);
    return at == kNoPosition ? std::string_view() : lines.ids()[at];
  };
  const Renames renames = all_renames(lines.renames(), fetched);
  const DataFiles files = with_renamed(bundled, renames);
  const auto loaded = load_curated(files, renames, ids);
  if (!loaded) return loaded.error();
  const Curated& curated = **loaded;
  const auto overrides = parse_name_overrides(file_or_empty(files, kOverridesFile));
  if (!overrides) return overrides.error();
  const Extras extras = collect_extras(fetched, Joiner(ids, renames, curated, *overrides));
  const Replaced replaced = replaced_sources(fetched);

  TableDraft draft(lines.ids(), to.scratch);
  Digest digest(to.scratch);
  const TextTable named = named_models(curated, extras);
  const auto drafted =
      draft_all(lines, {curated, replaced, extras, named}, draft, [&](const DraftedRecord& made) {
        if (to.digest) digest.add(made);
      });
  if (!drafted) return drafted;
  const auto closed = add_closed(curated, replaced, extras, lines.ids(), draft);
  if (!closed) return closed;
  const auto checked = check_joined(curated, ids);
  if (!checked) return checked;
  fill_kin(draft, ids, curated.licenses, curated.aliases);
  fill_prices(draft, newest_price(draft));
  if (to.digest) digest.write(draft, lines.ids(), to.digest);

  ImageWriter image(to.image);
  const std::vector<Row> rows = draft.write(image);
  add_tables(image, files, fetched, extras);
  if (can_be_merged(fetched)) {
    const std::array<BuiltLines, 1> all = {{{lines}}};
    write_built_rows(image, {extras, lines.ids(), draft, rows}, all);
    write_built_inputs(image, bundled, fetched);
  }
  image.finish(schema_hash());
  if (const auto failure = to.scratch.failure()) return *failure;
  return Done{};
}

Result<std::string> build_catalog(const DataFiles& bundled, const FetchedData& fetched) {
  MemoryImage image;
  MemoryScratch scratch;
  const auto built = build_catalog(bundled, fetched, {image, scratch, {}});
  if (!built) return built.error();
  return std::move(image).bytes();
}

}  // namespace oms
