#include "catalog/services.h"

#include <algorithm>
#include <array>

namespace oms {
namespace {

constexpr std::array kServices = {
    Service{"router", "/v1/models", parse_router, "data"},
    Service{"openrouter", "/api/v1/models", parse_openrouter, "data"},
    Service{"openevals",
            "/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train"
            "&offset=0&length=100",
            parse_openevals, "rows"},
};

}  // namespace

const Service* find_service(std::string_view name) {
  const auto* row = std::find_if(kServices.begin(), kServices.end(),
                                 [&](const Service& service) { return service.name == name; });
  return row == kServices.end() ? nullptr : row;
}

}  // namespace oms
