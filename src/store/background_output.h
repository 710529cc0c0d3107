// An image is summed up and goes on its way while what comes next is made.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "oms/store/image.h"

namespace oms {

// Hands everything on to `to`, from a thread of its own and in order; a few megabytes wait. All of
// it has arrived once the header has, or this is gone.
class BackgroundOutput : public ImageOutput {
 public:
  explicit BackgroundOutput(ImageOutput& to);  // which must outlive it
  ~BackgroundOutput() override;
  BackgroundOutput(const BackgroundOutput&) = delete;
  BackgroundOutput& operator=(const BackgroundOutput&) = delete;

  void append(std::string_view bytes) override;
  void put_header(std::string_view bytes) override;
  bool sums_blocks() const override { return true; }
  std::vector<std::uint64_t> block_checksums() override;

 private:
  enum class Part { header, blocks, rest };
  struct Piece {
    std::string bytes = {};
    bool is_blocks = false;
  };
  void hand_on();
  void work();
  void sum(std::string_view blocks);
  void finish();

  ImageOutput& to_;
  std::string next_ = {};
  Part part_ = Part::header;  // what next_ is of
  std::mutex mutex_ = {};
  std::condition_variable changed_ = {};
  std::deque<Piece> waiting_ = {};
  std::vector<std::string> used_ = {};  // empty ones, whose memory is taken again
  bool at_work_ = false;                // on a piece that no longer waits
  bool ended_ = false;
  std::vector<std::uint64_t> checksums_ = {};
  std::thread thread_ = {};
};

}  // namespace oms
