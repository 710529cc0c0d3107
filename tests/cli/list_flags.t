# Every selection flag of `oms list`.

# --help lists every flag
$ oms list --help
> oms list: filter, order and print models
>
>   oms list --task chat --license commercial --max-price 0.5
>   oms list --task asr --sort quality -q | head -1
>   oms list 'params>=7B' 'tags~medical' --json --fields id,license
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
> Order and columns
>   -s, --sort FIELDS           fields, best first; -f descending, +f ascending
>                               (default: downloads)
>   --fields FIELDS             columns to print ('oms fields')
>   -n, --limit N               rows, 0 = all (default: 20)
>   --count-by FIELD            how many models have each value of a field
>   --unfold, --all             quantized copies as rows of their own
>   --envelope                  with --json: query, dates and sources around it
>   --fail-empty                exit 1 when nothing matches
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
>   1    nothing matches, under --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; FILE of -o not
>        written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all

# -h and help list say the same as --help
$ oms list --help >a; oms list -h | cmp - a; oms help list | cmp - a; oms list --task chat -h | cmp - a

# --help fits 80 columns
$ echo $(($(oms list --help | wc -L) <= 80))
> 1

# --task takes a pipeline tag and an alias for it alike
$ cmp <(oms list --task asr -q) <(oms list -t automatic-speech-recognition -q)
$ cmp <(oms list --task stt -q -n 0) <(oms list task=automatic-speech-recognition -q -n 0)

# --task chat is computed: an instruct model is chat, its base is not, and neither is speech recognition
$ oms list id=allenai/OLMo-7B,allenai/OLMo-7B-Instruct,openai/whisper-large-v3 --task chat -q
> allenai/OLMo-7B-Instruct

# A token price makes a model chat although no task is known
$ oms list id=mistralai/Mistral-7B-Instruct-v0.3 --task chat --fields id,task,tasks,price_output 2>/dev/null
> MODEL                               TASK  TASKS  OUT $/M
> mistralai/Mistral-7B-Instruct-v0.3  –     chat     0.20*

# A token price does not make a model chat whose pipeline tag generates no text
$ oms list --where 'price_output!=unknown and not task=unknown and not tasks=chat' -n 0 --fields task --no-header 2>/dev/null | sort -u
> automatic-speech-recognition

# Values of one flag are alternatives, by comma or by repeating it
$ M=id=allenai/OLMo-7B,openai/whisper-large-v3,openai/gpt-oss-120b; cmp <(oms list $M --task chat,asr -q) <(oms list $M --task chat --task asr -q) && oms list $M --task chat,asr -q
> openai/whisper-large-v3
> openai/gpt-oss-120b

# ! excludes
$ oms list id=allenai/OLMo-7B,openai/whisper-large-v3 --task '!asr' -q
$ oms list id=allenai/OLMo-7B,openai/whisper-large-v3 --author '!openai' -q
$ oms list id=allenai/OLMo-7B,openai/gpt-oss-120b --license 'apache-2.0' --family '!olmo' -q
> allenai/OLMo-7B
> allenai/OLMo-7B
> openai/gpt-oss-120b

# ! excludes a model whose value is known to be something else; an unknown value is left out
$ oms list id=allenai/OLMo-7B,mistralai/Mistral-7B-Instruct-v0.3 --task '!translation' -q
> allenai/OLMo-7B

# The models of the license cases
$ M=id=allenai/OLMo-7B,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b,facebook/opt-125m,nomic-ai/gpt4all-13b-snoozy
$ oms list "$M" --sort id --fields id,license,license_class,osi_approved,commercial_use 2>/dev/null
> MODEL                              LICENSE       CLASS           OSI  COMMERCIAL
> allenai/OLMo-7B                    apache-2.0    osi-permissive  yes  yes
> facebook/opt-125m                  other         –               –    –
> meta-llama/Llama-3.3-70B-Instruct  llama3.3      community       no   conditional
> nomic-ai/gpt4all-13b-snoozy        gpl           osi-copyleft    –    yes
> nvidia/canary-1b                   cc-by-nc-4.0  non-commercial  no   no

