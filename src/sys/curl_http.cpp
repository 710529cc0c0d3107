#include "sys/curl_http.h"

#define CURL_DISABLE_TYPECHECK  // the macros do not see through function pointers
#include <curl/curl.h>
#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cstring>

#include "oms/base/text.h"

namespace oms {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostHeaderBytes = 256 * 1024;

// The functions of libcurl that are used here.
struct Curl {
  decltype(&::curl_global_init) global_init = nullptr;
  decltype(&::curl_easy_init) easy_init = nullptr;
  decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&::curl_easy_reset) easy_reset = nullptr;
  decltype(&::curl_easy_setopt) easy_setopt = nullptr;
  decltype(&::curl_easy_perform) easy_perform = nullptr;
  decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&::curl_easy_strerror) easy_strerror = nullptr;
  decltype(&::curl_slist_append) slist_append = nullptr;
  decltype(&::curl_slist_free_all) slist_free_all = nullptr;
};

template <typename Function>
bool find_symbol(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

bool find_symbols(void* library, Curl& curl) {
  return find_symbol(library, "curl_global_init", curl.global_init) &&
         find_symbol(library, "curl_easy_init", curl.easy_init) &&
         find_symbol(library, "curl_easy_cleanup", curl.easy_cleanup) &&
         find_symbol(library, "curl_easy_reset", curl.easy_reset) &&
         find_symbol(library, "curl_easy_setopt", curl.easy_setopt) &&
         find_symbol(library, "curl_easy_perform", curl.easy_perform) &&
         find_symbol(library, "curl_easy_getinfo", curl.easy_getinfo) &&
         find_symbol(library, "curl_easy_strerror", curl.easy_strerror) &&
         find_symbol(library, "curl_slist_append", curl.slist_append) &&
         find_symbol(library, "curl_slist_free_all", curl.slist_free_all);
}

// Never unloaded: libcurl and its TLS library may have left threads and exit handlers.
Result<Curl> load_curl() {
  for (const char* name : {"libcurl.so.4", "libcurl-gnutls.so.4"}) {
    void* library = ::dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    Curl curl;
    if (library == nullptr || !find_symbols(library, curl)) continue;
    if (curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) return curl;
  }
  return Error{Errc::network, "cannot use the network: libcurl was not found",
               "install libcurl (Debian: libcurl4)"};
}

const Result<Curl>& loaded_curl() {
  static const Result<Curl> kCurl = load_curl();  // once: the initialization is a global one
  return kCurl;
}

// One request under way, as libcurl's callbacks see it.
struct Transfer {
  const HttpRequest& request;
  const std::function<bool()>& stopped;
  HttpResponse response = {};
  std::size_t header_bytes = 0;
  curl_off_t received = 0;
  SteadyClock::time_point last_byte = SteadyClock::now();
  bool too_long = false;
  bool stalled = false;
  bool interrupted = false;
};

void add_header_line(HttpResponse& response, std::string_view line) {
  // Each status line begins a new answer: what came before was an interim one (1xx).
  if (line.starts_with("HTTP/")) {
    response.headers.clear();
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  response.headers.emplace_back(fold(trim(line.substr(0, colon))),
                                std::string(trim(line.substr(colon + 1))));
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* user) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  transfer.last_byte = SteadyClock::now();
  transfer.header_bytes += bytes;
  transfer.too_long = transfer.too_long || transfer.header_bytes > kMostHeaderBytes;
  if (transfer.too_long) return 0;
  add_header_line(transfer.response, {data, bytes});
  return bytes;
}

// Counts decompressed bytes: a small answer may unfold to a huge one.
std::size_t on_body(char* data, std::size_t size, std::size_t count, void* user) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  transfer.last_byte = SteadyClock::now();
  if (bytes > transfer.request.max_bytes - transfer.response.body.size()) {
    transfer.too_long = true;
    return 0;
  }
  transfer.response.body.append(data, bytes);
  return bytes;
}

// libcurl's own stall timer looks at the mean speed of several seconds; this one at the last byte.
int on_progress(void* user, curl_off_t, curl_off_t received, curl_off_t, curl_off_t) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  const auto now = SteadyClock::now();
  if (received != transfer.received) transfer.last_byte = now;
  transfer.received = received;
  const std::chrono::milliseconds limit(transfer.request.stall_timeout_ms);
  transfer.stalled = now - transfer.last_byte >= limit;
  transfer.interrupted = transfer.stopped && transfer.stopped();
  return transfer.stalled || transfer.interrupted ? 1 : 0;
}

// What the curl handle is told of a request; frees itself.
class HeaderList {
 public:
  explicit HeaderList(const Curl& curl) : curl_(curl) {}
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { curl_.slist_free_all(list_); }

  bool add(const std::string& line) {
    curl_slist* longer = curl_.slist_append(list_, line.c_str());
    if (longer != nullptr) list_ = longer;
    return longer != nullptr;
  }
  curl_slist* get() const { return list_; }

 private:
  const Curl& curl_;
  curl_slist* list_ = nullptr;
};

