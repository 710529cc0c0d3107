"""Fetches everything the image needs, so that it starts without network."""
import json
import subprocess
import sys

from huggingface_hub import HfApi, InferenceClient, hf_hub_download, snapshot_download

REPOS = [
    "sentence-transformers/all-MiniLM-L6-v2",
    "openai/clip-vit-base-patch32",
    "acme/classifier-v3",
]

for repo in REPOS:
    snapshot_download(repo, local_dir="models")

snapshot_download("stabilityai/stable-diffusion-xl-base-1.0", allow_patterns=["*.safetensors", "vae/*"])
snapshot_download(
    repo_id="google/siglip-base-patch16-224",
    revision="7fd15f0689c79d79e38b1c2e2e2370a7bf2761ed",
    cache_dir="/cache/hub",
)
snapshot_download(repo_id="squad/v2", repo_type="dataset")
snapshot_download("acme/eval-set", repo_type="dataset", revision="v1")
snapshot_download(
    "acme/demo-app",
    repo_type="space",
)
path = hf_hub_download("bartowski/Llama-3.2-3B-Instruct-GGUF", "Llama-3.2-3B-Instruct-Q4_K_M.gguf")
config = hf_hub_download(repo_id="microsoft/phi-2", filename="config.json", subfolder="onnx/cpu")
labels = hf_hub_download(repo_id="acme/labels", filename="labels.json", repo_type="dataset")

api = HfApi()
info = api.model_info("tiiuae/falcon-7b-instruct")
files = api.list_repo_files("acme/classifier-v3", revision="v3.1")
data = api.dataset_info("rajpurkar/squad")
api.upload_file(path_or_fileobj="out/model.bin", path_in_repo="weights/model.bin", repo_id="acme/classifier-v4")

client = InferenceClient("meta-llama/Llama-3.1-8B-Instruct")
client2 = InferenceClient(provider="novita", model="deepseek-ai/DeepSeek-V3")
client2.chat_completion(messages=[], model="acme/served-model", max_tokens=10)
client2.text_to_image("a cat", model="black-forest-labs/FLUX.1-dev")

subprocess.run(["huggingface-cli", "download", "google/gemma-2b", "--local-dir", "models/gemma"], check=True)
subprocess.run(["huggingface-cli", "download", "--repo-type", "dataset", "acme/eval-set"], check=True)
subprocess.check_call("hf download acme/tts-voice --revision v2 --quiet", shell=True)
subprocess.run(["git", "clone", "https://github.com/huggingface/transformers"], check=True)
subprocess.run(["git", "clone", "https://huggingface.co/suno/bark"], check=True)
subprocess.run([sys.executable, "-m", "vllm.entrypoints.openai.api_server", "--model", "acme/chat-7b"])
json.dump({"license": "apache-2.0"}, open("models/manifest.json", "w"))
