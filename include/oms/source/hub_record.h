// One model record of the Hub's API, as it stands on the wire, wrong types tolerated.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "oms/base/result.h"
#include "oms/model/field.h"

namespace oms {

// Which source said which keys of a bundled record, and when it was true.
struct SourceNote {
  std::string source = {};
  Day as_of = {};
  std::vector<std::string> keys = {};  // Hub keys: "downloads", "cardData.license"
};

// A key that is absent, null or of a wrong type leaves its member empty.
struct HubRecord {
  std::string id = {};
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
  Integer safetensors_total = {};
  std::vector<std::string> licenses = {};  // cardData.license: string or list
  std::string license_name = {};
  std::string license_link = {};
  std::vector<std::string> languages = {};
  std::vector<std::string> base_models = {};
  std::string base_model_relation = {};
  // Keys of the bundled snapshot only.
  Number params_billions = {};
  Integer context_length = {};
  std::string license_state = {};  // declared, none-declared, unknown; "" on live records
  std::vector<SourceNote> sources = {};
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

// owner/name or a legacy bare name: hub-api, section 1.
bool is_hub_id(std::string_view id);

}  // namespace oms
