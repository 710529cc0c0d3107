# oms rank: weights, the front, what each place rests on.

# The help has examples first
$ oms rank --help
> oms rank: models in the order of weighted criteria, and why
>
>   oms rank --task chat --license osi
>   oms rank --task chat --weights quality=2,price=1,openness=1 --explain
>   oms rank --task chat --in 20k --out 1k --calls 2M --pareto
>   oms rank --task chat --license osi --why gpt-oss-120b
>
> Arguments and options
>   [COND...]                   e.g. 'price_output<=0.6' params=7B..13B
>                               tags~medical
>   -h, --help                  this help
>
> Which models
>   -t, --task TASK             task or alias: chat, code, asr, ... ('oms tasks')
>   -l, --license LICENSE       id, class, or osi, open, commercial
>   --min-license-class CLASS   at least this open ('oms licenses')
>   --open WHAT                 components that must all be open: data,weights,...
>   --max-price USD             blended, USD per 1M tokens
>   --budget USD                the bill of --in, --out, --calls at most, USD
>   --min-quality N             in the unit of the metric in force
>   --quality METRIC            metric in force (default: auto)
>   --scores FILE               own results as a metric: CSV with the columns
>                               id,METRIC (METRIC:lower where less is better)
>   --min-params N              e.g. 7B
>   --max-params N              e.g. 13B
>   --min-context N             tokens, e.g. 128k
>   --family FAMILY             e.g. llama-2, mistral, falcon
>   --domain DOMAIN             e.g. medical, code, mathematics
>   --language CODE             ISO 639 code, e.g. ja
>   --author OWNER              owner on the Hub
>   --library LIBRARY           e.g. transformers
>   --available-on HOST         host or catalog, e.g. azure, groq
>   --search TEXT               part of the id
>   --where EXPR                expression with and, or, not, ( )
>   --no-gated                  only models that need no request
>   --unknown                   also models on which a condition is unknown
>   --closed                    also closed models from price lists
>   --gone                      also models that left the Hub
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
> Ranking
>   -w, --weights LIST          of quality, price, license, openness (default:
>                               quality=3,price=1)
>   --tolerance N               with the front: quality, in the unit of its
>                               metric, that makes no difference
>   --pareto                    first those that no other beats in everything
>   --explain                   the points of each criterion
>   --why ID                    the place of one model, or what keeps it out
>   -n, --limit N               rows, 0 = all (default: 20)
>   --fail-empty                exit 1 when nothing is ranked
>
> Age of the data
>   --max-age AGE               exit 3 when the data is older: 90m, 36h, 14d, 2w
>
> Output
>   --format FORMAT             table, json, ndjson, csv, tsv, md or ids
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
>   0    done; no match is done too
>   1    --why names an unknown model; nothing is ranked, under --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; FILE of -o not
>        written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all

# The usual weights are three parts quality and one part price
$ oms rank --task chat --license osi -n 6
> #  MODEL                               SCORE  QUALITY  BLEND $/M  EFFECTIVE
> 1  deepseek-ai/DeepSeek-R1-0528         89.6   1425.6       0.25  osi-permissive
> 2  Qwen/Qwen3-235B-A22B-Instruct-2507   89.3   1418.5      0.205  osi-permissive
> 3  deepseek-ai/DeepSeek-V3.2-Exp        88.9   1424.2      0.305  osi-permissive
> 4  meituan-longcat/LongCat-Flash-Chat   88.7   1422.7      0.30*  osi-permissive
> 5  deepseek-ai/DeepSeek-V3.2            88.0   1416.8    0.30175  osi-permissive
> 6  Qwen/Qwen3-Next-80B-A3B-Instruct     87.7   1418.1       0.35  osi-permissive
! * older quote, of 2025-12-02
! 6 of 903 · 43 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 538, license 511 (--unknown) · 860 not ranked (no price 736, no score in arena 842)

# --explain shows what each criterion adds; the parts sum to the score
$ oms rank --task chat --license osi --weights quality=2,price=1,openness=1 --explain -n 3
> #  MODEL                      SCORE  +QUALITY  +PRICE  +OPENNESS  QUALITY  BLEND $/M  EFFECTIVE       OPENNESS
> 1  openai/gpt-oss-120b         69.2      43.5    20.6        5.0   1365.2      0.065  osi-permissive         1
> 2  deepseek-ai/DeepSeek-V3.2   69.0      47.9    16.1        5.0   1416.8    0.30175  osi-permissive         1
> 3  zai-org/GLM-4.6             67.6      50.0    12.6        5.0   1441.2     0.9625  osi-permissive         1
! 3 of 903 · 14 ranked by quality=2,price=1,openness=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 538, license 511 (--unknown) · 889 not ranked (no price 736, no score in arena 842, openness unknown 714)

