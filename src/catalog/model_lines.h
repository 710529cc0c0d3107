// Where the bundled snapshot and the pages of a cache speak of each model, and one record a model
// out of that. The records themselves are read page by page, never kept.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/hub_id_table.h"
#include "catalog/renames.h"
#include "oms/base/result.h"
#include "oms/catalog/build.h"
#include "oms/source/hub_record.h"
#include "oms/store/table_draft.h"
#include "oms/store/text_table.h"

namespace oms {

class ModelLines {
 public:
  explicit ModelLines(Scratch* scratch = nullptr)  // for its memory; must outlive it
      : ids_(LetterCase::folded, scratch), first_(scratch), hubs_(scratch) {}

  // The bundled snapshot, first of all; it must outlive this. Errc::data: an id stands twice.
  Result<Done> add_snapshot(std::string_view text);
  // A fetched page, which must outlive this, overlays what is there. Errc::data: it cannot be read.
  // `number` is only handed on.
  Result<Done> add_page(const FetchedPage& page, std::uint32_t number = 0);
  // Behind the last page.
  void finish();

  // By position, as the newest line of each spells it. More may be added behind finish().
  TextTable& ids() { return ids_; }
  const TextTable& ids() const { return ids_; }
  std::size_t models() const { return first_.size(); }
  // Models that a page has under another name than an older page of the same _id.
  const Renames& renames() const { return renames_; }
  // Models of which not every line has the same id and the same _id, or that share one with another
  // model: which lines are whose follows from the order of all of them. Ascending.
  const std::vector<Position>& entangled() const { return entangled_; }
  // Of the _id of a model, 0 where no page has one. Of an entangled one, the first.
  std::uint32_t hub_hash(Position at) const { return at < hubs_.size() ? hubs_[at] : 0; }
  static std::uint32_t hub_hash(std::string_view hub_id);
  static std::uint32_t check_of(std::string_view line);

  // Where a line stands: in the page with that number; in the snapshot, with kInSnapshot.
  struct Place {
    std::uint32_t page = 0;
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
    std::uint32_t check = 0;  // of its text
  };
  static constexpr std::uint32_t kInSnapshot = static_cast<std::uint32_t>(-1);
  // Behind finish(): calls `use` for each line of each model, by position, oldest first.
  void each_place(const std::function<void(Position, const Place&)>& use) const;

  // Models are read in pieces; those of one piece have the positions behind those of the one
  // before.
  std::size_t pieces() const { return pieces_.size(); }
  // Calls `use` for each model of a piece, in their order: of every key the newest word. By several
  // threads at once, each with a reader of its own. Errc::data: a page cannot be read, or the
  // snapshot has a line that is no record.
  Result<Done> read(std::size_t piece, HubRecordReader& reader,
                    const std::function<void(Position, const HubRecord&)>& use) const;

 private:
  struct Line {
    std::uint32_t piece = 0;
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
    std::uint32_t check = 0;
  };
  struct Later {  // another line of a model that has one
    Position at = 0;
    Line line = {};
  };
  struct Piece {
    const FetchedPage* page = nullptr;  // nullptr: a part of the snapshot
    bool told = false;                  // which keys were asked for
    HubKeys keys = {};
    std::uint32_t number = kInSnapshot;
    std::size_t size = 0;         // of the page
    std::string_view text = {};   // of the snapshot
    std::size_t text_begin = 0;   // in all of it
    std::size_t line_number = 0;  // of the lines before it there
    Position first = 0;           // position of its first new model
  };

  Position position_of(std::string_view id, std::string_view hub_id);
  Position settle_known(Position at, std::string_view id, std::string_view hub_id);
  Place place_of(const Line& line) const;
  // What was read of a page last.
  struct Window {
    std::uint32_t piece = static_cast<std::uint32_t>(-1);
    std::size_t begin = 0;
    std::string text = {};
  };
  Result<std::string_view> part(const Line& line, Window& window) const;
  std::size_t number_of(const Line& line) const;
  Result<Done> apply(const Line& line, std::string_view text, HubRecordReader& reader,
                     HubRecord& record) const;

  TextTable ids_;
  ScratchVector<Line> first_;  // by position
  std::vector<Later> later_ = {};
  std::vector<Piece> pieces_ = {};
  Renames renames_ = {};
  HubIdTable hub_ids_ = {};
  ScratchVector<std::uint32_t> hubs_;  // by position
  std::vector<Position> entangled_ = {};
};

}  // namespace oms
