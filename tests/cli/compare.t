# compare: models side by side, the best of each row marked, the bill of a workload.

# The scenario: three models for an application, with its bill
$ oms compare meta-llama/Llama-3.3-70B-Instruct Qwen/Qwen3-32B mistralai/Mixtral-8x22B-Instruct-v0.1 --in 2000 --out 500 --calls 1M --width 80
>                     meta-llama/         Qwen/Qwen3-32B      mistralai/
>                     Llama-3.3-70B-                          Mixtral-8x22B-
>                     Instruct                                Instruct-v0.1
>
> License
>   license           llama3.3            apache-2.0          apache-2.0
>   class             community           osi-permissive ▲    osi-permissive ▲
>   effective class   community           osi-permissive ▲    osi-permissive ▲
>   verdict           ok                  no-lineage          ok
>   commercial use    conditional         yes ▲               yes ▲
>
> Openness
>   open of five      0                   –                   1 ▲
>   training data     closed              –                   –
>   full weights      partial             –                   open ▲
>   fine-tuning code  partial             –                   –
>
> Size
>   parameters        70.6B               32.8B               141B
>   active            –                   –                   39B
>   context           128k ▲              128k ▲              64k
>
> Quality
>   Arena text, Elo   1276.2 2025-12-11   1339.8 ▲            1162.9 2025-12-11
>                     independent         2025-12-11          independent
>                                         independent
>   Open LLM          36.83 ▲ 2024-12-03  –                   33.89 2024-06-12
>   Leaderboard v2,   independent                             independent
>   percent
>   IFEval            89.98 ▲ 2024-12-03  –                   71.84 2024-06-12
>   (leaderboard      independent                             independent
>   v2), percent
>   MMLU-Pro          48.13 ▲ 2024-12-03  –                   38.7 2024-06-12
>   (leaderboard      independent                             independent
>   v2), percent
>
> Price, USD per 1M tokens
>   input             0.10                0.08 ▲              0.60
>   output            0.32                0.28 ▲              0.60
>   blend 3:1         0.155               0.13 ▲              0.60
>   bill, USD         360.00              300.00 ▲            1500.00
>   quote of          openrouter          openrouter          nscale
>   quoted on         2026-08-14          2026-08-14          2026-07-24
>   hosts             8 ▲                 3                   2
>   offered on        azure, crusoe,      azure,              fireworks,
>                     deepinfra,          azure-huggingface,  huggingface-
>                     fireworks, groq,    deepinfra, groq,    router, nscale
>                     huggingface-        huggingface-
>                     router,             router, nebius,
>                     hyperbolic,         novita, nscale,
>                     nebius, novita,     ovhcloud,
>                     nscale, ovhcloud,   sagemaker,
>                     sambanova,          sambanova
>                     together
>
> Record
>   downloads         636k                10.1M ▲             73.8k
>   created           2024-11-26          2025-04-27          2024-04-16
>   gated             yes                 no ▲                –
>   record of         2026-08-14          2026-08-14          2026-08-14
>
> ▲ best of its row among the known values that differ; a free price takes no part
> quality: Arena text (text, overall, 2025-12-11) is the metric in force
> bill: USD for 2,000 in + 500 out × 1,000,000 calls
> Open LLM Leaderboard v2: scores of 2024-06-12 to 2024-12-03, 174 days apart
> IFEval (leaderboard v2): scores of 2024-06-12 to 2024-12-03, 174 days apart
> MMLU-Pro (leaderboard v2): scores of 2024-06-12 to 2024-12-03, 174 days apart
> prices: quotes of 2026-07-24 to 2026-08-14, 21 days apart
> known of none of them: evaluation code, training metrics
> scored for one of them only ('oms show'): Aider polyglot
> bundled records of 2025-03 to 2026-08, prices to 2026-08-14
> Credit: Ratings: LMArena (lmarena.ai); Results: Open LLM Leaderboard (Hugging
> Face)

