# One price out of many offers.

# Input, output and blend come from one offer, the cheapest fresh one; min, max and hosts describe all
$ oms list id=openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct --fields name,price_input,price_output,price_blended,price_min,price_max,providers,price_provider,price_as_of --format csv 2>/dev/null
> name,price_input,price_output,price_blended,price_min,price_max,providers,price_provider,price_as_of
> gpt-oss-120b,0.03,0.17,0.065,0.065,0.8,8,openrouter,2026-08-14
> Llama-3.3-70B-Instruct,0.1,0.32,0.155,0.155,0.71,8,openrouter,2026-08-14

# A quote over 60 days behind the newest price in the catalog is marked, and the notes date it
$ oms list id=mistralai/Mistral-7B-Instruct-v0.3 --fields id,price_output,price_as_of
> MODEL                               OUT $/M  PRICED
> mistralai/Mistral-7B-Instruct-v0.3    0.20*  2026-02-26
! * older quote, of 2026-02-26
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# No model shows an older price where it has one within 60 days of the newest
$ oms list -n 0 --all --closed --json --fields price_old,price_as_of 2>/dev/null | jq -c '(map(.price_as_of | select(. != null)) | max) as $new | ($new + "T00:00:00Z" | fromdate) as $t | map(select(.price_as_of != null) | (.price_old == (($t - (.price_as_of + "T00:00:00Z" | fromdate)) / 86400 > 60))) | unique'
> [true]

# The blend is three parts input and one part output, to six digits
$ oms list -n 0 --all --closed --json --fields price_input,price_output,price_blended 2>/dev/null | jq -c 'map(select(.price_blended != null) | ((3 * .price_input + .price_output) / 4 - .price_blended | fabs) <= 0.000005 * .price_blended) | unique'
> [true]

# The price shown lies between the lowest and the highest
$ oms list -n 0 --all --closed --json --fields price_min,price_blended,price_max 2>/dev/null | jq -c 'map(select(.price_blended != null) | .price_min <= .price_blended and .price_blended <= .price_max) | unique'
> [true]

# A fresh price is the lowest there is
$ oms list price_old=no -n 0 --all --closed --json --fields price_min,price_blended 2>/dev/null | jq -c 'map(.price_min == .price_blended) | unique'
> [true]

# Prices keep their digits, whole dollars two zeros
$ oms list id=meta-llama/Llama-3.1-8B-Instruct,meta-llama/Llama-3.1-405B,Qwen/Qwen3-8B --fields name,price_input,price_output --sort price_output 2>/dev/null
> NAME                   IN $/M  OUT $/M
> Llama-3.1-8B-Instruct    0.02     0.05
> Qwen3-8B                0.117    0.455
> Llama-3.1-405B          4.00*    4.00*

# An embedding model has no output to pay for: unknown, not free, and last
$ oms list id=openrouter:openai/text-embedding-3-small,openai/gpt-oss-120b --closed --sort price_output --fields id,price_input,price_output 2>/dev/null
$ oms list id=openrouter:openai/text-embedding-3-small --closed --fields price_output --json 2>/dev/null
> MODEL                                     IN $/M  OUT $/M
> openai/gpt-oss-120b                         0.03     0.17
> openrouter:openai/text-embedding-3-small    0.02        –
> [
>   {"price_output": null}
> ]

# A missing price is a dash in the table, null in JSON, empty in CSV
$ oms list id=allenai/OLMo-7B --fields price_input --no-header 2>/dev/null
$ oms list id=allenai/OLMo-7B --fields price_input --json 2>/dev/null
$ oms list id=allenai/OLMo-7B --fields id,price_input --no-header --format csv 2>/dev/null
> –
> [
>   {"price_input": null}
> ]
> allenai/OLMo-7B,

# A negative or absurd price matches nothing
$ oms list --max-price -0.5 -q
$ oms list "price_output>200" -q

# An unknown price is neither zero nor free in any format
$ for format in table json ndjson csv tsv md; do oms list id=mistralai/Mixtral-8x7B-v0.1 --fields id,price_input,price_blended,bill --no-header --format $format 2>/dev/null; done
> mistralai/Mixtral-8x7B-v0.1  –  –  –
> [
>   {"id": "mistralai/Mixtral-8x7B-v0.1", "price_input": null, "price_blended": null, "bill": null}
> ]
> {"id": "mistralai/Mixtral-8x7B-v0.1", "price_input": null, "price_blended": null, "bill": null}
> mistralai/Mixtral-8x7B-v0.1,,,
> mistralai/Mixtral-8x7B-v0.1			
> | mistralai/Mixtral-8x7B-v0.1 | – | – | – |
