#include "scan/repo_id.h"

#include <algorithm>
#include <array>
#include <string>

#include "oms/base/text.h"

namespace oms {
namespace {

constexpr std::size_t kLongest = 96;  // of a name on the Hub

constexpr std::array<std::string_view, 58> kFileEndings = {
    ".py",      ".json",  ".txt", ".safetensors", ".gguf", ".ggml", ".yaml", ".yml",   ".toml",
    ".md",      ".bin",   ".pt",  ".pth",         ".onnx", ".ckpt", ".h5",   ".js",    ".mjs",
    ".ts",      ".tsx",   ".jsx", ".html",        ".css",  ".csv",  ".tsv",  ".jsonl", ".zip",
    ".parquet", ".tar",   ".gz",  ".tgz",         ".sh",   ".png",  ".jpg",  ".gif",   ".jpeg",
    ".svg",     ".webp",  ".mp4", ".wav",         ".mp3",  ".flac", ".so",   ".whl",   ".tflite",
    ".cfg",     ".ipynb", ".ini", ".log",         ".lock", ".xml",  ".cpp",  ".rs",    ".go",
    ".java",    ".pkl",   ".npz", ".mlmodel"};

constexpr std::array<std::string_view, 68> kLocalFolders = {
    "app",      "apps",       "artifacts",   "assets",     "backend",     "bin",          "build",
    "cache",    "checkpoint", "checkpoints", "ckpt",       "ckpts",       "conf",         "config",
    "configs",  "content",    "data",        "dataset",    "datasets",    "demo",         "dev",
    "dist",     "docs",       "etc",         "example",    "examples",    "experiments",  "exp",
    "frontend", "home",       "lib",         "local",      "log",         "logs",         "lora",
    "mnt",      "model",      "models",      "notebooks",  "opt",         "out",          "output",
    "outputs",  "packages",   "path",        "pretrained", "public",      "resources",    "results",
    "root",     "run",        "runs",        "saved",      "saved_model", "saved_models", "scripts",
    "server",   "src",        "static",      "storage",    "test",        "tests",        "tmp",
    "train",    "usr",        "var",         "weights",    "workspace"};

// Owners that are no namespaces of the Hub, but prefixes of routers and client libraries.
constexpr std::array<std::string_view, 31> kServices = {
    "ai21",       "anthropic",    "azure",       "azure_ai",    "bedrock",        "cerebras",
    "cloudflare", "codestral",    "cohere",      "databricks",  "deepinfra",      "deepseek",
    "fireworks",  "fireworks_ai", "gemini",      "github",      "github_copilot", "groq",
    "lm_studio",  "mistral",      "ollama",      "ollama_chat", "openrouter",     "perplexity",
    "replicate",  "sagemaker",    "together_ai", "vertex_ai",   "voyage",         "x-ai",
    "xai"};
// Closed models of owners that publish open ones as well.
constexpr std::array<std::string_view, 12> kClosedModels = {
    "openai/gpt-3",  "openai/gpt-4",  "openai/gpt-5",          "openai/o1",
    "openai/o3",     "openai/o4",     "openai/text-embedding", "openai/chatgpt",
    "openai/dall-e", "google/gemini", "amazon/nova",           "amazon/titan"};

// Owners that nobody is.
constexpr std::array<std::string_view, 14> kPlaceholders = {
    "org",    "organization", "owner",    "user",    "username",    "namespace", "author",
    "my-org", "my-username",  "some-org", "hf-user", "hf-username", "myorg",     "repo-owner"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_name(std::string_view part) {
  if (part.empty() || part.size() > kLongest || !(is_word(part[0]) || part[0] == '_')) return false;
  if (!is_word(part.back()) && part.back() != '_') return false;
  if (part.find("..") != std::string_view::npos) return false;
  return std::all_of(part.begin(), part.end(),
                     [](char c) { return is_word(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_suffix(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_word(c) || c == '-' || c == '_' || c == '.' || c == '/';
  });
}

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "Q4_K_M", "IQ3_XS", "UD-Q2_K_XL", "F16", "bf16", "MXFP4". Other suffixes name a provider.
bool is_quantization(std::string_view suffix) {
  std::string text = fold(suffix);
  if (text.starts_with("ud-")) text.erase(0, 3);
  if (text.starts_with('i') || text.starts_with('t')) text.erase(0, 1);
  const auto digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  if (text.starts_with('q') || text.starts_with('f')) return digit(1);
  return (text.starts_with("bf") && digit(2)) || text.starts_with("mxfp");
}

}  // namespace

std::optional<RepoId> parse_repo_id(std::string_view text) {
  RepoId parsed;
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos) {
    parsed.revision = text.substr(at + 1);
    if (!is_suffix(parsed.revision)) return std::nullopt;
    text = text.substr(0, at);
  }
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view suffix = text.substr(colon + 1);
    if (!is_suffix(suffix) || suffix.find('/') != std::string_view::npos) return std::nullopt;
    if (is_quantization(suffix)) parsed.quantization = suffix;
    text = text.substr(0, colon);
  }
  const std::size_t slash = text.find('/');
  const bool two = slash != std::string_view::npos;
  if (two && !is_name(text.substr(0, slash))) return std::nullopt;
  if (!is_name(two ? text.substr(slash + 1) : text)) return std::nullopt;
  parsed.id = text;
  return parsed;
}

bool is_local_path(std::string_view id) {
  const std::string folded = fold(id);
  for (const std::string_view ending : kFileEndings) {
    if (folded.ends_with(ending)) return true;
  }
  const std::size_t slash = folded.find('/');
  return slash != std::string::npos && has(kLocalFolders, folded.substr(0, slash));
}

bool is_placeholder_id(std::string_view id) {
  const std::string folded = fold(id);
  const std::string owner = folded.substr(0, folded.find('/'));
  return owner.starts_with("your") || has(kPlaceholders, owner);
}

bool is_service_model(std::string_view id) {
  const std::string folded = fold(id);
  const std::size_t slash = folded.find('/');
  if (slash == std::string::npos) return false;
  if (has(kServices, folded.substr(0, slash))) return true;
  return std::any_of(kClosedModels.begin(), kClosedModels.end(),
                     [&](std::string_view start) { return folded.starts_with(start); });
}

bool is_bare_model(std::string_view id) {
  if (id.size() < 3 || id.find('_') != std::string_view::npos) return false;
  const std::string folded = fold(id);
  const std::string first = folded.substr(0, folded.find('-'));
  if (has(kLocalFolders, first) || first == "my" || first == "final" || first == "best")
    return false;
  return folded.find_first_of("-0123456789") != std::string::npos;
}

}  // namespace oms
