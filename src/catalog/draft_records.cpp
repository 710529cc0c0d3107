#include "catalog/draft_records.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
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
    try {
      HubRecordReader reader;
      for (std::size_t piece = next_++; piece < lines_.pieces(); piece = next_++) {
        if (!work_on(piece, reader)) return;
      }
    } catch (...) {
      give_up({}, std::current_exception());
    }
  }
  // Once all threads are done.
  Result<Done> outcome() const {
    if (thrown_) std::rethrow_exception(thrown_);
    if (error_) return *error_;
    return Done{};
  }

 private:
  static constexpr std::size_t kMost = 2000;  // records in the memory of a thread

  // False when it or another thread gave up.
  bool work_on(std::size_t piece, HubRecordReader& reader) {
    bool ours = false;
    std::vector<DraftedRecord> made;
    const auto hand_on = [&] {
      ours = ours || wait_for(piece);
      if (ours) std::for_each(made.begin(), made.end(), take_);
      made.clear();
    };
    const auto read = lines_.read(piece, reader, [&](Position, const HubRecord& hub) {
      made.push_back({make_(hub), hub.hub_id, hub.sha});
      if (made.size() == kMost) hand_on();
    });
    hand_on();
    if (!read) give_up(read.error(), nullptr);
    if (!read || !ours) return false;
    const std::lock_guard lock(mutex_);
    ++turn_;
    changed_.notify_all();
    return true;
  }
  // False when there will be no turn any more.
  bool wait_for(std::size_t piece) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == piece || gave_up_; });
    return !gave_up_;
  }
  void give_up(std::optional<Error> error, std::exception_ptr thrown) {
    const std::lock_guard lock(mutex_);
    if (!gave_up_) {
      error_ = std::move(error);
      thrown_ = std::move(thrown);
    }
    gave_up_ = true;
    next_ = lines_.pieces();
    changed_.notify_all();
  }

  const ModelLines& lines_;
  const std::function<Record(const HubRecord&)>& make_;
  const std::function<void(const DraftedRecord&)>& take_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_ = {};
  std::condition_variable changed_ = {};
  std::size_t turn_ = 0;  // whose records are to be handed on
  bool gave_up_ = false;
  std::optional<Error> error_ = {};
  std::exception_ptr thrown_ = {};
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
