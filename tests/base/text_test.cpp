#include "oms/base/text.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/find_folded.h"
#include "support/catch.h"

namespace oms {
namespace {

using Words = std::vector<std::string_view>;

TEST_CASE("folding changes ASCII capitals only", "[base]") {
  CHECK(fold("Qwen/QWEN-3.6_[@Z`{") == "qwen/qwen-3.6_[@z`{");
  CHECK(fold("ÄÖÜ Ω") == "ÄÖÜ Ω");
}

TEST_CASE("equality ignores letter case", "[base]") {
  CHECK(equal_folded("OpenAI/GPT", "openai/gpt"));
  CHECK_FALSE(equal_folded("abc", "abcd"));
  CHECK_FALSE(equal_folded("a[", "a{"));
}

TEST_CASE("order is that of the folded bytes, shorter first", "[base]") {
  CHECK(compare_folded("B", "a") > 0);
  CHECK(compare_folded("A", "a") == 0);
  CHECK(compare_folded("ab", "ABC") < 0);
  CHECK(compare_folded("Z_", "z-") > 0);
  CHECK(compare_folded("é", "z") > 0);
}

TEST_CASE("long texts are compared without letter case wherever they differ", "[base]") {
  const std::string low = "abcdefghijklmnopqrstuvwxyz-0123";
  for (std::size_t at = 0; at < low.size(); ++at) {
    CAPTURE(at);
    std::string other = low;
    other[at] = '~';
    CHECK(compare_folded(low, other) < 0);
    CHECK(compare_folded(other, low) > 0);
    if (at >= 26) continue;
    other[at] = static_cast<char>(low[at] - 'a' + 'A');
    CHECK(compare_folded(low, other) == 0);
    CHECK(compare_folded(other, low.substr(0, 30)) > 0);
  }
}

TEST_CASE("a folded search finds a needle at every place of texts of every length", "[base]") {
  for (std::size_t size = 0; size <= 70; ++size) {
    for (const std::string needle : {"q", "qX", "qwX", "qwen3-0.6bX", "qwen3-0.6b-instruct-X"}) {
      const std::string folded = fold(needle);
      INFO(size << " " << needle);
      CHECK_FALSE(contains_folded(std::string(size, 'w'), folded));
      CHECK(find_folded_everywhere(std::string(size, 'w'), folded) == std::string::npos);
      for (std::size_t at = 0; at + needle.size() <= size; ++at) {
        std::string text(size, 'w');
        text.replace(at, needle.size(), needle);
        CHECK(find_folded(text, folded) == at);
        CHECK(find_folded_everywhere(text, folded) == at);
      }
    }
  }
}

TEST_CASE("a folded search gives the first place", "[base]") {
  CHECK(find_folded("meta-llama/Llama-3.1-8B-Instruct-llama", "llama") == 5);
  CHECK(find_folded("a/LLAMA and more text behind it, llama", "llama") == 2);
}

TEST_CASE("both searches take the bytes that differ from a letter by its case bit for others",
          "[base]") {
  for (const char* wrong : {"ab@", "ab`", "ab ", "ab\x01", "ab\xc1", "ab\xe1"}) {
    const std::string text = std::string(40, 'x') + wrong + std::string(40, 'x');
    for (const char* needle : {"aba", "ab`", "ab@", "ab!"}) {
      INFO(wrong << " " << needle);
      const std::size_t expected = wrong == std::string(needle) ? 40 : std::string::npos;
      CHECK(find_folded(text, needle) == expected);
      CHECK(find_folded_everywhere(text, needle) == expected);
    }
  }
}

TEST_CASE("a folded search takes signs literally", "[base]") {
  CHECK(contains_folded("name-with-[brackets]-inside", "[brackets]"));
  CHECK_FALSE(contains_folded("name-with-{brackets}-inside", "[brackets]"));
  CHECK(contains_folded("Modell Größe ÄÖ und noch mehr Text", "größe ÄÖ"));
  CHECK_FALSE(contains_folded("a.b", "a*b"));
}

TEST_CASE("everything contains the empty needle and nothing a longer one", "[base]") {
  CHECK(contains_folded("", ""));
  CHECK(contains_folded("x", ""));
  CHECK_FALSE(contains_folded("", "x"));
  CHECK_FALSE(contains_folded("ab", "abc"));
}

TEST_CASE("trimming takes blanks from both ends", "[base]") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim("  ") == "");
  CHECK(trim("") == "");
}

TEST_CASE("splitting keeps empty parts", "[base]") {
  CHECK(split("a,,b", ',') == Words{"a", "", "b"});
  CHECK(split("", ',') == Words{""});
  CHECK(split(",", ',') == Words{"", ""});
}

TEST_CASE("splitting into words trims and leaves empty ones out", "[base]") {
  CHECK(split_words(" a, ,b ,", ',') == Words{"a", "b"});
  CHECK(split_words("", ',').empty());
}

