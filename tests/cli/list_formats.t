# Formats, --fields, --no-header, -q and -o.

# table: numbers right, words left, human units, a dash for unknown, ~ for a size by name
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --fields id,params,price_output,tasks,domain,created,osi_approved
> MODEL                     PARAMS  OUT $/M  TASKS                 DOMAIN           CREATED     OSI
> openai/gpt-oss-120b         120B     0.17  text-generation,chat  –                2025-08-04  yes
> BioMistral/BioMistral-7B     ~7B        –  text-generation,chat  biology,medical  2024-02-14  yes
> allenai/OLMo-7B              ~7B        –  text-generation       –                2024-01-09  yes
! ~ read from the model's name
! 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# csv: header of field names, plain values, ; inside lists, empty for unknown
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --format csv --fields id,params,price_output,tasks,domain,created,osi_approved 2>/dev/null
> id,params,price_output,tasks,domain,created,osi_approved
> openai/gpt-oss-120b,120412337472,0.17,text-generation;chat,,2025-08-04,true
> BioMistral/BioMistral-7B,7000000000,,text-generation;chat,biology;medical,2024-02-14,true
> allenai/OLMo-7B,7000000000,,text-generation,,2024-01-09,true

# tsv: the same with tabs
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --format tsv --fields id,params,price_output,tasks,domain,created,osi_approved 2>/dev/null
> id	params	price_output	tasks	domain	created	osi_approved
> openai/gpt-oss-120b	120412337472	0.17	text-generation;chat		2025-08-04	true
> BioMistral/BioMistral-7B	7000000000		text-generation;chat	biology;medical	2024-02-14	true
> allenai/OLMo-7B	7000000000		text-generation		2024-01-09	true

# md: a GitHub table with numbers on the right
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --format md --fields id,params,price_output,tasks,domain,created,osi_approved 2>/dev/null
> | MODEL | PARAMS | OUT $/M | TASKS | DOMAIN | CREATED | OSI |
> | --- | --: | --: | --- | --- | --- | --- |
> | openai/gpt-oss-120b | 120B | 0.17 | text-generation,chat | – | 2025-08-04 | yes |
> | BioMistral/BioMistral-7B | ~7B | – | text-generation,chat | biology,medical | 2024-02-14 | yes |
> | allenai/OLMo-7B | ~7B | – | text-generation | – | 2024-01-09 | yes |

# md escapes what would read as markup
$ oms list id=facebook/DepthLM --fields tags --format md 2>/dev/null | grep -o "[^,]*relevant[^,]*"
> &lt;relevant tags to be included in HF filters&gt;

# csv quotes a cell with a comma
$ oms list id=nvidia/Cosmos3-Nano --fields id,tags --format csv --no-header 2>/dev/null | grep -o "^[^,]*,.\|;text, .*action generation"
$ oms list --fields id,license_name --format csv --no-header -n 1 "license_name~cohere-acceptable" 2>/dev/null
> nvidia/Cosmos3-Nano,"
> ;text, image, video, audio, and action generation
> CohereLabs/c4ai-command-r-plus,"CC-BY-NC(non-commercial, non-OSI)+Cohere-Acceptable-Use-Policy"

# A tag with blanks and a comma is matched in quotes
$ oms list id=nvidia/Cosmos3-Nano "tags='text, image, video, audio, and action generation'" -q
> nvidia/Cosmos3-Nano

# json: an array of flat objects, one a line, typed, null for unknown
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --json --fields id,params,price_output,tasks,domain,created,osi_approved 2>/dev/null
> [
>   {"id": "openai/gpt-oss-120b", "params": 120412337472, "price_output": 0.17, "tasks": ["text-generation", "chat"], "domain": null, "created": "2025-08-04", "osi_approved": true},
>   {"id": "BioMistral/BioMistral-7B", "params": 7000000000, "price_output": null, "tasks": ["text-generation", "chat"], "domain": ["biology", "medical"], "created": "2024-02-14", "osi_approved": true},
>   {"id": "allenai/OLMo-7B", "params": 7000000000, "price_output": null, "tasks": ["text-generation"], "domain": null, "created": "2024-01-09", "osi_approved": true}
> ]

# ndjson: the same objects, one a line
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --format ndjson --fields id,params,price_output,tasks,domain,created,osi_approved 2>/dev/null
> {"id": "openai/gpt-oss-120b", "params": 120412337472, "price_output": 0.17, "tasks": ["text-generation", "chat"], "domain": null, "created": "2025-08-04", "osi_approved": true}
> {"id": "BioMistral/BioMistral-7B", "params": 7000000000, "price_output": null, "tasks": ["text-generation", "chat"], "domain": ["biology", "medical"], "created": "2024-02-14", "osi_approved": true}
> {"id": "allenai/OLMo-7B", "params": 7000000000, "price_output": null, "tasks": ["text-generation"], "domain": null, "created": "2024-01-09", "osi_approved": true}

