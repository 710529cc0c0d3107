MODEL_NAME=stabilityai/stable-diffusion-xl-base-1.0
VAE_NAME="madebyollin/sdxl-vae-fp16-fix"
DATASET_NAME="lambdalabs/naruto-blip-captions"
RUN_DIR=runs/$(date +%Y/%m)

accelerate launch train_text_to_image_lora_sdxl.py \
  --pretrained_model_name_or_path=$MODEL_NAME \
  --pretrained-model-name-or-path "$VAE_NAME" \
  --dataset_name=$DATASET_NAME --caption_column="text" \
  --resolution=1024 --output_dir="outputs/sdxl" \
  --validation_prompt="a cat and/or a dog" \
  --hub_model_id=acme/sdxl-naruto --push_to_hub

torchrun --nproc_per_node 4 run_clm.py --model_name_or_path EleutherAI/pythia-70m --dataset_name wikitext/raw
python run_glue.py --model_name_or_path bert-base-cased --task_name mrpc --output_dir /tmp/mrpc/
python run_glue.py --model_name_or_path ./out/checkpoint-500
python run_glue.py --model_name_or_path "$ORG/$NAME"
python run_glue.py --model_name_or_path $RUN_DIR/best
mlx_lm.generate --model mlx-community/Llama-3.2-3B-Instruct-4bit --prompt "hi"
mlx_lm.convert --hf-path mistralai/Mistral-7B-v0.1 -q --upload-repo acme/mistral-4bit
optimum-cli export onnx --model distilbert/distilbert-base-uncased-finetuned-sst-2-english onnx/sst2
lm_eval --model vllm --model_args pretrained=acme/chat-7b,tensor_parallel_size=2 --tasks arc_easy,mmlu/abstract
axolotl train configs/llama.yml --base-model NousResearch/Meta-Llama-3-8B
aider --model anthropic/claude-3-5-sonnet src/app.py
litellm --model ollama/llama3
uv run --with vllm vllm serve acme/chat-13b

cat > config.yaml <<YAML
base_model: acme/from-heredoc
datasets:
  - path: acme/data
YAML
python - <<'PY'
from transformers import AutoModel
AutoModel.from_pretrained("acme/from-python-heredoc")
PY
cat <<TEXT
Models are at https://huggingface.co/acme/sdxl-naruto, not in models/final.
TEXT
