#!/usr/bin/env bash
# Starts the servers. The old one was meta-llama/Llama-2-7b-chat-hf.
set -euo pipefail

MODEL=${MODEL:-meta-llama/Llama-3.1-8B-Instruct}
EMBEDDER="intfloat/multilingual-e5-large"
DRAFT='acme/chat-68m-draft'
export RERANKER_MODEL=BAAI/bge-reranker-v2-m3
OUT=results/latest
IMAGE=vllm/vllm-openai:v0.6.3

docker run --gpus all -v models/cache:/root/.cache "$IMAGE" --model "$MODEL" --speculative-model $DRAFT
docker run -p 8080:80 ghcr.io/huggingface/text-embeddings-inference:1.5 --model-id $EMBEDDER --revision main
docker pull ollama/ollama

vllm serve Qwen/Qwen2.5-7B-Instruct \
  --revision a09a35458c702b33eeacc393d103063234e8bc28 \
  --max-model-len 8192 &
python -m vllm.entrypoints.openai.api_server --model=microsoft/Phi-3-mini-4k-instruct --port 8001 &
python3 -m sglang.launch_server --model-path deepseek-ai/DeepSeek-R1 --tp 8
text-generation-launcher --model-id HuggingFaceH4/zephyr-7b-beta --quantize eetq
llama-server -hf ggml-org/gemma-3-1b-it-GGUF:Q4_K_M -c 4096
llama-cli --hf-repo acme/tiny-gguf --hf-file tiny-q8_0.gguf -p "yes/no"
llama-server -m models/llama-3.gguf
./llama-cli -m ./models/7B/ggml-model.gguf
ollama run hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q8_0
ollama run llama3.2
ollama pull huggingface.co/unsloth/Llama-3.2-1B-Instruct
trtllm-serve "acme/trt-model" --backend pytorch || true
curl -s http://localhost:8000/v1/models -H 'Content-Type: application/json'
curl http://localhost:8000/v1/chat/completions -d '{"model": "meta-llama/Llama-3.1-8B-Instruct"}'
