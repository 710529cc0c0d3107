#include "catalog/from_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "oms/base/text.h"
#include "oms/source/hub_page.h"
#include "oms/source/hub_request.h"
#include "oms/source/transport.h"
#include "oms/store/mapped_file.h"
#include "source/exchange.h"

namespace oms {
namespace {

namespace fs = std::filesystem;

// Records of an .ndjson file that make one page.
constexpr std::size_t kRecordsAPage = 1000;
constexpr std::size_t kBytesAPage = std::size_t{16} << 20;

std::string_view name_of(std::string_view file) {
  // The last two parts: "hub/page-1.json".
  const std::size_t slash = file.rfind('/');
  const std::size_t before = slash == std::string_view::npos || slash == 0
                                 ? std::string_view::npos
                                 : file.rfind('/', slash - 1);
  return before == std::string_view::npos ? file : file.substr(before + 1);
}

std::string modified_at(const std::string& file) {
  std::error_code error;
  const auto time = fs::last_write_time(file, error);
  if (error) return {};
  const auto system = std::chrono::file_clock::to_sys(time);
  return timestamp(
      std::chrono::duration_cast<std::chrono::milliseconds>(system.time_since_epoch()).count());
}

// Puts records with the same keys together into pages.
class HubFile {
 public:
  HubFile(const std::string& file, CacheWriter& writer, SourceOutcome& outcome,
          const TakePage& take)
      : name_(name_of(file)),
        as_of_(modified_at(file)),
        writer_(writer),
        outcome_(outcome),
        take_(take) {}

  Result<Done> add(std::string_view text, std::size_t line);
  Result<Done> flush();

 private:
  Result<Done> add_body(std::string_view body, const Exchange& exchange, std::size_t line);
  std::string place(std::size_t line) const {
    return line == 0 ? name_ : name_ + ", line " + std::to_string(line);
  }

  std::string name_;
  std::string as_of_;
  CacheWriter& writer_;
  SourceOutcome& outcome_;
  const TakePage& take_;
  PageInfo page_ = {};
  std::string lines_ = {};
  std::size_t pages_ = 0;
};

Result<Done> HubFile::flush() {
  if (lines_.empty()) return Done{};
  page_.source = "hub";
  page_.request = name_ + (pages_ == 0 ? "" : "#" + std::to_string(pages_ + 1));
  const auto written = writer_.write_page(page_, lines_);
  if (!written) return written;
  ++pages_;
  take_(page_);
  lines_.clear();
  page_.records = 0;
  return Done{};
}

Result<Done> HubFile::add_body(std::string_view body, const Exchange& exchange, std::size_t line) {
  const auto read = trim(body).starts_with('{') ? reduce_hub_detail(body, Siblings::keep)
                                                : reduce_hub_page(body, Siblings::keep);
  if (!read) {
    outcome_.rejected.push_back(place(line) + ": " + read.error().what);
    return Done{};
  }
  const auto name = [&](const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const std::string& record : from) to.push_back(place(line) + ", " + record);
  };
  name(read->rejected, outcome_.rejected);
  name(read->odd, outcome_.odd);
  const std::vector<std::string> keys = exchange.request.empty()
                                            ? std::vector<std::string>{std::string(kKeysNotTold)}
                                            : keys_of(exchange.request);
  const std::string as_of = exchange.recorded_at.empty() ? as_of_ : exchange.recorded_at;
  const bool full = page_.records >= kRecordsAPage || lines_.size() >= kBytesAPage;
  if (full || keys != page_.expand || as_of != page_.fetched_at) {
    const auto flushed = flush();
    if (!flushed) return flushed;
  }
  page_.expand = keys;
  page_.fetched_at = as_of;
  page_.records += read->records;
  outcome_.records += read->records;
  lines_ += read->lines;
  return Done{};
}

Result<Done> HubFile::add(std::string_view text, std::size_t line) {
  const auto exchange = read_exchange(text);
  if (!exchange) return add_body(text, {}, line);
  const HttpResponse& response = exchange->response;
  if (response.status == 200) return add_body(response.body, *exchange, line);
  outcome_.rejected.push_back(fmt::format(
      "{}: the Hub answered {} to '{}': {}", place(line), response.status,
      exchange->request.substr(0, exchange->request.find('?')), server_message(response)));
  return Done{};
}

// Records by themselves are put under the key where the service has them.
std::string body_for(const Service& service, std::string_view file, std::string_view records) {
  if (service.list.empty()) return std::string(records);
  return file.ends_with(".ndjson") ? lines_under(service.list, records)
                                   : body_under(service.list, records);
}

}  // namespace

std::string real_path(const std::string& directory) {
  std::error_code error;
  const fs::path path = fs::canonical(directory, error);
  return error ? directory : path.string();
}

Result<std::vector<std::string>> source_files(const std::string& directory,
                                              std::string_view source) {
  const fs::path folder = fs::path(directory) / std::string(source);
  std::vector<std::string> files;
  std::error_code error;
  if (!fs::exists(folder, error)) return files;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string kind = at->path().extension().string();
    if (kind == ".json" || kind == ".ndjson" || kind == ".csv")
      files.push_back(at->path().string());
  }
  if (error) {
    return Error{Errc::data, "cannot read '" + folder.string() + "': " + fold(error.message()), ""};
  }
  std::sort(files.begin(), files.end());
  return files;
}

Result<Done> take_hub_file(const std::string& file, CacheWriter& writer, SourceOutcome& outcome,
                           const TakePage& take) {
  const auto mapped = MappedFile::open(file);
  if (!mapped) {
    outcome.rejected.push_back(mapped.error().what);
    return Done{};
  }
  HubFile pages(file, writer, outcome, take);
  if (!file.ends_with(".ndjson")) {
    const auto added = pages.add(mapped->text(), 0);
    if (!added) return added;
    return pages.flush();
  }
  std::size_t number = 0;
  for (std::string_view rest = mapped->text(); !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.empty()) continue;
    const auto added = pages.add(line, number);
    if (!added) return added;
  }
  return pages.flush();
}

Result<Done> take_service_file(const Service& service, const std::string& file, CacheWriter& writer,
                               SourceOutcome& outcome, const TakePage& take) {
  const auto mapped = MappedFile::open(file);
  if (!mapped) {
    outcome.rejected.push_back(mapped.error().what);
    return Done{};
  }
  const std::string_view text = mapped->text();
  const auto exchange = read_exchange(text);
  if (exchange && exchange->response.status != 200) {
    outcome.rejected.push_back(
        fmt::format("{}: the service answered {}", name_of(file), exchange->response.status));
    return Done{};
  }
  const std::string_view records = exchange ? std::string_view(exchange->response.body) : text;
  const std::string body = body_for(service, file, records);
  PageInfo page;
  page.source = service.name;
  page.request = name_of(file);
  page.fetched_at =
      exchange && !exchange->recorded_at.empty() ? exchange->recorded_at : modified_at(file);
  const Day as_of = parse_date(page.fetched_at);
  const auto harvest = service.parse(body, as_of.value_or(Date{}));
  if (!harvest) {
    outcome.rejected.push_back(std::string(name_of(file)) + ": " + harvest.error().what);
    return Done{};
  }
  for (const std::string& record : harvest->rejected) {
    outcome.rejected.push_back(std::string(name_of(file)) + ", " + record);
  }
  page.records = harvest->records;
  outcome.records += harvest->records;
  const auto written = writer.write_page(page, body);
  if (!written) return written;
  take(std::move(page));
  return Done{};
}

}  // namespace oms
