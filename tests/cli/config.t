# Files of settings: who decides about a value, where files are looked for, and oms config.

# Without files every setting has its default
$ oms config
>   NAME                VALUE
>   color               auto
>   hyperlinks          auto
>   pager               less
>   max_age             –
>   offline             false
>   endpoint            https://huggingface.co
>   fetch.only          –
>   list.format         table
>   list.fields         –
>   list.sort           downloads
>   list.limit          20
>   price.ratio         3:1
>   workload.in         –
>   workload.out        –
>   workload.calls      –
>   workload.cache_hit  –
! no file is read

# In JSON each setting has its origin, place and help
$ oms config color max_age --json
> [
>   {"name": "color", "value": "auto", "origin": "default", "where": null, "help": "Colors on a terminal"},
>   {"name": "max_age", "value": null, "origin": "default", "where": null, "help": "Exit 3 when the data is older"}
> ]

# All formats of tables print it
$ export XDG_CONFIG_HOME=$PWD/c; mkdir -p c/oms; echo 'color = "never"' > c/oms/config.toml
$ for f in table csv tsv ndjson ids; do oms config color pager --format $f; done
$ oms config pager offline --format md  # a path would have what Markdown escapes
> NAME   VALUE  ORIGIN     WHERE
> color  never  user file  $PWD/c/oms/config.toml:1
> pager  less   default    –
> name,value,origin,where,help
> color,never,user file,$PWD/c/oms/config.toml:1,Colors on a terminal
> pager,less,default,,"What shows output longer than the screen; """" or cat: nothing does"
> name	value	origin	where	help
> color	never	user file	$PWD/c/oms/config.toml:1	Colors on a terminal
> pager	less	default		What shows output longer than the screen; "" or cat: nothing does
> {"name": "color", "value": "never", "origin": "user file", "where": "$PWD/c/oms/config.toml:1", "help": "Colors on a terminal"}
> {"name": "pager", "value": "less", "origin": "default", "where": null, "help": "What shows output longer than the screen; \"\" or cat: nothing does"}
> color
> pager
> | NAME | VALUE | ORIGIN | WHERE |
> | --- | --- | --- | --- |
> | pager | less | default | – |
> | offline | false | default | – |

# NAME prints the value alone, -q the names
$ mkdir -p $XDG_CONFIG_HOME/oms; echo 'pager = "less -S"' > $XDG_CONFIG_HOME/oms/config.toml
$ oms config pager; oms config -q | head -3
> less -S
> color
> hyperlinks
> pager

# An unknown setting is named with the nearest one
$ oms config colour
! oms: error: unknown setting 'colour'; did you mean 'color'? ('oms config' lists all)
? 2

# Origins: a flag beats a variable, this the project's file, that the user's file, and that the default
$ export XDG_CONFIG_HOME=$PWD/c; mkdir -p c/oms
$ printf 'color = "never"\npager = "more"\nendpoint = "https://hub.example"\n[price]\nratio = "2:1"\n[list]\nlimit = 5\n' > c/oms/config.toml
$ printf '[price]\nratio = "9:1"\n' > .oms.toml
$ export HF_ENDPOINT=https://mirror.example; oms config --show-origin --width 300 --no-pager color pager endpoint price.ratio list.limit offline
>   NAME         VALUE                   FROM
>   color        never                   $PWD/c/oms/config.toml:1
>   pager        –                       flag --no-pager
>   endpoint     https://mirror.example  variable HF_ENDPOINT
>   price.ratio  9:1                     $PWD/.oms.toml:2
>   list.limit   5                       $PWD/c/oms/config.toml:7
>   offline      false                   default

# NO_COLOR, CLICOLOR_FORCE and OMS_PAGER are the variables of their settings
$ mkdir -p $XDG_CONFIG_HOME/oms; echo 'color = "auto"' > $XDG_CONFIG_HOME/oms/config.toml
$ NO_COLOR=1 oms config color --show-origin --width 300; NO_COLOR= oms config color --show-origin --width 300; CLICOLOR_FORCE=1 oms config color --show-origin --width 300; OMS_PAGER='less -R' PAGER=more oms config pager --show-origin --width 300; PAGER=more oms config pager --show-origin --width 300; HF_HUB_OFFLINE=0 oms config offline --show-origin --width 300
>   NAME   VALUE  FROM
>   color  never  variable NO_COLOR
>   NAME   VALUE  FROM
>   color  auto   $HOME/.config/oms/config.toml:1
>   \e[1mNAME\e[0m   \e[1mVALUE\e[0m   \e[1mFROM\e[0m
>   color  always  variable CLICOLOR_FORCE
>   NAME   VALUE    FROM
>   pager  less -R  variable OMS_PAGER
>   NAME   VALUE  FROM
>   pager  more   variable PAGER
>   NAME     VALUE  FROM
>   offline  false  variable HF_HUB_OFFLINE

# A password in an address is not printed
$ HF_ENDPOINT=https://user:secret@hub.example oms config endpoint
$ HF_ENDPOINT=https://user:secret@hub.example oms config --json | grep -c secret; true
> https://hub.example
> 0

# HOME alone is enough, and without HOME there is no file and no error
$ mkdir -p home/.config/oms; echo 'max_age = "9w"' > home/.config/oms/config.toml
$ env -u XDG_CONFIG_HOME HOME=$PWD/home oms config max_age --show-origin --width 300
$ env -u XDG_CONFIG_HOME -u HOME oms config max_age --show-origin --width 300
>   NAME     VALUE  FROM
>   max_age  9w     $PWD/home/.config/oms/config.toml:1
>   NAME     VALUE  FROM
>   max_age  –      default

# The project file is the nearest one above the working folder
$ mkdir -p a/b/c; echo 'price.ratio = "5:1"' > .oms.toml; echo 'price.ratio = "6:1"' > a/.oms.toml
$ cd a/b/c; oms config price.ratio --show-origin --width 300; cd ../../..; oms config price.ratio --show-origin --width 300
>   NAME         VALUE  FROM
>   price.ratio  6:1    $PWD/a/.oms.toml:1
>   NAME         VALUE  FROM
>   price.ratio  5:1    $PWD/.oms.toml:1

# The search ends at a folder with .git, a file or a folder, which is looked at itself
$ mkdir -p repo/.git repo/sub tree/sub; touch tree/.git; echo 'price.ratio = "5:1"' > .oms.toml
$ (cd repo/sub && oms config price.ratio --show-origin --width 300); (cd tree/sub && oms config price.ratio --show-origin --width 300)
$ echo 'price.ratio = "7:1"' > repo/.oms.toml; (cd repo/sub && oms config price.ratio --show-origin --width 300)
>   NAME         VALUE  FROM
>   price.ratio  3:1    default
>   NAME         VALUE  FROM
>   price.ratio  3:1    default
>   NAME         VALUE  FROM
>   price.ratio  7:1    $PWD/repo/.oms.toml:1

# OMS_NO_CONFIG reads neither file
$ echo 'broken' > .oms.toml; OMS_NO_CONFIG=1 oms config price.ratio --show-origin --width 300; OMS_NO_CONFIG=1 oms list -q -n 1
>   NAME         VALUE  FROM
>   price.ratio  3:1    default
> sentence-transformers/all-MiniLM-L6-v2

# A color of the user's file holds on a terminal
@ pty 80x24
$ mkdir -p $XDG_CONFIG_HOME/oms; oms fields id | cat; oms config max_age --show-origin --width 300
$ echo 'color = "never"' > $XDG_CONFIG_HOME/oms/config.toml; oms config max_age --show-origin --width 300; oms fields id
> id
>   repository id on the Hub, owner/name; closed models: openrouter:vendor/name
>   type            text
>   known for       6936 of 6936 models
>   try             oms list 'id~TEXT'
>   \e[1mNAME\e[0m     \e[1mVALUE\e[0m  \e[1mFROM\e[0m
>   max_age  –      default
>   NAME     VALUE  FROM
>   max_age  –      default
> id
>   repository id on the Hub, owner/name; closed models: openrouter:vendor/name
>   type            text
>   known for       6936 of 6936 models
>   try             oms list 'id~TEXT'

# The pager of the user's file is the one that is started
@ pty 80x10
$ mkdir -p $XDG_CONFIG_HOME/oms; echo 'pager = "head -2"' > $XDG_CONFIG_HOME/oms/config.toml; unset OMS_PAGER; oms fields --hyperlinks never --color never
>   FIELD                    TYPE     MODELS  HELP
>   id                       text       6936  repository id on the Hub,
> MODELS: how many of 6936 models have a value; empty where the query computes it

# Columns, order, rows and format of list hold on a terminal
@ pty 80x24
$ printf '[list]\nfields = ["id", "license"]\nsort = "-likes"\nlimit = 2\nformat = "csv"\n' > .oms.toml
$ oms list
> id,license
> deepseek-ai/DeepSeek-R1,mit
> black-forest-labs/FLUX.1-dev,other
> 2 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# A flag beats them one by one, and a format typed leaves all of them out
@ pty 80x24
$ printf '[list]\nfields = ["id", "license"]\nlimit = 2\n' > .oms.toml
$ oms list -n 1 --hyperlinks never; oms list -n 1 --format csv; oms list -n 2 -q --hyperlinks never
> \e[1mMODEL\e[0m                                   \e[1mLICENSE\e[0m
> sentence-transformers/all-MiniLM-L6-v2  apache-2.0
> 1 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415
> id,license,params,price_input,price_output,quality
> sentence-transformers/all-MiniLM-L6-v2,apache-2.0,22700000,,,
> 1 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415
> sentence-transformers/all-MiniLM-L6-v2
> cross-encoder/ms-marco-MiniLM-L6-v2

# A pipe, a file and -o get what they get without files
$ oms list --task asr > before; oms list --task asr --json > before.json
$ printf '[list]\nfields = ["id", "license"]\nsort = "-likes"\nlimit = 2\nformat = "csv"\n' > .oms.toml
$ oms list --task asr > after; oms list --task asr --json > after.json; oms list --task asr -o out > /dev/null
$ cmp before after && cmp before out && cmp before.json after.json && echo same
> same
! ~ read from the model's name
! 20 of 348 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)
! 20 of 348 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)
! ~ read from the model's name
! 20 of 348 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)
! 20 of 348 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)
! ~ read from the model's name
! 20 of 348 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)

# Other commands than list are not meant by [list]
@ pty 80x24
$ printf '[list]\nformat = "json"\nlimit = 1\n' > .oms.toml
$ oms rank --task asr -n 1 --hyperlinks never
> \e[1m#\e[0m  \e[1mMODEL\e[0m                                 \e[1mSCORE\e[0m  \e[1mQUALITY\e[0m  \e[1mEFFECTIVE\e[0m
> 1  CohereLabs/cohere-transcribe-03-2026  100.0     5.42  osi-permissive
> 1 of the 66 models with a score has a price: ranked by quality alone
> 1 of 348 · 68 ranked by quality=3 · bundled records of 2025-03 to 2026-08
> prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367
> 1555 more have no known task (--unknown) · 280 not ranked (no score in wer 280)

# A ratio of the project changes prices everywhere, and stderr says whose it is
$ printf '[price]\nratio = "1:1"\n' > .oms.toml
$ oms list id=openai/gpt-oss-120b --format csv --fields id,price_input,price_output,price_blended
> id,price_input,price_output,price_blended
> openai/gpt-oss-120b,0.03,0.17,0.1
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · blend 1:1 · quality: Arena text, 2025-12-11, 111 of 2415
! oms: note: $PWD/.oms.toml sets --ratio 1:1

# What a project sets is told even under -q, what the user set is not
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[workload]\nin = "20k"\n' > $XDG_CONFIG_HOME/oms/config.toml
$ printf '[price]\nratio = "1:1"\n' > .oms.toml; oms list id=openai/gpt-oss-120b -q
> openai/gpt-oss-120b
! oms: note: $PWD/.oms.toml sets --ratio 1:1

# A relative XDG_CONFIG_HOME or HOME is no place for settings
$ mkdir -p .config/oms; printf 'pager = "cat"\n' > .config/oms/config.toml
$ XDG_CONFIG_HOME=.config oms config pager --show-origin --format csv; env -u XDG_CONFIG_HOME HOME=. oms config pager
> name,value,origin,where,help
> pager,less,default,,"What shows output longer than the screen; """" or cat: nothing does"
> less