# A model that misses a weighted criterion stands below every ranked one, with the reason
$ oms rank --task chat --search mixtral
> #  MODEL                                               SCORE  QUALITY  BLEND $/M  EFFECTIVE       NOTE
> 1  mistralai/Mixtral-8x22B-Instruct-v0.1                53.6   1162.9       0.60  osi-permissive
> 2  mistralai/Mixtral-8x7B-Instruct-v0.1                 50.9   1132.9       0.40  osi-permissive
> –  abacusai/Smaug-Mixtral-v0.1                             –        –          –  osi-permissive  no score in arena, no price
> –  hugging-quants/Mixtral-8x7B-Instruct-v0.1-AWQ-INT4      –        –          –  osi-permissive  no score in arena, no price
> –  TheBloke/dolphin-2.5-mixtral-8x7b-GGUF                  –        –          –  osi-permissive  no score in arena, no price
> –  TheBloke/dolphin-2.5-mixtral-8x7b-GPTQ                  –        –          –  osi-permissive  no score in arena, no price
> –  TheBloke/dolphin-2.6-mixtral-8x7b-GGUF                  –        –          –  osi-permissive  no score in arena, no price
> –  TheBloke/dolphin-2.7-mixtral-8x7b-GGUF                  –        –          –  osi-permissive  no score in arena, no price
> –  TheBloke/Mixtral-8x7B-MoE-RP-Story-GGUF                 –        –          –  non-commercial  no score in arena, no price
> –  TheBloke/Nous-Hermes-2-Mixtral-8x7B-DPO-GGUF            –  1113.7^          –  osi-permissive  no price
! ^ score of the model that the copy was made of
! 10 of 10 · 2 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 7 more have no known task (--unknown) · 8 not ranked (no price 8, no score in arena 7)

# With the front first, each other model names what beats it
$ oms rank --task chat --license osi --pareto -n 12 --width 100
>  #  MODEL                               SCORE  QUALITY  BLEND $/M  FRONT
>  1  deepseek-ai/DeepSeek-R1-0528         89.6   1425.6       0.25  front
>  2  Qwen/Qwen3-235B-A22B-Instruct-2507   89.3   1418.5      0.205  front
>  7  zai-org/GLM-4.6                      87.6   1441.2     0.9625  front
>  8  Qwen/Qwen3-30B-A3B-Instruct-2507     87.5   1383.7   0.084375  front
> 12  zai-org/GLM-4.5                      86.9   1428.1       0.70  front
> 13  openai/gpt-oss-120b                  86.0   1365.2      0.065  front
> 26  openai/gpt-oss-20b                   76.7   1288.9      0.055  front
>  3  deepseek-ai/DeepSeek-V3.2-Exp        88.9   1424.2      0.305  by deepseek-ai/DeepSeek-R1-0528
>  4  meituan-longcat/LongCat-Flash-Chat   88.7   1422.7      0.30*  by deepseek-ai/DeepSeek-R1-0528
>  5  deepseek-ai/DeepSeek-V3.2            88.0   1416.8    0.30175  by deepseek-ai/DeepSeek-R1-0528
>  6  Qwen/Qwen3-Next-80B-A3B-Instruct     87.7   1418.1       0.35  by deepseek-ai/DeepSeek-R1-0528
>  9  Qwen/Qwen3-VL-235B-A22B-Instruct     87.4   1422.3      0.455  by deepseek-ai/DeepSeek-R1-0528
! * older quote, of 2025-12-02
! 12 of 903 · 43 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 538, license 511 (--unknown) · 860 not ranked (no price 736, no score in arena 842)

# Within the tolerance of quality a beaten model is near
$ oms rank --task chat --license osi --pareto --tolerance 15 -n 0 --json | jq -r '.[] | select(.near) | [.id, .dominated_by] | @tsv'
> deepseek-ai/DeepSeek-V3.2-Exp	deepseek-ai/DeepSeek-R1-0528
> meituan-longcat/LongCat-Flash-Chat	deepseek-ai/DeepSeek-R1-0528
> deepseek-ai/DeepSeek-V3.2	deepseek-ai/DeepSeek-R1-0528
> Qwen/Qwen3-Next-80B-A3B-Instruct	deepseek-ai/DeepSeek-R1-0528
> Qwen/Qwen3-VL-235B-A22B-Instruct	deepseek-ai/DeepSeek-R1-0528
> deepseek-ai/DeepSeek-V3.1	deepseek-ai/DeepSeek-R1-0528
> deepseek-ai/DeepSeek-V3.1-Terminus	deepseek-ai/DeepSeek-R1-0528
> Qwen/Qwen3-235B-A22B-Thinking-2507	deepseek-ai/DeepSeek-R1-0528
! 903 of 903 · 43 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 538, license 511 (--unknown) · 860 not ranked (no price 736, no score in arena 842)

