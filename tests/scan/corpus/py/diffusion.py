import torch
from diffusers import (
    AutoencoderKL,
    ControlNetModel,
    StableDiffusionXLControlNetPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)

base = "stabilityai/stable-diffusion-xl-base-1.0"
repo = "acme/sdxl-lightning"
ckpt = "sdxl_lightning_4step_unet.safetensors"

vae = AutoencoderKL.from_pretrained("madebyollin/sdxl-vae-fp16-fix", torch_dtype=torch.float16)
controlnet = ControlNetModel.from_pretrained(
    "diffusers/controlnet-canny-sdxl-1.0", torch_dtype=torch.float16
)
unet = UNet2DConditionModel.from_pretrained(base, subfolder="unet")
unet.load_state_dict(load_file(hf_hub_download(repo, ckpt), device="cuda"))
pipe = StableDiffusionXLControlNetPipeline.from_pretrained(
    base, vae=vae, controlnet=controlnet, variant="fp16",
).to("cuda")
pipe.load_lora_weights("acme/pixel-art-xl", weight_name="pixel-art-xl.safetensors")
pipe.load_ip_adapter("h94/IP-Adapter", subfolder="sdxl_models", weight_name="ip-adapter_sdxl.bin")
pipe.load_lora_weights("loras/house-style.safetensors")
single = StableDiffusionXLPipeline.from_single_file(
    "https://huggingface.co/acme/merged-sdxl/blob/main/merged.safetensors"
)
image = load_image("https://huggingface.co/datasets/huggingface/documentation-images/resolve/main/diffusers/cat.png")
mask = load_image("https://raw.githubusercontent.com/acme/assets/main/masks/cat.png")
image.save("out/cat.png")
