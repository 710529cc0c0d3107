# References in code are printed as file:line:column:id, sorted, with a count on stderr
$ mkdir src; printf 'from x import y\nm = AutoModel.from_pretrained(\n    "google/gemma-2b",\n)\nn = LLM(model="acme/own-7b")\n' > src/b.py; printf 'model_id: gpt2\nother: text/plain\n' > src/a.yaml; oms scan src
> src/a.yaml:1:11:openai-community/gpt2
> src/b.py:3:6:google/gemma-2b
> src/b.py:5:16:acme/own-7b
! 3 references to 3 models in 2 files (1 unknown to the catalog)

# Files and folders are given by name; "." is left out of what is printed
$ mkdir d; echo 'vllm serve acme/a' > d/x.sh; echo 'vllm serve acme/b' > y.sh; oms scan . ; oms scan d/x.sh ./y.sh; oms scan d/
> d/x.sh:1:12:acme/a
> y.sh:1:12:acme/b
> d/x.sh:1:12:acme/a
> y.sh:1:12:acme/b
> d/x.sh:1:12:acme/a
! 2 references to 2 models in 2 files (2 unknown to the catalog)
! 2 references to 2 models in 2 files (2 unknown to the catalog)
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# -q prints each id once and nothing else
$ printf 'hf download google/gemma-2b\nhf download acme/b\nhf download google/gemma-2B\n' > x.sh; oms scan -q .; oms scan --format ids .
> google/gemma-2b
> acme/b
> google/gemma-2b
> acme/b
! 3 references to 2 models in 1 file (1 unknown to the catalog)

# A weak place counts when the catalog knows the id, in the catalog's spelling; --strong leaves it out
$ printf 'x = "GOOGLE/gemma-2b"\ny = "acme/unknown"\nz = "text/plain"\nw = LLM("acme/w")\n' > a.py; oms scan a.py; oms scan --strong a.py
> a.py:1:6:google/gemma-2b
> a.py:4:10:acme/w
> a.py:4:10:acme/w
! 2 references to 2 models in 1 file (1 unknown to the catalog)
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# JSON has everything about a reference
$ printf 'hf download google/gemma-2b --revision v1\nollama run hf.co/acme/x:Q4_K_M\nhf download "$ORG/y"\n' > x.sh; oms scan --json .
> [
>   {"file": "x.sh", "line": 1, "column": 13, "id": "google/gemma-2b", "written": "google/gemma-2b", "position": "hf-download", "strength": "strong", "known": true, "revision": "v1", "quantization": null},
>   {"file": "x.sh", "line": 2, "column": 18, "id": "acme/x", "written": "acme/x", "position": "hub-url", "strength": "strong", "known": false, "revision": null, "quantization": "Q4_K_M"},
>   {"file": "x.sh", "line": 3, "column": 14, "id": null, "written": "$ORG/y", "position": "hf-download", "strength": "dynamic", "known": null, "revision": null, "quantization": null}
> ]
! 2 references to 2 models in 1 file (1 unknown to the catalog, 1 dynamic)

# The other formats
$ printf 'vllm serve google/gemma-2b\n' > x.sh; for f in ndjson csv tsv md table; do oms scan --format $f . 2> /dev/null; done
> {"file": "x.sh", "line": 1, "column": 12, "id": "google/gemma-2b", "written": "google/gemma-2b", "position": "serve", "strength": "strong", "known": true, "revision": null, "quantization": null}
> file,line,column,id,written,position,strength,known,revision,quantization
> x.sh,1,12,google/gemma-2b,google/gemma-2b,serve,strong,true,,
> file	line	column	id	written	position	strength	known	revision	quantization
> x.sh	1	12	google/gemma-2b	google/gemma-2b	serve	strong	true		
> | FILE | LINE | COLUMN | ID | POSITION | STRENGTH | KNOWN |
> | --- | --: | --: | --- | --- | --- | --- |
> | x.sh | 1 | 12 | google/gemma-2b | serve | strong | yes |
> FILE  LINE  COLUMN  ID               POSITION  STRENGTH  KNOWN
> x.sh     1      12  google/gemma-2b  serve     strong    yes

