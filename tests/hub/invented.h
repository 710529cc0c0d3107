// An invented Hub of any size: record i is computed from the seed whenever it is asked for, and
// nothing is stored, so that three million models start at once. All names, numbers and texts are
// made up; their shares, ties, gaps and oddities follow what was measured on the real one.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hub/records.h"

namespace oms::loopback {

// What one provider asks for one model. Prices in USD cents per million tokens.
struct Offer {
  std::string_view provider = {};
  std::string_view status = "live";
  std::string_view task = "conversational";
  std::optional<int> input_cents = {};
  std::optional<int> output_cents = {};
  int context_length = 0;
  bool tools = false;
  bool is_author = false;
};

class Invented final : public Records {
 public:
  Invented(Row count, std::uint64_t seed) : count_(count), seed_(seed) {}

  Row size() const override { return count_; }
  std::string object_id(Row row) const override;
  std::optional<std::int64_t> number(Row row, SortKey key) const override;
  std::string pipeline_tag(Row row) const override;
  bool gated(Row row) const override { return !gate(row).empty(); }
  std::vector<std::string> providers(Row row) const override;
  std::vector<std::string> tags(Row row) const override;

  // Facts of one record.
  std::uint64_t roll(Row row, std::string_view what) const;  // fixed for seed, row and word
  int level(Row row) const;                       // 0: trained from nothing, 1 and 2: derived
  std::vector<Row> parents(Row row) const;        // two for a merge
  std::string_view relation(Row row) const;       // empty on level 0
  Row root(Row row) const;                        // the model at the bottom of its family
  std::int64_t parameters(Row row) const;         // of the model, as its name says
  std::int64_t stored_parameters(Row row) const;  // in its weight files
  std::string license(Row row) const;             // empty: none stated
  std::string_view gate(Row row) const;           // "auto", "manual" or empty
  std::string_view library(Row row) const;        // empty: none
  std::string_view model_type(Row row) const;
  std::string_view architecture(Row row) const;
  std::vector<std::string> languages(Row row) const;
  std::string former_id(Row row) const;  // empty: never renamed
  std::string sha(Row row) const;
  bool chat(Row row) const;
  bool has_card(Row row) const { return roll(row, "card") % 100 < 75; }
  bool disabled(Row row) const { return !served(row) && roll(row, "disabled") % 1000 == 0; }
  bool gguf(Row row) const { return relation(row) == "quantized" && roll(row, "format") % 2 == 0; }
  bool packed(Row row) const { return relation(row) == "quantized" && !gguf(row); }
  bool has_weights(Row row) const { return !gguf(row) && roll(row, "weights") % 100 < 70; }
  bool evaluated(Row row) const { return chat(row) && roll(row, "evaluated") % 20 == 0; }
  bool served(Row row) const;
  std::vector<Offer> offers(Row row) const;  // empty when not served

 protected:
  std::string own_id(Row row) const override;
  std::optional<Row> find_own(std::string_view id) const override;
  void write_field(Row row, std::string_view field, Shape shape, JsonWriter& writer) const override;
  void set_downloads(Row row, std::int64_t downloads) override { downloads_[row] = downloads; }
  void set_license(Row row, std::string_view license) override {
    licenses_[row] = {std::string(license), rounds()};
  }

 private:
  std::string first_license(Row row) const;
  std::int64_t created_second(Row row) const;
  std::int64_t modified_second(Row row) const;
  std::int64_t downloads(Row row) const;
  std::int64_t trending(Row row) const;
  std::string name(Row row) const;
  Row ancestor(Row row, int wanted_level, std::string_view what) const;
  Row legacy_rows() const { return count_ / 100 + 1; }

  Row count_ = 0;
  std::uint64_t seed_ = 0;
  std::unordered_map<Row, std::int64_t> downloads_ = {};
  struct Relicensed {
    std::string license = {};
    int round = 0;
  };
  std::unordered_map<Row, Relicensed> licenses_ = {};
};

}  // namespace oms::loopback
