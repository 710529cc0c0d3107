# tree: what a model was made from and what was made of it. The bundled catalog answers.

# A family of the lesson: the variants of Llama 2 and what their licenses make of it
$ oms tree meta-llama/Llama-2-7b-hf --width 80
> Made of it
> MODEL                                     RELATION   LICENSE  CLASS      VERDICT
> meta-llama/Llama-2-7b-hf                             llama2   community  –
> ├─ TheBloke/Llama-2-7B-GGML               finetune   llama2   community  –
> ├─ elyza/ELYZA-japanese-Llama-2-7b        continued  llama2   community  –
> ├─ elyza/ELYZA-japanese-Llama-2-7b-fast   continued  llama2   community  –
> ├─ elyza/ELYZA-japan…-2-7b-fast-instruct  finetune   llama2   community  –
> ├─ elyza/ELYZA-japan…Llama-2-7b-instruct  finetune   llama2   community  –
> ├─ TencentARC/LLaMA-Pro-8B                expansion  llama2   community  –
> │  └─ TencentARC/LLaMA-Pro-8B-Instruct    finetune   llama2   community  –
> └─ + 2 quantizations

# Several bases, and a model that stands in two places, once with what follows from it
$ oms tree BioMistral/BioMistral-7B-DARE --width 80
! terminate called after throwing an instance of 'std::length_error'
!   what():  basic_string::_M_create
? 134

# Only derivatives for a domain, and the way to them
$ oms tree mistralai/Mistral-7B-v0.1 --domain medical --width 80
> Made of it
> MODEL                             RELATION   LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-v0.1                    apache-2.0  osi-permissive  –
> └─ mistralai/Mis…B-Instruct-v0.1  finetune   apache-2.0  osi-permissive  –
>    ├─ BioMistral/BioMistral-7B    continued  apache-2.0  osi-permissive  –
>    │  ├─ BioMist…Mistral-7B-DARE  merge      –           –               –
>    │  ├─ BioMist…istral-7B-SLERP  merge      –           –               –
>    │  └─ BioMist…Mistral-7B-TIES  merge      –           –               –
>    ├─ BioMistral…7B-DARE (above)  merge      –           –               –
>    ├─ BioMistral…B-SLERP (above)  merge      –           –               –
>    └─ BioMistral…7B-TIES (above)  merge      –           –               –

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
> MODEL                              RELATION  LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-v0.1                    apache-2.0  osi-permissive  –
> ├─ mistralai/Mis…7B-Instruct-v0.1  finetune  apache-2.0  osi-permissive  –
> │  └─ + 3 quantizations, 4 below
> ├─ HuggingFaceH4/zephyr-7b-beta    finetune  mit         osi-permissive  –
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
> MODEL                             RELATION  LICENSE     CLASS           VERDICT
> Qwen/Qwen2.5-7B                             apache-2.0  osi-permissive  –
> ├─ Qwen/Qwen2.5-7B-Instruct       finetune  apache-2.0  osi-permissive  –
> │  └─ + 7 quantizations, 5 below
> ├─ Qwen/Qwen2.5-Coder-7B          finetune  apache-2.0  osi-permissive  –
> │  └─ + 3 below
> └─ + 6 more, 1 quantization
> Made of it
> MODEL                                  RELATION  LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-v0.1                        apache-2.0  osi-permissive  –
> ├─ mistralai/Mistral-7B-Instruct-v0.1  finetune  apache-2.0  osi-permissive  –
> │  └─ + 3 quantizations, 4 below
> ├─ HuggingFaceH4/zephyr-7b-beta        finetune  mit         osi-permissive  –
> │  └─ + 3 quantizations
> ├─ teknium/OpenHermes-2.5-Mistral-7B   finetune  apache-2.0  osi-permissive  –
> │  └─ + 2 quantizations, 1 below
> └─ + 18 more, 3 quantizations
! no score of Qwen/Qwen2.5-7B is known, so there is nothing to compare with
! no score of mistralai/Mistral-7B-v0.1 is known, so there is nothing to compare with

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
>   {"id": "meta-llama/Llama-2-7b-hf", "direction": "base", "depth": 1, "parent": "TencentARC/LLaMA-Pro-8B", "relation": null, "license": "llama2", "license_class": "community", "license_effective": "unknown", "license_verdict": "unknown", "quality": null, "quality_delta": null, "in_catalog": true, "again": false, "quantizations": 0, "more": 0, "deeper": 0},
>   {"id": "TencentARC/LLaMA-Pro-8B", "direction": "model", "depth": 0, "parent": null, "relation": "expansion", "license": "llama2", "license_class": "community", "license_effective": "unknown", "license_verdict": "unknown", "quality": null, "quality_delta": null, "in_catalog": true, "again": false, "quantizations": 0, "more": 0, "deeper": 0},
>   {"id": "TencentARC/LLaMA-Pro-8B-Instruct", "direction": "derivative", "depth": 1, "parent": "TencentARC/LLaMA-Pro-8B", "relation": "finetune", "license": "llama2", "license_class": "community", "license_effective": "unknown", "license_verdict": "unknown", "quality": null, "quality_delta": null, "in_catalog": true, "again": false, "quantizations": 0, "more": 0, "deeper": 0}
> ]

# ASCII where the terminal has no Unicode
$ LC_ALL=C oms tree TencentARC/LLaMA-Pro-8B --width 80
> Made from
> MODEL                        RELATION   LICENSE  CLASS      VERDICT
> TencentARC/LLaMA-Pro-8B      expansion  llama2   community  -
> `- meta-llama/Llama-2-7b-hf             llama2   community  -
>
> Made of it
> MODEL                                RELATION   LICENSE  CLASS      VERDICT
> TencentARC/LLaMA-Pro-8B              expansion  llama2   community  -
> `- TencentARC/LLaMA-Pro-8B-Instruct  finetune   llama2   community  -

# A model without bases and derivatives is one line
$ oms tree openai/whisper-large-v2 -n 1 --width 80
> Made of it
> MODEL                              RELATION  LICENSE     CLASS           VERDICT
> openai/whisper-large-v2                      apache-2.0  osi-permissive  –
> ├─ MediaTek-Rese…ch/Breeze-ASR-25  finetune  apache-2.0  osi-permissive  –
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
