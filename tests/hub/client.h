// A client on a plain socket that reports what happened on the wire and forgives nothing, so that
// the tests see what each fault really sends.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/encode.h"

namespace oms::loopback {

enum class End {
  complete,  // as many bytes as announced
  cut,       // the connection ended before that
  reset,     // RST
  refused,   // nobody listens
  no_http,   // no status line
};

struct Got {
  End end = End::refused;
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers = {};  // names in lower case
  std::string body = {};                                          // as sent; see text()

  std::string header(std::string_view name) const;  // empty: not sent
  std::string text() const;                         // unzipped; "bad gzip" when it is damaged
};

class Client {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  explicit Client(int port) : port_(port) {}
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { disconnect(); }

  // Over the open connection if there is one. After anything but End::complete it is closed.
  Got get(const std::string& target, const Headers& headers = {});
  Got post(const std::string& target, const std::string& body);
  void disconnect();

 private:
  Got send(const std::string& message);
  bool connect();

  int port_ = 0;
  int descriptor_ = -1;
};

}  // namespace oms::loopback
