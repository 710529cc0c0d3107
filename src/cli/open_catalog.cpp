#include "cli/command.h"
#include "cli/freshness.h"
#include "cli/overrides_file.h"
#include "cli/variables.h"
#include "oms/catalog/refresh.h"
#include "oms/source/overrides.h"
#include "oms/store/cache.h"

namespace oms {
namespace {

// How often a reader follows a snapshot that is replaced under its eyes.
constexpr int kAttempts = 10;

// The index of the current snapshot, as the last fetch left it.
Result<Catalog> open_index(const std::string& directory, const std::string& snapshot,
                           bool distrusted) {
  auto file = MappedFile::open(index_path(directory, snapshot));
  if (!file) return std::move(file).error();
  auto catalog = Catalog::open(*std::move(file));
  if (catalog && distrusted && !catalog->verify()) return Error{Errc::data, "index: damaged", ""};
  return catalog;
}

// False when nothing can be written there. An error is one of the pages or the settings.
Result<bool> rebuild_in_place(const Cache& cache, const std::string& snapshot,
                              const DataFiles& files) {
  const auto writer = IndexWriter::open(cache.directory());
  if (!writer) return false;
  const auto index = (*writer)->begin(snapshot);
  const auto scratch = index_scratch(cache.directory());
  if (!index || !scratch) return false;
  const auto built = build_from_cache(cache, files, {**index, **scratch, {}});
  const bool disk_failed = (*scratch)->failure().has_value();
  if (!built && !disk_failed) return built.error();
  return built && (*index)->keep();
}

Error replaced(const std::string& snapshot) {
  return {Errc::data, "the snapshot " + snapshot + " was replaced while it was read", "try again"};
}

// Missing, damaged, made by another version or with other settings of the user: made anew from the
// JSON, and kept if that goes.
Result<Catalog> rebuild(const World& world, const Cache& cache, const std::string& snapshot,
                        const std::string& overrides) {
  const auto bundled = Catalog::open(world.bundle);
  if (!bundled) return bundled.error();
  const DataFiles files = bundled_files(*bundled, overrides);
  auto kept = rebuild_in_place(cache, snapshot, files);
  if (!kept) return std::move(kept).error();
  if (*kept) return open_index(cache.directory(), snapshot, false);
  if (cache.current_name() != snapshot) return replaced(snapshot);
  MemoryImage image;
  MemoryScratch scratch;
  const auto built = build_from_cache(cache, files, {image, scratch, {}});
  if (!built) return built.error();
  world.err.write("oms: note: the index could not be kept; it was made in memory\n");
  auto file = MappedFile::copy_of(image.bytes());
  if (!file) return std::move(file).error();
  return Catalog::open(*std::move(file));
}

Result<Catalog> open_snapshot(const World& world, const Cache& cache, const std::string& snapshot,
                              const std::string& overrides) {
  auto catalog = open_index(cache.directory(), snapshot, world.distrust_index);
  if (catalog && catalog->data(kOverridesFile) == overrides) return catalog;
  if (cache.current_name() != snapshot) return replaced(snapshot);
  return rebuild(world, cache, snapshot, overrides);
}

// The bundled catalog with what the user knows better: made each time, in memory.
Result<Catalog> open_bundled(const World& world) {
  auto bundled = Catalog::open(world.bundle);
  const auto overrides = overrides_text(world);
  if (!overrides) return overrides.error();
  const auto facts = parse_fact_overrides(*overrides);
  if (!bundled || !facts || facts->empty()) return bundled;
  MemoryImage image;
  MemoryScratch scratch;
  const auto built = build_catalog(bundled_files(*bundled, *overrides), {}, {image, scratch, {}});
  if (!built) return built.error();
  auto file = MappedFile::copy_of(image.bytes());
  if (!file) return std::move(file).error();
  return Catalog::open(*std::move(file));
}

// A name that is not in the catalog would change nothing in silence.
void note_unknown_models(const Catalog& catalog, const Context& context) {
  const auto overrides = overrides_text(context.world);
  const auto facts = parse_fact_overrides(overrides ? *overrides : std::string());
  if (!facts) return;
  for (std::size_t i = 0; i < facts->size(); ++i) {
    if (catalog.find_exact((*facts)[i].id) != kNoRow) continue;
    context.note("oms: warning: overrides.json: facts[" + std::to_string(i) + "]: no model '" +
                 (*facts)[i].id + "' in the catalog");
  }
}

}  // namespace

std::string variable(const World& world, std::string_view name) {
  return world.variable(name).value_or("");
}

std::string cache_directory(const World& world) {
  if (const std::string own = variable(world, "OMS_CACHE_DIR"); !own.empty()) return own;
  const std::string xdg = absolute_path_variable(world, "XDG_CACHE_HOME");
  if (!xdg.empty()) return xdg + "/oms";
  const std::string home = variable(world, "HOME");
  return home.empty() ? std::string() : home + "/.cache/oms";
}

DataFiles bundled_files(const Catalog& bundled, const std::string& overrides) {
  DataFiles files;
  for (const std::string_view name : data_file_names()) {
    files.emplace(name, std::string(bundled.data(name)));
  }
  if (!overrides.empty()) files.emplace(kOverridesFile, overrides);
  return files;
}

Result<Catalog> open_catalog(const World& world) {
  const std::string directory = cache_directory(world);
  const Cache cache(directory);
  if (directory.empty() || !cache.exists()) return open_bundled(world);
  const auto overrides = overrides_text(world);
  if (!overrides) return overrides.error();
  for (int attempt = 1;; ++attempt) {
    const std::string snapshot = cache.current_name();
    auto catalog = open_snapshot(world, cache, snapshot, *overrides);
    // Whoever replaced the snapshot took its files away, not what they are read for.
    const bool was_replaced = !catalog && cache.current_name() != snapshot;
    if (!was_replaced || attempt == kAttempts) return catalog;
    if (!cache.exists()) return open_bundled(world);
  }
}

Catalog open_ready_catalog(const World& world) {
  const std::string directory = cache_directory(world);
  const Cache cache(directory);
  if (!directory.empty() && cache.exists()) {
    auto catalog = open_index(directory, cache.current_name(), false);
    if (catalog) return *std::move(catalog);
  }
  auto bundled = Catalog::open(world.bundle);
  return *std::move(bundled);  // part of the program: it is one of its own
}

Result<Catalog> open_catalog(const Context& context) {
  auto catalog = open_catalog(context.world);
  if (!catalog) return catalog;
  note_unknown_models(*catalog, context);
  if (context.common.max_age.empty()) return catalog;
  const auto fresh = check_age(*catalog, context.common.max_age, context.world.clock.now_ms());
  if (!fresh) return fresh.error();
  return catalog;
}

}  // namespace oms