# A workload of a file makes prices a bill
$ printf '[workload]\nin = "20k"\nout = 1000\ncalls = "2M"\n' > .oms.toml
$ oms list id=openai/gpt-oss-120b --format csv --fields id,bill
> id,bill
> openai/gpt-oss-120b,1540
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 20,000 in + 1,000 out × 2,000,000 calls · quality: Arena text, 2025-12-11, 111 of 2415
! oms: note: $PWD/.oms.toml sets --in 20k --out 1000 --calls 2M

# A workload that is typed leaves out all of the file's
$ printf '[workload]\nin = "20k"\nout = 1000\ncalls = "2M"\n' > .oms.toml
$ oms list id=openai/gpt-oss-120b --format csv --fields id,bill --in 1M
> id,bill
> openai/gpt-oss-120b,0.03
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · bill: 1,000,000 in + 0 out × 1 call · quality: Arena text, 2025-12-11, 111 of 2415

# A file that states a part of the workload states all of it
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[workload]\nin = 1\ncalls = 7\n' > $XDG_CONFIG_HOME/oms/config.toml; printf '[workload]\nout = 5\n' > .oms.toml
$ oms config workload.in workload.out workload.calls --show-origin --width 300
>   NAME            VALUE  FROM
>   workload.in     –      default
>   workload.out    5      $PWD/.oms.toml:2
>   workload.calls  –      default

