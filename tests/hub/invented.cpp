#include "hub/invented.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "hub/encode.h"

namespace oms::loopback {
namespace {

// The real Hub gives this time to every repository older than its record of creation times.
constexpr std::int64_t kFloorSecond = 1646263744;  // 2022-03-02T23:29:04Z
constexpr std::int64_t kNowSecond = 1790985600;    // 2026-10-03T00:00:00Z
constexpr std::int64_t kDaySeconds = 86'400;       // between rounds of corrections

struct Share {
  std::string_view value = {};
  unsigned weight = 0;
};

template <std::size_t N>
std::string_view pick(const std::array<Share, N>& shares, std::uint64_t roll) {
  unsigned total = 0;
  for (const Share& share : shares) total += share.weight;
  auto left = static_cast<unsigned>(roll % total);
  for (const Share& share : shares) {
    if (left < share.weight) return share.value;
    left -= share.weight;
  }
  return shares.back().value;
}

constexpr std::array<std::string_view, 16> kStems = {
    "Moth", "Otter", "Heron", "Lynx",  "Newt", "Finch", "Badger", "Wren",
    "Carp", "Ibex",  "Tapir", "Stoat", "Gull", "Vole",  "Marten", "Quail"};

constexpr std::array<Share, 24> kTasks = {{{"text-generation", 420},
                                           {"text-classification", 80},
                                           {"text-to-image", 90},
                                           {"image-text-to-text", 40},
                                           {"token-classification", 25},
                                           {"question-answering", 15},
                                           {"fill-mask", 20},
                                           {"feature-extraction", 30},
                                           {"sentence-similarity", 30},
                                           {"automatic-speech-recognition", 35},
                                           {"image-classification", 40},
                                           {"reinforcement-learning", 60},
                                           {"translation", 15},
                                           {"summarization", 10},
                                           {"text-to-speech", 12},
                                           {"text-to-video", 8},
                                           {"object-detection", 10},
                                           {"robotics", 20},
                                           {"any-to-any", 4},
                                           {"text-ranking", 5},
                                           {"time-series-forecasting", 3},
                                           {"text2text-generation", 20},
                                           {"conversational", 2},
                                           {"other", 6}}};

constexpr std::array<Share, 34> kLicenses = {{{"", 250},
                                              {"apache-2.0", 330},
                                              {"mit", 150},
                                              {"other", 70},
                                              {"creativeml-openrail-m", 60},
                                              {"openrail", 25},
                                              {"openrail++", 8},
                                              {"bigscience-bloom-rail-1.0", 5},
                                              {"llama2", 20},
                                              {"llama3", 18},
                                              {"llama3.1", 25},
                                              {"llama3.2", 20},
                                              {"llama3.3", 8},
                                              {"llama4", 2},
                                              {"gemma", 30},
                                              {"cc-by-nc-4.0", 28},
                                              {"cc-by-nc-sa-4.0", 8},
                                              {"cc-by-4.0", 14},
                                              {"cc-by-sa-4.0", 8},
                                              {"cc0-1.0", 3},
                                              {"afl-3.0", 8},
                                              {"unknown", 8},
                                              {"gpl-3.0", 8},
                                              {"agpl-3.0", 3},
                                              {"bsd-3-clause", 4},
                                              {"bsl-1.0", 1},
                                              {"wtfpl", 2},
                                              {"unlicense", 2},
                                              {"cc-by-nc-nd-4.0", 3},
                                              {"openmdw-1.0", 1},
                                              {"grok2-community", 1},
                                              {"invented-free-1.0", 2},
                                              {"Apache 2.0", 2},
                                              {"fair-noncommercial-research-license", 1}}};

constexpr std::array<std::int64_t, 24> kSizesInMillions = {
    22,   33,   66,   110,  125,   125,   340,   560,   1100,  1500,   1700,   3000,
    4000, 7000, 7240, 8030, 12200, 14700, 24000, 32000, 70600, 104000, 235000, 671000};

constexpr std::array<std::string_view, 8> kProviders = {
    "together", "fireworks-ai", "novita", "deepinfra", "nscale", "groq", "hf-inference", "fal-ai"};

std::string base36(std::uint64_t value) {
  std::string result;
  do {
    result.insert(result.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[value % 36]);
    value /= 36;
  } while (value != 0);
  return result;
}

std::optional<std::uint64_t> from_base36(std::string_view text) {
  if (text.empty() || text.size() > 7) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      value = value * 36 + static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'z') {
      value = value * 36 + static_cast<std::uint64_t>(c - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

// From 1 up to `most`, small numbers far more often: every doubling is as likely as the one before.
std::uint64_t zipf(std::uint64_t roll, std::uint64_t most) {
  const auto doublings = static_cast<unsigned>(std::bit_width(most));
  const auto exponent = static_cast<unsigned>(roll % doublings);
  const std::uint64_t low = std::uint64_t{1} << exponent;
  return std::min(most, low + (roll >> 8) % low);
}

// At least 1; the chance of reaching x falls as 1/x.
std::uint64_t heavy_tail(std::uint64_t roll) {
  const auto exponent = static_cast<unsigned>(std::min(24, std::countl_zero(roll | 1)));
  const std::uint64_t low = std::uint64_t{1} << exponent;
  return low + (roll & 0xffffff) % low;
}

std::string size_label(std::int64_t parameters) {
  const std::int64_t millions = parameters / 1'000'000;
  return millions < 1000 ? std::to_string(millions) + 'M' : std::to_string(millions / 1000) + 'B';
}

}  // namespace

std::uint64_t Invented::roll(Row row, std::string_view what) const {
  std::uint64_t word = 0xcbf29ce484222325u;  // FNV-1a, so that every word is a stream of its own
  for (const char c : what) word = (word ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return mix(seed_, row, word);
}

std::string Invented::object_id(Row row) const {
  return hex(static_cast<std::uint64_t>(created_second(row)), 8) + hex(mix(seed_, 7), 6) +
         hex(row, 10);
}

std::int64_t Invented::created_second(Row row) const {
  const Row legacy = legacy_rows();
  if (row < legacy) return kFloorSecond + (row < legacy / 2 ? 0 : 1);
  // The Hub grows faster every year: a square root makes later times denser.
  const double share = static_cast<double>(row - legacy + 1) / static_cast<double>(count_);
  const auto span = static_cast<double>(kNowSecond - kFloorSecond - 2);
  return kFloorSecond + 2 + static_cast<std::int64_t>(std::sqrt(share) * span);
}

std::int64_t Invented::modified_second(Row row) const {
  const auto relicensed = licenses_.find(row);
  if (relicensed != licenses_.end()) {
    return kNowSecond + 3600 + (relicensed->second.round - 1) * kDaySeconds;
  }
  const std::int64_t created = created_second(row);
  const auto fraction = static_cast<std::int64_t>(roll(row, "modified") % 1000);
  return created + (kNowSecond - created) * fraction / 1000 * fraction / 1000;
}

std::int64_t Invented::downloads(Row row) const {
  const auto changed = downloads_.find(row);
  if (changed != downloads_.end()) return changed->second;
  if (disabled(row)) return 0;
  const std::uint64_t number = roll(row, "downloads");
  if (served(row)) return static_cast<std::int64_t>(heavy_tail(number) * 20'000 + number % 977);
  if (number % 100 < 12) return 0;
  return static_cast<std::int64_t>(heavy_tail(number) * 4 + number % 3);
}

std::int64_t Invented::trending(Row row) const {
  const std::uint64_t number = roll(row, "trending");
  return number % 100 < 95 ? 0 : static_cast<std::int64_t>(heavy_tail(number));
}

std::optional<std::int64_t> Invented::number(Row row, SortKey key) const {
  switch (key) {
    case SortKey::created_at:
      return created_second(row) * 1000;
    case SortKey::last_modified:
      return modified_second(row) * 1000;
    case SortKey::downloads:
      return downloads(row);
    case SortKey::likes:
      return static_cast<std::int64_t>(heavy_tail(roll(row, "likes"))) - 1;
    case SortKey::likes_30d:
      return (static_cast<std::int64_t>(heavy_tail(roll(row, "likes"))) - 1) / 10;
    case SortKey::trending_score:
      return trending(row);
    case SortKey::num_parameters:
      if (!has_weights(row) && !gguf(row)) return std::nullopt;
      return stored_parameters(row);
    case SortKey::id:
      break;
  }
  return std::nullopt;
}

int Invented::level(Row row) const {
  if (row < 4) return 0;
  const std::uint64_t number = roll(row, "level") % 100;
  return number < 30 ? 0 : number < 80 ? 1 : 2;
}

Row Invented::ancestor(Row row, int wanted_level, std::string_view what) const {
  const std::uint64_t fraction = roll(row, what) & 0xffff;
  const auto start = static_cast<Row>(row * fraction / 0x10000 * fraction / 0x10000);
  for (Row step = 0; step <= start && step < 64; ++step) {
    if (level(start - step) == wanted_level) return start - step;
  }
  return 0;
}

std::vector<Row> Invented::parents(Row row) const {
  const int own = level(row);
  if (own == 0) return {};
  std::vector<Row> result = {ancestor(row, own - 1, "parent")};
  if (relation(row) == "merge") {
    const Row second = ancestor(row, own - 1, "second parent");
    if (second != result.front()) result.push_back(second);
  }
  return result;
}

std::string_view Invented::relation(Row row) const {
  if (level(row) == 0) return {};
  constexpr std::array<Share, 4> shares = {
      {{"finetune", 45}, {"quantized", 35}, {"adapter", 13}, {"merge", 7}}};
  return pick(shares, roll(row, "relation"));
}

Row Invented::root(Row row) const {
  while (level(row) > 0) row = parents(row).front();
  return row;
}

std::int64_t Invented::parameters(Row row) const {
  const Row base = root(row);
  const std::uint64_t number = roll(base, "size");
  // The lesser of two draws: small models are many, the giants few.
  const std::size_t index =
      std::min(number % kSizesInMillions.size(), (number >> 16) % kSizesInMillions.size());
  return kSizesInMillions[index] * 1'000'000 + static_cast<std::int64_t>(number >> 32) % 999'983;
}

std::int64_t Invented::stored_parameters(Row row) const {
  const std::int64_t count = parameters(row);
  // Eight 4-bit weights share one stored integer, so the sum understates a packed model.
  return packed(row) ? count / 8 + count / 50 : count;
}

std::string Invented::license(Row row) const {
  const auto changed = licenses_.find(row);
  return changed != licenses_.end() ? changed->second.license : first_license(row);
}

// A derived model keeps what it took over when its base is given another one.
std::string Invented::first_license(Row row) const {
  if (!has_card(row)) return {};
  if (level(row) > 0 && roll(row, "inherits license") % 100 < 60) return first_license(root(row));
  return std::string(pick(kLicenses, roll(row, "license")));
}

std::string_view Invented::gate(Row row) const {
  const std::uint64_t number = roll(row, "gate") % 1000;
  return number < 12 ? "manual" : number < 20 ? "auto" : "";
}

bool Invented::served(Row row) const {
  const Row stride = std::max<Row>(5, count_ / 400);
  return row % stride == stride / 2;
}

bool Invented::chat(Row row) const {
  const std::string task = pipeline_tag(row);
  if (task != "text-generation" && task != "image-text-to-text") return false;
  return served(row) || roll(row, "chat") % 2 == 0;
}

std::string Invented::pipeline_tag(Row row) const {
  if (served(row)) {
    const std::uint64_t number = roll(row, "task") % 10;
    return number < 5 ? "text-generation" : number < 7 ? "image-text-to-text" : "text-to-image";
  }
  if (roll(row, "no task") % 100 < 29) return {};
  return std::string(pick(kTasks, roll(root(row), "task")));
}

std::string_view Invented::library(Row row) const {
  if (relation(row) == "adapter") return "peft";
  if (gguf(row)) return roll(row, "library") % 2 == 0 ? "gguf" : "";
  const std::string task = pipeline_tag(row);
  if (task == "text-to-image" || task == "text-to-video") return "diffusers";
  if (task == "reinforcement-learning") return "stable-baselines3";
  if (task == "robotics") return "lerobot";
  return roll(row, "library") % 10 < 8 ? "transformers" : "";
}

std::string_view Invented::model_type(Row row) const {
  constexpr std::array<std::string_view, 5> types = {"inventa", "inventa_moe", "fictobert",
                                                     "fabula", "imaginet"};
  return types[roll(root(row), "type") % types.size()];
}

std::string_view Invented::architecture(Row row) const {
  constexpr std::array<std::string_view, 5> names = {"InventaForCausalLM", "InventaMoeForCausalLM",
                                                     "FictobertForMaskedLM", "FabulaModel",
                                                     "ImaginetForImageClassification"};
  return names[roll(root(row), "type") % names.size()];
}

std::vector<std::string> Invented::languages(Row row) const {
  constexpr std::array<std::string_view, 10> codes = {"en", "fr", "de", "zh", "es",
                                                      "pt", "ja", "hi", "no", "multilingual"};
  const std::uint64_t number = roll(row, "languages");
  if (!has_card(row) || number % 10 < 4) return {};
  if (number % 10 < 8) return {"en"};
  std::vector<std::string> result;
  const std::size_t count = 1 + (number >> 8) % 4;
  for (std::size_t i = 0; i < count; ++i) {
    result.emplace_back(codes[((number >> 16) + i) % codes.size()]);
  }
  return result;
}

std::string Invented::sha(Row row) const {
  const std::uint64_t version = licenses_.count(row);
  return hex(roll(row, "sha") + version, 16) + hex(roll(row, "sha2"), 16) +
         hex(roll(row, "sha3"), 8);
}

std::vector<Offer> Invented::offers(Row row) const {
  if (!served(row)) return {};
  const bool speaks = chat(row);
  const std::uint64_t number = roll(row, "offers");
  const std::size_t count = speaks ? 1 + number % 4 : 1;
  std::vector<Offer> result;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t draw = mix(number, i);
    Offer offer;
    offer.provider = speaks ? kProviders[(number / 8 + i) % 7] : kProviders[7];
    offer.status = draw % 100 < 92 ? "live" : draw % 100 < 98 ? "error" : "staging";
    offer.task = speaks ? std::string_view("conversational") : std::string_view("text-to-image");
    offer.context_length = 4096 << ((draw >> 8) % 6);
    offer.tools = (draw >> 16) % 2 == 0;
    offer.is_author = (draw >> 20) % 20 == 0;
    if (speaks && offer.provider != "hf-inference" && (draw >> 24) % 10 < 7) {
      const bool unknown = (draw >> 28) % 40 == 0;  // 0 stands for "unknown", as on the real one
      offer.input_cents = unknown ? 0 : static_cast<int>(3 + (draw >> 32) % 250);
      offer.output_cents = unknown ? 0 : *offer.input_cents * 3;
    }
    result.push_back(offer);
  }
  return result;
}

std::vector<std::string> Invented::providers(Row row) const {
  std::vector<std::string> result;
  for (const Offer& offer : offers(row)) result.emplace_back(offer.provider);
  return result;
}

std::string Invented::name(Row row) const {
  const Row base = root(row);
  std::string result(kStems[roll(base, "stem") % kStems.size()]);
  result += '-' + size_label(parameters(base));
  const std::string_view how = relation(row);
  if (how == "finetune") result += chat(row) ? "-Instruct" : "-ft";
  if (how == "quantized") result += gguf(row) ? "-GGUF" : "-AWQ";
  if (how == "adapter") result += "-LoRA";
  if (how == "merge") result += "-Merge";
  return result + '-' + base36(row);
}

std::string Invented::own_id(Row row) const {
  constexpr std::array<std::string_view, 4> kinds = {"invented-labs-", "invented-user-",
                                                     "Invented-Works-", "invented_school_"};
  const std::uint64_t owner = zipf(roll(row, "owner"), count_ / 6 + 1);
  return std::string(kinds[owner % kinds.size()]) + std::to_string(owner) + '/' + name(row);
}

std::string Invented::former_id(Row row) const {
  if (roll(row, "former") % 50 != 0) return {};
  return "invented-archive-" + std::to_string(roll(row, "archive") % 9) + '/' + name(row);
}

std::optional<Row> Invented::find_own(std::string_view id) const {
  const std::string wanted = lower(id);
  const auto number = from_base36(std::string_view(wanted).substr(wanted.rfind('-') + 1));
  if (!number || *number >= count_) return std::nullopt;
  const auto row = static_cast<Row>(*number);
  if (lower(own_id(row)) == wanted) return row;
  const std::string former = former_id(row);
  if (!former.empty() && lower(former) == wanted) return row;
  // The oldest models were once addressed without an owner.
  if (row < legacy_rows() && lower(name(row)) == wanted) return row;
  return std::nullopt;
}

std::vector<std::string> Invented::tags(Row row) const {
  std::vector<std::string> result;
  const auto add = [&](std::string_view tag) {
    if (!tag.empty() && std::find(result.begin(), result.end(), tag) == result.end()) {
      result.emplace_back(tag);
    }
  };
  add(library(row));
  if (has_weights(row)) add("safetensors");
  if (gguf(row)) add("gguf");
  if (library(row) == "transformers") add(model_type(row));
  add(pipeline_tag(row));
  if (chat(row)) add("conversational");
  if (roll(row, "free tag") % 20 == 0) add("made up, with spaces");
  for (const std::string& language : languages(row)) add(language);
  if (roll(row, "dataset") % 6 == 0) {
    add("dataset:invented-data/pond-" + std::to_string(roll(row, "dataset") % 97));
  }
  if (roll(row, "arxiv") % 8 == 0) {
    add("arxiv:99" + std::to_string(10 + roll(row, "arxiv") % 3) + ".0000" +
        std::to_string(roll(row, "arxiv") % 10));
  }
  for (const Row parent : parents(row)) {
    add("base_model:" + id(parent));
    add("base_model:" + std::string(relation(row)) + ':' + id(parent));
  }
  const std::string stated = license(row);
  if (!stated.empty()) add("license:" + stated);
  if (packed(row)) add("4-bit"), add("awq");
  if (relation(row) == "merge") add("merge");
  if (evaluated(row)) add("eval-results");
  if (library(row) == "transformers") add("endpoints_compatible");
  add(roll(row, "region") % 50 == 0 ? "region:eu" : "region:us");
  return result;
}

}  // namespace oms::loopback
