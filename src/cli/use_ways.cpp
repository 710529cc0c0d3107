#include "cli/use_ways.h"

#include <algorithm>
#include <array>
#include <optional>

#include "oms/base/text.h"
#include "oms/render/render.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

constexpr std::string_view kForeignCode =
    "runs Python code out of the repository (tag custom_code): read it first";

// "novita, together and 3 more".
std::string few_of(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 4;
  if (names.size() <= kMost + 1) return join(names, ", ");  // "1 more" saves nothing
  const std::vector<std::string> first(names.begin(), names.begin() + kMost);
  return join(first, ", ") + " and " + std::to_string(names.size() - kMost) + " more";
}

std::string chat_body(const std::string& model) {
  return "{\n    \"model\": " + json_quote(model) +
         ",\n    \"messages\": [{\"role\": \"user\", \"content\": " + json_quote(kTryPrompt) +
         "}]\n  }";
}

std::optional<UseWay> use_router(const UseFacts& facts) {
  const std::vector<RouterOffer> offers = router_offers(facts);
  if (offers.empty()) return std::nullopt;
  std::vector<std::string> providers;
  Day newest;
  for (const RouterOffer& entry : offers) {
    providers.push_back(entry.provider);
    newest = std::max(newest, entry.offer.as_of);
  }
  const bool several = offers.size() > 1;
  const std::string model = facts.id + ":" + (several ? "cheapest" : providers.front());
  UseWay way;
  way.command =
      "curl https://router.huggingface.co/v1/chat/completions \\\n"
      "  -H \"Authorization: Bearer $HF_TOKEN\" \\\n"
      "  -H 'Content-Type: application/json' \\\n"
      "  -d " +
      shell_word(chat_body(model));
  way.needs = {"curl", "HF_TOKEN"};
  way.why = "served there by " + few_of(providers);
  if (newest) way.why += ", as of " + to_text(*newest);
  if (several) way.note = "a provider's name in place of 'cheapest' asks that one";
  return way;
}

// An adapter changes a base that has to be served with it.
std::optional<UseWay> serve_adapter(const UseFacts& facts) {
  if (facts.bases.size() != 1 || !is_hub_id(facts.bases.front())) return std::nullopt;
  if (!facts.has_tag("lora") && facts.library != "peft") return std::nullopt;
  UseWay way;
  way.command = "vllm serve " + shell_word(facts.bases.front()) + " --enable-lora \\\n" +
                "  --lora-modules " + shell_word("adapter=" + facts.id);
  way.needs = needs_of(facts, {"vllm"});
  way.why = grounds(facts) + ", an adapter for " + facts.bases.front();
  way.note = "requests name the model 'adapter'; access and license of the base count too";
  return way;
}

std::optional<UseWay> use_vllm(const UseFacts& facts) {
  if (!facts.writes_text() || !facts.has_tag("safetensors")) return std::nullopt;
  if (!is_read_from_configuration(facts.quantization)) return std::nullopt;
  if (facts.adapter) return serve_adapter(facts);
  if (!facts.made_for("transformers") && !facts.made_for("vllm")) return std::nullopt;
  UseWay way;
  way.command = "vllm serve " + shell_word(facts.id);
  way.needs = needs_of(facts, {"vllm"});
  way.why = grounds(facts, "safetensors");
  if (!facts.quantization.empty()) {
    way.note = "vLLM reads the format (" + facts.quantization + ") from the repository";
  }
  if (facts.has_tag("custom_code")) {
    way.command += " --trust-remote-code";
    way.note += (way.note.empty() ? "" : "; ") + std::string(kForeignCode);
  }
  return way;
}

enum class GgufUse { none, text, embeddings };

// Libraries whose GGUF files llama.cpp reads; those of others are for programs of their own.
bool llama_cpp_reads(std::string_view library) {
  constexpr std::array<std::string_view, 8> kLibraries = {
      "", "gguf", "ggml", "llama.cpp", "lmstudio", "transformers", "vllm", "sentence-transformers"};
  return std::find(kLibraries.begin(), kLibraries.end(), library) != kLibraries.end();
}

