#include "oms/model/name_hints.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "oms/base/decimal.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string_view name_of(std::string_view id) { return id.substr(id.find_last_of('/') + 1); }

// ---- Quantization.

// How tags and the ends of ids spell a way to reduce precision.
struct Spelling {
  std::string_view text = {};  // folded
  std::string_view method = {};
};
// The most telling one first: a GPTQ copy also has the tags `4-bit` and `compressed-tensors`.
constexpr Spelling kSpellings[] = {
    {"gptq", "gptq"},
    {"autogptq", "gptq"},
    {"awq", "awq"},
    {"autoawq", "awq"},
    {"exl2", "exl2"},
    {"exl3", "exl3"},
    {"aqlm", "aqlm"},
    {"hqq", "hqq"},
    {"eetq", "eetq"},
    {"auto-round", "autoround"},
    {"autoround", "autoround"},
    {"svdquant", "svdquant"},
    {"nunchaku", "svdquant"},
    {"gguf", "gguf"},
    {"ggml", "gguf"},
    {"mlx", "mlx"},
    {"nvfp4", "nvfp4"},
    {"fp4", "nvfp4"},
    {"mxfp4", "mxfp4"},
    {"mxfp8", "mxfp8"},
    {"fp8", "fp8"},
    {"fbgemm_fp8", "fp8"},
    {"bitsandbytes", "bitsandbytes"},
    {"bnb", "bitsandbytes"},
    {"bitnet", "bitnet"},
    {"w4a16", "w4a16"},
    {"w8a16", "w8a16"},
    {"w8a8", "w8a8"},
    {"int4", "int4"},
    {"int8", "int8"},
    {"compressed-tensors", "compressed-tensors"},
};
// What any of them looks like, and widths too. Asked for every tag of every record, so that most
// tags must fall through early.
constexpr std::size_t kShortestSpelling = 3;
constexpr std::size_t kLongestSpelling = 18;
constexpr std::string_view kFirstCharacters = "gaehsnmfbwicGAEHSNMFBWIC12345678";
constexpr std::string_view kWidths[] = {"1bit", "2bit", "3bit", "4bit", "5bit", "6bit", "8bit"};

constexpr bool spelling_fits(const Spelling& row) {
  return row.text.size() >= kShortestSpelling && row.text.size() <= kLongestSpelling &&
         kFirstCharacters.find(row.text.front()) != std::string_view::npos;
}
static_assert(std::all_of(std::begin(kSpellings), std::end(kSpellings), spelling_fits));

// What one tag or word says. Rank: position in the table, past its end for nothing.
std::size_t method_rank(std::string_view folded) {
  const auto found = std::find_if(std::begin(kSpellings), std::end(kSpellings),
                                  [=](const Spelling& row) { return row.text == folded; });
  return static_cast<std::size_t>(found - std::begin(kSpellings));
}

// "4bit" for "4bit" and "4-bit"; "" for what states no width.
std::string_view width_of(std::string_view folded) {
  for (const std::string_view width : kWidths) {
    if (folded == width) return width;
    const bool hyphen = folded.size() == width.size() + 1 && folded[1] == '-';
    if (hyphen && folded[0] == width[0] && folded.substr(2) == "bit") return width;
  }
  return {};
}

struct Precision {
  std::string_view method = {};
  std::string_view width = {};
};

template <typename Texts>
Precision precision_of(const Texts& texts) {
  Precision precision;
  std::size_t best = std::size(kSpellings);
  for (const auto& text : texts) {
    if (text.size() < kShortestSpelling || text.size() > kLongestSpelling) continue;
    if (kFirstCharacters.find(text.front()) == std::string_view::npos) continue;
    const std::string folded = fold(text);
    best = std::min(best, method_rank(folded));
    if (precision.width.empty()) precision.width = width_of(folded);
  }
  if (best < std::size(kSpellings)) precision.method = kSpellings[best].method;
  return precision;
}

// The last three words of a name: methods stand there, before a word such as "dynamic" or "128g".
std::vector<std::string_view> ending_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty() && words.size() < 3) {
    const std::size_t mark = name.find_last_of("-_.");
    words.push_back(name.substr(mark + 1));
    name = mark == std::string_view::npos ? std::string_view() : name.substr(0, mark);
  }
  return words;
}

