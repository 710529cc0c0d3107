# cache export DIR --format ndjson|csv: the catalog as files that other tools read.

# A catalog is exported as one table a kind, in files of up to 20,000 rows, and a mark
$ oms cache export out --format ndjson; ls out; cat out/_oms_export.json
> exported 7039 models, 756 offers, 3766 scores to out
> 3 files, 14.4 MB
> _oms_export.json
> models-00000.ndjson
> offers-00000.ndjson
> scores-00000.ndjson
> {"oms_export": 1, "format": "ndjson", "rows_a_file": 20000, "models": 7039, "offers": 756, "scores": 3766}

# The models of an export are what list prints of all of them, in the order of their ids
$ oms cache export out --format ndjson -o report; oms list --all --closed --gone -n 0 --sort id --format ndjson 2>/dev/null | cmp - out/models-00000.ndjson

# An export in CSV is what list prints of all models with every field
$ oms cache export out --format csv -o report; fields=$(head -1 out/models-00000.csv)
$ oms list --all --closed --gone -n 0 --sort id --format csv --fields "$fields" 2>/dev/null | cmp - out/models-00000.csv
$ head -1 out/offers-00000.csv; head -1 out/scores-00000.csv
> id,host,route,source,input,output,cached,blended,as_of,shown,outlier,old
> id,metric,title,value,unit,better,as_of,grade,variant,source

# Offers and scores are those that show lists, behind the id of the model
$ oms cache export out --format ndjson -o report
$ grep -h '"id": "openai/gpt-oss-120b"' out/offers-00000.ndjson | jq -c 'del(.id)' > exported; oms show openai/gpt-oss-120b --json | jq -c '.offers[]' | cmp - exported
$ grep -h '"id": "openai/gpt-oss-120b"' out/scores-00000.ndjson | jq -c 'del(.id)' > exported; oms show openai/gpt-oss-120b --json | jq -c '.observations[]' | cmp - exported
$ grep -h '"id": "openai/gpt-oss-120b"' out/offers-00000.ndjson | head -1; grep -h '"id": "openai/gpt-oss-120b"' out/scores-00000.ndjson | head -1
> {"id": "openai/gpt-oss-120b", "host": "openrouter", "route": "openrouter", "source": "OpenRouter GET /api/v1/models, recording in github:lordmacu/llm-libre tests/fixtures/openrouter_models.json (2026-08-16)", "input": 0.03, "output": 0.17, "cached": null, "blended": 0.065, "as_of": "2026-08-14", "shown": true, "outlier": false, "old": false}
> {"id": "openai/gpt-oss-120b", "metric": "aider", "title": "Aider polyglot", "value": 41.8, "unit": "percent", "better": "higher", "as_of": "2025-08-06", "grade": "independent", "variant": "gpt-oss-120b (high)", "source": "github:Aider-AI/aider aider/website/_data/polyglot_leaderboard.yml \"gpt-oss-120b (high)\"; id mapped by hand"}

# Every id in offers and scores is a model of the export
$ oms cache export out --format ndjson -o report; jq -r .id out/models-*.ndjson | sort > ids; jq -r .id out/offers-*.ndjson out/scores-*.ndjson | sort -u | comm -23 - ids

# The next export takes the place of the former one, whatever its format was
$ oms cache export out --format csv -o report; oms cache export out/ --format ndjson -o report; ls -A out; ls -A
> _oms_export.json
> models-00000.ndjson
> offers-00000.ndjson
> scores-00000.ndjson
> out
> report

# A directory with anything else in it is refused and stays as it is
$ mkdir out; echo mine > out/notes.txt; oms cache export out --format ndjson; code=$?; ls -A out; ls -A; exit $code
> notes.txt
> out
! {"code": "data", "exit_code": 3, "message": "cannot export to 'out': it holds 'notes.txt', which no export put there", "hint": "name a directory that is new, empty or of a former export"}
? 3

# A former export with a file of somebody else is refused and stays as it is
$ oms cache export out --format csv -o report; echo mine > out/notes.txt; oms cache export out --format ndjson; code=$?; ls -A out; exit $code
> _oms_export.json
> models-00000.csv
> notes.txt
> offers-00000.csv
> scores-00000.csv
! {"code": "data", "exit_code": 3, "message": "cannot export to 'out': it holds 'notes.txt', which no export put there", "hint": "name a directory that is new, empty or of a former export"}
? 3

# The cache itself is no place for an export
$ mkdir c; echo '?' > c/CURRENT; OMS_CACHE_DIR=none oms cache export c --format ndjson; code=$?; ls c; exit $code
> CURRENT
! {"code": "data", "exit_code": 3, "message": "cannot export to 'c': it holds 'CURRENT', which no export put there", "hint": "name a directory that is new, empty or of a former export"}
? 3

# The working directory is refused, for the shell would stand in one that is gone
$ oms cache export . --format ndjson
! {"code": "data", "exit_code": 3, "message": "cannot export to '.': it is the working directory", "hint": "name a directory below it"}
? 3

# A place that cannot be made is exit 3
$ touch file; oms cache export file --format ndjson; oms cache export file/below --format csv; oms cache export /proc/out --format csv
! {"code": "data", "exit_code": 3, "message": "cannot export to 'file': it is not a directory", "hint": "name a directory that is new, empty or of a former export"}
! oms: error: cannot create 'file': it is not a directory; name a directory that can be made and replaced
! oms: error: cannot export to '/proc/out': it does not exist; name a directory that can be made and replaced
? 3

# Formats for the eye are wrong use, and nothing is made
$ oms cache export out --format tsv; oms cache export out --format md; oms cache export out --format parquet; code=$?; ls; exit $code
! oms: error: cache export: the catalog is written as ndjson or csv, not as 'tsv'; without --format it copies the cache
! oms: error: cache export: the catalog is written as ndjson or csv, not as 'md'; without --format it copies the cache
! oms: error: unknown format 'parquet' (table, json, ndjson, csv, tsv, md, ids)
? 2

# Quiet and a format are two formats at once, as everywhere
$ oms cache export out --format ndjson -q
! {"code": "usage", "exit_code": 2, "message": "-q prints ids: with --json or --format these are two formats at once", "hint": "'2>/dev/null' keeps the notes away"}
? 2

# No header line where none is wanted
$ oms cache export out --format csv --no-header -o report; head -c 12 out/models-00000.csv; wc -l < out/models-00000.csv
> 01-ai/Yi-1.57039

# Without a format it is a copy of the cache, which needs one
$ OMS_CACHE_DIR=none oms cache export out; code=$?; ls; exit $code
! oms: error: cannot export the cache 'none': there is none; run 'oms fetch' first
? 3

# An unreadable cache is told before anything is made
$ mkdir c; echo '?' > c/CURRENT; OMS_CACHE_DIR=c oms cache export out --format ndjson; code=$?; ls; exit $code
> c
! {"code": "data", "exit_code": 3, "message": "cannot read 'c/CURRENT': it names no snapshot", "hint": "run 'oms cache clear', then 'oms fetch'"}
? 3
