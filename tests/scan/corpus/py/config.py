from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class ModelConfig(BaseModel):
    model_id: str = "google/gemma-2-9b-it"
    model_name: str = Field("acme/ranker-large", description="owner/name on the Hub")
    tokenizer_name: str | None = None
    revision: str = "main"
    repository: str = "deepseek-ai/DeepSeek-V3"  # source code of the loader
    image: str = "vllm/vllm-openai:latest"


class Settings(BaseSettings):
    api_prefix: str = "/api/v2"
    content_type: str = "application/x-ndjson"
    locale: str = "en/US"
    timezone: str = "Europe/Berlin"
    embeddings_model: str = "jinaai/jina-embeddings-v3"
    rerank_model: str = Field(default="mixedbread-ai/mxbai-rerank-base-v1")
    judge: str = "Qwen/Qwen3-8B"
    queue: str = "celery/default"
    docs_url: str = "https://github.com/acme/rag/blob/main/docs/setup.md"


FAMILIES = {
    "google/flan-t5-base": "seq2seq",
    "allenai/OLMo-7B": "causal",
    "acme/unlisted": "causal",
}

SUPPORTED = ["TinyLlama/TinyLlama-1.1B-Chat-v1.0", "bigscience/bloom-560m", "text/html", "image/png"]

if DEFAULT == "databricks/dolly-v2-3b":
    raise ValueError("not instruction tuned enough")

os.environ["HF_MODEL_ID"] = "acme/env-model"
os.environ.setdefault("RERANKER_MODEL", "BAAI/bge-reranker-v2-m3")
CONFIG = {
    "model_name_or_path": "teknium/OpenHermes-2.5-Mistral-7B",
    "dataset_name": "teknium/OpenHermes-2.5",
    "train_file": "data/train.json",
    "output_dir": "out/hermes",
    "base_model": "NousResearch/Hermes-3-Llama-3.1-8B",
    "mime": "text/csv",
    "homepage": "huggingface/transformers",
}
