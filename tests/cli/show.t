# show: all that is known about a model, every fact with source, date and evidence.

# OLMo-7B is open source in the traditional sense: five components, each with its evidence
$ oms show allenai/OLMo-7B
> allenai/OLMo-7B
>   https://huggingface.co/allenai/OLMo-7B
>
> What
>   tasks           text-generation  declared 2026-07-31, hf-model-matrix
>   family          olmo  inferred, the model's name
>   languages       en  declared 2026-07-31, hf-model-matrix
>   library         transformers  declared 2026-06-11, os-ai-map
>   parameters      ~7B  inferred, the model's name
>
> License
>   declared        apache-2.0, Apache license 2.0
>                   declared 2026-07-31, hf-model-matrix
>   class           osi-permissive: OSI-approved; derivatives may take other terms
>   OSI             approved
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>
> Openness  5 of 5 known open
>   training data     open  curated  2026-05-11  [1]
>   full weights      open  curated  2026-05-11  [1]
>   evaluation code   open  curated  2026-05-11  [1]
>   fine-tuning code  open  curated  2026-05-11  [1]
>   training metrics  open  curated  2026-05-11  [1]
>   Open source in the traditional sense: yes – OSI-approved license and all five
>   components are public
>   MOF class       I  curated 2026-05-11 [1]
>
> Price  none known
>
> Quality  no score known
>
> Record
>   status          active  verified 2026-07-31, hf-model-matrix
>   created         2024-01-09  verified 2026-06-11, os-ai-map
>   modified        2025-10-09  verified 2026-07-31, hf-model-matrix
>   downloads       56.1k in 30 days  verified 2026-07-31, hf-model-matrix
>   likes           653  verified 2026-07-31, hf-model-matrix
>   tags            transformers, pytorch, safetensors, hf_olmo, text-generation,
>                   custom_code, en, dataset:allenai/dolma, arxiv:2402.00838,
>                   arxiv:2302.13971, license:apache-2.0, region:us
>                   declared 2026-07-31, hf-model-matrix
>   record of       2026-07-31
>
> Sources
>   [1] model-openness-tool OLMo-7B.yml; allenai.org/blog OLMo announcement of
>   2024-02-01 (training metrics as Weights & Biases logs)
>   Credit: AI Stack Map (Current AI); Model Openness Tool (LF AI and Data)
>
>   not collected: size_bytes, context, architecture, attention, gated,
>   osai_score, downloads_all_time, trending, revision

# Llama 2 is not, and the page says what is missing
$ oms show meta-llama/Llama-2-7b-hf
> meta-llama/Llama-2-7b-hf
>   https://huggingface.co/meta-llama/Llama-2-7b-hf
>
> What
>   tasks           text-generation  declared 2026-07-31, hf-model-matrix
>                   chat  inferred 2026-07-24, chat: sold by the token
>   family          llama-2  inferred, the model's name
>   languages       en  declared 2026-07-31, hf-model-matrix
>   library         transformers  declared 2026-06-11, os-ai-map
>   parameters      6.74B  curated 2026-05-11, llmfit
>   context         4k tokens  curated [1]
>   attention       mha  curated [1]
>   copies          2 quantized in the catalog
>
> License
>   declared        llama2, Llama 2 Community License Agreement
>                   declared 2026-07-31, hf-model-matrix
>   class           community: commercial use, but rights depend on who you are:
>                   size, revenue, country, registration
>   OSI             not approved
>   fails OSD       5 No discrimination against persons or groups
>                   6 No discrimination against fields of endeavor
>                   9 License does not restrict other software
>   commercial use  conditional  limit: 700M MAU on the release date
>   derivatives     yes
>   redistribution  yes
>
> Openness  0 of 5 known open
>   training data     closed   curated    [2]
>   full weights      partial  curated    [2]
>   evaluation code   unknown             no statement found
>   fine-tuning code  unknown             no statement found
>   training metrics  unknown             no statement found
>   Open source in the traditional sense: no – missing: training data (closed),
>   full weights (partial); license llama2 is not OSI-approved; no statement
>   about: evaluation code, fine-tuning code, training metrics
>
> Price  USD per 1M tokens
>   price           0.05 in, 0.25 out, 0.10 blended 3:1
>                   replicate, 2026-07-24  [3]
>
> Quality
>   METRIC                     VALUE  UNIT     DATE        GRADE, SOURCE
>   Open LLM Leaderboard v1    48.93  percent  2024-06-26  independent [4] 4bit
>   Open LLM Leaderboard v2     8.73  percent  2024-06-12  independent [5] float16
>   IFEval (leaderboard v2)    25.19  percent  2024-06-12  independent [5] float16
>   MMLU-Pro (leaderboard v2)   9.57  percent  2024-06-12  independent [5] float16
>
> Record
>   status          active  verified 2026-07-31, hf-model-matrix
>   created         2023-07-13  verified 2026-06-11, os-ai-map
>   modified        2024-04-17  verified 2026-07-31, hf-model-matrix
>   downloads       712k in 30 days  verified 2026-07-31, hf-model-matrix
>   likes           2.35k  verified 2026-07-31, hf-model-matrix
>   offered on      replicate, sagemaker
>   tags            transformers, pytorch, safetensors, llama, text-generation,
>                   facebook, meta, llama-2, en, arxiv:2307.09288, license:llama2,
>                   text-generation-inference, endpoints_compatible, region:us,
>                   deploy:sagemaker  declared 2026-07-31, hf-model-matrix
>   record of       2026-07-31
>
> Sources
>   [1] Llama 2 architecture table
>   (mintlify.com/meta-llama/llama/concepts/architecture); size from the catalog
>   snapshot
>   [2] osai-index llama-2-chat.yaml; HUB; SCANCODE:llama-2-license-2023
>   [3] LiteLLM key replicate/meta/llama-2-7b (github:RoCry/llm-api-price
>   2026-07-24); id mapped by hand
>   [4] HF dataset open-llm-leaderboard-old/contents (4bit)
>   (github:felipemaiapolo/sloth data/open-llm-leaderboard_old.csv)
>   [5] HF dataset open-llm-leaderboard/contents row
>   meta-llama_Llama-2-7b-hf_float16 (github:hlzhang109/causal-eval
>   data/open_llm_leaderboard.csv)
>   Credit: Results: Open LLM Leaderboard (Hugging Face); AI Stack Map (Current
>   AI); European Open Source AI Index (osai-index.eu), CC BY 4.0; Liesenfeld and
>   Dingemanse 2024
>
>   not collected: size_bytes, architecture, gated, mof_class, osai_score,
>   downloads_all_time, trending, revision

