// Every reader of what strangers write, as a function of any bytes: one row a target.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace oms::fuzz {

struct Target {
  std::string_view name = {};  // its seeds are in corpus/<name>, its words in dictionaries/<name>
  void (*run)(std::string_view input) = nullptr;
};
std::span<const Target> targets();
const Target* find_target(std::string_view name);  // nullptr: no such target

// Ends the program where `holds` is false, with the rule that was broken.
void expect(bool holds, std::string_view rule);
// The text up to the first end of a line, which is taken off `rest`.
std::string_view take_line(std::string_view& rest);

void run_hub_page(std::string_view input);
void run_hub_detail(std::string_view input);
void run_router(std::string_view input);
void run_openrouter(std::string_view input);
void run_openevals(std::string_view input);
void run_arena(std::string_view input);
void run_open_llm(std::string_view input);
void run_open_asr(std::string_view input);
void run_artificial_analysis(std::string_view input);
void run_provider_mapping(std::string_view input);
void run_exchange(std::string_view input);
void run_headers(std::string_view input);
void run_overrides(std::string_view input);
void run_manifest(std::string_view input);
void run_digest(std::string_view input);
void run_index(std::string_view input);
void run_merge(std::string_view input);
void run_condition(std::string_view input);
void run_policy(std::string_view input);
void run_lock(std::string_view input);
void run_baseline(std::string_view input);
void run_scan(std::string_view input);
void run_gitignore(std::string_view input);

}  // namespace oms::fuzz
