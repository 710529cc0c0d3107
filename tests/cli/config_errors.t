# Mistakes in files of settings: exit 2, one line with file, line and column.

# An unknown key is named with the nearest one
$ printf '# mine\n[list]\nfeilds = ["id"]\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:3:1': unknown key 'feilds' in [list]; did you mean 'fields'? ('oms config' lists all settings)
? 2

# An unknown section is named with the nearest one
$ printf '[lists]\nlimit = 1\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:1:1': unknown section [lists]; did you mean 'list'? (sections are fetch, list, price, workload, query)
? 2

# A key in the wrong section says where it belongs
$ printf 'limit = 1\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:1:1': unknown key 'limit'; it belongs to [list]
? 2

# A section is no key
$ printf 'workload = 1\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:1:1': 'workload' is a section, written [workload]
? 2

# A wrong type
$ printf '[list]\nlimit = true\n' > .oms.toml; oms list
$ printf '[list]\nfields = [1]\n' > .oms.toml; oms list
$ printf '[list]\nfields = []\n' > .oms.toml; oms list
$ printf '[list]\nformat = 1979-05-27\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:2:9': 'list.limit' takes a number of rows, 0 = all, not true or false
! oms: error: configuration '$PWD/.oms.toml:2:10': 'list.fields' takes a list of fields, not an empty list or one of something else
! oms: error: configuration '$PWD/.oms.toml:2:10': 'list.fields' takes a list of fields, not an empty list or one of something else
! oms: error: configuration '$PWD/.oms.toml:2:10': 'list.format' takes a format of 'oms help formats', not a date
? 2

# A bad value
$ printf '[list]\nformat = "jsno"\n' > .oms.toml; oms list
$ printf '[list]\nfields = ["id", "licence"]\n' > .oms.toml; oms list
$ printf '[list]\nlimit = -3\n' > .oms.toml; oms list
$ printf '[price]\nratio = "3"\n' > .oms.toml; oms list
$ printf '[workload]\nin = "many"\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:2:10': 'list.format': unknown format 'jsno'; did you mean 'json'? (table, json, ndjson, csv, tsv, md, ids)
! oms: error: configuration '$PWD/.oms.toml:2:10': 'list.fields': --fields: unknown field 'licence'; did you mean 'license'? ('oms fields' lists all)
! oms: error: configuration '$PWD/.oms.toml:2:9': 'list.limit': -n takes a number of rows, 0 for all, not '-3'
! oms: error: configuration '$PWD/.oms.toml:2:9': 'price.ratio': --ratio takes input to output as in 3:1, not '3'
! oms: error: configuration '$PWD/.oms.toml:2:6': 'workload.in': --in takes a whole number of tokens a call (20k, 1.5M), not 'many'
? 2

# A bad value of the user's file
$ mkdir -p $XDG_CONFIG_HOME/oms
$ for line in 'color = "always"' 'hyperlinks = "maybe"' 'max_age = "soon"' 'offline = "yes"' 'endpoint = "hub.example"' 'fetch.only = ["arean"]'; do echo "$line" > $XDG_CONFIG_HOME/oms/config.toml; oms list; done
! oms: error: configuration '$HOME/.config/oms/config.toml:1:9': 'color' takes auto or never, not 'always'
! oms: error: configuration '$HOME/.config/oms/config.toml:1:14': 'hyperlinks' takes auto or never, not 'maybe'
! oms: error: configuration '$HOME/.config/oms/config.toml:1:11': 'max_age': 'soon' is no duration; it is a whole number of minutes, hours, days or weeks: 90m, 36h, 14d, 2w
! oms: error: configuration '$HOME/.config/oms/config.toml:1:11': 'offline' takes true or false, not a text
! oms: error: configuration '$HOME/.config/oms/config.toml:1:12': 'endpoint' takes an address with http:// or https://, not 'hub.example'
! oms: error: configuration '$HOME/.config/oms/config.toml:1:14': 'fetch.only': --only: unknown source 'arean'; did you mean 'arena'? (sources are hub, router, openrouter, openevals, arena, open-llm-leaderboard, open-asr, artificial-analysis)
? 2

