#include "oms/base/log_command.h"

namespace oms {

std::string without_log_commands(std::string text) {
  for (std::size_t at = 0; (at = text.find("::", at)) != std::string::npos; at += 2) {
    const std::size_t before = at == 0 ? std::string::npos : text.find_last_not_of(" \t", at - 1);
    if (before != std::string::npos && text[before] != '\n') continue;
    text.insert(at + 1, 1, ' ');
  }
  return text;
}

}  // namespace oms
