// CycloneDX 1.6: the models in use as an ML-BOM.
#include <algorithm>
#include <map>

#include "check/format_functions.h"
#include "check/format_parts.h"
#include "check/json_document.h"
#include "check/tool_version.h"
#include "oms/base/text.h"
#include "source/percent.h"
#include "store/checksum.h"

namespace oms {
namespace {

using References = std::map<std::string, std::string>;  // folded id → bom-ref
using SpdxIds = std::map<std::string, std::string>;     // key of the license table → SPDX id

// Ids of the Hub have at most one slash; those of price lists begin with "host:".
bool on_hub(std::string_view id) { return id.find(':') == std::string_view::npos; }

struct Name {
  std::string owner = {};  // "" none
  std::string name = {};
};

Name name_of(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos) return {"", printable(id)};
  return {printable(id.substr(0, slash)), printable(id.substr(slash + 1))};
}

// pkg:huggingface/owner/name@revision; names keep their case, revisions are lower case.
std::string package_url(std::string_view id, std::string_view revision) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(id, '/')) parts.push_back(percent_encode(part));
  std::string url = "pkg:huggingface/" + join(parts, "/");
  if (!revision.empty()) url += "@" + percent_encode(fold(revision));
  return url;
}

std::string reference_of(const CheckedModel& model) {
  return on_hub(model.id) ? package_url(model.id, model.revision) : printable(model.id);
}

// Only what is on the SPDX list may stand as an id; everything else is a name.
Json licenses_json(const std::string& spdx_id, const std::string& name,
                   std::string_view acknowledgement) {
  if (spdx_id.empty() && name.empty()) return Json::array();
  Json license;
  license[spdx_id.empty() ? "name" : "id"] = spdx_id.empty() ? printable(name) : spdx_id;
  license["acknowledgement"] = acknowledgement;
  return Json::array({{{"license", std::move(license)}}});
}

void add_property(Json& properties, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  properties.push_back({{"name", "oms:" + std::string(name)}, {"value", printable(value)}});
}

void set_name(Json& component, std::string_view id) {
  const Name name = name_of(id);
  if (!name.owner.empty()) component["group"] = name.owner;
  component["name"] = name.name;
}

Json ancestor_json(const ChainStep& step, const SpdxIds& spdx_ids) {
  Json component = {{"type", "machine-learning-model"}};
  set_name(component, step.id);
  const auto known = spdx_ids.find(step.license);
  const std::string spdx_id = known == spdx_ids.end() ? "" : known->second;
  if (Json licenses = licenses_json(spdx_id, step.license, "declared"); !licenses.empty()) {
    component["licenses"] = std::move(licenses);
  }
  if (on_hub(step.id)) component["purl"] = package_url(step.id, "");
  Json properties = Json::array();
  add_property(properties, "license_class", step.license_class);
  add_property(properties, "license_verdict", step.verdict);
  add_property(properties, "path", join(step.path, " "));
  component["properties"] = std::move(properties);
  return component;
}

Json properties_json(const CheckedModel& model) {
  Json properties = Json::array();
  add_property(properties, "license_class", model.license_class);
  add_property(properties, "license_effective", model.license_effective);
  add_property(properties, "license_verdict", model.license_verdict);
  add_property(properties, "license_evidence", model.evidence);
  add_property(properties, "record_as_of", model.as_of);
  add_property(properties, "in_catalog", model.known ? "" : "no");
  add_property(properties, "outcome", model.outcome);
  for (const auto& [name, value] : model.figures) add_property(properties, name, value);
  return properties;
}

Json occurrences_json(const std::vector<Place>& places) {
  Json occurrences = Json::array();
  for (const Place& place : places) {
    if (place.file.empty()) continue;
    Json occurrence = {{"location", printable(plain_path(place.file))}};
    if (place.line > 0) occurrence["line"] = place.line;
    occurrences.push_back(std::move(occurrence));
  }
  return occurrences;
}

