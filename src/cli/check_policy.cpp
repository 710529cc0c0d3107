#include "cli/check_policy.h"

#include "cli/error_text.h"
#include "oms/base/sha256.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// All but the last go to stderr here; the last one ends the command.
Error tell(const std::vector<PolicyProblem>& problems, const Context& context) {
  for (std::size_t i = 0; i + 1 < problems.size(); ++i) {
    const Error error = policy_error(problems[i]);
    context.world.err.write(context.json() ? error_json(error) : error_line(error));
  }
  return policy_error(problems.back());
}

Result<std::string> read_policy(const std::string& path, const Context& context) {
  auto text = context.world.read_input(path);
  if (text) return text;
  return Error{Errc::usage, "policy '" + printable(path) + "': " + text.error().what, ""};
}

Result<Policy> parse(const std::string& text, const std::string& path, const LicenseTable& licenses,
                     const Context& context) {
  ParsedPolicy parsed = parse_policy(text, path, licenses);
  if (!parsed.problems.empty()) return tell(parsed.problems, context);
  return std::move(parsed.policy);
}

std::string beside(const std::string& path, const std::string& other) {
  const std::size_t slash = path.rfind('/');
  if (other.starts_with('/') || slash == std::string::npos) return other;
  return path.substr(0, slash + 1) + other;
}

// The place of a key, for an error about it.
Error wrong_key(const Policy& policy, std::string_view key, std::string what, std::string hint) {
  const StatedKey* stated = policy.find_stated(key);
  return policy_error({stated == nullptr ? policy.find_stated("extends")->place : stated->place,
                       std::move(what), std::move(hint)});
}

Result<Policy> extended(Policy policy, const LicenseTable& licenses, const Context& context) {
  const std::string path = beside(policy.path, policy.extends);
  const auto text = read_policy(path, context);
  if (!text) return wrong_key(policy, "extends", "'extends': " + text.error().what, "");
  const std::string hash = sha256(*text);
  if (policy.extends_sha256.empty()) {
    return wrong_key(policy, "extends", "'extends' needs the hash of '" + printable(path) + "'",
                     "read it, then write extends_sha256 = \"" + hash + "\"");
  }
  if (!equal_folded(policy.extends_sha256, hash)) {
    return wrong_key(policy, "extends_sha256",
                     "'" + printable(path) + "' is not the file that was pinned",
                     "its SHA-256 is " + hash);
  }
  const auto above = parse(*text, path, licenses, context);
  if (!above) return above;
  if (!above->extends.empty()) {
    return wrong_key(*above, "extends", "a policy that is extended extends nothing itself", "");
  }
  const auto problems = extend_policy(policy, *above);
  if (!problems.empty()) return tell(problems, context);
  return policy;
}

}  // namespace

Result<Policy> load_policy(const std::string& path, const LicenseTable& licenses,
                           const Context& context) {
  const std::string file = path.empty() ? std::string(kPolicyFile) : path;
  if (path.empty() && !context.world.files->kind(file)) return Policy{};
  const auto text = read_policy(file, context);
  if (!text) return text.error();
  auto policy = parse(*text, file, licenses, context);
  if (!policy || policy->extends.empty()) return policy;
  return extended(*std::move(policy), licenses, context);
}

Outcome init_policy(const std::string& path, Context& context) {
  const std::string file = path.empty() ? std::string(kPolicyFile) : path;
  if (context.world.files->kind(file)) {
    return Error{Errc::usage, "check --init: '" + printable(file) + "' is there already",
                 "--policy FILE names another one"};
  }
  const auto written = context.world.write_file(file, initial_policy());
  if (!written) return written.error();
  context.note("wrote " + file + "; 'oms check ID' judges by it");
  return 0;
}

}  // namespace oms
