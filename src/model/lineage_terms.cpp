#include "model/lineage_terms.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/license_parts.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// One way over from a license to another, as the text of the first allows it.
struct Way {
  std::string_view base = {};
  std::string_view child = {};
  Passing passing = Passing::yes;
};
constexpr std::array kWays = {
    // File-level copyleft: the secondary, compatible or later licenses that the text names.
    Way{"mpl-2.0", "lgpl-2.1"},
    Way{"mpl-2.0", "lgpl-3.0"},
    Way{"mpl-2.0", "gpl-2.0"},
    Way{"mpl-2.0", "gpl-3.0"},
    Way{"mpl-2.0", "agpl-3.0"},
    Way{"epl-1.0", "epl-2.0"},
    Way{"lgpl-2.1", "gpl-2.0"},
    Way{"lgpl-2.1", "gpl-3.0"},
    Way{"lgpl-3.0", "gpl-3.0"},
    Way{"lgpl-3.0", "agpl-3.0"},
    Way{"eupl-1.1", "eupl-1.2"},
    Way{"eupl-1.1", "gpl-2.0"},
    Way{"eupl-1.1", "osl-3.0"},
    Way{"eupl-1.1", "epl-1.0"},
    Way{"eupl-1.2", "gpl-2.0"},
    Way{"eupl-1.2", "gpl-3.0"},
    Way{"eupl-1.2", "agpl-3.0"},
    Way{"eupl-1.2", "osl-3.0"},
    Way{"eupl-1.2", "epl-1.0"},
    Way{"eupl-1.2", "mpl-2.0"},
    Way{"eupl-1.2", "lgpl-2.1"},
    Way{"eupl-1.2", "lgpl-3.0"},
    // Copyleft of the whole work. A Hub id cannot say "or later", so GPL-2 stays GPL-2.
    Way{"gpl-3.0", "agpl-3.0"},
    // Share-alike: the same elements in a later version; CC-BY-SA 4.0 also one way to GPL-3.
    Way{"cc-by-sa-3.0", "cc-by-sa-4.0"},
    Way{"cc-by-sa-4.0", "gpl-3.0"},
    Way{"cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0"},
    Way{"cc-by-nc-sa-2.0", "cc-by-nc-sa-4.0"},
    Way{"cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0"},
    // Bare family ids.
    Way{"gpl", "gpl-2.0", Passing::unclear},
    Way{"gpl", "gpl-3.0", Passing::unclear},
    Way{"gpl", "agpl-3.0", Passing::unclear},
    Way{"gpl-2.0", "gpl", Passing::unclear},
    Way{"gpl-3.0", "gpl", Passing::unclear},
    Way{"lgpl", "lgpl-2.1", Passing::unclear},
    Way{"lgpl", "lgpl-3.0", Passing::unclear},
    Way{"lgpl", "gpl-2.0", Passing::unclear},
    Way{"lgpl", "gpl-3.0", Passing::unclear},
    Way{"lgpl", "gpl", Passing::unclear},
};

// One text under two keys.
struct Alias {
  std::string_view id = {};
  std::string_view other = {};
};
constexpr std::array kAliases = {
    Alias{"gemma", "other:gemma-terms"}, Alias{"openrail++", "other:sdxl-1.0"},
    Alias{"apple-ascl", "other:apple-sample-code"}, Alias{"openmdw-1.0", "other:openmdw"}};

std::string_view known_key(const License& license) {
  for (const Alias& alias : kAliases) {
    if (alias.other == license.key) return alias.id;
  }
  return license.key;
}

// The licenses of one licensor for one family of models, oldest first.
constexpr std::array<std::string_view, 6> kLlama = {"llama2",   "llama3",   "llama3.1",
                                                    "llama3.2", "llama3.3", "llama4"};
constexpr std::array<std::string_view, 2> kQwen = {"other:tongyi-qianwen", "other:qwen"};
constexpr std::array<std::span<const std::string_view>, 2> kSuccessions = {kLlama, kQwen};

// "llama3.1-terms" and "llama3.1-license" both name llama3.1.
std::string_view bare_name(std::string_view name) {
  constexpr std::array<std::string_view, 6> kTails = {"-agreement", "-of-use",    "-terms",
                                                      "-license",   "-community", "-licence"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view tail : kTails) {
      if (!name.ends_with(tail) || name.size() == tail.size()) continue;
      name.remove_suffix(tail.size());
      cut = true;
    }
  }
  return name;
}

// The parts of a license name, also those that "with" joins.
std::vector<std::string> joined_names(std::string_view name) {
  constexpr std::string_view kWith = "-with-";
  std::string hyphened = fold(trim(name));
  std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
  std::vector<std::string> names;
  for (std::string& part : license_parts(hyphened)) {
    for (std::size_t with = part.find(kWith); with != std::string::npos; with = part.find(kWith)) {
      names.push_back(part.substr(0, with));
      part.erase(0, with + kWith.size());
    }
    names.push_back(std::move(part));
  }
  return names;
}

}  // namespace

bool same_license(const License& a, const License& b) { return known_key(a) == known_key(b); }

Passing may_become(const License& base, const License& child) {
  for (const Way& way : kWays) {
    if (way.base == base.key && way.child == child.key) return way.passing;
  }
  return Passing::no;
}

bool is_later_version(const License& base, const License& child) {
  for (const auto& keys : kSuccessions) {
    const auto earlier = std::find(keys.begin(), keys.end(), base.key);
    if (earlier == keys.end()) continue;
    return std::find(earlier + 1, keys.end(), child.key) != keys.end();
  }
  return false;
}

bool lists_license(const LineageNode& child, const License& base) {
  const std::string_view wanted = bare_name(short_key(base));
  std::vector<std::string> names = joined_names(child.license_name);
  if (names.size() < 2) names.clear();
  if (child.license != nullptr) {
    for (std::string& part : joined_names(short_key(*child.license))) {
      names.push_back(std::move(part));
    }
  }
  for (const std::string_view part : split_words(child.declared, ' ')) names.emplace_back(part);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return bare_name(name) == wanted; });
}

}  // namespace oms
