#include "store/background_output.h"

#include <utility>

namespace oms {
namespace {

constexpr std::size_t kAtOnce = std::size_t{1} << 20;  // bytes that are handed on together
constexpr std::size_t kMostWaiting = 8;                // of such pieces

}  // namespace

BackgroundOutput::BackgroundOutput(ImageOutput& to) : to_(to) {
  next_.reserve(kAtOnce);
  thread_ = std::thread([this] { work(); });
}

BackgroundOutput::~BackgroundOutput() { finish(); }

void BackgroundOutput::append(std::string_view bytes) {
  if (next_.size() + bytes.size() > kAtOnce) hand_on();
  next_ += bytes;
}

void BackgroundOutput::put_header(std::string_view bytes) {
  finish();
  to_.put_header(bytes);
}

void BackgroundOutput::hand_on() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
  waiting_.push_back(std::move(next_));
  changed_.notify_all();
  next_ = {};
  if (!used_.empty()) {
    next_ = std::move(used_.back());
    used_.pop_back();
  }
  lock.unlock();
  next_.reserve(kAtOnce);
}

void BackgroundOutput::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::string piece = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    lock.unlock();
    to_.append(piece);
    piece.clear();
    lock.lock();
    used_.push_back(std::move(piece));
  }
}

void BackgroundOutput::finish() {
  if (!thread_.joinable()) return;
  hand_on();
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

}  // namespace oms
