// Changes of an input, the same on every machine: what a fuzzer does, without its feedback.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oms::fuzz {

class Mutator {
 public:
  // `words`: of the dictionary; `others`: inputs to take pieces of. Both must outlive it.
  Mutator(std::uint64_t seed, const std::vector<std::string>& words,
          const std::vector<std::string>& others)
      : state_(seed), words_(words), others_(others) {}

  // One to four changes.
  std::string change(std::string text);

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : next() % end; }
  std::uint64_t next();
  void change_once(std::string& text);
  std::string piece();

  std::uint64_t state_;
  const std::vector<std::string>& words_;
  const std::vector<std::string>& others_;
};

// The words of a dictionary as libFuzzer reads it: a line each, in quotes, \" \\ and \xAB in them.
std::vector<std::string> dictionary_words(std::string_view text);

}  // namespace oms::fuzz
