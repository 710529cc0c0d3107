#include "sys/posix_pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "oms/base/text.h"

extern char** environ;  // NOLINT: POSIX names it so

namespace oms {
namespace {

bool is_program(const std::string& path) { return ::access(path.c_str(), X_OK) == 0; }

// Whether the shell would find it; words before the program, such as NAME=value, are its affair.
bool is_there(const std::string& command) {
  const auto words = split_words(command, ' ');
  if (words.empty()) return false;
  const std::string name(words.front());
  if (name.find_first_of("='\"$(`") != std::string::npos) return true;
  if (name.find('/') != std::string::npos) return is_program(name);
  const char* path = std::getenv("PATH");
  for (const std::string_view folder : split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
    if (is_program(std::string(folder.empty() ? "." : folder) + "/" + name)) return true;
  }
  return false;
}

class PosixPager : public Pager {
 public:
  PosixPager(int pipe, pid_t child) : pipe_(pipe), child_(child) {}
  ~PosixPager() override { PosixPager::finish(); }
  PosixPager(const PosixPager&) = delete;
  PosixPager& operator=(const PosixPager&) = delete;

  // A reader who has seen enough closes the pipe: that is no failure.
  void write(std::string_view bytes) override {
    while (pipe_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(pipe_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return close_pipe();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void finish() override {
    close_pipe();
    while (child_ > 0 && ::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) continue;
    if (child_ > 0) std::signal(SIGINT, SIG_DFL);
    child_ = 0;
  }

 private:
  void close_pipe() {
    if (pipe_ >= 0) ::close(pipe_);
    pipe_ = -1;
  }

  int pipe_;
  pid_t child_;
};

// The child reads the pipe and takes signals as usual; this program ignores some.
int spawn(const std::string& command, int input, pid_t& child) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGINT);
  ::sigaddset(&usual, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::string shell = "sh";
  std::string option = "-c";
  std::string text = command;
  char* arguments[] = {shell.data(), option.data(), text.data(), nullptr};
  const int error = ::posix_spawn(&child, "/bin/sh", &files, &attributes, arguments, environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return error;
}

}  // namespace

std::unique_ptr<Pager> start_pager(const std::string& command) {
  if (!is_there(command)) return nullptr;
  // Of less: leave at once what fits, find without letter case, show colors, keep the screen.
  ::setenv("LESS", "FIRX", 0);
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return nullptr;
  pid_t child = 0;
  const int error = spawn(command, ends[0], child);
  ::close(ends[0]);
  if (error != 0) {
    ::close(ends[1]);
    return nullptr;
  }
  std::signal(SIGINT, SIG_IGN);
  return std::make_unique<PosixPager>(ends[1], child);
}

}  // namespace oms
