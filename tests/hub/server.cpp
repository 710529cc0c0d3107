#include "hub/server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace oms::loopback {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr int kIdleLimitMs = 60'000;  // a silent keep-alive connection ends by itself
constexpr int kSendLimitMs = 60'000;  // and so does one that no longer reads

bool send_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// Appends what arrives; false at the end of the connection.
bool receive_some(int descriptor, std::string& buffer) {
  pollfd entry{descriptor, POLLIN, 0};
  if (::poll(&entry, 1, kIdleLimitMs) <= 0) return false;
  char block[16 * 1024];
  const ssize_t count = ::recv(descriptor, block, sizeof block, 0);
  if (count <= 0) return false;
  buffer.append(block, static_cast<std::size_t>(count));
  return true;
}

void prepare_connection(int descriptor) {
  const int yes = 1;
  const timeval limit{kSendLimitMs / 1000, 0};
  ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

// Closing with a zero linger time sends RST in place of FIN.
void make_close_reset(int descriptor) {
  const linger now{1, 0};
  ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

bool wants_close(const Request& request) {
  const std::string* connection = request.header("connection");
  return connection != nullptr && lower(*connection) == "close";
}

}  // namespace

Result<int> Server::start(Handler handler, int port) {
  handler_ = std::move(handler);
  const Result<int> bound = listen_on(port);
  if (!bound) return bound;
  port_ = *bound;
  if (::pipe(wake_pipe_) != 0) return Error{Errc::network, "no pipe for the loopback server"};
  for (const int end : wake_pipe_) {
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  stopping_ = false;
  acceptor_ = std::thread([this] { accept_loop(); });
  return port_;
}

Result<int> Server::listen_on(int port) {
  const auto failed = [](const char* step) {
    return Error{Errc::network, std::string("loopback server: ") + step + ": " +
                                    std::strerror(errno)};  // NOLINT(concurrency-mt-unsafe)
  };
  listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
  if (listener_ < 0) return failed("socket");
  ::fcntl(listener_, F_SETFD, FD_CLOEXEC);
  const int yes = 1;
  ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  socklen_t length = sizeof address;
  if (::bind(listener_, generic, length) != 0 || ::listen(listener_, 128) != 0 ||
      ::getsockname(listener_, generic, &length) != 0) {
    const Error error = failed("cannot listen");
    ::close(listener_);
    listener_ = -1;
    return error;
  }
  return int{ntohs(address.sin_port)};
}

void Server::stop() {
  {
    const std::lock_guard lock(mutex_);
    if (!acceptor_.joinable()) return;
    stopping_ = true;
  }
  stopped_.notify_all();
  wake();
  acceptor_.join();
  shut_connections();
  join_finished(/*all=*/true);
  for (int& end : wake_pipe_) {
    ::close(end);
    end = -1;
  }
}

void Server::refuse_for(Milliseconds span) {
  {
    const std::lock_guard lock(mutex_);
    refuse_until_ = std::chrono::steady_clock::now() + span;
  }
  wake();
}

void Server::wake() { [[maybe_unused]] const auto written = ::write(wake_pipe_[1], "w", 1); }

void Server::accept_loop() {
  for (;;) {
    Milliseconds wait{-1};
    bool refuse = false;
    bool full = false;
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) break;
      const auto left = refuse_until_ - std::chrono::steady_clock::now();
      refuse = left.count() > 0;
      full = connections_.size() >= kMostConnections;
      if (refuse) wait = std::chrono::duration_cast<Milliseconds>(left) + Milliseconds{1};
      if (full) wait = Milliseconds{10};
    }
    if (refuse && listener_ >= 0) {
      ::close(listener_);
      listener_ = -1;
      shut_connections();
    }
    if (!refuse && listener_ < 0 && !listen_on(port_)) wait = Milliseconds{10};

    pollfd entries[2] = {{wake_pipe_[0], POLLIN, 0}, {full ? -1 : listener_, POLLIN, 0}};
    ::poll(entries, 2, static_cast<int>(wait.count()));
    char drained[64];
    while (::read(wake_pipe_[0], drained, sizeof drained) > 0) {
    }
    if (!refuse && (entries[1].revents & POLLIN) != 0) accept_one();
    join_finished(/*all=*/false);
  }
  if (listener_ >= 0) ::close(listener_);
  listener_ = -1;
}

void Server::accept_one() {
  const int descriptor = ::accept(listener_, nullptr, nullptr);
  if (descriptor < 0) return;
  prepare_connection(descriptor);
  const std::lock_guard lock(mutex_);
  Connection& connection = connections_.emplace_back();
  connection.descriptor = descriptor;
  connection.number = ++accepted_;
  connection.thread = std::thread([this, &connection] { serve(connection); });
}

void Server::serve(Connection& connection) {
  std::string buffer;
  while (serve_one(connection, buffer)) {
  }
  {
    // Under the lock, so that nobody shuts down a descriptor that has found a new owner.
    const std::lock_guard lock(mutex_);
    ::close(connection.descriptor);
    connection.descriptor = -1;
    connection.done = true;
  }
  wake();
}

bool Server::serve_one(Connection& connection, std::string& buffer) {
  Request request;
  ParseState state = take_request(buffer, request);
  while (state == ParseState::incomplete) {
    if (!receive_some(connection.descriptor, buffer)) return false;
    state = take_request(buffer, request);
  }
  if (state == ParseState::invalid) {
    send_all(connection.descriptor, write_answer(error_answer(400, "Bad Request"), false, {}));
    return false;
  }
  request.connection = connection.number;
  const Delivery delivery = handler_(request);
  const bool goes_on = deliver(connection.descriptor, delivery);
  if (delivery.refuse_ms > 0) refuse_for(Milliseconds{delivery.refuse_ms});
  return goes_on && !wants_close(request);
}

bool Server::deliver(int descriptor, const Delivery& delivery) {
  const std::string_view bytes = delivery.bytes;
  const std::size_t cut = std::min(delivery.first_part, bytes.size());
  bool fine = send_all(descriptor, bytes.substr(0, cut));
  if (fine && delivery.pause_ms > 0) fine = pause(Milliseconds{delivery.pause_ms});
  if (fine && delivery.send_rest) fine = send_all(descriptor, bytes.substr(cut));
  if (delivery.ending == Delivery::Ending::reset) make_close_reset(descriptor);
  return fine && delivery.ending == Delivery::Ending::keep_alive;
}

bool Server::pause(Milliseconds span) {
  std::unique_lock lock(mutex_);
  return !stopped_.wait_for(lock, span, [this] { return stopping_; });
}

void Server::join_finished(bool all) {
  std::list<Connection> finished;
  {
    const std::lock_guard lock(mutex_);
    for (auto entry = connections_.begin(); entry != connections_.end();) {
      const auto next = std::next(entry);
      if (all || entry->done) finished.splice(finished.end(), connections_, entry);
      entry = next;
    }
  }
  for (Connection& connection : finished) connection.thread.join();
}

void Server::shut_connections() {
  const std::lock_guard lock(mutex_);
  for (const Connection& connection : connections_) {
    if (connection.descriptor >= 0) ::shutdown(connection.descriptor, SHUT_RDWR);
  }
}

}  // namespace oms::loopback
