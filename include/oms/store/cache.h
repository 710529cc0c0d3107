// The JSON cache on disk: pages as the servers sent them, manifests, digests, lock.
// The JSON is the truth; everything else is derived from it. Layout: docs/cache.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/result.h"
#include "oms/store/pending_file.h"
#include "oms/store/scratch.h"

namespace oms {

class FileSystem;  // src/store/atomic_file.h; tests let it fail

enum class PageState : std::uint8_t {
  current,
  replaced,  // by a newer walk of its scope; what it alone had is still to be settled
  left,      // of models that no scope lists any more
};

// One immutable page: pages/<hash>.ndjson, one record a line.
struct PageInfo {
  std::string file = {};                 // "pages/<hash>.ndjson", "sources/<name>/<hash>.json"
  std::string source = {};               // "hub", or a service: "router"
  std::string scope = {};                // key of its scope, "" for other sources
  std::string request = {};              // path and query
  std::vector<std::string> expand = {};  // keys that were asked for
  std::string etag = {};
  std::string fetched_at = {};  // 2026-11-23T20:00:00Z
  std::size_t records = 0;
  std::size_t rejected = 0;    // records beside them that could not be read
  std::uint64_t checksum = 0;  // XXH3-64 of the file
  PageState state = PageState::current;

  bool is_current(std::string_view of_source) const {
    return state == PageState::current && source == of_source;
  }
};

// What was asked for: accumulates over fetches; a bare fetch refreshes all.
struct ScopeInfo {
  std::string key = {};      // canonical text: "top 20000 by downloads", "author mistralai"
  std::string request = {};  // the same as a query: "kind=ranked&top=20000&by=downloads"
  std::vector<std::string> ids = {};
  std::string fetched_at = {};  // end of the last whole walk, "" when there was none
  std::string resume = {};      // where it was interrupted: path of the next page, or the next id
  std::size_t unfinished = 0;   // that many of its last pages belong to the interrupted walk
  bool complete = false;        // the last walk was whole
};

struct SourceInfo {
  std::string name = {};
  std::string endpoint = {};
  std::string fetched_at = {};
  std::string error = {};  // of the last try, "" when it went well
  std::size_t records = 0;
  std::size_t rejected = 0;
};

// Confirmed states of models, by folded id: what the pages alone cannot say.
struct StatusInfo {
  std::string id = {};
  std::string status = {};  // unlisted (and there), gone, renamed
  std::string now = {};     // id under which the name leads to a model today, "" when to none
  std::string as_of = {};   // 2026-11-23T20:00:00Z
};

struct Manifest {
  int format = 1;
  std::string created_at = {};  // 2026-11-23T20:00:00Z; names the snapshot
  // Names of the last 10 snapshots, oldest first, this one last; publish() fills it.
  std::vector<std::string> history = {};
  std::vector<ScopeInfo> scopes = {};
  std::vector<PageInfo> pages = {};  // in order: later ones overlay earlier ones
  std::vector<SourceInfo> sources = {};
  std::vector<StatusInfo> statuses = {};
  // Keys that an endpoint refused, and when: "https://… baseModels 2026-11-23".
  std::vector<std::string> refused_expand = {};
  bool complete = false;
};

// One line of a digest, for `diff`.
struct DigestLine {
  std::string id = {};
  std::string hub_id = {};  // _id
  std::string sha = {};
  std::string license = {};
  std::string license_class = {};
  std::string gated = {};
  std::string price = {};
  std::string score = {};
  std::string status = {};
};

// The digest of a snapshot to come, line by line.
class DigestFile {
 public:
  explicit DigestFile(std::unique_ptr<PendingFile> file);
  ~DigestFile();

  void add(const DigestLine& line);
  // The lines are only those that differ from the digest of another snapshot; first of all.
  void go_on_from(std::string_view snapshot) { before_ = snapshot; }
  // The digest before has a line of this id.
  void remove(std::string_view id);
  // Of a former digest that is as it was written, the lines whose id is new to `tell`, which is
  // asked about every id.
  void add_others(std::string_view former, const std::function<bool(std::string_view id)>& tell);
  Result<Done> keep();

 private:
  struct Checksum;
  void put(std::string_view lines, std::size_t count);

  std::unique_ptr<PendingFile> file_;
  std::unique_ptr<Checksum> checksum_;
  std::string before_ = {};
  std::size_t lines_ = 0;
  std::string line_ = {};
};

class Cache {
 public:
  // Nothing is created until something is written.
  explicit Cache(std::string directory) : directory_(std::move(directory)) {}
  const std::string& directory() const { return directory_; }

  // The manifest that CURRENT names; a manifest without pages when there is no cache yet.
  // Errc::data: it exists but cannot be read; the hint says which command repairs it.
  Result<Manifest> current() const;
  // What an interrupted fetch saved; a manifest without pages when there is nothing. Errc::data: it
  // is damaged and to be dropped.
  Result<Manifest> progress() const;
  // False when no snapshot was ever published; true when there is one, readable or not.
  bool exists() const;
  // Name of the current snapshot ("2026-11-23T200000Z"), "" when there is none.
  std::string current_name() const;

