#include "cli/use_ways.h"

#include "cli/use_text.h"
#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

using Ways = std::vector<std::string>;

UseFacts chat_model() {
  UseFacts facts;
  facts.id = "acme/talk";
  facts.task = "text-generation";
  facts.tasks = {"text-generation", "chat"};
  facts.library = "transformers";
  facts.tags = {"transformers", "safetensors"};
  facts.status = "active";
  facts.gated = "no";
  facts.chat = true;
  return facts;
}

UseFacts of_task(std::string task, std::string library) {
  UseFacts facts = chat_model();
  facts.task = task;
  facts.tasks = {std::move(task)};
  facts.tags = {library, "safetensors"};
  facts.library = std::move(library);
  facts.chat = false;
  return facts;
}

UseFacts gguf_model() {
  UseFacts facts = chat_model();
  facts.library = "gguf";
  facts.tags = {"gguf"};
  facts.quantization = "gguf";
  return facts;
}

Offer offer(std::string route) {
  std::string host = route.substr(route.find(':') + 1);
  return {std::move(host), std::move(route), "a list", decimal(1), decimal(2), Date{20000}};
}

// The ways with a command.
Ways ways(const UseFacts& facts) {
  Ways names;
  for (const UseWay& way : ways_to_use(facts)) {
    if (!way.command.empty()) names.emplace_back(way.way);
  }
  return names;
}

UseWay way(const UseFacts& facts, std::string_view name) {
  for (UseWay& found : ways_to_use(facts)) {
    if (found.way == name) return found;
  }
  FAIL("no way " << name);
  return {};
}

// What is missing, where there is no command at all.
std::string only_note(const UseFacts& facts) {
  const std::vector<UseWay> found = ways_to_use(facts);
  REQUIRE(found.size() == 1);
  CHECK(found.front().command.empty());
  return found.front().note;
}

}  // namespace

TEST_CASE("a chat model of transformers is served by vLLM and run by transformers", "[use]") {
  CHECK(ways(chat_model()) == Ways{"vllm", "transformers"});
  CHECK(way(chat_model(), "vllm").command == "vllm serve 'acme/talk'");
}

TEST_CASE("weights that are no safetensors are not handed to vLLM", "[use]") {
  UseFacts facts = chat_model();
  facts.tags = {"transformers", "pytorch"};
  CHECK(ways(facts) == Ways{"transformers"});
}

TEST_CASE("a single provider of the router is named, several leave the choice to it", "[use]") {
  UseFacts facts = chat_model();
  facts.offers = {offer("huggingface:novita")};
  CHECK(way(facts, "router").command ==
        "curl https://router.huggingface.co/v1/chat/completions \\\n"
        "  -H \"Authorization: Bearer $HF_TOKEN\" \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        "  -d '{\n"
        "    \"model\": \"acme/talk:novita\",\n"
        "    \"messages\": [{\"role\": \"user\", \"content\": \"Say hello in one sentence.\"}]\n"
        "  }'");
  facts.offers.push_back(offer("huggingface:together"));
  CHECK(way(facts, "router").command.find("\"acme/talk:cheapest\"") != std::string::npos);
  CHECK(way(facts, "router").why == "served there by novita, together, as of 2024-10-04");
}

TEST_CASE("the router is not called for a model that holds no chats", "[use]") {
  UseFacts facts = of_task("text-to-image", "diffusers");
  facts.offers = {offer("huggingface:fal-ai")};
  CHECK(ways(facts) == Ways{"diffusers"});
}

TEST_CASE("a provider whose name is no word is not called", "[use]") {
  UseFacts facts = chat_model();
  facts.offers = {offer("huggingface:a'b\"; rm")};
  CHECK(ways(facts) == Ways{"vllm", "transformers"});
}

TEST_CASE("who only sells under an unknown name is named without a command", "[use]") {
  UseFacts facts = chat_model();
  facts.offers = {offer("openrouter"), offer("deepinfra")};
  CHECK(ways(facts) == Ways{"vllm", "transformers"});
  CHECK(way(facts, "api").note ==
        "sold by openrouter, deepinfra, under names that the catalog does not know");
}

TEST_CASE("a GGUF repository is for llama.cpp and Ollama, and not for transformers", "[use]") {
  UseFacts facts = gguf_model();
  CHECK(ways(facts) == Ways{"llama.cpp", "ollama"});
  CHECK(way(facts, "llama.cpp").command == "llama-server -hf 'acme/talk'");
  CHECK(way(facts, "ollama").command == "ollama run 'hf.co/acme/talk'");
  facts.library = "transformers";
  CHECK(ways(facts) == Ways{"llama.cpp", "ollama"});
}

