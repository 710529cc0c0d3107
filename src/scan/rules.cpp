#include "oms/scan/rules.h"

#include <array>

namespace oms {
namespace {

constexpr auto kCall = RulePlace::call;

// The first row that fits wins.
constexpr std::array kRules = {
    Rule{"from_pretrained", kCall, "PeftModel*.from_pretrained AutoPeftModel*.from_pretrained",
         "0 1 model_id pretrained_model_name_or_path", Bare::as_is,
         "PeftModel.from_pretrained(base, \"a/b\")"},
    Rule{"from_pretrained", kCall, "from_pretrained from_model_id from_checkpoint",
         "0 pretrained_model_name_or_path pretrained_model_link_or_path model_name_or_path "
         "model_name "
         "model_id model repo_id",
         Bare::as_is, "AutoModel.from_pretrained(\"a/b\", revision=\"…\")"},
    Rule{"pipeline", kCall, "pipeline", "1 model tokenizer feature_extractor", Bare::as_is,
         "pipeline(\"task\", model=\"a/b\"), pipeline('task', 'a/b')"},
    Rule{"SentenceTransformer", kCall, "SentenceTransformer SparseEncoder",
         "0 model_name_or_path model_name", Bare::as_is, "SentenceTransformer(\"a/b\")"},
    Rule{"CrossEncoder", kCall, "CrossEncoder", "0 model_name_or_path model_name", Bare::as_is,
         "CrossEncoder(\"a/b\")"},
    Rule{"snapshot_download", kCall, "snapshot_download snapshotDownload", "0 repo_id repo",
         Bare::if_known, "snapshot_download(\"a/b\")"},
    Rule{"hf_hub_download", kCall,
         "hf_hub_download hf_hub_url cached_download try_to_load_from_cache downloadFile "
         "fileDownloadInfo downloadFileToCacheDir",
         "0 repo_id repo", Bare::if_known, "hf_hub_download(\"a/b\", \"config.json\")"},
    Rule{"hub-api", kCall,
         "model_info list_repo_files list_repo_tree repo_info repo_exists file_exists "
         "list_repo_refs list_repo_commits get_safetensors_metadata modelInfo listFiles fileExists "
         "parseSafetensorsMetadata pathsInfo",
         "0 repo_id repo name", Bare::if_known, "HfApi().model_info(\"a/b\")"},
    Rule{"InferenceClient", kCall, "InferenceClient AsyncInferenceClient", "0 model",
         Bare::if_known, "InferenceClient(model=\"a/b\")"},
    Rule{"inference-call", kCall,
         "text_generation chat_completion feature_extraction sentence_similarity "
         "text_classification token_classification zero_shot_classification text_to_image "
         "image_to_text automatic_speech_recognition text_to_speech question_answering "
         "textGeneration textGenerationStream chatCompletion chatCompletionStream "
         "featureExtraction sentenceSimilarity textClassification tokenClassification "
         "zeroShotClassification textToImage imageToText automaticSpeechRecognition textToSpeech "
         "questionAnswering imageClassification objectDetection translation summarization fillMask",
         "model", Bare::if_known, "client.chatCompletion({model: 'a/b'})"},
    Rule{"LLM", kCall, "LLM EngineArgs AsyncEngineArgs", "0 model tokenizer speculative_model",
         Bare::if_known, "vllm.LLM(model=\"a/b\")"},
    Rule{"sglang-engine", kCall, "Engine Runtime", "model_path tokenizer_path", Bare::if_known,
         "sgl.Engine(model_path=\"a/b\")"},
    Rule{"HuggingFace-class", kCall, "HuggingFace* ChatHuggingFace",
         "model modelName model_name model_id repo_id tokenizer_name endpoint_url", Bare::if_known,
         "HuggingFaceEmbeddings(model_name=\"a/b\")"},
    Rule{"HuggingFace-class", kCall, "huggingface", "0", Bare::if_known, "huggingface('a/b')"},
    Rule{"adapter", kCall, "load_lora_weights load_textual_inversion load_ip_adapter load_adapter",
         "0 pretrained_model_name_or_path_or_dict pretrained_model_name_or_path peft_model_id",
         Bare::if_known, "pipe.load_lora_weights(\"a/b\")"},
    Rule{"trainer", kCall, "*Trainer", "model", Bare::if_known, "SFTTrainer(model=\"a/b\")"},
    Rule{"embedding-class", kCall,
         "TextEmbedding SparseTextEmbedding LateInteractionTextEmbedding TextCrossEncoder "
         "BGEM3FlagModel FlagModel FlagReranker WhisperModel KeyBERT BERTopic",
         "0 model_name model_name_or_path model_size_or_path", Bare::if_known,
         "TextEmbedding(\"a/b\")"},
    Rule{"repo_id", RulePlace::key, "repo_id", "", Bare::if_known,
         "repo_id=\"a/b\", repoId: 'a/b'"},
    Rule{
        "model-key", RulePlace::key,
        "base_model base_models base_model_id base_model_name model_id model_ids model_name "
        "model_names model_url model_repo model_repo_id name_or_path _name_or_path *_name_or_path "
        "*_model_id *_model_ids *_model_name *_model_names *_repo_id hf_model hf_models hf_repo "
        "hf_id hub_model huggingface_model huggingface_repo pretrained_model pretrained_model_path "
        "tokenizer_name tokenizer_id tokenizer_repo embedding_model embeddings_model embed_model "
        "rerank_model reranker_model draft_model speculative_model teacher_model student_model "
        "reward_model judge_model guard_model llm_model chat_model vision_model vlm_model "
        "asr_model "
        "stt_model tts_model whisper_model ner_model text_model default_model classifier_model "
        "summarization_model sentiment_model lora_model adapter_model summary_model",
        "", Bare::if_known, "base_model: a/b, MODEL_ID=a/b, model_id = \"a/b\""},
    Rule{"hf-flag", RulePlace::flag,
         "-hf -hfr --hf-repo -hfd --hf-repo-draft -hfv --hf-repo-v --hf-path", "", Bare::if_known,
         "llama-server -hf a/b:Q4_K_M"},
    Rule{"model-flag", RulePlace::flag,
         "--model --model-id --model-name --model-name-or-path --model-path --base-model "
         "--base-model-name --base-model-id --pretrained-model-name-or-path --tokenizer "
         "--tokenizer-name --tokenizer-path --speculative-model --speculative-model-path "
         "--draft-model --speculative-draft-model-path --embedding-model --embed-model "
         "--reranker-model --teacher-model --reward-model --repo-id --lora-model --hf-model "
         "--llm-model --adapter-model --judge-model",
         "", Bare::if_known, "vllm --model a/b, text-generation-launcher --model-id a/b"},
    Rule{"hf-download", RulePlace::command, "huggingface-cli download,hf download,litgpt download",
         "", Bare::if_known, "hf download a/b --revision main"},
    Rule{"serve", RulePlace::command,
         "vllm serve,vllm chat,vllm complete,lmdeploy serve api_server,lmdeploy chat,"
         "transformers chat,transformers serve,mistralrs serve,sglang serve",
         "", Bare::if_known, "vllm serve a/b"},
    Rule{"hub-url", RulePlace::url, "huggingface.co hf.co", "", Bare::if_known,
         "https://huggingface.co/a/b/resolve/main/x, hf.co/a/b:Q4_K_M"},
    Rule{"hub-uri", RulePlace::url, "hf:// hf-hub: hf_hub:", "", Bare::if_known,
         "hf://a/b, hf_hub:a/b, hf-hub:a/b"},
    Rule{"weak", RulePlace::weak, "", "", Bare::if_known, "any text a/b that the catalog knows"},
};

}  // namespace

std::span<const Rule> scan_rules() { return kRules; }

}  // namespace oms
