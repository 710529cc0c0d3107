// Whether one license keeps what another one asks of derived models: same text, later version,
// compatible text, or a name that lists both.
#pragma once

#include "oms/model/lineage.h"

namespace oms {

// The same text, be it under two keys.
bool same_license(const License& a, const License& b);

enum class Passing {
  no,
  unclear,  // the bare family id ("gpl") beside one of its versions
  yes,
};
// Whether `base` itself lets a derived model go over to `child`.
Passing may_become(const License& base, const License& child);

// Whether `child` is a later license of the licensor of `base` for the same family of models.
bool is_later_version(const License& base, const License& child);

// Whether what `child` declares lists the license of `base` beside another one.
bool lists_license(const LineageNode& child, const License& base);

}  // namespace oms