bool has_line_break(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

// Why a request failed, and what to do when trying again cannot help.
struct Reason {
  std::string text = {};
  std::string hint = {};
};

Reason reason_of(CURLcode code) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
      return {"not a usable address", "check the endpoint"};
    // The scheme was checked before: what came back has no status line.
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return {"the answer is not HTTP", ""};
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {"the proxy's name is not known", "check the proxy settings"};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {"the host's name cannot be resolved", ""};
    case CURLE_COULDNT_CONNECT:
      return {"cannot connect", ""};
    case CURLE_OPERATION_TIMEDOUT:
      return {"connecting took too long", ""};
    case CURLE_PARTIAL_FILE:
      return {"the answer was cut", ""};
    case CURLE_GOT_NOTHING:
      return {"the server closed the connection without an answer", ""};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return {"the connection broke", ""};
    case CURLE_BAD_CONTENT_ENCODING:
      return {"the answer's compression is broken", ""};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {"the server's certificate cannot be verified",
              "check the system's certificates and its date"};
    case CURLE_SSL_CACERT_BADFILE:
      return {"the system's certificates cannot be read", "install ca-certificates"};
    default:
      return {"", ""};
  }
}

class CurlHttp : public Http {
 public:
  CurlHttp(const Curl& curl, CURL* handle, std::string user_agent, std::function<bool()> stopped)
      : curl_(curl),
        handle_(handle),
        user_agent_(std::move(user_agent)),
        stopped_(std::move(stopped)) {}
  CurlHttp(const CurlHttp&) = delete;
  CurlHttp& operator=(const CurlHttp&) = delete;
  ~CurlHttp() override { curl_.easy_cleanup(handle_); }

  Result<HttpResponse> get(const HttpRequest& request) override;

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_.easy_setopt(handle_, option, value);
  }
  void set_up(const HttpRequest& request, Transfer& transfer, const HeaderList& headers);
  Error failed(const Transfer& transfer, CURLcode code) const;

  const Curl& curl_;
  CURL* handle_;
  std::string user_agent_;
  std::function<bool()> stopped_;
  std::size_t body_bytes_ = 0;  // of the answer before
};

Error cannot_get(const HttpRequest& request, const Reason& reason) {
  return {Errc::network, "cannot get '" + printable(shown_url(request.url)) + "': " + reason.text,
          reason.hint};
}

void CurlHttp::set_up(const HttpRequest& request, Transfer& transfer, const HeaderList& headers) {
  curl_.easy_reset(handle_);  // options only: open connections stay
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_USERAGENT, user_agent_.c_str());
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl knows
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_timeout_ms));
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, &transfer);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, &transfer);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &on_progress);
  set(CURLOPT_XFERINFODATA, &transfer);
}

Error CurlHttp::failed(const Transfer& transfer, CURLcode code) const {
  const HttpRequest& request = transfer.request;
  if (transfer.interrupted) return cannot_get(request, {"interrupted", "it can be resumed"});
  if (transfer.stalled) {
    const std::string seconds = std::to_string((request.stall_timeout_ms + 999) / 1000);
    return cannot_get(request, {"no data for " + seconds + " s", ""});
  }
  if (transfer.too_long) {
    return cannot_get(request,
                      {"the answer is longer than " + std::to_string(request.max_bytes) + " bytes",
                       "ask for less at once"});
  }
  Reason reason = reason_of(code);
  long system_error = 0;
  curl_.easy_getinfo(handle_, CURLINFO_OS_ERRNO, &system_error);
  const bool about_connection =
      code == CURLE_COULDNT_CONNECT || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR;
  if (about_connection && system_error != 0) {
    reason.text = std::strerror(static_cast<int>(system_error));
  }
  if (reason.text.empty()) reason.text = curl_.easy_strerror(code);
  reason.text[0] = fold(reason.text[0]);
  return cannot_get(request, reason);
}

Result<HttpResponse> CurlHttp::get(const HttpRequest& request) {
  const std::string scheme = fold(std::string_view(request.url).substr(0, 8));
  if (has_line_break(request.url) || !(scheme == "https://" || scheme.starts_with("http://"))) {
    return cannot_get(request, reason_of(CURLE_URL_MALFORMAT));
  }
  HeaderList headers(curl_);
  for (const auto& [name, value] : request.headers) {
    // The value stays out of the message: it may be a token.
    if (has_line_break(name) || has_line_break(value) || !headers.add(name + ": " + value)) {
      return cannot_get(request, {"header '" + printable(name) + "' cannot be sent as it is",
                                  "remove line breaks from it"});
    }
  }
  Transfer transfer{request, stopped_};
  // The pages of a listing are about as long as each other: this one need not grow step by step.
  transfer.response.body.reserve(std::min(body_bytes_ + body_bytes_ / 4, request.max_bytes));
  set_up(request, transfer, headers);
  const CURLcode code = curl_.easy_perform(handle_);
  if (code != CURLE_OK) return failed(transfer, code);
  long status = 0;
  curl_.easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  transfer.response.status = static_cast<int>(status);
  body_bytes_ = transfer.response.body.size();
  return std::move(transfer.response);
}

}  // namespace

Result<std::unique_ptr<Http>> make_curl_http(std::string user_agent,
                                             std::function<bool()> stopped) {
  const Result<Curl>& curl = loaded_curl();
  if (!curl) return curl.error();
  CURL* handle = curl->easy_init();
  if (handle == nullptr) {
    return Error{Errc::network, "cannot use the network: libcurl does not start", ""};
  }
  return std::unique_ptr<Http>(
      std::make_unique<CurlHttp>(*curl, handle, std::move(user_agent), std::move(stopped)));
}

}  // namespace oms
