// Runs every target without a fuzzer: each seed and each former finding once, then some mutations
// of them from a fixed seed. A broken rule or a sanitizer ends the program.
//
//   oms_fuzz_seeds DIRECTORY [MUTATIONS [TARGET]]
//
// DIRECTORY is tests/fuzz. With the variable OMS_FUZZ_INPUT each input is written to that file
// first, so that the one which ended the program is there.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "fuzz/mutator.h"
#include "fuzz/targets.h"

namespace {

namespace fs = std::filesystem;
using oms::fuzz::Target;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> seeds_of(const fs::path& directory) {
  std::vector<fs::path> paths;
  if (fs::is_directory(directory)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(directory))
      paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const fs::path& path : paths) seeds.push_back(read(path));
  return seeds;
}

// From memory of just its size: a byte read behind it is noticed.
void run(const Target& target, const std::string& input, const char* keep) {
  if (keep != nullptr) std::ofstream(keep, std::ios::binary) << input;
  const auto copy = std::make_unique<char[]>(input.size());
  std::memcpy(copy.get(), input.data(), input.size());
  target.run({copy.get(), input.size()});
}

bool run_target(const Target& target, const fs::path& directory, std::size_t mutations) {
  const char* keep = std::getenv("OMS_FUZZ_INPUT");
  const std::string name(target.name);
  const std::vector<std::string> seeds = seeds_of(directory / "corpus" / name);
  std::printf("%s: ", name.c_str());
  std::fflush(stdout);
  if (seeds.empty()) {
    std::puts("no seeds");
    return false;
  }
  run(target, "", keep);
  for (const std::string& seed : seeds) run(target, seed, keep);
  const auto words =
      oms::fuzz::dictionary_words(read(directory / "dictionaries" / (name + ".dict")));
  oms::fuzz::Mutator mutator(1, words, seeds);
  std::string last;
  for (std::size_t i = 0; i < mutations; ++i) {
    last = mutator.change(i % 4 == 3 ? last : seeds[i % seeds.size()]);
    run(target, last, keep);
  }
  std::printf("%zu seeds, %zu mutations\n", seeds.size(), mutations);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || count > 4) {
    std::fputs("usage: oms_fuzz_seeds DIRECTORY [MUTATIONS [TARGET]]\n", stderr);
    return 2;
  }
  const std::size_t mutations = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 0;
  const std::string_view only = count > 3 ? arguments[3] : "";
  bool ran = false;
  for (const Target& target : oms::fuzz::targets()) {
    if (!only.empty() && target.name != only) continue;
    if (!run_target(target, arguments[1], mutations)) return 1;
    ran = true;
  }
  return ran ? 0 : 2;
}
