#include "hub/http.h"

#include <algorithm>
#include <charconv>

#include "hub/json_writer.h"

namespace oms::loopback {
namespace {

constexpr std::size_t kLargestHead = 64 * 1024;
constexpr std::size_t kLargestBody = 16 * 1024 * 1024;  // control requests carry fault bodies

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool parse_head(std::string_view head, Request& request) {
  const std::size_t line_end = head.find("\r\n");
  const std::string_view line = head.substr(0, line_end);
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return false;
  if (line.substr(last + 1).substr(0, 7) != "HTTP/1.") return false;
  request.method = std::string(line.substr(0, first));
  request.target = std::string(line.substr(first + 1, last - first - 1));
  const std::size_t question = request.target.find('?');
  request.path = percent_decode(std::string_view(request.target).substr(0, question));
  if (question != std::string::npos) request.query = request.target.substr(question + 1);

  std::string_view rest =
      line_end == std::string_view::npos ? std::string_view{} : head.substr(line_end + 2);
  while (!rest.empty()) {
    const std::size_t end = rest.find("\r\n");
    const std::string_view field = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 2);
    const std::size_t colon = field.find(':');
    if (colon == std::string_view::npos) return false;
    request.headers.emplace_back(lower(field.substr(0, colon)),
                                 std::string(trim(field.substr(colon + 1))));
  }
  return true;
}

std::string_view reason(int status) {
  constexpr std::pair<int, std::string_view> reasons[] = {{200, "OK"},
                                                          {304, "Not Modified"},
                                                          {307, "Temporary Redirect"},
                                                          {400, "Bad Request"},
                                                          {401, "Unauthorized"},
                                                          {403, "Forbidden"},
                                                          {404, "Not Found"},
                                                          {405, "Method Not Allowed"},
                                                          {408, "Request Timeout"},
                                                          {429, "Too Many Requests"},
                                                          {500, "Internal Server Error"},
                                                          {502, "Bad Gateway"},
                                                          {503, "Service Unavailable"},
                                                          {504, "Gateway Timeout"}};
  for (const auto& [code, text] : reasons) {
    if (code == status) return text;
  }
  return "Unnamed";
}

std::string chunks(std::string_view body) {
  std::string result;
  constexpr std::size_t chunk_size = 16 * 1024;
  for (std::size_t i = 0; i < body.size(); i += chunk_size) {
    const std::string_view part = body.substr(i, chunk_size);
    char length[20] = {};
    const auto end = std::to_chars(length, length + sizeof length, part.size(), 16).ptr;
    result.append(length, end).append("\r\n").append(part).append("\r\n");
  }
  return result;
}

}  // namespace

const std::string* Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return &value;
  }
  return nullptr;
}

void Answer::set(std::string_view name, std::string value) {
  drop(name);
  headers.emplace_back(std::string(name), std::move(value));
}

void Answer::drop(std::string_view name) {
  headers.erase(std::remove_if(headers.begin(), headers.end(),
                               [&](const auto& pair) { return lower(pair.first) == lower(name); }),
                headers.end());
}

const std::string* Answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (lower(key) == lower(name)) return &value;
  }
  return nullptr;
}

ParseState take_request(std::string& buffer, Request& request) {
  const std::size_t head_size = buffer.find("\r\n\r\n");
  if (head_size == std::string::npos) {
    return buffer.size() > kLargestHead ? ParseState::invalid : ParseState::incomplete;
  }
  request = Request{};
  if (!parse_head(std::string_view(buffer).substr(0, head_size), request)) {
    return ParseState::invalid;
  }
  std::size_t body_size = 0;
  if (const std::string* length = request.header("content-length")) {
    const auto [end, code] =
        std::from_chars(length->data(), length->data() + length->size(), body_size);
    if (code != std::errc{} || body_size > kLargestBody) return ParseState::invalid;
  }
  const std::size_t body_start = head_size + 4;
  if (buffer.size() - body_start < body_size) return ParseState::incomplete;
  request.body = buffer.substr(body_start, body_size);
  buffer.erase(0, body_start + body_size);
  return ParseState::complete;
}

std::string write_answer(const Answer& answer, bool head_only, const Framing& framing) {
  std::string result = "HTTP/1.1 " + std::to_string(answer.status) + ' ' +
                       std::string(reason(answer.status)) + "\r\n";
  for (const auto& [name, value] : answer.headers) result += name + ": " + value + "\r\n";
  const bool chunked = framing.form == Framing::Form::chunked_without_end;
  if (chunked) {
    result += "Transfer-Encoding: chunked\r\n";
  } else if (answer.status != 304) {
    const long long length = static_cast<long long>(answer.body.size()) + framing.length_error;
    result += "Content-Length: " + std::to_string(std::max(0LL, length)) + "\r\n";
  }
  result += "\r\n";
  if (head_only || answer.status == 304 || answer.status == 204) return result;
  return result + (chunked ? chunks(answer.body) : answer.body);
}

Answer json_answer(int status, std::string body) {
  Answer answer;
  answer.status = status;
  answer.set("Content-Type", "application/json; charset=utf-8");
  answer.body = std::move(body);
  return answer;
}

Answer error_answer(int status, std::string_view message) {
  std::string body;
  JsonWriter writer(body);
  writer.open_object();
  writer.key("error").string(message);
  writer.close_object();
  Answer answer = json_answer(status, std::move(body));
  answer.set("X-Error-Message", std::string(message));
  return answer;
}

}  // namespace oms::loopback
