// HTTP/1.1 messages as values: what came in, what is answered, and the bytes that go out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/encode.h"

namespace oms::loopback {

struct Request {
  std::string method = {};
  std::string target = {};  // as received
  std::string path = {};    // percent-decoded, without the query
  std::string query = {};   // as received, without the question mark
  std::vector<std::pair<std::string, std::string>> headers = {};  // names in lower case
  std::string body = {};
  int connection = 0;  // counts accepted connections from 1

  const std::string* header(std::string_view name) const;  // null: not sent
};

struct Answer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};

  void set(std::string_view name, std::string value);  // replaces an equal name
  void drop(std::string_view name);
  const std::string* header(std::string_view name) const;
};

// How the body's end is announced to the client.
struct Framing {
  enum class Form { length, chunked_without_end };
  Form form = Form::length;
  long long length_error = 0;  // added to the true Content-Length
};

// How bytes leave: a first part, a pause, the rest, and what becomes of the connection.
struct Delivery {
  enum class Ending { keep_alive, close, reset };
  std::string bytes = {};
  std::size_t first_part = std::string::npos;  // bytes sent before the pause
  int pause_ms = 0;
  bool send_rest = true;
  Ending ending = Ending::keep_alive;
  int refuse_ms = 0;  // the listener is closed for so long afterwards
};

// Reads one request from the front of `buffer` and removes it; nothing when more bytes are needed.
enum class ParseState { complete, incomplete, invalid };
ParseState take_request(std::string& buffer, Request& request);

// The status line, the headers and the body (without the body for HEAD, 204 and 304).
std::string write_answer(const Answer& answer, bool head_only, const Framing& framing);

Answer json_answer(int status, std::string body);
Answer error_answer(int status, std::string_view message);  // {"error": message}

}  // namespace oms::loopback
