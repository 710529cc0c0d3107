#include "cli/variables.h"

#include <array>

namespace oms {
namespace {

constexpr auto kOutput = VariableUse::output;
constexpr auto kPlace = VariableUse::place;
constexpr auto kNetwork = VariableUse::network;

constexpr std::array kVariables = {
    Variable{"ARTIFICIAL_ANALYSIS_API_KEY", kNetwork, "your key for --only artificial-analysis"},
    Variable{"CLICOLOR_FORCE", kOutput, "not 0: colors also without a terminal"},
    Variable{"COLUMNS", kOutput, "width of tables where no terminal tells it"},
    Variable{"FORCE_COLOR", kOutput, "as CLICOLOR_FORCE"},
    Variable{"HF_ENDPOINT", kNetwork, "another Hub: scheme, host and perhaps a prefix", true},
    Variable{"HF_HOME", kNetwork, "where the file 'token' is, else ~/.cache/huggingface"},
    Variable{"HF_HUB_DISABLE_IMPLICIT_TOKEN", kNetwork, "1: send no token"},
    Variable{"HF_HUB_DISABLE_PROGRESS_BARS", kNetwork, "1: plain lines in place of one that moves"},
    Variable{"HF_HUB_OFFLINE", kNetwork, "1: no request at all, exit 4", true},
    Variable{"HF_TOKEN", kNetwork, "token for the Hub, sent to it alone", true},
    Variable{"HF_TOKEN_PATH", kNetwork, "the file that holds it"},
    Variable{"HOME", kPlace, "holds .cache/oms and .config/oms"},
    Variable{"HTTPS_PROXY", kNetwork, "proxy for https"},
    Variable{"HTTP_PROXY", kNetwork, "proxy for http (as http_proxy)"},
    Variable{"HUGGING_FACE_HUB_TOKEN", kNetwork, "former name of HF_TOKEN"},
    Variable{"LANG", kOutput, "read after LC_ALL and LC_CTYPE"},
    Variable{"LC_ALL", kOutput, "UTF-8 in it: Unicode symbols, else plain ASCII"},
    Variable{"LC_CTYPE", kOutput, "read after LC_ALL"},
    Variable{"NO_COLOR", kOutput, "not empty: no colors"},
    Variable{"NO_PROXY", kNetwork, "hosts that no proxy is asked for"},
    Variable{"OMS_ARTIFICIAL_ANALYSIS_ENDPOINT", kNetwork, "another address of that source"},
    Variable{"OMS_CACHE_DIR", kPlace, "the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms", true},
    Variable{"OMS_DATASETS_SERVER_ENDPOINT", kNetwork, "another address of the Hub's tables"},
    Variable{"OMS_NO_CONFIG", kPlace, "not empty: config.toml and .oms.toml are not read"},
    Variable{"OMS_NOW", VariableUse::test, "the time from which ages count"},
    Variable{"OMS_OPENROUTER_ENDPOINT", kNetwork, "another address of that source"},
    Variable{"OMS_OPEN_ASR_ENDPOINT", kNetwork, "another address of that source"},
    Variable{"OMS_PAGER", kOutput, "command for what is longer than the screen; empty: none"},
    Variable{"OMS_RETRY_UNIT_MS", VariableUse::test, "how long a second of waiting lasts"},
    Variable{"OMS_ROUTER_ENDPOINT", kNetwork, "another address of that source"},
    Variable{"PAGER", kOutput, "read where OMS_PAGER is not set; else less"},
    Variable{"TERM", kOutput, "dumb: no colors and no links"},
    Variable{"TRANSFORMERS_OFFLINE", kNetwork, "as HF_HUB_OFFLINE"},
    Variable{"XDG_CACHE_HOME", kPlace, "holds oms/, the cache"},
    Variable{"XDG_CONFIG_HOME", kPlace, "absolute: holds oms/, settings; else ~/.config"},
};

}  // namespace

std::span<const Variable> variables() { return kVariables; }

std::string absolute_path_variable(const World& world, std::string_view name) {
  std::string path = world.variable(name).value_or("");
  return path.starts_with('/') ? path : std::string();
}

}  // namespace oms
