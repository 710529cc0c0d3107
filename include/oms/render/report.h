// A document of tables to hand on: what was asked, what was found, where each figure comes from.
// Values in, text out; foreign text is made safe here. One document, several formats.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/model/model.h"

namespace oms {

struct ReportColumn {
  std::string title = {};
  std::string help = {};  // one line, no final period
  bool number = false;    // right-aligned, sorted as numbers
};

// What a word says of openness or permission, where it says anything.
enum class ReportTone : std::uint8_t { none, good, middle, bad };

struct ReportCell {
  std::string text = {};  // for people; "" = unknown
  std::string key = {};  // what it is sorted by: a plain number in columns of numbers; "" = unknown
  ReportTone tone = ReportTone::none;
};

struct ReportTable {
  std::string title = {};
  std::string about = {};                  // a sentence below the title
  std::vector<ReportColumn> columns = {};  // the first one names the row
  std::vector<std::vector<ReportCell>> rows = {};
};

struct Report {
  std::string title = {};
  std::vector<std::pair<std::string, std::string>> facts = {};  // what was asked, from which data
  std::vector<ReportTable> tables = {};
  std::string picture = {};        // whole SVG document of ours, "" = none
  std::string picture_title = {};  // stands behind the first table
  std::vector<std::string> notes = {};
};

std::string report_markdown(const Report& report);
// A page of its own: nothing in it is loaded from elsewhere, and its policy forbids to.
std::string report_html(const Report& report);

}  // namespace oms
