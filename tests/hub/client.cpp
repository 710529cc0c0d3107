#include "hub/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstdlib>

namespace oms::loopback {
namespace {

bool parse_head(std::string_view head, Got& got) {
  if (head.substr(0, 9) != "HTTP/1.1 ") return false;
  got.status = std::atoi(std::string(head.substr(9, 3)).c_str());
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos;) {
    const std::size_t next = head.find("\r\n", at + 2);
    const std::string_view line =
        head.substr(at + 2, next == std::string_view::npos ? next : next - at - 2);
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) {
      got.headers.emplace_back(lower(line.substr(0, colon)), std::string(line.substr(colon + 2)));
    }
    at = next;
  }
  return true;
}

// Takes the chunks apart; false when the last one is missing.
bool join_chunks(std::string& body) {
  std::string joined;
  std::string_view rest = body;
  for (;;) {
    const std::size_t line = rest.find("\r\n");
    if (line == std::string_view::npos) break;
    const auto size = static_cast<std::size_t>(
        std::strtoul(std::string(rest.substr(0, line)).c_str(), nullptr, 16));
    if (size == 0) {
      body = joined;
      return true;
    }
    joined += rest.substr(line + 2, size);
    if (rest.size() < line + 2 + size + 2) break;
    rest.remove_prefix(line + 2 + size + 2);
  }
  body = joined;
  return false;
}

}  // namespace

std::string Got::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

std::string Got::text() const {
  if (header("content-encoding") != "gzip") return body;
  z_stream stream{};
  if (inflateInit2(&stream, 16 + 15) != Z_OK) return "bad gzip";
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string result;
  int state = Z_OK;
  while (state == Z_OK) {
    char block[64 * 1024];
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof block;
    state = inflate(&stream, Z_NO_FLUSH);
    result.append(block, sizeof block - stream.avail_out);
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? result : "bad gzip";
}

void Client::disconnect() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

bool Client::connect() {
  if (descriptor_ >= 0) return true;
  descriptor_ = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval limit{30, 0};
  ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    return true;
  }
  disconnect();
  return false;
}

Got Client::get(const std::string& target, const Headers& headers) {
  std::string message = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  for (const auto& [name, value] : headers) message += name + ": " + value + "\r\n";
  return send(message + "\r\n");
}

Got Client::post(const std::string& target, const std::string& body) {
  return send("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " +
              std::to_string(body.size()) + "\r\n\r\n" + body);
}

Got Client::send(const std::string& message) {
  Got got;
  if (!connect()) return got;
  ::send(descriptor_, message.data(), message.size(), MSG_NOSIGNAL);
  std::string buffer;
  std::size_t body_start = std::string::npos;
  std::size_t length = std::string::npos;
  got.end = End::no_http;
  while (body_start == std::string::npos || buffer.size() - body_start < length) {
    char block[64 * 1024];
    const ssize_t count = ::recv(descriptor_, block, sizeof block, 0);
    if (count <= 0) {
      got.end = count < 0 && errno == ECONNRESET     ? End::reset
                : got.status == 0 && !buffer.empty() ? End::no_http
                                                     : End::cut;
      break;
    }
    buffer.append(block, static_cast<std::size_t>(count));
    if (body_start != std::string::npos) continue;
    const std::size_t head = buffer.find("\r\n\r\n");
    if (head == std::string::npos) continue;
    if (!parse_head(std::string_view(buffer).substr(0, head), got)) break;
    got.end = End::complete;
    body_start = head + 4;
    const std::string announced = got.header("content-length");
    if (!announced.empty()) length = static_cast<std::size_t>(std::atoll(announced.c_str()));
    if (got.status == 304) length = 0;
  }
  if (body_start != std::string::npos) got.body = buffer.substr(body_start, length);
  if (got.header("transfer-encoding") == "chunked" && join_chunks(got.body)) {
    got.end = End::complete;
  }
  if (got.end != End::complete) disconnect();
  return got;
}

}  // namespace oms::loopback
