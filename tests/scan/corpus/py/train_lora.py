#!/usr/bin/env python
import argparse

from datasets import load_dataset
from peft import LoraConfig, PeftModel
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    TrainingArguments,
)
from trl import DPOTrainer, SFTTrainer

DATASET = "HuggingFaceH4/ultrachat_200k"
BASE = "mistralai/Mistral-7B-v0.1"


def parse():
    parser = argparse.ArgumentParser(description="LoRA on one GPU")
    parser.add_argument("--model_name_or_path", type=str, default="meta-llama/Llama-3.2-1B-Instruct")
    parser.add_argument("--dataset-name", default="timdettmers/openassistant-guanaco")
    parser.add_argument("--output-dir", default="runs/lora")
    parser.add_argument("--hub-model-id", default="acme/mistral-lora",
                        help="where to push, e.g. acme/mistral-lora")
    parser.add_argument("--draft-model", "-d", default="Qwen/Qwen2.5-0.5B-Instruct")
    return parser.parse_args()


def main():
    args = parse()
    train = load_dataset(DATASET, split="train_sft")
    test = load_dataset("HuggingFaceH4/ultrafeedback_binarized", split="test_prefs")
    extra = load_dataset(path="tatsu-lab/alpaca", data_files={"train": "data/train-0.parquet"})
    tokenizer = AutoTokenizer.from_pretrained(args.model_name_or_path, use_fast=True)
    model = AutoModelForCausalLM.from_pretrained(BASE, load_in_4bit=True)
    adapter = PeftModel.from_pretrained(model, "acme/mistral-7b-support-lora", is_trainable=True)
    trainer = SFTTrainer(
        model="HuggingFaceTB/SmolLM2-135M-Instruct",
        train_dataset=train,
        args=TrainingArguments(
            output_dir=args.output_dir,
            push_to_hub=True,
            hub_model_id="acme/smol-support",
            report_to="wandb",
        ),
    )
    dpo = DPOTrainer(model=adapter, ref_model=None, train_dataset=test)
    trainer.train()
    dpo.train()
    adapter.push_to_hub("acme/mistral-7b-support-lora-v2")
    tokenizer.save_pretrained("runs/lora/final")
    model = AutoModelForCausalLM.from_pretrained("runs/lora/final")
    model = AutoModelForCausalLM.from_pretrained("./runs/lora/final")
    model = AutoModelForCausalLM.from_pretrained(args.output_dir + "/final")
    return extra


if __name__ == "__main__":
    main()
