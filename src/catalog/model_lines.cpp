#include "catalog/model_lines.h"

#include <algorithm>
#include <string>
#include <utility>

#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_request.h"
#include "store/checksum.h"

namespace oms {
namespace {

constexpr std::size_t kSnapshotPiece = std::size_t{1} << 20;  // bytes, about
constexpr std::size_t kWindow = std::size_t{1} << 16;         // bytes

Error in_snapshot(std::size_t line, const std::string& what) {
  return {Errc::data, "snapshot.ndjson:" + std::to_string(line) + ": " + what, ""};
}

// A line, taken off the front of `text` with its end.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

Result<std::string> whole(const FetchedPage& page) {
  return page.load ? page.load() : Result<std::string>(page.lines);
}

}  // namespace

std::uint32_t ModelLines::hub_hash(std::string_view hub_id) {
  if (hub_id.empty()) return 0;
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(checksum(hub_id)));
}

std::uint32_t ModelLines::check_of(std::string_view line) {
  return static_cast<std::uint32_t>(checksum(line));
}

Result<Done> ModelLines::add_snapshot(std::string_view text) {
  const std::string_view all = text;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::string_view before = text;
    pieces_.push_back({.text_begin = all.size() - text.size(),
                       .line_number = number,
                       .first = static_cast<Position>(models())});
    while (!text.empty() && before.size() - text.size() < kSnapshotPiece) {
      const std::string_view line = next_line(text);
      ++number;
      if (line.empty()) continue;
      const std::vector<HubLine> found = hub_lines(line);
      if (found.empty()) return in_snapshot(number, "the record has no valid id");
      const std::string id(found.front().id);
      if (!ids_.add(id).second) {
        return Error{Errc::data, "snapshot.ndjson: '" + id + "' stands twice", ""};
      }
      first_.push_back({static_cast<std::uint32_t>(pieces_.size() - 1),
                        static_cast<std::uint32_t>(line.data() - before.data()),
                        static_cast<std::uint32_t>(line.size()), check_of(line)});
    }
    pieces_.back().text = before.substr(0, before.size() - text.size());
  }
  return Done{};
}

Result<Done> ModelLines::add_page(const FetchedPage& page, std::uint32_t number) {
  const auto loaded = whole(page);
  if (!loaded) return loaded.error();
  const auto piece = static_cast<std::uint32_t>(pieces_.size());
  pieces_.push_back({.page = &page,
                     .told = page.keys != std::vector<std::string>{std::string(kKeysNotTold)},
                     .keys = HubKeys(page.keys),
                     .number = number,
                     .size = loaded->size(),
                     .first = static_cast<Position>(models())});
  for (const HubLine& found : hub_lines(*loaded)) {
    if (!is_hub_id(found.id)) continue;
    const Line line{piece, static_cast<std::uint32_t>(found.text.data() - loaded->data()),
                    static_cast<std::uint32_t>(found.text.size()), check_of(found.text)};
    const Position at = position_of(found.id, found.hub_id);
    if (at == first_.size()) {
      first_.push_back(line);
    } else {
      later_.push_back({at, line});
    }
  }
  return Done{};
}

// A new position for a model that is new. An id that is known keeps the model's position, and so
// does a known _id under a new name.
Position ModelLines::position_of(std::string_view id, std::string_view hub_id) {
  Position at = ids_.find(id);
  if (at != kNoPosition) {
    at = settle_known(at, id, hub_id);
  } else if (at = hub_ids_.find(hub_id); at == kNoPosition) {
    at = ids_.add(id).first;
    hubs_.resize(at + 1);
    if (!renames_.all().empty() && renames_.present(id) != id) entangled_.push_back(at);
  } else {
    renames_.add(ids_[at], id);
    ids_.rename(at, id);
    entangled_.push_back(at);
  }
  renames_.forget(id);
  hub_ids_.set(hub_id, at);
  if (hubs_[at] == 0) hubs_[at] = hub_hash(hub_id);
  return at;
}

// The model has the newest spelling.
Position ModelLines::settle_known(Position at, std::string_view id, std::string_view hub_id) {
  if (ids_[at] != id) ids_.rename(at, id);
  if (at >= hubs_.size()) hubs_.resize(at + 1);  // from the snapshot
  const Position other = hub_ids_.find(hub_id);
  const bool another_hub_id = other == kNoPosition && !hub_id.empty() && hubs_[at] != 0;
  if (another_hub_id || (other != kNoPosition && other != at)) entangled_.push_back(at);
  if (other != kNoPosition && other != at) entangled_.push_back(other);
  return at;
}

