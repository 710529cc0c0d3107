# diff: what changed between two snapshots of the cache. Those here are read from files; tests/fetch/
# has those of a Hub.

# Without a cache there is nothing to compare
$ oms diff
! oms: error: no catalog in '$HOME/.cache/oms'; run 'oms fetch' first
? 3

# One snapshot is not enough
$ mkdir -p bodies/hub; echo '[{"_id":"6a0000000000000000000001","id":"acme/one","tags":["license:mit"]}]' > bodies/hub/1.json
$ OMS_NOW=2026-08-20T08:00:00Z oms fetch --from bodies -q
$ oms diff --fail-on license
! oms: error: there is only one snapshot, 2026-08-20T080000Z: nothing to compare it with; the next 'oms fetch' makes another one
? 3

# A week of changes: counts, rows, which of them fail, and both snapshots on stderr
$ mkdir -p bodies/hub; echo '[{"_id":"6a0000000000000000000001","id":"acme/one","tags":["license:mit"],"gated":false}, {"_id":"6a0000000000000000000002","id":"acme/two","tags":["license:mit"]}]' > bodies/hub/1.json
$ OMS_NOW=2026-08-20T08:00:00Z oms fetch --from bodies -q
$ echo '[{"_id":"6a0000000000000000000001","id":"acme/one","tags":["license:cc-by-nc-4.0"],"gated":"auto"}, {"_id":"6a0000000000000000000002","id":"acme/second","tags":["license:mit"]}, {"_id":"6a0000000000000000000003","id":"acme/three"}]' > bodies/hub/1.json
$ OMS_NOW=2026-08-31T08:00:00Z oms fetch --from bodies -q
$ oms diff --since 7d --fail-on license,gone
> 1 new · 1 renamed · 1 license · 1 class · 1 gated
> CHANGE   MODEL        WHAT                             GATE
> license  acme/one     mit → cc-by-nc-4.0               fails
> renamed  acme/second  was acme/two
> class    acme/one     osi-permissive → non-commercial
> gated    acme/one     no → auto
> new      acme/three
! 5 of 5 · 2026-08-20T080000Z (11 d) → 2026-08-31T080000Z (16 h)
! fails: 1 license
? 1

# The same as Markdown for the summary of a job
$ mkdir -p bodies/hub; echo '[{"_id":"6a0000000000000000000001","id":"acme/one","tags":["license:mit"]}]' > bodies/hub/1.json
$ OMS_NOW=2026-08-20T08:00:00Z oms fetch --from bodies -q
$ echo '[{"_id":"6a0000000000000000000001","id":"acme/one","tags":["license:x|y <b>"]}]' > bodies/hub/1.json
$ OMS_NOW=2026-08-31T08:00:00Z oms fetch --from bodies -q
$ oms diff --format md -n 1 2>/dev/null
$ oms diff --json 2>/dev/null
$ LC_ALL=C oms diff --since 10d
> **1 license · 1 class** (2026-08-20 08:00 → 2026-08-31 08:00 UTC), 1 of 2 rows
>
> | CHANGE | MODEL | WHAT |
> | --- | --- | --- |
> | license | acme/one | mit → x\|y &lt;b&gt; |
> [
>   {"change": "license", "id": "acme/one", "field": "license", "before": "mit", "after": "x|y <b>", "percent": null, "fails": false},
>   {"change": "class", "id": "acme/one", "field": "license_class", "before": "osi-permissive", "after": null, "percent": null, "fails": false}
> ]
> 1 license | 1 class
> CHANGE   MODEL     WHAT
> license  acme/one  mit -> x|y <b>
> class    acme/one  osi-permissive -> unknown
! 2 of 2 | 2026-08-20T080000Z (11 d) -> 2026-08-31T080000Z (16 h)

# Wrong words name what there is
$ oms diff --only licence
$ oms diff --fail-on gone,prize
$ oms diff -n -1
$ oms diff -f missing.txt
! oms: error: --only: unknown kind of change 'licence'; did you mean 'license'? (there are new, gone, renamed, replaced, license, class, gated, status, price, score, absent)
! oms: error: --fail-on: unknown kind of change 'prize'; did you mean 'price'? (there are new, gone, renamed, replaced, license, class, gated, status, price, score, absent)
! oms: error: -n takes a number of rows, 0 for all, not '-1'
! oms: error: list 'missing.txt': no such file or directory
? 2

# The help names the kinds of changes
$ oms diff --help
> oms diff: what changed between two snapshots of the cache
>
>   oms diff
>   oms diff --since 7d --only license,gone,price
>   oms diff --fail-on license,gone -f models.txt --format md
>
> Arguments and options
>   [SNAPSHOT...]               earlier and later one (default: the last two);
>                               one: against the last
>   --since AGE                 against the newest snapshot at or before that: 7d,
>                               2026-11-20, a snapshot
>   -h, --help                  this help
>
> What is compared
>   --only KINDS                kinds of changes: new, gone, renamed, replaced,
>                               license, class, gated, status, price, score,
>                               absent
>   --fail-on KINDS             exit 1 when there is a change of these kinds
>   --author OWNER              only models of these owners
>   --id ID                     only these models
>   -f, --file FILE             only those of a list, one id a line; - for stdin
>   -n, --limit N               rows, 0 = all (default: 20)
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
>   0    done; nothing changed is done too
>   1    something changed that --fail-on names
>   2    wrong use: flag, condition, unknown task, field or license
>   3    there are no two snapshots to compare; the cache cannot be read
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all
