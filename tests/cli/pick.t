# oms pick: one screen.

# The help has examples first
$ oms pick --help
> oms pick: one screen: the best, the cheapest near it, the most open
>
>   oms pick --task chat --license osi
>   oms pick --task code --in 20k --out 1k --calls 2M --budget 5000
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
>   --margin N                  what the cheapest may lose to the best: % of the
>                               range of scores, or a number (default: 5%)
>   --fail-empty                exit 1 when nothing can be picked
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
>   0    done; nothing to pick is done too
>   1    nothing can be picked, under --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; FILE of -o not
>        written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all

# Best, cheapest near it, most open, what was left out and why, and what strictness costs
@ pty 80x24
$ oms pick --task chat --license osi
> \e[1m--task chat --license osi\e[0m
>   43 of 903 models ranked by quality=3,price=1
>   best            deepseek-ai/DeepSeek-R1-0528  \e[2mscore 89.6\e[0m
>                   mit, osi-permissive; arena 1425.6 of 2025-12-11
>                   0.25 USD per 1M tokens, hyperbolic, 2026-07-24
>   cheapest        Qwen/Qwen3-235B-A22B-Instruct-2507  \e[2mwithin 29.4\e[0m
>                   apache-2.0, osi-permissive; arena 1418.5 of 2025-12-11
>                   0.205 USD per 1M tokens, openrouter, 2026-08-14
>   most open       allenai/Olmo-3.1-32B-Think  \e[2m3 of 5 components open\e[0m
>                   apache-2.0, osi-permissive; no score
>                   0.2375 USD per 1M tokens, publicai, 2026-02-26 (old)
>   left out        google/gemma-3-27b-it  \e[2mscore 83.9\e[0m
>                   --license osi: license is gemma, restricted in effect
>   try: oms show deepseek-ai/DeepSeek-R1-0528 Qwen/Qwen3-235B-A22B-Instruct-2507
>   allenai/Olmo-3.1-32B-Think --use
>
> \e[1mLICENSE CLASS\e[0m   \e[1mSCORE\e[0m  \e[1mQUALITY\e[0m  \e[1mBLEND $/M\e[0m  \e[1mBEST OF IT\e[0m
> osi-permissive   89.6   1425.6       0.25  deepseek-ai/DeepSeek-R1-0528
> restricted       83.9   1357.8      0.095  google/gemma-3-27b-it
> community        79.4   1336.7     0.175*  nvidia/Llama-3_3-N…ron-Super-49B-v1_5
> non-commercial   69.1   1331.1      4.375  CohereLabs/c4ai-command-a-03-2025
> research-only    62.0   1266.8       3.00  mistralai/Mistral-Large-Instruct-2407
> bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415
> left out as unknown: task 538, license 511 (--unknown)

# The winner is that of rank under the same weights
$ test "$(oms pick --task chat --license osi -q | head -1)" = "$(oms rank --task chat --license osi -n 1 -q)"
$ test "$(oms pick --task code -w quality=1 --license commercial --json 2>/dev/null | jq -r .best.id)" = "$(oms rank --task code -w quality=1 --license commercial -n 1 -q)"

# With a workload all prices are its bill
$ oms pick --task chat --license commercial --in 20k --out 1k --calls 2M --budget 5000
> --task chat --license commercial --budget 5000
>   19 of 73 models ranked by quality=3,price=1; 20,000 in + 1,000 out × 2,000,000
>   calls
>   best            Qwen/Qwen3-235B-A22B-Instruct-2507  score 90.0, within 29.4
>                   also cheapest
>                   apache-2.0, osi-permissive; arena 1418.5 of 2025-12-11
>                   4700.00 USD, openrouter, 2026-08-14
>   most open       utter-project/EuroLLM-22B-Instruct-2512
>                   3 of 5 components open
>                   apache-2.0, osi-permissive; no score
>                   4400.00 USD, publicai, 2026-02-26 (old)
>   left out        meituan-longcat/LongCat-Flash-Chat  score 89.1
>                   --budget 5000: bill is 7500.00
>   try: oms show Qwen/Qwen3-235B-A22B-Instruct-2507
>   utter-project/EuroLLM-22B-Instruct-2512 --use
>
> LICENSE CLASS   SCORE  QUALITY    BILL $  BEST OF IT
> osi-permissive   90.0   1418.5   4700.00  Qwen/Qwen3-235B-A22B-Instruct-2507
> restricted       83.8   1357.8   2800.00  google/gemma-3-27b-it
> community        79.5   1336.7  4800.00*  nvidia/Llama-3_3-Nemotron-Super-49B-v1_5
! bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 611, license 485, bill 1471 (--unknown)

# A margin in the unit of the metric
$ oms pick --task chat --license osi --margin 100 --format csv 2>/dev/null | cut -d, -f1,8,11,24
> id,quality,quality_grade,role
> deepseek-ai/DeepSeek-R1-0528,1425.6,independent,best
> openai/gpt-oss-120b,1365.2,independent,cheapest
> allenai/Olmo-3.1-32B-Think,,,most_open

# JSON carries the same choices
$ oms pick --task chat --license osi --json 2>/dev/null | jq -c '{weights, ranked, matched, metric, margin, best: .best.id, cheapest: .cheapest.id, most_open: .most_open.id, left_out: [.left_out.id, .left_out.condition, .left_out.found], by_class: [.by_class[] | [.license_class, .id]], command: .try}'
> {"weights":"quality=3,price=1","ranked":43,"matched":903,"metric":"arena","margin":29.4,"best":"deepseek-ai/DeepSeek-R1-0528","cheapest":"Qwen/Qwen3-235B-A22B-Instruct-2507","most_open":"allenai/Olmo-3.1-32B-Think","left_out":["google/gemma-3-27b-it","--license osi","license is gemma, restricted in effect"],"by_class":[["osi-permissive","deepseek-ai/DeepSeek-R1-0528"],["restricted","google/gemma-3-27b-it"],["community","nvidia/Llama-3_3-Nemotron-Super-49B-v1_5"],["non-commercial","CohereLabs/c4ai-command-a-03-2025"],["research-only","mistralai/Mistral-Large-Instruct-2407"]],"command":"oms show deepseek-ai/DeepSeek-R1-0528 Qwen/Qwen3-235B-A22B-Instruct-2507 allenai/Olmo-3.1-32B-Think --use"}

# A task without prices is picked from by quality
$ oms pick --task asr
> --task asr
>   68 of 348 models ranked by quality=3
>   best            CohereLabs/cohere-transcribe-03-2026  score 100.0
>                   apache-2.0, osi-permissive; wer 5.42 of 2026-05-22
>                   no price known
>   cheapest        microsoft/Phi-4-multimodal-instruct  within 1.72
>                   mit, osi-permissive; wer 6.02 of 2026-05-22
>                   0.14 USD per 1M tokens, azure, 2026-07-24
>   most open       openai/whisper-large-v3-turbo  1 of 5 components open
>                   mit, osi-permissive; wer 7.83 of 2026-05-22
>                   no price known
>   try: oms show CohereLabs/cohere-transcribe-03-2026 --use
>
> LICENSE CLASS   SCORE  QUALITY  BLEND $/M  BEST OF IT
> osi-permissive  100.0     5.42          –  CohereLabs/cohere-transcribe-03-2026
> open-other       99.4     5.63          –  nvidia/canary-qwen-2.5b
> non-commercial   96.8  6.50375          –  nvidia/canary-1b
! 1 of the 66 models with a score has a price: ranked by quality alone
! bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)

# Nothing matches: nothing is picked
$ oms pick --task chat 'params>900T'
> --task chat params>900T
>   0 of 0 models ranked by quality=3,price=1
>   left out        deepseek-ai/DeepSeek-R1-0528  score 89.6
>                   params>900T: params is 671B
! no model matches
! bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 109, size 499 (--unknown)

# Nothing matches, and that is a failure when asked for
$ oms pick --task chat 'params>900T' --fail-empty -q
? 1

# A margin is a number or a percentage
$ oms pick --margin wide
! oms: error: --margin takes a share of the range of scores (5%) or a number in the unit of the metric, not 'wide'
? 2

# What only names the models is no rule that left others out
$ oms pick --task chat --license osi --search Kimi 2>/dev/null | grep -A1 'left out'
>   left out        moonshotai/Kimi-K2-Thinking  score 83.3
>                   --license osi cannot be told: license is other, its class is

# A task with a metric that measured none of its models has nothing to pick by
$ oms pick --task rerank
! oms: error: no model of this task has a score or a price to rank by; --weights license=1,openness=1 ranks by what is known
? 2
