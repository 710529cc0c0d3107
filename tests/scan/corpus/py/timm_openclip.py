import open_clip
import timm
import torch
from fsspec import filesystem
from ctransformers import AutoModelForCausalLM

backbone = timm.create_model("hf_hub:timm/vit_base_patch16_224.augreg_in21k", pretrained=True)
local = timm.create_model("vit_base_patch16_224", pretrained=True)
clip, _, preprocess = open_clip.create_model_and_transforms("hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K")
tokenizer = open_clip.get_tokenizer('hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K')
fs = filesystem("hf")
with fs.open("hf://acme/classifier-v3/config.json") as file:
    config = file.read()
table = "hf://datasets/acme/events/data/train.parquet"
torch.hub.load("pytorch/vision", "resnet50")
torch.hub.load("facebookresearch/dino:main", "dino_vits16")
quantized = AutoModelForCausalLM.from_pretrained("TheBloke/Llama-2-7B-Chat-GGUF", model_file="llama-2-7b-chat.Q4_K_M.gguf")
SPEC = "mixedbread-ai/mxbai-embed-large-v1".split("/")
URL = "https://huggingface.co/naver/splade-v3/tree/main"
API = "https://api-inference.huggingface.co/models/facebook/bart-large-cnn"
DOCS = "https://huggingface.co/docs/transformers/main_classes/pipelines"
PAPER = "https://huggingface.co/papers/2307.09288"
SPACE = "https://huggingface.co/spaces/stabilityai/stable-diffusion"
SETTINGS = "https://huggingface.co/settings/tokens"
FILE = "https://huggingface.co/ggml-org/gemma-3-1b-it-GGUF/resolve/main/gemma-3-1b-it-Q4_K_M.gguf?download=true"
PINNED = "https://huggingface.co/microsoft/deberta-v3-base/resolve/8ccc9b6f36199bec6961081d44eb72fb3f7353f3/config.json"


def hub_file(repo, name):
    return f"https://huggingface.co/{repo}/resolve/main/{name}"


def raw(name):
    return f"https://huggingface.co/thenlper/gte-small/raw/main/{name}"
