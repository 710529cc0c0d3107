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
  Line(const ModelLines& lines, const std::function<MakeRecord()>& maker,
       const std::function<void(const DraftedRecord&)>& take)
      : lines_(lines), maker_(maker), take_(take) {}

  void work() {
    try {
      Worker worker;
      worker.make = maker_();
      for (std::size_t piece = next_++; piece < lines_.pieces(); piece = next_++) {
        if (!work_on(piece, worker)) return;
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

  // What one thread has for itself.
  struct Worker {
    HubRecordReader reader = {};
    MakeRecord make = {};
    std::vector<DraftedRecord> made = {};  // used again and again: they keep their memory
    std::size_t count = 0;                 // of them
  };

  // False when it or another thread gave up.
  bool work_on(std::size_t piece, Worker& worker) {
    bool ours = false;
    const auto hand_on = [&] {
      ours = ours || wait_for(piece);
      if (ours) std::for_each_n(worker.made.begin(), worker.count, take_);
      worker.count = 0;
    };
    const auto read = lines_.read(piece, worker.reader, [&](Position, const HubRecord& hub) {
      if (worker.count == worker.made.size()) worker.made.emplace_back();
      DraftedRecord& made = worker.made[worker.count++];
      worker.make(hub, made);
      made.hub_id = hub.hub_id;
      made.sha = hub.sha;
      if (worker.count == kMost) hand_on();
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
  const std::function<MakeRecord()>& maker_;
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

Result<Done> draft_records(const ModelLines& lines, const std::function<MakeRecord()>& maker,
                           const std::function<void(const DraftedRecord&)>& take) {
  Line line(lines, maker, take);
  const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < threads; ++i)
    others.push_back(std::async(std::launch::async, [&] { line.work(); }));
  line.work();
  for (std::future<void>& other : others) other.get();
  return line.outcome();
}

}  // namespace oms