# A workload without tokens
$ printf '[workload]\ncalls = 3\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:1:1': [workload]: --calls goes with --in and --out; it takes 'in' or 'out', tokens a call
? 2

# No TOML
$ printf 'color = never\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:1:10': no TOML: error while parsing floating-point: expected 'nan', saw 'ne'
? 2

# A list of sections
$ printf '[[list]]\nlimit = 1\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:1:1': 'list' is written [list]
? 2

# An empty value
$ printf '[list]\nformat = " "\n' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml:2:10': 'list.format' is empty
? 2

# A project cannot start programs, lead requests elsewhere, send to other sources, or let old data pass
$ for line in 'pager = "touch pwned"' 'endpoint = "https://evil.example"' 'offline = false' 'max_age = "900w"' 'fetch.only = ["artificial-analysis"]' 'color = "never"' 'hyperlinks = "never"'; do echo "$line" > .oms.toml; oms list; done; ls
! oms: error: configuration '$PWD/.oms.toml:1:1': a project may not set 'pager'; it belongs to your own config.toml
! oms: error: configuration '$PWD/.oms.toml:1:1': a project may not set 'endpoint'; it belongs to your own config.toml
! oms: error: configuration '$PWD/.oms.toml:1:1': a project may not set 'offline'; it belongs to your own config.toml
! oms: error: configuration '$PWD/.oms.toml:1:1': a project may not set 'max_age'; it belongs to your own config.toml
! oms: error: configuration '$PWD/.oms.toml:1:7': a project may not set 'fetch.only'; it belongs to your own config.toml
! oms: error: configuration '$PWD/.oms.toml:1:1': a project may not set 'color'; it belongs to your own config.toml
! oms: error: configuration '$PWD/.oms.toml:1:1': a project may not set 'hyperlinks'; it belongs to your own config.toml

# A project file that is a link is not read
$ printf 'SECRET = "x"\n' > other; ln -s other .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml': a link is not followed
? 2

# A project file that is a pipe does not hang
$ mkfifo .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml': not a regular file
? 2

# A file of more than 64 KiB
$ head -c 70000 /dev/zero | tr '\0' '#' > .oms.toml; oms list
! oms: error: configuration '$PWD/.oms.toml': it is larger than 64 KiB
? 2

# With --json the error is one object
$ printf 'x = 1\n' > .oms.toml; oms list --json 2>&1 | jq -c .
> {"code":"usage","exit_code":2,"message":"configuration '$PWD/.oms.toml:1:1': unknown key 'x'","hint":"'oms config' lists all settings"}
? 2

# Every command that answers says so; help, the version, completion and doctor work
$ printf 'x = 1\n' > .oms.toml
$ for c in 'list' 'show allenai/OLMo-7B' 'check allenai/OLMo-7B' 'scan .' 'fetch --dry-run' 'cache path' 'config'; do oms $c > /dev/null 2>&1; echo "$? $c"; done
$ for c in '--version' '--help' 'list --help' 'help settings' 'completion bash' 'complete -- list --ta'; do oms $c > /dev/null 2>&1; echo "$? $c"; done
$ oms doctor --width 300 2>&1 > page | cat; grep -A1 '^Settings' page
> 2 list
> 2 show allenai/OLMo-7B
> 2 check allenai/OLMo-7B
> 2 scan .
> 2 fetch --dry-run
> 2 cache path
> 2 config
> 0 --version
> 0 --help
> 0 list --help
> 0 help settings
> 0 completion bash
> 0 complete -- list --ta
> oms: error: configuration '$PWD/.oms.toml:1:1': unknown key 'x'; 'oms config' lists all settings
> Settings  'oms config' has the values
>   project         $PWD/.oms.toml
