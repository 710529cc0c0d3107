#include "oms/catalog/services.h"

#include <algorithm>
#include <array>

namespace oms {
namespace {

constexpr std::string_view kRows = "https://datasets-server.huggingface.co";
constexpr std::string_view kRowsVariable = "OMS_DATASETS_SERVER_ENDPOINT";

constexpr std::array kServices = {
    Service{.name = "router",
            .source = "router",
            .variable = "OMS_ROUTER_ENDPOINT",
            .base_url = "https://router.huggingface.co",
            .path = "/v1/models",
            .parse = parse_router,
            .list = "data",
            .most_pages = 1,
            .by_default = true},
    Service{.name = "openrouter",
            .source = "openrouter-prices",
            .variable = "OMS_OPENROUTER_ENDPOINT",
            .base_url = "https://openrouter.ai",
            .path = "/api/v1/models",
            .parse = parse_openrouter,
            .list = "data",
            .most_pages = 50,
            .by_default = true},
    Service{.name = "openevals",
            .source = "hf-openevals",
            .variable = kRowsVariable,
            .base_url = kRows,
            .path = "/rows?dataset=OpenEvals%2Fleaderboard-data&config=default&split=train"
                    "&offset=0&length=100",
            .parse = parse_openevals,
            .list = "rows",
            .by_default = true},
    Service{.name = "arena",
            .source = "lmarena",
            .variable = kRowsVariable,
            .base_url = kRows,
            .path = "/rows?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest"
                    "&offset=0&length=100",
            .parse = parse_arena,
            .settle = keep_newest_day,
            .list = "rows",
            .first_pages = 5,
            .most_pages = 300,
            .named_by = NamedBy::its_own,
            .in_groups = true},
    Service{.name = "open-llm-leaderboard",
            .source = "open-llm-leaderboard-v2",
            .variable = kRowsVariable,
            .base_url = kRows,
            .path = "/rows?dataset=open-llm-leaderboard%2Fcontents&config=default&split=train"
                    "&offset=0&length=100",
            .parse = parse_open_llm,
            .settle = keep_best_run,
            .list = "rows",
            .first_pages = 46,
            .lasts = Lasts::for_good},
    Service{.name = "open-asr",
            .source = "open-asr-leaderboard",
            .variable = "OMS_OPEN_ASR_ENDPOINT",
            .base_url = "https://raw.githubusercontent.com",
            .path = "/huggingface/open_asr_leaderboard/main/scripts/data/en_shortform.csv",
            .parse = parse_open_asr,
            .most_pages = 1},
    Service{.name = "artificial-analysis",
            .source = "artificial-analysis",
            .variable = "OMS_ARTIFICIAL_ANALYSIS_ENDPOINT",
            .base_url = "https://artificialanalysis.ai",
            .path = "/api/v2/language/models/free",
            .older_path = "/api/v2/data/llms/models",
            .parse = parse_artificial_analysis,
            .settle = highest_effort_first,
            .list = "data",
            .key_variable = "ARTIFICIAL_ANALYSIS_API_KEY",
            .key_header = "x-api-key",
            .named_by = NamedBy::its_own},
};

}  // namespace

std::span<const Service> services() { return kServices; }

const Service* find_service(std::string_view name) {
  const auto* row = std::find_if(kServices.begin(), kServices.end(),
                                 [&](const Service& service) { return service.name == name; });
  return row == kServices.end() ? nullptr : row;
}

}  // namespace oms
