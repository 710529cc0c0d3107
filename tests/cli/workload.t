# Prices for one's own use: --in, --out, --calls, --cache-hit, --ratio, --price-age, --budget.

# The bill is that of the cheapest quote for the workload that is not too old, with host and date
$ oms list id=mistralai/Mixtral-8x7B-Instruct-v0.1 --in 20k --out 1k --calls 2M --fields id,bill,price_input,price_output,price_provider,price_as_of
> MODEL                                   BILL $  IN $/M  OUT $/M  PROVIDER   PRICED
> mistralai/Mixtral-8x7B-Instruct-v0.1  14000.00    0.30     1.00  replicate  2026-07-24
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415

# Without a workload the same model shows its cheapest blend
$ oms list id=mistralai/Mixtral-8x7B-Instruct-v0.1 --fields id,price_blended,price_input,price_output,price_provider,bill --format csv 2>/dev/null
> id,price_blended,price_input,price_output,price_provider,bill
> mistralai/Mixtral-8x7B-Instruct-v0.1,0.4,0.4,0.4,deepinfra,

# A bill takes the place of the output price in the usual columns
$ oms list --task chat --search mixtral --in 20k --out 1k --calls 2M -n 3
> MODEL                                               LICENSE     PARAMS  IN $/M    BILL $  QUALITY
> mistralai/Mixtral-8x7B-Instruct-v0.1                apache-2.0   46.7B    0.30  14000.00   1132.9
> mistralai/Mixtral-8x22B-Instruct-v0.1               apache-2.0    141B    0.60  25200.00   1162.9
> hugging-quants/Mixtral-8x7B-Instruct-v0.1-AWQ-INT4  apache-2.0       –       –         –        –
! 3 of 10 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415 · 7 more have no known task (--unknown)

# The bill orders and the budget filters: unknown is not within it
$ oms list --task chat --license osi --in 20k --out 1k --calls 2M --budget 2500 --sort bill --fields id,bill,quality -n 4
> MODEL                            BILL $  QUALITY
> Qwen/Qwen2.5-Coder-7B            460.00        –
> Qwen/Qwen2.5-Coder-7B-Instruct   460.00        –
> Qwen/Qwen3-4B-Instruct-2507     460.00*        –
> Qwen/Qwen3-4B-Thinking-2507     460.00*        –
! * older quote, of 2026-02-26
! 4 of 24 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 538, license 470, bill 1337 (--unknown)

# A bill is a field of conditions like any other
$ oms list --task chat 'bill<=1500' --in 20k --out 1k --calls 2M --sort bill -q
> Qwen/Qwen2.5-Coder-3B-Instruct
> Qwen/Qwen2.5-Coder-7B
> Qwen/Qwen2.5-Coder-7B-Instruct
> Qwen/Qwen3-4B-Instruct-2507
> Qwen/Qwen3-4B-Thinking-2507
> mistralai/Mistral-Nemo-Instruct-2407
> meta-llama/Llama-3.2-3B-Instruct
> PaddlePaddle/PaddleOCR-VL
> meta-llama/Llama-3.1-8B-Instruct
> ibm-granite/granite-4.0-h-micro
> meta-llama/Llama-Guard-3-8B
> Qwen/Qwen2-VL-7B-Instruct
> inclusionAI/Ling-3.0-flash
> deepseek-ai/DeepSeek-R1-0528-Qwen3-8B
> deepseek-ai/DeepSeek-R1-Distill-Llama-8B
> nex-agi/Nex-N2-Mini
> deepseek-ai/DeepSeek-OCR
> meta-llama/Meta-Llama-3-8B-Instruct
> zai-org/GLM-4.1V-9B-Thinking
> google/gemma-2-9b-it

# An unknown bill is null, never zero
$ oms list --task chat --author google --in 20k --out 1k --json --fields id,bill,price_input -n 3
> [
>   {"id": "google/gemma-4-26B-A4B-it", "bill": 0.0028, "price_input": 0.12},
>   {"id": "google/gemma-4-31B-it", "bill": 0.00234, "price_input": 0.1},
>   {"id": "google/gemma-3-1b-it", "bill": null, "price_input": null}
> ]
! 3 of 45 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 1 call · quality: Arena text, 2025-12-11, 111 of 2415 · 34 more have no known task (--unknown)

