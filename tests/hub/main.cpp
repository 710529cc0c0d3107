// The loopback Hub as a program: set HF_ENDPOINT to the address it prints.
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "hub/loopback_hub.h"

namespace {

using namespace oms::loopback;  // NOLINT: a program of one file

constexpr const char* kUsage =
    "usage: oms_loopback_hub [options]\n"
    "  --port N               port on 127.0.0.1 (0: any free one)\n"
    "  --models N --seed S    an invented Hub of N models (1000, 1)\n"
    "  --data DIR             serve DIR/hub, DIR/router, DIR/openrouter, DIR/openevals, ...\n"
    "  --quota Q --window S   anonymous requests a window (500), its seconds (300); 0: no quota\n"
    "  --second-ms MS         how long a second of the window lasts (1000)\n"
    "  --token T              the one valid token\n"
    "  --fault JSON           misbehave; may be repeated\n"
    "  --mutate N             change the downloads of N percent of the models, and the license,\n"
    "                         name or existence of a tenth as many each\n"
    "  --link-host URL        host in the Link header (https://huggingface.co); self: this one\n"
    "  --prefix PATH          serve everything below PATH, as a mirror may\n"
    "  --page-rows N          at most so many rows a page, whatever the limit (1000)\n"
    "  --exit-after SECONDS   end by itself\n"
    "  --until-stdin-closes   end when standard input does\n";

struct Settings {
  LoopbackOptions hub = {};
  double mutate_percent = 0;
  long long exit_after_ms = -1;  // -1: never
  bool until_stdin_closes = false;
};

int signal_pipe[2] = {-1, -1};

extern "C" void on_signal(int) {
  [[maybe_unused]] const auto written = ::write(signal_pipe[1], "s", 1);
}

template <typename Number>
bool read_number(const std::string& text, Number& out) {
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, out);
  return result.ec == std::errc{} && result.ptr == end && out >= 0;
}

bool read_value(const std::string& name, const std::string& value, Settings& out) {
  LoopbackOptions& hub = out.hub;
  if (name == "--port") return read_number(value, hub.port) && hub.port < 65536;
  if (name == "--models") return read_number(value, hub.models);
  if (name == "--seed") return read_number(value, hub.seed);
  if (name == "--quota") return read_number(value, hub.quota.requests);
  if (name == "--window") {
    return read_number(value, hub.quota.window_seconds) && hub.quota.window_seconds > 0;
  }
  if (name == "--second-ms") {
    return read_number(value, hub.quota.second_ms) && hub.quota.second_ms > 0;
  }
  if (name == "--page-rows") return read_number(value, hub.page_rows) && hub.page_rows > 0;
  if (name == "--mutate") return read_number(value, out.mutate_percent);
  if (name == "--exit-after") {
    double seconds = 0;
    if (!read_number(value, seconds)) return false;
    out.exit_after_ms = static_cast<long long>(seconds * 1000);
    return true;
  }
  if (name == "--data") return hub.data = value, true;
  if (name == "--token") return hub.token = value, true;
  if (name == "--link-host") return hub.link_host = value, true;
  if (name == "--prefix") return hub.prefix = value, true;
  if (name == "--fault") {
    auto fault = parse_fault(value);
    if (!fault) {
      std::fprintf(stderr, "oms_loopback_hub: %s\n", fault.error().what.c_str());
      return false;
    }
    hub.faults.push_back(std::move(*fault));
    return true;
  }
  return false;
}

bool read_arguments(const std::vector<std::string>& words, Settings& out) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--until-stdin-closes") {
      out.until_stdin_closes = true;
    } else if (i + 1 == words.size() || !read_value(words[i], words[i + 1], out)) {
      std::fprintf(stderr, "oms_loopback_hub: cannot use '%s'\n", words[i].c_str());
      return false;
    } else {
      ++i;
    }
  }
  return true;
}

void print_help() {
  std::fputs(kUsage, stdout);
  std::fputs("\nkinds of faults, as in --fault '{\"kind\":\"cut\",\"page\":2}':\n", stdout);
  for (const FaultKind& kind : fault_kinds()) {
    std::printf("  %-16.*s %.*s\n", static_cast<int>(kind.name.size()), kind.name.data(),
                static_cast<int>(kind.what.size()), kind.what.data());
  }
}

// Returns on SIGTERM or SIGINT, at the end of standard input when asked, or when time is up.
void wait_for_the_end(const Settings& settings) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::milliseconds(settings.exit_after_ms);
  for (;;) {
    int wait_ms = -1;
    if (settings.exit_after_ms >= 0) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
      if (left <= 0) return;
      wait_ms = static_cast<int>(std::min<long long>(left, 1'000'000));
    }
    pollfd entries[2] = {{signal_pipe[0], POLLIN, 0},
                         {settings.until_stdin_closes ? STDIN_FILENO : -1, POLLIN, 0}};
    if (::poll(entries, 2, wait_ms) <= 0) continue;
    if (entries[0].revents != 0) return;
    char ignored[256];
    if (entries[1].revents != 0 && ::read(STDIN_FILENO, ignored, sizeof ignored) <= 0) return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 1 && words.front() == "--help") {
    print_help();
    return 0;
  }
  Settings settings;
  if (!read_arguments(words, settings)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  if (::pipe(signal_pipe) != 0) return 1;
  std::signal(SIGTERM, on_signal);
  std::signal(SIGINT, on_signal);

  LoopbackHub hub;
  const auto started = hub.start(settings.hub);
  if (!started) {
    std::fprintf(stderr, "oms_loopback_hub: %s\n", started.error().what.c_str());
    return 1;
  }
  if (settings.mutate_percent > 0) {
    const double tenth = settings.mutate_percent / 10;
    hub.mutate({settings.mutate_percent, tenth, tenth, tenth});
  }
  std::printf("listening on %s\n", hub.url().c_str());
  std::fflush(stdout);
  wait_for_the_end(settings);
  hub.stop();
  return 0;
}
