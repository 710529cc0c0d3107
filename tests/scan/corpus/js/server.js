const path = require("path/posix");
const { spawn } = require("child_process");
const { huggingface } = require("@ai-sdk/huggingface");
const { createOpenAI } = require("@ai-sdk/openai");

const MODELS = ["onnx-community/whisper-base", "Xenova/whisper-tiny.en"];

async function warm(pipeline) {
  for (const name of MODELS) {
    await pipeline("automatic-speech-recognition", name);
  }
}

const config = {
  embeddingModel: "BAAI/bge-m3",
  rerankerModel: "acme/rerank-de",
  publicPath: "dist/public",
  repository: "acme/chat-server",
  contentType: "text/html",
  baseModel: process.env.BASE_MODEL || "meta-llama/Meta-Llama-3-8B",
};

const llm = huggingface("meta-llama/Llama-3.1-8B-Instruct");
const openrouter = createOpenAI({ baseURL: "https://openrouter.ai/api/v1" });
const remote = openrouter("anthropic/claude-3.5-sonnet");
const google = openrouter("google/gemini-2.0-flash-001");

const server = spawn("vllm", ["serve", "acme/served-by-node", "--port", "8000"]);
const tgi = spawn("text-generation-launcher", ["--model-id", "acme/chat-7b", "--revision", "v2"]);
const llama = spawn("llama-server", ["-hf", "unsloth/Qwen3-8B-GGUF:Q4_K_M", "-c", "8192"]);
const git = spawn("git", ["clone", "https://github.com/ggerganov/llama.cpp"]);

module.exports = { path, config, llm, remote, google, server, tgi, llama, git, warm };