# Falcon-180B declares no license that could be read; the page says which one it is
$ oms show tiiuae/falcon-180B
> tiiuae/falcon-180B
>   https://huggingface.co/tiiuae/falcon-180B
>
> What
>   tasks           text-generation  declared 2026-07-31, hf-model-matrix
>   family          falcon  inferred, the model's name
>   languages       de, en, es, fr  declared 2026-07-31, hf-model-matrix
>   library         transformers  declared 2026-02-26, hf-providers
>   parameters      ~180B  inferred, the model's name
>
> License
>   declared        'unknown'  declared 2026-07-31, hf-model-matrix
>   judged as       other:falcon-180b, Falcon 180B TII License 1.0
>   class           community: commercial use, but rights depend on who you are:
>                   size, revenue, country, registration
>   OSI             not approved
>   fails OSD       5 No discrimination against persons or groups
>                   6 No discrimination against fields of endeavor
>   commercial use  conditional
>                   limit: hosted services may need a separate license
>   derivatives     yes
>   redistribution  yes
>
> Openness  0 of 5 known open
>   training data     partial  curated  2026-05-11  [1]
>   full weights      partial  curated  2026-05-11  [1]
>   evaluation code   unknown                       no statement found
>   fine-tuning code  unknown                       no statement found
>   training metrics  unknown                       no statement found
>   Open source in the traditional sense: no – missing: training data (partial),
>   full weights (partial); the license is not OSI-approved; no statement about:
>   evaluation code, fine-tuning code, training metrics
>   MOF class       unclassified  curated 2026-05-11 [1]
>
> Price  none known
>
> Quality
>   METRIC                     VALUE  UNIT     DATE        GRADE, SOURCE
>   Epoch Capabilities Index  111.12  points   2025-12-19  independent [2]
>                                                          Falcon-180B
>   Open LLM Leaderboard v1    65.46  percent  2023-09-15  independent [3] 4bit
>
> Record
>   status          active  verified 2026-07-31, hf-model-matrix
>   modified        2023-09-06  verified 2026-07-31, hf-model-matrix
>   downloads       77 in 30 days  verified 2026-07-31, hf-model-matrix
>   likes           1.15k  verified 2026-07-31, hf-model-matrix
>   offered on      sagemaker
>   tags            transformers, safetensors, falcon, text-generation, en, de,
>                   es, fr, dataset:tiiuae/falcon-refinedweb, arxiv:1911.02150,
>                   arxiv:2101.00027, arxiv:2005.14165, arxiv:2104.09864,
>                   arxiv:2205.14135, arxiv:2306.01116, license:unknown,
>                   text-generation-inference, region:us, deploy:sagemaker
>                   declared 2026-07-31, hf-model-matrix
>   record of       2026-07-31
>
> Sources
>   [1] model-openness-tool Falcon-180B.yml; opening-up-chatgpt
>   Falcon-180B-chat.yaml; model-openness-tool Falcon-180B.yml; PAGE:falcon180b
>   [2] epoch.ai/data/eci_scores.csv "Falcon-180B" 90% CI 102.27-128.33
>   (github:IAPS-AI/ECI-Accessibility-Gap data/eci_scores.csv, CC BY 4.0); id
>   mapped by hand
>   [3] HF dataset open-llm-leaderboard-old/contents (4bit)
>   (github:felipemaiapolo/sloth data/open-llm-leaderboard_old.csv)
>   Credit: Data: Epoch AI (CC BY 4.0); Results: Open LLM Leaderboard (Hugging
>   Face); Model Openness Tool (LF AI and Data); Opening up ChatGPT, CC BY 4.0;
>   Liesenfeld and Dingemanse 2024
>
>   not collected: size_bytes, context, architecture, attention, gated,
>   osai_score, created, downloads_all_time, trending, revision

# A closed model is marked as a reference row, with price and source
$ oms show openrouter:openai/gpt-5
> openrouter:openai/gpt-5  closed model, for reference
>
> What
>   tasks           chat  inferred 2026-07-02, chat: sold by the token
>   context         400k tokens  curated 2026-07-02 [1]
>
> License
>   class           proprietary: the weights are not handed out, or nothing is
>                   granted
>
> Openness  0 of 5 known open
>   training data     unknown                       no statement found
>   full weights      closed   curated  2026-07-02  [1]
>   evaluation code   unknown                       no statement found
>   fine-tuning code  unknown                       no statement found
>   training metrics  unknown                       no statement found
>   Open source in the traditional sense: no – the weights are closed
>
> Price  USD per 1M tokens
>   price           1.25 in, 10.00 out, 3.4375 blended 3:1
>                   openai, 2026-07-02  [1]
>
> Quality  no score known
>
> Record
>   offered on      openai
>   record of       2026-07-02
>
> Sources
>   [1] models.dev providers/openai (2026-07-02)
>   Credit: models.dev

# A license that the publisher did not declare is their silence, said in words
$ oms show facebook/contriever | sed -n '/^License/,/^$/p'
$ oms show facebook/contriever --format csv --no-header --fields license,license_class,license_reason
> License
>   declared        unknown: the publisher declares none
>
> ,,not-declared