TEST_CASE("the format in the catalog is enough to know a GGUF repository", "[use]") {
  UseFacts facts = gguf_model();
  facts.library = "";
  facts.tags = {};
  CHECK(ways(facts) == Ways{"llama.cpp", "ollama"});
}

TEST_CASE("a GGUF copy without a task takes that of its base", "[use]") {
  UseFacts facts = gguf_model();
  facts.task = "";
  facts.tasks = {};
  facts.chat = false;
  facts.base_task = "text-to-image";
  CHECK(ways(facts) == Ways{});
  facts.base_task = "text-generation";
  CHECK(way(facts, "llama.cpp").why == "library gguf, task of its base text-generation");
}

TEST_CASE("a GGUF copy of which nothing says what it does is started with a warning", "[use]") {
  UseFacts facts = gguf_model();
  facts.task = "";
  facts.tasks = {};
  facts.chat = false;
  CHECK(way(facts, "ollama").note ==
        "takes the Q4_K_M file where there is one; ID:Q8_0 asks for another; its task is not "
        "declared: fits if it writes text");
}

TEST_CASE("GGUF files for a program of their own are not handed to llama.cpp", "[use]") {
  UseFacts facts = gguf_model();
  facts.library = "transcribe.cpp";
  facts.task = "automatic-speech-recognition";
  facts.tasks = {"automatic-speech-recognition"};
  facts.chat = false;
  CHECK(ways(facts) == Ways{});
}

TEST_CASE("a GGUF model for embeddings is served for embeddings", "[use]") {
  UseFacts facts = gguf_model();
  facts.task = "feature-extraction";
  facts.chat = false;
  CHECK(ways(facts) == Ways{"llama.cpp"});
  CHECK(way(facts, "llama.cpp").command == "llama-server -hf 'acme/talk' --embeddings");
}

TEST_CASE("quantized weights get no flag, because the repository says how to read them", "[use]") {
  UseFacts facts = chat_model();
  facts.quantization = "awq";
  CHECK(way(facts, "vllm").command == "vllm serve 'acme/talk'");
  CHECK(way(facts, "vllm").note == "vLLM reads the format (awq) from the repository");
}

TEST_CASE("weights in a format that neither program reads start nothing", "[use]") {
  UseFacts facts = chat_model();
  facts.quantization = "exl2";
  CHECK(only_note(facts) ==
        "no command known here for weights in exl2; https://huggingface.co/acme/talk may tell");
}

TEST_CASE("an adapter is served with its base, and not without", "[use]") {
  UseFacts facts = chat_model();
  facts.adapter = true;
  facts.library = "peft";
  CHECK(only_note(facts) ==
        "an adapter: it needs its base; https://huggingface.co/acme/talk may tell");
  facts.bases = {"acme/base"};
  CHECK(ways(facts) == Ways{"vllm"});
  CHECK(way(facts, "vllm").command ==
        "vllm serve 'acme/base' --enable-lora \\\n  --lora-modules 'adapter=acme/talk'");
}

TEST_CASE("an adapter of an image model is loaded into its base", "[use]") {
  UseFacts facts = of_task("text-to-image", "diffusers");
  facts.adapter = true;
  facts.bases = {"acme/base"};
  CHECK(way(facts, "diffusers").command ==
        "python3 - <<'END'\n"
        "import torch\n"
        "from diffusers import DiffusionPipeline\n"
        "\n"
        "pipe = DiffusionPipeline.from_pretrained(\n"
        "    \"acme/base\", torch_dtype=torch.bfloat16).to(\"cuda\")\n"
        "pipe.load_lora_weights(\"acme/talk\")\n"
        "pipe(\"a lighthouse at dawn\").images[0].save(\"image.png\")\n"
        "END");
}

TEST_CASE("code out of the repository is run only where a tag says that it is needed", "[use]") {
  UseFacts facts = chat_model();
  CHECK(way(facts, "transformers").command.find("trust_remote_code") == std::string::npos);
  facts.tags.emplace_back("custom_code");
  CHECK(way(facts, "vllm").command == "vllm serve 'acme/talk' --trust-remote-code");
  CHECK(way(facts, "transformers").command.find(", trust_remote_code=True)") != std::string::npos);
  CHECK(way(facts, "transformers").note ==
        "runs Python code out of the repository (tag custom_code): read it first");
}

