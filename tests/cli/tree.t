# tree: what a model was made from and what was made of it. The bundled catalog answers.

# A family of the lesson: the variants of Llama 2 and what their licenses make of it
$ oms tree meta-llama/Llama-2-7b-hf --width 80
> Made of it
> MODEL                                  RELATION   LICENSE  CLASS      VERDICT
> meta-llama/Llama-2-7b-hf                          llama2   community  no-lineage
> ├─ TheBloke/Llama-2-7B-GGML            finetune   llama2   community  ok
> ├─ elyza/ELYZA-japanese-Llama-2-7b     continued  llama2   community  ok
> ├─ elyza/ELYZA-jap…se-Llama-2-7b-fast  continued  llama2   community  ok
> ├─ elyza/ELYZA-jap…2-7b-fast-instruct  finetune   llama2   community  ok
> ├─ elyza/ELYZA-jap…lama-2-7b-instruct  finetune   llama2   community  ok
> ├─ TencentARC/LLaMA-Pro-8B             expansion  llama2   community  ok
> │  └─ TencentARC/L…MA-Pro-8B-Instruct  finetune   llama2   community  ok
> └─ + 2 quantizations

# Several bases, and a model that stands in two places, once with what follows from it
$ oms tree BioMistral/BioMistral-7B-DARE --width 80
> Made from
> MODEL                          RELATION   LICENSE     CLASS           VERDICT
> BioMistral/BioMistral-7B-DARE  merge      –           –               ok
> ├─ BioMistral/BioMistral-7B    continued  apache-2.0  osi-permissive  ok
> │  └─ mistrala…-Instruct-v0.1  finetune   apache-2.0  osi-permissive  ok
> │     └─ mistr…istral-7B-v0.1             apache-2.0  osi-permissive  no-lineage
> └─ mistralai/M…t-v0.1 (above)  finetune   apache-2.0  osi-permissive  ok
>

# Only derivatives for a domain, and the way to them
$ oms tree mistralai/Mistral-7B-v0.1 --domain medical --width 80
> Made of it
> MODEL                          RELATION   LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-v0.1                 apache-2.0  osi-permissive  no-lineage
> └─ mistralai/M…-Instruct-v0.1  finetune   apache-2.0  osi-permissive  ok
>    ├─ BioMistr…/BioMistral-7B  continued  apache-2.0  osi-permissive  ok
>    │  ├─ BioMi…istral-7B-DARE  merge      –           –               ok
>    │  ├─ BioMi…stral-7B-SLERP  merge      –           –               ok
>    │  └─ BioMi…istral-7B-TIES  merge      –           –               ok
>    ├─ BioMistr…B-DARE (above)  merge      –           –               ok
>    ├─ BioMistr…-SLERP (above)  merge      –           –               ok
>    └─ BioMistr…B-TIES (above)  merge      –           –               ok

# Only derivatives for a language
$ oms tree meta-llama/Llama-2-7b-hf --language ja -q
> meta-llama/Llama-2-7b-hf
> elyza/ELYZA-japanese-Llama-2-7b
> elyza/ELYZA-japanese-Llama-2-7b-fast
> elyza/ELYZA-japanese-Llama-2-7b-fast-instruct
> elyza/ELYZA-japanese-Llama-2-7b-instruct

# Few derivatives of each model, few levels; what is left out is counted
$ oms tree mistralai/Mistral-7B-v0.1 -n 2 --depth 1 --width 80
> Made of it
> MODEL                           RELATION  LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-v0.1                 apache-2.0  osi-permissive  no-lineage
> ├─ mistralai/Mi…-Instruct-v0.1  finetune  apache-2.0  osi-permissive  ok
> │  └─ + 3 quant…tions, 4 below
> ├─ HuggingFaceH…zephyr-7b-beta  finetune  mit         osi-permissive  ok
> │  └─ + 3 quantizations
> └─ + 19 more, 3 quantizations

# --all: every derivative, also the quantizations
$ oms tree meta-llama/Llama-2-7b-hf --all -q | wc -l; oms tree meta-llama/Llama-2-7b-hf --all --format csv | grep -c quantized
> 10
> 2