# What is put together at run time is counted and listed in JSON only
$ printf 'AutoModel.from_pretrained(f"{org}/{name}")\n' > a.py; oms scan .; oms scan . --format ndjson; oms scan . --format csv
> {"file": "a.py", "line": 1, "column": 29, "id": null, "written": "{org}/{name}", "position": "from_pretrained", "strength": "dynamic", "known": null, "revision": null, "quantization": null}
> file,line,column,id,written,position,strength,known,revision,quantization
! no reference to a model in 1 file (1 dynamic)
! no reference to a model in 1 file (1 dynamic)
! no reference to a model in 1 file (1 dynamic)

# Nothing found is no failure, unless --fail-empty
$ echo 'x = 1' > a.py; oms scan . && echo "0"; oms scan --json . ; oms scan --fail-empty -q .
> 0
> []
! no reference to a model in 1 file
! no reference to a model in 1 file
? 1

# .gitignore files are respected, nested, negated and with folders; .git is never entered
$ git() { command git "$@" 2> /dev/null; }; mkdir -p .git/info in/deep build; line='hf download acme/x'
$ for f in a.sh b.sh in/a.sh in/keep.sh in/deep/c.sh build/d.sh .git/e.sh gen.sh; do echo "$line" > $f; done
$ printf 'b.sh\nbuild/\n**/deep/*.sh\n' > .gitignore; printf '*.sh\n!keep.sh\n' > in/.gitignore; echo gen.sh > .git/info/exclude
$ oms scan .; echo; (cd in && oms scan ..); echo; oms scan --no-ignore .; echo; oms scan b.sh
> a.sh:1:13:acme/x
> in/keep.sh:1:13:acme/x
>
> ../a.sh:1:13:acme/x
> ../in/keep.sh:1:13:acme/x
>
> a.sh:1:13:acme/x
> b.sh:1:13:acme/x
> build/d.sh:1:13:acme/x
> gen.sh:1:13:acme/x
> in/a.sh:1:13:acme/x
> in/deep/c.sh:1:13:acme/x
> in/keep.sh:1:13:acme/x
>
> b.sh:1:13:acme/x
! left out: 4 ignored files, 1 ignored folder
! 2 references to 1 model in 2 files (1 unknown to the catalog)
! left out: 4 ignored files, 1 ignored folder
! 2 references to 1 model in 2 files (1 unknown to the catalog)
! 7 references to 1 model in 7 files (1 unknown to the catalog)
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# What is ignored is counted, a folder once, and read when git tracks it
$ mkdir -p .git build; for f in app.sh made.sh notes.txt build/x.sh; do echo 'hf download acme/x' > $f; done; printf 'app.sh\nmade.sh\nnotes.txt\nbuild/\n' > .gitignore
$ oms scan .
$ { printf 'DIRC\0\0\0\2\0\0\0\1'; head -c 24 /dev/zero; printf '\0\0\201\244'; head -c 34 /dev/zero; printf 'app.sh\0\0\0\0'; head -c 20 /dev/zero; } > .git/index; oms scan .
> app.sh:1:13:acme/x
! left out: 2 ignored files, 1 ignored folder
! no reference to a model in 0 files
! left out: 1 ignored file, 1 ignored folder
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# --exclude takes patterns of the same form and may be repeated
$ mkdir -p tests docs/api; for f in a.sh tests/b.sh docs/c.sh docs/api/d.sh; do echo 'hf download acme/x' > $f; done; oms scan . --exclude tests/ --exclude 'docs/*.sh'
> a.sh:1:13:acme/x
> docs/api/d.sh:1:13:acme/x
! 2 references to 1 model in 2 files (1 unknown to the catalog)