  // Content of a page; Errc::data when it is missing or its checksum is wrong. A fetch that meets
  // such a page asks for it again, without its etag.
  Result<std::string> read_page(const PageInfo& page) const;
  // A part of a page that was read as a whole before.
  Result<std::string> read_part(const PageInfo& page, std::size_t offset, std::size_t size) const;
  // What is wrong when there is no file at all for a page, "" when there is one: read_page()
  // without the reading.
  std::string missing_page(const PageInfo& page) const;

  // The snapshots whose digests the one of `snapshot` is put together of, itself first; ends with
  // one that stands for itself. Empty when one is missing.
  std::vector<std::string> digest_chain(std::string_view snapshot) const;
  // What a snapshot held; `snapshot` is one of the manifest's history.
  Result<std::vector<DigestLine>> read_digest(std::string_view snapshot) const;

  struct Problem {
    std::string file = {};  // relative to the directory
    std::string what = {};
    std::string repair = {};  // command
  };
  struct Verified {
    std::size_t files = 0;  // that were looked at
    std::vector<Problem> problems = {};
  };
  Verified verify() const;

  struct Usage {
    std::size_t pages = 0;  // bodies of all sources
    std::size_t snapshots = 0;
    std::uint64_t bytes = 0;  // everything in the directory that is ours
  };
  Usage usage() const;

 private:
  std::string directory_;
};

// The one writer. Holds the lock as long as it lives. Every error is Errc::data, names the path,
// the reason and what to do, and leaves the snapshot before readable.
class CacheWriter {
 public:
  // Fails when another writer is at work (names its pid) or the directory cannot be written.
  // The kernel drops the lock of a process that is gone. `files`: nullptr for the real ones.
  static Result<std::unique_ptr<CacheWriter>> open(std::string directory,
                                                   FileSystem* files = nullptr);
  ~CacheWriter();
  CacheWriter(const CacheWriter&) = delete;
  CacheWriter& operator=(const CacheWriter&) = delete;

  // Stores a body; fills file and checksum of `page`. Same content, same file. It survives a power
  // cut from the next publish() or save_progress() on.
  Result<Done> write_page(PageInfo& page, std::string_view content);
  // Where a snapshot of this time would be published: "2026-11-23T200000Z".
  Result<std::string> next_name(std::string_view created_at) const;
  // What is to be published under that name, and not there before. Nothing of it stays otherwise.
  Result<std::unique_ptr<DigestFile>> begin_digest(std::string_view snapshot);
  Result<std::unique_ptr<PendingFile>> begin_index(std::string_view snapshot);

  // Makes `manifest` the current snapshot and returns its name: pages, digest and manifest reach
  // the disk, then CURRENT is replaced. All pages must have been written; `digest` was begun for
  // the next name.
  Result<std::string> publish(const Manifest& manifest, DigestFile& digest);
  Result<std::string> publish(const Manifest& manifest, const std::vector<DigestLine>& digest);
  // Saves an unfinished manifest for resuming, without making it current: Cache::progress().
  Result<Done> save_progress(const Manifest& manifest);
  void drop_progress();
  // Removes pages that the current snapshot, the previous one and the saved progress do not name,
  // digests beyond the last 10, old manifests and indexes, and left-over temporary files. While
  // one of those manifests cannot be read, pages stay. Returns the number of files removed.
  std::size_t collect_garbage();
  // Removes everything in the directory that is ours; what is not ours stays.
  Result<Done> clear();

 private:
  CacheWriter(std::string directory, int lock, FileSystem& files)
      : directory_(std::move(directory)), lock_(lock), files_(files) {}
  Result<Done> sync_pages();

  std::string directory_;
  int lock_;
  FileSystem& files_;
  std::set<std::string> unsynced_ = {};  // directories with pages that a power cut could still lose
};

// A reader that makes the index of a snapshot anew. The lock it holds is its own: fetches go on
// beside it, and take its unfinished file away when its snapshot is replaced meanwhile, which
// keep() tells.
class IndexWriter {
 public:
  // Fails when another one is at work or the directory cannot be written.
  static Result<std::unique_ptr<IndexWriter>> open(std::string directory,
                                                   FileSystem* files = nullptr);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  Result<std::unique_ptr<PendingFile>> begin(std::string_view snapshot);

 private:
  IndexWriter(std::string directory, int lock, FileSystem& files)
      : directory_(std::move(directory)), lock_(lock), files_(files) {}

  std::string directory_;
  int lock_;
  FileSystem& files_;
};

// Room in the directory of a cache for making an index.
Result<std::unique_ptr<Scratch>> index_scratch(const std::string& directory);

struct CopiedCache {
  std::string snapshot = {};  // current in the target now
  std::string replaced = {};  // was current before, stays as the previous one; "" = none was
  std::size_t pages = 0;
  std::uint64_t bytes = 0;  // of the pages
};

// Copies the current snapshot of one cache directory into another and makes it current there, for
// import and export. Every checksum is verified before anything changes in `to`'s catalog.
Result<CopiedCache> copy_cache(const std::string& from, const std::string& to,
                               FileSystem* files = nullptr);

// Paths of the derived index and of the digest of a snapshot.
std::string index_path(const std::string& directory, std::string_view snapshot);
std::string digest_path(const std::string& directory, std::string_view snapshot);

}  // namespace oms