# Through a pipe nothing is cut and all models stand side by side
$ oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf
>                     allenai/OLMo-7B   meta-llama/Llama-2-7b-hf
>
> License
>   license           apache-2.0        llama2
>   class             osi-permissive ▲  community
>   effective class   osi-permissive ▲  community
>   verdict           no-lineage        no-lineage
>   commercial use    yes ▲             conditional
>
> Openness
>   open of five      5 ▲               0
>   training data     open ▲            closed
>   full weights      open ▲            partial
>   evaluation code   open              –
>   fine-tuning code  open              –
>   training metrics  open              –
>
> Size
>   parameters        ~7B               6.74B
>   context           –                 4k
>
> Price, USD per 1M tokens
>   input             –                 0.05
>   output            –                 0.25
>   blend 3:1         –                 0.10
>   quote of          –                 replicate
>   quoted on         –                 2026-07-24
>   hosts             –                 1
>   offered on        –                 replicate, sagemaker
>
> Record
>   downloads         56.1k             712k ▲
>   created           2024-01-09        2023-07-13
>   record of         2026-07-31        2026-07-31
>
> ▲ best of its row among the known values that differ; a free price takes no part
> ~ only the name states the parameters
> quality: no metric measures what all of these models do
> known of none of them: active, gated
> scored for one of them only ('oms show'): Open LLM Leaderboard v1, Open LLM
> Leaderboard v2, IFEval (leaderboard v2), MMLU-Pro (leaderboard v2)
> bundled records of 2025-03 to 2026-08, prices to 2026-08-14

# More models than the width holds stand below the others, with the same rows
$ COLUMNS=60 oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf tiiuae/falcon-180B mistralai/Mixtral-8x7B-v0.1
>                     allenai/OLMo-7B   meta-llama/
>                                       Llama-2-7b-hf
>
> License
>   license           apache-2.0        llama2
>   class             osi-permissive ▲  community
>   effective class   osi-permissive ▲  community
>   verdict           no-lineage        no-lineage
>   commercial use    yes ▲             conditional
>
> Openness
>   open of five      5 ▲               0
>   training data     open ▲            closed
>   full weights      open ▲            partial
>   evaluation code   open              –
>   fine-tuning code  open              –
>   training metrics  open              –
>
> Size
>   parameters        ~7B               6.74B
>   active            –                 –
>   context           –                 4k
>
> Quality
>   Open LLM          –                 48.93 2024-06-26
>   Leaderboard v1,                     independent
>   percent
>   Open LLM          –                 8.73 2024-06-12
>   Leaderboard v2,                     independent
>   percent
>   IFEval            –                 25.19 ▲ 2024-06-12
>   (leaderboard                        independent
>   v2), percent
>   MMLU-Pro          –                 9.57 2024-06-12
>   (leaderboard                        independent
>   v2), percent
>
> Price, USD per 1M tokens
>   input             –                 0.05
>   output            –                 0.25
>   blend 3:1         –                 0.10
>   quote of          –                 replicate
>   quoted on         –                 2026-07-24
>   hosts             –                 1
>   offered on        –                 replicate,
>                                       sagemaker
>
> Record
>   downloads         56.1k             712k ▲
>   created           2024-01-09        2023-07-13
>   record of         2026-07-31        2026-07-31
>
>                     tiiuae/falcon-180B   mistralai/
>                                          Mixtral-8x7B-v0.1
>
> License
>   license           unknown              apache-2.0
>   class             community            osi-permissive ▲
>   effective class   community            osi-permissive ▲
>   verdict           no-lineage           no-lineage
>   commercial use    conditional          yes ▲
>
> Openness
>   open of five      0                    1
>   training data     partial              –
>   full weights      partial              open ▲
>   evaluation code   –                    –
>   fine-tuning code  –                    –
>   training metrics  –                    –
>
> Size
>   parameters        ~180B                46.7B
>   active            –                    12.9B
>   context           –                    32k ▲
>
> Quality
>   Open LLM          65.46 2023-09-15     65.81 ▲ 2024-06-26
>   Leaderboard v1,   independent          independent
>   percent
>   Open LLM          –                    19.45 ▲ 2024-08-20
>   Leaderboard v2,                        independent
>   percent
>   IFEval            –                    24.15 2024-08-20
>   (leaderboard                           independent
>   v2), percent
>   MMLU-Pro          –                    31.66 ▲ 2024-08-20
>   (leaderboard                           independent
>   v2), percent
>
> Price, USD per 1M tokens
>   input             –                    –
>   output            –                    –
>   blend 3:1         –                    –
>   quote of          –                    –
>   quoted on         –                    –
>   hosts             –                    –
>   offered on        sagemaker            sagemaker
>
> Record
>   downloads         77                   48.4k
>   created           –                    2023-12-01
>   record of         2026-07-31           2026-07-31
>
> ▲ best of its row among the known values that differ; a free
> price takes no part
> ~ only the name states the parameters
> quality: no metric measures what all of these models do
> Open LLM Leaderboard v1: scores of 2023-09-15 to 2024-06-26,
> 285 days apart
> Open LLM Leaderboard v2: scores of 2024-06-12 to 2024-08-20,
> 69 days apart
> IFEval (leaderboard v2): scores of 2024-06-12 to 2024-08-20,
> 69 days apart
> MMLU-Pro (leaderboard v2): scores of 2024-06-12 to
> 2024-08-20, 69 days apart
> known of none of them: gated
> scored for one of them only ('oms show'): Epoch Capabilities
> Index
> bundled records of 2025-03 to 2026-08, prices to 2026-08-14
> Credit: Results: Open LLM Leaderboard (Hugging Face)