# --delta: the score of each and its distance from the base
$ oms tree Qwen/Qwen2.5-7B --delta -n 2 --depth 1 --width 100
$ oms tree mistralai/Mistral-7B-v0.1 --delta -n 3 --depth 1 --width 100
> Made of it
> MODEL                             RELATION  LICENSE     CLASS           VERDICT     QUALITY  DELTA
> Qwen/Qwen2.5-7B                             apache-2.0  osi-permissive  no-lineage    24.99      –
> ├─ Qwen/Qwen2.5-7B-Instruct       finetune  apache-2.0  osi-permissive  ok            26.87  +1.88
> │  └─ + 7 quantizations, 5 below
> ├─ Qwen/Qwen2.5-Coder-7B          finetune  apache-2.0  osi-permissive  ok            19.21  -5.78
> │  └─ + 3 below
> └─ + 6 more, 1 quantization
> Made of it
> MODEL                               RELATION  LICENSE     CLASS           VERDICT     QUALITY  DELTA
> mistralai/Mistral-7B-v0.1                     apache-2.0  osi-permissive  no-lineage    14.56      –
> ├─ mistralai/Mist…7B-Instruct-v0.1  finetune  apache-2.0  osi-permissive  ok             12.7  -1.86
> │  └─ + 3 quantizations, 4 below
> ├─ HuggingFaceH4/zephyr-7b-beta     finetune  mit         osi-permissive  ok            17.77  +3.21
> │  └─ + 3 quantizations
> ├─ teknium/OpenHe…s-2.5-Mistral-7B  finetune  apache-2.0  osi-permissive  ok            21.27  +6.71
> │  └─ + 2 quantizations, 1 below
> └─ + 18 more, 3 quantizations
! quality: Open LLM Leaderboard v2; delta against the model that it was made from
! quality: Open LLM Leaderboard v2; delta against the model that it was made from

# Falcon: OpenAssistant's model under 40B, GPT4All's under 7B
$ oms tree tiiuae/falcon-40b -q; oms tree tiiuae/falcon-7b -q
> tiiuae/falcon-40b
> OpenAssistant/falcon-40b-sft-mix-1226
> OpenAssistant/falcon-40b-sft-top1-560
> tiiuae/falcon-7b
> nomic-ai/gpt4all-falcon
> OpenAssistant/falcon-7b-sft-top1-696
> OpenLLM-France/Claire-7B-FR-Instruct-0.1

# JSON: flat rows with direction, depth and parent
$ oms tree TencentARC/LLaMA-Pro-8B --json
> [
>   {"id": "meta-llama/Llama-2-7b-hf", "direction": "base", "depth": 1, "parent": "TencentARC/LLaMA-Pro-8B", "relation": null, "license": "llama2", "license_class": "community", "license_effective": "community", "license_verdict": "no-lineage", "quality": null, "quality_delta": null, "in_catalog": true, "again": false, "quantizations": 0, "more": 0, "deeper": 0},
>   {"id": "TencentARC/LLaMA-Pro-8B", "direction": "model", "depth": 0, "parent": null, "relation": "expansion", "license": "llama2", "license_class": "community", "license_effective": "community", "license_verdict": "ok", "quality": null, "quality_delta": null, "in_catalog": true, "again": false, "quantizations": 0, "more": 0, "deeper": 0},
>   {"id": "TencentARC/LLaMA-Pro-8B-Instruct", "direction": "derivative", "depth": 1, "parent": "TencentARC/LLaMA-Pro-8B", "relation": "finetune", "license": "llama2", "license_class": "community", "license_effective": "community", "license_verdict": "ok", "quality": null, "quality_delta": null, "in_catalog": true, "again": false, "quantizations": 0, "more": 0, "deeper": 0}
> ]

# ASCII where the terminal has no Unicode
$ LC_ALL=C oms tree TencentARC/LLaMA-Pro-8B --width 80
> Made from
> MODEL                        RELATION   LICENSE  CLASS      VERDICT
> TencentARC/LLaMA-Pro-8B      expansion  llama2   community  ok
> `- meta-llama/Llama-2-7b-hf             llama2   community  no-lineage
>
> Made of it
> MODEL                                RELATION   LICENSE  CLASS      VERDICT
> TencentARC/LLaMA-Pro-8B              expansion  llama2   community  ok
> `- TencentARC/LLaMA-Pro-8B-Instruct  finetune   llama2   community  ok

# One derivative of each model
$ oms tree openai/whisper-large-v2 -n 1 --width 80
> Made of it
> MODEL                           RELATION  LICENSE     CLASS           VERDICT
> openai/whisper-large-v2                   apache-2.0  osi-permissive  no-lineage
> ├─ MediaTek-Res…/Breeze-ASR-25  finetune  apache-2.0  osi-permissive  ok
> │  └─ + 1 quantization
> └─ + 2 more

# An id that the catalog does not know
$ oms tree nobody/none
! oms: error: no model 'nobody/none' in the catalog; 'oms list --search TEXT' looks for a part of a name
? 1

# A domain that no model has
$ oms tree meta-llama/Llama-2-7b-hf --domain medicin
! oms: error: --domain 'medicin': no model has it; did you mean 'medical'?
? 2

# Numbers are whole and not negative
$ oms tree meta-llama/Llama-2-7b-hf --depth=-1; oms tree meta-llama/Llama-2-7b-hf -n many
! oms: error: --depth takes a number of levels, 0 for all, not '-1'
! oms: error: -n takes a number of derivatives, 0 for all, not 'many'
? 2

# An id is needed
$ oms tree
! oms: error: id is required; 'oms tree --help' explains the options
? 2
