// Tables beside that of the models: entries that become columns.
#pragma once

#include <string_view>
#include <vector>

#include "oms/store/image.h"

namespace oms {

// One column of a side table: what `get` makes of each entry.
template <typename Entry, typename Get>
void write_column(ImageWriter& image, std::string_view name, const std::vector<Entry>& entries,
                  Get get) {
  std::vector<decltype(get(entries.front()))> values;
  values.reserve(entries.size());
  for (const Entry& entry : entries) values.push_back(get(entry));
  image.add(name, values);
}

}  // namespace oms
