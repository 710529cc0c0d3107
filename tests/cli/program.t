# The program without a command: help, version, and what both promise.

# oms alone says what it is for, what state the catalog is in, and what to try next
$ oms
> oms: which open model may I use, what does it cost, how good is it?
>
> Commands
>   fetch      fill or refresh the cache from the Hub and the price lists
>   list       filter, order and print models
>   pick       one screen: the best, the cheapest near it, the most open
>   rank       models in the order of weighted criteria, and why
>   show       all that is known about a model, with sources
>   compare    models side by side: license, openness, quality, price, bill
>   tree       what a model was made from, and what was made of it
>   diff       what changed between two snapshots of the cache
>   plot       price against quality with the frontier, or bars of one field
>   report     a decision record: figures, licenses, openness, and their sources
>   scan       models that code and configuration refer to, with file and line
>   tasks      tasks and aliases that --task takes, with counts
>   licenses   licenses and classes, or one against the ten OSD criteria
>   fields     fields for conditions, --sort and --fields
>   sources    where the data comes from, how old it is
>   check      license and openness gate for CI
>   cache      path, info, verify, clear, import or export of what fetch keeps
>   completion script that completes commands, flags and ids in a shell
>   config     settings and saved queries, and where each comes from
>   doctor     state of this installation, to paste into a report
>
> Catalog: 6936 models and 103 closed ones, bundled records of 2025-03 to 2026-08,
>          prices to 2026-08-14 (18 d)
> Try:     oms list --task chat --license commercial --max-price 0.5
>          oms fetch    brings more and newer models
> Help:    oms COMMAND --help, oms help query

# --help has examples, commands, exit codes and environment
$ oms --help
> oms: which open model may I use, what does it cost, how good is it?
>
>   oms list --task chat --license commercial --max-price 0.5
>   oms show allenai/OLMo-7B
>   oms list --task asr --sort quality -q | head -1
>
> Commands
>   fetch      fill or refresh the cache from the Hub and the price lists
>   list       filter, order and print models
>   pick       one screen: the best, the cheapest near it, the most open
>   rank       models in the order of weighted criteria, and why
>   show       all that is known about a model, with sources
>   compare    models side by side: license, openness, quality, price, bill
>   tree       what a model was made from, and what was made of it
>   diff       what changed between two snapshots of the cache
>   plot       price against quality with the frontier, or bars of one field
>   report     a decision record: figures, licenses, openness, and their sources
>   scan       models that code and configuration refer to, with file and line
>   tasks      tasks and aliases that --task takes, with counts
>   licenses   licenses and classes, or one against the ten OSD criteria
>   fields     fields for conditions, --sort and --fields
>   sources    where the data comes from, how old it is
>   check      license and openness gate for CI
>   cache      path, info, verify, clear, import or export of what fetch keeps
>   completion script that completes commands, flags and ids in a shell
>   config     settings and saved queries, and where each comes from
>   doctor     state of this installation, to paste into a report
>
> Options
>   -h, --help   this help; 'oms COMMAND --help' for a command's own
>   --version    the version
>
> Topics ('oms help TOPIC')
>   query        conditions, licenses, order: which models are meant
>   formats      what --format takes, and what to rely on
>   exit-codes   what a command returns
>   environment  variables that change what the program does
>   settings     files of settings, and saved queries
>   policy       the file that 'oms check' judges by
>
> Exit codes
>   0    done; no match is done too, unless --fail-empty
>   1    the answer is no: unknown model, check failed, nothing found under
>        --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or too old (--max-age), a file not written,
>        a checked model that is not in the catalog
>   4    network: no connection, offline switch, wrong token
>   130  interrupted
>
> Environment
>   NO_COLOR, CLICOLOR_FORCE  colors off, or on without a terminal
>   OMS_CACHE_DIR             the cache, instead of ~/.cache/oms
>   COLUMNS                   width of tables where there is no terminal
>   LC_ALL, LC_CTYPE, LANG    UTF-8 symbols or plain ASCII

# -h, help and --help are the same
$ cmp <(oms --help) <(oms -h) && cmp <(oms --help) <(oms help) && cmp <(oms help list) <(oms list --help) && cmp <(oms list -h) <(oms list --help) && echo same
> same

# -h wins wherever it stands among the flags of a command
$ cmp <(oms show allenai/OLMo-7B -h) <(oms show --help) && echo same
> same

# --version is the program's name and a number
$ oms --version
$ cmp <(oms --version) <(oms -V)
> oms 0.1.0

