import os

import click
import typer
from typing_extensions import Annotated

app = typer.Typer()


@click.command()
@click.option("--model-id", default="google/vit-base-patch16-224", show_default=True)
@click.option("--out", default="results/images")
@click.option("--hf-repo", "hf_repo", default="acme/vit-finetuned")
def classify(model_id, out, hf_repo):
    """Classify images with MODEL_ID, such as google/vit-large-patch16-224."""
    click.echo("see https://huggingface.co/google/vit-base-patch16-224 for the labels")


@app.command()
def chat(
    model_name: str = typer.Option("HuggingFaceH4/zephyr-7b-beta", "--model-name", "-m"),
    system: str = "You are a helpful assistant. Answer yes/no.",
    url: str = "http://localhost:8080/v1/chat",
):
    base = os.getenv("BASE_MODEL_ID", "mistralai/Mistral-7B-v0.1")
    print(f"chatting with {model_name} on top of {base}")
    os.system("docker pull vllm/vllm-openai:v0.6.3")
    os.system(f"huggingface-cli download {model_name}")
    os.system("vllm serve acme/chat-7b --port 8001 &")
    help_text = "Pass --model owner/name to choose another model, e.g. --model acme/other"
    return help_text


class Registry:
    models = {
        "fast": {"model_id": "Qwen/Qwen3-0.6B", "revision": "c1899de2", "license": "apache-2.0"},
        "accurate": {"model_id": "acme/accurate-70b", "path": "weights/accurate"},
        "vision": dict(repo_id="Salesforce/blip-image-captioning-base", revision="v1"),
    }
