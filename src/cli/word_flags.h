// The flags that ask for a word of one field: --author, --family, --domain, ...
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/selection.h"

namespace oms {

// Hands the condition of each flag that was given, with the flag and its values, to `add`; `notes`
// takes a line for each word that nothing in the catalog has.
using AddCondition = std::function<void(std::string_view flag,
                                        const std::vector<std::string>& values, Result<Expr>)>;
void each_word_flag(const SelectionOptions& options, const Catalog& catalog,
                    const AddCondition& add, std::vector<std::string>& notes);

}  // namespace oms
