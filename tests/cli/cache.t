# cache: what `fetch` keeps on disk. Without a cache here; a filled one is in tests/fetch/.

# path prints where the cache would be, whether it is there or not
$ oms cache path; XDG_CACHE_HOME=/x oms cache path; OMS_CACHE_DIR=c/d oms cache path -q; find ~ "$PWD" -type f
> $HOME/.cache/oms
> /x/oms
> c/d

# path as JSON, and the whole of it in other formats
$ OMS_CACHE_DIR=c oms cache path --json
$ OMS_CACHE_DIR=c oms cache path --format csv
> {
>   "action": "path",
>   "directory": "c",
>   "other": null,
>   "snapshot": null,
>   "replaced": null,
>   "pages": 0,
>   "bytes": 0
> }
> action,directory,other,snapshot,replaced,pages,bytes
> path,c,,,,0,0

# Without a cache, info and verify say so and what makes one
$ OMS_CACHE_DIR=c oms cache info; OMS_CACHE_DIR=c oms cache verify
> no cache yet in c; 'oms fetch' makes it
> no cache yet in c; 'oms fetch' makes it

# Without a cache, there is nothing to clear, and nothing is made
$ OMS_CACHE_DIR=c oms cache clear; ls
> nothing to clear in c

# Without a cache, JSON is whole all the same
$ OMS_CACHE_DIR=c oms cache info --json; OMS_CACHE_DIR=c oms cache verify --json; OMS_CACHE_DIR=c oms cache clear --json
> {
>   "directory": "c",
>   "snapshot": null,
>   "created_at": null,
>   "age_days": null,
>   "complete": null,
>   "interrupted_at": null,
>   "previous_snapshot": null,
>   "pages": 0,
>   "snapshots": 0,
>   "bytes": 0,
>   "scopes": [],
>   "sources": []
> }
> []
> {
>   "action": "clear",
>   "directory": "c",
>   "other": null,
>   "snapshot": null,
>   "replaced": null,
>   "pages": 0,
>   "bytes": 0
> }

# -q prints no text
$ OMS_CACHE_DIR=c oms cache info -q; oms cache verify -q; oms cache clear -q

# What is not there can be neither imported nor exported
$ OMS_CACHE_DIR=c oms cache import nowhere
$ OMS_CACHE_DIR=c oms cache export somewhere; status=$?; ls; exit $status
! oms: error: cannot import 'nowhere': there is no cache; 'oms cache export DIR' makes a copy that can be imported
! oms: error: cannot export the cache 'c': there is none; run 'oms fetch' first
? 3

# An unknown action is wrong use, with the nearest one
$ oms cache verfy
$ oms cache ''
$ oms cache nonsense
$ oms cache
! oms: error: cache: unknown action 'verfy'; did you mean 'verify'? (actions are path, info, verify, clear, import, export)
! oms: error: action: the value is empty
! oms: error: cache: unknown action 'nonsense'; actions are path, info, verify, clear, import, export
! oms: error: cache: an action is missing; actions are path, info, verify, clear, import, export
? 2

# An action takes the directory that it needs, and no other
$ oms cache import
$ oms cache export
$ oms cache clear /tmp
$ oms cache import a b
! oms: error: cache import: the directory is missing; 'oms cache --help' explains the actions
! oms: error: cache export: the directory is missing; 'oms cache --help' explains the actions
! oms: error: cache clear takes no directory: '/tmp'; 'oms cache --help' explains the actions
! oms: error: unexpected argument 'b'; 'oms cache --help' lists all
? 2

# A place for the cache must be known
$ env -u HOME -u XDG_CACHE_HOME oms cache path
! oms: error: no place for the cache: HOME is not set; set OMS_CACHE_DIR
? 3

# Errors are JSON where JSON was asked for
$ oms cache --json verfy 2>&1 | jq -c .
$ OMS_CACHE_DIR=c oms cache import nowhere --json 2>&1 | jq -c .
> {"code":"usage","exit_code":2,"message":"cache: unknown action 'verfy'; did you mean 'verify'?","hint":"actions are path, info, verify, clear, import, export"}
> {"code":"data","exit_code":3,"message":"cannot import 'nowhere': there is no cache","hint":"'oms cache export DIR' makes a copy that can be imported"}
? 3

# A directory that is no cache is told by its path, the reason and what to do
$ touch file; OMS_CACHE_DIR=file oms cache info
$ mkdir c; echo '?' > c/CURRENT; OMS_CACHE_DIR=c oms cache info; OMS_CACHE_DIR=c oms cache verify
$ OMS_CACHE_DIR=c oms cache import c
> CURRENT: it cannot be read or names no snapshot; run 'oms cache clear && oms fetch'
! oms: error: cannot read 'file': it is not a directory; set OMS_CACHE_DIR to a directory
! oms: error: cannot read 'c/CURRENT': it names no snapshot; run 'oms cache clear', then 'oms fetch'
! oms: error: cannot copy the cache 'c': it is the target itself
? 2

# clear removes what is ours and leaves the rest
$ mkdir c; echo '?' > c/CURRENT; echo mine > c/notes.txt; OMS_CACHE_DIR=c oms cache clear | sed 's/[0-9]* B/N B/'; ls c
> cleared c: 0 pages, 0 snapshots, N B freed
> lock
> notes.txt

# While another process writes, nothing is cleared
$ mkdir c; echo '?' > c/CURRENT; exec 9> c/lock; flock 9
$ OMS_CACHE_DIR=c oms cache clear
$ OMS_CACHE_DIR=c oms cache clear --json 2>&1 | jq -r .exit_code; cat c/CURRENT
> 3
> ?
! oms: error: cannot write to the cache 'c': another process is writing to it; wait until it has ended, or end it

# The help names every action
$ oms cache --help
> oms cache: path, info, verify, clear, import or export of what fetch keeps
>
>   oms cache info
>   oms cache verify
>   oms cache export backup/oms
>   oms cache export tables --format ndjson
>
> Arguments and options
>   [ACTION]                    path: where it is; info: what is in it and how
>                               old; verify: read all of it; clear: remove it;
>                               import, export: copy a cache from or to DIR;
>                               export with --format ndjson or csv: all models,
>                               offers and scores as files in DIR
>   [DIR]                       for import and export
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
>   2    wrong use: flag, condition, unknown task, field or license
>   3    verify found damage; there is no cache; something cannot be written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all
