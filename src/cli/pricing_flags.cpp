#include "cli/pricing_flags.h"

#include <CLI/App.hpp>

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::int64_t kMostRatio = 1'000'000;
constexpr std::int64_t kDayMs = 86'400'000;

Error wrong(std::string_view flag, std::string_view text, std::string_view takes) {
  return {Errc::usage, fmt::format("{} takes {}, not '{}'", flag, takes, printable(text)), ""};
}

struct Suffix {
  char letter = 0;
  std::int64_t factor = 1;
};
constexpr std::array<Suffix, 4> kSuffixes = {
    {{'k', 1'000}, {'m', 1'000'000}, {'b', 1'000'000'000}, {'t', 1'000'000'000'000}}};

// "20k", "1.5M", "20000": a whole number from 0 to kMostTokens.
Result<std::int64_t> read_amount(std::string_view flag, std::string_view text,
                                 std::string_view what) {
  const Error error = wrong(flag, text, fmt::format("a whole number of {} (20k, 1.5M)", what));
  std::string_view digits = text;
  std::int64_t factor = 1;
  for (const Suffix& suffix : kSuffixes) {
    if (digits.empty() || fold(digits.back()) != suffix.letter) continue;
    digits.remove_suffix(1);
    factor = suffix.factor;
    break;
  }
  const auto number = parse_decimal(digits);
  if (!number || *number < Decimal{}) return error;
  const Int128 units = Int128{number->billionths} * factor;
  if (units % Decimal::kScale != 0) return error;
  const Int128 amount = units / Decimal::kScale;
  if (amount > kMostTokens) return error;
  return static_cast<std::int64_t>(amount);
}

// "3:1"
Result<Ratio> read_ratio(std::string_view text) {
  const Error error = wrong("--ratio", text, "input to output as in 3:1");
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return error;
  Ratio ratio;
  const auto read = [](std::string_view part, std::int64_t& number) {
    const auto [end, code] = std::from_chars(part.data(), part.data() + part.size(), number);
    return code == std::errc{} && end == part.data() + part.size() && number >= 0 &&
           number <= kMostRatio;
  };
  const bool fine =
      read(text.substr(0, colon), ratio.input) && read(text.substr(colon + 1), ratio.output);
  if (!fine || ratio.input + ratio.output == 0) return error;
  return ratio;
}

// "0.5" or "50%"
Result<Decimal> read_share(std::string_view text) {
  const bool percent = text.ends_with('%');
  const auto number = parse_decimal(percent ? text.substr(0, text.size() - 1) : text);
  const Decimal whole = decimal(percent ? 100 : 1);
  if (!number || *number < Decimal{} || *number > whole) {
    return wrong("--cache-hit", text, "a share of the input tokens from 0 to 1 (0.5, 50%)");
  }
  return percent ? divide(number->billionths, 100) : *number;
}

Result<Workload> read_workload(const PricingOptions& options) {
  Workload workload;
  struct Part {
    std::string_view flag;
    const std::string& text;
    std::string_view what;
    std::int64_t& amount;
  };
  const Part parts[] = {{"--in", options.input, "tokens a call", workload.input},
                        {"--out", options.output, "tokens a call", workload.output},
                        {"--calls", options.calls, "calls", workload.calls}};
  for (const Part& part : parts) {
    if (part.text.empty()) continue;
    const auto amount = read_amount(part.flag, part.text, part.what);
    if (!amount) return amount.error();
    part.amount = *amount;
  }
  const Int128 tokens = (Int128{workload.input} + workload.output) * workload.calls;
  if (workload.calls == 0) return wrong("--calls", options.calls, "a number above 0");
  if (tokens == 0) return Error{Errc::usage, "the workload has no tokens", "give --in and --out"};
  if (tokens > kMostTokens) {
    return Error{Errc::usage, "the workload is out of range: over 40 trillion tokens", ""};
  }
  if (!options.cache_hit.empty()) {
    const auto share = read_share(options.cache_hit);
    if (!share) return share.error();
    workload.cached = *share;
  }
  return workload;
}

}  // namespace

void add_pricing(CLI::App& app, PricingOptions& options) {
  const auto text = [&](const char* flag, std::string& value, const char* help, const char* name) {
    app.add_option(flag, value, help)->type_name(name)->group("What it costs");
  };
  text("--in", options.input, "input tokens a call, e.g. 20k: prices become a bill", "N");
  text("--out", options.output, "output tokens a call, e.g. 1k", "N");
  text("--calls", options.calls, "calls in the period of the bill (default: 1)", "N");
  text("--cache-hit", options.cache_hit, "share of the input read from the host's cache, e.g. 0.5",
       "SHARE");
  text("--ratio", options.ratio, "input to output of the blended price (default: 3:1)", "IN:OUT");
  text("--price-age", options.price_age, "only quotes that are at most so old, e.g. 30d", "AGE");
}

Result<Pricing> read_pricing(const PricingOptions& options, Date today) {
  Pricing pricing;
  if (options.workload()) {
    const auto workload = read_workload(options);
    if (!workload) return workload.error();
    pricing.workload = *workload;
  } else if (!options.calls.empty() || !options.cache_hit.empty()) {
    const std::string_view flag = options.calls.empty() ? "--cache-hit" : "--calls";
    return Error{Errc::usage, fmt::format("{} goes with --in and --out", flag), ""};
  }
  if (!options.ratio.empty()) {
    const auto ratio = read_ratio(options.ratio);
    if (!ratio) return ratio.error();
    pricing.ratio = *ratio;
  }
  if (!options.price_age.empty()) {
    const auto age = parse_duration_ms(options.price_age);
    if (!age) return Error{Errc::usage, "--price-age: " + age.error().what, age.error().hint};
    const std::int64_t first = std::int64_t{today.days} - *age / kDayMs;
    pricing.not_before = Date{static_cast<std::int32_t>(std::max<std::int64_t>(first, 0))};
  }
  return pricing;
}

std::string workload_text(const Pricing& pricing, bool unicode) {
  if (!pricing.workload) return {};
  const Workload& work = *pricing.workload;
  std::string text =
      fmt::format("{} in + {} out {} {}", grouped(work.input), grouped(work.output),
                  unicode ? "×" : "x", work.calls == 1 ? "1 call" : grouped(work.calls) + " calls");
  if (work.cached) {
    text += fmt::format(", {} % cached", to_text(Decimal{work.cached->billionths * 100}));
  }
  return text;
}

std::string ratio_text(const Ratio& ratio) {
  return fmt::format("{}:{}", ratio.input, ratio.output);
}

}  // namespace oms
