# Cost per token against quality, open against closed: the two charts and what follows from them.

# The first chart: what a million tokens cost, cheapest first, closed models beside open ones
$ oms plot --task chat --bars price_blended --closed -n 15 'quality>=1400'
> price_blended: the best 15 of 20 models
> USD per 1M tokens: lower is better
> Qwen/Qwen3-235B-A22B-Instruct-2507 ███████ 0.205
> deepseek-ai/DeepSeek-R1-0528       █████████ 0.25
> meituan-longcat/LongCat-Flash-Chat ██████████ 0.30*
> deepseek-ai/DeepSeek-V3.2          ██████████ 0.30175
> deepseek-ai/DeepSeek-V3.2-Exp      ██████████ 0.305
> Qwen/Qwen3-Next-80B-A3B-Instruct   ████████████ 0.35
> deepseek-ai/DeepSeek-V3.1          ███████████████ 0.425
> deepseek-ai/DeepSeek-V3.1-Terminus ███████████████ 0.44
> Qwen/Qwen3-VL-235B-A22B-Instruct   ████████████████ 0.455
> zai-org/GLM-4.5                    ████████████████████████ 0.70
> Qwen/Qwen3-235B-A22B-Thinking-2507 ██████████████████████████ 0.7475
> mistralai/mistral-medium-2508      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 0.80
> google/gemini-2.5-flash            ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 0.85
> zai-org/GLM-4.6                    █████████████████████████████████ 0.9625
> moonshotai/Kimi-K2-Thinking        █████████████████████████████████████ 1.075
> █ open   ▒ closed
! price_blended: three parts input and one part output price of the offer shown
! * older quote, of 2025-12-02
! 15 of 20 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · left out as unknown: task 709, quality 2162 (--unknown)

# The second chart: quality, best first
$ oms plot --task chat --bars quality --closed -n 15
> Arena text: the best 15 of 150 models
> Elo: higher is better
> zai-org/GLM-4.6                    ██████████████████████████████████████ 1441.2
> mistralai/mistral-medium-2508      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1430.4
> zai-org/GLM-4.5                    ██████████████████████████████████████ 1428.1
> deepseek-ai/DeepSeek-R1-0528       ██████████████████████████████████████ 1425.6
> x-ai/grok-3                        ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1424.4
> deepseek-ai/DeepSeek-V3.2-Exp      ██████████████████████████████████████ 1424.2
> meituan-longcat/LongCat-Flash-Chat ██████████████████████████████████████ 1422.7
> Qwen/Qwen3-VL-235B-A22B-Instruct   ██████████████████████████████████████ 1422.3
> deepseek-ai/DeepSeek-V3.1          █████████████████████████████████████ 1419.5
> deepseek-ai/DeepSeek-V3.1-Terminus █████████████████████████████████████ 1418.7
> Qwen/Qwen3-235B-A22B-Instruct-2507 █████████████████████████████████████ 1418.5
> Qwen/Qwen3-Next-80B-A3B-Instruct   █████████████████████████████████████ 1418.1
> deepseek-ai/DeepSeek-V3.2          █████████████████████████████████████ 1416.8
> google/gemini-2.5-flash            ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1415.1
> qwen/qwen3-max                     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1413.8
> █ open   ▒ closed
! not drawn: 1503 without a value of quality
! 15 of 1653 · bundled records of 2025-03 to 2026-08 · quality: Arena text, 2025-12-11, 141 of 2513 · 735 more have no known task (--unknown)

