// One model record of the Hub's API, as it stands on the wire, wrong types tolerated.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/field.h"
#include "oms/model/records.h"
#include "oms/source/hub_keys.h"

namespace oms {

// Which source said which keys of a bundled record, and when it was true.
struct SourceNote {
  std::string source = {};
  Day as_of = {};
  HubKeys keys = {};
};

// A license that a record does not declare, by another source.
struct LicenseElsewhere {
  std::string license = {};
  std::string license_name = {};
  std::string source = {};
  Day as_of = {};
};

// What a repository says about how to talk to its model.
struct ChatTemplate {
  bool present = false;
  bool tools = false;  // the template mentions them
};

// A key that is absent, null or of a wrong type leaves its member empty.
struct HubRecord {
  std::string id = {};
  std::string hub_id = {};  // _id: stays when the model is renamed
  std::string author = {};
  std::string pipeline_tag = {};
  std::string library_name = {};
  std::vector<std::string> tags = {};
  Integer likes = {};
  Integer downloads = {};
  Number trending = {};
  Day created = {};
  Day modified = {};
  std::string gated = {};  // "", "no", "auto", "manual", "yes" (kind not told)
  bool disabled = false;
  bool is_private = false;
  std::string sha = {};  // head commit
  Integer downloads_all_time = {};
  Integer safetensors_total = {};
  Integer safetensors_bytes = {};  // elements times their width; none with a type we do not know
  std::vector<std::string> licenses = {};  // cardData.license: string or list
  std::string license_name = {};
  std::string license_link = {};
  std::vector<std::string> languages = {};
  std::vector<std::string> base_models = {};    // as the card spells them: may be former names
  std::string base_model_relation = {};         // the card's word
  std::string new_version = {};                 // id that the card points to
  std::vector<std::string> parents = {};        // baseModels: current ids
  std::string parent_relation = {};             // adapter, merge, quantized, finetune
  std::vector<std::string> architectures = {};  // config: "LlamaForCausalLM"
  std::string model_type = {};                  // config: "llama"
  std::string quant_method = {};                // config: "awq", "fp8"
  Integer config_context = {};
  ChatTemplate config_template = {};
  Integer gguf_total = {};  // parameters
  Integer gguf_bytes = {};  // of the file that the Hub read
  std::string gguf_architecture = {};
  Integer gguf_context = {};
  ChatTemplate gguf_template = {};
  // evalResults of known benchmarks, values as they stand: 20.9 and 0.209 both occur, the scale
  // belongs to the benchmark.
  std::vector<Observation> eval_results = {};
  std::vector<Observation> card_results = {};  // model-index, likewise
  std::string provider_mapping = {};  // inferenceProviderMapping as JSON, for price_sources.h
  bool files_listed = false;          // siblings came, be it an empty list
  std::vector<std::string> weight_files = {};  // kinds among them: "safetensors", "gguf", "bin", …
  bool training_logs = false;  // event files or the state of a trainer are among them
  // Keys of the bundled snapshot only.
  Number params_billions = {};
  Integer context_length = {};
  bool tags_cut = false;  // the source kept only the first tags
  LicenseElsewhere license_elsewhere = {};
  std::string license_state = {};  // declared, none-declared, unknown; "" on live records
  std::vector<SourceNote> sources = {};
  bool unlisted = false;  // the listings that had it no longer do
};

// Reads records one after the other; keeps its buffers.
class HubRecordReader {
 public:
  HubRecordReader();
  ~HubRecordReader();
  // Errc::data: not a JSON object, or without an id of the Hub's grammar.
  Result<HubRecord> read(std::string_view json);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

// Takes over from a newer record what was asked for: of each of `keys` ("downloads", "cardData",
// …) the value, or that there is none; other keys stay. The identity and the notes of `fetched`
// always come over; older notes give up the keys that were replaced.
void overlay(HubRecord& onto, HubRecord fetched, HubKeys keys);

// Row of data/metrics.tsv for a benchmark of the Hub; "" for one that is not known.
std::string_view metric_of(std::string_view dataset, std::string_view task);

// owner/name or a legacy bare name: hub-api, section 1.
bool is_hub_id(std::string_view id);

}  // namespace oms
