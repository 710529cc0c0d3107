// Builds the real world and runs the program in it.
#include <unistd.h>

#include <cstring>
#include <string>
#include <vector>

#include "oms/catalog/bundle.h"
#include "oms/cli/app.h"
#include "sys/curl_http.h"
#include "sys/posix_pager.h"
#include "sys/posix_tree.h"
#include "sys/system.h"

int main(int argc, char** argv) {
  oms::ignore_closed_pipes();
  oms::DescriptorSink out(STDOUT_FILENO);
  oms::DescriptorSink err(STDERR_FILENO, &out);
  oms::SystemClock clock;
  oms::PosixTree files;
  oms::World world{.out = out,
                   .err = err,
                   .clock = clock,
                   .out_terminal = oms::terminal_of(STDOUT_FILENO),
                   .err_terminal = oms::terminal_of(STDERR_FILENO),
                   .variable = oms::environment_variable,
                   .read_file = oms::read_small_file,
                   .read_input = oms::read_input,
                   .write_file = oms::replace_file,
                   .files = &files,
                   .make_http =
                       [] {
                         oms::catch_interrupts();
                         oms::keep_freed_memory();
                         return oms::make_curl_http("oms/" OMS_VERSION, oms::interrupted);
                       },
                   .start_pager = oms::start_pager,
                   .stopped = oms::interrupted,
                   .bundle = oms::bundled_image()};
  int code = oms::run(std::vector<std::string>(argv + 1, argv + argc), world);
  if (const int error = out.flush(); error != 0) {
    err.write(std::string("oms: error: cannot write to stdout: ") + std::strerror(error) + "\n");
    code = static_cast<int>(oms::Errc::data);
  }
  err.flush();
  return code;
}
