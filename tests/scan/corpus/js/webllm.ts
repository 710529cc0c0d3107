import { CreateMLCEngine, type AppConfig } from "@mlc-ai/web-llm";

// The prebuilt list is at https://huggingface.co/mlc-ai/Llama-3.2-1B-Instruct-q4f16_1-MLC
export const appConfig: AppConfig = {
  model_list: [
    {
      model: "https://huggingface.co/mlc-ai/Llama-3.2-1B-Instruct-q4f16_1-MLC",
      model_id: "Llama-3.2-1B-Instruct-q4f16_1-MLC",
      model_lib: "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_80/Llama-3.2-1B.wasm",
    },
    {
      model: "https://huggingface.co/acme/Qwen3-0.6B-q4f16_1-MLC/resolve/main/",
      model_id: "Qwen3-0.6B-q4f16_1-MLC",
    },
  ],
};

const engine = await CreateMLCEngine("Llama-3.2-1B-Instruct-q4f16_1-MLC", { appConfig });
const routes = { "/": "pages/index", "/about": "pages/about" };
const tz = "America/New_York";
/* pipeline("text-generation", "acme/in-a-comment") */
export const weights = new URL("https://hf.co/acme/tiny-onnx/resolve/v1.0/onnx/model.onnx");
export const card = `https://huggingface.co/google/gemma-2b`;