// ---- Parameter counts.

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

struct Count {
  std::int64_t params = 0;
  char unit = 0;  // 'b' or 'm'
};

// "7B", "0.5b", "350m"; also with a suffix behind a dot ("7b.Q4"). nullopt: not a count.
std::optional<Count> count_of(std::string_view word) {
  const std::size_t end = word.find_first_not_of("0123456789.");
  if (end == 0 || end == std::string_view::npos || !is_digit(word.front())) return std::nullopt;
  const char unit = fold(word[end]);
  const bool whole_word = end + 1 == word.size() || word[end + 1] == '.';
  if ((unit != 'b' && unit != 'm') || !whole_word) return std::nullopt;
  const Result<Decimal> number = parse_decimal(word.substr(0, end));
  if (!number || number->billionths <= 0) return std::nullopt;
  const std::int64_t params = number->billionths;  // of billions: just so many
  return Count{unit == 'b' ? params : params / 1000, unit};
}

// "8x7b", "4X8B": experts times their size, which is not the size of the model.
bool is_product(std::string_view word) {
  const std::size_t times = word.find_first_of("xX");
  return times != std::string_view::npos && all_digits(word.substr(0, times)) &&
         count_of(word.substr(times + 1)).has_value();
}

// "16E" behind "17B": the number in front counts active parameters only.
bool is_expert_count(std::string_view word) {
  return word.size() > 1 && fold(word.back()) == 'e' && all_digits(word.substr(0, word.size() - 1));
}

struct Word {
  std::string_view text = {};
  char before = 0;  // the separator in front, 0 at the start
};

std::vector<Word> words_of(std::string_view name) {
  constexpr std::string_view kSeparators = "-_ +(),:";
  std::vector<Word> words;
  char before = 0;
  while (true) {
    const std::size_t end = name.find_first_of(kSeparators);
    words.push_back({name.substr(0, end), before});
    if (end == std::string_view::npos) return words;
    before = name[end];
    name.remove_prefix(end + 1);
  }
}

}  // namespace

std::string quantization_of(std::string_view id, std::span<const std::string> tags) {
  Precision precision = precision_of(tags);
  const Precision ending = precision_of(ending_of(name_of(id)));
  const bool vague = precision.method.empty() || precision.method == "compressed-tensors";
  if (vague && !ending.method.empty()) precision.method = ending.method;
  if (precision.width.empty()) precision.width = ending.width;

  if (precision.method.empty()) return std::string(precision.width);
  if (precision.method != "mlx") return std::string(precision.method);
  // MLX is a format for full precision too; only a width makes it a reduced copy.
  return precision.width.empty() ? "" : "mlx-" + std::string(precision.width);
}

std::string precision_of_name(std::string_view id) {
  const Precision ending = precision_of(ending_of(name_of(id)));
  return std::string(ending.method) + ' ' + std::string(ending.width);
}

std::vector<std::string> precision_tags() {
  std::vector<std::string> tags;
  for (const Spelling& spelling : kSpellings) tags.emplace_back(spelling.text);
  for (const std::string_view width : kWidths) {
    tags.emplace_back(width);
    tags.push_back(std::string(1, width.front()) + "-bit");
  }
  return tags;
}

std::optional<std::int64_t> params_from_id(std::string_view id) {
  const std::vector<Word> words = words_of(name_of(id));
  std::optional<Count> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_product(words[i].text)) return std::nullopt;
    const std::optional<Count> count = count_of(words[i].text);
    if (!count) continue;
    // "1_6b" may be 1.6b, or 6b of version 1.
    if (words[i].before == '_' && all_digits(words[i - 1].text)) return std::nullopt;
    if (i + 1 < words.size() && is_expert_count(words[i + 1].text)) return std::nullopt;
    if (!found) {
      found = count;
    } else if (found->unit == 'b' && count->unit == 'm') {
      continue;  // "7B-Instruct-1M": a context length
    } else if (found->params != count->params) {
      return std::nullopt;  // "1B-7B": which of them?
    }
  }
  if (!found) return std::nullopt;
  return found->params;
}

}  // namespace oms
