#include "oms/store/digest_pairs.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "store/digest.h"
#include "store/file_names.h"

namespace oms {
namespace {

// Lines of one side by id, until the other side has the same id.
using Waiting = std::unordered_map<std::string_view, std::string_view>;

// Both digests are read side by side. Where they name different models, the lines wait; a model
// that one of them has more is met again one line later, so that few lines wait at any time as long
// as the two have their models in much the same order.
class Comparison {
 public:
  Comparison(DigestReader& before, DigestReader& after, const UseDigestPair& use)
      : before_{before}, after_{after}, use_(use) {}

  Result<Done> run() {
    before_.advance();
    after_.advance();
    while (before_.there || after_.there) step();
    pair_by_hub_id();
    if (!sound_) return Error{Errc::data, "a digest has a line that is none", ""};
    return Done{};
  }

 private:
  struct Side {
    DigestReader& reader;
    std::string_view id = {};
    std::string_view line = {};
    bool there = false;
    Waiting waiting = {};

    void advance() { there = reader.next(id, line); }
    void wait() {
      waiting.emplace(id, line);
      advance();
    }
  };

  void step() {
    if (before_.there && after_.there && before_.id == after_.id) {
      compare(before_.line, after_.line);
      before_.advance();
      after_.advance();
      return;
    }
    const bool met = meet(before_, after_);
    if (meet(after_, before_) || met) return;
    if (before_.there) before_.wait();
    if (after_.there) after_.wait();
  }

  // Whether the other side has had the model that this one is at.
  bool meet(Side& side, Side& other) {
    if (!side.there) return false;
    const auto found = other.waiting.find(side.id);
    if (found == other.waiting.end()) return false;
    compare(&side == &before_ ? side.line : found->second,
            &side == &before_ ? found->second : side.line);
    other.waiting.erase(found);
    side.advance();
    return true;
  }

  DigestLine parsed(std::string_view text) {
    DigestLine line;
    sound_ = read_digest_line(text, line) && sound_;
    return line;
  }

  void compare(std::string_view before, std::string_view after) {
    if (before == after) return;
    const DigestLine old = parsed(before);
    DigestLine now = parsed(after);
    use_(&old, &now);
    const bool other = !old.hub_id.empty() && !now.hub_id.empty() && old.hub_id != now.hub_id;
    if (other) replacing_.push_back(std::move(now));
  }

  // What is left has no line of the same id.
  void pair_by_hub_id() {
    std::unordered_map<std::string, DigestLine> gone;  // by _id
    for (const auto& [id, text] : before_.waiting) {
      DigestLine line = parsed(text);
      const bool again = line.hub_id.empty() || gone.contains(line.hub_id);
      if (again) {
        use_(&line, nullptr);
      } else {
        gone.emplace(line.hub_id, std::move(line));
      }
    }
    const auto find = [&](const DigestLine& line) {
      return line.hub_id.empty() ? gone.end() : gone.find(line.hub_id);
    };
    for (const DigestLine& line : replacing_) {
      const auto former = find(line);
      if (former == gone.end()) continue;
      use_(&former->second, &line);
      gone.erase(former);
    }
    for (const auto& [id, text] : after_.waiting) {
      const DigestLine line = parsed(text);
      const auto former = find(line);
      use_(former == gone.end() ? nullptr : &former->second, &line);
      if (former != gone.end()) gone.erase(former);
    }
    for (const auto& [hub_id, line] : gone) use_(&line, nullptr);
  }

  Side before_;
  Side after_;
  const UseDigestPair& use_;
  std::vector<DigestLine> replacing_ = {};  // under the id of another model
  bool sound_ = true;
};

}  // namespace

Result<DigestReader> DigestReader::open(const Cache& cache, std::string_view snapshot) {
  const auto unreadable = [&](std::string_view name, const std::string& why) {
    return Error{Errc::data,
                 "cannot read digest '" + digest_path(cache.directory(), name) + "': " + why,
                 "run 'oms cache verify'"};
  };
  const std::vector<std::string> chain = cache.digest_chain(snapshot);
  if (chain.empty()) return unreadable(snapshot, "it, or one that it goes on from, is missing");
  DigestReader reader;
  for (const std::string& name : chain) {
    auto file = MappedFile::open(digest_path(cache.directory(), name));
    if (!file) return unreadable(name, "it is missing or empty");
    const auto checked = check_digest(file->text());
    if (!checked) return unreadable(name, checked.error().what);
    reader.files_.push_back(*std::move(file));
  }
  reader.rest_ = digest_body(reader.files_.front().text());
  return reader;
}

std::string_view DigestReader::id_of(std::string_view line) {
  const std::string_view id = digest_line_id(line);
  if (!id.empty()) return id;
  return keep(quoted_digest_line_id(line));
}

bool DigestReader::next(std::string_view& id, std::string_view& line) {
  for (;;) {
    if (rest_.empty()) {
      if (file_ + 1 >= files_.size()) return false;
      rest_ = digest_body(files_[++file_].text());
      continue;
    }
    const std::size_t end = std::min(rest_.find('\n'), rest_.size() - 1);
    line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    id = id_of(line);
    const bool is_last = file_ + 1 == files_.size();
    const bool is_new = is_last ? told_.empty() || !told_.contains(id) : told_.insert(id).second;
    if (is_new && !is_gone_line(line)) return true;
  }
}

Result<Done> each_difference(const Cache& cache, std::string_view before, std::string_view after,
                             const UseDigestPair& use) {
  auto old = DigestReader::open(cache, before);
  if (!old) return std::move(old).error();
  auto now = DigestReader::open(cache, after);
  if (!now) return std::move(now).error();
  return Comparison(*old, *now, use).run();
}

}  // namespace oms
