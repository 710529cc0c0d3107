// Ways to start a model that are a few lines of Python.
#include <algorithm>
#include <array>

#include "cli/use_ways.h"
#include "oms/base/text.h"
#include "oms/render/render.h"
#include "oms/source/hub_record.h"

namespace oms {
namespace {

// Lines for a shell; the quoted mark keeps it from reading anything in them.
std::string python(std::string_view lines) {
  return "python3 - <<'END'\n" + std::string(lines) + "END";
}

std::string code_note(const UseFacts& facts) {
  return facts.has_tag("custom_code")
             ? "runs Python code out of the repository (tag custom_code): read it first"
             : "";
}

std::string trusted(const UseFacts& facts) {
  return facts.has_tag("custom_code") ? ", trust_remote_code=True" : "";
}

// ID as a literal of Python: what JSON escapes, Python reads alike.
std::string literal(std::string_view text) { return json_quote(text); }

struct Snippet {
  std::string_view task = {};
  std::string_view call = {};  // lines behind `pipe = pipeline(…)`
  bool large = false;          // spread over the devices that there are
  std::string_view file = {};  // that the lines read
};

std::string chat_lines() {
  return "messages = [{\"role\": \"user\", \"content\": " + literal(kTryPrompt) +
         "}]\nprint(pipe(messages, max_new_tokens=256)[0][\"generated_text\"][-1][\"content\"])\n";
}

constexpr std::array kSnippets = {
    Snippet{"text-generation",
            "print(pipe(\"Once upon a time\", max_new_tokens=64)[0][\"generated_text\"])\n", true},
    Snippet{"image-text-to-text",
            "messages = [{\"role\": \"user\", \"content\": [\n"
            "    {\"type\": \"image\", \"path\": \"picture.jpg\"},\n"
            "    {\"type\": \"text\", \"text\": \"What is in this picture?\"}]}]\n"
            "print(pipe(text=messages, max_new_tokens=256)[0][\"generated_text\"][-1])\n",
            true, "picture.jpg"},
    Snippet{"automatic-speech-recognition", "print(pipe(\"speech.wav\")[\"text\"])\n", false,
            "speech.wav"},
    Snippet{"audio-classification", "print(pipe(\"sound.wav\"))\n", false, "sound.wav"},
    Snippet{"text-classification", "print(pipe(\"What a good day this is.\"))\n"},
    Snippet{"token-classification",
            "print(pipe(\"Ada Lovelace lived in London.\", aggregation_strategy=\"simple\"))\n"},
    Snippet{"zero-shot-classification",
            "print(pipe(\"The train is late.\", candidate_labels=[\"travel\", \"food\"]))\n"},
    Snippet{"fill-mask", "print(pipe(f\"The sky is {pipe.tokenizer.mask_token}.\"))\n"},
    Snippet{"feature-extraction", "print(pipe(\"A sentence to embed.\")[0][0])\n"},
    Snippet{"image-classification", "print(pipe(\"picture.jpg\"))\n", false, "picture.jpg"},
    Snippet{"zero-shot-image-classification",
            "print(pipe(\"picture.jpg\", candidate_labels=[\"a cat\", \"a dog\"]))\n", false,
            "picture.jpg"},
    Snippet{"image-segmentation", "print(pipe(\"picture.jpg\"))\n", false, "picture.jpg"},
    Snippet{"object-detection", "print(pipe(\"picture.jpg\"))\n", false, "picture.jpg"},
    Snippet{"depth-estimation", "pipe(\"picture.jpg\")[\"depth\"].save(\"depth.png\")\n", false,
            "picture.jpg"},
};

const Snippet* snippet_for(const UseFacts& facts) {
  const bool implied = facts.task.empty() && facts.writes_text();
  const std::string_view task = implied ? std::string_view("text-generation") : facts.task;
  const auto* row = std::find_if(kSnippets.begin(), kSnippets.end(),
                                 [&](const Snippet& snippet) { return snippet.task == task; });
  return row == kSnippets.end() ? nullptr : row;
}

std::string with_note(std::string note, const std::string& more) {
  if (note.empty() || more.empty()) return note + more;
  return note + "; " + more;
}

UseWay python_way(const UseFacts& facts, const std::string& lines,
                  std::vector<std::string> packages, std::string_view library) {
  UseWay way;
  way.command = python(lines);
  way.needs = needs_of(facts, std::move(packages));
  way.why = grounds(facts, facts.library == library ? std::string_view() : library);
  return way;
}

// The base with the adapter loaded into it.
std::string pipeline_lines(const UseFacts& facts) {
  const std::string& loaded = facts.adapter ? facts.bases.front() : facts.id;
  std::string lines =
      "import torch\n"
      "from diffusers import DiffusionPipeline\n\n"
      "pipe = DiffusionPipeline.from_pretrained(\n    " +
      literal(loaded) + ", torch_dtype=torch.bfloat16).to(\"cuda\")\n";
  if (facts.adapter) lines += "pipe.load_lora_weights(" + literal(facts.id) + ")\n";
  return lines;
}

}  // namespace

std::optional<UseWay> use_transformers(const UseFacts& facts) {
  if (!facts.made_for("transformers") || facts.adapter) return std::nullopt;
  if (!facts.has_other_weights() || !is_read_from_configuration(facts.quantization)) {
    return std::nullopt;
  }
  const Snippet* snippet = snippet_for(facts);
  if (snippet == nullptr) return std::nullopt;
  const bool chat = snippet->task == "text-generation" && facts.chat;
  std::string lines = "from transformers import pipeline\n\npipe = pipeline(" +
                      literal(snippet->task) + ", model=" + literal(facts.id);
  if (snippet->large) lines += ",\n                torch_dtype=\"auto\", device_map=\"auto\"";
  lines += trusted(facts) + ")\n" + (chat ? chat_lines() : std::string(snippet->call));
  std::vector<std::string> packages = {"transformers", "torch"};
  if (snippet->large) packages.emplace_back("accelerate");
  if (!snippet->file.empty()) packages.push_back("a file " + std::string(snippet->file));
  UseWay way = python_way(facts, lines, std::move(packages), "transformers");
  way.note = code_note(facts);
  if (!facts.quantization.empty()) {
    way.note = with_note("the format (" + facts.quantization + ") may need a package of its own",
                         way.note);
  }
  return way;
}

std::optional<UseWay> use_sentence_transformers(const UseFacts& facts) {
  const bool fits =
      facts.library == "sentence-transformers" || facts.has_tag("sentence-transformers");
  if (!fits || facts.adapter || !facts.has_other_weights()) return std::nullopt;
  const bool ranks = facts.task == "text-ranking";
  const bool embeds = facts.task == "feature-extraction" || facts.task == "sentence-similarity";
  if (!ranks && !embeds) return std::nullopt;
  const std::string maker = ranks ? "CrossEncoder" : "SentenceTransformer";
  std::string lines = "from sentence_transformers import " + maker + "\n\nmodel = " + maker + "(" +
                      literal(facts.id) + trusted(facts) + ")\n";
  lines += ranks ? "print(model.predict([(\"Where is Paris?\", \"Paris is in France.\")]))\n"
                 : "print(model.encode([\"A sentence to embed.\", \"Another one.\"]).shape)\n";
  UseWay way = python_way(facts, lines, {"sentence-transformers"}, "sentence-transformers");
  way.note = code_note(facts);
  return way;
}

std::optional<UseWay> use_diffusers(const UseFacts& facts) {
  if (!facts.made_for("diffusers") || !facts.has_other_weights()) return std::nullopt;
  if (!facts.quantization.empty() && facts.quantization != "bitsandbytes") return std::nullopt;
  const bool loadable = facts.bases.size() == 1 && is_hub_id(facts.bases.front());
  if (facts.adapter ? !loadable : facts.has_tag("lora")) return std::nullopt;
  std::string lines = pipeline_lines(facts);
  if (facts.task == "text-to-image") {
    lines += "pipe(\"a lighthouse at dawn\").images[0].save(\"image.png\")\n";
  } else if (facts.task == "text-to-video") {
    lines = "from diffusers.utils import export_to_video\n" + lines +
            "export_to_video(pipe(\"a lighthouse at dawn\").frames[0], \"video.mp4\")\n";
  } else {
    return std::nullopt;
  }
  UseWay way =
      python_way(facts, lines, {"diffusers", "torch", "transformers", "accelerate"}, "diffusers");
  if (facts.adapter) way.note = "an adapter for " + facts.bases.front() + ", loaded with it";
  return way;
}

}  // namespace oms
