#include "source/csv.h"

#include "oms/base/text.h"

namespace oms {
namespace {

// Takes the cell at the front of `text` away, without what ends it.
std::string take_cell(std::string_view& text) {
  std::string cell;
  if (!text.starts_with('"')) {
    const std::size_t end = std::min(text.find_first_of(",\r\n"), text.size());
    cell = text.substr(0, end);
    text.remove_prefix(end);
    return cell;
  }
  text.remove_prefix(1);
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c != '"') {
      cell += c;
    } else if (text.starts_with('"')) {  // two stand for one
      cell += c;
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  // Nothing belongs between the closing quote and the comma.
  text.remove_prefix(std::min(text.find_first_of(",\r\n"), text.size()));
  return cell;
}

}  // namespace

std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  while (!text.empty()) {
    row.push_back(take_cell(text));
    const bool more = text.starts_with(',');
    if (more) {
      text.remove_prefix(1);
      if (!text.empty()) continue;
      row.emplace_back();
    } else if (text.starts_with("\r\n")) {
      text.remove_prefix(2);
    } else if (!text.empty()) {
      text.remove_prefix(1);
    }
    if (row.size() > 1 || !row.front().empty()) rows.push_back(std::move(row));
    row.clear();
  }
  return rows;
}

}  // namespace oms
