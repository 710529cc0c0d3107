import litellm
import openai
import sglang as sgl
from langchain_huggingface import HuggingFaceEmbeddings, HuggingFaceEndpoint, HuggingFacePipeline
from llama_cpp import Llama
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from smolagents import CodeAgent, InferenceClientModel, TransformersModel
from vllm import LLM, SamplingParams
from vllm.engine.arg_utils import AsyncEngineArgs

llm = LLM(model="mistralai/Mistral-7B-Instruct-v0.3", tensor_parallel_size=2)
draft = LLM(
    model="acme/chat-13b",
    speculative_model="acme/chat-68m-draft",
    tokenizer="acme/chat-13b",
)
short = LLM("facebook/opt-125m")
args = AsyncEngineArgs(model="Qwen/Qwen3-8B", revision="9c925d6")
engine = sgl.Engine(model_path="meta-llama/Meta-Llama-3.1-8B-Instruct")

embeddings = HuggingFaceEmbeddings(model_name="sentence-transformers/all-mpnet-base-v2")
bare = HuggingFaceEmbeddings(model_name="all-MiniLM-L6-v2")
endpoint = HuggingFaceEndpoint(repo_id="HuggingFaceH4/zephyr-7b-beta", task="text-generation")
pipe = HuggingFacePipeline.from_model_id(model_id="acme/base-gen", task="text-generation")
index_embedding = HuggingFaceEmbedding(model_name="nomic-ai/nomic-embed-text-v1.5", trust_remote_code=True)

gguf = Llama.from_pretrained(
    repo_id="Qwen/Qwen2.5-7B-Instruct-GGUF",
    filename="*q4_k_m.gguf",
)
file = Llama(model_path="models/llama-2-7b.Q4_K_M.gguf")

agent = CodeAgent(tools=[], model=InferenceClientModel(model_id="Qwen/Qwen2.5-Coder-7B-Instruct"))
local = TransformersModel(model_id="acme/tool-caller")

client = openai.OpenAI(base_url="http://localhost:8000/v1", api_key="-")
client.chat.completions.create(model="meta-llama/Llama-3.1-8B-Instruct", messages=[])
client.chat.completions.create(model="gpt-4o", messages=[])
client.embeddings.create(model="text-embedding-3-small", input=["a"])
litellm.completion(model="openai/gpt-4o-mini", messages=[])
litellm.completion(model="anthropic/claude-3-5-sonnet", messages=[])
litellm.completion(model="ollama/llama3", messages=[])
litellm.completion(model="huggingface/deepseek-ai/DeepSeek-R1", messages=[])
router = {"cheap": "openai/gpt-4o-mini", "good": "anthropic/claude-3-opus", "open": "openai/gpt-oss-20b"}