# Both at once: price against quality, with the frontier
$ oms plot --task chat --closed
> Price and quality (Arena text) of 105 models
> Arena text, Elo: higher is better
>      │                          zai-org/GLM-4.6
>      │              Qwen3-2…ct-2507  GLM-4.5   ●────────────────────────────────
>      │       Qwen3-3…ct-2507       ●●─○○○○──●◈◇╯○     ◇  ◇   ◇ x-ai/grok-3* +1
> 1400 ┤ openai/gpt-oss-120b  ●──────╯  ○ ○    ◇○  ○   ◇   ◇ openai/gpt-4.1
>      │    gemma-3-12b-it ●●─╯○○○  ◈  ○ ◇○○  ◇○○○    ◇        ◇           ◇◇
> 1300 ┤                   │ ○   ○  ○○○         ○     ◇      ○ ◇  openai/o1
>      │ gemma-3-4b-it +1 ●╯      ○○◇  ◇ ○         ○      ○  ◇   ○    ◇
>      │                  │○   ○◇         ○   ○     ◇        ○              ◇
> 1200 ┤  gemma-2-9b-it* ●╯◇  ○    ○        ◇         claude-3-opus-20240229
>      │             ●──○╯             ○     ○                  openai/gpt-4 ◇
>      │             │                  ○ ○    ◇ openai/gpt-3.5-turbo
> 1100 ┤           ●─╯               ○ ○          ○
>      │                    ○  ○     ○○            meta-llama/Llama-2-70b-chat-hf
>      │     Llama-2-7b-chat-hf  ○    ○ microsoft/Phi-3…-128k-instruct
>      │                          mistralai/Mistr…Instruct-v0.1*
>      └─────┬─────────────────┬─────────────────┬─────────────────┬──────────────
>          $0.01             $0.10              $1                $10
>                   blended price (3:1), USD per 1M tokens (log scale)
> ○ open   ◇ closed   ◈ both in one place
> ● ◆ on the frontier: nothing better at this price or below
> also on the frontier: meta-llama/Llam….2-3B-Instruct,
> meta-llama/Llam….1-8B-Instruct, deepseek-ai/DeepSeek-R1-0528, +1 more
! not drawn: 45 without a price, 280 without a score, 1223 with neither
! * older quote, of 2025-12-02 to 2026-05-15
! 105 of 1653 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513 · 735 more have no known task (--unknown)

# Open and closed in one list by quality; the license tells them apart
$ oms list --task chat --closed --sort quality --fields id,open_weights,license,price_blended,quality -n 12
> MODEL                                     WEIGHTS  LICENSE     BLEND $/M  QUALITY
> zai-org/GLM-4.6                           open     mit            0.9625   1441.2
> openrouter:mistralai/mistral-medium-2508  closed   –                0.80   1430.4
> zai-org/GLM-4.5                           –        mit              0.70   1428.1
> deepseek-ai/DeepSeek-R1-0528              –        mit              0.25   1425.6
> openrouter:x-ai/grok-3                    closed   –               6.00*   1424.4
> deepseek-ai/DeepSeek-V3.2-Exp             –        mit             0.305   1424.2
> meituan-longcat/LongCat-Flash-Chat        –        mit             0.30*   1422.7
> Qwen/Qwen3-VL-235B-A22B-Instruct          –        apache-2.0      0.455   1422.3
> deepseek-ai/DeepSeek-V3.1                 –        mit             0.425   1419.5
> deepseek-ai/DeepSeek-V3.1-Terminus        –        mit              0.44   1418.7
> Qwen/Qwen3-235B-A22B-Instruct-2507        –        apache-2.0      0.205   1418.5
> Qwen/Qwen3-Next-80B-A3B-Instruct          –        apache-2.0       0.35   1418.1
! * older quote, of 2025-12-02 to 2026-05-15
! 12 of 1653 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513 · 735 more have no known task (--unknown)

# How much cheaper open models are: the cheapest of each side among the good ones
$ oms list --task chat --closed 'quality>=1400' --sort price_blended --fields id,open_weights,price_blended,quality -n 3
$ oms list --closed 'open_weights=closed' 'quality>=1400' --sort price_blended --fields id,open_weights,price_blended,quality -n 3
> MODEL                               WEIGHTS  BLEND $/M  QUALITY
> Qwen/Qwen3-235B-A22B-Instruct-2507  –            0.205   1418.5
> deepseek-ai/DeepSeek-R1-0528        –             0.25   1425.6
> meituan-longcat/LongCat-Flash-Chat  –            0.30*   1422.7
> MODEL                                     WEIGHTS  BLEND $/M  QUALITY
> openrouter:mistralai/mistral-medium-2508  closed        0.80   1430.4
> openrouter:google/gemini-2.5-flash        closed        0.85   1415.1
> openrouter:qwen/qwen3-max                 closed        2.40   1413.8
! * older quote, of 2025-12-02
! 3 of 20 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513 · left out as unknown: task 709, quality 2162 (--unknown)
! 3 of 6 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513 · left out as unknown: state of the weights 6316, quality 77 (--unknown)

# What my own use would cost, and who is best within the budget
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
