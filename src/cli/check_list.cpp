#include "cli/check_list.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/units.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// An id of the Hub has neither "@" nor ":".
CheckedId read_id(std::string_view text, Place place) {
  const std::size_t at = text.find('@');
  CheckedId asked;
  asked.written = text.substr(0, at);
  if (at != std::string_view::npos) asked.revision = text.substr(at + 1);
  asked.place = std::move(place);
  return asked;
}

// Cuts ":NUMBER" off the end.
std::optional<int> cut_number(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(colon + 1);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 1) {
    return std::nullopt;
  }
  text = text.substr(0, colon);
  return number;
}

// "src/app.py:3:9:owner/name"
std::optional<CheckedId> read_scan_line(std::string_view line) {
  const std::size_t colon = line.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == line.size()) return std::nullopt;
  std::string_view file = line.substr(0, colon);
  const auto column = cut_number(file);
  const auto number = column ? cut_number(file) : std::nullopt;
  if (!number || file.empty()) return std::nullopt;
  return read_id(line.substr(colon + 1), {std::string(file), *number, *column});
}

std::string_view without_comment(std::string_view line) {
  if (line.starts_with('#')) return {};
  const std::size_t comment = std::min(line.find(" #"), line.find("\t#"));
  return trim(line.substr(0, comment));
}

Error list_error(const std::string& path, const std::string& why) {
  return {Errc::usage, "list '" + printable(path) + "': " + why, ""};
}

Result<std::vector<CheckedId>> read_file(const std::string& path, const Context& context) {
  const auto text = context.world.read_input(path);
  if (!text) return list_error(path, text.error().what);
  return parse_list(*text, path == "-" ? "stdin" : path);
}

Result<Done> add_scan(const CheckSources& sources, const Catalog& catalog, const Context& context,
                      CheckList& list) {
  const auto report = scan_paths(context, catalog, sources.scan, sources.scan_options);
  if (!report) return report.error();
  for (const Reference& reference : report->references) {
    list.models.push_back(
        {reference.id,
         reference.revision,
         {reference.file, static_cast<int>(reference.line), static_cast<int>(reference.column)}});
  }
  for (const std::string& warning : report->warnings) context.note("oms: warning: " + warning);
  for (const std::string& note : report->notes) context.note(note);
  list.missed = report->warnings;
  list.missed.insert(list.missed.end(), report->left_out.begin(), report->left_out.end());
  for (const Reference& reference : report->dynamic) {
    list.missed.push_back(printable(reference.file) + ":" + std::to_string(reference.line) + ":" +
                          std::to_string(reference.column) + " is put together at run time");
  }
  if (!report->dynamic.empty()) {
    context.world.err.write(
        "oms: warning: " + counted(report->dynamic.size(), "reference") +
        " put together at run time cannot be checked; 'oms scan --json' names them\n");
  }
  return Done{};
}

// "@x" is a saved query to other commands; read as an id it would be a model without a name.
Result<Done> refuse_nameless(const std::vector<CheckedId>& models) {
  for (const CheckedId& model : models) {
    if (!model.written.empty()) continue;
    const std::string& revision = model.revision;
    const std::string name = revision.empty() ? "" : "@" + printable(revision);
    return Error{Errc::usage, "'" + name + "' is no model id",
                 name.empty() ? "" : "check takes no saved query"};
  }
  return Done{};
}

// A name without its owner stays unknown, but its whole id can be told.
void find_meant(std::vector<CheckedId>& models, const Catalog& catalog) {
  int looked_up = 0;
  constexpr int kMost = 20;  // each goes through all ids
  for (CheckedId& model : models) {
    if (looked_up == kMost) return;
    const std::string& name = model.written;
    if (name.find('/') != std::string::npos || catalog.find_exact(name) != kNoRow) continue;
    ++looked_up;
    const auto row = catalog.find(name);
    if (!row) continue;
    const std::string_view id = catalog.table().id(*row);
    if (equal_folded(id.substr(id.rfind('/') + 1), name)) model.meant = id;
  }
}

}  // namespace

std::vector<CheckedId> parse_list(std::string_view text, const std::string& path) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<CheckedId> models;
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    const std::string_view word = without_comment(trim(line));
    if (word.empty()) continue;
    auto scanned = read_scan_line(word);
    const int column = static_cast<int>(word.data() - line.data()) + 1;
    models.push_back(scanned ? *std::move(scanned) : read_id(word, {path, number, column}));
  }
  return models;
}

Result<std::vector<std::string>> ids_in_lists(const std::vector<std::string>& files,
                                              const Context& context) {
  std::vector<std::string> ids;
  for (const std::string& file : files) {
    auto models = read_file(file, context);
    if (!models) return std::move(models).error();
    if (models->empty()) return list_error(file, "there is no id in it");
    for (CheckedId& model : *models) ids.push_back(std::move(model.written));
  }
  return ids;
}

Result<CheckList> read_list(const CheckSources& sources, const Catalog& catalog,
                            const Context& context) {
  CheckList list;
  for (const std::string& id : sources.ids) {
    if (id != "-") list.models.push_back(read_id(id, {}));
  }
  std::vector<std::string> files = sources.files;
  if (std::find(sources.ids.begin(), sources.ids.end(), "-") != sources.ids.end()) {
    files.emplace_back("-");
  }
  for (const std::string& file : files) {
    auto models = read_file(file, context);
    if (!models) return std::move(models).error();
    list.models.insert(list.models.end(), std::make_move_iterator(models->begin()),
                       std::make_move_iterator(models->end()));
  }
  if (!sources.scan.empty()) {
    const auto added = add_scan(sources, catalog, context, list);
    if (!added) return added.error();
  }
  const auto named = refuse_nameless(list.models);
  if (!named) return named.error();
  find_meant(list.models, catalog);
  return list;
}

}  // namespace oms