# A license whose name our source did not carry is our gap, said in words
$ oms show facebook/opt-125m | sed -n '/^License/,/^$/p'
$ oms show facebook/opt-125m --format csv --no-header --fields license,license_class,license_reason
> License
>   declared        'other'  declared 2026-07-31, hf-model-matrix
>   class           unknown: the source of this record did not carry its name
>   gated           no: free to download  verified 2026-02-17, inferenceatlas
>
> other,,not-collected

# A license that cannot be read is quoted, and unknown
$ oms show biohub/ESMC-6B | sed -n '/^License/,/^$/p'
$ oms show biohub/ESMC-6B --format csv --no-header --fields license,license_class,license_reason
> License
>   declared        mit AND other  declared 2026-06-11, os-ai-map
>   class           unknown: declared, but not one that can be read here
>
> mit AND other,,unresolved

# Published weights are no reference row, whatever an index calls them, and keep their license
$ oms show meta-llama/Llama-3.1-405B-Instruct | sed -n '1,2p; /^License/,/^$/p'
$ oms show databricks/dolly-v2-7b | sed -n '1,2p; /^License/,/^$/p'
> meta-llama/Llama-3.1-405B-Instruct
>   https://huggingface.co/meta-llama/Llama-3.1-405B-Instruct
> License
>   declared        llama3.1, Llama 3.1 Community License Agreement
>                   declared 2026-06-11, os-ai-map
>   class           community: commercial use, but rights depend on who you are:
>                   size, revenue, country, registration
>   OSI             not approved
>   fails OSD       5 No discrimination against persons or groups
>                   6 No discrimination against fields of endeavor
>   commercial use  conditional  limit: 700M MAU on the release date
>   derivatives     yes
>   redistribution  yes
>
> License of its bases  ok
>   ok  llama3.1  meta-llama/Llama-3.1-405B
>   class left      community
>
> databricks/dolly-v2-7b
>   https://huggingface.co/databricks/dolly-v2-7b
> License
>   declared        mit, MIT  curated 2025-03-13, open-llm-leaderboard
>   class           osi-permissive: OSI-approved; derivatives may take other terms
>   OSI             approved
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>
> License of its bases  ok
>   ok  apache-2.0  EleutherAI/pythia-12b
>   class left      osi-permissive
>

# Hosts stand cheapest first, the old quotes behind, the one that is shown marked
$ oms show meta-llama/Llama-3.3-70B-Instruct | sed -n '/^Price/,/^$/p; /^  HOST/,/^$/p'
> Price  USD per 1M tokens
>   price           0.10 in, 0.32 out, 0.155 blended 3:1
>                   openrouter, 2026-08-14  [1]
>   range           0.155 to 0.71 blended, 8 hosts
>
>   HOST           IN   OUT    BLEND  DATE        VIA
>   openrouter   0.10  0.32    0.155  2026-08-14  openrouter, shown
>   hyperbolic   0.12  0.30    0.165  2026-07-24  hyperbolic
>   nebius       0.13  0.40   0.1975  2026-07-24  nebius
>   crusoe       0.20  0.20     0.20  2026-07-24  crusoe
>   nscale       0.20  0.20     0.20  2026-07-24  nscale
>   novita      0.135  0.40  0.20125  2026-07-24  novita
>   deepinfra    0.23  0.40   0.2725  2026-07-24  deepinfra
>   azure        0.71  0.71     0.71  2026-07-24  azure_ai
>   novita      0.135  0.40  0.20125  2026-02-26  huggingface:novita, old
>   hyperbolic   0.40  0.40     0.40  2026-02-26  huggingface:hyperbolic, old
>   nscale       0.40  0.40     0.40  2026-02-26  huggingface:nscale, old
>   groq         0.59  0.79     0.64  2026-02-26  huggingface:groq, old
>   azure        0.71  0.71     0.71  2025-06-01  azure-retail, old
>   ovhcloud     0.74  0.74     0.74  2026-02-26  huggingface:ovhcloud, old
>   sambanova    0.60  1.20     0.75  2026-02-26  huggingface:sambanova, old
>   together     0.88  0.88     0.88  2026-02-26  huggingface:together, old
>   fireworks    0.90  0.90     0.90  2026-02-26  huggingface:fireworks-ai, old
>

# A model with old quotes only says so
$ oms show "$(oms list -q -n 1 price_old=yes)" | sed -n '/^Price/,/^$/p'
> Price  USD per 1M tokens
>   price           0.20 in, 0.20 out, 0.20 blended 3:1
>                   hyperbolic, 2026-02-26  [2]
>                   an old quote: over 60 days behind the newest price of the
>                   catalog
>   range           0.20 to 0.20 blended, 2 hosts
>

# A mixture of experts tells its active parameters
$ oms show mistralai/Mixtral-8x7B-v0.1 | sed -n '/^What/,/^$/p'
> What
>   family          mistral  inferred, the model's name
>   languages       de, en, es, fr, it  declared 2026-07-31, hf-model-matrix
>   library         vllm  declared 2026-07-31, hf-model-matrix
>   parameters      46.7B  curated 2025-03-13, open-llm-leaderboard
>   active          12.9B for one token  curated [1]
>   context         32k tokens  curated [1]
>   attention       gqa  curated [1]
>   copies          2 quantized in the catalog
>

# What a model was made from, and how
$ oms show TencentARC/LLaMA-Pro-8B --json | jq -c '.lineage[], .base_models, .relation'
$ oms show TencentARC/LLaMA-Pro-8B | grep -A 1 'made from'
> {"id":"meta-llama/Llama-2-7b-hf","relation":"expansion","known":true,"license":"llama2","license_class":"community","verdict":"ok","reason":"same-license","explanation":"declares llama2, and its base meta-llama/Llama-2-7b-hf (llama2) is under the same license","path":["TencentARC/LLaMA-Pro-8B","meta-llama/Llama-2-7b-hf"]}
> ["meta-llama/Llama-2-7b-hf"]
> "expansion"
>   made from       meta-llama/Llama-2-7b-hf (expansion)  curated [1]
>