// The task that a GGUF copy leaves out is that of its base.
std::string_view gguf_task(const UseFacts& facts) {
  return facts.task.empty() ? facts.base_task : facts.task;
}

bool is_undeclared(const UseFacts& facts) {
  return gguf_task(facts).empty() && facts.tasks.empty();
}

GgufUse gguf_use(const UseFacts& facts) {
  if (!facts.is_gguf() || facts.adapter || !llama_cpp_reads(facts.library)) return GgufUse::none;
  const std::string_view task = gguf_task(facts);
  if (task == "feature-extraction" || task == "sentence-similarity") return GgufUse::embeddings;
  const bool text = facts.writes_text() || task == "text-generation" ||
                    task == "image-text-to-text" || (task == "any-to-any" && facts.chat);
  return text || is_undeclared(facts) ? GgufUse::text : GgufUse::none;
}

UseWay gguf_way(const UseFacts& facts, std::string command, std::string program) {
  UseWay way;
  way.command = std::move(command);
  way.needs = needs_of(facts, {std::move(program)});
  way.why = grounds(facts, "gguf");
  if (facts.task.empty() && !facts.base_task.empty()) {
    way.why += ", task of its base " + facts.base_task;
  }
  way.note = "takes the Q4_K_M file where there is one; ID:Q8_0 asks for another";
  if (is_undeclared(facts)) way.note += "; its task is not declared: fits if it writes text";
  return way;
}

std::optional<UseWay> use_llama_cpp(const UseFacts& facts) {
  const GgufUse use = gguf_use(facts);
  if (use == GgufUse::none) return std::nullopt;
  const bool embeds = use == GgufUse::embeddings;
  return gguf_way(facts,
                  "llama-server -hf " + shell_word(facts.id) + (embeds ? " --embeddings" : ""),
                  "llama.cpp");
}

std::optional<UseWay> use_ollama(const UseFacts& facts) {
  if (gguf_use(facts) != GgufUse::text) return std::nullopt;
  UseWay way = gguf_way(facts, "ollama run " + shell_word("hf.co/" + facts.id), "ollama");
  if (facts.is_gated()) {
    std::erase(way.needs, "HF_TOKEN");
    way.note += "; Ollama's own key must be added to the account: it sends no HF_TOKEN";
  }
  return way;
}

std::optional<UseWay> use_mlx(const UseFacts& facts) {
  const bool mlx = facts.made_for("mlx") || facts.quantization.starts_with("mlx");
  if (!mlx || facts.adapter || facts.task != "text-generation") return std::nullopt;
  UseWay way;
  way.command = "mlx_lm.generate --model " + shell_word(facts.id) + " \\\n  --prompt " +
                shell_word(kTryPrompt);
  way.needs = needs_of(facts, {"mlx-lm"});
  way.why = grounds(facts, "mlx");
  way.note = "for Apple silicon";
  return way;
}

struct WayRow {
  std::string_view way = {};
  std::string_view title = {};
  std::optional<UseWay> (*build)(const UseFacts&) = nullptr;
};

constexpr std::array kWays = {
    WayRow{"router", "Hugging Face router", use_router},
    WayRow{"vllm", "vLLM", use_vllm},
    WayRow{"llama.cpp", "llama.cpp", use_llama_cpp},
    WayRow{"ollama", "Ollama", use_ollama},
    WayRow{"mlx", "MLX", use_mlx},
    WayRow{"transformers", "transformers", use_transformers},
    WayRow{"sentence-transformers", "sentence-transformers", use_sentence_transformers},
    WayRow{"diffusers", "diffusers", use_diffusers},
};

UseWay missing(std::string_view way, std::string_view title, std::string note) {
  UseWay gap;
  gap.way = way;
  gap.title = title;
  gap.note = std::move(note);
  return gap;
}

