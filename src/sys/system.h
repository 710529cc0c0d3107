// The real world: output streams, clock, environment, terminal, files. Only main.cpp uses it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/env/clock.h"
#include "oms/env/sink.h"
#include "oms/env/terminal.h"

namespace oms {

// Buffers and writes to a file descriptor. A closed pipe ends output quietly.
class DescriptorSink : public Sink {
 public:
  // With `results`: of notes and progress, which are written at once, but not before the results
  // that came first.
  explicit DescriptorSink(int descriptor, DescriptorSink* results = nullptr)
      : descriptor_(descriptor), results_(results) {}
  void write(std::string_view bytes) override;
  // 0, or the errno of the first write that failed for another reason than a closed pipe.
  int flush();

 private:
  int descriptor_;
  DescriptorSink* results_;
  std::string buffer_ = {};
  bool closed_ = false;
  int error_ = 0;
};

// The time, or the one that OMS_NOW names (2026-09-01T12:00:00Z), which then stands still.
class SystemClock : public Clock {
 public:
  std::int64_t now_ms() const override;
  bool sleep_ms(std::int64_t ms) override;
};

// From here on Ctrl-C only sets a mark, so that work can be saved; the second one ends the program.
void catch_interrupts();
bool interrupted();

std::optional<std::string> environment_variable(std::string_view name);
// A file of settings, at most 64 KiB; nullopt when it cannot be read or is larger.
std::optional<std::string> read_small_file(const std::string& path);
// A file or pipe of at most 64 MiB, - for stdin. Errc::data with the reason alone.
Result<std::string> read_input(const std::string& path);
Terminal terminal_of(int descriptor);
// Writes beside `path` and renames: the file is replaced whole or not at all.
Result<Done> replace_file(const std::string& path, std::string_view bytes);
void ignore_closed_pipes();
// From here on freed memory stays with the process, and comes in large pages where the system has
// them. Costs address space, not memory; without it everything works, but slower.
void keep_freed_memory();

}  // namespace oms
