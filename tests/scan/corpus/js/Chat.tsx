import React, { useState } from "react";
import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/hf_transformers";
import { Button } from "components/ui";

const OPTIONS = [
  { label: "Llama 3.1 8B", value: "meta-llama/Llama-3.1-8B-Instruct" },
  { label: "Mistral 7B", value: "mistralai/Mistral-7B-Instruct-v0.3" },
  { label: "House model", value: "acme/house-7b" },
  { label: "GPT-4o", value: "openai/gpt-4o" },
];

const embeddings = new HuggingFaceTransformersEmbeddings({
  model: "Xenova/all-MiniLM-L6-v2",
});

export function Chat({ defaultModel = "google/gemma-2-9b-it" }) {
  const [model, setModel] = useState("microsoft/Phi-3-mini-4k-instruct");
  const [tab, setTab] = useState("settings/general");
  return (
    <form action="/api/chat" encType="multipart/form-data">
      <p>
        Don't know which to take? We've had good results with{" "}
        <a href="https://huggingface.co/Qwen/Qwen2.5-7B-Instruct">Qwen</a>, it's small. Read the{" "}
        <a href="https://huggingface.co/blog/llama31">post</a> and/or the{' '}
        <a href='https://github.com/QwenLM/Qwen2.5'>code</a>.
      </p>
      <select value={model} onChange={(e) => setModel(e.target.value)}>
        {OPTIONS.map((o) => (
          <option key={o.value} value={o.value}>{o.label}</option>
        ))}
      </select>
      <img src="images/logo.png" alt="logo" />
      <Button className="w-1/2 bg-black/50" onClick={() => setTab("settings/model")}>Send</Button>
    </form>
  );
}
