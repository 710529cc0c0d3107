// An image goes on its way while what comes next is made.
#pragma once

#include <condition_variable>
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

 private:
  void hand_on();
  void work();
  void finish();

  ImageOutput& to_;
  std::string next_ = {};
  std::mutex mutex_ = {};
  std::condition_variable changed_ = {};
  std::deque<std::string> waiting_ = {};
  std::vector<std::string> used_ = {};  // empty ones, whose memory is taken again
  bool ended_ = false;
  std::thread thread_ = {};
};

}  // namespace oms