Json component_json(const CheckedModel& model, const SpdxIds& spdx_ids) {
  Json component = {{"type", "machine-learning-model"}, {"bom-ref", reference_of(model)}};
  set_name(component, model.id);
  if (!model.revision.empty()) component["version"] = printable(fold(model.revision));
  // What a policy or another source says is somebody's conclusion, not the publisher's word.
  const bool declared = !model.clarified && !model.license.empty();
  if (Json licenses = licenses_json(model.spdx_id, declared_license(model),
                                    declared ? "declared" : "concluded");
      !licenses.empty()) {
    component["licenses"] = std::move(licenses);
  }
  if (on_hub(model.id)) component["purl"] = package_url(model.id, model.revision);
  Json ancestors = Json::array();
  for (const ChainStep& step : model.chain) ancestors.push_back(ancestor_json(step, spdx_ids));
  if (!ancestors.empty()) component["pedigree"] = {{"ancestors", std::move(ancestors)}};
  component["properties"] = properties_json(model);
  if (Json occurrences = occurrences_json(model.places); !occurrences.empty()) {
    component["evidence"] = {{"occurrences", std::move(occurrences)}};
  }
  return component;
}

// The nearest bases that are components themselves.
Json dependency_json(const CheckedModel& model, const References& references) {
  const auto is_component = [&](const std::string& id) { return references.contains(fold(id)); };
  std::vector<std::string> bases;
  for (const ChainStep& step : model.chain) {
    const auto& path = step.path;
    const bool nearest =
        path.size() < 3 || std::none_of(path.begin() + 1, path.end() - 1, is_component);
    if (is_component(step.id) && nearest) bases.push_back(references.at(fold(step.id)));
  }
  std::sort(bases.begin(), bases.end());
  bases.erase(std::unique(bases.begin(), bases.end()), bases.end());
  Json json = {{"ref", reference_of(model)}};
  if (!bases.empty()) json["dependsOn"] = bases;
  return json;
}

Json metadata_json(const CheckReport& report) {
  Json tool = {{"type", "application"}, {"name", "oms"}, {"version", tool_version()}};
  Json properties = Json::array();
  add_property(properties, "policy", report.policy);
  add_property(properties, "policy_hash", report.policy_hash);
  Json metadata = {{"timestamp", report.date + "T00:00:00Z"},
                   {"tools", {{"components", Json::array({std::move(tool)})}}}};
  if (!properties.empty()) metadata["properties"] = std::move(properties);
  return metadata;
}

// The same content has the same number: a UUID of version 8, made of a hash.
std::string serial_number(const Json& content) {
  std::string digits = content_hash(json_document_text(content));
  digits[12] = '8';
  digits[16] = "89ab"[digits[16] & 3];
  for (const std::size_t at : {20U, 16U, 12U, 8U}) digits.insert(at, "-");
  return "urn:uuid:" + digits;
}

}  // namespace

void write_check_cyclonedx(const CheckReport& report, Sink& sink, const Style&) {
  References references;
  SpdxIds spdx_ids;
  for (const CheckedModel& model : report.models) {
    references[fold(model.id)] = reference_of(model);
    if (!model.license_key.empty()) spdx_ids[model.license_key] = model.spdx_id;
  }
  Json components = Json::array();
  Json dependencies = Json::array();
  for (const CheckedModel& model : report.models) {
    components.push_back(component_json(model, spdx_ids));
    dependencies.push_back(dependency_json(model, references));
  }
  Json content = {{"version", 1},
                  {"metadata", metadata_json(report)},
                  {"components", std::move(components)},
                  {"dependencies", std::move(dependencies)}};
  Json document = {{"$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json"},
                   {"bomFormat", "CycloneDX"},
                   {"specVersion", "1.6"},
                   {"serialNumber", serial_number(content)}};
  document.update(content);
  write_json_document(document, sink);
}

}  // namespace oms
