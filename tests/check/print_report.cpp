// print_report [--color] REPORT FORMAT [WIDTH]: a report of support/check_report.h on stdout, for
// people and for validate/. REPORT is small, rich or hostile, FORMAT a name of check_formats().
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "oms/check/formats.h"
#include "support/check_report.h"

namespace {

// What the formats have to make harmless, all at once.
const std::string kHostile =
    "evil/\n::error::x %0A,a:b |`<script>alert(1)</script>]]>&amp;\"'[x](http://e.example)\r"
    "\x1b[31m\x01\x7f\xc2\x9b\xe2\x80\xae\xff{0} =cmd";

oms::CheckReport report_named(const std::string& name) {
  if (name == "small") return oms::samples::small_report();
  if (name == "rich") return oms::samples::rich_report();
  return oms::samples::hostile_report(kHostile);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  oms::Style style;
  if (!arguments.empty() && arguments.front() == "--color") {
    style.color = true;
    arguments.erase(arguments.begin());
  }
  const oms::CheckFormat* format =
      arguments.size() < 2 ? nullptr : oms::find_check_format(arguments[1]);
  if (format == nullptr) {
    std::fputs("usage: print_report [--color] small|rich|hostile FORMAT [WIDTH]\n", stderr);
    return 2;
  }
  if (arguments.size() > 2) style.width = std::strtoul(arguments[2].c_str(), nullptr, 10);
  oms::StringSink sink;
  format->write(report_named(arguments[0]), sink, style);
  std::fwrite(sink.text.data(), 1, sink.text.size(), stdout);
  return 0;
}
