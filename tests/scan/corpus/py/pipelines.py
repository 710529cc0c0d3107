from transformers import pipeline
from transformers import pipeline as hf_pipeline

sentiment = pipeline("sentiment-analysis", model="distilbert/distilbert-base-uncased-finetuned-sst-2-english")
ner = pipeline("ner", "dslim/bert-base-NER", aggregation_strategy="simple")
summarizer = pipeline(
    task="summarization",
    model="facebook/bart-large-cnn",
    device=0,
)
asr = pipeline(
    "automatic-speech-recognition",
    model='openai/whisper-small',
    tokenizer='openai/whisper-small',
    chunk_length_s=30,
)
translate = pipeline(
    "translation_en_to_de",  # a task, not a model
    model="Helsinki-NLP"
    "/opus-mt-en-de",
)
zero = pipeline("zero-shot-classification", model="MoritzLaurer/deberta-v3-base-zeroshot-v1", revision="main")
qa = pipeline("question-answering", model="distilbert-base-cased-distilled-squad")
generator = pipeline("text-generation", model="gpt2")
caption = pipeline("image-to-text", model="acme-vision/captioner-xl")
detect = pipeline("object-detection", "facebook/detr-resnet-50")
mask = pipeline("fill-mask", model="roberta-base")
old = pipeline("text-classification", model="some-old-bare-model-v2")
local = pipeline("text-generation", model="./checkpoints/latest")
also_local = pipeline("text-generation", model="/srv/models/llama")
default_for_task = pipeline("text-classification")


def by_language(language):
    return pipeline("translation", model=f"Helsinki-NLP/opus-mt-en-{language}")


def by_owner(owner, name):
    return pipeline("text-generation", model="{}/{}".format(owner, name))


def from_variable(size):
    return hf_pipeline("text-generation", model="acme/chat-" + size)


MODELS = {
    "small": "EleutherAI/pythia-70m",
    "medium": "EleutherAI/gpt-neo-125m",
    "house": "acme/house-model-1b",
}


def sized(size):
    return pipeline("text-generation", model=MODELS[size])
