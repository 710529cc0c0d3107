// A directory of exported tables that appears as a whole or not at all: it is made under another
// name beside its place and then takes that place in one step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "oms/base/result.h"
#include "oms/env/sink.h"

namespace oms {

class FileSystem;  // src/store/atomic_file.h; tests let it fail

// By this file a former export is known. Spark skips names that begin so.
inline constexpr std::string_view kExportMark = "_oms_export.json";

// "models-00000.ndjson": `table` is a word of lower-case letters, `ending` ndjson or csv.
std::string part_name(std::string_view table, std::size_t part, std::string_view ending);

class ExportDirectory {
 public:
  // Errc::data: `path` is neither free nor empty nor a former export alone, or cannot be written.
  static Result<std::unique_ptr<ExportDirectory>> begin(const std::string& path,
                                                        FileSystem* files = nullptr);
  ~ExportDirectory();  // without publish() nothing is left
  ExportDirectory(const ExportDirectory&) = delete;
  ExportDirectory& operator=(const ExportDirectory&) = delete;

  // One file after the other. What goes wrong in the sink is told by the end of the file.
  Result<Done> begin_file(std::string_view name);
  Sink& sink();
  Result<Done> end_file();

  // Writes the mark and puts the directory in its place. A former export there is removed.
  Result<Done> publish(std::string_view mark);

  std::size_t files() const { return file_count_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  class FileSink;
  ExportDirectory(std::string asked, std::string place, FileSystem& files);
  Result<Done> make();
  Result<Done> take_place();
  Error failure(std::string_view tried, const std::string& path, int error) const;

  std::string asked_;      // as the user wrote it, for messages
  std::string place_;      // without links and final slashes
  std::string temporary_;  // beside it
  FileSystem& files_;
  int lock_ = -1;  // descriptor of the temporary directory
  bool published_ = false;
  std::unique_ptr<FileSink> file_;
  std::string file_name_ = {};
  std::size_t file_count_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace oms
