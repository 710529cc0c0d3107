// Files that are generated from the tables of the program: the list of fields, the man pages and
// the JSON Schemas of everything printed with --json. oms_documents writes them, a test compares.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/model/field.h"

namespace oms {

struct Document {
  std::string path = {};  // from the top of the source tree
  std::string text = {};
};
std::vector<Document> documents();

std::string escaped_cell(std::string_view text);  // of a Markdown table

std::string fields_markdown();  // docs/fields.md

// Words for the columns of a field's description.
std::string_view kind_word(Kind kind);
std::string_view better_word(Better better);  // "" for neither

}  // namespace oms
