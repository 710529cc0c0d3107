// Sets of keys of the Hub's record, one bit a key: each of millions of records has some.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace oms {

// The keys that somebody asks for, and the parts of keys that the bundled snapshot names; the last
// one stands for all others.
inline constexpr std::array<std::string_view, 39> kHubKeys = {"id",
                                                              "_id",
                                                              "author",
                                                              "pipeline_tag",
                                                              "library_name",
                                                              "tags",
                                                              "likes",
                                                              "downloads",
                                                              "downloadsAllTime",
                                                              "trendingScore",
                                                              "createdAt",
                                                              "lastModified",
                                                              "gated",
                                                              "disabled",
                                                              "private",
                                                              "sha",
                                                              "cardData",
                                                              "safetensors",
                                                              "baseModels",
                                                              "config",
                                                              "gguf",
                                                              "evalResults",
                                                              "model-index",
                                                              "inferenceProviderMapping",
                                                              "siblings",
                                                              "_params_billions",
                                                              "_context_length",
                                                              "_tags_cut",
                                                              "_license_elsewhere",
                                                              "_license_state",
                                                              "_sources",
                                                              "cardData.license",
                                                              "cardData.license_link",
                                                              "cardData.license_name",
                                                              "cardData.language",
                                                              "cardData.base_model",
                                                              "cardData.datasets",
                                                              "safetensors.total",
                                                              ""};

// Position in kHubKeys; that of the last one for a name that is not there.
constexpr std::size_t hub_key_index(std::string_view name) {
  for (std::size_t i = 0; i + 1 < kHubKeys.size(); ++i) {
    if (kHubKeys[i] == name) return i;
  }
  return kHubKeys.size() - 1;
}

// A key by a name in the code: one that is not in the table does not compile.
class HubKey {
 public:
  template <std::size_t N>
  consteval HubKey(const char (&name)[N]) : index_(hub_key_index({name, N - 1})) {  // NOLINT
    if (index_ + 1 == kHubKeys.size()) throw "no key of the Hub's record";
  }
  constexpr std::size_t index() const { return index_; }

 private:
  std::size_t index_;
};

class HubKeys {
 public:
  HubKeys() = default;
  explicit HubKeys(std::span<const std::string> names) {
    for (const std::string& name : names) add(name);
  }
  HubKeys(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) add(name);
  }

  void add(std::string_view name) { bits_ |= bit(hub_key_index(name)); }
  bool has(HubKey key) const { return has(key.index()); }
  bool has(std::size_t index) const { return (bits_ & bit(index)) != 0; }
  bool empty() const { return bits_ == 0; }
  std::uint64_t bits() const { return bits_; }
  // Takes out what `keys` has, and parts of it: "cardData.license" is part of "cardData".
  void remove(HubKeys keys) {
    for (std::size_t i = 0; i < kHubKeys.size(); ++i) {
      const std::string_view whole = kHubKeys[i].substr(0, kHubKeys[i].find('.'));
      if (keys.has(hub_key_index(whole))) bits_ &= ~bit(i);
    }
  }
  friend bool operator==(HubKeys, HubKeys) = default;

 private:
  static constexpr std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

  std::uint64_t bits_ = 0;
};
static_assert(kHubKeys.size() <= 64);

}  // namespace oms