TEST_CASE("joining puts the separator between parts only", "[base]") {
  CHECK(join(Words{"a", "b", ""}, ", ") == "a, b, ");
  CHECK(join(std::vector<std::string>{"a"}, ", ") == "a");
  CHECK(join(Words{}, ", ") == "");
}

TEST_CASE("width counts columns of a terminal, not bytes", "[base]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("日本語") == 6);
  CHECK(display_width("한국어") == 6);
  CHECK(display_width("ｆｕｌｌ") == 8);
  CHECK(display_width("–…") == 2);
}

TEST_CASE("combining marks take no column", "[base]") {
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u0300\u0301\u0302b") == 2);
  CHECK(display_width("\u200B") == 0);
}

TEST_CASE("an emoji sequence takes two columns", "[base]") {
  CHECK(display_width("🤗") == 2);
  CHECK(display_width("👨‍👩‍👧‍👦") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("🇯🇵") == 2);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("🤗🤗") == 4);
}

TEST_CASE("a byte that is not valid UTF-8 takes one column", "[base]") {
  CHECK(display_width("a\xFF"
                      "b") == 3);
  CHECK(display_width("\xE6\x97") == 2);
  CHECK(display_width("\xC0\x80") == 2);
  CHECK(display_width("\xED\xA0\x80") == 3);
}

