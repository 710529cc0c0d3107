# --unknown, and the count of models that were left out because a value is not known.

# Models on which a condition is unknown are left out and counted by field
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=0.2' --fields id 2>&1
> MODEL
> openai/gpt-oss-120b
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 2 more have no known price (--unknown)

# --unknown shows them last and marked, and counts none
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=0.2' --fields id,price_output --unknown 2>&1
> MODEL                OUT $/M
> openai/gpt-oss-120b     0.17
> allenai/OLMo-7B ?          –
> nvidia/canary-1b ?         –
> ? a condition is unknown for this model
> 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Unknown models come last under every order
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=0.2' --unknown --sort -likes -q
$ oms list "$M" 'price_output<=0.2' --unknown --sort +likes -q
> openai/gpt-oss-120b
> allenai/OLMo-7B
> nvidia/canary-1b
> openai/gpt-oss-120b
> nvidia/canary-1b
> allenai/OLMo-7B

# A model on which one condition is false does not come in with --unknown
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=0.2' license=mit --unknown -q

# Each left-out model is counted once, by its first unknown field
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=9' 'quality>1' --fields id 2>&1
> MODEL
> openai/gpt-oss-120b
> meta-llama/Llama-3.3-70B-Instruct
> 2 of 2 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 2 more have no known price (--unknown)

# The everyday name of a field stands in the count
$ oms list id=facebook/opt-125m --license osi --fields id 2>&1
$ oms list id=mistralai/Mistral-7B-v0.1,google/electra-base-discriminator --task translation 2>&1 | grep -o '[0-9]* more.*'
> no model matches
> 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 1 more has no known license (--unknown)
> 1 more has no known task (--unknown)

# --unknown marks rows in a Markdown table too
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=0.2' --fields id --unknown --format md 2>/dev/null
> | MODEL |
> | --- |
> | openai/gpt-oss-120b |
> | allenai/OLMo-7B ? |
> | nvidia/canary-1b ? |

# --unknown in ids, CSV and JSON prints the plain value
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" 'price_output<=0.2' --unknown --format csv --fields id,price_output 2>/dev/null
$ oms list "$M" 'price_output<=0.2' --unknown --format ndjson --fields id,price_output 2>/dev/null
$ oms list "$M" 'price_output<=0.2' --unknown -q
> id,price_output
> openai/gpt-oss-120b,0.17
> allenai/OLMo-7B,
> nvidia/canary-1b,
> {"id": "openai/gpt-oss-120b", "price_output": 0.17}
> {"id": "allenai/OLMo-7B", "price_output": null}
> {"id": "nvidia/canary-1b", "price_output": null}
> openai/gpt-oss-120b
> allenai/OLMo-7B
> nvidia/canary-1b

# A certain row does not fold into an uncertain one
$ M=id=openai/gpt-oss-20b,unsloth/gpt-oss-20b-GGUF
$ oms list $M --where 'quantization=gguf or price_output>100 and quality<0' --unknown --fields id,folded 2>/dev/null
> MODEL                     FOLDED
> unsloth/gpt-oss-20b-GGUF       0

# =unknown is certain: nothing is marked or counted
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b
$ oms list "$M" price_output=unknown --unknown --fields id 2>&1
> MODEL
> allenai/OLMo-7B
> nvidia/canary-1b
> 2 of 2 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Without a match the count still says why
$ oms list id=allenai/OLMo-7B --max-price 1
! no model matches
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 1 more has no known price (--unknown)
