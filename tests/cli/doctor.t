# doctor: the state of this installation, to paste into a report. What the machine decides is
# masked here.

# The whole page
$ OMS_CACHE_DIR=cache oms doctor | sed -E 's/^(  built by +).*/\1COMPILER/'
> oms 0.1.0
>   built by        COMPILER
>   today           2026-09-01  ages count from here
>
> Catalog
>   from            bundled with the program
>   holds           6936 models and 103 closed ones for reference
>   records         2025-03-13 to 2026-08-22  the newest is 10 d old
>   prices          756 offers, 2024-09-01 to 2026-08-14  the newest is 18 d old
>   scores          3766
>   cache           none yet in cache; 'oms fetch' makes it
>
> Terminal
>   stdout          no terminal
>   width           tables are never cut
>   color           off
>   links           off
>   symbols         Unicode
>
> Settings  'oms config' has the values
>   files           none
>
> Environment  names only
>   ARTIFICIAL_ANALYSIS_API_KEY       not set
>   CLICOLOR_FORCE                    not set
>   COLUMNS                           not set
>   FORCE_COLOR                       not set
>   HF_ENDPOINT                       not set
>   HF_HOME                           not set
>   HF_HUB_DISABLE_IMPLICIT_TOKEN     not set
>   HF_HUB_DISABLE_PROGRESS_BARS      not set
>   HF_HUB_OFFLINE                    not set
>   HF_TOKEN                          not set
>   HF_TOKEN_PATH                     not set
>   HOME                              set
>   HTTPS_PROXY                       not set
>   HTTP_PROXY                        not set
>   HUGGING_FACE_HUB_TOKEN            not set
>   LANG                              not set
>   LC_ALL                            set
>   LC_CTYPE                          not set
>   NO_COLOR                          not set
>   NO_PROXY                          set
>   OMS_ARTIFICIAL_ANALYSIS_ENDPOINT  not set
>   OMS_CACHE_DIR                     set
>   OMS_DATASETS_SERVER_ENDPOINT      not set
>   OMS_NO_CONFIG                     not set
>   OMS_NOW                           set
>   OMS_OPENROUTER_ENDPOINT           not set
>   OMS_OPEN_ASR_ENDPOINT             not set
>   OMS_PAGER                         not set
>   OMS_RETRY_UNIT_MS                 not set
>   OMS_ROUTER_ENDPOINT               not set
>   PAGER                             not set
>   TERM                              not set
>   TRANSFORMERS_OFFLINE              not set
>   XDG_CACHE_HOME                    set
>   XDG_CONFIG_HOME                   set

# JSON for programs
$ OMS_CACHE_DIR=cache oms doctor --json | jq 'del(.compiler, .build)'
> {
>   "version": "0.1.0",
>   "catalog": "bundled",
>   "models": 6936,
>   "reference_models": 103,
>   "records_from": "2025-03-13",
>   "records_to": "2026-08-22",
>   "prices": 756,
>   "prices_from": "2024-09-01",
>   "prices_to": "2026-08-14",
>   "scores": 3766,
>   "cache": "cache",
>   "today": "2026-09-01",
>   "terminal": false,
>   "width": 0,
>   "color": false,
>   "hyperlinks": false,
>   "unicode": true,
>   "environment": [
>     "HOME",
>     "LC_ALL",
>     "NO_PROXY",
>     "OMS_CACHE_DIR",
>     "OMS_NOW",
>     "XDG_CACHE_HOME",
>     "XDG_CONFIG_HOME"
>   ],
>   "configuration": [],
>   "fetched": []
> }

# Ages count from OMS_NOW
$ OMS_NOW=2026-08-23T00:00:00Z oms doctor | grep -E 'today|the newest is'
>   today           2026-08-23  ages count from here
>   records         2025-03-13 to 2026-08-22  the newest is 1 d old
>   prices          756 offers, 2024-09-01 to 2026-08-14  the newest is 9 d old

# Only names of variables are shown, never values
$ NO_COLOR=secret1 COLUMNS=77 LANG=secret2 HF_TOKEN=secret3 oms doctor --json | jq -c '.environment | map(select(. == ("NO_COLOR", "COLUMNS", "LANG", "HF_TOKEN"))) | sort'
$ NO_COLOR=secret1 LANG=secret2 HF_TOKEN=secret3 oms doctor | grep -c secret
> ["COLUMNS","HF_TOKEN","LANG","NO_COLOR"]
> 0
? 1

# The models are those that list prints, the closed ones those that --closed adds
$ [ "$(oms doctor --json | jq .models)" = "$(oms list --all --gone -n 0 -q | wc -l)" ] && echo same
$ [ "$(oms doctor --json | jq '.models + .reference_models')" = "$(oms list --all --gone --closed -n 0 -q | wc -l)" ] && echo same
> same
> same

# Width, color and symbols are those of the tables
$ COLUMNS=60 CLICOLOR_FORCE=1 LC_ALL=C oms doctor --color never | sed -n '/^Terminal/,/^$/p'
> Terminal
>   stdout          no terminal
>   width           60 columns
>   color           off
>   links           off
>   symbols         ASCII
>

# CSV has one row
$ oms doctor --format csv | wc -l
> 2

# An argument is wrong use
$ oms doctor list
! oms: error: unexpected argument 'list'; 'oms doctor --help' lists all
? 2

# doctor leaves nothing behind
$ oms doctor > /dev/null; find ~ "$PWD" -type f

# A cache that cannot be read is an error; the rest of the page is there all the same
$ mkdir -p cache/snapshots; echo 2026-08-01T000000Z > cache/CURRENT
$ OMS_CACHE_DIR=cache oms doctor | grep -E '^  (from|cache) '
>   from            bundled with the program
>   cache           cache, snapshot 2026-08-01T000000Z, which cannot be read
! oms: error: cannot read 'cache/snapshots/2026-08-01T000000Z.json': it does not exist; run 'oms cache clear', then 'oms fetch'
? 3
