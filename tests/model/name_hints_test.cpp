#include "oms/model/name_hints.h"

#include <string>
#include <vector>

#include "support/catch.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;

std::string quantization(std::string_view id, const Words& tags = {}) {
  return quantization_of(id, tags);
}

// 0: the id states none.
std::int64_t params(std::string_view id) { return params_from_id(id).value_or(0); }

}  // namespace

TEST_CASE("a quantization method is read from the tags", "[name_hints]") {
  CHECK(quantization("x/y", {"transformers", "awq", "4-bit"}) == "awq");
  CHECK(quantization("x/y", {"FP8"}) == "fp8");
}

TEST_CASE("the most telling tag names the method", "[name_hints]") {
  CHECK(quantization("x/y", {"4-bit", "compressed-tensors", "gptq"}) == "gptq");
}

TEST_CASE("a quantization method is read from the end of the id", "[name_hints]") {
  CHECK(quantization("TheBloke/Llama-2-7B-GGUF") == "gguf");
  CHECK(quantization("x/Qwen3-8B-FP8-dynamic") == "fp8");
  CHECK(quantization("unsloth/gemma-3-4b-it-bnb-4bit") == "bitsandbytes");
}

TEST_CASE("the id names the method where the tags only tell the container", "[name_hints]") {
  CHECK(quantization("x/Llama-3.1-8B-quantized.w4a16", {"compressed-tensors"}) == "w4a16");
  CHECK(quantization("x/Llama-3.1-8B", {"compressed-tensors"}) == "compressed-tensors");
}

TEST_CASE("an MLX copy states its width", "[name_hints]") {
  CHECK(quantization("mlx-community/Qwen3-4B-4bit", {"mlx"}) == "mlx-4bit");
}

TEST_CASE("an MLX conversion in full precision is no quantization", "[name_hints]") {
  CHECK(quantization("mlx-community/Kokoro-82M-bf16", {"mlx"}).empty());
}

TEST_CASE("a width alone is the method when nothing else is told", "[name_hints]") {
  CHECK(quantization("x/Model-7B-8bit") == "8bit");
}

TEST_CASE("a full model has no quantization", "[name_hints]") {
  CHECK(quantization("meta-llama/Llama-3.1-8B", {"transformers", "safetensors"}).empty());
}

TEST_CASE("the beginning of an id names no quantization", "[name_hints]") {
  CHECK(quantization("x/gguf-connector-for-a-client").empty());
}

TEST_CASE("a parameter count is read from the id", "[name_hints]") {
  CHECK(params("mistralai/Mistral-7B-v0.1") == 7'000'000'000);
  CHECK(params("x/model_1.5b") == 1'500'000'000);
  CHECK(params("Qwen/Qwen2-0.5b") == 500'000'000);
  CHECK(params("facebook/opt-350m") == 350'000'000);
  CHECK(params("TheBloke/Llama-2-7b.Q4_K_M.gguf") == 7'000'000'000);
}

TEST_CASE("only the name states parameters, not the owner", "[name_hints]") {
  CHECK(params("the-7b/model") == 0);
  CHECK(params("7b-lab/model-3b") == 3'000'000'000);
}

TEST_CASE("experts times their size is no parameter count", "[name_hints]") {
  CHECK(params("mistralai/Mixtral-8x7B-Instruct-v0.1") == 0);
  CHECK(params("x/Dark-4X8B-MoE-25B") == 0);
}

TEST_CASE("active parameters do not count", "[name_hints]") {
  CHECK(params("Qwen/Qwen3-235B-A22B") == 235'000'000'000);
  CHECK(params("Qwen/Qwen1.5-MoE-A2.7B") == 0);
  CHECK(params("ibm-granite/granite-3.0-3b-a800m-base") == 3'000'000'000);
}

TEST_CASE("a size in front of a number of experts counts active parameters only", "[name_hints]") {
  CHECK(params("meta-llama/Llama-4-Scout-17B-16E-Instruct") == 0);
}

TEST_CASE("a version in front and a context behind are not the size", "[name_hints]") {
  CHECK(params("01-ai/Yi-1.5-34B-32K") == 34'000'000'000);
  CHECK(params("Qwen/Qwen2.5-7B-Instruct-1M") == 7'000'000'000);
}

TEST_CASE("numbers that are no sizes state none", "[name_hints]") {
  for (const char* id :
       {"openai-community/gpt2", "microsoft/phi-3-mini-4k", "x/model-v0.1", "x/model-1.5",
        "x/Phi-3-mini-128k-instruct", "x/model-4bit", "laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
        "google/gemma-3n-E4B-it", "bigscience/bloom-1b7", "x/model-0b", "x/7b7", "x/b", ""}) {
    CAPTURE(id);
    CHECK(params(id) == 0);
  }
}

TEST_CASE("a number split by an underscore is ambiguous", "[name_hints]") {
  CHECK(params("stabilityai/stablelm-2-1_6b") == 0);
  CHECK(params("internlm/internlm2_5-1_8b-chat") == 0);
  CHECK(params("facebook/esm2_t33_650M_UR50D") == 650'000'000);
}

TEST_CASE("two different sizes are ambiguous", "[name_hints]") {
  CHECK(params("allenai/OLMoE-1B-7B-0924") == 0);
  CHECK(params("TinyLlama/TinyLlama-1.1B-step-50K-105b") == 0);
  CHECK(params("google/t5gemma-2-270m-270m") == 270'000'000);
}

}  // namespace oms
