#include "oms/render/report.h"

#include "support/catch.h"

namespace oms {
namespace {

constexpr const char* kEvil = "</title></script><script>alert(1)</script>|[x](y)\x1b\"'&";

Report report_with(const std::string& text) {
  return {
      .title = text,
      .facts = {{"Question", text}},
      .tables = {{.title = text,
                  .about = text,
                  .columns = {{.title = "MODEL", .help = text}, {.title = "IN", .number = true}},
                  .rows = {{{.text = text, .key = text}, {.text = "0.10", .key = "0.1"}},
                           {{.text = "a/b", .key = "a/b"}, {}}}}},
      .notes = {text}};
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; ++at) ++found;
  return found;
}

TEST_CASE("a report in Markdown is headings, a list and tables", "[report]") {
  const Report report{
      .title = "Choice",
      .facts = {{"Question", "oms report a/b"}},
      .tables = {{.title = "Models",
                  .about = "Those that were asked for.",
                  .columns = {{.title = "MODEL"}, {.title = "IN", .number = true}},
                  .rows = {{{.text = "a/b"}, {.text = "0.10"}}, {{.text = "a|c"}, {}}}}},
      .notes = {"free is a price of zero"}};
  CHECK(report_markdown(report) ==
        "# Choice\n\n"
        "- **Question**: oms report a/b\n\n"
        "## Models\n\n"
        "Those that were asked for.\n\n"
        "| MODEL | IN |\n"
        "| --- | --: |\n"
        "| a/b | 0.10 |\n"
        "| a\\|c | – |\n\n"
        "## Notes\n\n"
        "- free is a price of zero\n");
}

TEST_CASE("nothing foreign is markup on the page of a report", "[report]") {
  const std::string page = report_html(report_with(kEvil));
  CHECK(count(page, "<script") == 1);
  CHECK(count(page, "</script") == 1);
  CHECK(count(page, "alert(1)") == count(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("</title></") == std::string::npos);
}

TEST_CASE("nothing foreign formats in a report as Markdown", "[report]") {
  const std::string text = report_markdown(report_with(kEvil));
  CHECK(text.find("<script") == std::string::npos);
  CHECK(text.find(" [x](") == std::string::npos);
  CHECK(text.find("\n| &lt;/title") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("the page of a report forbids every request", "[report]") {
  CHECK(report_html(report_with("x"))
            .find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src "
                  "'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">") !=
        std::string::npos);
}

TEST_CASE("cells of a page say what they are sorted by, and nothing where that is unknown",
          "[report]") {
  const std::string page = report_html(report_with("x"));
  CHECK(page.find("<tr><th scope=\"row\" data-key=\"x\">x</th>"
                  "<td class=\"number\" data-key=\"0.1\">0.10</td></tr>\n"
                  "<tr><th scope=\"row\" data-key=\"a/b\">a/<wbr>b</th>"
                  "<td class=\"number unknown\">–</td></tr>\n") != std::string::npos);
}

}  // namespace
}  // namespace oms