void ModelLines::finish() {
  hub_ids_ = {};
  std::sort(entangled_.begin(), entangled_.end());
  entangled_.erase(std::unique(entangled_.begin(), entangled_.end()), entangled_.end());
  std::stable_sort(later_.begin(), later_.end(),
                   [](const Later& a, const Later& b) { return a.at < b.at; });
}

ModelLines::Place ModelLines::place_of(const Line& line) const {
  const Piece& piece = pieces_[line.piece];
  return {piece.number, static_cast<std::uint32_t>(piece.text_begin) + line.offset, line.size,
          line.check};
}

void ModelLines::each_place(const std::function<void(Position, const Place&)>& use) const {
  auto later = later_.begin();
  for (Position at = 0; at < models(); ++at) {
    use(at, place_of(first_[at]));
    for (; later != later_.end() && later->at == at; ++later) use(at, place_of(later->line));
  }
}

// One behind the other mostly: what follows is read with it.
Result<std::string_view> ModelLines::part(const Line& line, Window& window) const {
  const Piece& piece = pieces_[line.piece];
  if (piece.page == nullptr) return piece.text.substr(line.offset, line.size);
  if (!piece.page->part) return std::string_view(piece.page->lines).substr(line.offset, line.size);
  const bool is_there = window.piece == line.piece && line.offset >= window.begin &&
                        line.offset - window.begin <= window.text.size() &&
                        line.size <= window.text.size() - (line.offset - window.begin);
  if (!is_there) {
    const std::size_t some = std::min(kWindow, piece.size - line.offset);
    auto read = piece.page->part(line.offset, std::max<std::size_t>(line.size, some));
    if (!read) return std::move(read).error();
    window = {line.piece, line.offset, *std::move(read)};
  }
  return std::string_view(window.text).substr(line.offset - window.begin, line.size);
}

// Of a line of the snapshot.
std::size_t ModelLines::number_of(const Line& line) const {
  const Piece& piece = pieces_[line.piece];
  const std::string_view before = piece.text.substr(0, line.offset);
  return piece.line_number + 1 +
         static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

Result<Done> ModelLines::apply(const Line& line, std::string_view text, HubRecordReader& reader,
                               HubRecord& record) const {
  auto read = reader.read(text);
  const Piece& here = pieces_[line.piece];
  if (here.page == nullptr) {
    if (!read) return in_snapshot(number_of(line), read.error().what);
    record = *std::move(read);
    return Done{};
  }
  if (!read) return Done{};  // it was counted and named when it was fetched
  const HubKeys keys = here.told ? here.keys : HubKeys(record_keys(text));
  overlay(record, *std::move(read), keys);
  record.unlisted = here.page->left;
  record.sources.push_back({"hub", here.page->as_of, keys});
  return Done{};
}

Result<Done> ModelLines::read(std::size_t piece, HubRecordReader& reader,
                              const std::function<void(Position, const HubRecord&)>& use) const {
  const Piece& here = pieces_[piece];
  const std::size_t end = piece + 1 < pieces_.size() ? pieces_[piece + 1].first : models();
  if (here.first == end) return Done{};
  std::string loaded;
  if (here.page != nullptr) {
    auto lines = whole(*here.page);
    if (!lines) return std::move(lines).error();
    loaded = *std::move(lines);
  }
  const std::string_view text = here.page == nullptr ? here.text : std::string_view(loaded);
  Window window;
  auto later = std::lower_bound(later_.begin(), later_.end(), here.first,
                                [](const Later& a, Position wanted) { return a.at < wanted; });
  for (Position at = here.first; at < end; ++at) {
    HubRecord record;
    record.id = ids_[at];
    const Line& line = first_[at];
    Result<Done> applied = apply(line, text.substr(line.offset, line.size), reader, record);
    for (; applied && later != later_.end() && later->at == at; ++later) {
      const auto newer = part(later->line, window);
      if (!newer) return newer.error();
      applied = apply(later->line, *newer, reader, record);
    }
    if (!applied) return applied;
    record.id = ids_[at];  // also where a line names two
    use(at, record);
  }
  return Done{};
}

}  // namespace oms
