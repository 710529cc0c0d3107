# JSON for programs: typed, stable, parseable in every case.

# Numbers are numbers, flags booleans, lists arrays, dates ISO, unknown null
$ oms list id=openai/gpt-oss-120b --json --fields id,params,price_input,osi_approved,tasks,created,domain,open_evaluation 2>/dev/null | jq -c '.[] | map_values(type)'
> {"id":"string","params":"number","price_input":"number","osi_approved":"boolean","tasks":"array","created":"string","domain":"null","open_evaluation":"string"}

# Without --fields every field but scores is there, in the order of the field table
$ diff <(oms list -n 1 --json 2>/dev/null | jq -r '.[0] | keys_unsorted[]') <(oms fields --json 2>/dev/null | jq -r '.[] | (.field // .name)' | grep -v '^scores$') && echo same
> same

# jq -s of NDJSON is the JSON array
$ cmp <(oms list --task asr -n 0 --json 2>/dev/null | jq -c .) <(oms list --task asr -n 0 --format ndjson 2>/dev/null | jq -sc .)

# Every object has the same keys in the same order
$ oms list --closed --all -n 0 --format ndjson 2>/dev/null | jq -c 'keys_unsorted' | sort | uniq -c | wc -l
> 1

# The whole catalog is valid JSON, as many objects as ids
$ oms list --closed --all -n 0 --json 2>/dev/null | jq length | cmp - <(oms list --closed --all -n 0 -q | wc -l)

# CSV has as many cells in each line as fields, for the whole catalog
$ oms list --closed --all -n 0 --format csv --fields id,license_name,tags,domain 2>/dev/null | python3 -c 'import csv, sys; print({len(r) for r in csv.reader(sys.stdin)})'
> {4}

# TSV has as many cells in each line as fields, for the whole catalog
$ oms list --closed --all -n 0 --format tsv 2>/dev/null | awk -F '\t' '{ print NF }' | uniq | wc -l
> 1

# Fields with a closed set of words say unknown instead of null
$ oms list id=facebook/opt-125m --json --fields license_class,open_data,commercial_use 2>/dev/null
> [
>   {"license_class": "unknown", "open_data": "unknown", "commercial_use": null}
> ]

# Text that is not ASCII stays as it is
$ oms list id=tabularisai/multilingual-sentiment-analysis --format ndjson --fields tags 2>/dev/null | grep -o '.🇪🇺.'
$ LC_ALL=C oms list id=tabularisai/multilingual-sentiment-analysis --format ndjson --fields tags 2>/dev/null | jq -c '.tags | index("🇪🇺") != null'
> "🇪🇺"
> true

# A filter of jq works on prices and on null
$ oms list id=allenai/OLMo-7B,openai/gpt-oss-120b --json --fields id,price_output 2>/dev/null | jq -r '.[] | select(.price_output != null and .price_output < 1).id'
> openai/gpt-oss-120b