# ids: one id a line, with the notes; -q is the same without notes
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --format ids
$ oms list $M -q
> openai/gpt-oss-120b
> BioMistral/BioMistral-7B
> allenai/OLMo-7B
> openai/gpt-oss-120b
> BioMistral/BioMistral-7B
> allenai/OLMo-7B
! 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# A format may be written in capitals
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --format IDS 2>/dev/null
> openai/gpt-oss-120b
> BioMistral/BioMistral-7B
> allenai/OLMo-7B

# --no-header leaves the header out of table, csv, tsv and md, and changes no other format
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ for f in table csv tsv md json ids; do oms list $M --no-header --format $f --fields id,license -n 1 2>/dev/null; done
> openai/gpt-oss-120b  apache-2.0
> openai/gpt-oss-120b,apache-2.0
> openai/gpt-oss-120b	apache-2.0
> | openai/gpt-oss-120b | apache-2.0 |
> [
>   {"id": "openai/gpt-oss-120b", "license": "apache-2.0"}
> ]
> openai/gpt-oss-120b

# --fields takes any fields in any order, letter case and blanks aside
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B
$ oms list $M --fields ' License , ID,openness' 2>/dev/null
> LICENSE     MODEL                     OPENNESS
> apache-2.0  openai/gpt-oss-120b              1
> apache-2.0  BioMistral/BioMistral-7B         2
> apache-2.0  allenai/OLMo-7B                  5

# An unknown field or one that stands twice is an error
$ oms list --fields foo
$ oms list --fields prams
$ oms list --fields id,license,id
$ oms list --fields ,
! oms: error: --fields: unknown field 'foo'; 'oms fields' lists all
! oms: error: --fields: unknown field 'prams'; did you mean 'params'? ('oms fields' lists all)
! oms: error: --fields: 'id' stands twice
! oms: error: --fields: the value is empty
? 2

# An unknown format is an error that lists all
$ oms list --format xml
$ oms list --format jsn
! oms: error: unknown format 'xml' (table, json, ndjson, csv, tsv, md, ids)
! oms: error: unknown format 'jsn'; did you mean 'json'? (table, json, ndjson, csv, tsv, md, ids)
? 2

# Two formats at once are an error
$ oms list --json --format csv
$ oms list --json --format json
$ oms list -q --format csv
$ oms list -q --json
! {"code": "usage", "exit_code": 2, "message": "--json and --format are two formats at once", "hint": null}
! {"code": "usage", "exit_code": 2, "message": "--json and --format are two formats at once", "hint": null}
! oms: error: -q prints ids: with --json or --format these are two formats at once; '2>/dev/null' keeps the notes away
! {"code": "usage", "exit_code": 2, "message": "-q prints ids: with --json or --format these are two formats at once", "hint": "'2>/dev/null' keeps the notes away"}
? 2

# A format given twice is an error
$ oms list --format csv --format md >/dev/null 2>&1
? 2

# --json twice is once
$ oms list --json --json id=allenai/OLMo-7B --fields id 2>/dev/null
> [
>   {"id": "allenai/OLMo-7B"}
> ]

# No match: a table prints nothing, CSV its header, JSON an empty array, ids and NDJSON nothing
$ for f in table csv md json ndjson ids; do echo "$f:"; oms list --author nobody-at-all --fields id,license --format $f 2>/dev/null; done
> table:
> csv:
> id,license
> md:
> | MODEL | LICENSE |
> | --- | --- |
> json:
> []
> ndjson:
> ids:

# No match is exit 0 with a note; -q prints nothing at all
$ oms list --author nobody-at-all
$ oms list --author nobody-at-all -q
! no author 'nobody-at-all' in the catalog
! no model matches
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# -o writes the result to a file and keeps notes on stderr
$ oms list id=allenai/OLMo-7B --fields id --format csv -o out.csv
$ cat out.csv; ls
> id
> allenai/OLMo-7B
> out.csv
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# -o FILE replaces the file; its name may follow =
$ echo old >f; oms list id=allenai/OLMo-7B -q --output=f; cat f
> allenai/OLMo-7B

# -o - is stdout
$ oms list id=allenai/OLMo-7B -q -o -; ls
> allenai/OLMo-7B

# -o keeps the mode that the umask gives
$ umask 027; oms list -q -n 1 -o f; stat -c %a f
> 640

# After an error -o leaves the old file and no other
$ echo old >f; oms list --task nope -o f 2>/dev/null; echo $?; cat f; ls
> 2
> old
> f

# -o into a directory that is not there is exit 3
$ oms list id=allenai/OLMo-7B -q -o none/f
! oms: error: cannot write 'none/f': No such file or directory
? 3

# -o onto a directory is exit 3
$ mkdir d; oms list -q -n 1 -o d
! oms: error: cannot write 'd': Is a directory
? 3

# -o onto a full device is exit 3
$ oms list -q -n 1 -o /dev/full
! oms: error: cannot write '/dev/full': No space left on device
? 3

# -o /dev/null is taken
$ oms list -q -n 1 -o /dev/null

# -o into a named pipe writes through it
$ mkfifo p; cat p & oms list -q id=allenai/OLMo-7B -o p; wait; ls
> allenai/OLMo-7B
> p