# Open against closed: what a reference row does not have is unknown, its price is compared
$ oms compare openai/gpt-oss-120b openrouter:openai/gpt-5 --width 80
>                     openai/gpt-oss-120b            openrouter:openai/gpt-5
>
> License
>   license           apache-2.0                     –
>   class             osi-permissive ▲               proprietary
>   effective class   osi-permissive ▲               proprietary
>   verdict           no-lineage                     no-lineage
>   commercial use    yes                            –
>
> Openness
>   open of five      1 ▲                            0
>   training data     closed                         –
>   full weights      open ▲                         closed
>   fine-tuning code  closed                         –
>
> Size
>   parameters        120B                           –
>   active            5.1B                           –
>   context           128k                           400k ▲
>
> Quality
>   Arena text, Elo   1365.2 2025-12-11 independent  –
>
> Price, USD per 1M tokens
>   input             0.03 ▲                         1.25
>   output            0.17 ▲                         10.00
>   blend 3:1         0.065 ▲                        3.4375
>   quote of          openrouter                     openai
>   quoted on         2026-08-14                     2026-07-02
>   hosts             8 ▲                            1
>   offered on        azure, azure-huggingface,      openai
>                     cerebras, crusoe, deepinfra,
>                     fireworks, groq,
>                     huggingface-router,
>                     hyperbolic, novita, nscale,
>                     ovhcloud, sagemaker,
>                     sambanova, scaleway, together
>
> Record
>   downloads         4.33M                          –
>   created           2025-08-04                     –
>   gated             no                             –
>   record of         2026-08-14                     2026-07-02
>
> ▲ best of its row among the known values that differ; a free price takes no part
> quality: Arena text (text, overall, 2025-12-11) is the metric in force
> prices: quotes of 2026-07-02 to 2026-08-14, 43 days apart
> known of none of them: evaluation code, training metrics
> scored for one of them only ('oms show'): Aider polyglot, Epoch Capabilities
> Index, GPQA Diamond, Humanity's Last Exam, SWE-bench Pro, SWE-bench Verified
> bundled records of 2025-03 to 2026-08, prices to 2026-08-14
> Credit: Ratings: LMArena (lmarena.ai)