# --license takes an id, a class or a shorthand
$ M=id=allenai/OLMo-7B,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b,facebook/opt-125m,nomic-ai/gpt4all-13b-snoozy
$ for l in apache-2.0 llama3.3 non-commercial osi open commercial conditional commercial,conditional osi-copyleft; do echo "$l: $(oms list "$M" -l $l --sort id -q | paste -sd ' ')"; done
> apache-2.0: allenai/OLMo-7B
> llama3.3: meta-llama/Llama-3.3-70B-Instruct
> non-commercial: nvidia/canary-1b
> osi: allenai/OLMo-7B
> open: allenai/OLMo-7B nomic-ai/gpt4all-13b-snoozy
> commercial: allenai/OLMo-7B nomic-ai/gpt4all-13b-snoozy
> conditional: meta-llama/Llama-3.3-70B-Instruct
> commercial,conditional: allenai/OLMo-7B meta-llama/Llama-3.3-70B-Instruct nomic-ai/gpt4all-13b-snoozy
> osi-copyleft: nomic-ai/gpt4all-13b-snoozy

# --license !X: a license that is not known is left out; other is an id like any
$ M=id=allenai/OLMo-7B,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b,facebook/opt-125m,nomic-ai/gpt4all-13b-snoozy
$ for l in '!osi' '!apache-2.0' '!commercial' 'osi,!apache-2.0'; do echo "$l: $(oms list "$M" --license "$l" --sort id -q | paste -sd ' ')"; done
> !osi: meta-llama/Llama-3.3-70B-Instruct nvidia/canary-1b
> !apache-2.0: facebook/opt-125m meta-llama/Llama-3.3-70B-Instruct nomic-ai/gpt4all-13b-snoozy nvidia/canary-1b
> !commercial: meta-llama/Llama-3.3-70B-Instruct nvidia/canary-1b
> osi,!apache-2.0: 

# --min-license-class takes that class and all more open ones
$ M=id=allenai/OLMo-7B,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b,facebook/opt-125m,nomic-ai/gpt4all-13b-snoozy
$ for l in osi-permissive osi-copyleft restricted community non-commercial proprietary; do echo "$l: $(oms list "$M" --min-license-class $l --sort id -q | paste -sd ' ')"; done
> osi-permissive: allenai/OLMo-7B
> osi-copyleft: allenai/OLMo-7B nomic-ai/gpt4all-13b-snoozy
> restricted: allenai/OLMo-7B nomic-ai/gpt4all-13b-snoozy
> community: allenai/OLMo-7B meta-llama/Llama-3.3-70B-Instruct nomic-ai/gpt4all-13b-snoozy
> non-commercial: allenai/OLMo-7B meta-llama/Llama-3.3-70B-Instruct nomic-ai/gpt4all-13b-snoozy nvidia/canary-1b
> proprietary: allenai/OLMo-7B meta-llama/Llama-3.3-70B-Instruct nomic-ai/gpt4all-13b-snoozy nvidia/canary-1b

# A license text that the table cannot judge is unknown with a reason, never a no
$ oms list id=upstage/Solar-Open-100B --format ndjson --fields license_class,license_reason,osi_approved,commercial_use 2>/dev/null
> {"license_class": "unknown", "license_reason": "unresolved", "osi_approved": null, "commercial_use": null}

# Every unknown license class has a reason, no known one has
$ oms list -n 0 --all --closed license_class=unknown license_reason=unknown -q
$ oms list -n 0 --all --closed license_class!=unknown license_reason!=unknown -q

# --open: every component that is named must be open
$ oms list --open data,weights,evaluation,finetuning,metrics --sort id -q
$ cmp <(oms list --open data --open weights -q) <(oms list --open data,weights -q)
> allenai/OLMo-7B
> LLM360/Amber

# --max-price compares the blend of three parts input and one part output
$ oms list id=openai/gpt-oss-120b --fields id,price_input,price_output,price_blended 2>/dev/null
$ oms list id=openai/gpt-oss-120b --max-price 0.065 -q
$ oms list id=openai/gpt-oss-120b --max-price 0.064 -q
> MODEL                IN $/M  OUT $/M  BLEND $/M
> openai/gpt-oss-120b    0.03     0.17      0.065
> openai/gpt-oss-120b

# --min-params and --max-params include their bound
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --min-params 7B --max-params 120B --sort id -q
> allenai/OLMo-7B
> meta-llama/Llama-3.3-70B-Instruct

# --min-context leaves out shorter and unknown contexts
$ oms list id=allenai/OLMo-7B,openai/gpt-oss-120b,allenai/Olmo-3-7B-Instruct --min-context 100k -q
> openai/gpt-oss-120b