# A workload ranks by its bill
$ oms rank --task chat --license commercial --in 20k --out 1k --calls 2M -n 3
> #  MODEL                               SCORE  QUALITY    BILL $  EFFECTIVE
> 1  Qwen/Qwen3-235B-A22B-Instruct-2507   90.0   1418.5   4700.00  osi-permissive
> 2  meituan-longcat/LongCat-Flash-Chat   89.1   1422.7  7500.00*  osi-permissive
> 3  Qwen/Qwen3-Next-80B-A3B-Instruct     89.1   1418.1   6200.00  osi-permissive
! * older quote, of 2025-12-02
! 3 of 1008 · 51 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 611, license 522 (--unknown) · 957 not ranked (no price for the workload 824, no score in arena 930)

# Lower is better for word error rates; hardly any such model has a price, so quality decides alone
$ oms rank --task asr -n 3
> #  MODEL                                 SCORE  QUALITY  EFFECTIVE
> 1  CohereLabs/cohere-transcribe-03-2026  100.0     5.42  osi-permissive
> 2  ibm-granite/granite-4.0-1b-speech      99.7     5.52  osi-permissive
> 3  nvidia/canary-qwen-2.5b                99.4     5.63  open-other
! 1 of the 66 models with a score has a price: ranked by quality alone
! 3 of 348 · 68 ranked by quality=3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown) · 280 not ranked (no score in wer 280)

