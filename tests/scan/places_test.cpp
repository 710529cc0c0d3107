// Ids, addresses of the Hub, and how much a hostile file may cost.
#include <map>

#include "oms/scan/rules.h"
#include "scan/repo_id.h"
#include "scan/scan_samples.h"
#include "support/catch.h"

using namespace oms;  // NOLINT: tests

TEST_CASE("an id has at most one slash and may carry a revision and a quantization", "[scan]") {
  REQUIRE(parse_repo_id("a/b-1.5_x"));
  CHECK(parse_repo_id("a/b@v1")->revision == "v1");
  CHECK(parse_repo_id("a/b:Q4_K_M")->quantization == "Q4_K_M");
  CHECK(parse_repo_id("a/b:novita")->id == "a/b");
  CHECK(parse_repo_id("a/b:novita")->quantization.empty());
  for (const char* text : {"", "/a", "a/", "a/b/c", "@a/b", "./a", "a b/c", "a/b c", "~/a", "a/..",
                           "-a/b", "a//b", "$a/b"}) {
    INFO(text);
    CHECK_FALSE(parse_repo_id(text));
  }
}

TEST_CASE("an address of the Hub names the model in its path", "[scan]") {
  const auto url = [](const std::string& text) {
    return strong("[x](" + text + ")", FileKind::markdown);
  };
  CHECK(url("https://huggingface.co/a/b") == Texts{"a/b"});
  CHECK(url("https://hf.co/a/b/resolve/main/x.bin?download=true") == Texts{"a/b"});
  CHECK(url("https://api-inference.huggingface.co/models/a/b") == Texts{"a/b"});
  CHECK(url("git@hf.co:a/b.git") == Texts{"a/b"});
  CHECK(url("hf://a/b/config.json") == Texts{"a/b"});
  for (const char* page : {"datasets/a/b", "spaces/a/b", "docs/a/b", "blog/a", "papers/1",
                           "api/models/a/b", "collections/a/b", "settings/tokens", "join"}) {
    INFO(page);
    CHECK(url(std::string("https://huggingface.co/") + page).empty());
  }
  CHECK(url("https://nothuggingface.co/a/b").empty());
  CHECK(url("https://cdn-lfs.huggingface.co/a/b").empty());
  CHECK(url("https://github.com/a/b").empty());
}

TEST_CASE("an address carries its revision and quantization", "[scan]") {
  const auto tree = scan_text("https://huggingface.co/a/b/tree/v1.2", FileKind::markdown);
  REQUIRE(tree.size() == 1);
  CHECK(tree[0].revision == "v1.2");
  const auto quantized = scan_text("ollama run hf.co/a/b:Q4_K_M", FileKind::shell);
  REQUIRE(quantized.size() == 1);
  CHECK(quantized[0].quantization == "Q4_K_M");
  CHECK(quantized[0].offset == 17);
}

TEST_CASE("an address with a placeholder is dynamic", "[scan]") {
  CHECK(dynamic("u = f\"https://huggingface.co/{repo}/x\"", FileKind::python) == Texts{"{repo}/x"});
  CHECK(strong("u = f\"https://huggingface.co/a/b/{file}\"", FileKind::python) == Texts{"a/b"});
}

TEST_CASE("every rule has a name, words where it needs them and an example", "[scan]") {
  for (const Rule& rule : scan_rules()) {
    INFO(rule.name);
    CHECK_FALSE(rule.name.empty());
    CHECK_FALSE(rule.help.empty());
    CHECK(rule.words.empty() == (rule.place == RulePlace::weak));
    CHECK(rule.arguments.empty() == (rule.place != RulePlace::call));
  }
}

