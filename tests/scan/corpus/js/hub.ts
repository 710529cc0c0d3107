import { downloadFile, listFiles, modelInfo, snapshotDownload, type RepoDesignation } from "@huggingface/hub";
import { HfInference, InferenceClient } from "@huggingface/inference";

interface Options {
  modelId: string;
  repo?: RepoDesignation;
}

const defaults: Options = {
  modelId: "meta-llama/Llama-3.2-1B-Instruct",
};

export const MODEL_ID: string = "HuggingFaceTB/SmolLM2-135M-Instruct";

const hf = new HfInference(process.env.HF_TOKEN);
const client = new InferenceClient(process.env.HF_TOKEN);

export async function run(prompt: string) {
  const out = await hf.textGeneration({
    model: "tiiuae/falcon-7b-instruct",
    inputs: prompt,
    parameters: { max_new_tokens: 20 },
  });
  const chat = await client.chatCompletion({
    provider: "together",
    model: "deepseek-ai/DeepSeek-R1",
    messages: [{ role: "user", content: prompt }],
  });
  const vector = await hf.featureExtraction({ model: 'acme/embedder-small', inputs: prompt });
  const image = await client.textToImage({
    model: `black-forest-labs/FLUX.1-dev`,
    inputs: "a red fox",
  });
  for await (const chunk of client.chatCompletionStream({ model: MODEL_ID, messages: [] })) {
    console.log(chunk);
  }
  return { out, chat, vector, image };
}

export async function files() {
  for await (const file of listFiles({ repo: "microsoft/phi-2", recursive: true })) console.log(file.path);
  await downloadFile({ repo: { type: "model", name: "openai/clip-vit-base-patch32" }, path: "onnx/model.onnx" });
  await downloadFile({ repo: { type: "dataset", name: "nyu-mll/glue" }, path: "README.md" });
  await downloadFile({ repo: "datasets/nyu-mll/glue", path: "README.md" });
  await snapshotDownload({ repo: "acme/web-model", revision: "v1.2" });
  const info = await modelInfo({ name: "google/gemma-2b" });
  const response = await fetch("https://huggingface.co/Qwen/Qwen3-0.6B/raw/main/config.json");
  const other = await fetch(`https://huggingface.co/${info.name}/raw/main/config.json`);
  const github = await fetch("https://api.github.com/repos/huggingface/chat-ui/releases");
  return { response, other, github, headers: { accept: "text/event-stream" } };
}
