# plot --help explains the picture
$ oms plot --help
> oms plot: price against quality with the frontier, or bars of one field
>
>   oms plot --closed
>   oms plot --license osi --min-params 7B --svg chart.svg
>   oms plot --bars price_blended --task chat
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
> The picture
>   --bars FIELD                bars of one field of numbers, not price and
>                               quality
>   -n, --limit N               bars, 0 = all (default: 20)
>   --svg FILE                  write a picture in SVG, - for stdout
>   --height ROWS               of price and quality as text (default: 24)
>   --unfold, --all             quantized copies as points of their own
>   --fail-empty                exit 1 when there is nothing to draw
>
> Age of the data
>   --max-age AGE               exit 3 when the data is older: 90m, 36h, 14d, 2w
>
> Output
>   --format FORMAT             text or json
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
>   0    done; nothing to draw is done too
>   1    nothing to draw, under --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; FILE of -o not
>        written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all

# price and quality fit on a screen of 80 columns and 24 rows, together with the notes
@ pty 80x24
$ oms plot --author openai,microsoft,google
> \e[1mPrice and quality (Arena text) of 13 models\e[0m
> \e[2mArena text, Elo: higher is better\e[0m
> 1400 \e[2m┤\e[0m          \e[1mopenai/gpt-oss-120b\e[0m
>      \e[2m│\e[0m                   \e[36m●\e[0m\e[2m───────\e[0m\e[36m○\e[0m\e[2m──────────────────────────────────────────────\e[0m
>      \e[2m│\e[0m   \e[1mgemma-3-12b-it\e[0m \e[36m●\e[0m\e[2m╯\e[0m        google/gemma-3-27b-it
> 1300 \e[2m┤\e[0m             \e[36m●\e[0m\e[2m─\e[0m\e[36m○\e[0m\e[2m──╯\e[0m   \e[36m○\e[0m google/gemma-3n-E4B-it
>      \e[2m│\e[0m             \e[2m│\e[0m  openai/gpt-oss-20b
>      \e[2m│\e[0m             \e[2m│\e[0m                                 google/gemma-2-27b-it \e[36m○\e[0m
> 1200 \e[2m┤\e[0m           \e[36m●\e[0m\e[2m─╯\e[0m           \e[36m○\e[0m microsoft/phi-4
>      \e[2m│\e[0m            \e[1mgoogle/gemma-2-9b-it*\e[0m
>      \e[2m│\e[0m                     microsoft/Phi-3…um-4k-instruct \e[36m○\e[0m
> 1100 \e[2m┤\e[0m                  microsoft/Phi-3…ll-8k-instruct \e[36m○\e[0m
>      \e[2m│\e[0m               microsoft/Phi…i-4k-instruct +1 \e[36m○\e[0m
>      \e[2m│\e[0m
>      \e[2m└─────────────┬──────────────┬──────────────┬────────────────────┬─────────\e[0m
>                  $0.05          $0.10          $0.20                $0.50
>                   \e[2mblended price (3:1), USD per 1M tokens (log scale)\e[0m
> \e[36m○\e[0m open   \e[36m●\e[0m on the frontier: nothing better at this price or below
> also on the frontier: google/gemma-3-4b-it
> not drawn: 5 without a price, 15 without a score, 439 with neither
> * older quote, of 2025-12-02
> 13 of 472 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# a smaller screen has a smaller picture
@ pty 100x16
$ oms plot --author openai,microsoft,google --color never
> Price and quality (Arena text) of 13 models
> Arena text, Elo: higher is better
> 1400 ┤     openai/gpt-oss-120b
>      │ google/gemma-3-12b-it ●●───○─────○───────────────────────────────────────────────────────────
>      │  gemma-3-4b-it ●──○───╯           google/gemma-3-27b-it           google/gemma-2-27b-it ○
> 1200 ┤              ●─╯               ○ microsoft/phi-4   microsoft/Phi-3…um-4k-instruct
>      │               google/gemma-2-9b-it*                       ○   ○   ○
>      │                            microsoft/Phi-3…-128k-instruct ○    Phi-3-small-8k-instruct
>      └────────────────┬───────────────────┬──────────────────┬─────────────────────────┬────────────
>                     $0.05               $0.10              $0.20                     $0.50
>                             blended price (3:1), USD per 1M tokens (log scale)
> ○ open   ● on the frontier: nothing better at this price or below
> not drawn: 5 without a price, 15 without a score, 439 with neither
> * older quote, of 2025-12-02
> 13 of 472 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# in a pipe the picture has 80 columns and no colors
$ oms plot --author openai,microsoft,google 2>/dev/null | cat
> Price and quality (Arena text) of 13 models
> Arena text, Elo: higher is better
> 1400 ┤
>      │          openai/gpt-oss-120b
>      │                   ●───────○──────────────────────────────────────────────
>      │   gemma-3-12b-it ●╯        google/gemma-3-27b-it
> 1300 ┤                  │   ○ google/gemma-3n-E4B-it
>      │             ●─○──╯
>      │             │  openai/gpt-oss-20b
>      │             │                                 google/gemma-2-27b-it ○
>      │           ●─╯           ○ microsoft/phi-4
> 1200 ┤            google/gemma-2-9b-it*
>      │
>      │                     microsoft/Phi-3…um-4k-instruct ○
>      │
> 1100 ┤                  microsoft/Phi-3…ll-8k-instruct ○
>      │               microsoft/Phi-3…ni-4k-instruct ○
>      │               microsoft/Phi-3…-128k-instruct ○
>      │
>      └─────────────┬──────────────┬──────────────┬────────────────────┬─────────
>                  $0.05          $0.10          $0.20                $0.50
>                   blended price (3:1), USD per 1M tokens (log scale)
> ○ open   ● on the frontier: nothing better at this price or below
> also on the frontier: google/gemma-3-4b-it

# COLUMNS and --height say how large it is
$ COLUMNS=60 oms plot --author openai,microsoft --height 16 -q
> Price and quality (Arena text) of 7 models
> Arena text, Elo: higher is better
> 1400 ┤   openai/gpt-oss-120b
>      │            ●─────────────────────────────────────────
> 1300 ┤        ●───╯
>      │         openai/gpt-oss-20b
> 1200 ┤                   ○ microsoft/phi-4
>      │                       microsoft/Phi…m-4k-instruct
>      │                   microsoft/Phi…l-8k-instruct ○  ○
> 1100 ┤                microsoft/Phi…i-4k-instruct ○
>      │                microsoft/Phi…128k-instruct ○
>      └─────┬─────────────────┬────────────────┬─────────────
>          $0.05             $0.10            $0.20
>         blended price (3:1), USD per 1M tokens (log scale)
> ○ open
> ● on the frontier: nothing better at this price or below

# without UTF-8 the picture is plain ASCII
$ LC_ALL=C oms plot --author openai,microsoft,google --closed --height 20 'price_blended>=0.05'
> Price and quality (Arena text) of 26 models
> Arena text, Elo: higher is better
>      |
>      |            google/gemini-2.5-flash X...........x.........................
> 1400 +    openai/gpt-oss-120b             :           x openai/gpt-4.1
>      |             O..o.....x.............:      x o4-mini    openai/o1 x
>      |             O gemma-3-12b-it     x        x openai/o3-mini
> 1300 +           O.:o       x  x         gpt-4.1-mini   x openai/gpt-4o
>      |            google/gemma-3-4b-it +1       openai/gpt-4-turbo x
>      |                o                o google/gemma-2-27b-it
> 1200 +                 microsoft/phi-4                        openai/gpt-4 x
>      |                           microsoft/Phi-...m-4k-instruct
>      |                          o        x openai/gpt-3.5-turbo
> 1100 +                         o microsoft/Phi-...l-8k-instruct
>      |                        o microsoft/Ph...-4k-instruct +1
>      |
>      +--+--------+-----+-----+-------+-----+-----+--------+-----+-----+-------+-
>       $0.02    $0.05 $0.10 $0.20   $0.50  $1    $2       $5    $10   $20     $50
>                   blended price (3:1), USD per 1M tokens (log scale)
> o open   x closed   O X on the frontier: nothing better at this price or below
! not drawn: 40 without a score
! 26 of 66 | bundled records of 2025-03 to 2026-08 | prices 2026-08-14 | quality: Arena text, 2025-12-11, 141 of 2513 | 462 more have no known price (--unknown)

# closed models have other signs, and a place that both share has its own
$ oms plot --closed --height 30 --width 100 'quality>=1350'
> Price and quality (Arena text) of 39 models
> Arena text, Elo: higher is better
>      │
>      │
>      │                              zai-org/GLM-4.6 ●───────────────────────────────────────────────
> 1440 ┤                                              │
>      │               mistralai/mistral-medium-2508  │
>      │                           zai-org/GLM-4.5 ●◆─╯
>      │ deepseek-ai/DeepSeek-R1-0528 ●─○──────────╯                         ◇ x-ai/grok-3*
> 1420 ┤            Qwen3-2…ct-2507 ●─╯     ○○ Qwen/Qwen3-VL…A22B-Instruct +1
>      │                            │   ○ ○          ◇            ◇ qwen/qwen3-max
>      │                            │              ○    ○             ◇ openai/o3
>      │                            │      moonshotai/Kimi-K2-Thinking       ◇ x-ai/grok-4*
>      │                            │                     ○ Qwen/Qwen3-VL-2…-A22B-Thinking
> 1400 ┤                            │
>      │                            │
>      │                            │
>      │ Qwen3-3…ct-2507 ●──────────╯     zai-org/GLM-4.5-Air  ◇      ◇ openai/gpt-4.1
> 1380 ┤                 │               ○           ○          anthropic/claud…u-4-5-20251001
>      │                 │ DeepSeek-V3-0324 ○         moonshotai/Kimi…-Instruct-0905
>      │                 │      DeepSeek-R1 ○        ○ moonshotai/Kimi-K2-Instruct
>      │ gpt-oss-120b ●──╯             ○    ○       ◇ mistralai/mistral-medium-2505  openai/o1 ◇ ◇
> 1360 ┤           Qwen/Qwen3-235B-A22B   ◇  Qwen/Qwen3-Next…B-A3B-Thinking
>      │   gemma-3-27b-it ○   grok-3-mini*    ○ Qwen/Qwen3-Code…-A35B-Instruct
>      │                          ◇ google/gemini-2.0-flash    ◇ openai/o4-mini
>      │
>      └──────────┬────────┬───────┬──────────┬────────┬───────┬───────────┬───────┬────────┬─────────
>               $0.05    $0.10   $0.20      $0.50     $1      $2          $5      $10      $20
>                             blended price (3:1), USD per 1M tokens (log scale)
> ○ open   ◇ closed   ● ◆ on the frontier: nothing better at this price or below
! not drawn: 1 without a price
! * older quote, of 2025-12-02 to 2026-05-15
! 39 of 40 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513 · 6624 more have no known quality (--unknown)

# the marks of older quotes stand behind the names
$ oms plot --family mistral --height 20
> Price and quality (Arena text) of 8 models
> Arena text, Elo: higher is better
>      │     mistralai/Mistr…-Instruct-2506
>      │                    ●─────────────────────────────────────────────────────
>      │                    │
> 1300 ┤                    │    ○ mistralai/Mistr…-Instruct-2503
>      │    Mistral…ct-2501 │                 mistralai/Mistr…-Instruct-2407 ○
>      │           ●────────╯
> 1200 ┤
>      │
>      │               mistralai/Mixtr…-Instruct-v0.1 ○
>      │                                       ○ mistralai/Mixtr…-Instruct-v0.1
> 1100 ┤                             ○ mistralai/Mistr…Instruct-v0.2*
>      │
>      │                       ○ mistralai/Mistr…Instruct-v0.1*
>      │
>      └─────────┬─────────┬─────────┬─────────────┬─────────┬─────────┬──────────
>              $0.05     $0.10     $0.20         $0.50      $1        $2
>                   blended price (3:1), USD per 1M tokens (log scale)
> ○ open   ● on the frontier: nothing better at this price or below
! not drawn: 8 without a price, 15 without a score, 144 with neither
! * older quote, of 2025-12-02 to 2026-05-13
! 8 of 175 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 1626 more have no known family (--unknown)

# where lower is better, small values stand on top
$ printf 'id,latency:lower\nopenai/gpt-oss-20b,120\nopenai/gpt-oss-120b,250\nmicrosoft/phi-4,90\n' > own.csv
$ oms plot --scores own.csv --height 16
> Price and quality (latency) of 3 models
> latency: lower is better, small values on top
>     │
> 100 ┤                                   microsoft/phi-4 ●───────────────────────
>     │       openai/gpt-oss-20b ●────────────────────────╯
>     │
> 150 ┤
>     │
> 200 ┤
>     │
>     │
> 250 ┤                                   ○ openai/gpt-oss-120b
>     └─────────┬─────────────────────┬──────────────┬───────────┬─────────┬──────
>             $0.04                 $0.06          $0.08       $0.10     $0.12
>                  blended price (3:1), USD per 1M tokens (log scale)
> ○ open   ● on the frontier: nothing better at this price or below
! not drawn: 285 without a score, 5404 with neither
! 3 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: latency, undated, 3 of 2415

# a workload turns prices into its bill
$ oms plot --author openai,microsoft --in 20k --out 1k --calls 2M --height 16
> Bill and quality (Arena text) of 7 models
> Arena text, Elo: higher is better
> 1400 ┤   openai/gpt-oss-120b
>      │            ●─────────────────────────────────────────────────────────────
>      │            │
> 1300 ┤           ●╯
>      │            openai/gpt-oss-20b
> 1200 ┤                                    ○ microsoft/phi-4
>      │                                      microsoft/Phi-3…um-4k-instruct ○
> 1100 ┤                                  microsoft/Phi-3…ll-8k-instruct ○
>      │                             microsoft/Phi-3…ni-4k-instruct ○
>      │                             microsoft/Phi-3…-128k-instruct ○
>      └─────────────────────┬───────────────────────┬─────────────┬─────────┬────
>                           $2k                     $4k           $6k       $8k
>            bill of 20,000 in + 1,000 out × 2,000,000 calls, USD (log scale)
> ○ open   ● on the frontier: nothing better at this price or below
! not drawn: 13 without a score, 199 with neither
! 7 of 219 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415

# models without a price or a score are counted by what they lack
$ oms plot --author openai --json 2>/dev/null | grep -e matched -e left_out
>   "matched": 28,
>   "left_out": {"neither": 25, "no_price": 0, "free_only": 0, "no_quality": 1},

# -o FILE takes the text, and nothing is left on stdout
$ oms plot --author openai -o plot.txt && head -2 plot.txt
> Price and quality (Arena text) of 2 models
> Arena text, Elo: higher is better
! not drawn: 1 without a score, 25 with neither
! 2 of 28 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# --json has the points with the source and the date of their figures
$ oms plot --json --author openai
> {
>   "kind": "scatter",
>   "x": {"field": "price_blended", "metric": null, "title": "blended price (3:1)", "unit": "USD per 1M tokens", "better": "lower", "as_of": "2026-08-14"},
>   "y": {"field": "quality", "metric": "arena", "title": "Arena text", "unit": "Elo", "better": "higher", "as_of": "2025-12-11"},
>   "matched": 28,
>   "left_out": {"neither": 25, "no_price": 0, "free_only": 0, "no_quality": 1},
>   "sources": [
>     {"source": "lmarena", "title": "LMArena text leaderboard", "as_of": "2025-12-11", "credit": "Ratings: LMArena (lmarena.ai)"},
>     {"source": "openrouter-prices", "title": "OpenRouter price list", "as_of": "2026-08-14", "credit": "Prices: OpenRouter (openrouter.ai)"}
>   ],
>   "points": [
>     {"id": "openai/gpt-oss-120b", "x": 0.065, "y": 1365.2, "frontier": true, "closed": false, "price_as_of": "2026-08-14", "price_old": false, "quality_as_of": "2025-12-11", "quality_grade": "independent", "uncertain": false},
>     {"id": "openai/gpt-oss-20b", "x": 0.055, "y": 1288.9, "frontier": true, "closed": false, "price_as_of": "2026-08-14", "price_old": false, "quality_as_of": "2025-12-11", "quality_grade": "independent", "uncertain": false}
>   ]
> }
! 2 of 28 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# --json of bars has the values of one field
$ oms plot --json --author microsoft --bars price_output -n 2
> {
>   "kind": "bars",
>   "values": {"field": "price_output", "metric": null, "title": "price of output tokens in the offer shown", "unit": "USD per 1M tokens", "better": "lower", "as_of": "2026-08-14"},
>   "matched": 191,
>   "left_out": {"unknown": 174, "free_only": 0, "beyond": 15},
>   "sources": [
>     {"source": "litellm", "title": "LiteLLM price list", "as_of": "2026-07-24", "credit": null}
>   ],
>   "bars": [
>     {"id": "microsoft/phi-4", "value": 0.14, "closed": false, "uncertain": false},
>     {"id": "microsoft/Phi-4-mini-instruct", "value": 0.3, "closed": false, "uncertain": false}
>   ]
> }
! 2 of 191 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14

# the picture in SVG is one document that stands alone
$ oms plot id=openai/gpt-oss-20b,openai/gpt-oss-120b,openrouter:openai/gpt-4o --closed --svg -
> <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 764" width="1200" height="764" role="img" font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
> <title>Price and quality (Arena text) of 3 models</title>
> <desc>3 points. Across: blended price (3:1), USD per 1M tokens (log scale). Upwards: Arena text, Elo: higher is better. On the frontier: openai/gpt-oss-120b: $0.065, 1365.2; openai/gpt-oss-20b: $0.055, 1288.9.</desc>
> <rect width="1200" height="764" fill="#FFFFFF"/>
> <text x="36.0" y="46.0" font-size="22" fill="#1A1A1A" text-anchor="start" font-weight="bold">Price and quality (Arena text) of 3 models</text>
> <circle cx="44.0" cy="73.5" r="5" fill="#FFFFFF" stroke="#0072B2" stroke-width="1.8"/>
> <text x="60.0" y="78.0" font-size="13" fill="#1A1A1A" text-anchor="start">open model</text>
> <path d="M173.7 67.0L180.2 73.5L173.7 80.0L167.2 73.5Z" fill="#FFFFFF" stroke="#D55E00" stroke-width="1.8"/>
> <text x="189.7" y="78.0" font-size="13" fill="#1A1A1A" text-anchor="start">closed model</text>
> <line x1="304.8" y1="73.5" x2="352.8" y2="73.5" stroke="#1A1A1A" stroke-width="1.5"/>
> <circle cx="328.8" cy="73.5" r="5" fill="#0072B2" stroke="#0072B2" stroke-width="1.8"/>
> <text x="360.8" y="78.0" font-size="13" fill="#1A1A1A" text-anchor="start">on the frontier: nothing better at this price or below</text>
> <text x="36.0" y="120.0" font-size="14" fill="#1A1A1A" text-anchor="start" font-weight="bold">Arena text, Elo: higher is better</text>
> <line x1="80.0" y1="609.0" x2="1164.0" y2="609.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="72.0" y="613.5" font-size="13" fill="#595959" text-anchor="end">1280</text>
> <line x1="80.0" y1="509.4" x2="1164.0" y2="509.4" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="72.0" y="513.9" font-size="13" fill="#595959" text-anchor="end">1300</text>
> <line x1="80.0" y1="409.9" x2="1164.0" y2="409.9" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="72.0" y="414.4" font-size="13" fill="#595959" text-anchor="end">1320</text>
> <line x1="80.0" y1="310.3" x2="1164.0" y2="310.3" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="72.0" y="314.8" font-size="13" fill="#595959" text-anchor="end">1340</text>
> <line x1="80.0" y1="210.7" x2="1164.0" y2="210.7" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="72.0" y="215.2" font-size="13" fill="#595959" text-anchor="end">1360</text>
> <line x1="218.3" y1="136.0" x2="218.3" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="218.3" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$0.05</text>
> <line x1="356.8" y1="136.0" x2="356.8" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="356.8" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$0.10</text>
> <line x1="495.2" y1="136.0" x2="495.2" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="495.2" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$0.20</text>
> <line x1="678.3" y1="136.0" x2="678.3" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="678.3" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$0.50</text>
> <line x1="816.7" y1="136.0" x2="816.7" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="816.7" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$1</text>
> <line x1="955.2" y1="136.0" x2="955.2" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="955.2" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$2</text>
> <line x1="1138.2" y1="136.0" x2="1138.2" y2="621.0" stroke="#E3E3E3" stroke-width="1.0"/>
> <text x="1138.2" y="637.0" font-size="13" fill="#595959" text-anchor="middle">$5</text>
> <line x1="80.0" y1="136.0" x2="80.0" y2="616.0" stroke="#8C8C8C" stroke-width="1.0"/>
> <line x1="80.0" y1="616.0" x2="1164.0" y2="616.0" stroke="#8C8C8C" stroke-width="1.0"/>
> <path d="M237 565L271 565L271 185L1164 185" fill="none" stroke="#1A1A1A" stroke-width="1.5"/>
> <text x="90.0" y="156.5" font-size="13" fill="#8C8C8C" text-anchor="start">↖ cheaper and better</text>
> <g><title>openrouter:openai/gpt-4o: $4.375, 1283.5</title><path d="M1112.0 585.5L1118.5 592.0L1112.0 598.5L1105.5 592.0Z" fill="#FFFFFF" stroke="#D55E00" stroke-width="1.8"/></g>
> <g><title>openai/gpt-oss-120b: $0.065, 1365.2</title><circle cx="271.0" cy="185.0" r="5" fill="#0072B2" stroke="#0072B2" stroke-width="1.8"/></g>
> <g><title>openai/gpt-oss-20b: $0.055, 1288.9</title><circle cx="237.0" cy="565.0" r="5" fill="#0072B2" stroke="#0072B2" stroke-width="1.8"/></g>
> <text x="258.0" y="188.5" font-size="13" fill="#1A1A1A" text-anchor="end">openai/gpt-oss-120b</text>
> <text x="226.0" y="568.5" font-size="13" fill="#1A1A1A" text-anchor="end">openai/gpt-oss-20b</text>
> <text x="1102.0" y="596.5" font-size="13" fill="#595959" text-anchor="end">openai/gpt-4o</text>
> <text x="622.0" y="664.0" font-size="14" fill="#1A1A1A" text-anchor="middle" font-weight="bold">blended price (3:1), USD per 1M tokens (log scale)</text>
> <text x="36.0" y="700.0" font-size="12" fill="#595959" text-anchor="start">3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513</text>
> <text x="36.0" y="718.0" font-size="12" fill="#595959" text-anchor="start">Sources: LMArena text leaderboard (2025-12-11), models.dev (2026-07-02), OpenRouter price list (2026-08-14)</text>
> <text x="36.0" y="736.0" font-size="12" fill="#595959" text-anchor="start">Credit: Ratings: LMArena (lmarena.ai); models.dev; Prices: OpenRouter (openrouter.ai)</text>
> </svg>
! 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513

# The picture of the README is what its command draws
$ oms plot --task chat --license osi --svg - 2> notes | cmp - "$TESTS/../docs/price-quality.svg"


# the picture in SVG is well-formed, with a tooltip for each point
$ oms plot --closed --svg plot.svg
$ python3 -c "import sys, xml.dom.minidom as m; d = m.parse('plot.svg'); print(len(d.getElementsByTagName('g')), len(d.getElementsByTagName('title')))"
$ grep -c -e http -e script plot.svg
> 105 106
> 1
! wrote 'plot.svg'
! not drawn: 69 without a price, 281 without a score, 5340 with neither
! * older quote, of 2025-12-02 to 2026-05-15
! 105 of 5795 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513

# bars in SVG too
$ oms plot --bars price_blended -n 3 --svg -
> <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 288" width="1200" height="288" role="img" font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
> <title>price_blended: the best 3 of 288 models</title>
> <desc>3 bars, USD per 1M tokens: lower is better.</desc>
> <rect width="1200" height="288" fill="#FFFFFF"/>
> <defs><pattern id="oms-closed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#FFFFFF"/><rect width="3.5" height="6" fill="#D55E00"/></pattern></defs>
> <text x="36.0" y="46.0" font-size="22" fill="#1A1A1A" text-anchor="start" font-weight="bold">price_blended: the best 3 of 288 models</text>
> <text x="36.0" y="80.0" font-size="14" fill="#1A1A1A" text-anchor="start" font-weight="bold">USD per 1M tokens: lower is better</text>
> <g><title>Qwen/Qwen2.5-Coder-3B-Instruct: 0.015</title>
> <text x="259.0" y="111.5" font-size="13" fill="#1A1A1A" text-anchor="end">Qwen/Qwen2.5-Coder-3B-Instruct</text>
> <rect x="269.0" y="98.0" width="847.6" height="18.0" fill="#0072B2" stroke="#0072B2"/>
> <text x="1123.6" y="111.5" font-size="13" fill="#595959" text-anchor="start">0.015</text>
> </g>
> <g><title>Qwen/Qwen2.5-Coder-7B: 0.015</title>
> <text x="259.0" y="137.5" font-size="13" fill="#1A1A1A" text-anchor="end">Qwen/Qwen2.5-Coder-7B</text>
> <rect x="269.0" y="124.0" width="847.6" height="18.0" fill="#0072B2" stroke="#0072B2"/>
> <text x="1123.6" y="137.5" font-size="13" fill="#595959" text-anchor="start">0.015</text>
> </g>
> <g><title>Qwen/Qwen2.5-Coder-7B-Instruct: 0.015</title>
> <text x="259.0" y="163.5" font-size="13" fill="#1A1A1A" text-anchor="end">Qwen/Qwen2.5-Coder-7B-Instruct</text>
> <rect x="269.0" y="150.0" width="847.6" height="18.0" fill="#0072B2" stroke="#0072B2"/>
> <text x="1123.6" y="163.5" font-size="13" fill="#595959" text-anchor="start">0.015</text>
> </g>
> <line x1="269.0" y1="93.0" x2="269.0" y2="173.0" stroke="#8C8C8C" stroke-width="1.0"/>
> <text x="36.0" y="206.0" font-size="12" fill="#595959" text-anchor="start">3 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14</text>
> <text x="36.0" y="224.0" font-size="12" fill="#595959" text-anchor="start">price_blended: three parts input and one part output price of the offer shown</text>
> <text x="36.0" y="242.0" font-size="12" fill="#595959" text-anchor="start">not drawn: 5404 without a value of price_blended</text>
> <text x="36.0" y="260.0" font-size="12" fill="#595959" text-anchor="start">Sources: LiteLLM price list (2026-07-24)</text>
> </svg>
! price_blended: three parts input and one part output price of the offer shown
! not drawn: 5404 without a value of price_blended
! 3 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14

# --svg - goes with -o
$ oms plot -q --author openai --svg - -o plot.svg && head -c 5 plot.svg
> <svg \c

# a picture that cannot be written is exit 3
$ oms plot --svg missing/plot.svg
! oms: error: cannot write 'missing/plot.svg': No such file or directory
? 3

# bars of one field begin with the best
$ oms plot --bars price_blended -n 5
> price_blended: the best 5 of 288 models
> USD per 1M tokens: lower is better
> Qwen/Qwen2.5-Coder-3B-Instruct ██████████████████████████████████████████ 0.015
> Qwen/Qwen2.5-Coder-7B          ██████████████████████████████████████████ 0.015
> Qwen/Qwen2.5-Coder-7B-Instruct ██████████████████████████████████████████ 0.015
> Qwen/Qwen3-4B-Instruct-2507    ██████████████████████████████████████████ 0.015*
> Qwen/Qwen3-4B-Thinking-2507    ██████████████████████████████████████████ 0.015*
! price_blended: three parts input and one part output price of the offer shown
! not drawn: 5404 without a value of price_blended
! * older quote, of 2026-02-26
! 5 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14

# more is better for scores
$ oms plot --bars quality -n 5 --closed
> Arena text: the best 5 of 174 models
> Elo: higher is better
> zai-org/GLM-4.6               ███████████████████████████████████████████ 1441.2
> mistralai/mistral-medium-2508 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1430.4
> zai-org/GLM-4.5               ███████████████████████████████████████████ 1428.1
> deepseek-ai/DeepSeek-R1-0528  ███████████████████████████████████████████ 1425.6
> x-ai/grok-3                   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 1424.4
> █ open   ▒ closed
! not drawn: 5621 without a value of quality
! 5 of 5795 · bundled records of 2025-03 to 2026-08 · quality: Arena text, 2025-12-11, 141 of 2513

# less is better for error rates
$ oms plot --bars quality --task asr -n 5
> Open ASR WER: the best 5 of 68 models
> percent: lower is better
> CohereLabs/cohere-transcribe-03-2026 ████████████████████████████████████ 5.42
> ibm-granite/granite-4.0-1b-speech    ████████████████████████████████████ 5.52
> nvidia/canary-qwen-2.5b              █████████████████████████████████████ 5.63
> ibm-granite/granite-speech-3.3-8b    ██████████████████████████████████████ 5.74
> Qwen/Qwen3-ASR-1.7B                  ██████████████████████████████████████ 5.76
! not drawn: 280 without a value of quality
! 5 of 348 · bundled records of 2025-03 to 2026-08 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)

# where neither is better the smallest come first
$ oms plot --bars params --family falcon -n 4
> params: the lowest 4 of 41 models
> parameters
> tiiuae/Falcon-H1-Tiny-90M-Instruct-GGUF ██████ ~90M
> tiiuae/Falcon-H1-Tiny-90M-Instruct      ██████ 91.1M
> tiiuae/Falcon-H1-0.5B-Instruct          █████████████████████████████████ ~500M
> tiiuae/Falcon-H1-0.5B-Base              ██████████████████████████████████ 521M
! params: total parameters; marked ~ where only the name states them
! not drawn: 3 without a value of params
! ~ read from the model's name
! 4 of 44 · bundled records of 2025-03 to 2026-08 · 1626 more have no known family (--unknown)

# bars in plain ASCII
$ LC_ALL=C oms plot --bars quality -n 4 --closed -q
> Arena text: the best 4 of 174 models
> Elo: higher is better
> zai-org/GLM-4.6               ########################################### 1441.2
> mistralai/mistral-medium-2508 =========================================== 1430.4
> zai-org/GLM-4.5               ########################################### 1428.1
> deepseek-ai/DeepSeek-R1-0528  ########################################### 1425.6
> # open   = closed

# bars of prices leave out what is only free
$ oms plot --bars price_input --author openai -n 0
> price_input of 3 models
> USD per 1M tokens: lower is better
> openai/gpt-oss-120b          ██████████████████ 0.03
> openai/gpt-oss-20b           ██████████████████ 0.03
> openai/gpt-oss-safeguard-20b █████████████████████████████████████████████ 0.075
! price_input: price of input tokens in the offer shown
! not drawn: 25 without a value of price_input
! 3 of 28 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14

# a field that does not exist
$ oms plot --bars pirce_input
! oms: error: --bars: unknown field 'pirce_input'; did you mean 'price_input'? ('oms fields' lists all)
? 2

# a field without numbers
$ oms plot --bars license
! oms: error: --bars takes a field of numbers; 'license' is none; e.g. price_blended, quality, params, downloads
? 2

# a bill without a workload
$ oms plot --bars bill
! oms: error: --bars: 'bill' has no values here; it is the bill of --in and --out
? 2

# no source measures the task
$ oms plot --task text-to-image
! oms: error: no source measures the quality of this task; 'oms sources' lists what there is
? 2

# bars of a price need no score
$ oms plot --task text-to-image --bars price_input -n 3
! no model to draw
! price_input: price of input tokens in the offer shown
! not drawn: 240 without a value of price_input
! 0 of 240 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · 1555 more have no known task (--unknown)

# no point is no picture, and no failure
$ oms plot --author allenai --license proprietary
! no model to draw
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 12 more have no known license (--unknown)

# unless it is asked to be one
$ oms plot -q --fail-empty id=nobody/nothing
? 1

# with --json there is always a document
$ oms plot --json id=nobody/nothing
> {
>   "kind": "scatter",
>   "x": {"field": "price_blended", "metric": null, "title": "blended price (3:1)", "unit": "USD per 1M tokens", "better": "lower", "as_of": "2026-08-14"},
>   "y": {"field": "quality", "metric": "arena", "title": "Arena text", "unit": "Elo", "better": "higher", "as_of": "2025-12-11"},
>   "matched": 0,
>   "left_out": {"neither": 0, "no_price": 0, "free_only": 0, "no_quality": 0},
>   "sources": [],
>   "points": []
> }
! no model to draw
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# with --svg there is always a picture
$ oms plot -q --svg - id=nobody/nothing | grep -o -e 'no model to draw' -e '</svg>'
> no model to draw
> </svg>

# --svg and --json are two formats
$ oms plot --svg plot.svg --json
! {"code": "usage", "exit_code": 2, "message": "--svg and --json are two formats at once", "hint": null}
? 2

# --svg FILE and -o are two files
$ oms plot --svg plot.svg -o plot.txt
! oms: error: --svg FILE and -o are two files at once; '--svg -' goes with -o FILE
? 2

# other formats are not for pictures
$ oms plot --format csv
! oms: error: unknown format 'csv'; plot has text and json; --svg FILE writes a picture
? 2

# a height that is none
$ oms plot --height 3
! oms: error: --height takes a number of rows from 12 to 1000, not '3'
? 2

# a number of bars that is none
$ oms plot --bars params -n -1
! oms: error: -n takes a number of bars, 0 for all, not '-1'
? 2