TEST_CASE("control characters and escape sequences cannot be printed", "[base]") {
  CHECK(printable("\x1b[31mred\x1b[0m") == "\uFFFD[31mred\uFFFD[0m");
  CHECK(printable(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(printable("\x7f\b\r\x07") == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(printable("\u009b31m") == "\uFFFD31m");
}

TEST_CASE("bidirectional controls and line separators cannot be printed", "[base]") {
  CHECK(printable("\u202Egpj.exe\u202C") == "\uFFFDgpj.exe\uFFFD");
  CHECK(printable("\u2066a\u2069\u200E\u200F\u061C") == "\uFFFDa\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(printable("a\u2028b\u2029c") == "a\uFFFDb\uFFFDc");
}

TEST_CASE("tab and newline are printed as a space", "[base]") {
  CHECK(printable("a\tb\nc") == "a b c");
}

TEST_CASE("invalid UTF-8 is printed as one replacement a byte", "[base]") {
  CHECK(printable("a\xFF\xFE"
                  "b") == "a\uFFFD\uFFFDb");
  CHECK(printable("\xF0\x9F\xA4") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("good text is printed as it is", "[base]") {
  CHECK(printable("Qwen/Qwen3.6 日本語 é e\u0301 👨‍👩‍👧‍👦 – …") ==
        "Qwen/Qwen3.6 日本語 é e\u0301 👨‍👩‍👧‍👦 – …");
}

TEST_CASE("text is as wide before as after it is made printable", "[base]") {
  std::uint32_t seed = 20'260'814;
  INFO("seed " << seed);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1'664'525 + 1'013'904'223;
      text += static_cast<char>(seed >> 24);
    }
    CHECK(display_width(text) == display_width(printable(text)));
  }
}

TEST_CASE("text that fits is not shortened", "[base]") {
  CHECK(shorten("abc", 3, Cut::end, "…") == "abc");
  CHECK(shorten("日本", 4, Cut::middle, "…") == "日本");
}

TEST_CASE("shortening at the end keeps the beginning", "[base]") {
  CHECK(shorten("text-generation", 8, Cut::end, "…") == "text-ge…");
  CHECK(shorten("text-generation", 8, Cut::end, "...") == "text-...");
}

TEST_CASE("shortening in the middle keeps owner and tail", "[base]") {
  CHECK(shorten("mistralai/Mixtral-8x7B-Instruct-v0.1", 24, Cut::middle, "…") ==
        "mistralai/Mi…struct-v0.1");
  CHECK(shorten("abcdefghij", 6, Cut::middle, "...") == "ab...j");
}

TEST_CASE("shortening never splits a wide character or a sequence", "[base]") {
  CHECK(shorten("日本語モデル", 6, Cut::end, "…") == "日本…");
  CHECK(shorten("日本語モデル", 6, Cut::middle, "…") == "日…ル");
  CHECK(shorten("a👨‍👩‍👧‍👦bcd", 3, Cut::end, "…") == "a…");
  CHECK(shorten("e\u0301e\u0301e\u0301", 2, Cut::end, "…") == "e\u0301…");
}

TEST_CASE("with no room for text the ellipsis itself is cut", "[base]") {
  CHECK(shorten("abcdef", 1, Cut::end, "…") == "…");
  CHECK(shorten("abcdef", 2, Cut::middle, "...") == "..");
  CHECK(shorten("abcdef", 0, Cut::end, "…") == "");
}

constexpr std::string_view kNames[] = {"table", "json", "ndjson", "csv", "tsv", "md", "ids"};

TEST_CASE("a misspelt word finds the nearest candidates, nearest first", "[base]") {
  CHECK(suggestions("jsno", kNames) == Words{"json"});
  CHECK(suggestions("tabel", kNames) == Words{"table"});
  CHECK(suggestions("JSON", kNames) == Words{"json"});
  CHECK(suggestions("ndjsn", kNames) == Words{"ndjson"});
  CHECK(suggestions("psv", kNames) == Words{"csv", "tsv"});
}

TEST_CASE("a word far from every candidate finds none", "[base]") {
  CHECK(suggestions("yaml", kNames).empty());
  CHECK(suggestions("", kNames).empty());
  CHECK(suggestions("x", kNames).empty());
}

TEST_CASE("the beginning of a candidate is near to it", "[base]") {
  constexpr std::string_view kFields[] = {"params", "price_input", "price_output", "prize"};
  CHECK(suggestions("price", kFields) == Words{"price_input", "price_output", "prize"});
}

TEST_CASE("a misspelt beginning finds the candidates that go on from it", "[base]") {
  constexpr std::string_view kFields[] = {"params", "price_min", "price_input", "price_output"};
  CHECK(suggestions("prce_in", kFields) == Words{"price_input", "price_min"});
  CHECK(suggestions("prce", kFields) == Words{"price_min", "price_input", "price_output"});
}

TEST_CASE("of equally near candidates the one with least left to type comes first", "[base]") {
  constexpr std::string_view kTasks[] = {"charts", "chat-vision", "chat"};
  CHECK(suggestions("chatt", kTasks) == Words{"chat", "chat-vision"});
  constexpr std::string_view kLicenses[] = {"apache-2.0-llvm", "apache-2.0", "apache-1.1"};
  CHECK(suggestions("apche-2.0", kLicenses, 1) == Words{"apache-2.0"});
  constexpr std::string_view kCommands[] = {"licenses", "license", "list"};
  CHECK(suggestions("licence", kCommands) == Words{"license", "licenses"});
}

TEST_CASE("a short word with a mistake stands for whole words only", "[base]") {
  constexpr std::string_view kCommands[] = {"licenses", "list", "listen", "last_seen"};
  CHECK(suggestions("lst", kCommands) == Words{"list", "last_seen"});
  constexpr std::string_view kFields[] = {"context", "gated"};
  CHECK(suggestions("cost", kFields).empty());
  CHECK(suggestions("date", kFields).empty());
}

TEST_CASE("a short word without a mistake begins any word", "[base]") {
  constexpr std::string_view kCommands[] = {"licenses", "listen", "list", "last_seen"};
  CHECK(suggestions("lis", kCommands) == Words{"list", "listen"});
}

TEST_CASE("among sorted words the nearest is the first suggestion", "[base]") {
  const unsigned seed = GENERATE(21u, 22u, 23u);
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto letters = [&](std::size_t most) {
    std::string text;
    for (std::size_t size = random() % most; text.size() <= size;) text += "abAB/-"[random() % 6];
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> words;
    for (int i = 0; i < 60; ++i) words.push_back(letters(14));
    std::stable_sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return compare_folded(a, b) < 0;
    });
    const std::vector<std::string_view> views(words.begin(), words.end());
    const std::string word = letters(16);
    const auto expected = suggestions(word, views, 1);
    const std::size_t found = nearest_sorted(
        word, views.size(), [&](std::size_t i) { return views[i]; }, word.size());
    INFO(word);
    REQUIRE((found < views.size()) == !expected.empty());
    if (!expected.empty()) CHECK(views[found].data() == expected.front().data());
  }
}

TEST_CASE("among sorted words none is found that takes more edits than allowed", "[base]") {
  const std::vector<std::string_view> words = {"meta-llama/Llama-3", "mistralai/Mistral"};
  const auto at = [&](std::size_t i) { return words[i]; };
  CHECK(nearest_sorted("mta-lama/Llama-3", words.size(), at, 2) == 0);
  CHECK(nearest_sorted("mta-lama/Llama-3", words.size(), at, 1) == words.size());
  CHECK(nearest_sorted("", words.size(), at, 2) == words.size());
}

TEST_CASE("no more suggestions are given than asked for", "[base]") {
  CHECK(suggestions("psv", kNames, 1) == Words{"csv"});
}

TEST_CASE("the question names the nearest candidate only", "[base]") {
  CHECK(did_you_mean("psv", kNames) == "; did you mean 'csv'?");
  CHECK(did_you_mean("yaml", kNames) == "");
}

TEST_CASE("a text is wrapped at blanks", "[base]") {
  CHECK(wrap("one two three", 8) == std::vector<std::string>{"one two", "three"});
}

TEST_CASE("a word wider than the line is cut behind a joint", "[base]") {
  CHECK(wrap("aaaa/bbbb/cc", 8) == std::vector<std::string>{"aaaa/", "bbbb/cc"});
}

TEST_CASE("a wide character counts two columns when text is wrapped", "[base]") {
  CHECK(wrap("日本 語", 5) == std::vector<std::string>{"日本", "語"});
}

}  // namespace
}  // namespace oms
