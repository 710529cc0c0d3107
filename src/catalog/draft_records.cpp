#include "catalog/draft_records.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace oms {
namespace {

// Each thread makes the records of a whole piece, then waits until it is the piece's turn.
class Line {
 public:
  Line(const ModelLines& lines, const std::function<Record(const HubRecord&)>& make,
       const std::function<void(const DraftedRecord&)>& take)
      : lines_(lines), make_(make), take_(take) {}

  void work() {
    HubRecordReader reader;
    for (std::size_t piece = next_++; piece < lines_.pieces(); piece = next_++) {
      bool ours = false;
      std::vector<DraftedRecord> made;
      const auto hand_on = [&] {
        if (!ours) wait_for(piece);
        ours = true;
        std::for_each(made.begin(), made.end(), take_);
        made.clear();
      };
      const auto read = lines_.read(piece, reader, [&](Position, const HubRecord& hub) {
        made.push_back({make_(hub), hub.hub_id, hub.sha});
        if (made.size() == kMost) hand_on();
      });
      hand_on();
      end_turn(read);
    }
  }
  Result<Done> outcome() const {
    if (error_) return *error_;
    return Done{};
  }

 private:
  static constexpr std::size_t kMost = 2000;  // records in the memory of a thread

  void wait_for(std::size_t piece) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == piece; });
  }
  void end_turn(const Result<Done>& read) {
    const std::lock_guard lock(mutex_);
    if (!read && !error_) {
      error_ = read.error();
      next_ = lines_.pieces();
    }
    ++turn_;
    changed_.notify_all();
  }

  const ModelLines& lines_;
  const std::function<Record(const HubRecord&)>& make_;
  const std::function<void(const DraftedRecord&)>& take_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_ = {};
  std::condition_variable changed_ = {};
  std::size_t turn_ = 0;  // whose records are to be handed on
  std::optional<Error> error_ = {};
};

}  // namespace

Result<Done> draft_records(const ModelLines& lines,
                           const std::function<Record(const HubRecord&)>& make,
                           const std::function<void(const DraftedRecord&)>& take) {
  Line line(lines, make, take);
  const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < threads; ++i)
    others.push_back(std::async(std::launch::async, [&] { line.work(); }));
  line.work();
  for (std::future<void>& other : others) other.get();
  return line.outcome();
}

}  // namespace oms
