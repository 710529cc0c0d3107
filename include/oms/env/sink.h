// Where bytes go. The program's stdout and stderr are sinks; tests collect into a string.
#pragma once

#include <string>
#include <string_view>

namespace oms {

class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(std::string_view bytes) = 0;
};

class StringSink : public Sink {
 public:
  void write(std::string_view bytes) override { text.append(bytes); }
  std::string text = {};
};

}  // namespace oms