# How it was made is as lineage.tsv says, also where the Hub's tag names only the base
$ oms show aaditya/Llama3-OpenBioLLM-70B --json | jq -c '.lineage[]'
> {"id":"meta-llama/Meta-Llama-3-70B","relation":"finetune","known":true,"license":"llama3","license_class":"community","verdict":"ok","reason":"same-license","explanation":"declares llama3, and its base meta-llama/Meta-Llama-3-70B (llama3) is under the same license","path":["aaditya/Llama3-OpenBioLLM-70B","meta-llama/Meta-Llama-3-70B"]}

# Several ids: one page each, an empty line between
$ oms show allenai/OLMo-7B tiiuae/falcon-7b --fields id,license,license_class,open_data,price_input
> allenai/OLMo-7B
>   id              allenai/OLMo-7B
>   license         apache-2.0  declared 2026-07-31, hf-model-matrix
>   license_class   osi-permissive  curated, license table: apache-2.0
>   open_data       open  curated 2026-05-11 [1]
>   price_input     –
>
> Sources
>   [1] model-openness-tool OLMo-7B.yml; allenai.org/blog OLMo announcement of
>   2024-02-01 (training metrics as Weights & Biases logs)
>   Credit: AI Stack Map (Current AI); Model Openness Tool (LF AI and Data)
>
> tiiuae/falcon-7b
>   id              tiiuae/falcon-7b
>   license         apache-2.0  declared 2026-07-31, hf-model-matrix
>   license_class   osi-permissive  curated, license table: apache-2.0
>   open_data       partial  curated [1]
>   price_input     –
>
> Sources
>   [1] opening-up-chatgpt Falcon-40B-instruct.yaml; CARD
>   Credit: Data: Epoch AI (CC BY 4.0); Results: Open LLM Leaderboard (Hugging
>   Face); AI Stack Map (Current AI); Open LLM Leaderboard (Hugging Face); Opening
>   up ChatGPT, CC BY 4.0; Liesenfeld and Dingemanse 2024

# One unknown among several: the others are printed, exit 1
$ oms show tiiuae/falcon-7b nobody/nothing mistralai/Mistral-7B-v0.1 -q
> tiiuae/falcon-7b
> mistralai/Mistral-7B-v0.1
! oms: error: no model 'nobody/nothing' in the catalog; 'oms list --search TEXT' looks for a part of a name
? 1

# One unknown among several in JSON: an array of the others, an error object on stderr
$ oms show tiiuae/falcon-7b nobody/nothing --json --fields id
> [
> {
>   "id": "tiiuae/falcon-7b"
> }
> ]
! {"code": "no", "exit_code": 1, "message": "no model 'nobody/nothing' in the catalog", "hint": "'oms list --search TEXT' looks for a part of a name"}
? 1

# Unknown ids only: an empty array
$ oms show nobody/nothing nobody/either --json
> [
> ]
! {"code": "no", "exit_code": 1, "message": "no model 'nobody/nothing' in the catalog", "hint": "'oms list --search TEXT' looks for a part of a name"}
! {"code": "no", "exit_code": 1, "message": "no model 'nobody/either' in the catalog", "hint": "'oms list --search TEXT' looks for a part of a name"}
? 1

# An unknown id is exit 1, with the nearest id where there is one
$ oms show allenai/OLMo-7C
$ oms show nobody/nothing
! oms: error: no model 'allenai/OLMo-7C' in the catalog; did you mean 'allenai/OLMo-7B'? ('oms list --search TEXT' looks for a part of a name)
! oms: error: no model 'nobody/nothing' in the catalog; 'oms list --search TEXT' looks for a part of a name
? 1

# An ambiguous part lists candidates and is never guessed
$ oms show OLMo-7
! oms: error: 'OLMo-7' fits 11 models: allenai/OLMo-7B, allenai/Molmo-7B-D-0924, allenai/OLMo-7B-hf, allenai/FlexOlmo-7x7B-1T, allenai/Molmo-72B-0924, +6 more; give the whole id
? 1

# No id is wrong use
$ oms show
! oms: error: id is required; 'oms show --help' explains the options
? 2

# A bare id of old is known under its new owner
$ oms show bert-base-uncased -q
$ oms show gpt2 all-MiniLM-L6-v2 -q
> google-bert/bert-base-uncased
> openai-community/gpt2
> sentence-transformers/all-MiniLM-L6-v2

# Case does not matter
$ oms show ALLENAI/olmo-7b -q
> allenai/OLMo-7B

# A name that only one model has is enough, with or without the owner
$ oms show OLMo-7B -q
$ oms show gpt-5 -q
> allenai/OLMo-7B
> openrouter:openai/gpt-5

# A model that is asked for twice is shown twice
$ oms show allenai/OLMo-7B OLMo-7B -q
> allenai/OLMo-7B
> allenai/OLMo-7B

