// A small HTTP/1.1 server on 127.0.0.1.
//
// It is written on plain sockets, and serves the well-behaved answers too, because every fault
// then is only another sequence of bytes: a ready-made server library neither resets a connection
// nor lies about a length, and two servers would need two of everything.
// One thread a connection, at most kMostConnections; later ones wait in the listener's queue.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

#include "hub/http.h"
#include "oms/base/result.h"

namespace oms::loopback {

class Server {
 public:
  using Handler = std::function<Delivery(const Request&)>;
  static constexpr std::size_t kMostConnections = 64;

  Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() { stop(); }

  // Listens on `port` (0: any free one) and returns the port. The handler is called from several
  // threads at once.
  Result<int> start(Handler handler, int port);
  void stop();  // ends every connection, pauses included, and joins every thread

  // Closes the listener and all connections for a while; connecting fails meanwhile.
  void refuse_for(std::chrono::milliseconds span);

 private:
  struct Connection {
    int descriptor = -1;
    int number = 0;
    std::thread thread = {};
    bool done = false;
  };

  Result<int> listen_on(int port);
  void accept_loop();
  void accept_one();
  void serve(Connection& connection);
  bool serve_one(Connection& connection, std::string& buffer);
  bool deliver(int descriptor, const Delivery& delivery);
  bool pause(std::chrono::milliseconds span);
  void join_finished(bool all);
  void shut_connections();
  void wake();

  Handler handler_ = {};
  int port_ = 0;
  int listener_ = -1;  // touched by the accepting thread only, once it runs
  int wake_pipe_[2] = {-1, -1};
  std::thread acceptor_ = {};

  std::mutex mutex_ = {};
  std::condition_variable stopped_ = {};
  bool stopping_ = false;
  std::chrono::steady_clock::time_point refuse_until_ = {};
  std::list<Connection> connections_ = {};
  int accepted_ = 0;
};

}  // namespace oms::loopback