# JSON is typed: unknown is null, unranked has no place and a reason
$ oms rank --task chat --search mixtral --json
> [
>   {"id": "mistralai/Mixtral-8x22B-Instruct-v0.1", "place": 1, "score": 53.6, "points_quality": 52.7, "points_price": 56.1, "points_license": 100, "points_openness": 20, "quality": 1162.9, "quality_metric": "arena", "quality_as_of": "2025-12-11", "quality_grade": "independent", "price_blended": 0.6, "bill": null, "price_provider": "nscale", "price_as_of": "2026-07-24", "price_old": false, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": 1, "front": true, "near": false, "dominated_by": null, "reason": null},
>   {"id": "mistralai/Mixtral-8x7B-Instruct-v0.1", "place": 2, "score": 50.9, "points_quality": 47.6, "points_price": 61, "points_license": 100, "points_openness": 20, "quality": 1132.9, "quality_metric": "arena", "quality_as_of": "2025-12-11", "quality_grade": "independent", "price_blended": 0.4, "bill": null, "price_provider": "deepinfra", "price_as_of": "2026-07-24", "price_old": false, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": 1, "front": true, "near": false, "dominated_by": null, "reason": null},
>   {"id": "abacusai/Smaug-Mixtral-v0.1", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 100, "points_openness": null, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": null, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "hugging-quants/Mixtral-8x7B-Instruct-v0.1-AWQ-INT4", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 100, "points_openness": null, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": null, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "TheBloke/dolphin-2.5-mixtral-8x7b-GGUF", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 100, "points_openness": 0, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": 0, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "TheBloke/dolphin-2.5-mixtral-8x7b-GPTQ", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 100, "points_openness": 0, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": 0, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "TheBloke/dolphin-2.6-mixtral-8x7b-GGUF", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 100, "points_openness": 0, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": 0, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "TheBloke/dolphin-2.7-mixtral-8x7b-GGUF", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 100, "points_openness": 0, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": 0, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "TheBloke/Mixtral-8x7B-MoE-RP-Story-GGUF", "place": null, "score": null, "points_quality": null, "points_price": null, "points_license": 28.6, "points_openness": null, "quality": null, "quality_metric": null, "quality_as_of": null, "quality_grade": null, "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "cc-by-nc-4.0", "license_effective": "non-commercial", "openness": null, "front": null, "near": null, "dominated_by": null, "reason": "no score in arena, no price"},
>   {"id": "TheBloke/Nous-Hermes-2-Mixtral-8x7B-DPO-GGUF", "place": null, "score": null, "points_quality": 44.3, "points_price": null, "points_license": 100, "points_openness": null, "quality": 1113.7, "quality_metric": "arena", "quality_as_of": "2025-12-11", "quality_grade": "borrowed", "price_blended": null, "bill": null, "price_provider": null, "price_as_of": null, "price_old": null, "license": "apache-2.0", "license_effective": "osi-permissive", "openness": null, "front": null, "near": null, "dominated_by": null, "reason": "no price"}
> ]
! 10 of 10 · 2 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 7 more have no known task (--unknown) · 8 not ranked (no price 8, no score in arena 7)

# ids for pipes
$ oms rank --task chat --license osi -n 2 -q
> deepseek-ai/DeepSeek-R1-0528
> Qwen/Qwen3-235B-A22B-Instruct-2507

# CSV has the columns of the JSON
$ oms rank --task chat --license osi -n 1 --format csv 2>/dev/null
> id,place,score,points_quality,points_price,points_license,points_openness,quality,quality_metric,quality_as_of,quality_grade,price_blended,bill,price_provider,price_as_of,price_old,license,license_effective,openness,front,near,dominated_by,reason
> deepseek-ai/DeepSeek-R1-0528,1,89.6,97.3,66.6,100,,1425.6,arena,2025-12-11,independent,0.25,,hyperbolic,2026-07-24,false,mit,osi-permissive,,true,false,,

# --why tells the place of one model and what it rests on
$ oms rank --task chat --license osi --why gpt-oss-120b
> openai/gpt-oss-120b
>   place 13 of 43, score 86.0 of 100
>   quality         87.1 points, weight 3  1365.2 in arena, 2025-12-11
>   price           82.6 points, weight 1
>                   0.065 USD per 1M tokens, blended, openrouter, 2026-08-14
>   front           no other ranked model beats it in everything
>   weights         quality=3,price=1

# --why tells which condition left a model out, and where it would stand without it
$ oms rank --task chat --license osi --why meta-llama/Llama-3.3-70B-Instruct
> meta-llama/Llama-3.3-70B-Instruct
>   left out by 1 condition
>   fails           --license osi: license is llama3.3, community in effect
>   quality         71.9 points, weight 3  1276.2 in arena, 2025-12-11
>   price           72.2 points, weight 1
>                   0.155 USD per 1M tokens, blended, openrouter, 2026-08-14
>   without them    score 72.0 of 100
>   weights         quality=3,price=1

# --why of a model of another task
$ oms rank --task chat --why mistralai/Mixtral-8x7B-v0.1
> mistralai/Mixtral-8x7B-v0.1
>   left out by 1 condition
>   fails           --task chat: chat is no
>   quality         not known
>   price           not known
>   weights         quality=3,price=1

# --why of a quantized copy names the model that it stands behind
$ oms rank --task chat --why TheBloke/Mixtral-8x7B-Instruct-v0.1-GGUF
> TheBloke/Mixtral-8x7B-Instruct-v0.1-GGUF
>   a quantized copy; it stands behind mistralai/Mixtral-8x7B-Instruct-v0.1
>   (--unfold in 'oms list')
>   quality         47.6 points, weight 3  1132.9 in arena, 2025-12-11
>   price           not known
>   weights         quality=3,price=1

# --why of a closed model says how to see it
$ oms rank --task chat --why openrouter:openai/gpt-4o
> openrouter:openai/gpt-4o
>   left out by 1 condition
>   fails           usual scope: a closed model, shown only with --closed
>   quality         73.2 points, weight 3  1283.5 in arena, 2025-12-11
>   price           32.5 points, weight 1
>                   4.375 USD per 1M tokens, blended, openai, 2026-07-02
>   without them    score 63.0 of 100
>   weights         quality=3,price=1

# --why as JSON
$ oms rank --task chat --license osi --why meta-llama/Llama-3.3-70B-Instruct --json
> {
>   "id": "meta-llama/Llama-3.3-70B-Instruct",
>   "place": null,
>   "score": 72,
>   "points_quality": 71.9,
>   "points_price": 72.2,
>   "points_license": 42.9,
>   "points_openness": 0,
>   "quality": 1276.2,
>   "quality_metric": "arena",
>   "quality_as_of": "2025-12-11",
>   "quality_grade": "independent",
>   "price_blended": 0.155,
>   "bill": null,
>   "price_provider": "openrouter",
>   "price_as_of": "2026-08-14",
>   "price_old": false,
>   "license": "llama3.3",
>   "license_effective": "community",
>   "openness": 0,
>   "front": null,
>   "near": null,
>   "dominated_by": null,
>   "reason": null,
>   "ranked": 43,
>   "weights": "quality=3,price=1",
>   "folded_into": null,
>   "left_out_by": [
>     {"condition": "--license osi", "unknown": false, "found": "license is llama3.3, community in effect"}
>   ]
> }

# --why in a format for rows is refused
$ oms rank --why gpt-oss-120b --format csv
! oms: error: --why is for one model: as text or --json
? 2

# --why of an unknown model says how to look for it
$ oms rank --why gpt-oss-121b
! oms: error: no model 'gpt-oss-121b' in the catalog; 'oms list --search TEXT' looks for a part of a name
? 1

# An unknown criterion is named with the nearest one
$ oms rank --weights qualty=1
! oms: error: --weights: unknown criterion 'qualty'; did you mean 'quality'? (criteria are quality, price, license, openness)
? 2

# Weights of nothing are refused
$ oms rank --weights quality=0
! oms: error: --weights: no criterion has a weight; weights look like quality=3,price=1
? 2

# A task that nobody scores or sells has nothing to rank by
$ oms rank --task text-to-image
! oms: error: no model of this task has a score or a price to rank by; --weights license=1,openness=1 ranks by what is known
? 2

# It can be ranked by what is known all the same
$ oms rank --task text-to-image --weights license=1 -n 2
> #  MODEL                                 SCORE  EFFECTIVE
> 1  AIDC-AI/Ovis-Image-7B                 100.0  osi-permissive
> 2  alibaba-pai/Z-Image-Fun-Lora-Distill  100.0  osi-permissive
! 2 of 240 · 89 ranked by license=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: no source for this task · 1555 more have no known task (--unknown) · 151 not ranked (license class unknown 151)

# Nothing to rank is no failure, unless asked for
$ oms rank --task chat 'params>900T' --fail-empty
! no model matches
! 0 of 0 · 0 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 109, size 499 (--unknown)
? 1

# A tolerance is a number
$ oms rank --tolerance much
! oms: error: --tolerance takes a number in the unit of the metric, not 'much'
? 2

# Models on which a condition is unknown come last, without a place
$ oms rank --task chat --author 01-ai --license osi --unknown -n 0 --json | jq -r '.[] | [.id, .place, .reason] | @tsv'
> 01-ai/Yi-1.5-34B-Chat		no price
> 01-ai/Yi-1.5-34B-Chat-16K		no score in arena, no price
> 01-ai/Yi-1.5-6B-Chat		no score in arena, no price
> 01-ai/Yi-1.5-9B-Chat		no score in arena, no price
> 01-ai/Yi-1.5-9B-Chat-16K		no score in arena, no price
> 01-ai/Yi-34B-Chat		no price
> 01-ai/Yi-34B-Chat-4bits		no score in arena, no price
> 01-ai/Yi-6B-Chat		no score in arena, no price
> 01-ai/Yi-Coder-1.5B-Chat		no score in arena, no price
> 01-ai/Yi-Coder-9B-Chat		no score in arena, no price
> 01-ai/Yi-VL-34B		no score in arena, no price
> 01-ai/Yi-VL-6B		no score in arena, no price
! 12 of 12 · 0 ranked by quality=3,price=1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 12 not ranked (no price 12, no score in arena 10)

# Without a task the models are those that the metric measures
$ oms rank --quality mteb -n 2
> #  MODEL                         SCORE  QUALITY  EFFECTIVE
> 1  Kingsoft-LLM/QZhou-Embedding  100.0    75.97  osi-permissive
> 2  Qwen/Qwen3-Embedding-8B        98.4    75.23  osi-permissive
! 0 of the 44 models with a score have a price: ranked by quality alone
! 2 of 5692 · 81 ranked by quality=3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: MTEB English v2, 2026-08-20, 44 of 429 · 5611 not ranked (no score in mteb 5611)

# Nothing ranked has no ids, and fails when asked to
$ oms rank --task chat --author 01-ai -q --fail-empty
? 1

# What is not known to match is said, whatever else is missing
$ oms rank --task chat --license osi --unknown --author moonshotai -n 0 --json 2>/dev/null | jq -r '.[] | select(.place == null) | .reason' | sort | uniq -c | sort -rn | head -3
>       6 no score in arena, no price
>       2 a condition is unknown, no score in arena
>       2 a condition is unknown

# A place is that of the score, also behind the front
$ oms rank --task chat --license osi --pareto -n 0 --json 2>/dev/null | jq -c '[.[] | select(.place) | .place] | .[0:9]'
> [1,2,7,8,12,13,26,3,4]
