# sources: where every figure comes from, how old it is, under which terms.

# All sources by kind, with age, what they give and how much of it is in the catalog
$ oms sources
> Models
>   gpustack                 2026-08-21   11 d  license (1 model)
>   hf-model-matrix          2026-07-31   32 d  tags (first 24), counters,
>                                               license, languages (3887 models)
>   hf-providers             2026-02-26  187 d  task, library, counters (407
>                                               models)
>   hub                                         tags, counters, license, base
>                                               models, sizes, as the Hub lists
>                                               them; 'oms fetch' brings it
>   inferenceatlas           2026-02-17  196 d  tags, gated, private (99 models)
>   llmfit                   2026-05-17  107 d  parameter totals that a second
>                                               figure confirms, attention heads
>                                               (559 models)
>   localai                  2026-08-22   10 d  license (33 models)
>   model-card               2026-08-22   10 d  license, base model, languages,
>                                               one by one (26 models)
>   modelpedia               2026-04-10  144 d  license, size, context (63 models)
>   models.dev               2026-07-02   61 d  context, prices of closed models
>                                               (100 models, 85 prices)
>   open-llm-leaderboard     2025-03-13  537 d  license, size, base model (483
>                                               models)
>   openrouter               2026-08-14   18 d  context (150 models)
>   os-ai-map                2026-06-11   82 d  tags, counters, dates; some
>                                               openness and lineage statements
>                                               (3041 models)
>   peatmoss                 2023-12-31  975 d  license, bare ids of 2023 (36
>                                               models)
>   red-hat-catalog          2026-07-23   40 d  license, languages (4 models)
>   starscreener             2026-05-04  120 d  tags (first 30), counters, dates
>                                               (983 models)
>
> Prices
>   azure-retail             2025-08-01  396 d  prices by meter, region eastus (18
>                                               prices)
>   hf-provider-mapping      2026-02-26  187 d  prices a provider (177 prices)
>   litellm                  2026-07-24   39 d  prices a host (232 prices)
>   openrouter-prices        2026-08-14   18 d  prices a model and route, input
>                                               and output (18 models, 244 prices)
>   router                                      prices a provider; 'oms fetch'
>                                               brings them (0 prices)
>
> Scores
>   aider                    2025-10-03  333 d  share of exercises solved (15
>                                               scores)
>   artificial-analysis                         index figures that the user
>                                               fetches; nothing is bundled (0
>                                               scores)
>   epoch-ai                 2025-12-19  256 d  index with a 90 percent interval
>                                               (19 scores)
>   hf-openevals             2026-03-25  160 d  official benchmark results of the
>                                               Hub in one table (207 scores)
>   lmarena                  2025-12-11  264 d  Arena text ratings (190 scores)
>   lmarena-closed           2026-04-19  135 d  Arena text ratings of closed
>                                               models
>   mteb                     2026-08-22   10 d  MTEB(eng, v2), mean of 41 tasks;
>                                               license, size, context of its
>                                               models (290 models, 81 scores)
>   open-asr-leaderboard     2026-05-22  102 d  average word error rate, English
>                                               short form (76 scores)
>   open-llm-leaderboard-v1  2024-06-26  797 d  average of the first version (30
>                                               scores)
>   open-llm-leaderboard-v2  2025-02-08  570 d  average, IFEval, MMLU-Pro (1317
>                                               scores)
>
> Openness
>   model-openness-tool      2026-05-11  113 d  components of the Model Openness
>                                               Framework, class, license (160
>                                               models)
>   opening-up-chatgpt       2025-03-11  539 d  older openness judgments (4
>                                               models)
>   osai-index               2026-06-12   81 d  openness of parts, license, base
>                                               model (183 models)
>
> Licenses
>   license-texts            2026-08-22   10 d  license classes and terms: Hub
>                                               list, SPDX, ScanCode LicenseDB,
>                                               public model cards (5042 models)
>   quantized-copy           2026-07-31   32 d  license, where only quantized
>                                               copies carry a license tag and all
>                                               agree: weak evidence (89 models)
>
> Lineage
>   lineage-notes            2026-08-22   10 d  base models that the Hub's tags do
>                                               not name
! ages count from 2026-09-01; 'oms sources NAME' tells terms, credit and address

# One source: dates, terms, credit, address
$ oms sources lmarena
> lmarena  LMArena text leaderboard
>   kind            scores
>   gives           Arena text ratings
>   as of           2025-12-11  264 d ago
>   in the catalog  190 scores
>   metrics         arena, arena_2026_04
>   terms           data set CC BY 4.0; terms of the repository that the bundled
>                   ratings are from not checked
>   credit          Ratings: LMArena (lmarena.ai)
>   url             https://github.com/lmarena/arena-catalog

# A source whose figures are fetched, never bundled
$ oms sources artificial-analysis
> artificial-analysis  Artificial Analysis
>   kind            scores
>   gives           index figures that the user fetches; nothing is bundled
>   as of           nothing is bundled
>   in the catalog  0 scores
>   metrics         aa
>   terms           attribution required; redistribution only by agreement
>   credit          Data: Artificial Analysis (artificialanalysis.ai)
>   url             https://artificialanalysis.ai

# A source of prices
$ oms sources litellm
> litellm  LiteLLM price list
>   kind            prices
>   gives           prices a host
>   as of           2026-07-24  39 d ago
>   in the catalog  232 prices
>   terms           MIT
>   url             https://github.com/BerriAI/litellm