# --envelope tells the query with what files add
$ printf '[price]\nratio = "1:1"\n' > .oms.toml
$ oms list id=openai/gpt-oss-120b --json --envelope --fields id 2>/dev/null | jq -c .query
> ["id=openai/gpt-oss-120b","--json","--envelope","--fields","id","--ratio","1:1"]

# An age of the user's file is --max-age of every command that has it
$ mkdir -p $XDG_CONFIG_HOME/oms; echo 'max_age = "1d"' > $XDG_CONFIG_HOME/oms/config.toml
$ oms list -q -n 1
$ oms list -q -n 1 --max-age 100w; oms licenses mit --format ids
> sentence-transformers/all-MiniLM-L6-v2
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'; --max-age is set in $HOME/.config/oms/config.toml:1
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'; --max-age is set in $HOME/.config/oms/config.toml:1
? 3

# offline switches the network off, and a variable switches it on again
$ mkdir -p $XDG_CONFIG_HOME/oms; printf 'offline = true\nendpoint = "http://127.0.0.1:9"\n' > $XDG_CONFIG_HOME/oms/config.toml
$ oms fetch --only hub
$ HF_HUB_OFFLINE=0 oms fetch --only hub --dry-run --format csv
> source,scope,requests,exact
> hub,top 20000 by downloads,20,true
> hub,served by a provider,1,false
! oms: error: fetch: the network is switched off by HF_HUB_OFFLINE; unset it to fetch; HF_HUB_OFFLINE is set in $HOME/.config/oms/config.toml:1

