// Answers by script: what a url gives next. An unlisted url, or a url asked too often, fails the
// test. Requests are recorded.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/env/http.h"
#include "support/catch.h"

namespace oms {

class FakeHttp : public Http {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  // Adds an answer to the queue of `url`; header names in lower case.
  FakeHttp& answer(const std::string& url, int status, std::string body = "",
                   Headers headers = {}) {
    answers_[url].push_back(HttpResponse{status, std::move(headers), std::move(body)});
    return *this;
  }
  // The request gets no complete answer.
  FakeHttp& fail(const std::string& url, const std::string& reason, std::string hint = "") {
    answers_[url].push_back(
        Error{Errc::network, "cannot get '" + url + "': " + reason, std::move(hint)});
    return *this;
  }

  Result<HttpResponse> get(const HttpRequest& request) override {
    requests.push_back(request);
    auto& queue = answers_[request.url];
    if (queue.empty()) FAIL("unexpected request of " << request.url);
    Result<HttpResponse> next = std::move(queue.front());
    queue.pop_front();
    return next;
  }

  // Value of a header of request number `index`; "" when it was not sent.
  std::string sent(std::size_t index, std::string_view name) const {
    for (const auto& [key, value] : requests.at(index).headers) {
      if (key == name) return value;
    }
    return {};
  }
  std::vector<std::string> urls() const {
    std::vector<std::string> urls;
    for (const HttpRequest& request : requests) urls.push_back(request.url);
    return urls;
  }

  std::vector<HttpRequest> requests = {};

 private:
  std::map<std::string, std::deque<Result<HttpResponse>>> answers_ = {};
};

}  // namespace oms
