"""Answers questions over a folder of PDFs.

Default models are BAAI/bge-small-en-v1.5 and Qwen/Qwen2.5-7B-Instruct; see README.
"""
from __future__ import annotations

import mimetypes
import os
from dataclasses import dataclass, field
from pathlib import Path

import torch
from fastapi import FastAPI, Response
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer

DATA_DIR = Path("data/pdfs")
INDEX_PATH = "indexes/main"
EMBEDDING_MODEL = os.environ.get("EMBEDDING_MODEL", "BAAI/bge-small-en-v1.5")
RERANKER = "BAAI/bge-reranker-v2-m3"
LLM_ID = "Qwen/Qwen2.5-7B-Instruct"
LLM_REVISION = "a09a35458c702b33eeacc393d103063234e8bc28"

app = FastAPI(title="rag", root_path="/api/v1")


@dataclass
class Settings:
    embedding_model: str = "intfloat/e5-base-v2"
    chunk_size: int = 512
    media_type: str = "application/json"
    fallback_model_id: str = field(default="microsoft/Phi-3-mini-4k-instruct")
    upload_types: tuple[str, ...] = ("application/pdf", "text/plain", "text/markdown")


def load_llm(device: str = "cuda"):
    tokenizer = AutoTokenizer.from_pretrained(LLM_ID, revision=LLM_REVISION)
    model = AutoModelForCausalLM.from_pretrained(
        LLM_ID,
        revision=LLM_REVISION,
        torch_dtype=torch.bfloat16,
        device_map=device,
    )
    return tokenizer, model


class Retriever:
    def __init__(self) -> None:
        self.encoder = SentenceTransformer(EMBEDDING_MODEL)
        # self.encoder = SentenceTransformer("intfloat/e5-large-v2")  slower, not better
        self.reranker = CrossEncoder(RERANKER, max_length=512)

    def health(self) -> Response:
        return Response("ok", media_type="text/plain")

    def type_of(self, name: str) -> str:
        return mimetypes.guess_type(name)[0] or "application/octet-stream"


def dates() -> list[str]:
    return ["2024/01", "2024/02", "n/a", "and/or"]
