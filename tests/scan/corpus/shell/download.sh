#!/bin/sh
set -eu
for repo in openai/whisper-small openai/clip-vit-base-patch32 acme/private; do
  echo "fetching $repo"
done

huggingface-cli login --token "$HF_TOKEN"
huggingface-cli download google/gemma-2b config.json tokenizer.json --local-dir weights/gemma
huggingface-cli download --local-dir weights/opt facebook/opt-125m
huggingface-cli download --repo-type dataset acme/eval --local-dir data/eval
huggingface-cli download acme/app --repo-type space
hf download acme/tts-voice --revision 3f1c0de
HF_HUB_ENABLE_HF_TRANSFER=1 hf download "stabilityai/stable-diffusion-xl-base-1.0" --exclude "*.bin"
huggingface-cli upload acme/new-model out/model . --commit-message "v1/final"
path=$(huggingface-cli download w2v/base-de --quiet)
git clone https://huggingface.co/EleutherAI/gpt-neo-125m
GIT_LFS_SKIP_SMUDGE=1 git clone git@hf.co:acme/large-model weights/large
git clone https://huggingface.co/datasets/rajpurkar/squad
git clone https://huggingface.co/spaces/acme/demo
git clone git@github.com:deepseek-ai/DeepSeek-V3.git
git clone https://github.com/openai/whisper
gh repo clone deepseek-ai/DeepSeek-R1
wget -nc "https://huggingface.co/runwayml/stable-diffusion-v1-5/resolve/main/v1-5-pruned.safetensors"
curl -L https://hf.co/acme/tiny-gguf/resolve/9f2e1aa/tiny-q8_0.gguf -o tiny.gguf
curl https://huggingface.co/api/models/acme/tiny-gguf | jq .sha
cd models/base && ls src/lib
rsync -a weights/gemma host:/srv/weights
npm install @huggingface/transformers
pip install git+https://github.com/huggingface/peft