# --family takes the family that the name states, and what is derived without a name of its own
$ oms list --family mistral --domain medical --sort id -q
> BioMistral/BioMistral-7B
> BioMistral/BioMistral-7B-DARE
> BioMistral/BioMistral-7B-SLERP
> BioMistral/BioMistral-7B-TIES
> microsoft/llava-med-v1.5-mistral-7b

# --domain is a subject found in tags and name; a model may have two
$ oms list id=BioMistral/BioMistral-7B --domain medical -q
$ oms list id=BioMistral/BioMistral-7B --domain biology -q
$ oms list id=BioMistral/BioMistral-7B --domain legal -q
> BioMistral/BioMistral-7B
> BioMistral/BioMistral-7B

# --language matches ISO 639 codes; three-letter tags count as their two-letter code
$ oms list id=unsloth/Qwen2.5-14B-Instruct,allenai/OLMo-7B --language ja -q
> unsloth/Qwen2.5-14B-Instruct

# --author ignores letter case
$ oms list --author LLM360 --sort id -n 2 -q
$ oms list --author llm360 --sort id -n 2 -q
> LLM360/Amber
> LLM360/AmberChat
> LLM360/Amber
> LLM360/AmberChat

# --library
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --library transformers,vllm --sort id -q
> allenai/OLMo-7B
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b
> openai/whisper-large-v3

# --available-on takes hosts that sell by the token and catalogs
$ oms list id=openai/gpt-oss-120b,BioMistral/BioMistral-7B --available-on azure -q
$ echo --
$ oms list id=openai/gpt-oss-120b,BioMistral/BioMistral-7B --available-on groq,cerebras -q
> openai/gpt-oss-120b
> BioMistral/BioMistral-7B
> --
> openai/gpt-oss-120b

# --search looks for a part of the id, owner included, letter case aside
$ oms list --search BIOMISTRAL/BioMistral-7B- --sort id -q
> BioMistral/BioMistral-7B-DARE
> BioMistral/BioMistral-7B-SLERP
> BioMistral/BioMistral-7B-TIES

# --search given twice must match twice
$ oms list --search biomistral --search dare --sort id -q
> BioMistral/BioMistral-7B-DARE

# --search treats its text literally
$ oms list --search ".*" -q
$ oms list --search % -q

# --no-gated keeps models that are known to need no request
$ oms list id=openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,allenai/OLMo-7B --no-gated
> MODEL                LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> openai/gpt-oss-120b  apache-2.0    120B    0.03     0.17   1365.2
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 1 more has no known gate (--unknown)

# --gone adds nothing where no model is gone
$ cmp <(oms list -n 0 -q --all) <(oms list -n 0 -q --all --gone)

# Flags of different kinds must all hold
$ oms list --family mistral --domain medical --license apache-2.0 --min-params 5B -q
> BioMistral/BioMistral-7B
> microsoft/llava-med-v1.5-mistral-7b

# -n limits, 0 is all
$ oms list --task asr -q -n 2 | wc -l
$ oms list --author LLM360 -q -n 0 | wc -l
$ oms list -q | wc -l
> 2
> 8
> 20

# A short flag takes its value with or without a blank, a long one also behind =
$ oms list -n1 -q id=allenai/OLMo-7B
$ oms list -qn 1 id=allenai/OLMo-7B
$ oms list --limit=1 -q --author=allenai --search=OLMo-7B
> allenai/OLMo-7B
> allenai/OLMo-7B
> allenai/OLMo-7B

# Flags of the output may stand before the command
$ oms --format ids list id=allenai/OLMo-7B 2>/dev/null
$ oms -q list id=allenai/OLMo-7B
> allenai/OLMo-7B
> allenai/OLMo-7B

# --fail-empty turns an empty answer into exit code 1 and nothing else
$ oms list --author nobody-at-all -q --fail-empty; echo $?
$ oms list --author allenai -q -n 1 --search olmo-7b --fail-empty; echo $?
> 1
> allenai/OLMo-7B
> 0

# A flag whose value is empty or only a comma is an error: a lost shell variable must not widen the answer
$ for f in --task --license --min-license-class --open --max-price --min-quality --quality --min-params --max-params --min-context --family --domain --language --author --library --available-on --search --where --sort --fields --limit --format --output --width --color; do for v in '' ,; do [ $f$v != --output, ] || continue; oms list $f "$v" >/dev/null 2>&1 || [ $? != 2 ] || continue; echo "$f '$v' is taken"; done; done