std::vector<std::string> hosts_of(const UseFacts& facts) {
  std::vector<std::string> hosts;
  for (const Offer& offer : facts.offers) {
    if (std::find(hosts.begin(), hosts.end(), offer.host) == hosts.end()) {
      hosts.push_back(offer.host);
    }
  }
  return hosts;
}

// Why nothing can be done with a model at all; "" when something can.
std::string obstacle(const UseFacts& facts) {
  if (facts.closed) {
    const std::string hosts = few_of(hosts_of(facts));
    return "a closed model: no weights are published, and the name that it has in the API of " +
           (hosts.empty() ? std::string("its maker") : hosts) + " is not in the catalog";
  }
  if (!is_hub_id(facts.id)) return "its id is none that the Hub can have";
  if (facts.status == "gone") return "gone from the Hub: nothing is left to download";
  if (facts.status == "disabled") return "disabled on the Hub: nothing can be downloaded";
  return "";
}

// Why no program of the table starts it here.
std::string local_gap(const UseFacts& facts) {
  const std::string page = "; " + facts.page() + " may tell";
  if (facts.adapter) return "an adapter: it needs its base" + page;
  if (facts.library.empty() && facts.tags.empty()) {
    return "neither its library nor its files are known" + page;
  }
  if (facts.is_gguf() && !facts.has_other_weights()) {
    const std::string task =
        gguf_task(facts).empty() ? "no task declared" : "task " + std::string(gguf_task(facts));
    return "no command known here for GGUF files, " + task + page;
  }
  if (!is_read_from_configuration(facts.quantization)) {
    return "no command known here for weights in " + facts.quantization + page;
  }
  const std::string library =
      facts.library.empty() ? "a library that is not known" : "library " + facts.library;
  const std::string task = facts.task.empty() ? "no task declared" : "task " + facts.task;
  return "no command known here for " + library + ", " + task + page;
}

}  // namespace

std::string shell_word(std::string_view text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

bool is_read_from_configuration(std::string_view quantization) {
  constexpr std::array<std::string_view, 12> kFormats = {
      "",      "awq",   "gptq", "fp8",      "nvfp4", "mxfp4", "bitsandbytes", "compressed-tensors",
      "w4a16", "w8a16", "w8a8", "autoround"};
  return std::find(kFormats.begin(), kFormats.end(), quantization) != kFormats.end();
}

std::vector<std::string> needs_of(const UseFacts& facts, std::vector<std::string> programs) {
  if (!facts.is_gated()) return programs;
  programs.emplace_back("HF_TOKEN");
  programs.push_back("access (ask at " + facts.page() + ")");
  return programs;
}

std::string grounds(const UseFacts& facts, std::string_view format_tag) {
  std::vector<std::string> parts;
  if (!facts.library.empty()) parts.push_back("library " + facts.library);
  if (!format_tag.empty() && facts.library != format_tag) {
    const bool tagged = facts.has_tag(format_tag);
    parts.push_back((tagged ? "tag " : "format ") + std::string(format_tag));
  }
  if (!facts.task.empty()) {
    parts.push_back("task " + facts.task);
  } else if (facts.chat) {
    parts.emplace_back("task chat");
  }
  return join(parts, ", ");
}

std::vector<UseWay> ways_to_use(const UseFacts& facts) {
  if (std::string why = obstacle(facts); !why.empty()) return {missing("", "", std::move(why))};
  std::vector<UseWay> ways;
  for (const WayRow& row : kWays) {
    std::optional<UseWay> way = row.build(facts);
    if (!way) continue;
    way->way = row.way;
    way->title = row.title;
    ways.push_back(*std::move(way));
  }
  const bool routed = !ways.empty() && ways.front().way == "router";
  const bool local = ways.size() > (routed ? 1 : 0);
  if (!local) ways.push_back(missing("local", "on a machine of one's own", local_gap(facts)));
  const std::vector<std::string> hosts = hosts_of(facts);
  if (!routed && !hosts.empty()) {
    ways.push_back(
        missing("api", "by the token",
                "sold by " + few_of(hosts) + ", under names that the catalog does not know"));
  }
  return ways;
}

}  // namespace oms