TEST_CASE("a kind of file is told by its name or its first line", "[scan]") {
  const std::map<std::string, FileKind> kinds = {{"a.py", FileKind::python},
                                                 {"a.TSX", FileKind::javascript},
                                                 {"Dockerfile", FileKind::dockerfile},
                                                 {"Dockerfile.gpu", FileKind::dockerfile},
                                                 {"x.Dockerfile", FileKind::dockerfile},
                                                 {"Containerfile", FileKind::dockerfile},
                                                 {".env.local", FileKind::environment},
                                                 {"requirements-dev.txt", FileKind::requirements},
                                                 {"Makefile", FileKind::makefile},
                                                 {"a.yml", FileKind::yaml},
                                                 {"a.ipynb", FileKind::notebook},
                                                 {"README.md", FileKind::markdown}};
  for (const auto& [name, kind] : kinds) {
    INFO(name);
    CHECK(kind_by_name(name) == kind);
  }
  CHECK_FALSE(kind_by_name("notes.txt"));
  CHECK(kind_by_first_line("#!/usr/bin/env python3\n") == FileKind::python);
  CHECK(kind_by_first_line("#!/bin/sh -e\n") == FileKind::shell);
  CHECK_FALSE(kind_by_first_line("#!/usr/bin/perl\n"));
}

TEST_CASE("no text is too odd: samples cut at every length are scanned", "[scan]") {
  const std::string samples[] = {
      "x = f\"\"\"{a}/b\"\"\" 'c' \"d\\\"\nX.from_pretrained(m[k], a.b, *c)[0]{'d': "
      "('e/f',)}\n!x\n",
      "const a = {b: `x${`y`}`, c: /[/]/};\n// z\npipeline('x', (y) => { return 'a/b' })",
      "a: &x\n  - b: [c, {d: 'e'}]\n    f: |\n      g\n  - - h\n\"i\": >-\n  j\n---\nk: !t "
      "${l:-m/n}\n",
      "a = [\"b\", {c = 'd'}] # e\n[[f.g]]\nh = \"\"\"i\nj\"\"\"\nk.l = \"m/n\"\n",
      "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"!a $(b) \\\"c/d\\\"\\n\"]}]} // e",
      "FROM a\nRUN --x=y b \\\n # c\n  d <<E\nf\nE\nCMD [\"g\", \"h/i\"]\nENV J k/l\n",
      "A=${B:-c/d} e --model \"$F/g\" <<-'H' | $(i `j`) && k > l\nm\n\tH\nn \\",
      "V ?= a/b\nx: y\n\t@c $(V) $$d \\\n  --model $(call e,f)\n",
      "---\na: b/c\n---\n# d `e/f` <!-- g --> [h](https://hf.co/i/j)\n```py\n>>> k\n```\n~~~\nl",
  };
  for (const std::string& sample : samples) {
    for (std::size_t size = 0; size <= sample.size(); ++size) {
      for (int kind = 0; kind <= static_cast<int>(FileKind::markdown); ++kind) {
        const std::string text = sample.substr(0, size) + sample.substr(0, size);
        for (const Candidate& found : scan_text(text, static_cast<FileKind>(kind))) {
          CHECK(found.offset < text.size());
        }
      }
    }
  }
}

TEST_CASE("a hostile file costs no more than its size", "[scan]") {
  const auto repeated = [](std::string_view text) {
    std::string all;
    while (all.size() < 300'000) all += text;
    return all;
  };
  for (const char* text : {"\"a\" ",     "([{",
                           "'\\'",       "/[",
                           "$(",         "${",
                           "bash <<A\n", "- ",
                           "a: b\n ",    "`",
                           "<!--",       "[",
                           "{\"a\":",    "f(x=",
                           "h<<a ",      "https://hf.co/a/b/",
                           "\\\n",       "from_pretrained(a[",
                           "for a in ",  "`${",
                           "```\n",      "$(x ",
                           ">>> "}) {
    const std::string all = repeated(text) + "/";
    for (int kind = 0; kind <= static_cast<int>(FileKind::markdown); ++kind) {
      scan_text(all, static_cast<FileKind>(kind));
    }
  }
  SUCCEED("it came to an end");
}
