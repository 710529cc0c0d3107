// Tables of data/ with a few rows, without Catch2: fuzzers begin with them, too.
#pragma once

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/base/text.h"
#include "oms/catalog/build.h"

namespace oms {

// Text of data/NAME. Throws when there is none.
inline std::string shipped_file(std::string_view name) {
  const std::string path = OMS_SOURCE_DIR "/data/" + std::string(name);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("there is no " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

using Strings = std::vector<std::string>;
using Cells = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// Tables with the columns of the shipped ones and the rows a test adds.
class Tables {
 public:
  Tables() {
    for (const std::string_view name : data_file_names()) {
      const std::string shipped = shipped_file(name);
      const bool is_table = name.ends_with(".tsv");
      files_[std::string(name)] = is_table ? shipped.substr(0, shipped.find('\n') + 1) : "";
    }
    license("mit", "true", "osi-permissive", "notice");
    license("cc-by-nc-4.0", "false", "non-commercial", "non-commercial");
    license("other", "unknown", "unknown", "unknown");
    row("tasks.tsv", {{"task", "text-generation"}, {"kind", "pipeline"}});
    row("tasks.tsv", {{"task", "translation"}, {"kind", "pipeline"}});
    row("tasks.tsv", {{"task", "feature-extraction"}, {"kind", "pipeline"}});
    row("tasks.tsv", {{"task", "chat"}, {"kind", "computed"}});
    row("metrics.tsv", {{"metric", "mmlu"}, {"better", "higher"}});
    row("families.tsv", {{"family", "llama"}, {"pattern", "llama"}});
    row("domains.tsv", {{"domain", "biology"}, {"tags", "protein"}, {"pattern", "bio"}});
    row("languages.tsv", {{"code", "en"}, {"name", "English"}});
    row("languages.tsv", {{"code", "fr"}, {"name", "French"}});
  }

  Tables& row(std::string_view file, Cells cells) {
    std::string& text = files_.find(file)->second;
    const std::string header = text.substr(0, text.find('\n'));
    Strings line;
    for (const std::string_view column : split(header, '\t')) {
      line.emplace_back();
      for (const auto& [name, value] : cells) {
        if (name == column) line.back() = value;
      }
    }
    text += join(line, "\t") + "\n";
    return *this;
  }

  Tables& license(std::string_view key, std::string_view approved, std::string_view license_class,
                  std::string_view rule) {
    const std::string_view allowed = license_class == "unknown" ? "unknown" : "yes";
    return row("licenses.tsv", {{"key", key},
                                {"osi_approved", approved},
                                {"class", license_class},
                                {"commercial_use", allowed},
                                {"derivatives", allowed},
                                {"redistribution", allowed},
                                {"derived_rule", rule},
                                {"kind", "hub"}});
  }

  // A record of the snapshot; `json` is what stands behind its id.
  Tables& record(std::string_view id, std::string_view json) {
    files_["snapshot.ndjson"] += R"({"id":")" + std::string(id) + "\"," + std::string(json) + "}\n";
    return *this;
  }

  const DataFiles& files() const { return files_; }

 private:
  DataFiles files_ = {};
};

}  // namespace oms
