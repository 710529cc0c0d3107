// Licenses for people.
#pragma once

#include <span>
#include <string>

#include "cli/license_list.h"
#include "oms/render/render.h"

namespace oms {

// Classes with their meaning and, unless there are none, the licenses of each class.
std::string licenses_page(std::span<const CountedClass> classes,
                          std::span<const CountedLicense> licenses, const Style& style);
// All about one: rights, duties, and the ten criteria of the Open Source Definition.
std::string license_page(const CountedLicense& counted, const Style& style);

}  // namespace oms