# A share of cached input has no bill where no host states a price for it
$ oms list id=mistralai/Mixtral-8x7B-Instruct-v0.1 --in 20k --out 1k --cache-hit 50% --json --fields id,bill
> [
>   {"id": "mistralai/Mixtral-8x7B-Instruct-v0.1", "bill": null}
> ]
! --cache-hit: no host in the catalog states a price of cached tokens, so no bill is known; 'oms fetch' brings such prices
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 1 call, 50 % cached · quality: Arena text, 2025-12-11, 111 of 2415

# Another ratio makes another blend, and says so
$ oms list id=mistralai/Mixtral-8x7B-Instruct-v0.1 --ratio 1:1 --fields id,price_blended,price_provider
> MODEL                                 BLEND $/M  PROVIDER
> mistralai/Mixtral-8x7B-Instruct-v0.1       0.40  deepinfra
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · blend 1:1 · quality: Arena text, 2025-12-11, 111 of 2415

# The age of quotes counts from today
$ oms list --task chat --author mistralai --price-age 60d --fields id,price_input,price_as_of -s id -n 3
> MODEL                                    IN $/M  PRICED
> mistralai/Devstral-2-123B-Instruct-2512    0.40  2026-07-24
> mistralai/Ministral-3-14B-Instruct-2512    0.20  2026-08-14
> mistralai/Ministral-3-3B-Instruct-2512     0.10  2026-08-14
! 3 of 15 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 15 more have no known quote of that age (--unknown)

# The envelope repeats what prices stand for
$ oms list id=mistralai/Mixtral-8x7B-Instruct-v0.1 --in 20k --out 1k --calls 2M --cache-hit 0 --json --envelope --fields id,bill 2>/dev/null | grep '"pricing"'
> "pricing": {"ratio": "3:1", "workload": {"input": 20000, "output": 1000, "calls": 2000000, "cache_hit": 0}, "not_before": null},

# Wrong: a word
$ oms list --in many
! oms: error: --in takes a whole number of tokens a call (20k, 1.5M), not 'many'
? 2

# Wrong: a negative number
$ oms list --in -5 --out 1
! oms: error: --in takes a whole number of tokens a call (20k, 1.5M), not '-5'
? 2

# Wrong: half a token
$ oms list --in 1.0001k
! oms: error: --in takes a whole number of tokens a call (20k, 1.5M), not '1.0001k'
? 2

# Wrong: over 40 trillion tokens
$ oms list --in 9T --out 0 --calls 9
! oms: error: the workload is out of range: over 40 trillion tokens
? 2

# Wrong: calls without tokens
$ oms list --calls 2M
! oms: error: --calls goes with --in and --out
? 2

# Wrong: a cached share without tokens
$ oms list --cache-hit 0.5
! oms: error: --cache-hit goes with --in and --out
? 2

# Wrong: a share above one
$ oms list --in 1k --cache-hit 2
! oms: error: --cache-hit takes a share of the input tokens from 0 to 1 (0.5, 50%), not '2'
? 2

# Wrong: no tokens at all
$ oms list --in 0 --out 0
! oms: error: the workload has no tokens; give --in and --out
? 2

# Wrong: a ratio without two sides
$ oms list --ratio 3
! oms: error: --ratio takes input to output as in 3:1, not '3'
? 2

# Wrong: a ratio of nothing
$ oms list --ratio 0:0
! oms: error: --ratio takes input to output as in 3:1, not '0:0'
? 2

# Wrong: an age that is none
$ oms list --price-age soon
! oms: error: --price-age: 'soon' is no duration; it is a whole number of minutes, hours, days or weeks: 90m, 36h, 14d, 2w
? 2

# Wrong: a budget without a workload
$ oms list --budget 5
! oms: error: --budget: there is no workload; give --in, --out and --calls
? 2

# Wrong: a budget that is no number
$ oms list --in 1k --budget cheap
! oms: error: --budget: condition 'bill<=cheap': bill takes a number (USD for the workload), not 'cheap'
? 2
