#include "cli/hub_token.h"

#include "cli/command.h"
#include "oms/base/text.h"

namespace oms {
namespace {

std::string without_tilde(std::string path, const World& world) {
  if (path == "~" || path.starts_with("~/")) path.replace(0, 1, variable(world, "HOME"));
  return path;
}

std::string token_path(const World& world) {
  const std::string own = variable(world, "HF_TOKEN_PATH");
  if (!own.empty()) return without_tilde(own, world);
  const std::string home = variable(world, "HF_HOME");
  if (!home.empty()) return without_tilde(home, world) + "/token";
  const std::string xdg = variable(world, "XDG_CACHE_HOME");
  if (!xdg.empty()) return xdg + "/huggingface/token";
  const std::string user = variable(world, "HOME");
  return user.empty() ? std::string() : user + "/.cache/huggingface/token";
}

}  // namespace

bool is_true(const std::string& value) {
  const std::string word = fold(value);
  return word == "1" || word == "on" || word == "yes" || word == "true";
}

std::string hub_token(const World& world) {
  if (is_true(variable(world, "HF_HUB_DISABLE_IMPLICIT_TOKEN"))) return {};
  for (const std::string_view name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
    std::string token(trim(variable(world, name)));
    if (!token.empty()) return token;
  }
  const std::string path = token_path(world);
  if (path.empty() || !world.read_file) return {};
  return std::string(trim(world.read_file(path).value_or("")));
}

}  // namespace oms