TEST_CASE("a base model is given a text to go on with, a chat model a message", "[use]") {
  UseFacts facts = chat_model();
  CHECK(way(facts, "transformers").command ==
        "python3 - <<'END'\n"
        "from transformers import pipeline\n"
        "\n"
        "pipe = pipeline(\"text-generation\", model=\"acme/talk\",\n"
        "                torch_dtype=\"auto\", device_map=\"auto\")\n"
        "messages = [{\"role\": \"user\", \"content\": \"Say hello in one sentence.\"}]\n"
        "print(pipe(messages, max_new_tokens=256)[0][\"generated_text\"][-1][\"content\"])\n"
        "END");
  facts.chat = false;
  CHECK(way(facts, "transformers").command ==
        "python3 - <<'END'\n"
        "from transformers import pipeline\n"
        "\n"
        "pipe = pipeline(\"text-generation\", model=\"acme/talk\",\n"
        "                torch_dtype=\"auto\", device_map=\"auto\")\n"
        "print(pipe(\"Once upon a time\", max_new_tokens=64)[0][\"generated_text\"])\n"
        "END");
}

TEST_CASE("each library is called in its own way", "[use]") {
  CHECK(ways(of_task("automatic-speech-recognition", "transformers")) == Ways{"transformers"});
  CHECK(ways(of_task("sentence-similarity", "sentence-transformers")) ==
        Ways{"sentence-transformers"});
  CHECK(ways(of_task("text-ranking", "sentence-transformers")) == Ways{"sentence-transformers"});
  CHECK(ways(of_task("text-to-image", "diffusers")) == Ways{"diffusers"});
  CHECK(ways(of_task("text-generation", "mlx")) == Ways{"mlx"});
}

TEST_CASE("a library without a command here is named", "[use]") {
  CHECK(only_note(of_task("automatic-speech-recognition", "nemo")) ==
        "no command known here for library nemo, task automatic-speech-recognition; "
        "https://huggingface.co/acme/talk may tell");
}

TEST_CASE("a model of which neither library nor files are known starts nothing", "[use]") {
  UseFacts facts = chat_model();
  facts.library = "";
  facts.tags = {};
  CHECK(only_note(facts) ==
        "neither its library nor its files are known; https://huggingface.co/acme/talk may tell");
}

TEST_CASE("what is gone, disabled or closed starts nothing, whoever sold it", "[use]") {
  UseFacts facts = chat_model();
  facts.offers = {offer("huggingface:novita")};
  facts.status = "gone";
  CHECK(only_note(facts) == "gone from the Hub: nothing is left to download");
  facts.status = "disabled";
  CHECK(only_note(facts) == "disabled on the Hub: nothing can be downloaded");
  facts.closed = true;
  CHECK(only_note(facts) ==
        "a closed model: no weights are published, and the name that it has in the API of novita "
        "is not in the catalog");
}

TEST_CASE("an id that the Hub cannot have starts nothing", "[use]") {
  UseFacts facts = chat_model();
  facts.id = "acme/x'; rm -rf ~; '";
  CHECK(only_note(facts) == "its id is none that the Hub can have");
}

TEST_CASE("a base with an id that the Hub cannot have is not served", "[use]") {
  UseFacts facts = chat_model();
  facts.adapter = true;
  facts.library = "peft";
  facts.bases = {"acme/$(id)"};
  CHECK(ways(facts) == Ways{});
}

TEST_CASE("a shell reads a quoted text as one word, whatever is in it", "[use]") {
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("it's $(id) `id` \"x\" \\") == "'it'\\''s $(id) `id` \"x\" \\'");
  CHECK(shell_word("") == "''");
}

TEST_CASE("gated weights need a token and an access that is asked for first", "[use]") {
  UseFacts facts = chat_model();
  facts.gated = "manual";
  CHECK(way(facts, "vllm").needs ==
        Ways{"vllm", "HF_TOKEN", "access (ask at https://huggingface.co/acme/talk)"});
  CHECK(use_page(facts, Style{}).find("# gated (manual): ask for access on that page first") !=
        std::string::npos);
}

TEST_CASE("Ollama takes no HF_TOKEN", "[use]") {
  UseFacts facts = gguf_model();
  facts.gated = "auto";
  CHECK(way(facts, "ollama").needs ==
        Ways{"ollama", "access (ask at https://huggingface.co/acme/talk)"});
}

TEST_CASE("a comment stays one, whatever its text", "[use]") {
  CHECK(comment("one\nrm -rf ~\r\x1b[31m", 80) == "# one rm -rf ~\xEF\xBF\xBD\xEF\xBF\xBD[31m\n");
  CHECK(comment("some words that do not fit into one line", 24) ==
        "# some words that do\n#   not fit into one\n#   line\n");
}