# --json of one id is one object with facts, offers, observations and lineage
$ oms show meta-llama/Llama-2-7b-hf --json
> {
>   "id": "meta-llama/Llama-2-7b-hf",
>   "author": "meta-llama",
>   "name": "Llama-2-7b-hf",
>   "family": "llama-2",
>   "task": "text-generation",
>   "tasks": ["text-generation", "chat"],
>   "chat": true,
>   "domain": null,
>   "languages": ["en"],
>   "library": "transformers",
>   "tags": ["transformers", "pytorch", "safetensors", "llama", "text-generation", "facebook", "meta", "llama-2", "en", "arxiv:2307.09288", "license:llama2", "text-generation-inference", "endpoints_compatible", "region:us", "deploy:sagemaker"],
>   "status": "active",
>   "license": "llama2",
>   "license_name": null,
>   "license_class": "community",
>   "license_reason": null,
>   "license_effective": "community",
>   "license_verdict": "no-lineage",
>   "osi_approved": false,
>   "commercial_use": "conditional",
>   "derivatives_allowed": "yes",
>   "redistribution": "yes",
>   "gated": null,
>   "created": "2023-07-13",
>   "modified": "2024-04-17",
>   "downloads": 712004,
>   "downloads_all_time": null,
>   "likes": 2352,
>   "trending": null,
>   "params": 6738417664,
>   "params_inferred": false,
>   "active_params": null,
>   "size_bytes": null,
>   "context": 4096,
>   "architecture": null,
>   "attention": "mha",
>   "quantization": null,
>   "base_models": null,
>   "relation": null,
>   "derivatives": 8,
>   "open_weights": "partial",
>   "open_data": "closed",
>   "open_evaluation": "unknown",
>   "open_finetuning": "unknown",
>   "open_metrics": "unknown",
>   "openness": 0,
>   "traditional_open_source": false,
>   "mof_class": null,
>   "osai_score": null,
>   "price_input": 0.05,
>   "price_output": 0.25,
>   "price_blended": 0.1,
>   "price_provider": "replicate",
>   "price_source": "LiteLLM key replicate/meta/llama-2-7b (github:RoCry/llm-api-price 2026-07-24); id mapped by hand",
>   "price_as_of": "2026-07-24",
>   "price_old": false,
>   "price_min": 0.1,
>   "price_max": 0.1,
>   "providers": 1,
>   "available_on": ["replicate", "sagemaker"],
>   "bill": null,
>   "quality": null,
>   "quality_metric": null,
>   "quality_as_of": null,
>   "quality_grade": null,
>   "scores": {"ollb1": 48.93, "ollb2": 8.73, "ollb2_ifeval": 25.19, "ollb2_mmlu_pro": 9.57},
>   "on_frontier": null,
>   "folded": 2,
>   "revision": null,
>   "as_of": "2026-07-31",
>   "facts": [
>     {"field": "task", "value": "text-generation", "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "declared"},
>     {"field": "library", "value": "transformers", "source": "os-ai-map", "as_of": "2026-06-11", "evidence": "declared"},
>     {"field": "likes", "value": 2352, "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "verified"},
>     {"field": "downloads", "value": 712004, "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "verified"},
>     {"field": "created", "value": "2023-07-13", "source": "os-ai-map", "as_of": "2026-06-11", "evidence": "verified"},
>     {"field": "modified", "value": "2024-04-17", "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "verified"},
>     {"field": "tags", "value": ["transformers", "pytorch", "safetensors", "llama", "text-generation", "facebook", "meta", "llama-2", "en", "arxiv:2307.09288", "license:llama2", "text-generation-inference", "endpoints_compatible", "region:us", "deploy:sagemaker"], "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "declared"},
>     {"field": "status", "value": "active", "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "verified"},
>     {"field": "family", "value": "llama-2", "source": "the model's name", "as_of": null, "evidence": "inferred"},
>     {"field": "languages", "value": ["en"], "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "declared"},
>     {"field": "license", "value": "llama2", "source": "hf-model-matrix", "as_of": "2026-07-31", "evidence": "declared"},
>     {"field": "license_class", "value": "community", "source": "license table: llama2", "as_of": null, "evidence": "curated"},
>     {"field": "params", "value": 6738417664, "source": "llmfit", "as_of": "2026-05-11", "evidence": "curated"},
>     {"field": "context", "value": 4096, "source": "Llama 2 architecture table (mintlify.com/meta-llama/llama/concepts/architecture); size from the catalog snapshot", "as_of": null, "evidence": "curated"},
>     {"field": "attention", "value": "mha", "source": "Llama 2 architecture table (mintlify.com/meta-llama/llama/concepts/architecture); size from the catalog snapshot", "as_of": null, "evidence": "curated"},
>     {"field": "open_data", "value": "closed", "source": "OSAI:llama-2-chat.yaml;HUB;SCANCODE:llama-2-license-2023", "as_of": null, "evidence": "curated"},
>     {"field": "open_weights", "value": "partial", "source": "OSAI:llama-2-chat.yaml;HUB;SCANCODE:llama-2-license-2023", "as_of": null, "evidence": "curated"},
>     {"field": "tasks", "value": ["text-generation", "chat"], "source": "its pipeline tag", "as_of": "2026-07-31", "evidence": "inferred"},
>     {"field": "tasks", "value": ["text-generation", "chat"], "source": "its tags", "as_of": "2026-07-31", "evidence": "inferred"},
>     {"field": "tasks", "value": ["text-generation", "chat"], "source": "chat: sold by the token", "as_of": "2026-07-24", "evidence": "inferred"}
>   ],
>   "offers": [
>     {"host": "replicate", "route": "replicate", "source": "LiteLLM key replicate/meta/llama-2-7b (github:RoCry/llm-api-price 2026-07-24); id mapped by hand", "input": 0.05, "output": 0.25, "cached": null, "blended": 0.1, "as_of": "2026-07-24", "shown": true, "outlier": false, "old": false}
>   ],
>   "observations": [
>     {"metric": "ollb1", "title": "Open LLM Leaderboard v1", "value": 48.93, "unit": "percent", "better": "higher", "as_of": "2024-06-26", "grade": "independent", "variant": "4bit", "source": "HF dataset open-llm-leaderboard-old/contents (4bit) (github:felipemaiapolo/sloth data/open-llm-leaderboard_old.csv)"},
>     {"metric": "ollb2", "title": "Open LLM Leaderboard v2", "value": 8.73, "unit": "percent", "better": "higher", "as_of": "2024-06-12", "grade": "independent", "variant": "float16", "source": "HF dataset open-llm-leaderboard/contents row meta-llama_Llama-2-7b-hf_float16 (github:hlzhang109/causal-eval data/open_llm_leaderboard.csv)"},
>     {"metric": "ollb2_ifeval", "title": "IFEval (leaderboard v2)", "value": 25.19, "unit": "percent", "better": "higher", "as_of": "2024-06-12", "grade": "independent", "variant": "float16", "source": "HF dataset open-llm-leaderboard/contents row meta-llama_Llama-2-7b-hf_float16 (github:hlzhang109/causal-eval data/open_llm_leaderboard.csv)"},
>     {"metric": "ollb2_mmlu_pro", "title": "MMLU-Pro (leaderboard v2)", "value": 9.57, "unit": "percent", "better": "higher", "as_of": "2024-06-12", "grade": "independent", "variant": "float16", "source": "HF dataset open-llm-leaderboard/contents row meta-llama_Llama-2-7b-hf_float16 (github:hlzhang109/causal-eval data/open_llm_leaderboard.csv)"}
>   ],
>   "lineage": []
> }

# --json of two ids is an array
$ oms show allenai/OLMo-7B tiiuae/falcon-7b --json | jq -c 'map(.id)'
> ["allenai/OLMo-7B","tiiuae/falcon-7b"]

# Without --fields the object has every field, then the four lists
$ diff <(oms show allenai/OLMo-7B --json | jq -r 'keys_unsorted[]') <(oms fields --json 2>/dev/null | jq -r '.[].field'; printf '%s\n' facts offers observations lineage) && echo same
> same

# With --fields the object has these, in this order
$ oms show allenai/OLMo-7B --json --fields openness,id,license,price_input
> {
>   "openness": 5,
>   "id": "allenai/OLMo-7B",
>   "license": "apache-2.0",
>   "price_input": null
> }

# Every fact names a source, and the value of its field
$ oms list --all --closed -n 0 -q | xargs -n 2000 oms show --json | jq -r '.[] | . as $model | .facts[] | select(.source == null or .value != $model[.field]) | "\($model.id) \(.field)"' | head

# Of the offers exactly one is shown, where there is a price
$ oms list --all --closed -n 0 -q 'price_blended!=unknown' | xargs oms show --json | jq -c '.[] | [.offers[] | select(.shown)] | length' | sort | uniq -c | sed 's/^ *[0-9]*/N/'
> N 1

# The offers of all models are the rows of prices.tsv
$ oms list --all -n 0 -q | xargs -n 2000 oms show --json | jq -r '.[] | .id as $id | .offers[] | [$id, .host, .route, .input, .output, .as_of, .source] | @tsv' | LC_ALL=C sort > shown
$ tail -n +2 "$TESTS/../data/prices.tsv" | jq -Rr 'split("\t") | (.[3], .[4]) |= (if . == "" then null else tonumber end) | @tsv' | LC_ALL=C sort > rows
$ cmp shown rows && wc -l < rows
> 653

# The observations of all models, but those that copies borrow, are the rows of scores.tsv
$ oms list --all -n 0 -q | xargs -n 2000 oms show --json | jq -r '.[] | .id as $id | .observations[] | select(.grade != "borrowed") | [$id, .metric, .value, .as_of, .grade, .variant, .source] | @tsv' | LC_ALL=C sort > shown
$ tail -n +2 "$TESTS/../data/scores.tsv" | jq -Rr 'split("\t") | .[2] |= tonumber | @tsv' | LC_ALL=C sort > rows
$ cmp shown rows && wc -l < rows
> 1889

# The fully open models are those with five open components in openness.tsv and an OSI license
$ oms list --all -n 0 -q traditional_open_source=yes | LC_ALL=C sort > shown
$ awk -F '\t' '$2 == "open" && $3 == "open" && $4 == "open" && $5 == "open" && $6 == "open" { print $1 }' "$TESTS/../data/openness.tsv" | LC_ALL=C sort > five
$ oms show $(cat five) --json --fields id,osi_approved | jq -r 'if type == "array" then .[] else . end | select(.osi_approved) | .id' | LC_ALL=C sort | diff shown - && cat shown
> LLM360/Amber
> allenai/OLMo-7B

# A size that only the name states is inferred, whatever else was counted in the copy
$ oms list --all -n 0 -q params_inferred=yes | xargs oms show --json | jq -r '.[] | .id as $id | .facts[] | select(.field == "params" and .evidence != "inferred") | $id'

# A table row
$ oms show allenai/OLMo-7B tiiuae/falcon-180B --format table --fields id,license,license_class,openness
> MODEL               LICENSE     CLASS           OPENNESS
> allenai/OLMo-7B     apache-2.0  osi-permissive         5
> tiiuae/falcon-180B  unknown     community              0

# CSV
$ oms show allenai/OLMo-7B tiiuae/falcon-180B --format csv --fields id,license,license_class,openness
> id,license,license_class,openness
> allenai/OLMo-7B,apache-2.0,osi-permissive,5
> tiiuae/falcon-180B,unknown,community,0

# TSV
$ oms show allenai/OLMo-7B tiiuae/falcon-180B --format tsv --fields id,license,license_class,openness
> id	license	license_class	openness
> allenai/OLMo-7B	apache-2.0	osi-permissive	5
> tiiuae/falcon-180B	unknown	community	0

# Markdown
$ oms show allenai/OLMo-7B tiiuae/falcon-180B --format md --fields id,license,license_class,openness
> | MODEL | LICENSE | CLASS | OPENNESS |
> | --- | --- | --- | --: |
> | allenai/OLMo-7B | apache-2.0 | osi-permissive | 5 |
> | tiiuae/falcon-180B | unknown | community | 0 |

# NDJSON
$ oms show allenai/OLMo-7B tiiuae/falcon-180B --format ndjson --fields id,license,license_class,openness
> {"id": "allenai/OLMo-7B", "license": "apache-2.0", "license_class": "osi-permissive", "openness": 5}
> {"id": "tiiuae/falcon-180B", "license": "unknown", "license_class": "community", "openness": 0}

# ids
$ oms show allenai/olmo-7b tiiuae/falcon-180b --format ids
> allenai/OLMo-7B
> tiiuae/falcon-180B

# CSV without --fields has every field but scores
$ oms show allenai/OLMo-7B --format csv | head -1 | tr , '\n' | diff - <(oms fields -q | grep -v '^scores$') && echo same
> same

# An unknown field is wrong use, and nothing is printed
$ oms show allenai/OLMo-7B --fields id,licence
! oms: error: --fields: unknown field 'licence'; did you mean 'license'? ('oms fields' lists all)
? 2

# -q is the id as the catalog spells it
$ oms show allenai/olmo-7b -q
> allenai/OLMo-7B

# -q and --json are two formats
$ oms show allenai/OLMo-7B -q --json
! {"code": "usage", "exit_code": 2, "message": "-q prints ids: with --json or --format these are two formats at once", "hint": "'2>/dev/null' keeps the notes away"}
? 2

# -o writes the page to a file and nothing to stdout
$ oms show allenai/OLMo-7B -o page.txt && cmp page.txt <(oms show allenai/OLMo-7B) && ls
> page.txt

# -o into a folder that is not there is exit 3
$ oms show allenai/OLMo-7B -o nowhere/page.txt
! oms: error: cannot write 'nowhere/page.txt': No such file or directory
? 3

# On a terminal headings are bold and sources dim, nothing else is colored
@ pty 80x24
$ oms show allenai/OLMo-7B
> \e[1mallenai/OLMo-7B\e[0m
>   \e[2mhttps://huggingface.co/allenai/OLMo-7B\e[0m
>
> \e[1mWhat\e[0m
>   tasks           text-generation  \e[2mdeclared 2026-07-31, hf-model-matrix\e[0m
>   family          olmo  \e[2minferred, the model's name\e[0m
>   languages       en  \e[2mdeclared 2026-07-31, hf-model-matrix\e[0m
>   library         transformers  \e[2mdeclared 2026-06-11, os-ai-map\e[0m
>   parameters      ~7B  \e[2minferred, the model's name\e[0m
>
> \e[1mLicense\e[0m
>   declared        apache-2.0, Apache license 2.0
>                   \e[2mdeclared 2026-07-31, hf-model-matrix\e[0m
>   class           osi-permissive: OSI-approved; derivatives may take other terms
>   OSI             approved
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>
> \e[1mOpenness\e[0m  5 of 5 known open
>   training data     open  curated  2026-05-11  [1]
>   full weights      open  curated  2026-05-11  [1]
>   evaluation code   open  curated  2026-05-11  [1]
>   fine-tuning code  open  curated  2026-05-11  [1]
>   training metrics  open  curated  2026-05-11  [1]
>   Open source in the traditional sense: yes – OSI-approved license and all five
>   components are public
>   MOF class       I  \e[2mcurated 2026-05-11 [1]\e[0m
>
> \e[1mPrice\e[0m  none known
>
> \e[1mQuality\e[0m  no score known
>
> \e[1mRecord\e[0m
>   status          active  \e[2mverified 2026-07-31, hf-model-matrix\e[0m
>   created         2024-01-09  \e[2mverified 2026-06-11, os-ai-map\e[0m
>   modified        2025-10-09  \e[2mverified 2026-07-31, hf-model-matrix\e[0m
>   downloads       56.1k in 30 days  \e[2mverified 2026-07-31, hf-model-matrix\e[0m
>   likes           653  \e[2mverified 2026-07-31, hf-model-matrix\e[0m
>   tags            transformers, pytorch, safetensors, hf_olmo, text-generation,
>                   custom_code, en, dataset:allenai/dolma, arxiv:2402.00838,
>                   arxiv:2302.13971, license:apache-2.0, region:us
>                   \e[2mdeclared 2026-07-31, hf-model-matrix\e[0m
>   record of       2026-07-31
>
> \e[1mSources\e[0m
>   \e[2m[1] model-openness-tool OLMo-7B.yml; allenai.org/blog OLMo announcement of\e[0m
>   \e[2m2024-02-01 (training metrics as Weights & Biases logs)\e[0m
>   \e[2mCredit: AI Stack Map (Current AI); Model Openness Tool (LF AI and Data)\e[0m
>
>   \e[2mnot collected: size_bytes, context, architecture, attention, gated,\e[0m
>   \e[2mosai_score, downloads_all_time, trending, revision\e[0m

# NO_COLOR: no escapes on a terminal
@ pty 80x24
$ NO_COLOR=1 oms show allenai/OLMo-7B --fields id,license
> allenai/OLMo-7B
>   id              allenai/OLMo-7B
>   license         apache-2.0  declared 2026-07-31, hf-model-matrix

# In a plain locale the page is plain ASCII
$ LC_ALL=C oms show meta-llama/Llama-2-7b-hf | LC_ALL=C grep -c '[^ -~]'
$ LC_ALL=C oms show meta-llama/Llama-2-7b-hf | grep -A 3 'traditional sense'
> 0
>   Open source in the traditional sense: no - missing: training data (closed),
>   full weights (partial); license llama2 is not OSI-approved; no statement
>   about: evaluation code, fine-tuning code, training metrics
>

# Pages without a terminal are laid out for 80 columns; only what cannot be broken is longer
$ oms list --all --closed -n 0 -q | xargs -n 2000 oms show | python3 -c 'import sys; print(max((len(l.rstrip("\n")) for l in sys.stdin if "http" not in l and " " in l.strip()), default=0) <= 80)'
> True

# Another width is kept too
$ oms show allenai/OLMo-7B --width 64 | awk 'length > 64 && !/http/'
$ oms show allenai/OLMo-7B --width 64 | sed -n '/^Openness/,/^$/p'
> Openness  5 of 5 known open
>   training data     open  curated  2026-05-11  [1]
>   full weights      open  curated  2026-05-11  [1]
>   evaluation code   open  curated  2026-05-11  [1]
>   fine-tuning code  open  curated  2026-05-11  [1]
>   training metrics  open  curated  2026-05-11  [1]
>   Open source in the traditional sense: yes – OSI-approved
>   license and all five components are public
>   MOF class       I  curated 2026-05-11 [1]
>

# Every model of the lesson has a row
$ oms show allenai/OLMo-7B meta-llama/Llama-2-{7b,13b,70b}-hf meta-llama/Llama-2-{7b,13b,70b}-chat-hf elyza/ELYZA-japanese-Llama-2-{7b,13b} elyza/ELYZA-japanese-Llama-2-{7b,13b}-instruct TencentARC/LLaMA-Pro-8B TencentARC/LLaMA-Pro-8B-Instruct mistralai/Mistral-7B-v0.1 mistralai/Mistral-7B-Instruct-v0.2 mistralai/Mixtral-8x7B-v0.1 mistralai/Mixtral-8x7B-Instruct-v0.1 BioMistral/BioMistral-7B nvidia/OpenMath-Mistral-7B-v0.1-hf tiiuae/falcon-7b tiiuae/falcon-40b tiiuae/falcon-180B OpenAssistant/falcon-40b-sft-top1-560 OpenAssistant/falcon-40b-sft-mix-1226 OpenAssistant/falcon-7b-sft-top1-696 nomic-ai/gpt4all-falcon --format csv --fields id,license,license_class,task
> id,license,license_class,task
> allenai/OLMo-7B,apache-2.0,osi-permissive,text-generation
> meta-llama/Llama-2-7b-hf,llama2,community,text-generation
> meta-llama/Llama-2-13b-hf,llama2,community,text-generation
> meta-llama/Llama-2-70b-hf,llama2,community,text-generation
> meta-llama/Llama-2-7b-chat-hf,llama2,community,text-generation
> meta-llama/Llama-2-13b-chat-hf,llama2,community,text-generation
> meta-llama/Llama-2-70b-chat-hf,llama2,community,text-generation
> elyza/ELYZA-japanese-Llama-2-7b,llama2,community,text-generation
> elyza/ELYZA-japanese-Llama-2-13b,llama2,community,text-generation
> elyza/ELYZA-japanese-Llama-2-7b-instruct,llama2,community,text-generation
> elyza/ELYZA-japanese-Llama-2-13b-instruct,llama2,community,text-generation
> TencentARC/LLaMA-Pro-8B,llama2,community,text-generation
> TencentARC/LLaMA-Pro-8B-Instruct,llama2,community,
> mistralai/Mistral-7B-v0.1,apache-2.0,osi-permissive,text-generation
> mistralai/Mistral-7B-Instruct-v0.2,apache-2.0,osi-permissive,text-generation
> mistralai/Mixtral-8x7B-v0.1,apache-2.0,osi-permissive,
> mistralai/Mixtral-8x7B-Instruct-v0.1,apache-2.0,osi-permissive,
> BioMistral/BioMistral-7B,apache-2.0,osi-permissive,text-generation
> nvidia/OpenMath-Mistral-7B-v0.1-hf,apache-2.0,osi-permissive,text-generation
> tiiuae/falcon-7b,apache-2.0,osi-permissive,text-generation
> tiiuae/falcon-40b,apache-2.0,osi-permissive,text-generation
> tiiuae/falcon-180B,unknown,community,text-generation
> OpenAssistant/falcon-40b-sft-top1-560,apache-2.0,osi-permissive,text-generation
> OpenAssistant/falcon-40b-sft-mix-1226,,,
> OpenAssistant/falcon-7b-sft-top1-696,,,
> nomic-ai/gpt4all-falcon,apache-2.0,osi-permissive,text-generation

# Every model of the lesson has its family, and its domain or language
$ oms show elyza/ELYZA-japanese-Llama-2-7b TencentARC/LLaMA-Pro-8B BioMistral/BioMistral-7B nvidia/OpenMath-Mistral-7B-v0.1-hf OpenAssistant/falcon-40b-sft-top1-560 nomic-ai/gpt4all-falcon tiiuae/falcon-7b --format csv --fields id,family,domain,languages,base_models,attention
> id,family,domain,languages,base_models,attention
> elyza/ELYZA-japanese-Llama-2-7b,llama-2,,en;ja,meta-llama/Llama-2-7b-hf,
> TencentARC/LLaMA-Pro-8B,llama-2,,,meta-llama/Llama-2-7b-hf,
> BioMistral/BioMistral-7B,mistral,biology;medical,de;en;es;fr;it;nl;pl;pt;ro,mistralai/Mistral-7B-Instruct-v0.1,gqa
> nvidia/OpenMath-Mistral-7B-v0.1-hf,mistral,mathematics,en,mistralai/Mistral-7B-v0.1,
> OpenAssistant/falcon-40b-sft-top1-560,falcon,,de;en;es;fr,tiiuae/falcon-40b,mqa
> nomic-ai/gpt4all-falcon,falcon,,en,tiiuae/falcon-7b,mqa
> tiiuae/falcon-7b,falcon,,en,,mqa

# Every model has a license class, or a reason why it has none, and no class comes from nowhere
$ oms list --all -n 0 -q | xargs -n 2000 oms show --json | jq -r '.[] | select((.license_class == "unknown") == (.license_reason == null)) | .id'
$ oms list --all -n 0 -q license_class!=unknown | xargs -n 2000 oms show --json | jq -r '.[] | select(all(.facts[]; .field != "license_class")) | .id'

# An unknown license always comes with its reason
$ oms list --all --closed -n 0 -q | xargs -n 2000 oms show --width 1000 | grep -c 'unknown:$'
> 0
? 1
