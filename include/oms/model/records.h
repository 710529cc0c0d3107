// What belongs to a model beside its fields: price offers, score observations, provenance.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/model/model.h"

namespace oms {

// What one host asks for one model, as one source saw it. USD per 1M tokens.
struct Offer {
  std::string host = {};    // serving company under one name: "groq"
  std::string route = {};   // how it was reached: "huggingface:groq", "openrouter", "groq"
  std::string source = {};  // where the figure stands, in words
  Number input = {};
  Number output = {};
  Day as_of = {};
  Number cached = {};  // input tokens that are read from the host's cache
};

// One score of one model in one benchmark.
struct Observation {
  std::string metric = {};  // key of data/metrics.tsv
  Decimal value = {};
  Day as_of = {};
  Choice grade = {};         // words::kGrade
  std::string variant = {};  // effort or precision, "" when the source says none
  std::string source = {};
};

// How we know a value, strongest last.
namespace words {
inline constexpr std::string_view kEvidence[] = {"inferred", "declared", "verified", "curated",
                                                 "user"};
}

// Where the value of one field comes from.
struct Fact {
  std::string field = {};
  std::string source = {};
  Day as_of = {};
  Choice evidence = {};  // words::kEvidence

  friend bool operator==(const Fact&, const Fact&) = default;
};

// How the source of a fact about a class begins; the key of the license that was judged follows.
inline constexpr std::string_view kLicenseTableSource = "license table: ";
// That key; "" when the class was read from no license.
std::string_view judged_license(std::span<const Fact> facts);

struct Record {
  Model model = {};
  std::vector<Offer> offers = {};
  std::vector<Observation> scores = {};
  std::vector<Fact> facts = {};
};

}  // namespace oms