# Symbolic links below a path are not followed, so that loops end; a given one is
$ mkdir -p a/b; echo 'hf download acme/x' > a/b/x.sh; ln -s .. a/b/up; ln -s a/b link; ln -s a/b/x.sh y.sh; oms scan .; oms scan link
> a/b/x.sh:1:13:acme/x
> link/x.sh:1:13:acme/x
! left out: 3 symbolic links
! 1 reference to 1 model in 1 file (1 unknown to the catalog)
! left out: 1 symbolic link
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# Binary files and large ones are left out and counted
$ printf 'hf download acme/x\n\0' > a.sh; { head -c 9000000 /dev/zero | tr '\0' ' '; echo 'hf download acme/x'; } > b.sh; echo 'hf download acme/x' > c.sh; oms scan .
> c.sh:1:13:acme/x
! left out: 1 file of more than 8 MiB, 1 binary file
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# A name that would break a line or send an escape stays one inert line; JSON has it as it is
$ echo 'hf download acme/x' > "$(printf 'a\nb\033[31m.sh')"; oms scan .; oms scan --format ndjson . 2> /dev/null
> a b�[31m.sh:1:13:acme/x
> {"file": "a\nb\u001b[31m.sh", "line": 1, "column": 13, "id": "acme/x", "written": "acme/x", "position": "hf-download", "strength": "strong", "known": false, "revision": null, "quantization": null}
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# A file below a path that cannot be read is a warning
$ test "$(id -u)" = 0 && { printf "oms: warning: cannot read 'd/x.sh': permission denied\nno reference to a model in 0 files\n" >&2; exit 0; }; mkdir d; echo 'hf download acme/x' > d/x.sh; chmod 0 d/x.sh; oms scan d
! oms: warning: cannot read 'd/x.sh': permission denied
! no reference to a model in 0 files

# A path that cannot be read is an error
$ oms scan nope
! oms: error: cannot read 'nope': no such file or directory
? 3

# The same as JSON, whatever else was given
$ touch a.py; oms scan --json a.py nope
! {"code": "data", "exit_code": 3, "message": "cannot read 'nope': no such file or directory", "hint": null}
? 3

# A path is needed
$ oms scan
! oms: error: path is required; 'oms scan --help' explains the options
? 2

# A file of another kind that is given by name is not read, which is said
$ echo 'https://huggingface.co/acme/x' > a.txt; oms scan a.txt
! not read, for its kind: 'a.txt'
! no reference to a model in 0 files

# A script without an ending is known by its first line
$ printf '#!/usr/bin/env python3\nX.from_pretrained("acme/x")\n' > run; echo 'hf download acme/y' > notes; oms scan .
> run:2:20:acme/x
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# Two paths that overlap are read once
$ mkdir d; echo 'hf download acme/x' > d/x.sh; oms scan . d ./d/x.sh
> d/x.sh:1:13:acme/x
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# Notebooks are reported with the lines of the file
$ printf '{"cells": [\n {"cell_type": "code", "source": [\n  "m = \\"acme/x\\"\\n",\n  "AutoModel.from_pretrained(m)"]}]}\n' > n.ipynb; oms scan n.ipynb
> n.ipynb:3:10:acme/x
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# The output goes to a file whole
$ echo 'hf download acme/x' > x.sh; oms scan x.sh -o out.txt; cat out.txt
> x.sh:1:13:acme/x
! 1 reference to 1 model in 1 file (1 unknown to the catalog)

# The help of scan
$ oms scan --help
> oms scan: models that code and configuration refer to, with file and line
>
>   oms scan .
>   oms scan src --strong --exclude 'tests/'
>   oms scan . -q
>
> Arguments and options
>   PATH...                     files and folders
>   -h, --help                  this help
>
> Selection
>   --strong                    only where the place itself says that a model is
>                               meant
>   --exclude GLOB              leave out what this pattern of .gitignore fits;
>                               repeatable
>   --no-ignore                 also read what .gitignore leaves out
>   --fail-empty                exit 1 when nothing is found
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
>   0    done; nothing found is done too
>   1    nothing is found, under --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or older than --max-age; a PATH that cannot
>        be read
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all