# On a terminal headings and the best are bold, notes faint; ASCII has a word for the mark
@ pty 64x40
$ LC_ALL=C oms compare openai/whisper-large-v3 nvidia/parakeet-ctc-1.1b
>                     \e[1mopenai/whisper-large-\e[0m  \e[1mnvidia/parakeet-ctc-\e[0m
>                     \e[1mv3\e[0m                     \e[1m1.1b\e[0m
>
> \e[1mLicense\e[0m
>   license           apache-2.0             cc-by-4.0
>   class             \e[1mosi-permissive (best)\e[0m  open-other
>   effective class   \e[1mosi-permissive (best)\e[0m  open-other
>   verdict           no-lineage             no-lineage
>   commercial use    yes                    yes
>
> \e[1mOpenness\e[0m
>   open of five      -                      0
>   training data     -                      partial
>
> \e[1mSize\e[0m
>   parameters        1.55B                  ~1.1B
>
> \e[1mQuality\e[0m
>   Open ASR WER,     7.44 2026-05-22        \e[1m7.39875 (best)\e[0m
>   percent, lower    independent            \e[1m2026-05-22\e[0m
>   is better                                \e[1mindependent\e[0m
>
> \e[1mPrice, USD per 1M tokens\e[0m
>   offered on        azure,                 azure,
>                     azure-huggingface      azure-huggingface
>
> \e[1mRecord\e[0m
>   downloads         \e[1m5.78M (best)\e[0m           1.63M
>   created           2023-11-07             2023-12-28
>   record of         2026-08-22             2026-07-31
>
> \e[2m(best) of its row among the known values that differ; a free\e[0m
> \e[2mprice takes no part\e[0m
> \e[2m~ only the name states the parameters\e[0m
> \e[2mquality: Open ASR WER (English, short form) is the metric in\e[0m
> \e[2mforce\e[0m
> \e[2mknown of none of them: full weights, evaluation code,\e[0m
> \e[2mfine-tuning code, training metrics, active, context, input,\e[0m
> \e[2moutput, blend 3:1, quote of, quoted on, hosts, gated\e[0m
> \e[2mbundled records of 2025-03 to 2026-08, prices to 2026-08-14\e[0m
> \e[2mCredit: Results: Open ASR Leaderboard\e[0m

# A metric can be asked for; own scores are one
$ printf 'id,mine:lower\nallenai/OLMo-7B,3.5\nmeta-llama/Llama-2-7b-hf,2\n' > own.csv
$ oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf --scores own.csv --format csv | grep -e '^row' -e ^quality -e ^score
$ oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf --quality ollb1 --format csv --no-header | grep -e ^quality -e ^score
$ oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf --quality best
> row,label,metric,model,value,unit,better,as_of,source,note,best
> quality,mine,mine,allenai/OLMo-7B,3.5,,lower,,own.csv,,false
> quality,mine,mine,meta-llama/Llama-2-7b-hf,2,,lower,,own.csv,,true
> quality,Open LLM Leaderboard v1,ollb1,allenai/OLMo-7B,,percent,higher,,,,false
> quality,Open LLM Leaderboard v1,ollb1,meta-llama/Llama-2-7b-hf,48.93,percent,higher,2024-06-26,HF dataset open-llm-leaderboard-old/contents (4bit) (github:felipemaiapolo/sloth data/open-llm-leaderboard_old.csv),independent,false
! oms: error: --quality: unknown metric 'best'; metrics: aa, aider, aime_2026, arena, arena_2026_04, eci, evasionbench, gpqa, gsm8k, hle, hmmt_2026, mmlu_pro, mteb, ollb1, ollb2, ollb2_ifeval, ollb2_mmlu_pro, olmocr, swe_bench_pro, swe_bench_verified, terminal_bench, wer
? 2

# Models of different tasks have no metric in force
$ oms compare openai/whisper-large-v3 Qwen/Qwen3-32B | grep -e '^quality' -e '^Quality'
> quality: no metric measures what all of these models do

# Another ratio, another price
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --ratio 1:1 | grep -A 3 '^Price'
> Price, USD per 1M tokens
>   input             0.03 ▲                                    0.08
>   output            0.17 ▲                                    0.28
>   blend 1:1         0.10 ▲                                    0.18

# JSON: one object a cell, with unit, day, source and whether it is the best
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --in 1000 --out 100 --calls 1M --json | jq -c '.[] | select(.row == "bill" or .row == "license_class" or .row == "quality" or .row == "available_on" or .row == "gated")'
> {"row":"license_class","label":"class","metric":null,"model":"openai/gpt-oss-120b","value":"osi-permissive","unit":null,"better":"higher","as_of":null,"source":null,"note":null,"best":false}
> {"row":"license_class","label":"class","metric":null,"model":"Qwen/Qwen3-32B","value":"osi-permissive","unit":null,"better":"higher","as_of":null,"source":null,"note":null,"best":false}
> {"row":"quality","label":"Arena text","metric":"arena","model":"openai/gpt-oss-120b","value":1365.2,"unit":"Elo","better":"higher","as_of":"2025-12-11","source":"github:lmarena/arena-catalog data/leaderboard-text.json full/gpt-oss-120b; id mapped by hand","note":"independent","best":true}
> {"row":"quality","label":"Arena text","metric":"arena","model":"Qwen/Qwen3-32B","value":1339.8,"unit":"Elo","better":"higher","as_of":"2025-12-11","source":"github:lmarena/arena-catalog data/leaderboard-text.json full/qwen3-32b; id mapped by hand","note":"independent","best":false}
> {"row":"bill","label":"bill, USD","metric":null,"model":"openai/gpt-oss-120b","value":47,"unit":"USD for the workload","better":"lower","as_of":"2026-08-14","source":"openrouter","note":null,"best":true}
> {"row":"bill","label":"bill, USD","metric":null,"model":"Qwen/Qwen3-32B","value":108,"unit":"USD for the workload","better":"lower","as_of":"2026-08-14","source":"openrouter","note":null,"best":false}
> {"row":"available_on","label":"offered on","metric":null,"model":"openai/gpt-oss-120b","value":["azure","azure-huggingface","cerebras","crusoe","deepinfra","fireworks","groq","huggingface-router","hyperbolic","novita","nscale","ovhcloud","sagemaker","sambanova","scaleway","together"],"unit":null,"better":null,"as_of":null,"source":null,"note":null,"best":false}
> {"row":"available_on","label":"offered on","metric":null,"model":"Qwen/Qwen3-32B","value":["azure","azure-huggingface","deepinfra","groq","huggingface-router","nebius","novita","nscale","ovhcloud","sagemaker","sambanova"],"unit":null,"better":null,"as_of":null,"source":null,"note":null,"best":false}
> {"row":"gated","label":"gated","metric":null,"model":"openai/gpt-oss-120b","value":"no","unit":null,"better":"higher","as_of":null,"source":null,"note":null,"best":false}
> {"row":"gated","label":"gated","metric":null,"model":"Qwen/Qwen3-32B","value":"no","unit":null,"better":"higher","as_of":null,"source":null,"note":null,"best":false}

# NDJSON is the same line by line
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format ndjson | jq -s . | cmp - <(oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --json | jq .) && echo same
> same

# CSV
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format csv | head -5
> row,label,metric,model,value,unit,better,as_of,source,note,best
> license,license,,openai/gpt-oss-120b,apache-2.0,,,,,,false
> license,license,,Qwen/Qwen3-32B,apache-2.0,,,,,,false
> license_class,class,,openai/gpt-oss-120b,osi-permissive,,higher,,,,false
> license_class,class,,Qwen/Qwen3-32B,osi-permissive,,higher,,,,false

# Markdown to paste into a pull request
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format md
> |  | openai/gpt-oss-120b | Qwen/Qwen3-32B |
> | --- | --- | --- |
> | **License** |  |  |
> | license | apache-2.0 | apache-2.0 |
> | class | osi-permissive | osi-permissive |
> | effective class | osi-permissive | osi-permissive |
> | verdict | no-lineage | no-lineage |
> | commercial use | yes | yes |
> | **Openness** |  |  |
> | open of five | 1 | – |
> | training data | closed | – |
> | full weights | open | – |
> | fine-tuning code | closed | – |
> | **Size** |  |  |
> | parameters | 120B | 32.8B |
> | active | 5.1B | – |
> | context | 128k | 128k |
> | **Quality** |  |  |
> | Arena text, Elo | **1365.2 ▲** 2025-12-11 independent | 1339.8 2025-12-11 independent |
> | Aider polyglot, percent | **41.8 ▲** 2025-08-06 independent | 40 2025-05-08 independent |
> | **Price, USD per 1M tokens** |  |  |
> | input | **0.03 ▲** | 0.08 |
> | output | **0.17 ▲** | 0.28 |
> | blend 3:1 | **0.065 ▲** | 0.13 |
> | quote of | openrouter | openrouter |
> | quoted on | 2026-08-14 | 2026-08-14 |
> | hosts | **8 ▲** | 3 |
> | offered on | azure, azure-huggingface, cerebras, crusoe, deepinfra, fireworks, groq, huggingface-router, hyperbolic, novita, nscale, ovhcloud, sagemaker, sambanova, scaleway, together | azure, azure-huggingface, deepinfra, groq, huggingface-router, nebius, novita, nscale, ovhcloud, sagemaker, sambanova |
> | **Record** |  |  |
> | downloads | 4.33M | **10.1M ▲** |
> | created | 2025-08-04 | 2025-04-27 |
> | gated | no | no |
> | record of | 2026-08-14 | 2026-08-14 |
>
> - ▲ best of its row among the known values that differ; a free price takes no part
> - quality: Arena text (text, overall, 2025-12-11) is the metric in force
> - Aider polyglot: scores of 2025-05-08 to 2025-08-06, 90 days apart
> - known of none of them: evaluation code, training metrics
> - scored for one of them only ('oms show'): Epoch Capabilities Index, GPQA Diamond, Humanity's Last Exam, SWE-bench Pro, SWE-bench Verified
> - bundled records of 2025-03 to 2026-08, prices to 2026-08-14
> - Credit: Ratings: LMArena (lmarena.ai); Results: Aider (Apache-2.0)

# A page of HTML that needs nothing else, whole
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format html
> <!doctype html>
> <html lang="en">
> <head>
> <meta charset="utf-8">
> <meta name="viewport" content="width=device-width, initial-scale=1">
> <meta name="generator" content="oms">
> <title>openai/gpt-oss-120b, Qwen/Qwen3-32B</title>
> <style>
> :root { color-scheme: light dark; --ink: #1a1c20; --faint: #5d6470; --paper: #ffffff;
>   --line: #d8dce2; --head: #f1f3f6; --best: #e3f2e6; --best-ink: #14532d; }
> @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --faint: #9aa3af;
>   --paper: #14161a; --line: #343a43; --head: #1d2127; --best: #16321f; --best-ink: #9fe0b1; } }
> body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; background: var(--paper);
>   color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
> h1 { font-size: 1.4rem; }
> .wide { overflow-x: auto; }
> table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
> th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem; text-align: left;
>   vertical-align: top; }
> thead th { overflow-wrap: break-word; background: var(--head); }
> tbody th { font-weight: normal; color: var(--faint); white-space: nowrap; }
> tr.group th { padding-top: 1.2rem; font-weight: 600; color: var(--ink); white-space: normal; }
> td.best { background: var(--best); color: var(--best-ink); font-weight: 600; }
> .aside { color: var(--faint); font-size: .85em; font-weight: normal; }
> ul { color: var(--faint); font-size: .85em; padding-left: 1.2rem; }
> @media print { :root { --ink: #000; --faint: #444; --paper: #fff; --line: #999; --head: #eee;
>     --best: #fff; --best-ink: #000; }
>   body { margin: 0; max-width: none; font-size: 10pt; }
>   .wide { overflow: visible; }
>   thead { display: table-header-group; }
>   tr { break-inside: avoid; } }
> </style>
> </head>
> <body>
> <h1>Models side by side</h1>
> <div class="wide">
> <table>
> <thead><tr><td></td><th scope="col">openai/<wbr>gpt-oss-120b</th><th scope="col">Qwen/<wbr>Qwen3-32B</th></tr></thead>
> <tbody>
> <tr class="group"><th colspan="3" scope="colgroup">License</th></tr>
> <tr><th scope="row">license</th><td>apache-2.0</td><td>apache-2.0</td></tr>
> <tr><th scope="row">class</th><td>osi-permissive</td><td>osi-permissive</td></tr>
> <tr><th scope="row">effective class</th><td>osi-permissive</td><td>osi-permissive</td></tr>
> <tr><th scope="row">verdict</th><td>no-lineage</td><td>no-lineage</td></tr>
> <tr><th scope="row">commercial use</th><td>yes</td><td>yes</td></tr>
> <tr class="group"><th colspan="3" scope="colgroup">Openness</th></tr>
> <tr><th scope="row">open of five</th><td>1</td><td>–</td></tr>
> <tr><th scope="row">training data</th><td>closed</td><td>–</td></tr>
> <tr><th scope="row">full weights</th><td>open</td><td>–</td></tr>
> <tr><th scope="row">fine-tuning code</th><td>closed</td><td>–</td></tr>
> <tr class="group"><th colspan="3" scope="colgroup">Size</th></tr>
> <tr><th scope="row">parameters</th><td>120B</td><td>32.8B</td></tr>
> <tr><th scope="row">active</th><td>5.1B</td><td>–</td></tr>
> <tr><th scope="row">context</th><td>128k</td><td>128k</td></tr>
> <tr class="group"><th colspan="3" scope="colgroup">Quality</th></tr>
> <tr><th scope="row">Arena text, Elo</th><td class="best">1365.2 ▲ <span class="aside">2025-12-11 independent</span></td><td>1339.8 <span class="aside">2025-12-11 independent</span></td></tr>
> <tr><th scope="row">Aider polyglot, percent</th><td class="best">41.8 ▲ <span class="aside">2025-08-06 independent</span></td><td>40 <span class="aside">2025-05-08 independent</span></td></tr>
> <tr class="group"><th colspan="3" scope="colgroup">Price, USD per 1M tokens</th></tr>
> <tr><th scope="row">input</th><td class="best">0.03 ▲</td><td>0.08</td></tr>
> <tr><th scope="row">output</th><td class="best">0.17 ▲</td><td>0.28</td></tr>
> <tr><th scope="row">blend 3:1</th><td class="best">0.065 ▲</td><td>0.13</td></tr>
> <tr><th scope="row">quote of</th><td>openrouter</td><td>openrouter</td></tr>
> <tr><th scope="row">quoted on</th><td>2026-08-14</td><td>2026-08-14</td></tr>
> <tr><th scope="row">hosts</th><td class="best">8 ▲</td><td>3</td></tr>
> <tr><th scope="row">offered on</th><td>azure, azure-huggingface, cerebras, crusoe, deepinfra, fireworks, groq, huggingface-router, hyperbolic, novita, nscale, ovhcloud, sagemaker, sambanova, scaleway, together</td><td>azure, azure-huggingface, deepinfra, groq, huggingface-router, nebius, novita, nscale, ovhcloud, sagemaker, sambanova</td></tr>
> <tr class="group"><th colspan="3" scope="colgroup">Record</th></tr>
> <tr><th scope="row">downloads</th><td>4.33M</td><td class="best">10.1M ▲</td></tr>
> <tr><th scope="row">created</th><td>2025-08-04</td><td>2025-04-27</td></tr>
> <tr><th scope="row">gated</th><td>no</td><td>no</td></tr>
> <tr><th scope="row">record of</th><td>2026-08-14</td><td>2026-08-14</td></tr>
> </tbody>
> </table>
> </div>
> <ul>
> <li>▲ best of its row among the known values that differ; a free price takes no part</li>
> <li>quality: Arena text (text, overall, 2025-12-11) is the metric in force</li>
> <li>Aider polyglot: scores of 2025-05-08 to 2025-08-06, 90 days apart</li>
> <li>known of none of them: evaluation code, training metrics</li>
> <li>scored for one of them only (&#39;oms show&#39;): Epoch Capabilities Index, GPQA Diamond, Humanity&#39;s Last Exam, SWE-bench Pro, SWE-bench Verified</li>
> <li>bundled records of 2025-03 to 2026-08, prices to 2026-08-14</li>
> <li>Credit: Ratings: LMArena (lmarena.ai); Results: Aider (Apache-2.0)</li>
> </ul>
> </body>
> </html>

# -o writes it to a file
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format html -o page.html && cmp page.html <(oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format html) && ls
> page.html

# -q is the ids as the catalog spells them
$ oms compare GPT-OSS-120b qwen/qwen3-32b -q
> openai/gpt-oss-120b
> Qwen/Qwen3-32B

# An ambiguous part lists candidates and is never guessed
$ oms compare OLMo-7 Qwen/Qwen3-32B
! oms: error: 'OLMo-7' fits 11 models: allenai/OLMo-7B, allenai/Molmo-7B-D-0924, allenai/OLMo-7B-hf, allenai/FlexOlmo-7x7B-1T, allenai/Molmo-72B-0924, +6 more; give the whole id
? 1

# A part that only one model has is enough for each
$ oms compare falcon-180B OLMo-7B -q
> tiiuae/falcon-180B
> allenai/OLMo-7B

# A workload without a price has no bill, and says so; the flags are checked
$ oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf --in 1k --out 1k | grep -e bill
$ oms compare allenai/OLMo-7B meta-llama/Llama-2-7b-hf --in cheap
>   bill, USD         –                 0.0003
> bill: USD for 1,000 in + 1,000 out × 1 call
! oms: error: --in takes a whole number of tokens a call (20k, 1.5M), not 'cheap'
? 2

# An unknown id is exit 1, with the nearest where there is one; each is named
$ oms compare allenai/OLMo-7C nobody/nothing Qwen/Qwen3-32B
$ oms compare allenai/OLMo-7C nobody/nothing Qwen/Qwen3-32B --json
! oms: error: no model 'allenai/OLMo-7C' in the catalog; did you mean 'allenai/OLMo-7B'? ('oms list --search TEXT' looks for a part of a name)
! oms: error: no model 'nobody/nothing' in the catalog; 'oms list --search TEXT' looks for a part of a name
! {"code": "no", "exit_code": 1, "message": "no model 'allenai/OLMo-7C' in the catalog; did you mean 'allenai/OLMo-7B'?", "hint": "'oms list --search TEXT' looks for a part of a name"}
! {"code": "no", "exit_code": 1, "message": "no model 'nobody/nothing' in the catalog", "hint": "'oms list --search TEXT' looks for a part of a name"}
? 1

# Two spellings of the same model are not two models
$ oms compare allenai/OLMo-7B OLMO-7B
! oms: error: 'allenai/OLMo-7B' and 'OLMO-7B' are the same model, allenai/OLMo-7B
? 2

# One model is too few
$ oms compare allenai/OLMo-7B
! oms: error: compare takes two models or more
? 2

# A format that there is not
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format htm
! oms: error: unknown format 'htm'; did you mean 'html'? (text, md, html, json, ndjson, csv, tsv, ids)
? 2

# A closed pipe is success
$ oms compare openai/gpt-oss-120b Qwen/Qwen3-32B --format html | head -1
> <!doctype html>

# Help
$ oms compare --help
> oms compare: models side by side: license, openness, quality, price, bill
>
>   oms compare meta-llama/Llama-3.3-70B-Instruct Qwen/Qwen3-32B
>   oms compare gpt-oss-120b Qwen/Qwen3-32B --in 20k --out 1k --calls 2M
>   oms compare gpt-oss-120b Qwen/Qwen3-32B --format html -o compare.html
>
> Arguments and options
>   ID...                       owner/name, a former or bare name, or an
>                               unmistakable part
>   -h, --help                  this help
>
> Quality
>   --quality METRIC            metric in force; auto: the one for what all of
>                               them do (default: auto)
>   --scores FILE               own results as a metric: CSV with the columns
>                               id,METRIC (METRIC:lower where less is better)
>
> What it costs
>   --in N                      input tokens a call, e.g. 20k: prices become a
>                               bill
>   --out N                     output tokens a call, e.g. 1k
>   --calls N                   calls in the period of the bill (default: 1)
>   --cache-hit SHARE           share of the input read from the host's cache,
>                               e.g. 0.5
>   --ratio IN:OUT              input to output of the blended price (default:
>                               3:1)
>   --price-age AGE             only quotes that are at most so old, e.g. 30d
>
> Age of the data
>   --max-age AGE               exit 3 when the data is older: 90m, 36h, 14d, 2w
>
> Output
>   --format FORMAT             text, md, html, json, ndjson, csv, tsv or ids
>   --json                      same as --format json
>   -q, --quiet                 ids and no notes
>   -o, --output FILE           write to a file, - for stdout
>   --width N                   columns to fit tables into, 0 = never cut
>   --color WHEN                auto, always or never (default: auto)
>   --no-color                  same as --color never
>   --no-header                 leave the header line out
>   --hyperlinks WHEN           auto, always or never: ids as links (default:
>                               auto)
>   --no-pager                  no pager for what is longer than the screen
>
> Exit codes
>   0    done
>   1    a model that is unknown, or a name that fits several
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; FILE of -o not
>        written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all
