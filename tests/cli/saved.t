# Saved queries: names for words of a command line, in config.toml or .oms.toml.

# @NAME stands for its words
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[query]\ncheap = "--task chat --license osi --max-price 0.5 -n 3 -q"\n' > $XDG_CONFIG_HOME/oms/config.toml
$ oms list @cheap > saved; oms list --task chat --license osi --max-price 0.5 -n 3 -q > typed; cmp saved typed && wc -l < saved
> 3

# A list of words may hold blanks, as a line with quotes does
$ printf '[query]\none = ["--where", "params >= 7B and license_class = osi-permissive", "-q", "-n", "2"]\ntwo = "--where '"'params >= 7B and license_class = osi-permissive'"' -q -n 2"\n' > .oms.toml
$ oms list @one; oms list @two
> Qwen/Qwen3-8B
> google/gemma-4-26B-A4B-it
> Qwen/Qwen3-8B
> google/gemma-4-26B-A4B-it

# A flag that is typed replaces the same flag of the query with all its values
$ printf '[query]\nspeech = "--task asr --task tts -n 5 -q"\n' > .oms.toml
$ oms list @speech --task ocr -n 2 > saved; oms list --task ocr -n 2 -q > typed; cmp saved typed && echo same
> same

# A format that is typed replaces that of the query
$ printf '[query]\nj = "--json --fields id -n 1"\n' > .oms.toml
$ oms list @j --format csv; oms list @j -q
> id
> sentence-transformers/all-MiniLM-L6-v2
> sentence-transformers/all-MiniLM-L6-v2
! 1 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! oms: note: the query is saved in $PWD/.oms.toml:2

# Conditions of both hold
$ printf '[query]\nbig = "params>=7B --task chat"\n' > .oms.toml
$ oms list @big 'params<=8B' -q -n 3 > saved; oms list 'params>=7B' 'params<=8B' --task chat -q -n 3 > typed; cmp saved typed && echo same
> same

# It may stand anywhere among flags, and is no value of a flag
$ printf '[query]\none = "-n 1 -q"\n' > .oms.toml
$ oms list --task asr @one; oms list --search @one -n 1
> pyannote/speaker-diarization-3.1
! no model matches
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# rank, pick, plot and report take it, too
$ printf '[query]\nosi = "--task chat --license osi"\n' > .oms.toml
$ for c in 'rank -n 2 -q' 'pick -q' 'report -q' 'plot --json'; do oms $c @osi 2>/dev/null > saved; oms $c --task chat --license osi 2>/dev/null > typed; test -s saved && cmp saved typed && echo "$c"; done
> rank -n 2 -q
> pick -q
> report -q
> plot --json

# An unknown name is told with the nearest one
$ printf '[query]\ncheap = "-n 1"\n' > .oms.toml; oms list @chaep
! oms: error: unknown query '@chaep'; did you mean 'cheap'? ('oms config' lists those that there are)
? 2

# Without any saved query help is named
$ oms list @cheap
! oms: error: unknown query '@cheap'; none is saved; 'oms help settings' shows how
? 2

# Two at once are an error
$ printf '[query]\na = "-n 1"\nb = "-q"\n' > .oms.toml; oms list @a @b
! oms: error: two saved queries at once
? 2

# @ alone is an error
$ oms list @
! oms: error: '@' has no name of a query
? 2

# A query cannot name another one
$ printf '[query]\na = "@b"\nb = "-q"\n' > .oms.toml; oms list @a
! oms: error: query '@a' ($PWD/.oms.toml:2): a query cannot name another one
? 2

# Words that the command does not take are told with file and line
$ printf '[query]\na = "--sort likes"\nb = "--max-prize 1"\nc = "-n"\n' > .oms.toml; oms pick @a; oms list @b; oms list @c
! oms: error: query '@a' ($PWD/.oms.toml:2): pick does not take '--sort'
! oms: error: query '@b' ($PWD/.oms.toml:3): list does not take '--max-prize'
! oms: error: query '@c' ($PWD/.oms.toml:4): --limit: 1 required N missing
? 2