# --envelope puts version, query, dates and counts around the same array
$ oms list id=openai/gpt-oss-120b,allenai/OLMo-7B --max-price 1 --json --envelope --fields id,price_blended 2>/dev/null
> {
> "schema_version": 1,
> "query": ["id=openai/gpt-oss-120b,allenai/OLMo-7B", "--max-price", "1", "--json", "--envelope", "--fields", "id,price_blended"],
> "printed": 1,
> "matched": 1,
> "left_out_unknown": {"price_blended": 1},
> "data_as_of": {"hub_fetched_at": null, "records_from": "2025-03-13", "records_to": "2026-08-22", "prices_from": "2024-09-01", "prices_to": "2026-08-14"},
> "quality": {"metric": "arena", "title": "Arena text", "as_of": "2025-12-11", "scored": 111, "of": 2415},
> "pricing": {"ratio": "3:1", "workload": null, "not_before": null},
> "sources": [
> {"source": "aider", "title": "Aider polyglot leaderboard", "as_of": "2025-08-06", "fetched_at": null, "credit": "Aider"},
> {"source": "azure-retail", "title": "Azure retail prices", "as_of": "2025-08-01", "fetched_at": null, "credit": null},
> {"source": "epoch-ai", "title": "Epoch Capabilities Index", "as_of": "2025-12-19", "fetched_at": null, "credit": "Epoch AI, CC BY 4.0"},
> {"source": "hf-model-matrix", "title": "Hub model pages in hf-model-benchmarks", "as_of": "2026-07-31", "fetched_at": null, "credit": null},
> {"source": "hf-openevals", "title": "OpenEvals leaderboard data", "as_of": "2026-03-25", "fetched_at": null, "credit": "OpenEvals (Hugging Face)"},
> {"source": "hf-provider-mapping", "title": "Hugging Face inference providers", "as_of": "2026-02-26", "fetched_at": null, "credit": null},
> {"source": "inferenceatlas", "title": "InferenceAtlas", "as_of": "2026-02-17", "fetched_at": null, "credit": null},
> {"source": "license-texts", "title": "License texts and lists", "as_of": "2026-08-22", "fetched_at": null, "credit": null},
> {"source": "litellm", "title": "LiteLLM price list", "as_of": "2026-07-24", "fetched_at": null, "credit": null},
> {"source": "llmfit", "title": "llmfit", "as_of": "2026-05-11", "fetched_at": null, "credit": null},
> {"source": "lmarena", "title": "LMArena text leaderboard", "as_of": "2025-12-11", "fetched_at": null, "credit": "Ratings: LMArena (lmarena.ai)"},
> {"source": "model-openness-tool", "title": "Model Openness Tool", "as_of": "2026-06-12", "fetched_at": null, "credit": "Model Openness Tool (LF AI and Data)"},
> {"source": "openrouter", "title": "OpenRouter model list", "as_of": "2026-08-14", "fetched_at": null, "credit": "Data: OpenRouter (openrouter.ai)"},
> {"source": "openrouter-prices", "title": "OpenRouter price list", "as_of": "2026-08-14", "fetched_at": null, "credit": "Prices: OpenRouter (openrouter.ai)"},
> {"source": "os-ai-map", "title": "AI Stack Map", "as_of": "2026-06-11", "fetched_at": null, "credit": "AI Stack Map (Current AI)"},
> {"source": "osai-index", "title": "European Open Source AI Index", "as_of": "2026-06-12", "fetched_at": null, "credit": "European Open Source AI Index (osai-index.eu), CC BY 4.0; Liesenfeld and Dingemanse 2024"},
> {"source": "starscreener", "title": "starscreener", "as_of": "2026-05-04", "fetched_at": null, "credit": null}
> ],
> "models": [
>   {"id": "openai/gpt-oss-120b", "price_blended": 0.065}
> ]
> }

# The models of the envelope are those without it
$ cmp <(oms list --task asr --json --envelope 2>/dev/null | jq -c .models) <(oms list --task asr --json 2>/dev/null | jq -c .)

# --envelope needs JSON
$ oms list --envelope
$ oms list --envelope --format csv
$ oms list --envelope --format json -n 1 --fields id 2>/dev/null | jq .schema_version
> 1
! oms: error: --envelope goes with --json
! oms: error: --envelope goes with --json

# Quiet errors: under --json an error is one object on stderr and stdout is empty
$ oms list --task nope --json
! {"code": "usage", "exit_code": 2, "message": "unknown task 'nope'", "hint": "'oms tasks' lists all"}
? 2

# The error object has code, exit code, message and hint for every kind of mistake
$ for a in '--task nope' '--sort nope' '--fields nope' '--nope' 'nope=1' '--where (' '-n x' '--license nope' '--quality nope' '--family nope' '--width x' '--color x' '--task'; do oms list --json $a 2>&1 | jq -c '[keys_unsorted, .code, .exit_code]'; done | uniq
> [["code","exit_code","message","hint"],"usage",2]
? 2

# Errors are JSON under --format json and ndjson too, wherever the flag stands
$ oms list --task nope --format ndjson 2>&1 | jq -r .message
$ oms list --task nope --format=json 2>&1 | jq -r .message
$ oms --json list --task nope 2>&1 | jq -r .message
$ oms --json nope 2>&1 | jq -r .message
$ oms list --task nope -- --json
> unknown task 'nope'
> unknown task 'nope'
> unknown task 'nope'
> unknown command 'nope'
! oms: error: unknown task 'nope'; 'oms tasks' lists all
? 2

# A full disk is JSON too
$ oms list --json -n 1 -o /dev/full 2>&1 >/dev/null | grep code | jq -c "[.code, .exit_code]"
> ["data",3]
? 3