# Sources of the user's file are those that fetch asks
$ mkdir -p $XDG_CONFIG_HOME/oms; printf 'endpoint = "http://127.0.0.1:9"\n[fetch]\nonly = ["hub"]\n' > $XDG_CONFIG_HOME/oms/config.toml
$ oms fetch --dry-run --format csv
$ oms diff --only license
> source,scope,requests,exact
> hub,top 20000 by downloads,20,true
> hub,served by a provider,1,false
! oms: error: no catalog in '$HOME/.cache/oms'; run 'oms fetch' first
? 3

# An option that nobody typed is named with its file when the command cannot use it
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[fetch]\nonly = ["arena"]\n' > $XDG_CONFIG_HOME/oms/config.toml
$ HF_ENDPOINT=http://127.0.0.1:9 oms fetch allenai/OLMo-7B
! oms: error: --only leaves out the hub, which the choice of models is about; --only is set in $HOME/.config/oms/config.toml:2
? 2

# doctor lists the files that are read
$ mkdir -p $XDG_CONFIG_HOME/oms; touch .oms.toml $XDG_CONFIG_HOME/oms/config.toml
$ oms doctor --width 300 | grep -A2 '^Settings'; oms doctor --json | jq -c .configuration
> Settings  'oms config' has the values
>   project         $PWD/.oms.toml
>   user            $HOME/.config/oms/config.toml
> ["$PWD/.oms.toml","$HOME/.config/oms/config.toml"]
