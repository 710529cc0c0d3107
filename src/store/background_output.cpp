#include "store/background_output.h"

#include <algorithm>
#include <utility>

#include "store/checksum.h"
#include "store/layout.h"

namespace oms {
namespace {

constexpr std::size_t kAtOnce = 64 * kImageBlock;  // bytes that are handed on together
constexpr std::size_t kMostWaiting = 8;            // of such pieces

}  // namespace

BackgroundOutput::BackgroundOutput(ImageOutput& to) : to_(to) {
  next_.reserve(kAtOnce);
  thread_ = std::thread([this] { work(); });
}

BackgroundOutput::~BackgroundOutput() { finish(); }

// The header is a piece of its own, so that all others begin with a block.
void BackgroundOutput::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t full = part_ == Part::header ? layout::kDataStart : kAtOnce;
    const std::size_t some = std::min(bytes.size(), full - next_.size());
    next_ += bytes.substr(0, some);
    bytes.remove_prefix(some);
    if (next_.size() < full) continue;
    hand_on();
    if (part_ == Part::header) part_ = Part::blocks;
  }
}

void BackgroundOutput::put_header(std::string_view bytes) {
  finish();
  to_.put_header(bytes);
}

std::vector<std::uint64_t> BackgroundOutput::block_checksums() {
  hand_on();
  part_ = Part::rest;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !at_work_; });
  return std::move(checksums_);
}

void BackgroundOutput::hand_on() {
  if (next_.empty()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
  waiting_.push_back({std::move(next_), part_ == Part::blocks});
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
    Piece piece = std::move(waiting_.front());
    waiting_.pop_front();
    at_work_ = true;
    changed_.notify_all();
    lock.unlock();
    if (piece.is_blocks) sum(piece.bytes);
    to_.append(piece.bytes);
    piece.bytes.clear();
    lock.lock();
    at_work_ = false;
    used_.push_back(std::move(piece.bytes));
    changed_.notify_all();
  }
}

void BackgroundOutput::sum(std::string_view blocks) {
  for (; !blocks.empty(); blocks.remove_prefix(std::min(kImageBlock, blocks.size())))
    checksums_.push_back(checksum(blocks.substr(0, kImageBlock)));
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