# A name, a quote or a type that cannot be used
$ printf '[query]\n"a b" = "-q"\n' > .oms.toml; oms list
$ printf '[query]\na = "--search '"'x"'"\n' > .oms.toml; oms list
$ printf '[query]\na = 3\n' > .oms.toml; oms list
$ printf '[query]\na = ["-n", 3]\n' > .oms.toml; oms list
$ printf '[query]\na = ""\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:2:1': 'a b' is no name of a query; letters, digits, - and _
! oms: error: configuration '$PWD/.oms.toml:2:5': query 'a': a quote is not closed
! oms: error: configuration '$PWD/.oms.toml:2:5': query 'a' takes a text or a list of texts, not a number
! oms: error: configuration '$PWD/.oms.toml:2:12': query 'a' takes a text or a list of texts, not a number
! oms: error: configuration '$PWD/.oms.toml:2:5': query 'a' is empty
? 2

# A project's query may not name files or let old data pass
$ for words in '-o pwned' '-qopwned' '--output=pwned' '--scores /etc/passwd' '--max-age 900w'; do printf '[query]\na = "%s"\n' "$words" > .oms.toml; oms list @a; done; printf '[query]\na = "--svg pwned"\n' > .oms.toml; oms plot @a; printf '[query]\na = "-f /etc/passwd"\n' > .oms.toml; oms report @a; ls
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --output
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --output
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --output
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --scores
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --max-age
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --svg
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --file

# The user's own query may
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[query]\na = "-q -n 1 -o out"\n' > $XDG_CONFIG_HOME/oms/config.toml; oms list @a; wc -l < out
> 1

# A project's query has nothing that would bring control sequences or cuts into a pipe
$ printf '[query]\na = "--color always"\n' > .oms.toml; oms list @a
$ printf '[query]\na = "--hyperlinks always"\n' > .oms.toml; oms list @a
$ printf '[query]\na = "--width 10"\n' > .oms.toml; oms list @a
$ printf '[query]\na = "--no-header"\n' > .oms.toml; oms list @a
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --color
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --hyperlinks
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --width
! oms: error: query '@a' ($PWD/.oms.toml:2): a project's query may not have --no-header
? 2

# A wrong value in a query is told with its place
$ printf '[query]\na = "--task chatt"\n' > .oms.toml; oms list @a
! oms: error: unknown task 'chatt'; did you mean 'chat'? ('oms tasks' lists all; --task is set in $PWD/.oms.toml:2)
? 2

# A project's query beats the user's of the same name, and stderr says whose it is, even under -q
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[query]\na = "-n 1 --format ids"\n' > $XDG_CONFIG_HOME/oms/config.toml; oms list @a | wc -l
$ printf '[query]\na = "-n 2 --format ids"\n' > .oms.toml; oms list @a | wc -l; oms list @a -q | wc -l
> 1
> 2
> 2
! 1 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! 2 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! oms: note: the query is saved in $PWD/.oms.toml:2, in place of the one in $HOME/.config/oms/config.toml:2
! oms: note: the query is saved in $PWD/.oms.toml:2, in place of the one in $HOME/.config/oms/config.toml:2

# config lists them
$ mkdir -p $XDG_CONFIG_HOME/oms; printf '[query]\nb = ["--search", "big one"]\n' > $XDG_CONFIG_HOME/oms/config.toml; printf '[query]\na = "--task asr"\n' > .oms.toml
$ oms config --show-origin --format csv | grep query; oms config query.b
> query.a,'--task asr,project file,$PWD/.oms.toml:2,"Saved query, for 'oms list @NAME'"
> query.b,'--search 'big one',user file,$HOME/.config/oms/config.toml:2,"Saved query, for 'oms list @NAME'"
> --search 'big one'

# Completion knows them, and the settings
$ printf '[query]\ncheap = "--task chat"\nspeech = "--task asr"\n' > .oms.toml
$ oms complete -- list @; oms complete -- rank @S; oms complete -- config query; oms complete -- config col
> @cheap	--task chat
> @speech	--task asr
> @speech	--task asr
> query.cheap	--task chat
> query.speech	--task asr
> color	Colors on a terminal

# --envelope tells what it stood for
$ printf '[query]\ncheap = "--task asr params>=1B"\n' > .oms.toml
$ oms list @cheap --json --envelope -n 1 --fields id 2>/dev/null | jq -c .query
> ["--json","--envelope","-n","1","--fields","id","params>=1B","--task","asr"]