# Every command of the list has a help that begins with its name
$ for command in $(oms --help | awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on { print $1 }'); do oms "$command" --help | head -1 | cut -d: -f1; done
> oms fetch
> oms list
> oms pick
> oms rank
> oms show
> oms compare
> oms tree
> oms diff
> oms plot
> oms report
> oms scan
> oms tasks
> oms licenses
> oms fields
> oms sources
> oms check
> oms cache
> oms completion
> oms config
> oms doctor

# Every help text fits 80 columns
$ commands=$(oms --help | awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on { print $1 }')
$ { oms; oms --help; for command in $commands; do oms "$command" --help; done; } | awk 'length > 80'

# The examples that help gives work, but for those that download
$ { oms --help; for command in list show scan tasks licenses fields sources doctor; do oms "$command" --help; done; } | grep '^  oms ' | grep -v "'oms COMMAND" | sort -u > examples
$ mkdir src; while read -r example; do bash -o pipefail -c "$example" > /dev/null 2> err || echo "$example: $(cat err)"; done < examples

# Help is for stdout: it can be searched
$ oms list --help 2>/dev/null | grep -c -e '--max-price USD'
> 1

# The help of list
$ oms help list
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

# Help for show
$ oms show --help
> oms show: all that is known about a model, with sources
>
>   oms show allenai/OLMo-7B
>   oms show mistralai/Mixtral-8x7B-v0.1 --json
>   oms show Qwen/Qwen3-32B --use
>   oms show Qwen/Qwen3-32B openai/gpt-oss-120b --use -o try.py
>
> Arguments and options
>   ID...                       owner/name, a former or bare name, or an
>                               unmistakable part
>   -h, --help                  this help
>
> Columns
>   --fields FIELDS             only these fields ('oms fields')
>
> Trying it
>   --use                       commands that start it today; for several models
>                               one program that asks them all the same
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
>   0    done
>   1    a model that is unknown, or a name that fits several
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; FILE of -o not
>        written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all

# Help for a command without arguments
$ oms doctor --help
> oms doctor: state of this installation, to paste into a report
>
>   oms doctor
>
> Arguments and options
>   -h, --help                  this help
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
>   0    done
>   2    wrong use, or a file of settings that cannot be used; the rest is printed
>        all the same
>   3    the cache cannot be read; the rest is printed all the same
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all

# An unknown command is named, with the nearest one
$ oms shw allenai/OLMo-7B
! oms: error: unknown command 'shw'; did you mean 'show'? ('oms --help' lists all)
? 2

# A command is not abbreviated and has lower case
$ oms sho allenai/OLMo-7B
$ oms LIST
! oms: error: unknown command 'sho'; did you mean 'show'? ('oms --help' lists all)
! oms: error: unknown command 'LIST'; did you mean 'list'? ('oms --help' lists all)
? 2

# Help for an unknown command is wrong use
$ oms help shw
! oms: error: no help on 'shw'; did you mean 'show'? ('oms --help' lists commands and topics)
? 2

# Flags that every command has may stand in front of it
$ oms --format csv --no-header show allenai/OLMo-7B --fields id,license
> allenai/OLMo-7B,apache-2.0

# An empty command name is unknown, not nothing
$ oms ''
! oms: error: unknown command ''; 'oms --help' lists all
? 2

# On a terminal the welcome fits its width
@ pty 80x24
$ oms
> oms: which open model may I use, what does it cost, how good is it?
>
> Commands
>   fetch      fill or refresh the cache from the Hub and the price lists
>   list       filter, order and print models
>   pick       one screen: the best, the cheapest near it, the most open
>   rank       models in the order of weighted criteria, and why
>   show       all that is known about a model, with sources
>   compare    models side by side: license, openness, quality, price, bill
>   tree       what a model was made from, and what was made of it
>   diff       what changed between two snapshots of the cache
>   plot       price against quality with the frontier, or bars of one field
>   report     a decision record: figures, licenses, openness, and their sources
>   scan       models that code and configuration refer to, with file and line
>   tasks      tasks and aliases that --task takes, with counts
>   licenses   licenses and classes, or one against the ten OSD criteria
>   fields     fields for conditions, --sort and --fields
>   sources    where the data comes from, how old it is
>   check      license and openness gate for CI
>   cache      path, info, verify, clear, import or export of what fetch keeps
>   completion script that completes commands, flags and ids in a shell
>   config     settings and saved queries, and where each comes from
>   doctor     state of this installation, to paste into a report
>
> Catalog: 6936 models and 103 closed ones, bundled records of 2025-03 to 2026-08,
>          prices to 2026-08-14 (18 d)
> Try:     oms list --task chat --license commercial --max-price 0.5
>          oms fetch    brings more and newer models
> Help:    oms COMMAND --help, oms help query

# help can be asked about, too
$ cmp <(oms help help) <(oms --help) && echo same
> same

# An error under --json is all there is on stderr: no note of a success stands before it
$ oms list --json -n 1 -o nowhere/list.json 2>&1 | jq -r .code
> data
? 3

# With a cache of more than 30 days oms alone says how to bring it up to date
$ mkdir -p in/hub; echo '[{"id":"acme/rocket-7b","_id":"64b000000000000000000001","pipeline_tag":"text-generation"}]' > in/hub/a.json
$ export OMS_CACHE_DIR=cache HF_ENDPOINT=http://127.0.0.1:9; oms fetch --from in --only hub -q
$ OMS_NOW=2026-09-30T00:00:00Z oms | sed -n '/^Catalog/,$p'
$ OMS_NOW=2026-10-02T00:00:00Z oms | sed -n '/^Catalog/,$p'
> Catalog: 6937 models and 103 closed ones, Hub 2026-09-01 (29 d), prices to
>          2026-08-14 (47 d)
> Cache:   cache
> Try:     oms list --task chat --license commercial --max-price 0.5
> Help:    oms COMMAND --help, oms help query
> Catalog: 6937 models and 103 closed ones, Hub 2026-09-01 (31 d), prices to
>          2026-08-14 (49 d)
> Cache:   cache
> Try:     oms list --task chat --license commercial --max-price 0.5
>          oms fetch    brings them up to date
> Help:    oms COMMAND --help, oms help query
