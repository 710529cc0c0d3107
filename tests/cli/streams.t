# Streams, pipes and the program as a whole.

# A reader that goes away is no error
$ oms list --all --closed -n 0 -q | head -1
$ oms list --all -n 0 --json 2>/dev/null | head -c 1
$ oms list --all -n 0 2>/dev/null | true
> sentence-transformers/all-MiniLM-L6-v2
> [\c

# A full stdout is exit 3
$ oms list -q -n 1 >/dev/full
! oms: error: cannot write to stdout: No space left on device
? 3

# A closed stdout is exit 3
$ oms list -q -n 1 >&-
! oms: error: cannot write to stdout: Bad file descriptor
? 3

# A full or closed stderr spoils nothing
$ oms list id=allenai/OLMo-7B --format ids 2>/dev/full
$ oms list id=allenai/OLMo-7B --format ids 2>&-
> allenai/OLMo-7B
> allenai/OLMo-7B

# Nothing but the result is on stdout
$ oms list --task asr -n 1 2>/dev/null | wc -l
$ oms list --task nope 2>/dev/null | wc -c
> 2
> 0
? 2

# stdin is not read
$ echo data | { oms list -q id=allenai/OLMo-7B; cat; }
> allenai/OLMo-7B
> data

# Nothing is written to the home or the working directory
$ oms list -n 1 -q >/dev/null; oms >/dev/null; find ~ "$PWD" -type f

# It works without HOME and without any variable
$ env -i "$(command -v oms)" list -q id=allenai/OLMo-7B
> allenai/OLMo-7B

# A directory that is gone does not matter
$ mkdir d; cd d; rmdir ../d; oms list -q id=allenai/OLMo-7B
> allenai/OLMo-7B

# A comma locale changes no number
$ LC_NUMERIC=de_DE.UTF-8 LANG=de_DE.UTF-8 oms list id=openai/gpt-oss-120b --fields price_output --no-header 2>/dev/null
> 0.17

# Ten at once answer alike
$ for i in 1 2 3 4 5 6 7 8 9 10; do oms list --task asr -q & done | sort | uniq -c | awk '{ print $1 }' | uniq
> 10

# oms alone: help, the state of the catalog and what to try
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

# oms --help, -h and help say the same
$ oms --help
$ oms --help >a; oms -h | cmp - a; oms help | cmp - a
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

# --version
$ oms --version
$ oms -V
> oms 0.1.0
> oms 0.1.0

# The age of the catalog follows the clock
$ OMS_NOW=2026-08-14T12:00:00Z oms | grep -o '([0-9]* d)'
$ OMS_NOW=2027-08-14 oms | grep -o '([0-9]* d)'
> (0 d)
> (365 d)