# A source of openness
$ oms sources model-openness-tool
> model-openness-tool  Model Openness Tool
>   kind            openness
>   gives           components of the Model Openness Framework, class, license
>   as of           2026-05-11  113 d ago
>   in the catalog  160 models
>   terms           permissive license file in the repository; terms of the data
>                   not checked
>   credit          Model Openness Tool (LF AI and Data)
>   url             https://github.com/lfai/model_openness_tool

# An unknown source is wrong use, with the nearest name
$ oms sources lmarna
$ oms sources zzz
! oms: error: unknown source 'lmarna'; did you mean 'lmarena'? ('oms sources' lists all)
! oms: error: unknown source 'zzz'; 'oms sources' lists all
? 2

# Case does not matter
$ oms sources LMArena | head -1
> lmarena  LMArena text leaderboard

# Two sources are wrong use
$ oms sources lmarena aider
! oms: error: unexpected argument 'aider'; 'oms sources --help' lists all
? 2

# Ages count from today
$ OMS_NOW=2025-12-12T00:00:00Z oms sources lmarena --json | jq .age_days
> 1

# The scores of a source are the rows of its metrics in scores.tsv and closed-models.tsv
$ oms sources --json 2>/dev/null | jq -r '.[] | select(.scores and .metrics) | "\(.scores) \(.metrics | join(" "))"' | while read -r count metrics; do n=0; for metric in $metrics; do n=$((n + $(cut -f 2 "$TESTS/../data/scores.tsv" | grep -cx "$metric") + $(cut -f 10 "$TESTS/../data/closed-models.tsv" | grep -cx "$metric"))); done; [ "$n" = "$count" ] || echo "$metrics: $count, in the data $n"; done

# Every metric of --quality has exactly one source
$ oms sources --json 2>/dev/null | jq -r '.[].metrics // [] | .[]' | LC_ALL=C sort | diff - <(tail -n +2 "$TESTS/../data/metrics.tsv" | cut -f 1 | LC_ALL=C sort) && echo same
> same

# Every source of a fact that the Hub could tell is listed, a note in parentheses aside
$ oms list --all --closed -n 0 -q | xargs -n 2000 oms show --json | jq -r '.[].facts[] | select(.field == "downloads" or .field == "license" or .field == "tags" or .field == "created") | .source | sub(" [(].*"; "")' | sort -u | comm -23 - <(oms sources -q | sort)

# JSON of one source is an object
$ oms sources lmarena --json
> {
>   "source": "lmarena",
>   "kind": "scores",
>   "title": "LMArena text leaderboard",
>   "as_of_from": "2025-12-11",
>   "as_of_to": "2025-12-11",
>   "age_days": 264,
>   "records": null,
>   "prices": null,
>   "scores": 190,
>   "gives": "Arena text ratings",
>   "terms": "data set CC BY 4.0; terms of the repository that the bundled ratings are from not checked",
>   "credit": "Ratings: LMArena (lmarena.ai)",
>   "url": "https://github.com/lmarena/arena-catalog",
>   "metrics": ["arena", "arena_2026_04"],
>   "fetched_at": null,
>   "fetched_records": null,
>   "rejected": null,
>   "error": null,
>   "joined": null,
>   "unjoined": null
> }

# JSON of all is an array, the keys the same in each object
$ oms sources --json 2>/dev/null | jq -c 'length, (map(keys_unsorted) | unique | length)'
> 37
> 1

# CSV
$ oms sources lmarena --format csv
$ oms sources --format csv 2>/dev/null | wc -l
> source,kind,title,as_of_from,as_of_to,age_days,records,prices,scores,gives,terms,credit,url,metrics,fetched_at,fetched_records,rejected,error,joined,unjoined
> lmarena,scores,LMArena text leaderboard,2025-12-11,2025-12-11,264,,,190,Arena text ratings,data set CC BY 4.0; terms of the repository that the bundled ratings are from not checked,Ratings: LMArena (lmarena.ai),https://github.com/lmarena/arena-catalog,arena;arena_2026_04,,,,,,
> 38

# Markdown
$ oms sources lmarena --format md
> | SOURCE | KIND | TITLE | AS OF | AGE D | RECORDS | PRICES | SCORES |
> | --- | --- | --- | --- | --: | --: | --: | --: |
> | lmarena | scores | LMArena text leaderboard | 2025-12-11 | 264 | – | – | 190 |

# -q: names alone, nothing on stderr
$ oms sources -q | head -3
> aider
> artificial-analysis
> azure-retail

# 80 columns are enough, but for addresses
$ oms sources --width 80 2>/dev/null | awk 'length > 80'
$ oms sources -q | while read -r name; do oms sources "$name" --width 80; done | grep -v '^  url ' | awk 'length > 80'

# On a terminal
@ pty 80x24
$ oms sources lmarena
> \e[1mlmarena\e[0m  LMArena text leaderboard
>   kind            scores
>   gives           Arena text ratings
>   as of           2025-12-11  \e[2m264 d ago\e[0m
>   in the catalog  190 scores
>   metrics         arena, arena_2026_04
>   terms           data set CC BY 4.0; terms of the repository that the bundled
>                   ratings are from not checked
>   credit          Ratings: LMArena (lmarena.ai)
>   url             https://github.com/lmarena/arena-catalog

# Every source of a fact that the Hub could tell is listed, a note in parentheses aside
$ oms list --all --closed -n 0 -q | xargs -n 2000 oms show --json | jq -r '.[].facts[] | select(.field == "downloads" or .field == "license" or .field == "tags" or .field == "created") | .source | sub(" [(].*"; "")' | sort -u | comm -23 - <(oms sources -q | sort)
